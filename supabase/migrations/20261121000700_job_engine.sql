-- Purpose: how jobs come in: wake-ups, the slots of each tenant, enqueue.
-- Objects: private.wake_queues, broadcast_job, write_job_log, admit_jobs, promote_jobs, release_slots, job_kind_for,
--          lock_dedupe_keys, enqueue_job, enqueue_jobs, and the last two in public for operators and workers.

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

create function private.admit_jobs(p_kind public.job_kinds, p_organization_id uuid, p_count integer, p_is_scheduled boolean)
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
      least(s.pending_count, coalesce(greatest(k.max_per_organization - s.active_count, 0), s.pending_count)) as places
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
    set active_count = s.active_count + c.moved, pending_count = greatest(s.pending_count - c.moved, 0), updated_at = now()
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

-- Enqueue -------------------------------------------------------------------------------------------------------------

create function private.job_kind_for(p_kind text, p_organization_id uuid, p_priority smallint, p_run_at timestamptz, p_quota_amount bigint)
returns public.job_kinds
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_kind public.job_kinds;
begin
  select k.* into v_kind from public.job_kinds as k where k.kind = p_kind;
  perform private.require(found, 'p_kind', format('there is no job kind %s', coalesce(quote_literal(p_kind), 'null')));
  perform private.require(
    v_kind.is_system = (p_organization_id is null), 'p_organization_id',
    case when v_kind.is_system then 'a system job has no organization' else 'p_organization_id is missing' end
  );
  perform private.require(p_priority between 0 and 3, 'p_priority', 'p_priority must be 0 to 3');
  perform private.require(isfinite(p_run_at), 'p_run_at', 'p_run_at must be a point in time');
  perform private.require(
    p_quota_amount is null or p_quota_amount >= 1, 'p_quota_amount', 'p_quota_amount must be at least 1'
  );
  if p_organization_id is not null then
    -- Once per call, what a foreign key would do per row: the organization exists until we commit.
    perform from public.organizations as o where o.id = p_organization_id for key share;
    perform private.require(found, 'p_organization_id', 'there is no such organization');
  end if;
  return v_kind;
end;
$$;
comment on function private.job_kind_for(text, uuid, smallint, timestamptz, bigint) is
'The kind, after checking what every job of it needs.';

create function private.enqueue_jobs(
  p_kind text,
  p_organization_id uuid,
  p_payloads jsonb[],
  p_subject_ids uuid[] default null,
  p_priority smallint default 1,
  p_run_at timestamptz default now(),
  p_dedupe_keys text[] default null,
  p_created_by uuid default null,
  p_quota_amount bigint default null
)
returns setof bigint
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_kind public.job_kinds;
  v_count integer := coalesce(cardinality(p_payloads), 0);
  v_run_at timestamptz := greatest(p_run_at, now());
  v_amount bigint;
  v_period date;
  v_is_tracked boolean;
  v_queued integer := v_count;
