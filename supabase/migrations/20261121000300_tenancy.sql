-- Purpose: organizations own everything; who belongs to them, in which role, and which one a request acts in.
-- Objects: organizations, client_accounts, organization_members, organization_invitations, the helpers policies use
--          (active_org, has_role, …), the sign-up and the deletion of a person. Their RPC are in the next migration.

create type public.member_role as enum ('viewer', 'client', 'creator', 'manager', 'admin', 'owner');
comment on type public.member_role is 'Ordered: each role may do what the ones before it may.';

create type public.member_status as enum ('active', 'inactive');
comment on type public.member_status is 'Inactive members keep their place and reach nothing. Invited people are in organization_invitations.';

create type public.organization_type as enum ('individual', 'team', 'agency', 'enterprise');
comment on type public.organization_type is 'individual: made at sign-up for one person.';

-- Tables --------------------------------------------------------------------------------------------------------------

create table public.organizations (
  id uuid constraint organizations_pkey primary key default gen_random_uuid(),
  name text not null,
  slug text not null,
  type public.organization_type not null default 'individual',
  created_by uuid,
  logo_url text,
  website text,
  industry text,
  company_size text,
  billing_email text,
  timezone text not null default 'UTC',
  timezone_changed_at timestamptz,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint organizations_created_by_fkey foreign key (created_by) references public.profiles (id) on delete set null,
  constraint organizations_name_check check (char_length(name) between 1 and 200),
  constraint organizations_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 63),
  constraint organizations_logo_url_check check (private.is_http_url(logo_url)),
  constraint organizations_website_check check (private.is_http_url(website)),
  constraint organizations_industry_check check (char_length(industry) between 1 and 100),
  constraint organizations_company_size_check check (company_size in ('1-10', '11-50', '51-200', '201-500', '500+')),
  constraint organizations_billing_email_check check (private.is_email(billing_email)),
  constraint organizations_timezone_check check (private.is_timezone(timezone)),
  constraint organizations_settings_is_a_small_object
    check (jsonb_typeof(settings) = 'object' and octet_length(settings::text) <= 16384)
);
create unique index organizations_slug_key on public.organizations (slug) where deleted_at is null;
create index organizations_created_by_idx on public.organizations (created_by);
create index organizations_deleted_at_idx on public.organizations (deleted_at) where deleted_at is not null;
comment on table public.organizations is 'The tenant. A deleted one is kept for 30 days, reached by nobody, then purged.';
comment on column public.organizations.timezone is 'IANA zone in which days and months of quotas begin.';
comment on column public.organizations.created_by is 'Who made it; who owns it is in organization_members.';

create table public.client_accounts (
  id uuid constraint client_accounts_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  name text not null,
  slug text not null,
  contact_email text,
  contact_phone text,
  logo_url text,
  brand_colors jsonb not null default '{}',
  settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint client_accounts_organization_id_id_key unique (organization_id, id),
  constraint client_accounts_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint client_accounts_name_check check (char_length(name) between 1 and 200),
  constraint client_accounts_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 63),
  constraint client_accounts_contact_email_check check (private.is_email(contact_email)),
  constraint client_accounts_contact_phone_check check (contact_phone ~ '^\+?[0-9][0-9 ()./-]{3,28}[0-9]$'),
  constraint client_accounts_logo_url_check check (private.is_http_url(logo_url)),
  constraint client_accounts_brand_colors_is_a_small_object
    check (jsonb_typeof(brand_colors) = 'object' and octet_length(brand_colors::text) <= 4096),
  constraint client_accounts_settings_is_a_small_object
    check (jsonb_typeof(settings) = 'object' and octet_length(settings::text) <= 16384)
);
create unique index client_accounts_organization_id_slug_key on public.client_accounts (organization_id, slug)
where deleted_at is null;
comment on table public.client_accounts is 'The clients an agency works for, inside its organization.';
comment on column public.client_accounts.brand_colors is 'Colour by purpose, e.g. {"primary": "#112233"}.';

