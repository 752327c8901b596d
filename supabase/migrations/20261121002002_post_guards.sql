-- Purpose: what no writer of a post gets around: its time, its states, and the approval of exactly what it publishes.
-- Objects: guard_scheduled_post, post_obstacle, require_clearance, and the triggers that follow content and approvals.

-- Time and states -----------------------------------------------------------------------------------------------------

create function private.guard_scheduled_post()
returns trigger
language plpgsql
volatile
security definer -- reads content and account whatever the writer may read
set search_path = ''
as $$
declare
  v_content public.generated_content;
  v_client_account_id uuid;
begin
  if tg_op = 'INSERT' then
    if new.status <> 'scheduled' then
      perform private.raise_error('CONFLICT', 'a post begins as scheduled', jsonb_build_object('field', 'status'));
    end if;
    new.time_resolution := 'exact';
  end if;

  if tg_op = 'INSERT'
    or (new.generated_content_id, new.social_account_id)
    is distinct from (old.generated_content_id, old.social_account_id) then
    select c.* into v_content from public.generated_content as c
    where c.organization_id = new.organization_id and c.id = new.generated_content_id;
    if new.content_version is null or tg_op = 'UPDATE' and new.generated_content_id <> old.generated_content_id then
      new.content_version := v_content.version;
    end if;
    select a.client_account_id into v_client_account_id from public.social_accounts as a
    where a.organization_id = new.organization_id and a.id = new.social_account_id;
    -- Whose rules apply does not depend on what the writer says.
    new.client_account_id := coalesce(v_content.client_account_id, v_client_account_id, new.client_account_id);
  end if;

  if tg_op = 'UPDATE' then
    -- Without its account or anything to publish a waiting post is over.
    if new.status in ('scheduled', 'missed', 'failed') and new.status = old.status then
      if old.social_account_id is not null and new.social_account_id is null then
        new.status := 'cancelled';
        new.error_code := 'ACCOUNT_REMOVED';
      elsif num_nonnulls(old.generated_content_id, old.production_job_id, old.content_asset_id)
        > num_nonnulls(new.generated_content_id, new.production_job_id, new.content_asset_id) then
        new.status := 'cancelled';
        new.error_code := 'CONTENT_REMOVED';
      end if;
    end if;
    if new.status <> old.status and not (case old.status
      when 'scheduled' then new.status in ('publishing', 'missed', 'cancelled')
      when 'publishing' then new.status in ('published', 'failed', 'unconfirmed', 'scheduled')
      when 'unconfirmed' then new.status in ('published', 'failed', 'scheduled')
      when 'failed' then new.status in ('scheduled', 'cancelled')
      when 'missed' then new.status in ('scheduled', 'cancelled')
      else false
    end) then
      perform private.raise_error(
        'CONFLICT', format('a post that is %s does not become %s', old.status, new.status), jsonb_build_object('field', 'status')
      );
    end if;
    -- From the claim on a post is what it was then; what is deleted elsewhere may leave it.
    if old.status in ('publishing', 'unconfirmed', 'published', 'cancelled') and (
      coalesce(new.social_account_id, old.social_account_id),
      coalesce(new.generated_content_id, old.generated_content_id),
      coalesce(new.production_job_id, old.production_job_id), coalesce(new.content_asset_id, old.content_asset_id),
      new.content_version, new.title, new.description, new.tags, new.post_caption, new.post_hashtags, new.post_metadata,
      new.thumbnail_url, new.privacy_status, new.scheduled_for, new.local_on, new.local_time, new.timezone
    ) is distinct from (
      old.social_account_id, old.generated_content_id, old.production_job_id, old.content_asset_id,
      old.content_version, old.title, old.description, old.tags, old.post_caption, old.post_hashtags, old.post_metadata,
      old.thumbnail_url, old.privacy_status, old.scheduled_for, old.local_on, old.local_time, old.timezone
    ) then
      perform private.raise_error(
        'CONFLICT', format('a post that is %s is not changed', old.status), jsonb_build_object('field', 'status')
      );
    end if;
  end if;

  -- The time of day is what people mean; the moment follows from it, or the other way round when only the moment is
  -- given.
  if tg_op = 'INSERT' and new.local_on is not null and new.local_time is not null
    or tg_op = 'UPDATE' and (new.local_on, new.local_time) is distinct from (old.local_on, old.local_time)
    or tg_op = 'UPDATE' and new.timezone <> old.timezone and new.scheduled_for = old.scheduled_for then
    select r.resolved_at, r.resolution into new.scheduled_for, new.time_resolution
    from private.resolve_local_time(new.local_on, new.local_time, new.timezone) as r;
  elsif tg_op = 'INSERT' or new.scheduled_for <> old.scheduled_for then
    new.scheduled_for := coalesce(new.scheduled_for, now());
    new.local_on := (new.scheduled_for at time zone new.timezone)::date;
    new.local_time := (new.scheduled_for at time zone new.timezone)::time;
    new.time_resolution := 'exact';
  end if;
  if tg_op = 'INSERT' or new.scheduled_for <> old.scheduled_for then
    new.due_at := new.scheduled_for;
  end if;
  return new;
end;
$$;
comment on function private.guard_scheduled_post() is
'Holds every writer to the order of states, keeps moment and time of day together, and ends posts that lost what they
need.';

create trigger guard before insert or update on public.scheduled_posts
for each row execute function private.guard_scheduled_post();

-- Approval ------------------------------------------------------------------------------------------------------------