begin
  v_kind := private.job_kind_for(p_kind, p_organization_id, p_priority, p_run_at, p_quota_amount);
  perform private.require(
    p_subject_ids is null or cardinality(p_subject_ids) = v_count, 'p_subject_ids', 'p_subject_ids must match p_payloads'
  );
  perform private.require(
    p_dedupe_keys is null or cardinality(p_dedupe_keys) = v_count, 'p_dedupe_keys', 'p_dedupe_keys must match p_payloads'
  );
  if v_count = 0 then
    return;
  end if;
  perform private.require(
    not exists (
      select from unnest(p_payloads) as p (payload)
      where jsonb_typeof(p.payload) is distinct from 'object' or pg_column_size(p.payload) > 4194304
    ),
    'p_payloads', 'each of p_payloads must be an object of at most 4 MB'
  );
  if p_dedupe_keys is not null then
    -- One by one, because each may find its job alive; the keys in order, so that two callers cannot wait for each other.
    perform private.lock_dedupe_keys(p_kind, p_organization_id, p_dedupe_keys);
    for i in 1..v_count loop
      return next private.enqueue_job(
        p_kind, p_organization_id, p_payloads[i], p_subject_ids[i], p_priority, p_run_at, p_dedupe_keys[i], p_created_by,
        p_quota_amount
      );
    end loop;
    return;
  end if;
  if v_kind.quota_metric is not null then
    v_amount := coalesce(p_quota_amount, v_kind.quota_amount);
    v_period := private.reserve_quota(p_organization_id, v_kind.quota_metric, v_amount * v_count);
  end if;
  v_is_tracked := coalesce(v_kind.max_per_organization, v_kind.max_backlog_per_organization) is not null;
  if v_is_tracked then
    v_queued := private.admit_jobs(v_kind, p_organization_id, v_count, v_run_at > now());
  end if;
  return query
  insert into public.jobs (
    kind, queue, organization_id, subject_id, payload, priority, run_at, created_by, max_attempts, lease_seconds,
    status, is_held, is_scheduled, has_slot, quota_metric, quota_amount, quota_period
  )
  select
    p_kind, v_kind.queue, p_organization_id, n.subject_id, n.payload, p_priority, v_run_at, p_created_by, v_kind.max_attempts,
    v_kind.lease_seconds,
    case when n.position <= v_queued then 'queued' else 'pending' end::public.job_status,
    n.position <= v_queued and not v_kind.is_enabled,
    n.position > v_queued and v_run_at > now(),
    v_is_tracked, v_kind.quota_metric, v_amount, v_period
  from unnest(p_payloads, p_subject_ids) with ordinality as n (payload, subject_id, position)
  returning id;
  if v_kind.is_enabled then
    perform private.wake_queues(array[v_kind.queue]);
  end if;
end;
$$;
comment on function private.enqueue_jobs(text, uuid, jsonb[], uuid[], smallint, timestamptz, text[], uuid, bigint) is
'Many jobs of one kind in one insert, in the transaction of the caller; ids in the order of the payloads.';

create function private.lock_dedupe_keys(p_kind text, p_organization_id uuid, p_dedupe_keys text[])
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_key bigint;
begin
  for v_key in
    select distinct hashtextextended(concat_ws(e'\n', p_kind, p_organization_id, k.key), 0)
    from unnest(p_dedupe_keys) as k (key)
    where k.key is not null
    order by 1
  loop
    perform pg_advisory_xact_lock(v_key);
  end loop;
end;
$$;
comment on function private.lock_dedupe_keys(text, uuid, text[]) is
'Makes enqueues of the same key wait for each other, so that quota is reserved by the one that makes the job only.';

create function private.enqueue_job(
  p_kind text,
  p_organization_id uuid,
  p_payload jsonb,
  p_subject_id uuid default null,
  p_priority smallint default 1,
  p_run_at timestamptz default now(),
  p_dedupe_key text default null,
  p_created_by uuid default null,
  p_quota_amount bigint default null
)
returns bigint
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_kind public.job_kinds;
  v_run_at timestamptz := greatest(p_run_at, now());
  v_amount bigint;
  v_period date;
  v_is_tracked boolean;
  v_is_queued boolean := true;
  v_id bigint;