create table public.organization_members (
  id uuid constraint organization_members_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  user_id uuid not null,
  role public.member_role not null,
  status public.member_status not null default 'active',
  client_account_id uuid,
  permissions jsonb not null default '{}',
  invited_by uuid,
  invited_at timestamptz,
  joined_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- In this order: the questions of every policy start from the user.
  constraint organization_members_user_id_organization_id_key unique (user_id, organization_id),
  constraint organization_members_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint organization_members_user_id_fkey foreign key (user_id) references public.profiles (id) on delete cascade,
  constraint organization_members_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete no action,
  constraint organization_members_invited_by_fkey foreign key (invited_by) references public.profiles (id) on delete set null,
  constraint only_clients_and_viewers_are_limited_to_a_client_account
    check (client_account_id is null or role in ('client', 'viewer')),
  constraint organization_members_permissions_is_a_small_object
    check (jsonb_typeof(permissions) = 'object' and octet_length(permissions::text) <= 4096)
);
create index organization_members_organization_id_client_account_id_idx
on public.organization_members (organization_id, client_account_id);
create index organization_members_invited_by_idx on public.organization_members (invited_by);
comment on table public.organization_members is 'Who belongs to an organization, and as what. The last owner can neither leave nor be demoted.';
comment on column public.organization_members.client_account_id is 'When set, the member sees this client''s work only.';
comment on column public.organization_members.permissions is 'Display preferences of the team page; rights follow from role alone.';

create table public.organization_invitations (
  id uuid constraint organization_invitations_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  email text not null,
  role public.member_role not null,
  client_account_id uuid,
  token_hash text not null constraint organization_invitations_token_hash_key unique,
  invited_by uuid,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint organization_invitations_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint organization_invitations_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete cascade,
  constraint organization_invitations_invited_by_fkey foreign key (invited_by)
    references public.profiles (id) on delete set null,
  constraint organization_invitations_accepted_by_fkey foreign key (accepted_by)
    references public.profiles (id) on delete set null,
  constraint organization_invitations_email_check check (private.is_email(email) and email = lower(email)),
  constraint organization_invitations_token_hash_check check (token_hash ~ '^[0-9a-f]{64}$'),
  constraint nobody_is_invited_as_owner check (role <> 'owner'),
  constraint only_clients_and_viewers_are_invited_for_a_client_account
    check (client_account_id is null or role in ('client', 'viewer')),
  constraint an_invitation_is_accepted_or_revoked_not_both check (accepted_at is null or revoked_at is null)
);
create unique index organization_invitations_organization_id_email_key
on public.organization_invitations (organization_id, email) where accepted_at is null and revoked_at is null;
create index organization_invitations_organization_id_client_account_id_idx
on public.organization_invitations (organization_id, client_account_id);
create index organization_invitations_invited_by_idx on public.organization_invitations (invited_by);
create index organization_invitations_accepted_by_idx on public.organization_invitations (accepted_by);
comment on table public.organization_invitations is 'Single-use invitations; the token itself is shown once, to the person who invites.';

alter table public.profiles
  add constraint profiles_active_organization_id_fkey foreign key (active_organization_id)
    references public.organizations (id) on delete set null;

-- Who is asking -------------------------------------------------------------------------------------------------------

create function private.active_member()
returns public.organization_members
language plpgsql
stable
security definer -- runs inside the policies of the tables it reads
set search_path = ''
as $$
declare
  v_user_id uuid := auth.uid();
  v_header text := private.request_header('x-organization-id');
  v_member public.organization_members;
begin
  if v_user_id is null then
    return null;
  end if;
  if v_header ~* '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then
    select m.* into v_member
    from public.organization_members as m
    join public.organizations as o on o.id = m.organization_id and o.deleted_at is null
    join public.profiles as p on p.id = m.user_id and p.status = 'active'
    where m.user_id = v_user_id and m.organization_id = v_header::uuid and m.status = 'active';
    if found then
      return v_member;
    end if;
  end if;
  select m.* into v_member
  from public.profiles as p
  join public.organization_members as m
    on m.user_id = p.id and m.organization_id = p.active_organization_id and m.status = 'active'
  join public.organizations as o on o.id = m.organization_id and o.deleted_at is null
  where p.id = v_user_id and p.status = 'active';
  return v_member;
