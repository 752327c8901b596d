-- Purpose: follow creators and stop; the shared rows of creators, for servers.
-- Objects: follow_creator, unfollow_creator; for servers save_creator.

-- Names ---------------------------------------------------------------------------------------------------------------

create function private.creator_name(p_platform text, p_username text, out platform text, out username text)
returns record
language plpgsql
stable
set search_path = ''
as $$
begin
  platform := lower(btrim(p_platform));
  platform := case platform when 'twitter' then 'x' else platform end;
  perform private.require(
    platform in ('instagram', 'tiktok', 'youtube', 'linkedin', 'x')
    and exists (select from public.platforms as p where p.slug = creator_name.platform and p.is_active),
    'p_platform', 'p_platform must be one of instagram, tiktok, youtube, linkedin, x'
  );
  username := ltrim(btrim(p_username), '@');
  perform private.require(
    username ~ '^[A-Za-z0-9._-]{1,100}$', 'p_username', 'p_username must be a name of letters, digits, dots, hyphens and underscores'
  );
end;
$$;
comment on function private.creator_name(text, text) is 'Platform and user name as we keep them, or VALIDATION_ERROR.';

create function private.creator_profile_url(p_platform text, p_username text)
returns text
language sql
immutable
set search_path = ''
as $$
  select case p_platform
    when 'instagram' then 'https://www.instagram.com/' || p_username || '/'
    when 'tiktok' then 'https://www.tiktok.com/@' || p_username
    when 'youtube' then 'https://www.youtube.com/@' || p_username
    when 'linkedin' then 'https://www.linkedin.com/in/' || p_username || '/'
    when 'x' then 'https://x.com/' || p_username
  end
$$;
comment on function private.creator_profile_url(text, text) is 'Where the platform shows this person.';

-- Following -----------------------------------------------------------------------------------------------------------

create function private.follow_creator(p_platform text, p_username text, p_category text)
returns jsonb
language plpgsql
volatile
security definer -- creators are shared rows that no client writes; the role is checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_name record := private.creator_name(p_platform, p_username);
  v_creator public.creators;
  v_followed public.followed_creators;
begin
  perform private.require(
    p_category is null or exists (select from public.creator_categories as c where c.slug = p_category and c.is_active),
    'p_category', 'p_category is not a category of creators'
  );
  insert into public.creators (platform, username, profile_url, category)
  values (v_name.platform, v_name.username, private.creator_profile_url(v_name.platform, v_name.username), p_category)
  on conflict (platform, lower(username)) do nothing;
  select c.* into v_creator
  from public.creators as c
  where c.platform = v_name.platform and lower(c.username) = lower(v_name.username);
  insert into public.followed_creators as f (organization_id, creator_id, followed_by)
  values (v_organization_id, v_creator.id, (select auth.uid()))
  on conflict (organization_id, creator_id) do update
  set is_active = true, unfollowed_at = null, followed_at = now(), followed_by = excluded.followed_by
  where not f.is_active;
  select f.* into v_followed
  from public.followed_creators as f
  where f.organization_id = v_organization_id and f.creator_id = v_creator.id;
  return to_jsonb(v_followed) || jsonb_build_object('creator', to_jsonb(v_creator));
end;
$$;
comment on function private.follow_creator(text, text, text) is 'The work of public.follow_creator.';

create function public.follow_creator(
  p_platform text default null, p_username text default null, p_category text default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer('follow_creator', jsonb_build_array(p_platform, p_username, p_category)),
    private.remember_answer('follow_creator', private.follow_creator(p_platform, p_username, p_category))
  )
$$;
comment on function public.follow_creator(text, text, text) is
'Watch a creator of instagram, tiktok, youtube, linkedin or x; one nobody knew yet is added. Takes one of the plan''s creators; following
again changes nothing. Creators and above. Returns the row of followed_creators with creator.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR, QUOTA_EXCEEDED.';

