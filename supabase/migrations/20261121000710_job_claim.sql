-- Purpose: how jobs are handed out and kept alive: claim, lease, step memory.
-- Objects: claim_jobs, next_run_at, heartbeat_job, heartbeat_jobs, checkpoint_job, log_job, private.paused_kinds,
--          private.remember_step, require_step, run_step_function.

create function private.paused_kinds()
returns text[]
language sql
stable
set search_path = ''
as $$
  select coalesce(array_agg(k.kind), '{}') from public.job_kinds as k where not k.is_enabled
$$;
comment on function private.paused_kinds() is 'Kinds that are not handed out at the moment.';

create function public.claim_jobs(
  p_queues text[], p_worker_id text, p_limit integer default 1, p_lease_seconds integer default null
)
returns setof public.claimed_job
language plpgsql
volatile
security definer -- workers have no grant on the tables
set search_path = ''
-- The table goes from empty to millions of rows and back between two analyzes: only the index walk is right
-- for all of them.
set enable_seqscan = off
set enable_bitmapscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set plan_cache_mode = force_generic_plan
as $$
declare
  v_paused_kinds text[] := private.paused_kinds();
  v_first integer;
  v_queues text[] := p_queues;
  v_found integer;
  -- Where the last claim of this session ended: queue, priority, run_at, id, time of its last claim from the head.
  v_end text[] := case
    when p_limit >= 10 then string_to_array(nullif(current_setting('catalyst.claim_end', true), ''), '|')
  end;
begin
  if p_limit is null or p_limit not between 1 and 1000 then
    perform private.require(false, 'p_limit', 'p_limit must be 1 to 1000');
  end if;
  if p_lease_seconds not between 1 and 86400 then
    perform private.require(false, 'p_lease_seconds', 'p_lease_seconds must be 1 to 86400');
  end if;
  if (char_length(p_worker_id) between 1 and 200) is not true then
    perform private.require(false, 'p_worker_id', 'p_worker_id must have 1 to 200 characters');
  end if;
  if (cardinality(p_queues) between 1 and 100) is not true then
    perform private.require(false, 'p_queues', 'p_queues must name 1 to 100 queues');
  end if;
  if cardinality(p_queues) > 1 then
    -- Each claim starts with another queue, so that a long one does not starve the others.
    v_first := floor(random() * cardinality(p_queues))::integer;
    v_queues := p_queues[v_first + 1:] || p_queues[:v_first];
  end if;

  if extract(epoch from clock_timestamp()) - v_end[5]::double precision > 1 then
    v_end := null;
  end if;
  for v_round in 1..3 loop
    return query
    with picked as (
      select j.ctid
      from (
        -- Vacuum comes by once a minute; until then what was claimed lies at the head of the index, to be walked over
        -- by every claim. Going on from the last one saves that; once a second a claim starts from the head all the
        -- same, and so does one that finds nothing, for jobs that came late or were handed back.
        select q.queue, p.priority, case when e.here then v_end[3]::timestamptz else '-infinity' end as run_at,
          case when e.here then v_end[4]::bigint else 0 end as id
        from unnest(v_queues) with ordinality as q (queue, position)
        cross join unnest('{3,2,1,0}'::smallint[]) as p (priority)
        cross join lateral (
          select coalesce(q.queue = v_end[1] and p.priority = v_end[2]::smallint, false) as here
        ) as e
        order by q.position, p.priority desc
      ) as level
      cross join lateral (
        select c.ctid
        from public.jobs as c
        where c.status = 'queued' and not c.is_held and c.queue = level.queue and c.priority = level.priority
          and c.run_at <= now() and (c.run_at, c.id) > (level.run_at, level.id) and c.kind <> all (v_paused_kinds)
        order by c.run_at, c.id
        limit p_limit
        for update skip locked
      ) as j
      limit p_limit
    ),
    claimed as (
      update public.jobs as j
      set status = 'processing',
        attempt = j.attempt + 1,
        lease = j.lease + 1,
        lease_seconds = coalesce(p_lease_seconds, j.lease_seconds),
        lease_expires_at = now() + make_interval(secs => coalesce(p_lease_seconds, j.lease_seconds)),
        worker_id = p_worker_id,
        started_at = coalesce(j.started_at, now()),
        snoozed_at = null
      from picked as p
      -- The rows are locked, so they stay where they are, and need not be looked up a second time.
      where j.ctid = p.ctid
      returning j.id, j.kind, j.queue, j.organization_id, j.subject_id, j.payload, j.attempt, j.max_attempts, j.lease,
        j.lease_expires_at, j.lease_seconds, j.priority, j.has_checkpoints, j.created_by, j.created_at, j.run_at
    ),
    noted as (
      select case when p_limit >= 10 then set_config(
        'catalyst.claim_end',
        concat_ws(
          '|', l.queue, l.priority, l.run_at, l.id,
          case when v_end is null then extract(epoch from clock_timestamp())::text else v_end[5] end
        ),
        false
      ) end
      from (
        select c.queue, c.priority, c.run_at, c.id
        from claimed as c
        order by array_position(v_queues, c.queue) desc, c.priority, c.run_at desc, c.id desc
        limit 1
      ) as l
    )
    select
      c.id, c.kind, c.queue, c.organization_id, c.subject_id, c.payload, c.attempt, c.max_attempts, c.lease,
      c.lease_expires_at, c.lease_seconds, c.priority,
      case when c.has_checkpoints then
        (select jsonb_object_agg(s.step, s.state) from public.job_checkpoints as s where s.job_id = c.id)
      else '{}' end,
      c.created_by, c.created_at, k.batch_complete
    from claimed as c
    join public.job_kinds as k on k.kind = c.kind
    cross join noted
    order by c.priority desc, c.run_at, c.id;
    get diagnostics v_found = row_count;
    -- Whoever found work starts on it at once, and learns from next_run_at whether there is more.
    exit when v_found > 0;
    -- A worker with nothing to do looks after lapsed leases and scheduled jobs now, rather than at cron's next turn.
    if v_end is not null then
      v_end := null;
    elsif private.has_due_chores() then
      perform private.do_due_chores();
    else
      exit;
    end if;
  end loop;
