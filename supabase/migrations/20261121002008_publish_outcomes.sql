-- Purpose: how an attempt to publish ends, also when nobody knows how, and what no path gets around.
-- Objects: settle_publish_attempt, claim_unknown_attempts, require_publish_attempt, private.rescue_publishing, cron.

-- Outcomes ------------------------------------------------------------------------------------------------------------

create function public.settle_publish_attempt(
  p_attempt_id uuid,
  p_lease integer,
  p_outcome public.publish_outcome,
  p_platform_post_id text default null,
  p_platform_post_url text default null,
  p_response jsonb default '{}',
  p_error_code text default null,
  p_error_message text default null,
  p_retry_at timestamptz default null
)
returns text
language plpgsql
volatile
security definer -- workers have no grant to write attempts and posts
set search_path = ''
as $$
declare
  v_attempt public.publish_attempts;
  v_post public.scheduled_posts;
  v_content public.generated_content;
  v_is_retried boolean;
  -- A platform's answer that makes no sense here must not keep the attempt from ending.
  v_response jsonb := case
    when octet_length(p_response::text) <= 60000 then private.to_json_object(p_response) else '{}'
  end;
  v_url text := case when private.is_http_url(p_platform_post_url) then p_platform_post_url end;
begin
  perform private.require(p_outcome is not null, 'p_outcome', 'p_outcome must be succeeded, failed or unknown');
  perform private.require(
    p_outcome <> 'succeeded' or char_length(p_platform_post_id) between 1 and 255,
    'p_platform_post_id', 'p_platform_post_id says under which id the platform has it'
  );
  -- Content, post, attempt: the order in which everybody locks them.
  select c.* into v_content
  from public.publish_attempts as a
  join public.scheduled_posts as p on p.organization_id = a.organization_id and p.id = a.scheduled_post_id
  join public.generated_content as c on c.organization_id = p.organization_id and c.id = p.generated_content_id
  where a.id = p_attempt_id
  for no key update of c;
  select p.* into v_post
  from public.publish_attempts as a
  join public.scheduled_posts as p on p.organization_id = a.organization_id and p.id = a.scheduled_post_id
  where a.id = p_attempt_id
  for no key update of p;
  select a.* into v_attempt from public.publish_attempts as a
  where a.id = p_attempt_id and a.lease = p_lease
  for update;
  if not found then
    return 'lost';
  elsif v_attempt.outcome in ('succeeded', 'failed') then
    return case when v_attempt.outcome = p_outcome then 'settled' else 'lost' end;
  end if;

  -- Nobody else took it over, so even a late word is the truth about what was sent.
  update public.publish_attempts as a
  set outcome = p_outcome,
    settled_at = case when p_outcome <> 'unknown' then now() end,
    lease_expires_at = case when p_outcome = 'unknown' then greatest(p_retry_at, now() + interval '1 minute') end,
    platform_post_id = coalesce(left(p_platform_post_id, 255), a.platform_post_id),
    platform_post_url = coalesce(v_url, a.platform_post_url),
    response = v_response,
    error_code = case when p_outcome <> 'succeeded' then coalesce(nullif(left(p_error_code, 100), ''), 'UNKNOWN') end,
    error_message = case when p_outcome <> 'succeeded' then left(p_error_message, 2000) end
  where a.id = v_attempt.id;

  v_is_retried := p_outcome = 'failed' and p_retry_at is not null and v_post.retry_count < v_post.max_retries;
  update public.scheduled_posts as p
  set status = case
      when p_outcome = 'succeeded' then 'published'
      when p_outcome = 'unknown' then 'unconfirmed'
      when v_is_retried then 'scheduled'
      else 'failed'
    end::public.post_status,
    published_at = case when p_outcome = 'succeeded' then now() end,
    platform_post_id = case when p_outcome = 'succeeded' then p_platform_post_id end,
    platform_post_url = case when p_outcome = 'succeeded' then v_url end,
    publish_response = v_response,
    upload_progress_percentage = case when p_outcome = 'succeeded' then 100 else p.upload_progress_percentage end,
    uploaded_at = case when p_outcome = 'succeeded' then coalesce(p.uploaded_at, now()) else p.uploaded_at end,
    due_at = case when v_is_retried then greatest(p_retry_at, now()) else p.due_at end,
    retry_count = p.retry_count + v_is_retried::integer,
    error_code = case when p_outcome <> 'succeeded' then coalesce(nullif(left(p_error_code, 100), ''), 'UNKNOWN') end,
    error_message = case when p_outcome <> 'succeeded' then left(p_error_message, 2000) end
  where p.id = v_post.id;

  if p_outcome = 'succeeded' and v_content.status in ('approved', 'used') then
    perform private.move_generated_content(v_content.organization_id, v_content.id, 'use');
  end if;
  if v_post.user_id is not null and (p_outcome = 'succeeded' or p_outcome = 'failed' and not v_is_retried) then
    perform private.notify(
      p_organization_id => v_post.organization_id, p_user_id => v_post.user_id,
      p_type => case when p_outcome = 'succeeded' then 'publish_succeeded' else 'publish_failed' end,
      p_title => case when p_outcome = 'succeeded' then 'A post was published' else 'A post was not published' end,
      p_message => case when p_outcome = 'failed' then p_error_message end,
      p_action_url => v_url, p_entity_type => 'scheduled_post', p_entity_id => v_post.id,
      p_metadata => jsonb_strip_nulls(jsonb_build_object('platform', v_post.platform, 'error_code', p_error_code))
    );
  end if;
  return 'settled';