end;
$$;
comment on function private.active_member() is
'The caller''s membership in the organization this request acts in: header x-organization-id when the caller is a member of that one,
else profiles.active_organization_id. Null for strangers, removed members and suspended people.';

create function private.active_org()
returns uuid
language sql
stable
security definer -- see active_member
set search_path = ''
as $$
  select (private.active_member()).organization_id
$$;
comment on function private.active_org() is 'The organization this request acts in; null when there is none.';

create function private.has_role(p_role public.member_role)
returns boolean
language sql
stable
security definer -- see active_member
set search_path = ''
as $$
  select coalesce((private.active_member()).role >= p_role, false)
$$;
comment on function private.has_role(public.member_role) is 'Whether the caller has this role or a higher one in the active organization.';

create function private.member_client_account()
returns uuid
language sql
stable
security definer -- see active_member
set search_path = ''
as $$
  select (private.active_member()).client_account_id
$$;
comment on function private.member_client_account() is 'The client account the caller is limited to in the active organization; null for no limit.';

create function private.active_org_or_raise()
returns uuid
language plpgsql
stable
security definer -- see active_member
set search_path = ''
as $$
declare
  v_organization_id uuid;
begin
  if auth.uid() is null then
    perform private.raise_error('UNAUTHORIZED', 'sign in first');
  end if;
  v_organization_id := private.active_org();
  if v_organization_id is null then
    perform private.raise_error('FORBIDDEN', 'you are not a member of the active organization',
      p_hint => 'send x-organization-id, or call switch_organization');
  end if;
  return v_organization_id;
end;
$$;
comment on function private.active_org_or_raise() is 'The active organization, or UNAUTHORIZED or FORBIDDEN.';

create function private.require_role(p_role public.member_role)
returns uuid
language plpgsql
stable
security definer -- see active_member
set search_path = ''
as $$
declare
  v_organization_id uuid := private.active_org_or_raise();
begin
  if not private.has_role(p_role) then
    perform private.raise_error('FORBIDDEN', format('this needs the role %s or a higher one', p_role),
      jsonb_build_object('required_role', p_role));
  end if;
  return v_organization_id;
end;
$$;
comment on function private.require_role(public.member_role) is 'The active organization when the caller has this role in it, else UNAUTHORIZED or FORBIDDEN.';

create function private.organization_ids(p_role public.member_role default 'viewer', p_unlimited boolean default false)
returns uuid[]
language sql
stable
security definer -- runs inside the policies of the tables it reads
set search_path = ''
as $$
  select coalesce(array_agg(m.organization_id), '{}')
  from public.organization_members as m
  join public.organizations as o on o.id = m.organization_id and o.deleted_at is null
  join public.profiles as p on p.id = m.user_id and p.status = 'active'
  where m.user_id = (select auth.uid()) and m.status = 'active' and m.role >= p_role
    and not (p_unlimited and (m.role = 'client' or m.client_account_id is not null))
$$;
comment on function private.organization_ids(public.member_role, boolean) is
'Organizations in which the caller has at least this role; p_unlimited leaves out those where the caller is a client.';

-- Sign-up and deletion of a person ------------------------------------------------------------------------------------

create function private.add_organization(
  p_name text, p_type public.organization_type, p_owner_id uuid, p_slug text default null, p_timezone text default 'UTC'
)
returns public.organizations
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_base text := coalesce(p_slug, private.slugify(p_name), 'organization');
  v_organization public.organizations;
begin
  for v_try in 0..9 loop
    insert into public.organizations (name, slug, type, created_by, timezone)
    values (
      p_name, v_base || case v_try when 0 then '' else '-' || left(private.token_hash(private.new_token()), 6 + v_try) end,
      p_type, p_owner_id, p_timezone
    )
    on conflict (slug) where deleted_at is null do nothing
    returning * into v_organization;
    exit when found or p_slug is not null;
  end loop;
  if v_organization.id is null then
    perform private.raise_error('CONFLICT', 'this slug is taken', jsonb_build_object('field', 'p_slug'));
  end if;
  -- Subscription first: the place of the owner is counted against its plan.
  perform private.start_free_subscription(v_organization.id);
  insert into public.organization_members (organization_id, user_id, role)
  values (v_organization.id, p_owner_id, 'owner');
  return v_organization;
