-- Purpose: how workers publish: take what is due, begin an attempt, note how far it came.
-- Objects: claim_due_posts, begin_publish_attempt, checkpoint_publish_attempt.

-- Taking --------------------------------------------------------------------------------------------------------------

create function public.claim_due_posts(p_limit integer default 100)
returns setof public.scheduled_posts
language plpgsql
volatile
security definer -- workers have no grant to write posts
set search_path = ''
as $$
declare
  v_missed public.scheduled_posts[];
begin
  perform private.require(p_limit between 1 and 1000, 'p_limit', 'p_limit must be from 1 to 1000');
  -- Too late to go out unasked.
  with missed as (
    update public.scheduled_posts as p set status = 'missed'
    where p.id in (
      select m.id from public.scheduled_posts as m
      where m.status = 'scheduled' and m.auto_publish and m.due_at <= now()
        and m.scheduled_for < now() - make_interval(mins => m.max_delay_minutes)
      limit 1000
      for update skip locked
    )
    returning p as post
  )
  select array_agg(m.post) into v_missed from missed as m;
  perform private.notify(
    p_organization_id => m.organization_id, p_user_id => m.user_id, p_type => 'publish_failed',
    p_title => 'A post missed its time', p_entity_type => 'scheduled_post', p_entity_id => m.id,
    p_message => 'It was not published. Give it another time, or publish it now.',
    p_metadata => jsonb_build_object('obstacle', private.post_obstacle(m))
  )
  from unnest(v_missed) as m
  where m.user_id is not null;

  return query
  update public.scheduled_posts as p
  set status = 'publishing', claimed_at = now()
  where p.id in (
    select (w.post).id
    -- In the order of the index, so that what is not taken is not looked at; many may wait for an approval.
    from (
      select d as post
      from public.scheduled_posts as d
      where d.status = 'scheduled' and d.auto_publish and d.due_at <= now()
      order by d.due_at
      for update of d skip locked
    ) as w
    -- An account that must be connected again lets its posts wait.
    where exists (
      select
      from public.social_accounts as a
      join public.platform_connections as c on c.organization_id = a.organization_id and c.id = a.connection_id
      where a.organization_id = (w.post).organization_id and a.id = (w.post).social_account_id
        and a.status = 'active' and a.deleted_at is null and c.is_active
    )
    and private.post_obstacle(w.post) is null
    limit p_limit
  )
  returning p.*;
end;
$$;
comment on function public.claim_due_posts(integer) is
'Takes up to p_limit posts whose time has come and that nothing stands in the way of, oldest first; each is taken
once, however many ask. What is later than its max_delay_minutes becomes missed instead, and its author is told.';

-- Attempts ------------------------------------------------------------------------------------------------------------

create function public.begin_publish_attempt(
  p_scheduled_post_id uuid, p_job_id bigint default null, p_worker_id text default null,
  p_lease_seconds integer default 300
)
returns jsonb
language plpgsql
volatile
security definer -- workers have no grant to write attempts
set search_path = ''
as $$
declare
  v_post public.scheduled_posts;
  v_content public.generated_content;
  v_obstacle text;
  v_attempt public.publish_attempts;
