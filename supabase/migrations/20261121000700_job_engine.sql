-- Purpose: what enqueue and settling share: wake-ups, progress, log, and the slots of each tenant.
-- Objects: private.wake_queues, broadcast_job, write_job_log, admit_jobs, promote_jobs, release_slots.

-- Signals -------------------------------------------------------------------------------------------------------------

create function private.wake_queues(p_queues text[])
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_queue text;
begin
  foreach v_queue in array p_queues loop
    perform pg_catalog.pg_notify('catalyst_jobs', v_queue);
    perform realtime.send(jsonb_build_object('queue', v_queue), 'wake', 'jobs:' || v_queue, true);
  end loop;
exception
  -- A wake-up is a hint: workers poll as well.
  when others then
    raise warning 'workers were not woken: %', sqlerrm;
end;
$$;
comment on function private.wake_queues(text[]) is
'Tells sleeping workers of these queues to look. Called once per statement and queue by whatever makes jobs ready; a trigger
on jobs would cost a transition table on every claim.';

create function private.broadcast_job(p_job public.jobs, p_status public.job_status)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  if p_job.organization_id is not null then
    perform realtime.send(
      jsonb_build_object(
        'job_id', p_job.id, 'kind', p_job.kind, 'subject_id', p_job.subject_id, 'status', p_status,
        'progress', p_job.progress, 'step', p_job.step
      ),
      'job_progress', 'org:' || p_job.organization_id || ':jobs', true
    );
  end if;
exception
  when others then
    raise warning 'progress was not sent: %', sqlerrm;
end;
$$;
comment on function private.broadcast_job(public.jobs, public.job_status) is 'Shows members where a job stands.';

create function private.write_job_log(p_job public.jobs, p_level text, p_message text, p_details jsonb default '{}')
returns void
language sql
volatile
set search_path = ''
as $$
  insert into public.job_logs (job_id, organization_id, log_level, message, details, step)
  values (p_job.id, p_job.organization_id, p_level, left(p_message, 2000), p_details, p_job.step)
$$;
comment on function private.write_job_log(public.jobs, text, text, jsonb) is 'The engine''s own entries of job_logs.';

-- Tenant slots --------------------------------------------------------------------------------------------------------

create function private.admit_jobs(
  p_kind public.job_kinds, p_organization_id uuid, p_count integer, p_is_scheduled boolean
)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_slot private.job_slots;
  v_admitted integer;
begin
  select s.* into v_slot
  from private.job_slots as s
  where s.organization_id = p_organization_id and s.kind = p_kind.kind
  for update;
  if not found then
    insert into private.job_slots (organization_id, kind)
    values (p_organization_id, p_kind.kind)
    on conflict on constraint job_slots_pkey do update set updated_at = now() -- locks the row another made meanwhile
    returning * into v_slot;
  end if;
  if v_slot.active_count + v_slot.pending_count + p_count > p_kind.max_backlog_per_organization then
    perform private.raise_error(
      'QUEUE_FULL', 'the organization has too much unfinished work of this kind',
      jsonb_build_object(
        'kind', p_kind.kind, 'limit', p_kind.max_backlog_per_organization,
        'unfinished', v_slot.active_count + v_slot.pending_count, 'requested', p_count
      )
    );
  end if;
  v_admitted := case
    when p_kind.max_per_organization is null then p_count
    when p_is_scheduled then 0
    else least(greatest(p_kind.max_per_organization - v_slot.active_count, 0), p_count)
  end;
  update private.job_slots as s
  set active_count = s.active_count + v_admitted,
    pending_count = s.pending_count + p_count - v_admitted,
    updated_at = now()
  where s.organization_id = p_organization_id and s.kind = p_kind.kind;
  return v_admitted;
end;
$$;
comment on function private.admit_jobs(public.job_kinds, uuid, integer, boolean) is
'Counts new jobs of a capped kind; returns how many may be queued, the others are to be pending. QUEUE_FULL past the backlog.';

create function private.promote_jobs(p_organization_ids uuid[], p_kinds text[])
returns text[]
language plpgsql
volatile
set search_path = ''
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
as $$
declare
  v_queues text[];
begin
  with room as (
    select s.organization_id, s.kind, k.is_enabled,
      case
        when k.max_per_organization is null then s.pending_count
        else least(s.pending_count, greatest(k.max_per_organization - s.active_count, 0))
      end as places
    from unnest(p_organization_ids, p_kinds) as g (organization_id, kind)
    join private.job_slots as s on s.organization_id = g.organization_id and s.kind = g.kind
    join public.job_kinds as k on k.kind = s.kind
    where s.pending_count > 0
  ),
  next_jobs as (
    select j.id, r.is_enabled
    from room as r
    cross join lateral (
      select p.id
      from public.jobs as p
      where p.status = 'pending' and not p.is_scheduled and p.organization_id = r.organization_id and p.kind = r.kind
      order by p.priority desc, p.run_at, p.id
      limit r.places
      for update skip locked
    ) as j
  ),
  promoted as (
    update public.jobs as j
    -- In line from now on: with its old run_at the backlog of one tenant would stay ahead of everybody else's jobs.
    set status = 'queued', run_at = greatest(j.run_at, now()), is_held = not n.is_enabled
    from next_jobs as n
    where j.id = n.id
    returning j.organization_id, j.kind, j.queue
  ),
  counted as (
    update private.job_slots as s
    set active_count = s.active_count + c.moved, pending_count = greatest(s.pending_count - c.moved, 0),
      updated_at = now()
    from (select p.organization_id, p.kind, count(*)::integer as moved from promoted as p group by 1, 2) as c
    where s.organization_id = c.organization_id and s.kind = c.kind
  )
  select array_agg(distinct p.queue) into v_queues from promoted as p;
  return v_queues;
end;
$$;
comment on function private.promote_jobs(uuid[], text[]) is
'Fills free places from the pending jobs of these slots, which the caller has locked; returns the queues that got work.';

create function private.release_slots(
  p_organization_ids uuid[], p_kinds text[], p_active_counts integer[], p_pending_counts integer[]
)
returns text[]
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_waiting boolean;
begin
  -- Everybody takes the rows in this order, so nobody waits in a circle.
  perform
  from private.job_slots as s
  join unnest(p_organization_ids, p_kinds) as g (organization_id, kind)
    on s.organization_id = g.organization_id and s.kind = g.kind
  order by s.organization_id, s.kind
  for update of s;
  with counted as (
    update private.job_slots as s
    set active_count = greatest(s.active_count - g.active_count, 0),
      pending_count = greatest(s.pending_count - g.pending_count, 0),
      updated_at = now()
    from unnest(p_organization_ids, p_kinds, p_active_counts, p_pending_counts)
      as g (organization_id, kind, active_count, pending_count)
    where s.organization_id = g.organization_id and s.kind = g.kind
    returning s.pending_count
  )
  select bool_or(c.pending_count > 0) into v_waiting from counted as c;
  return case when v_waiting then private.promote_jobs(p_organization_ids, p_kinds) end;
end;
$$;
comment on function private.release_slots(uuid[], text[], integer[], integer[]) is
'Gives places back and promotes the next jobs; one element per organization and kind. Returns the queues to wake.';