end;
$$;
comment on function private.add_organization(text, public.organization_type, uuid, text, text) is
'An organization with its owner and a free subscription; a taken slug gets a suffix unless it was asked for by name.';

create function private.handle_new_user()
returns trigger
language plpgsql
volatile
security definer -- the auth service writes auth.users and may write nothing of ours
set search_path = ''
as $$
declare
  v_meta jsonb := private.to_json_object(new.raw_user_meta_data);
  v_first_name text := nullif(left(btrim(v_meta ->> 'first_name'), 100), '');
  v_last_name text := nullif(left(btrim(v_meta ->> 'last_name'), 100), '');
  v_full_name text := nullif(left(btrim(coalesce(
    v_meta ->> 'full_name', v_meta ->> 'name', concat_ws(' ', v_first_name, v_last_name)
  )), 200), '');
  v_timezone text := coalesce(nullif(v_meta ->> 'timezone', ''), 'UTC');
  v_language text := coalesce(v_meta ->> 'language', v_meta ->> 'language_preference', 'en');
  v_avatar_url text := coalesce(v_meta ->> 'avatar_url', v_meta ->> 'picture');
  v_organization public.organizations;
begin
  -- Metadata is whatever the client sent: what does not fit is left out, and never stops a sign-up.
  insert into public.profiles (
    id, email, full_name, first_name, last_name, avatar_url, country_code, timezone, language, email_verified, phone,
    phone_verified, last_login_at
  )
  values (
    new.id,
    case when private.is_email(new.email) then new.email end,
    v_full_name, v_first_name, v_last_name,
    case when private.is_http_url(v_avatar_url) then v_avatar_url end,
    case when v_meta ->> 'country_code' ~ '^[A-Z]{2}$' then v_meta ->> 'country_code' end,
    case when private.is_timezone(v_timezone) then v_timezone else 'UTC' end,
    case when v_language ~ '^[a-z]{2,3}(-[A-Z]{2})?$' then v_language else 'en' end,
    new.email_confirmed_at is not null,
    private.phone_or_null(new.phone),
    new.phone_confirmed_at is not null,
    new.last_sign_in_at
  );
  insert into public.user_settings (user_id) values (new.id);
  v_organization := private.add_organization(
    coalesce(nullif(left(btrim(v_meta ->> 'organization_name'), 200), ''), v_full_name,
      nullif(left(split_part(new.email, '@', 1), 200), ''), 'Personal'),
    'individual', new.id, null, case when private.is_timezone(v_timezone) then v_timezone else 'UTC' end
  );
  update public.profiles set active_organization_id = v_organization.id where id = new.id;
  return null;
end;
$$;
comment on function private.handle_new_user() is 'Sign-up: profile, settings, personal organization with its owner and free subscription.';

create function private.phone_or_null(p_phone text)
returns text
language sql
immutable
set search_path = ''
as $$
  select case when p_phone ~ '^\+?[0-9][0-9 ()./-]{3,28}[0-9]$' then p_phone end
$$;
comment on function private.phone_or_null(text) is 'The number when profiles takes it.';

create function private.handle_user_change()
returns trigger
language plpgsql
volatile
security definer -- the auth service writes auth.users and may write nothing of ours
set search_path = ''
as $$
begin
  update public.profiles as p
  set
    email = case when private.is_email(new.email) then new.email end,
    email_verified = new.email_confirmed_at is not null,
    phone = case when new.phone is distinct from old.phone then private.phone_or_null(new.phone) else p.phone end,
    phone_verified = new.phone_confirmed_at is not null
      and case when new.phone is distinct from old.phone then true else p.phone_verified or p.phone = new.phone end,
    last_login_at = new.last_sign_in_at,
    status = case when new.deleted_at is not null then 'deleted' else p.status end,
    deleted_at = coalesce(p.deleted_at, new.deleted_at)
  where p.id = new.id;
  return null;
