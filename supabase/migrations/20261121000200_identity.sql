-- Purpose: who people are: the profile beside auth.users, settings, platform-wide roles, and the devices they use.
-- Objects: profiles, user_settings, user_roles, user_sessions, has_app_role, register_session, revoke_session,
--          public_profile, cleanup_expired_sessions. Profiles are made by the sign-up trigger of the tenancy migration.

create type public.profile_status as enum ('active', 'suspended', 'deleted');
comment on type public.profile_status is 'Only active people reach any organization.';

create type public.app_role as enum ('user', 'moderator', 'admin');
comment on type public.app_role is
'A right over the whole platform, unlike public.member_role, which is one within an organization.';

-- Tables --------------------------------------------------------------------------------------------------------------

create table public.profiles (
  id uuid constraint profiles_pkey primary key,
  email text,
  full_name text,
  first_name text,
  last_name text,
  avatar_url text,
  phone text,
  country_code text,
  timezone text not null default 'UTC',
  language text not null default 'en',
  email_verified boolean not null default false,
  phone_verified boolean not null default false,
  status public.profile_status not null default 'active',
  active_organization_id uuid,
  onboarded_at timestamptz,
  is_onboarded boolean not null generated always as (onboarded_at is not null) stored,
  last_login_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint profiles_id_fkey foreign key (id) references auth.users (id) on delete cascade,
  constraint profiles_email_check check (private.is_email(email)),
  constraint profiles_full_name_check check (char_length(full_name) between 1 and 200),
  constraint profiles_first_name_check check (char_length(first_name) between 1 and 100),
  constraint profiles_last_name_check check (char_length(last_name) between 1 and 100),
  constraint profiles_avatar_url_check check (private.is_http_url(avatar_url)),
  constraint profiles_phone_check check (phone ~ '^\+?[0-9][0-9 ()./-]{3,28}[0-9]$'),
  constraint profiles_country_code_check check (country_code ~ '^[A-Z]{2}$'),
  constraint profiles_timezone_check check (private.is_timezone(timezone)),
  constraint profiles_language_check check (language ~ '^[a-z]{2,3}(-[A-Z]{2})?$'),
  constraint deleted_profiles_have_deleted_at check ((status = 'deleted') = (deleted_at is not null))
);
-- A deleted person's address can sign up again.
create unique index profiles_email_key on public.profiles (lower(email)) where deleted_at is null;
create index profiles_deleted_at_idx on public.profiles (deleted_at) where deleted_at is not null;
create index profiles_active_organization_id_idx on public.profiles (active_organization_id);
comment on table public.profiles is
'One row per person, made on sign-up. Passwords and verification belong to Supabase Auth.';
comment on column public.profiles.email is 'Copy of auth.users.email, kept by trigger; unique without regard to case.';
comment on column public.profiles.active_organization_id is
'Where the person works when a request names no organization; set by switch_organization.';
comment on column public.profiles.email_verified is
'Copy of what Supabase Auth knows, kept by trigger; so is phone_verified.';

create table public.user_settings (
  user_id uuid constraint user_settings_pkey primary key,
  is_email_notifications_enabled boolean not null default true,
  is_push_notifications_enabled boolean not null default false,
  is_weekly_digest_enabled boolean not null default true,
  is_daily_summary_enabled boolean not null default true,
  is_email_on_completion_enabled boolean not null default true,
  is_email_on_failure_enabled boolean not null default true,
  is_auto_sync_enabled boolean not null default true,
  sync_frequency_hours integer not null default 24,
  is_auto_ai_analysis_enabled boolean not null default false,
  is_auto_apply_ai_suggestions_enabled boolean not null default false,
  is_auto_seo_submission_enabled boolean not null default false,
  is_auto_approve_titles_enabled boolean not null default false,
  is_auto_schedule_uploads_enabled boolean not null default true,
  is_profile_public boolean not null default false,
  is_analytics_enabled boolean not null default true,
  content_style text not null default 'motivational',
  default_tone text not null default 'conversational',
  default_video_duration_seconds integer not null default 40,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_settings_user_id_fkey foreign key (user_id) references public.profiles (id) on delete cascade,
  constraint user_settings_sync_frequency_hours_check check (sync_frequency_hours between 1 and 720),
  constraint user_settings_content_style_check
    check (content_style in ('motivational', 'educational', 'entertainment', 'business')),
  constraint user_settings_default_tone_check
    check (default_tone in ('educational', 'conversational', 'opinionated', 'authority')),
  constraint user_settings_default_video_duration_seconds_check
    check (default_video_duration_seconds between 5 and 3600)
);
comment on table public.user_settings is 'What a person prefers; one row each.';
comment on column public.user_settings.content_style is
'Style of titles and scripts that are asked for without one, where the brand prefers none.';
comment on column public.user_settings.default_video_duration_seconds is
'Length of scripts that are asked for without one, brought within 15 to 180 seconds.';
comment on column public.user_settings.default_tone is 'Tone of posts that are asked for without one.';

