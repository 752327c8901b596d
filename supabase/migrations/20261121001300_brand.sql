-- Purpose: who a brand is and whom it speaks to.
-- Objects: brand_profiles, audience_profiles, their defaults and deletion, policies and grants.

create type public.writing_tone as enum ('professional', 'casual', 'viral', 'hinglish', 'enthusiastic');
comment on type public.writing_tone is 'Tone presets; hinglish: Hindi and English mixed, in Latin script.';

create function private.is_text_list(p_values text[], p_max_items integer, p_max_length integer)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select cardinality(p_values) <= p_max_items and coalesce(array_ndims(p_values), 1) = 1
    and array_position(p_values, null) is null
    and (
      select coalesce(bool_and(char_length(v.value) between 1 and p_max_length), true)
      from unnest(p_values) as v (value)
    )
$$;
comment on function private.is_text_list(text[], integer, integer) is
'For checks: a plain list of so many texts of so many characters, none empty or null.';

create function private.is_http_url_list(p_values text[], p_max_items integer)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select private.is_text_list(p_values, p_max_items, 2048)
    and (select coalesce(bool_and(private.is_http_url(v.value)), true) from unnest(p_values) as v (value))
$$;
comment on function private.is_http_url_list(text[], integer) is 'For checks: so many http or https addresses.';

-- Tables --------------------------------------------------------------------------------------------------------------

create table public.brand_profiles (
  id uuid constraint brand_profiles_pkey primary key default gen_random_uuid(),
  organization_id uuid not null default private.active_org(),
  user_id uuid default auth.uid(),
  client_account_id uuid,
  name text not null,
  description text,
  persona_description text,
  industry text,
  target_audience text,
  content_goals text[] not null default '{}',
  preferred_platforms text[] not null default '{}',
  tone_preset public.writing_tone,
  custom_guidelines text,
  sample_content_urls text[] not null default '{}',
  content_style_preferences jsonb not null default '{}',
  social_media_handles jsonb not null default '{}',
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint brand_profiles_organization_id_id_key unique (organization_id, id),
  constraint brand_profiles_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint brand_profiles_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint brand_profiles_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete cascade,
  constraint brand_profiles_name_check check (char_length(btrim(name)) between 1 and 255),
  constraint brand_profiles_description_check check (char_length(description) <= 5000),
  constraint brand_profiles_persona_description_check check (char_length(persona_description) <= 5000),
  constraint brand_profiles_industry_check check (char_length(industry) <= 100),
  constraint brand_profiles_target_audience_check check (char_length(target_audience) <= 5000),
  constraint brand_profiles_content_goals_check check (private.is_text_list(content_goals, 20, 200)),
  constraint brand_profiles_preferred_platforms_check check (private.is_text_list(preferred_platforms, 20, 32)),
  constraint brand_profiles_custom_guidelines_check check (char_length(custom_guidelines) <= 20000),
  constraint brand_profiles_sample_content_urls_check check (private.is_http_url_list(sample_content_urls, 50)),
  constraint brand_profiles_content_style_preferences_is_a_small_object check (
    jsonb_typeof(content_style_preferences) = 'object' and octet_length(content_style_preferences::text) <= 16384
  ),
  constraint brand_profiles_social_media_handles_is_a_small_object
    check (jsonb_typeof(social_media_handles) = 'object' and octet_length(social_media_handles::text) <= 4096),
  constraint a_deleted_brand_profile_is_no_default check (not is_default or deleted_at is null)
);
create index brand_profiles_organization_id_created_at_idx
on public.brand_profiles (organization_id, created_at desc, id desc) where deleted_at is null;
create unique index brand_profiles_organization_id_client_account_id_key
on public.brand_profiles (organization_id, client_account_id) nulls not distinct where is_default;
create index brand_profiles_client_account_id_idx on public.brand_profiles (organization_id, client_account_id)
where client_account_id is not null;
create index brand_profiles_user_id_idx on public.brand_profiles (user_id) where user_id is not null;
create index brand_profiles_deleted_at_idx on public.brand_profiles (deleted_at) where deleted_at is not null;
comment on table public.brand_profiles is
'A voice to write in: of the organization itself, or of one of its clients. A deleted one is kept for 30 days.';
comment on column public.brand_profiles.client_account_id is 'Null: the organization''s own brand. A brand does not move to another client.';
comment on column public.brand_profiles.preferred_platforms is 'Slugs of platforms, in order of preference.';
comment on column public.brand_profiles.sample_content_urls is 'Published examples; brand_voice_samples hold the texts.';
comment on column public.brand_profiles.social_media_handles is 'Handle by platform, e.g. {"instagram": "@name"}.';
comment on column public.brand_profiles.content_style_preferences is
'{"style": motivational, educational, entertainment or business}: of titles and scripts that are asked for without one; whatever else it holds is
kept as it is.';
comment on column public.brand_profiles.is_default is
'Used when nothing else is named; one for the organization itself and one for each client, see set_default_brand_profile.';