end;
$$;
comment on function public.claim_jobs(text[], text, integer, integer) is
'Hands out up to p_limit ready jobs of these queues under a lease: queues in turn, in each by priority and then age. Rows that
others are claiming are passed over.';

create function public.next_run_at(p_queues text[])
returns timestamptz
language plpgsql
stable
security definer -- workers have no grant on the tables
set search_path = ''
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
as $$
declare
  v_paused_kinds text[] := private.paused_kinds();
begin
  return least(
    (
      select min(j.run_at)
      from unnest(p_queues) as q (queue)
      cross join unnest('{3,2,1,0}'::smallint[]) as p (priority)
      cross join lateral (
        select c.run_at
        from public.jobs as c
        where c.status = 'queued' and not c.is_held and c.queue = q.queue and c.priority = p.priority
          and c.kind <> all (v_paused_kinds)
        order by c.run_at, c.id
        limit 1
      ) as j
    ),
    (
      select c.run_at
      from public.jobs as c
      where c.status = 'pending' and c.is_scheduled and c.queue = any (p_queues) and c.kind <> all (v_paused_kinds)
      order by c.run_at
      limit 1
    )
  );
end;
$$;
comment on function public.next_run_at(text[]) is
'When the next job of these queues becomes ready; in the past when one is ready now, null when there is none.';

create function public.heartbeat_job(
  p_id bigint, p_lease integer, p_progress numeric default null, p_step text default null
)
returns text
language plpgsql
volatile
security definer -- workers have no grant on the tables
set search_path = ''
as $$
declare
  v_job public.jobs;
begin
  update public.jobs as j
  set lease_expires_at = now() + make_interval(secs => j.lease_seconds),
    progress = case
      when nullif(p_progress, 'NaN') is null then j.progress else least(greatest(p_progress, 0), 1)
    end,
    step = coalesce(left(p_step, 200), j.step)
  where j.id = p_id and j.lease = p_lease and j.lease_expires_at > now()
  returning j.* into v_job;
  if not found then
    return 'lost';
  end if;
  if p_progress is not null or p_step is not null then
    perform private.broadcast_job(v_job, v_job.status);
  end if;
  return case when v_job.cancel_requested_at is null then 'ok' else 'cancel_requested' end;
end;
$$;
comment on function public.heartbeat_job(bigint, integer, numeric, text) is
'Extends the lease from the database''s clock and shows progress (0 to 1): ok, cancel_requested or lost.';

create function public.heartbeat_jobs(p_ids bigint[], p_leases integer[])
returns table (id bigint, outcome text)
language plpgsql
volatile
security definer -- workers have no grant on the tables
set search_path = ''
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
as $$
begin
  return query
  with extended as (
    update public.jobs as j
    set lease_expires_at = now() + make_interval(secs => j.lease_seconds)
    from (select h.id, h.lease from unnest(p_ids, p_leases) as h (id, lease) order by h.id) as h
    where j.id = h.id and j.lease = h.lease and j.lease_expires_at > now()
    returning j.id, j.cancel_requested_at
  )
  select h.id, case when e.id is null then 'lost' when e.cancel_requested_at is null then 'ok' else 'cancel_requested' end
  from unnest(p_ids) as h (id)
  left join extended as e on e.id = h.id;
end;
$$;
comment on function public.heartbeat_jobs(bigint[], integer[]) is 'heartbeat_job for all jobs of a worker in one statement.';