create table public.user_roles (
  id uuid constraint user_roles_pkey primary key default gen_random_uuid(),
  user_id uuid not null,
  role public.app_role not null,
  granted_by uuid,
  granted_at timestamptz not null default now(),
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_roles_user_id_role_key unique (user_id, role),
  constraint user_roles_user_id_fkey foreign key (user_id) references public.profiles (id) on delete cascade,
  constraint user_roles_granted_by_fkey foreign key (granted_by) references public.profiles (id) on delete set null,
  constraint user_roles_expire_after_they_are_granted check (expires_at > granted_at)
);
create index user_roles_granted_by_idx on public.user_roles (granted_by);
comment on table public.user_roles is
'Platform-wide roles; written by operators only, read through private.has_app_role.';

create table public.user_sessions (
  id uuid constraint user_sessions_pkey primary key default gen_random_uuid(),
  user_id uuid not null,
  session_token_hash text not null constraint user_sessions_session_token_hash_key unique,
  auth_session_id uuid not null,
  ip_address inet,
  user_agent text,
  device_info jsonb not null default '{}',
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  last_accessed_at timestamptz not null default now(),
  constraint user_sessions_user_id_fkey foreign key (user_id) references public.profiles (id) on delete cascade,
  constraint user_sessions_session_token_hash_check check (session_token_hash ~ '^[0-9a-f]{64}$'),
  constraint user_sessions_user_agent_check check (char_length(user_agent) <= 500),
  constraint user_sessions_device_info_is_a_small_object
    check (jsonb_typeof(device_info) = 'object' and octet_length(device_info::text) <= 4096)
);
create index user_sessions_user_id_idx on public.user_sessions (user_id);
create index user_sessions_expires_at_idx on public.user_sessions (expires_at);
comment on table public.user_sessions is
'The devices a person is signed in on. The session itself is Supabase Auth''s; only hashes are kept here.';
comment on column public.user_sessions.auth_session_id is 'auth.sessions.id: revoking here ends the session there.';

-- Functions -----------------------------------------------------------------------------------------------------------

create function private.is_backend()
returns boolean
language sql
stable
set search_path = ''
as $$
  -- The role setting outlives the change of user inside a definer function, so it tells who called from outside.
  select current_setting('role') not in ('anon', 'authenticated')
$$;
comment on function private.is_backend() is 'Whether a worker, an operator or cron calls, rather than a client.';

create function private.has_app_role(p_role public.app_role)
returns boolean
language sql
stable
security definer -- policies ask this whatever the caller may read
set search_path = ''
as $$
  select exists (
    select from public.user_roles as r
    where r.user_id = (select auth.uid()) and r.role >= p_role and (r.expires_at is null or r.expires_at > now())
  )
$$;
comment on function private.has_app_role(public.app_role) is
'Whether the caller holds this platform role or a higher one, not expired.';

create function private.request_header(p_name text)
returns text
language plpgsql
stable
set search_path = ''
as $$
begin
  return nullif(current_setting('request.headers', true), '')::json ->> p_name;
exception
  when invalid_text_representation then
    return null;
end;
$$;
comment on function private.request_header(text) is
'A header of the API request, by lower-case name; null outside a request.';

create function private.request_ip()
returns inet
language plpgsql
stable
set search_path = ''
as $$
begin
  return btrim(split_part(private.request_header('x-forwarded-for'), ',', 1))::inet;
