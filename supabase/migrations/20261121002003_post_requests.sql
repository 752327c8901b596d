-- Purpose: plan posts, one for each account, at a moment or a time of day.
-- Objects: post_options, require_post_time, find_post, post_state, schedule_post.

-- Validation ----------------------------------------------------------------------------------------------------------

create function private.post_options(p_options jsonb, p_name text default 'p_options')
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_key text;
  v_value jsonb;
  v_kind text;
  v_holds boolean;
  v_rule text;
begin
  if p_options is null or p_options = 'null'::jsonb then
    return '{}'::jsonb;
  end if;
  perform private.require(jsonb_typeof(p_options) = 'object', p_name, format('%s must be an object', p_name));
  for v_key, v_value in select o.key, o.value from jsonb_each(p_options) as o loop
    v_kind := jsonb_typeof(v_value);
    continue when v_kind = 'null';
    select t.holds, t.rule into v_holds, v_rule
    from (
      select
        case
          when v_key in ('title', 'description', 'post_caption') then v_kind = 'string' and char_length(v_value #>> '{}')
            between 1 and case v_key when 'title' then 500 when 'description' then 10000 else 70000 end
          when v_key in ('tags', 'post_hashtags') then v_kind = 'array'
            and jsonb_array_length(v_value) <= case v_key when 'tags' then 500 else 100 end
            and octet_length(v_value::text) <= 8000
            and not jsonb_path_exists(v_value, 'strict $[*] ? (@.type() != "string")')
          when v_key = 'post_metadata' then v_kind = 'object' and octet_length(v_value::text) <= 16384
          when v_key = 'thumbnail_url' then v_kind = 'string' and private.is_http_url(v_value #>> '{}')
          when v_key = 'privacy_status' then v_value in ('"public"', '"unlisted"', '"private"')
          when v_key = 'license' then v_value in ('"youtube"', '"creativeCommons"')
          when v_key = 'category_id' then v_value #>> '{}' ~ '^[1-9][0-9]{0,2}$'
          when v_key in ('is_made_for_kids', 'auto_publish', 'is_ai_optimized') then v_kind = 'boolean'
          when v_key = 'max_delay_minutes' then v_kind = 'number' and v_value #>> '{}' ~ '^[0-9]{1,5}$'
            and (v_value #>> '{}')::integer between 1 and 10080
          when v_key = 'max_retries' then v_kind = 'number' and v_value #>> '{}' ~ '^([0-9]|10)$'
          when v_key = 'optimal_time_score' then v_kind = 'number' and (v_value #>> '{}')::numeric between 0 and 100
          when v_key in ('client_account_id', 'production_job_id', 'content_asset_id')
            then v_kind = 'string' and v_value #>> '{}' ~* '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'
          else false
        end as holds,
        case
          when v_key in ('title', 'description', 'post_caption') then 'must be a string of at least one character, and not too long'
          when v_key in ('tags', 'post_hashtags') then 'must be an array of strings, and not too long'
          when v_key = 'post_metadata' then 'must be an object of at most 16 kB'
          when v_key = 'thumbnail_url' then 'must be an http or https address'
          when v_key = 'privacy_status' then 'must be public, unlisted or private'
          when v_key = 'license' then 'must be youtube or creativeCommons'
          when v_key = 'category_id' then 'must be a number from 1 to 999'
          when v_key in ('is_made_for_kids', 'auto_publish', 'is_ai_optimized') then 'must be true or false'
          when v_key = 'max_delay_minutes' then 'must be from 1 to 10080'
          when v_key = 'max_retries' then 'must be from 0 to 10'
          when v_key = 'optimal_time_score' then 'must be from 0 to 100'
          when v_key in ('client_account_id', 'production_job_id', 'content_asset_id') then 'must be an id'
          else 'is not known'
        end as rule
    ) as t;
    perform private.require(
      v_holds, p_name || '.' || left(v_key, 40), format('%s.%s %s', p_name, left(v_key, 40), v_rule)
    );
  end loop;
  return jsonb_strip_nulls(p_options);
end;
$$;
comment on function private.post_options(jsonb, text) is 'What a post can be given beside account, content and time, or VALIDATION_ERROR.';

create function private.require_post_time(
  p_scheduled_for timestamptz, p_local_on date, p_local_time time, p_timezone text
)
returns timestamptz
language plpgsql
stable
set search_path = ''
as $$
declare
  v_at timestamptz := p_scheduled_for;
begin
  perform private.require(private.is_timezone(p_timezone), 'p_timezone', 'p_timezone must be an IANA time zone such as Europe/Amsterdam');
  perform private.require(
    (p_local_on is null) = (p_local_time is null), 'p_local_time', 'p_local_on and p_local_time belong together'
  );
  perform private.require(
    num_nonnulls(p_scheduled_for, p_local_on) <= 1, 'p_scheduled_for', 'give p_scheduled_for, or p_local_on and p_local_time'
  );
  if p_local_on is not null then
    perform private.require(
      p_local_on between date '2000-01-01' and date '2200-01-01', 'p_local_on', 'p_local_on is out of range'
    );
    perform private.require(p_local_time < '24:00', 'p_local_time', 'p_local_time must be before 24:00');
    select r.resolved_at into v_at from private.resolve_local_time(p_local_on, p_local_time, p_timezone) as r;
  end if;
  -- A clock may be a little behind.
  perform private.require(
    v_at is null or v_at between now() - interval '1 minute' and now() + interval '2 years',
    case when p_local_on is null then 'p_scheduled_for' else 'p_local_on' end,
    'the time must be from now on, within two years'
  );
  return v_at;
end;
$$;
comment on function private.require_post_time(timestamptz, date, time, text) is
'The moment that is meant, null for at once, or VALIDATION_ERROR.';

create function private.find_post(p_organization_id uuid, p_id uuid)
returns public.scheduled_posts
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_client_account_id uuid := private.member_client_account();
  v_post public.scheduled_posts;
begin
  perform private.require(p_id is not null, 'p_scheduled_post_id', 'p_scheduled_post_id is missing');
  select p.* into v_post
  from public.scheduled_posts as p
  where p.organization_id = p_organization_id and p.id = p_id
    and (v_client_account_id is null or p.client_account_id = v_client_account_id)
  for no key update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such post in the active organization');
  end if;
  return v_post;
end;
$$;
comment on function private.find_post(uuid, uuid) is 'The post, locked, when the caller may know of it; else NOT_FOUND.';

create function private.post_state(p_post public.scheduled_posts)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_post.id, 'group_id', p_post.group_id, 'platform', p_post.platform, 'social_account_id', p_post.social_account_id,
    'generated_content_id', p_post.generated_content_id, 'content_version', p_post.content_version,
    'status', p_post.status, 'scheduled_for', p_post.scheduled_for, 'timezone', p_post.timezone,
    'local_on', p_post.local_on, 'local_time', p_post.local_time, 'time_resolution', p_post.time_resolution,
    'auto_publish', p_post.auto_publish, 'privacy_status', p_post.privacy_status,
    -- What stands in the way today; before its time that may change.
    'obstacle', private.post_obstacle(p_post)
  )
$$;
comment on function private.post_state(public.scheduled_posts) is 'What the calls on posts answer.';

-- Schedule ------------------------------------------------------------------------------------------------------------

create function private.schedule_post(
  p_social_account_ids uuid[], p_generated_content_id uuid, p_scheduled_for timestamptz, p_local_on date,
  p_local_time time, p_timezone text, p_options jsonb
)
returns jsonb
language plpgsql
volatile
security definer -- clients have no grant to write posts; the organization and role are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_options jsonb := private.post_options(p_options);
  v_timezone text := coalesce(
    p_timezone, (select o.timezone from public.organizations as o where o.id = v_organization_id)
  );
  v_at timestamptz := private.require_post_time(p_scheduled_for, p_local_on, p_local_time, v_timezone);
  v_group_id uuid := gen_random_uuid();
  v_content public.generated_content;
  v_accounts uuid[];
  v_posts jsonb;
begin
  perform private.require(
    cardinality(p_social_account_ids) between 1 and 50 and array_position(p_social_account_ids, null) is null,
    'p_social_account_ids', 'p_social_account_ids must name 1 to 50 accounts'
  );
  if p_generated_content_id is not null then
    v_content := private.find_generated_content(v_organization_id, p_generated_content_id);
  end if;
  perform private.require(
    p_generated_content_id is not null
    or v_options ?| array['title', 'description', 'post_caption', 'production_job_id', 'content_asset_id'],
    'p_generated_content_id', 'give p_generated_content_id, or words or media in p_options'
  );
  perform private.require(
    not v_options ? 'client_account_id' or exists (
      select from public.client_accounts as c
      where c.organization_id = v_organization_id and c.id = (v_options ->> 'client_account_id')::uuid and c.deleted_at is null
    ),
    'p_options.client_account_id', 'p_options.client_account_id is not a client of this organization'
  );
  perform private.require(
    not v_options ? 'production_job_id' or exists (
      select from public.production_jobs as j
      where j.organization_id = v_organization_id and j.id = (v_options ->> 'production_job_id')::uuid
    ),
    'p_options.production_job_id', 'p_options.production_job_id is not a production of this organization'
  );
  perform private.require(
    not v_options ? 'content_asset_id' or exists (
      select from public.content_assets as a
      where a.organization_id = v_organization_id and a.id = (v_options ->> 'content_asset_id')::uuid
    ),
    'p_options.content_asset_id', 'p_options.content_asset_id is not an asset of this organization'
  );
  select array_agg(a.id) into v_accounts
  from public.social_accounts as a
  where a.organization_id = v_organization_id and a.id = any(p_social_account_ids)
    and a.deleted_at is null and a.status = 'active'
    -- What is made for one client does not go out through the account of another.
    and (
      a.client_account_id is null
      or a.client_account_id = coalesce(
        v_content.client_account_id, (v_options ->> 'client_account_id')::uuid, a.client_account_id
      )
    );
  perform private.require(
    v_accounts @> p_social_account_ids, 'p_social_account_ids',
    'p_social_account_ids must be active accounts of this organization, and not of another client than the content'
  );

  insert into public.scheduled_posts (
    organization_id, client_account_id, user_id, group_id, platform, social_account_id, generated_content_id,
    content_version, production_job_id, content_asset_id, title, description, tags, category_id, privacy_status,
    is_made_for_kids, license, post_caption, post_hashtags, post_metadata, thumbnail_url, scheduled_for, local_on,
    local_time, timezone, is_immediate, max_delay_minutes, auto_publish, is_ai_optimized, optimal_time_score,
    max_retries
  )
  select
    v_organization_id, (v_options ->> 'client_account_id')::uuid, auth.uid(), v_group_id, a.platform, a.id, v_content.id,
    v_content.version, (v_options ->> 'production_job_id')::uuid, (v_options ->> 'content_asset_id')::uuid,
    v_options ->> 'title', v_options ->> 'description',
    coalesce(array(select jsonb_array_elements_text(v_options -> 'tags')), '{}'),
    coalesce((v_options ->> 'category_id')::integer, 22),
    coalesce((v_options ->> 'privacy_status')::public.visibility, 'public'),
    coalesce((v_options ->> 'is_made_for_kids')::boolean, false),
    coalesce((v_options ->> 'license')::public.post_license, 'youtube'),
    v_options ->> 'post_caption', coalesce(array(select jsonb_array_elements_text(v_options -> 'post_hashtags')), '{}'),
    coalesce(v_options -> 'post_metadata', '{}'), v_options ->> 'thumbnail_url',
    coalesce(v_at, now()), p_local_on, p_local_time, v_timezone, v_at is null,
    coalesce((v_options ->> 'max_delay_minutes')::integer, 60),
    coalesce((v_options ->> 'auto_publish')::boolean, true), coalesce((v_options ->> 'is_ai_optimized')::boolean, false),
    (v_options ->> 'optimal_time_score')::numeric, coalesce((v_options ->> 'max_retries')::integer, 3)
  from public.social_accounts as a
  where a.organization_id = v_organization_id and a.id = any(v_accounts);

  perform private.require_post_limits(p, 'p_options')
  from public.scheduled_posts as p
  where p.organization_id = v_organization_id and p.group_id = v_group_id;
  select jsonb_agg(private.post_state(p) order by array_position(p_social_account_ids, p.social_account_id))
  into v_posts
  from public.scheduled_posts as p
  where p.organization_id = v_organization_id and p.group_id = v_group_id;
  return jsonb_build_object('group_id', v_group_id, 'posts', v_posts);
end;
$$;
comment on function private.schedule_post(uuid[], uuid, timestamptz, date, time, text, jsonb) is 'The work of public.schedule_post.';

create function public.schedule_post(
  p_social_account_ids uuid[] default null,
  p_generated_content_id uuid default null,
  p_scheduled_for timestamptz default null,
  p_local_on date default null,
  p_local_time time default null,
  p_timezone text default null,
  p_options jsonb default '{}'
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer(
      'schedule_post', jsonb_build_array(
        p_social_account_ids, p_generated_content_id, p_scheduled_for, p_local_on, p_local_time, p_timezone,
        p_options
      )
    ),
    private.remember_answer(
      'schedule_post', private.schedule_post(
        p_social_account_ids, p_generated_content_id, p_scheduled_for, p_local_on, p_local_time, p_timezone,
        p_options
      )
    )
  )
$$;
comment on function public.schedule_post(uuid[], uuid, timestamptz, date, time, text, jsonb) is
'Plans one post per account. Time: p_scheduled_for, or p_local_on and p_local_time in p_timezone (the organization''s
zone when null); neither means at once. A time of day that clocks skip is moved forward by as much, of one that comes
twice the first counts.
p_options: title, description, tags, post_caption, post_hashtags, post_metadata, thumbnail_url, privacy_status,
category_id, is_made_for_kids, license, auto_publish, production_job_id, content_asset_id, client_account_id,
is_ai_optimized, optimal_time_score, max_retries, max_delay_minutes. Returns {group_id, posts: [{id, status,
scheduled_for, obstacle, …}]}; follow org:<id>:publishing.
What a platform does not take is refused: details.reason is TITLE_, DESCRIPTION_, CAPTION_ or TAGS_TOO_LONG,
TOO_MANY_HASHTAGS, _MENTIONS or _CASHTAGS, FORBIDDEN_CHARACTER, MEDIA_NOT_SUPPORTED, MEDIA_FORMAT, MEDIA_TOO_LARGE,
_SMALL, _LONG or _SHORT, MEDIA_DIMENSIONS or MEDIA_FRAME_RATE, beside platform, permitted and found.
Errors: UNAUTHORIZED, FORBIDDEN (creators), NOT_FOUND (the content), VALIDATION_ERROR (details.field).';

grant execute on function
  public.schedule_post(uuid[], uuid, timestamptz, date, time, text, jsonb),
  private.schedule_post(uuid[], uuid, timestamptz, date, time, text, jsonb)
to authenticated;