begin
  perform private.require(p_scheduled_post_id is not null, 'p_scheduled_post_id', 'p_scheduled_post_id is missing');
  perform private.require(p_lease_seconds between 10 and 3600, 'p_lease_seconds', 'p_lease_seconds must be from 10 to 3600');
  -- The content before the post, as everybody who changes it does; held, so that what is sent is what was approved.
  select c.* into v_content
  from public.generated_content as c
  join public.scheduled_posts as p on p.organization_id = c.organization_id and p.generated_content_id = c.id
  where p.id = p_scheduled_post_id
  for share of c;
  select p.* into v_post from public.scheduled_posts as p where p.id = p_scheduled_post_id for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such post');
  end if;
  select a.* into v_attempt
  from public.publish_attempts as a
  where a.scheduled_post_id = v_post.id and a.outcome is distinct from 'failed';
  if found then
    perform private.raise_error(
      'CONFLICT', case v_attempt.outcome
        when 'succeeded' then 'this post is out'
        when 'unknown' then 'nobody knows what became of the last attempt; ask the platform first'
        else 'an attempt is running' end,
      jsonb_build_object('field', 'p_scheduled_post_id', 'attempt_id', v_attempt.id, 'outcome', v_attempt.outcome)
    );
  elsif v_post.status <> 'publishing' then
    perform private.raise_error(
      'CONFLICT', format('this post is %s; claim it first', v_post.status), jsonb_build_object('field', 'p_scheduled_post_id')
    );
  end if;
  v_obstacle := private.post_obstacle(v_post);
  if v_obstacle is not null then
    perform private.raise_error('CONFLICT', 'this post cannot be published as it is',
      jsonb_build_object('field', 'p_scheduled_post_id', 'obstacle', v_obstacle));
  end if;
  insert into public.publish_attempts (
    organization_id, scheduled_post_id, attempt_number, job_id, worker_id, lease_expires_at, content_version,
    content_digest, request
  )
  select
    v_post.organization_id, v_post.id,
    1 + coalesce((
      select max(a.attempt_number) from public.publish_attempts as a
      where a.organization_id = v_post.organization_id and a.scheduled_post_id = v_post.id
    ), 0),
    p_job_id, left(p_worker_id, 200), now() + make_interval(secs => p_lease_seconds), v_post.content_version,
    v_post.content_digest,
    jsonb_build_object(
      'platform', v_post.platform, 'social_account_id', v_post.social_account_id,
      'connection_id', s.connection_id, 'platform_account_id', s.platform_account_id,
      'title', coalesce(v_post.title, v_content.title),
      'description', coalesce(v_post.description, v_post.post_caption, v_content.caption, v_content.generated_text),
      'caption', coalesce(v_post.post_caption, v_content.caption, v_content.generated_text),
      'content', v_content.content, 'content_type', v_content.content_type,
      'hashtags', case when cardinality(v_post.post_hashtags) > 0 then v_post.post_hashtags
        else coalesce(v_content.hashtags, '{}') end,
      'tags', v_post.tags, 'category_id', v_post.category_id, 'privacy_status', v_post.privacy_status,
      'is_made_for_kids', v_post.is_made_for_kids, 'license', v_post.license, 'metadata', v_post.post_metadata,
      'thumbnail_url', coalesce(v_post.thumbnail_url, v_content.thumbnail_url),
      'file_path', v_content.file_path, 'production_job_id', v_post.production_job_id,
      'content_asset_id', v_post.content_asset_id, 'scheduled_for', v_post.scheduled_for
    )
  from public.social_accounts as s
  where s.organization_id = v_post.organization_id and s.id = v_post.social_account_id
  returning * into strict v_attempt;
  update public.scheduled_posts as p
  set upload_started_at = coalesce(p.upload_started_at, now()), upload_progress_percentage = 0
  where p.id = v_post.id;
  return jsonb_build_object(
    'attempt_id', v_attempt.id, 'attempt_number', v_attempt.attempt_number, 'lease', v_attempt.lease,
    'lease_expires_at', v_attempt.lease_expires_at, 'request', v_attempt.request, 'checkpoint', v_attempt.checkpoint
  );
end;
$$;
comment on function public.begin_publish_attempt(uuid, bigint, text, integer) is
'Begins the one attempt of a claimed post and answers what is to be sent, frozen. Refused with CONFLICT while another
attempt runs, its outcome is unknown, the post is out, or something stands in the way (details.obstacle).';

create function public.checkpoint_publish_attempt(
  p_attempt_id uuid, p_lease integer, p_checkpoint jsonb default null, p_progress_percentage integer default null,
  p_lease_seconds integer default 300
)
returns boolean
language plpgsql
volatile
security definer -- workers have no grant to write attempts
set search_path = ''
as $$
declare
  v_post_id uuid;
begin
  perform private.require(
    p_checkpoint is null or jsonb_typeof(p_checkpoint) = 'object' and octet_length(p_checkpoint::text) <= 60000,
    'p_checkpoint', 'p_checkpoint must be an object of at most 60 kB'
  );
  perform private.require(
    coalesce(p_progress_percentage, 0) between 0 and 100, 'p_progress_percentage', 'p_progress_percentage must be from 0 to 100'
  );
  perform private.require(p_lease_seconds between 10 and 3600, 'p_lease_seconds', 'p_lease_seconds must be from 10 to 3600');
  update public.publish_attempts as a
  set checkpoint = coalesce(p_checkpoint, a.checkpoint),
    lease_expires_at = now() + make_interval(secs => p_lease_seconds)
  where a.id = p_attempt_id and a.lease = p_lease and a.lease_expires_at > now()
    and (a.outcome is null or a.outcome = 'unknown')
  returning a.scheduled_post_id into v_post_id;
  if not found then
    return false;
  end if;
  if p_progress_percentage is not null then
    update public.scheduled_posts as p
    set upload_progress_percentage = p_progress_percentage,
      uploaded_at = case when p_progress_percentage = 100 then coalesce(p.uploaded_at, now()) else p.uploaded_at end
    where p.id = v_post_id and p.upload_progress_percentage <> p_progress_percentage;
  end if;
  return true;
end;
$$;
comment on function public.checkpoint_publish_attempt(uuid, integer, jsonb, integer, integer) is
'Notes what the platform gave us, before the next call is made, shows progress and extends the lease.
False: the attempt is another''s or over; stop, and do not call the platform again.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.claim_due_posts(integer),
  public.begin_publish_attempt(uuid, bigint, text, integer),
  public.checkpoint_publish_attempt(uuid, integer, jsonb, integer, integer)
to service_role, catalyst_worker;