exception
  when invalid_text_representation then
    return null;
end;
$$;
comment on function private.request_ip() is 'The client''s address as the gateway reports it; null when there is none.';

create function private.reset_phone_verified()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  new.phone_verified := false;
  return new;
end;
$$;
comment on function private.reset_phone_verified() is 'A number the person typed in is not the one that was verified.';

create function private.register_session(p_device_info jsonb)
returns uuid
language plpgsql
volatile
security definer -- clients have no grant to write sessions
set search_path = ''
as $$
declare
  v_user_id uuid := auth.uid();
  v_session_id uuid;
  v_id uuid;
begin
  if v_user_id is null then
    perform private.raise_error('UNAUTHORIZED', 'sign in first');
  end if;
  perform private.require(
    jsonb_typeof(p_device_info) = 'object' and octet_length(p_device_info::text) <= 4096,
    'p_device_info', 'p_device_info must be an object of at most 4,096 bytes'
  );
  v_session_id := (auth.jwt() ->> 'session_id')::uuid;
  if v_session_id is null then
    perform private.raise_error('CONFLICT', 'the access token belongs to no session');
  end if;
  insert into public.user_sessions as s (
    user_id, auth_session_id, session_token_hash, ip_address, user_agent, device_info, expires_at
  )
  values (
    v_user_id, v_session_id, private.token_hash(v_session_id::text), private.request_ip(),
    left(private.request_header('user-agent'), 500), p_device_info, now() + interval '30 days'
  )
  on conflict (session_token_hash) do update set
    ip_address = excluded.ip_address,
    user_agent = excluded.user_agent,
    device_info = excluded.device_info,
    expires_at = excluded.expires_at,
    last_accessed_at = now()
  where s.user_id = excluded.user_id
  returning s.id into v_id;
  return v_id;
end;
$$;
comment on function private.register_session(jsonb) is 'The work of public.register_session.';

create function public.register_session(p_device_info jsonb default '{}')
returns uuid
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.register_session(p_device_info)
$$;
comment on function public.register_session(jsonb) is
'Adds this device to the caller''s list or renews it for 30 days. Call it after sign-in. Errors: UNAUTHORIZED, CONFLICT, VALIDATION_ERROR.';

create function private.revoke_session(p_session_id uuid)
returns void
language plpgsql
volatile
security definer -- ends the session in schema auth, which clients cannot write
set search_path = ''
as $$
declare
  v_session_id uuid;
begin
  perform private.require(p_session_id is not null, 'p_session_id', 'p_session_id is missing');
  delete from public.user_sessions as s
  where s.id = p_session_id and s.user_id = auth.uid()
  returning s.auth_session_id into v_session_id;
  if v_session_id is null then
    perform private.raise_error('NOT_FOUND', 'you have no such session');
  end if;
  delete from auth.sessions as s where s.id = v_session_id and s.user_id = auth.uid();
end;
$$;
comment on function private.revoke_session(uuid) is 'The work of public.revoke_session.';