create function private.unfollow_creator(p_creator_id uuid)
returns void
language plpgsql
volatile
security definer -- clients have no write grant on what they follow; the role is checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
begin
  perform private.require(p_creator_id is not null, 'p_creator_id', 'p_creator_id is missing');
  update public.followed_creators as f
  set is_active = false, unfollowed_at = now()
  where f.organization_id = v_organization_id and f.creator_id = p_creator_id and f.is_active;
  if not found then
    perform private.raise_error('NOT_FOUND', 'the organization does not follow this creator');
  end if;
end;
$$;
comment on function private.unfollow_creator(uuid) is 'The work of public.unfollow_creator.';

create function public.unfollow_creator(p_creator_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.unfollow_creator(p_creator_id)
$$;
comment on function public.unfollow_creator(uuid) is
'Stop watching a creator; the place in the plan is free at once. Creators and above.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR, NOT_FOUND.';

-- For servers ---------------------------------------------------------------------------------------------------------

create function public.save_creator(p_platform text, p_username text, p_profile jsonb default '{}')
returns uuid
language plpgsql
volatile
security definer -- the only way to write creators
set search_path = ''
as $$
declare
  v_name record := private.creator_name(p_platform, p_username);
  v_profile jsonb := coalesce(p_profile, '{}');
  v_id uuid;
begin
  perform private.require(jsonb_typeof(v_profile) = 'object', 'p_profile', 'p_profile must be an object');
  perform private.require(
    v_profile - array['display_name', 'follower_count', 'category', 'is_verified', 'is_active', 'scrape_frequency_hours', 'metadata'] = '{}',
    'p_profile',
    'p_profile knows display_name, follower_count, category, is_verified, is_active, scrape_frequency_hours, metadata'
  );
  insert into public.creators as c (
    platform, username, profile_url, display_name, follower_count, category, is_verified, is_active,
    scrape_frequency_hours, metadata, last_scraped_at, next_scrape_at
  )
  select
    v_name.platform, v_name.username, private.creator_profile_url(v_name.platform, v_name.username), p.display_name,
    p.follower_count, p.category, coalesce(p.is_verified, false), coalesce(p.is_active, true),
    coalesce(p.scrape_frequency_hours, 1), coalesce(p.metadata, '{}'), now(),
    now() + make_interval(hours => coalesce(p.scrape_frequency_hours, 1))
  from jsonb_to_record(v_profile) as p (
    display_name text, follower_count bigint, category text, is_verified boolean, is_active boolean,
    scrape_frequency_hours integer, metadata jsonb
  )
  on conflict (platform, lower(username)) do update
  set
    username = excluded.username,
    profile_url = excluded.profile_url,
    display_name = case when v_profile ? 'display_name' then excluded.display_name else c.display_name end,
    follower_count = case when v_profile ? 'follower_count' then excluded.follower_count else c.follower_count end,
    category = case when v_profile ? 'category' then excluded.category else c.category end,
    is_verified = case when v_profile ? 'is_verified' then excluded.is_verified else c.is_verified end,
    is_active = case when v_profile ? 'is_active' then excluded.is_active else c.is_active end,
    scrape_frequency_hours = case
      when v_profile ? 'scrape_frequency_hours' then excluded.scrape_frequency_hours else c.scrape_frequency_hours
    end,
    metadata = case when v_profile ? 'metadata' then excluded.metadata else c.metadata end,
    last_scraped_at = excluded.last_scraped_at
  returning c.id into v_id;
  return v_id;
end;
$$;
comment on function public.save_creator(text, text, jsonb) is
'What a platform shows of a creator today; absent fields stay. The profile is due again its scrape_frequency_hours from now. Returns the id.
Errors: VALIDATION_ERROR.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.follow_creator(text, text, text), private.follow_creator(text, text, text),
  public.unfollow_creator(uuid), private.unfollow_creator(uuid)
to authenticated;
grant execute on function public.save_creator(text, text, jsonb) to service_role;
