-- Purpose: change a planned post, move it, publish it now, call it off.
-- Objects: update_scheduled_post, reschedule_post, publish_post, cancel_scheduled_post.

create function private.update_scheduled_post(p_scheduled_post_id uuid, p_changes jsonb)
returns jsonb
language plpgsql
volatile
security definer -- clients have no grant to write posts; the organization and role are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_changes jsonb := private.post_options(p_changes, 'p_changes');
  v_unknown text;
  v_post public.scheduled_posts;
begin
  -- Null takes back what the post says itself: the words of the content then count again.
  select k.key into v_unknown
  from jsonb_object_keys(coalesce(nullif(p_changes, 'null'), '{}')) as k (key)
  where k.key not in (
    'title', 'description', 'tags', 'post_caption', 'post_hashtags', 'post_metadata', 'thumbnail_url', 'privacy_status',
    'category_id', 'is_made_for_kids', 'license', 'auto_publish', 'max_delay_minutes', 'max_retries'
  )
  limit 1;
  perform private.require(
    v_unknown is null, 'p_changes.' || left(v_unknown, 40), format('p_changes.%s cannot be changed', left(v_unknown, 40))
  );
  perform private.require(
    p_changes <> '{}' and jsonb_typeof(p_changes) = 'object', 'p_changes', 'p_changes names nothing to change'
  );
  v_post := private.find_post(v_organization_id, p_scheduled_post_id);
  if v_post.status not in ('scheduled', 'missed', 'failed') then
    perform private.raise_error('CONFLICT', format('a post that is %s is not changed', v_post.status),
      jsonb_build_object('field', 'status'));
  end if;
  if num_nonnulls(v_post.generated_content_id, v_post.production_job_id, v_post.content_asset_id) = 0 then
    perform private.require(
      coalesce(
        case when p_changes ? 'title' then v_changes ->> 'title' else v_post.title end,
        case when p_changes ? 'description' then v_changes ->> 'description' else v_post.description end,
        case when p_changes ? 'post_caption' then v_changes ->> 'post_caption' else v_post.post_caption end
      ) is not null,
      'p_changes', 'nothing to publish would be left'
    );
  end if;
  update public.scheduled_posts as p
  set title = case when p_changes ? 'title' then v_changes ->> 'title' else p.title end,
    description = case when p_changes ? 'description' then v_changes ->> 'description' else p.description end,
    tags = case when p_changes ? 'tags'
      then coalesce(array(select jsonb_array_elements_text(v_changes -> 'tags')), '{}') else p.tags end,
    post_caption = case when p_changes ? 'post_caption' then v_changes ->> 'post_caption' else p.post_caption end,
    post_hashtags = case when p_changes ? 'post_hashtags'
      then coalesce(array(select jsonb_array_elements_text(v_changes -> 'post_hashtags')), '{}') else p.post_hashtags end,
    post_metadata = case when p_changes ? 'post_metadata'
      then coalesce(v_changes -> 'post_metadata', '{}') else p.post_metadata end,
    thumbnail_url = case when p_changes ? 'thumbnail_url' then v_changes ->> 'thumbnail_url' else p.thumbnail_url end,
    privacy_status = coalesce((v_changes ->> 'privacy_status')::public.visibility, p.privacy_status),
    category_id = coalesce((v_changes ->> 'category_id')::integer, p.category_id),
    is_made_for_kids = coalesce((v_changes ->> 'is_made_for_kids')::boolean, p.is_made_for_kids),
    license = coalesce((v_changes ->> 'license')::public.post_license, p.license),
    auto_publish = coalesce((v_changes ->> 'auto_publish')::boolean, p.auto_publish),
    max_delay_minutes = coalesce((v_changes ->> 'max_delay_minutes')::integer, p.max_delay_minutes),
    max_retries = greatest(coalesce((v_changes ->> 'max_retries')::integer, p.max_retries), p.retry_count)
  where p.id = v_post.id
  returning p.* into strict v_post;
  perform private.require_post_limits(v_post, 'p_changes');
  return private.post_state(v_post);
end;
$$;
comment on function private.update_scheduled_post(uuid, jsonb) is 'The work of public.update_scheduled_post.';

create function public.update_scheduled_post(p_scheduled_post_id uuid default null, p_changes jsonb default '{}')
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.update_scheduled_post(p_scheduled_post_id, p_changes)
$$;
comment on function public.update_scheduled_post(uuid, jsonb) is
'Changes what a waiting post publishes: title, description, tags, post_caption, post_hashtags, post_metadata,
thumbnail_url, privacy_status, category_id, is_made_for_kids, license, auto_publish, max_delay_minutes, max_retries.
Null takes a text back. An approval of what it was before does not cover it any more.
Errors: UNAUTHORIZED, FORBIDDEN (creators), NOT_FOUND, CONFLICT (too late), VALIDATION_ERROR (details.reason where the
platform would refuse it, as for schedule_post).';

create function private.reschedule_post(
  p_scheduled_post_id uuid, p_scheduled_for timestamptz, p_local_on date, p_local_time time, p_timezone text
)
returns jsonb
language plpgsql
volatile
security definer -- clients have no grant to write posts; the organization and role are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_post public.scheduled_posts := private.find_post(v_organization_id, p_scheduled_post_id);
  v_timezone text := coalesce(p_timezone, v_post.timezone);
  v_at timestamptz := private.require_post_time(p_scheduled_for, p_local_on, p_local_time, v_timezone);