create function public.revoke_session(p_session_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.revoke_session(p_session_id)
$$;
comment on function public.revoke_session(uuid) is
'Signs one of the caller''s devices out: its refresh token dies now, its access token when it expires. Errors: NOT_FOUND, VALIDATION_ERROR.';

create function private.public_profile(p_user_id uuid)
returns table (id uuid, full_name text, avatar_url text, created_at timestamptz)
language plpgsql
stable
security definer -- other people's profiles are not readable as rows
set search_path = ''
as $$
begin
  perform private.require(p_user_id is not null, 'p_user_id', 'p_user_id is missing');
  return query
  select p.id, p.full_name, p.avatar_url, p.created_at
  from public.profiles as p
  join public.user_settings as s on s.user_id = p.id and s.is_profile_public
  where p.id = p_user_id and p.status = 'active';
end;
$$;
comment on function private.public_profile(uuid) is 'The work of public.public_profile.';

create function public.public_profile(p_user_id uuid default null)
returns table (id uuid, full_name text, avatar_url text, created_at timestamptz)
language sql
stable
security invoker
set search_path = ''
as $$
  select * from private.public_profile(p_user_id)
$$;
comment on function public.public_profile(uuid) is
'Name and picture of a person who made their profile public (user_settings.is_profile_public); no row otherwise.
Errors: VALIDATION_ERROR.';

create function public.cleanup_expired_sessions()
returns void
language sql
volatile
security definer -- service_role may not delete from auth-related rows by itself
set search_path = ''
as $$
  delete from public.user_sessions as s
  where s.expires_at < now() or not exists (select from auth.sessions as a where a.id = s.auth_session_id)
$$;
comment on function public.cleanup_expired_sessions() is
'Deletes sessions that expired or that Supabase Auth ended; runs hourly.';

-- Triggers ------------------------------------------------------------------------------------------------------------

create trigger touch before update on public.profiles
for each row execute function private.touch();
create trigger touch before update on public.user_settings
for each row execute function private.touch();
create trigger touch before update on public.user_roles
for each row execute function private.touch();
create trigger touch before update on public.user_sessions
for each row execute function private.touch();

create trigger reset_phone_verified before update of phone on public.profiles
for each row when (new.phone is distinct from old.phone and new.phone_verified = old.phone_verified)
execute function private.reset_phone_verified();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.profiles enable row level security;
alter table public.user_settings enable row level security;
alter table public.user_roles enable row level security;
alter table public.user_sessions enable row level security;

create policy profiles_select_own on public.profiles
for select to authenticated
using (id = (select auth.uid()));
comment on policy profiles_select_own on public.profiles is
'Colleagues are read through list_members, without phone and country.';

create policy profiles_update_own on public.profiles
for update to authenticated
using (id = (select auth.uid()) and status = 'active')
with check (id = (select auth.uid()));

create policy user_settings_select_own on public.user_settings
for select to authenticated
using (user_id = (select auth.uid()));

create policy user_settings_update_own on public.user_settings
for update to authenticated
using (user_id = (select auth.uid()))
with check (user_id = (select auth.uid()));

create policy user_roles_select_own on public.user_roles
for select to authenticated
using (user_id = (select auth.uid()));

create policy user_sessions_select_own on public.user_sessions
for select to authenticated
using (user_id = (select auth.uid()));

grant select on public.profiles, public.user_settings, public.user_roles to authenticated;
-- The token hash and Auth's session id stay inside.
grant select (id, user_id, ip_address, user_agent, device_info, expires_at, created_at, updated_at, last_accessed_at)
on public.user_sessions to authenticated;
grant update (full_name, first_name, last_name, avatar_url, phone, country_code, timezone, language, onboarded_at)
on public.profiles to authenticated;
grant update (
  is_email_notifications_enabled, is_push_notifications_enabled, is_weekly_digest_enabled, is_daily_summary_enabled,
  is_email_on_completion_enabled, is_email_on_failure_enabled, is_auto_sync_enabled, sync_frequency_hours,
  is_auto_ai_analysis_enabled, is_auto_apply_ai_suggestions_enabled, is_auto_seo_submission_enabled,
  is_auto_approve_titles_enabled, is_auto_schedule_uploads_enabled, is_profile_public, is_analytics_enabled,
  content_style, default_tone, default_video_duration_seconds
) on public.user_settings to authenticated;
grant select on public.profiles, public.user_settings, public.user_sessions to service_role;
grant select, insert, update, delete on public.user_roles to service_role;
grant update (status, deleted_at) on public.profiles to service_role;

grant execute on function private.has_app_role(public.app_role) to authenticated, service_role;
grant execute on function private.is_backend() to authenticated, service_role, catalyst_worker;
grant execute on function public.register_session(jsonb), private.register_session(jsonb) to authenticated;
grant execute on function public.revoke_session(uuid), private.revoke_session(uuid) to authenticated;
grant execute on function public.public_profile(uuid), private.public_profile(uuid) to authenticated;
grant execute on function public.cleanup_expired_sessions() to service_role;

-- Cron ----------------------------------------------------------------------------------------------------------------

select cron.schedule('cleanup-sessions', '0 * * * *', 'select public.cleanup_expired_sessions()');