create table public.audience_profiles (
  id uuid constraint audience_profiles_pkey primary key default gen_random_uuid(),
  organization_id uuid not null default private.active_org(),
  user_id uuid default auth.uid(),
  client_account_id uuid,
  brand_profile_id uuid,
  name text not null,
  description text,
  demographics jsonb not null default '{}',
  interests text[] not null default '{}',
  pain_points text[] not null default '{}',
  preferred_content_types text[] not null default '{}',
  platform_habits jsonb not null default '{}',
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint audience_profiles_organization_id_id_key unique (organization_id, id),
  constraint audience_profiles_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint audience_profiles_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint audience_profiles_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete cascade,
  constraint audience_profiles_brand_profile_id_fkey foreign key (organization_id, brand_profile_id)
    references public.brand_profiles (organization_id, id) on delete cascade,
  constraint audience_profiles_name_check check (char_length(btrim(name)) between 1 and 255),
  constraint audience_profiles_description_check check (char_length(description) <= 5000),
  constraint audience_profiles_demographics_is_a_small_object
    check (jsonb_typeof(demographics) = 'object' and octet_length(demographics::text) <= 8192),
  constraint audience_profiles_interests_check check (private.is_text_list(interests, 50, 200)),
  constraint audience_profiles_pain_points_check check (private.is_text_list(pain_points, 50, 500)),
  constraint audience_profiles_preferred_content_types_check
    check (private.is_text_list(preferred_content_types, 20, 50)),
  constraint audience_profiles_platform_habits_is_a_small_object
    check (jsonb_typeof(platform_habits) = 'object' and octet_length(platform_habits::text) <= 8192),
  constraint a_deleted_audience_profile_is_no_default check (not is_default or deleted_at is null)
);
create index audience_profiles_organization_id_created_at_idx
on public.audience_profiles (organization_id, created_at desc, id desc) where deleted_at is null;
create unique index audience_profiles_organization_id_client_account_id_key
on public.audience_profiles (organization_id, client_account_id, brand_profile_id) nulls not distinct where is_default;
create index audience_profiles_client_account_id_idx on public.audience_profiles (organization_id, client_account_id)
where client_account_id is not null;
create index audience_profiles_brand_profile_id_idx on public.audience_profiles (organization_id, brand_profile_id)
where brand_profile_id is not null;
create index audience_profiles_user_id_idx on public.audience_profiles (user_id) where user_id is not null;
create index audience_profiles_deleted_at_idx on public.audience_profiles (deleted_at) where deleted_at is not null;
comment on table public.audience_profiles is 'Whom a brand speaks to. A deleted one is kept for 30 days.';
comment on column public.audience_profiles.client_account_id is 'That of the brand, when there is one.';
comment on column public.audience_profiles.demographics is
'E.g. {"age_range": "25-45", "gender": "all", "location": ["India", "US"]}.';
comment on column public.audience_profiles.platform_habits is 'Habits by platform slug, e.g. {"instagram": {"active_hours": "18-22"}}.';
comment on column public.audience_profiles.is_default is 'One for each brand, and one without a brand for the organization and for each client.';