end;
$$;
comment on function private.handle_user_change() is 'Copies what Supabase Auth changed: address, verification, last sign-in, deletion.';

create function private.release_organizations()
returns trigger
language plpgsql
volatile
security definer -- the auth service deletes the person; organizations are not its business
set search_path = ''
as $$
declare
  v_organization public.organizations;
begin
  for v_organization in
    select o.*
    from public.organization_members as m
    join public.organizations as o on o.id = m.organization_id
    where m.user_id = old.id and o.deleted_at is null
    order by o.id
    for no key update of o
  loop
    continue when exists (
      select from public.organization_members as m
      where m.organization_id = v_organization.id and m.user_id <> old.id and m.role = 'owner' and m.status = 'active'
    );
    if exists (
      select from public.organization_members as m
      where m.organization_id = v_organization.id and m.user_id <> old.id and m.status = 'active'
    ) and exists (
      select from public.organization_members as m
      where m.organization_id = v_organization.id and m.user_id = old.id and m.role = 'owner'
    ) then
      perform private.raise_error('CONFLICT',
        'this person is the last owner of an organization with other members: transfer the ownership first',
        jsonb_build_object('organization_id', v_organization.id));
    end if;
    perform private.close_organization(v_organization.id, old.id);
    -- It was named after the person, or by them alone.
    update public.organizations
    set name = 'Deleted organization', slug = 'deleted-' || id, logo_url = null, website = null, billing_email = null, settings = '{}'
    where id = v_organization.id;
  end loop;
  -- Invitations hold the address of the person.
  delete from public.organization_invitations as i where i.accepted_by = old.id or i.email = lower(old.email);
  return old;
end;
$$;
comment on function private.release_organizations() is
'Before a person goes: an organization of theirs alone is closed with them; one with other members needs another owner first.';

create function private.close_organization(p_organization_id uuid, p_leaving_user_id uuid default null)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  update public.organizations set deleted_at = now() where id = p_organization_id and deleted_at is null;
  update public.organization_invitations set revoked_at = now()
  where organization_id = p_organization_id and accepted_at is null and revoked_at is null;
  perform private.end_subscription(p_organization_id, 'organization deleted');
  update public.profiles as p
  set active_organization_id = private.fallback_organization(p.id, p_organization_id)
  -- The row of a person who is being deleted cannot be updated on its way out.
  where p.active_organization_id = p_organization_id and p.id is distinct from p_leaving_user_id;
end;
$$;
comment on function private.close_organization(uuid, uuid) is 'Soft deletion: nobody reaches it any more, its subscription ends, its slug is free.';

create function private.fallback_organization(p_user_id uuid, p_except uuid)
returns uuid
language sql
stable
set search_path = ''
as $$
  select m.organization_id
  from public.organization_members as m
  join public.organizations as o on o.id = m.organization_id and o.deleted_at is null
  where m.user_id = p_user_id and m.status = 'active' and m.organization_id <> p_except
  order by m.role desc, m.joined_at, m.id
  limit 1
$$;
comment on function private.fallback_organization(uuid, uuid) is 'Where a person continues when the active organization is gone.';

create function private.purge_deleted_organizations()
returns bigint
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_purged bigint;
begin
  -- One batch an hour: deleting a tenant cascades to all its rows.
  delete from public.organizations as o
  where o.id in (
    select d.id from public.organizations as d
    where d.deleted_at < now() - interval '30 days'
    order by d.deleted_at
    limit 20
  );
  get diagnostics v_purged = row_count;
  return v_purged;
end;
$$;
comment on function private.purge_deleted_organizations() is 'Removes organizations 30 days after their deletion, with everything of theirs.';

-- Members -------------------------------------------------------------------------------------------------------------

create function private.keep_an_owner()
returns trigger
language plpgsql
volatile
security definer -- whoever changes members, the rule sees all of them
set search_path = ''
as $$
begin
  -- The lock makes two owners who leave at once wait for each other; the count after it sees what the first one did.
  perform from public.organizations as o where o.id = old.organization_id and o.deleted_at is null for no key update;
  if found and not exists (
    select from public.organization_members as m
    where m.organization_id = old.organization_id and m.role = 'owner' and m.status = 'active'
  ) then
    perform private.raise_error('CONFLICT', 'an organization needs an owner: make somebody else owner first');
  end if;
  return null;