begin
  v_kind := private.job_kind_for(p_kind, p_organization_id, p_priority, p_run_at, p_quota_amount);
  perform private.require(jsonb_typeof(p_payload) = 'object', 'p_payload', 'p_payload must be an object');
  perform private.require(pg_column_size(p_payload) <= 4194304, 'p_payload', 'p_payload is larger than 4 MB');
  if p_dedupe_key is not null then
    perform private.require(
      char_length(p_dedupe_key) between 1 and 200, 'p_dedupe_key', 'p_dedupe_key must have 1 to 200 characters'
    );
    perform private.lock_dedupe_keys(p_kind, p_organization_id, array[p_dedupe_key]);
    if p_organization_id is null then
      select j.id into v_id
      from public.jobs as j
      where j.kind = p_kind and j.organization_id is null and j.dedupe_key = p_dedupe_key and j.status <> 'failed';
    else
      select j.id into v_id
      from public.jobs as j
      where j.kind = p_kind and j.organization_id = p_organization_id and j.dedupe_key = p_dedupe_key
        and j.status <> 'failed';
    end if;
    if found then
      return v_id;
    end if;
  end if;
  if v_kind.quota_metric is not null then
    v_amount := coalesce(p_quota_amount, v_kind.quota_amount);
    v_period := private.reserve_quota(p_organization_id, v_kind.quota_metric, v_amount);
  end if;
  v_is_tracked := coalesce(v_kind.max_per_organization, v_kind.max_backlog_per_organization) is not null;
  if v_is_tracked then
    v_is_queued := private.admit_jobs(v_kind, p_organization_id, 1, v_run_at > now()) = 1;
  end if;
  insert into public.jobs (
    kind, queue, organization_id, subject_id, payload, priority, run_at, dedupe_key, created_by, max_attempts, lease_seconds,
    status, is_held, is_scheduled, has_slot, quota_metric, quota_amount, quota_period
  )
  values (
    p_kind, v_kind.queue, p_organization_id, p_subject_id, p_payload, p_priority, v_run_at, p_dedupe_key, p_created_by,
    v_kind.max_attempts, v_kind.lease_seconds,
    case when v_is_queued then 'queued' else 'pending' end::public.job_status,
    v_is_queued and not v_kind.is_enabled, not v_is_queued and v_run_at > now(),
    v_is_tracked, v_kind.quota_metric, v_amount, v_period
  )
  returning id into v_id;
  -- A scheduled job wakes too: sleeping workers must learn of the earlier run_at.
  if v_kind.is_enabled and (v_is_queued or v_run_at > now()) then
    perform private.wake_queues(array[v_kind.queue]);
  end if;
  return v_id;
end;
$$;
comment on function private.enqueue_job(text, uuid, jsonb, uuid, smallint, timestamptz, text, uuid, bigint) is
'One job, in the transaction of the caller; reserves the quota of its kind. With a dedupe key the live job of that key, if any.';

create function public.enqueue_job(
  p_kind text, p_organization_id uuid, p_payload jsonb, p_subject_id uuid default null, p_priority smallint default 1,
  p_run_at timestamptz default now(), p_dedupe_key text default null, p_created_by uuid default null,
  p_quota_amount bigint default null
)
returns bigint
language sql
volatile
security definer -- operators and workers have no grant on the tables
set search_path = ''
as $$
  select private.enqueue_job(
    p_kind, p_organization_id, p_payload, p_subject_id, p_priority, p_run_at, p_dedupe_key, p_created_by, p_quota_amount
  )
$$;
comment on function public.enqueue_job(text, uuid, jsonb, uuid, smallint, timestamptz, text, uuid, bigint) is
'private.enqueue_job for operators and workers.';

create function public.enqueue_jobs(
  p_kind text, p_organization_id uuid, p_payloads jsonb[], p_subject_ids uuid[] default null, p_priority smallint default 1,
  p_run_at timestamptz default now(), p_dedupe_keys text[] default null, p_created_by uuid default null,
  p_quota_amount bigint default null
)
returns setof bigint
language sql
volatile
security definer -- operators and workers have no grant on the tables
set search_path = ''
as $$
  select private.enqueue_jobs(
    p_kind, p_organization_id, p_payloads, p_subject_ids, p_priority, p_run_at, p_dedupe_keys, p_created_by, p_quota_amount
  )
$$;
comment on function public.enqueue_jobs(text, uuid, jsonb[], uuid[], smallint, timestamptz, text[], uuid, bigint) is
'private.enqueue_jobs for operators and workers.';

grant execute on function
  public.enqueue_job(text, uuid, jsonb, uuid, smallint, timestamptz, text, uuid, bigint),
  public.enqueue_jobs(text, uuid, jsonb[], uuid[], smallint, timestamptz, text[], uuid, bigint)
to service_role, catalyst_worker;