end;
$$;
comment on function public.settle_publish_attempt(
  uuid, integer, public.publish_outcome, text, text, jsonb, text, text, timestamptz
) is
'Ends an attempt, and moves its post: succeeded → published; failed → scheduled again at p_retry_at while retries are
left, else failed; unknown → unconfirmed, to be asked about again at p_retry_at. Settles an unknown one after the
platform was read. Answers settled, also when it was said before, or lost: somebody else took the attempt over.';

create function public.claim_unknown_attempts(
  p_limit integer default 20, p_worker_id text default null, p_lease_seconds integer default 300
)
returns setof public.publish_attempts
language plpgsql
volatile
security definer -- workers have no grant to write attempts
set search_path = ''
as $$
begin
  perform private.require(p_limit between 1 and 200, 'p_limit', 'p_limit must be from 1 to 200');
  perform private.require(p_lease_seconds between 10 and 3600, 'p_lease_seconds', 'p_lease_seconds must be from 10 to 3600');
  return query
  update public.publish_attempts as a
  set lease = a.lease + 1, lease_expires_at = now() + make_interval(secs => p_lease_seconds),
    worker_id = left(p_worker_id, 200), reconcile_count = a.reconcile_count + 1
  where a.id in (
    select u.id from public.publish_attempts as u
    where u.outcome = 'unknown' and u.lease_expires_at <= now()
    order by u.lease_expires_at
    limit p_limit
    for update skip locked
  )
  returning a.*;
end;
$$;
comment on function public.claim_unknown_attempts(integer, text, integer) is
'Takes over attempts of unknown outcome, for a worker that reads from the platform what it has and settles them. From
then on the earlier worker''s lease changes nothing.';

-- What no path gets around --------------------------------------------------------------------------------------------

create function private.require_publish_attempt()
returns trigger
language plpgsql
volatile
security definer -- the rule holds whoever writes and whatever they may read
set search_path = ''
as $$
begin
  if tg_table_name = 'publish_attempts' then
    if exists (
      select
      from new_rows as n
      join public.scheduled_posts as p on p.organization_id = n.organization_id and p.id = n.scheduled_post_id
      where p.status <> 'publishing' or p.content_digest <> n.content_digest or private.post_obstacle(p) is not null
    ) then
      perform private.raise_error('CONFLICT', 'this post cannot be published as it is', '{"field": "scheduled_post_id"}');
    end if;
    return null;
  end if;
  if exists (
    select
    from new_rows as n
    join old_rows as o on o.id = n.id
    where n.status <> o.status and case
      when n.status = 'published' then not exists (
        select from public.publish_attempts as a where a.scheduled_post_id = n.id and a.outcome = 'succeeded'
      )
      -- Nothing that may have been sent is planned anew.
      when o.status in ('publishing', 'unconfirmed') and n.status in ('scheduled', 'failed') then exists (
        select from public.publish_attempts as a where a.scheduled_post_id = n.id and a.outcome is distinct from 'failed'
      )
      else false
    end
  ) then
    perform private.raise_error('CONFLICT', 'this is not what the attempts of this post say', '{"field": "status"}');
  end if;
  return null;
end;
$$;
comment on function private.require_publish_attempt() is
'No attempt without a claimed post that nothing stands in the way of; no post published, or planned anew, against its
attempts.';

create trigger require_claimed_post after insert on public.publish_attempts
referencing new table as new_rows for each statement execute function private.require_publish_attempt();
create trigger require_publish_attempt after update on public.scheduled_posts
referencing old table as old_rows new table as new_rows
for each statement execute function private.require_publish_attempt();

-- Lost workers --------------------------------------------------------------------------------------------------------

create function private.rescue_publishing(p_limit integer default 1000)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_posts uuid[];
  v_count integer;
begin
  -- The worker is gone; whether its last call arrived nobody knows. Posts before attempts, as everybody locks them.
  select array_agg(l.id) into v_posts
  from (
    select p.id
    from public.publish_attempts as a
    join public.scheduled_posts as p on p.organization_id = a.organization_id and p.id = a.scheduled_post_id
    where a.outcome is null and a.lease_expires_at <= now()
    limit p_limit
    for update of p skip locked
  ) as l;
  with lost as (
    update public.publish_attempts as a
    set outcome = 'unknown', error_code = 'LEASE_EXPIRED', error_message = 'the worker did not come back'
    where a.scheduled_post_id = any(v_posts) and a.outcome is null and a.lease_expires_at <= now()
    returning a.scheduled_post_id
  )
  update public.scheduled_posts as p
  set status = 'unconfirmed', error_code = 'LEASE_EXPIRED', error_message = 'It is not known whether the platform has this post.'
  from lost as l
  where p.id = l.scheduled_post_id and p.status = 'publishing';
  get diagnostics v_count = row_count;

  -- Taken, and nothing was begun.
  update public.scheduled_posts as p set status = 'scheduled'
  where p.id in (
    select c.id from public.scheduled_posts as c
    where c.status = 'publishing' and c.claimed_at < now() - interval '15 minutes'
      and not exists (
        select from public.publish_attempts as a where a.scheduled_post_id = c.id and a.outcome is distinct from 'failed'
      )
    limit p_limit
    for update skip locked
  );
  return v_count;
end;
$$;
comment on function private.rescue_publishing(integer) is
'Attempts whose lease lapsed are of unknown outcome; posts taken 15 minutes ago without an attempt are planned again.';

select cron.schedule('rescue-publishing', '* * * * *', 'select private.rescue_publishing()');

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.settle_publish_attempt(uuid, integer, public.publish_outcome, text, text, jsonb, text, text, timestamptz),
  public.claim_unknown_attempts(integer, text, integer)
to service_role, catalyst_worker;