create function private.required_workflows(p_organization_id uuid, p_client_account_id uuid)
returns setof uuid
language sql
stable
set search_path = ''
as $$
  -- Those of the client take the place of those of the whole organization.
  select w.id
  from (
    select o.id, dense_rank() over (order by (o.client_account_id is null)) as place
    from public.approval_workflows as o
    where o.organization_id = p_organization_id and o.is_required and o.is_active
      and (o.client_account_id is null or o.client_account_id = p_client_account_id)
  ) as w
  where w.place = 1
$$;
comment on function private.required_workflows(uuid, uuid) is
'The workflows of which one must have approved what is published for this client, or for nobody in particular; none:
no approval needed.';

create function private.post_obstacle(p_post public.scheduled_posts)
returns text
language sql
stable
set search_path = ''
as $$
  select case
    when p_post.social_account_id is null then 'ACCOUNT_REMOVED'
    when p_post.generated_content_id is not null and (c.id is null or c.deleted_at is not null) then 'CONTENT_REMOVED'
    when c.status in ('rejected', 'archived') then 'CONTENT_WITHDRAWN'
    when c.version <> p_post.content_version then 'CONTENT_CHANGED'
    when exists (
      select from private.required_workflows(
        p_post.organization_id, coalesce(c.client_account_id, p_post.client_account_id)
      )
    ) and not exists (
      select
      from public.approval_requests as r
      where r.organization_id = p_post.organization_id and r.status = 'approved'
        and r.workflow_id in (
          select private.required_workflows(
            p_post.organization_id, coalesce(c.client_account_id, p_post.client_account_id)
          )
        )
        and (
          (r.scheduled_post_id = p_post.id and r.post_digest = p_post.content_digest)
          or (
            not p_post.has_own_content and r.generated_content_id = p_post.generated_content_id
            and r.content_version = p_post.content_version
          )
        )
    ) then 'APPROVAL_REQUIRED'
  end
  from (select) as one
  left join public.generated_content as c
    on c.organization_id = p_post.organization_id and c.id = p_post.generated_content_id
$$;
comment on function private.post_obstacle(public.scheduled_posts) is
'Why this post may not be published as it is: ACCOUNT_REMOVED, CONTENT_REMOVED, CONTENT_WITHDRAWN (rejected or
archived), CONTENT_CHANGED (another version), APPROVAL_REQUIRED; null when nothing is in the way.';

create function private.require_clearance()
returns trigger
language plpgsql
volatile
security definer -- the rule holds whoever writes and whatever they may read
set search_path = ''
as $$
declare
  v_obstacle text;
begin
  select private.post_obstacle(p) into v_obstacle
  from new_rows as n
  join old_rows as o on o.id = n.id
  join public.scheduled_posts as p on p.id = n.id
  where n.status = 'publishing' and o.status <> 'publishing' and private.post_obstacle(p) is not null
  limit 1;
  if found then
    perform private.raise_error(
      'CONFLICT', 'a post cannot be published as it is', jsonb_build_object('field', 'status', 'obstacle', v_obstacle)
    );
  end if;
  return null;
end;
$$;
comment on function private.require_clearance() is
'No statement of anybody, workers and operators included, brings a post with an obstacle to publishing.';

create trigger require_clearance after update on public.scheduled_posts
referencing old table as old_rows new table as new_rows
for each statement execute function private.require_clearance();

-- Following content and approvals -------------------------------------------------------------------------------------

create function private.follow_content_version()
returns trigger
language plpgsql
volatile
security definer -- whoever may change the text need not be able to write posts
set search_path = ''
as $$
begin
  update public.scheduled_posts as p set content_version = new.version
  where p.organization_id = new.organization_id and p.generated_content_id = new.id
    and p.status in ('scheduled', 'missed', 'failed') and p.content_version < new.version;
  return null;
end;
$$;
comment on function private.follow_content_version() is
'A waiting post publishes the newest text, and is not approved any more.';

create trigger follow_content_version after update on public.generated_content
for each row when (new.version <> old.version) execute function private.follow_content_version();

create function private.close_outdated_post_approvals()
returns trigger
language plpgsql
volatile
security definer -- whoever may change the post need not be able to write approvals
set search_path = ''
as $$
begin
  update public.approval_requests as r set status = 'superseded'
  where r.organization_id = new.organization_id and r.scheduled_post_id = new.id and r.status = 'pending'
    and (r.post_digest <> new.content_digest or new.status = 'cancelled');
  return null;
end;
$$;
comment on function private.close_outdated_post_approvals() is 'Nobody decides about a post that has changed or is cancelled.';

create trigger close_outdated_approvals after update on public.scheduled_posts
for each row when (
  new.content_digest <> old.content_digest or (new.status = 'cancelled' and old.status <> 'cancelled')
)
execute function private.close_outdated_post_approvals();

create function private.release_approved_posts()
returns trigger
language plpgsql
volatile
security definer -- whoever approves need not be able to write posts
set search_path = ''
as $$
begin
  if not exists (
    select from public.approval_workflows as w
    where w.organization_id = new.organization_id and w.id = new.workflow_id and w.auto_publish
  ) then
    return null;
  end if;
  -- What was missed while it waited for this word goes out now.
  update public.scheduled_posts as p
  set auto_publish = true,
    status = 'scheduled',
    scheduled_for = case when p.status = 'missed' then now() else p.scheduled_for end,
    error_code = null, error_message = null
  where p.organization_id = new.organization_id and p.status in ('scheduled', 'missed')
    and (
      p.id = new.scheduled_post_id
      or (
        p.generated_content_id = new.generated_content_id and p.content_version = new.content_version
        and not p.has_own_content
      )
    );
  return null;
end;
$$;
comment on function private.release_approved_posts() is
'With the approval of a workflow that publishes, the posts it covers need no further word.';

create trigger release_approved_posts after update on public.approval_requests
for each row when (new.status = 'approved' and old.status = 'pending') execute function private.release_approved_posts();