create function private.remember_step(p_job_id bigint, p_step text, p_state jsonb)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  insert into public.job_checkpoints (job_id, step, state)
  values (p_job_id, p_step, p_state)
  on conflict on constraint job_checkpoints_pkey do nothing;
  if found then
    return true;
  end if;
  update public.job_checkpoints as c
  set state = p_state, updated_at = now()
  where c.job_id = p_job_id and c.step = p_step and c.state <> p_state;
  return false;
end;
$$;
comment on function private.remember_step(bigint, text, jsonb) is 'Stores the state of a step; true when the step is new.';

create function private.require_step(p_step text, p_state jsonb)
returns void
language plpgsql
immutable
set search_path = ''
as $$
begin
  perform private.require(char_length(p_step) between 1 and 200, 'p_step', 'p_step must have 1 to 200 characters');
  perform private.require(p_step not in ('snooze', 'signal'), 'p_step', 'the steps snooze and signal belong to the engine');
  perform private.require(pg_column_size(p_state) <= 4194304, 'p_state', 'p_state is missing or larger than 4 MB');
end;
$$;
comment on function private.require_step(text, jsonb) is 'VALIDATION_ERROR unless this can be a step of a job.';

create function private.run_step_function(p_job public.jobs, p_step text, p_state jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_function text;
begin
  select k.step_function into v_function from public.job_kinds as k where k.kind = p_job.kind;
  if v_function is not null then
    execute format('select %s($1, $2, $3)', v_function) using p_job, p_step, p_state;
  end if;
end;
$$;
comment on function private.run_step_function(public.jobs, text, jsonb) is 'Tells the domain what a step of a job found.';

create function public.checkpoint_job(
  p_id bigint, p_lease integer, p_step text, p_state jsonb, p_progress numeric default null
)
returns text
language plpgsql
volatile
security definer -- workers have no grant on the tables
set search_path = ''
as $$
declare
  v_job public.jobs;
begin
  perform private.require_step(p_step, p_state);
  update public.jobs as j
  set lease_expires_at = now() + make_interval(secs => j.lease_seconds),
    progress = case
      when nullif(p_progress, 'NaN') is null then j.progress else least(greatest(p_progress, 0), 1)
    end,
    step = p_step,
    has_checkpoints = true
  where j.id = p_id and j.lease = p_lease and j.lease_expires_at > now()
  returning j.* into v_job;
  if not found then
    return 'lost';
  end if;
  if private.remember_step(p_id, p_step, p_state) then
    perform private.run_step_function(v_job, p_step, p_state);
  end if;
  perform private.broadcast_job(v_job, v_job.status);
  return case when v_job.cancel_requested_at is null then 'ok' else 'cancel_requested' end;
end;
$$;
comment on function public.checkpoint_job(bigint, integer, text, jsonb, numeric) is
'Remembers a step durably and extends the lease; the kind''s step function runs with the first checkpoint of a step. The
state may be overwritten (an upload offset). ok, cancel_requested (the step is remembered all the same) or lost.';

create function public.log_job(
  p_id bigint, p_lease integer, p_level text, p_message text, p_details jsonb default '{}'
)
returns text
language plpgsql
volatile
security definer -- workers have no grant on the tables
set search_path = ''
as $$
begin
  perform private.require(
    p_level in ('debug', 'info', 'warning', 'error', 'critical'), 'p_level',
    'p_level must be debug, info, warning, error or critical'
  );
  perform private.require(p_message is not null, 'p_message', 'p_message is missing');
  perform private.require(
    p_details is null or (jsonb_typeof(p_details) = 'object' and pg_column_size(p_details) <= 65536), 'p_details',
    'p_details must be an object of at most 64 kB'
  );
  insert into public.job_logs (job_id, organization_id, log_level, message, details, step, provider_response)
  select
    j.id, j.organization_id, p_level, left(p_message, 2000), coalesce(p_details - 'provider_response', '{}'), j.step,
    p_details -> 'provider_response'
  from public.jobs as j
  where j.id = p_id and j.lease = p_lease and j.lease_expires_at > now();
  return case when found then 'ok' else 'lost' end;
end;
$$;
comment on function public.log_job(bigint, integer, text, text, jsonb) is
'An entry of the worker in job_logs; p_details.provider_response goes to its own column. ok or lost.';

grant execute on function
  public.claim_jobs(text[], text, integer, integer),
  public.next_run_at(text[]),
  public.heartbeat_job(bigint, integer, numeric, text),
  public.heartbeat_jobs(bigint[], integer[]),
  public.checkpoint_job(bigint, integer, text, jsonb, numeric),
  public.log_job(bigint, integer, text, text, jsonb)
to service_role, catalyst_worker;