insert into private.retention_rules (parent, method, time_column, retain, description) values
  ('public.brand_profiles', 'delete_rows', 'deleted_at', interval '30 days', 'Deleted brands, with their samples and customizations.'),
  ('public.audience_profiles', 'delete_rows', 'deleted_at', interval '30 days', 'Deleted audiences.');

-- Triggers ------------------------------------------------------------------------------------------------------------

create function private.check_brand_profile()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_unknown text;
begin
  select w.slug into v_unknown
  from unnest(new.preferred_platforms) as w (slug)
  where not exists (select from public.platforms as p where p.slug = w.slug)
  limit 1;
  perform private.require(
    not found, 'preferred_platforms', format('preferred_platforms contains %s, which is not a platform', left(v_unknown, 40))
  );
  return new;
end;
$$;
comment on function private.check_brand_profile() is 'preferred_platforms names platforms.';

create function private.follow_brand()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  if new.brand_profile_id is null then
    return new;
  end if;
  select b.client_account_id into new.client_account_id
  from public.brand_profiles as b
  where b.organization_id = new.organization_id and b.id = new.brand_profile_id and b.deleted_at is null;
  if not found then
    perform private.raise_error('NOT_FOUND', 'the active organization has no such brand profile');
  end if;
  return new;
end;
$$;
comment on function private.follow_brand() is
'What belongs to a brand belongs to that brand''s client: organization, client and brand cannot contradict each other.';

create trigger check_row before insert or update of preferred_platforms on public.brand_profiles
for each row when (cardinality(new.preferred_platforms) > 0) execute function private.check_brand_profile();
create trigger follow_brand before insert or update of brand_profile_id on public.audience_profiles
for each row execute function private.follow_brand();
create trigger touch before update on public.brand_profiles
for each row execute function private.touch();
create trigger touch before update on public.audience_profiles
for each row execute function private.touch();

select private.attach_audit('public.brand_profiles', p_shown => '{name}');
select private.attach_audit('public.audience_profiles', p_shown => '{name}');

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.brand_profiles enable row level security;
alter table public.audience_profiles enable row level security;

create policy brand_profiles_select_members on public.brand_profiles
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and deleted_at is null
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy brand_profiles_insert_creators on public.brand_profiles
for insert to authenticated
with check (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

create policy brand_profiles_update_creators on public.brand_profiles
for update to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator') and deleted_at is null)
with check (organization_id = (select organization_id from private.acting_member));

create policy audience_profiles_select_members on public.audience_profiles
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and deleted_at is null
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy audience_profiles_insert_creators on public.audience_profiles
for insert to authenticated
with check (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

create policy audience_profiles_update_creators on public.audience_profiles
for update to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator') and deleted_at is null)
with check (organization_id = (select organization_id from private.acting_member));

-- Checks run as whoever writes the row.
grant execute on function private.is_text_list(text[], integer, integer), private.is_http_url_list(text[], integer)
to authenticated, service_role;
grant select on public.brand_profiles, public.audience_profiles to authenticated, service_role;
grant insert (
  client_account_id, name, description, persona_description, industry, target_audience, content_goals,
  preferred_platforms, tone_preset, custom_guidelines, sample_content_urls, content_style_preferences,
  social_media_handles
) on public.brand_profiles to authenticated;
grant update (
  name, description, persona_description, industry, target_audience, content_goals, preferred_platforms, tone_preset,
  custom_guidelines, sample_content_urls, content_style_preferences, social_media_handles
) on public.brand_profiles to authenticated;
grant insert (
  client_account_id, brand_profile_id, name, description, demographics, interests, pain_points,
  preferred_content_types, platform_habits
) on public.audience_profiles to authenticated;
grant update (
  name, description, demographics, interests, pain_points, preferred_content_types, platform_habits
) on public.audience_profiles to authenticated;