begin
  perform private.require(v_at is not null, 'p_scheduled_for', 'give p_scheduled_for, or p_local_on and p_local_time');
  if v_post.status not in ('scheduled', 'missed', 'failed') then
    perform private.raise_error('CONFLICT', format('a post that is %s is not moved', v_post.status),
      jsonb_build_object('field', 'status'));
  elsif v_post.social_account_id is null then
    perform private.raise_error('CONFLICT', 'the account of this post is gone', jsonb_build_object('field', 'social_account_id'));
  end if;
  update public.scheduled_posts as p
  set status = 'scheduled', timezone = v_timezone, scheduled_for = v_at, is_immediate = false,
    local_on = coalesce(p_local_on, p.local_on), local_time = coalesce(p_local_time, p.local_time),
    -- The time asked for may be the one it has; a retry may have moved it.
    due_at = v_at, retry_count = 0, error_code = null, error_message = null, upload_progress_percentage = 0
  where p.id = v_post.id
  returning p.* into strict v_post;
  return private.post_state(v_post);
end;
$$;
comment on function private.reschedule_post(uuid, timestamptz, date, time, text) is 'The work of public.reschedule_post.';

create function public.reschedule_post(
  p_scheduled_post_id uuid default null,
  p_scheduled_for timestamptz default null,
  p_local_on date default null,
  p_local_time time default null,
  p_timezone text default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.reschedule_post(p_scheduled_post_id, p_scheduled_for, p_local_on, p_local_time, p_timezone)
$$;
comment on function public.reschedule_post(uuid, timestamptz, date, time, text) is
'Gives a post another time; one that failed or was missed is planned again, with all its retries. Time as in
schedule_post; the zone of the post when p_timezone is null. Errors: UNAUTHORIZED, FORBIDDEN (creators), NOT_FOUND,
CONFLICT (too late), VALIDATION_ERROR.';

create function private.publish_post(p_scheduled_post_id uuid)
returns jsonb
language plpgsql
volatile
security definer -- clients have no grant to write posts; the organization and role are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_post public.scheduled_posts := private.find_post(v_organization_id, p_scheduled_post_id);
  v_obstacle text := private.post_obstacle(v_post);
begin
  if v_post.status not in ('scheduled', 'missed', 'failed') then
    perform private.raise_error('CONFLICT', format('a post that is %s is not published again', v_post.status),
      jsonb_build_object('field', 'status'));
  elsif v_obstacle is not null then
    perform private.raise_error('CONFLICT', 'this post cannot be published as it is',
      jsonb_build_object('field', 'status', 'obstacle', v_obstacle));
  end if;
  update public.scheduled_posts as p
  set status = 'scheduled', auto_publish = true, is_immediate = true, scheduled_for = now(), due_at = now(),
    retry_count = 0, error_code = null, error_message = null, upload_progress_percentage = 0
  where p.id = v_post.id
  returning p.* into strict v_post;
  return private.post_state(v_post);
end;
$$;
comment on function private.publish_post(uuid) is 'The work of public.publish_post.';

create function public.publish_post(p_scheduled_post_id uuid default null)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer('publish_post', jsonb_build_array(p_scheduled_post_id)),
    private.remember_answer('publish_post', private.publish_post(p_scheduled_post_id))
  )
$$;
comment on function public.publish_post(uuid) is
'Lets a waiting, missed or failed post go out now. Errors: UNAUTHORIZED, FORBIDDEN (creators), NOT_FOUND, CONFLICT
(details.obstacle, for instance APPROVAL_REQUIRED).';

create function private.cancel_scheduled_post(p_scheduled_post_id uuid)
returns jsonb
language plpgsql
volatile
security definer -- clients have no grant to write posts; the organization and role are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_post public.scheduled_posts := private.find_post(v_organization_id, p_scheduled_post_id);
begin
  if v_post.status in ('publishing', 'unconfirmed', 'published') then
    perform private.raise_error('CONFLICT', format('a post that is %s cannot be called off', v_post.status),
      jsonb_build_object('field', 'status'));
  elsif v_post.status <> 'cancelled' then
    update public.scheduled_posts as p set status = 'cancelled'
    where p.id = v_post.id
    returning p.* into strict v_post;
  end if;
  return private.post_state(v_post);
end;
$$;
comment on function private.cancel_scheduled_post(uuid) is 'The work of public.cancel_scheduled_post.';

create function public.cancel_scheduled_post(p_scheduled_post_id uuid default null)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.cancel_scheduled_post(p_scheduled_post_id)
$$;
comment on function public.cancel_scheduled_post(uuid) is
'Calls a post off for good. Errors: UNAUTHORIZED, FORBIDDEN (creators), NOT_FOUND, CONFLICT (it is on its way or
out).';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.update_scheduled_post(uuid, jsonb),
  private.update_scheduled_post(uuid, jsonb),
  public.reschedule_post(uuid, timestamptz, date, time, text),
  private.reschedule_post(uuid, timestamptz, date, time, text),
  public.publish_post(uuid),
  private.publish_post(uuid),
  public.cancel_scheduled_post(uuid),
  private.cancel_scheduled_post(uuid)
to authenticated;