end;
$$;
comment on function private.keep_an_owner() is 'No path leaves a living organization without an active owner.';

create function private.leave_active_organization()
returns trigger
language plpgsql
volatile
security definer -- writes the profile of the person who was removed
set search_path = ''
as $$
begin
  update public.profiles as p
  set active_organization_id = private.fallback_organization(p.id, old.organization_id)
  where p.id = old.user_id and p.active_organization_id = old.organization_id;
  return null;
end;
$$;
comment on function private.leave_active_organization() is 'Who was removed continues in another organization of theirs.';

-- Triggers ------------------------------------------------------------------------------------------------------------

create trigger touch before update on public.organizations
for each row execute function private.touch();
create trigger touch before update on public.client_accounts
for each row execute function private.touch();
create trigger touch before update on public.organization_members
for each row execute function private.touch();
create trigger touch before update on public.organization_invitations
for each row execute function private.touch();

create trigger keep_an_owner after delete on public.organization_members
for each row when (old.role = 'owner') execute function private.keep_an_owner();
create trigger keep_an_owner_on_change after update of role, status, organization_id, user_id on public.organization_members
for each row when (old.role = 'owner') execute function private.keep_an_owner();
create trigger leave_active_organization after delete on public.organization_members
for each row execute function private.leave_active_organization();
create trigger release_organizations before delete on public.profiles
for each row execute function private.release_organizations();

create trigger content_catalyst_new_user after insert on auth.users
for each row execute function private.handle_new_user();
create trigger content_catalyst_user_change
after update of email, email_confirmed_at, phone, phone_confirmed_at, last_sign_in_at, deleted_at on auth.users
for each row execute function private.handle_user_change();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.organizations enable row level security;
alter table public.client_accounts enable row level security;
alter table public.organization_members enable row level security;
alter table public.organization_invitations enable row level security;

create policy organizations_select_members on public.organizations
for select to authenticated
using (id = any ((select private.organization_ids())::uuid[]));
comment on policy organizations_select_members on public.organizations is 'Every organization of the caller, for the switcher.';

create policy organizations_update_admins on public.organizations
for update to authenticated
using (id = (select private.active_org()) and (select private.has_role('admin')))
with check (id = (select private.active_org()));

create policy organization_members_select_colleagues on public.organization_members
for select to authenticated
using (
  (user_id = (select auth.uid()) and organization_id = any ((select private.organization_ids())::uuid[]))
  or organization_id = any ((select private.organization_ids('viewer', true))::uuid[])
);
comment on policy organization_members_select_colleagues on public.organization_members is
'Staff see their colleagues; a client sees only that they are a member themselves, not who the other clients are.';

create policy organization_invitations_select_admins on public.organization_invitations
for select to authenticated
using (organization_id = any ((select private.organization_ids('admin'))::uuid[]));

create policy client_accounts_select_members on public.client_accounts
for select to authenticated
using (
  organization_id = (select private.active_org())
  and deleted_at is null
  and ((select private.member_client_account()) is null or id = (select private.member_client_account()))
);

grant select on public.organizations, public.organization_members, public.client_accounts to authenticated;
-- The hash of a pending token stays inside.
grant select (
  id, organization_id, email, role, client_account_id, invited_by, expires_at, accepted_at, accepted_by, revoked_at,
  created_at, updated_at
) on public.organization_invitations to authenticated;
grant update (name, logo_url, website, industry, company_size, billing_email, settings) on public.organizations to authenticated;
grant select on public.organizations, public.organization_members, public.organization_invitations, public.client_accounts
to service_role;

grant execute on function
  private.active_org(),
  private.has_role(public.member_role),
  private.member_client_account(),
  private.active_org_or_raise(),
  private.require_role(public.member_role),
  private.organization_ids(public.member_role, boolean)
to authenticated, service_role;

-- Cron ----------------------------------------------------------------------------------------------------------------

select cron.schedule('purge-deleted-organizations', '27 * * * *', 'select private.purge_deleted_organizations()');
