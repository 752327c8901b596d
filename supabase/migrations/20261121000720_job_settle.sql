-- Purpose: how jobs end: completion, failure, cancellation, and what is given back with them.
-- Objects: private.job_settlement, settle_jobs, call_failure_function, archive_job, end_cancelled, end_failed,
--          retry_delay, complete_plain_jobs, broadcast_completion, complete_applying; public.complete_job,
--          complete_jobs.

create type private.job_settlement as (
  id bigint,
  organization_id uuid,
  kind text,
  quota_metric text,
  quota_period date,
  quota_amount bigint,
  has_slot boolean,
  is_pending boolean,
  is_completed boolean
);
comment on type private.job_settlement is 'What an ending job has to give back.';

create function private.settlement(p_job public.jobs, p_is_completed boolean)
returns private.job_settlement
language sql
immutable
set search_path = ''
as $$
  select row(
    p_job.id, p_job.organization_id, p_job.kind, p_job.quota_metric, p_job.quota_period, p_job.quota_amount,
    p_job.has_slot, p_job.status = 'pending', p_is_completed
  )::private.job_settlement
$$;
comment on function private.settlement(public.jobs, boolean) is 'What this job has to give back.';

create function private.settle_jobs(p_items private.job_settlement[])
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_quota record;
  v_slots record;
  v_queues text[];
begin
  -- Quota before slots, each in key order: enqueue takes them in the same order, so nobody waits in a circle.
  for v_quota in
    select i.organization_id, i.quota_metric, i.quota_period, i.is_completed, sum(i.quota_amount)::bigint as amount,
      case when count(*) = 1 then min(i.id) end as job_id
    from unnest(p_items) as i
    where i.quota_period is not null
    group by 1, 2, 3, 4
    order by 1, 2, 3, 4
  loop
    if v_quota.is_completed then
      perform private.commit_quota(
        v_quota.organization_id, v_quota.quota_metric, v_quota.quota_period, v_quota.amount, v_quota.job_id
      );
    else
      perform private.release_quota(
        v_quota.organization_id, v_quota.quota_metric, v_quota.quota_period, v_quota.amount, v_quota.job_id
      );
    end if;
  end loop;
  select array_agg(g.organization_id) as organization_ids, array_agg(g.kind) as kinds,
    array_agg(g.active_count) as active_counts, array_agg(g.pending_count) as pending_counts
  into v_slots
  from (
    select i.organization_id, i.kind, count(*) filter (where not i.is_pending)::integer as active_count,
      count(*) filter (where i.is_pending)::integer as pending_count
    from unnest(p_items) as i
    where i.has_slot
    group by 1, 2
  ) as g;
  if v_slots.kinds is not null then
    v_queues := private.release_slots(
      v_slots.organization_ids, v_slots.kinds, v_slots.active_counts, v_slots.pending_counts
    );
    if v_queues is not null then
      perform private.wake_queues(v_queues);
    end if;
  end if;
end;
$$;
comment on function private.settle_jobs(private.job_settlement[]) is
'Commits or releases the quota of ended jobs, gives their slots back and promotes the next ones. Called once in a transaction,
after everything else, for all the jobs it ended: the order of its locks is what keeps transactions from deadlocking.';

create function private.call_failure_function(p_job public.jobs, p_code text, p_message text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_function text;
begin
  select k.failure_function into v_function from public.job_kinds as k where k.kind = p_job.kind;
  if v_function is not null then
    execute format('select %s($1, $2, $3)', v_function) using p_job, p_code, p_message;
  end if;
exception
  when deadlock_detected or serialization_failure or lock_not_available then
    raise;
  -- A job that cannot end would be tried for ever; what went wrong stays in its log.
  when others then
    perform private.write_job_log(
      p_job, 'critical', format('%s failed: %s', v_function, sqlerrm), jsonb_build_object('sqlstate', sqlstate)
    );
end;
$$;
comment on function private.call_failure_function(public.jobs, text, text) is
'Tells the domain that the job ended without a result.';

create function private.archive_job(
  p_job public.jobs, p_status public.job_status, p_result jsonb default null, p_code text default null,
  p_message text default null
)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  delete from public.jobs as j where j.id = p_job.id;
  insert into public.job_history (
    id, organization_id, subject_id, created_at, started_at, finished_at, attempt, max_attempts, status, priority,
    kind, queue, worker_id, progress, step, provider, external_id, quota_metric, quota_amount, error_code,
    error_message, payload, result
  )
  values (
    p_job.id, p_job.organization_id, p_job.subject_id, p_job.created_at, p_job.started_at,
    coalesce(p_job.finished_at, now()), p_job.attempt, p_job.max_attempts, p_status, p_job.priority,
    p_job.kind, p_job.queue, p_job.worker_id,
    p_job.progress, p_job.step, p_job.provider, p_job.external_id, p_job.quota_metric, p_job.quota_amount,
    p_code, left(p_message, 2000), case when pg_column_size(p_job.payload) <= 8192 then p_job.payload end, p_result
  );
  if p_job.has_checkpoints then
    delete from public.job_checkpoints as c where c.job_id = p_job.id;
  end if;
end;
$$;
comment on function private.archive_job(public.jobs, public.job_status, jsonb, text, text) is
'Moves one locked job to job_history with its step memory dropped.';

create function private.end_cancelled(p_job public.jobs, p_result jsonb default null)
returns private.job_settlement
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform private.archive_job(p_job, 'cancelled', p_result, 'CANCELLED', 'cancelled on request');
  perform private.write_job_log(p_job, 'info', 'cancelled');
  perform private.call_failure_function(p_job, 'CANCELLED', 'cancelled on request');
  perform private.broadcast_job(p_job, 'cancelled');
  return private.settlement(p_job, false);
end;
$$;
comment on function private.end_cancelled(public.jobs, jsonb) is
'Ends one locked job as cancelled; the caller settles.';

create function private.end_failed(p_job public.jobs, p_code text, p_message text)
returns private.job_settlement
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_job public.jobs;
begin
  update public.jobs as j
  set status = 'failed', finished_at = now(), lease_expires_at = null, worker_id = null, cancel_requested_at = null,
    error_code = p_code, error_message = p_message, has_slot = false, quota_period = null
  where j.id = p_job.id
  returning j.* into strict v_job;
  perform private.write_job_log(
    v_job, 'error', format('failed for good after %s of %s attempts: %s', v_job.attempt, v_job.max_attempts, p_message),
    jsonb_build_object('code', p_code, 'attempt', v_job.attempt, 'worker_id', p_job.worker_id)
  );
  perform private.call_failure_function(v_job, p_code, p_message);
  perform private.broadcast_job(v_job, 'failed');
  return private.settlement(p_job, false);
end;
$$;
comment on function private.end_failed(public.jobs, text, text) is
'Ends one locked job as failed: the dead letter keeps it, with its step memory, for a replay. The caller settles.';

create function private.retry_delay(p_kind public.job_kinds, p_attempt integer)
returns interval
language sql
volatile
set search_path = ''
as $$
  select make_interval(secs => least(d.seconds * (1 + random()), p_kind.backoff_max_seconds::double precision))
  -- The exponent is bounded: past it any base is at its maximum, and the power would overflow.
  from (select p_kind.backoff_base_seconds::double precision * 2 ^ least(p_attempt - 1, 40) as seconds) as d
$$;
comment on function private.retry_delay(public.job_kinds, integer) is
'base * 2^(attempt - 1), up to as much again by chance, never more than the maximum of the kind.';

-- Completion ----------------------------------------------------------------------------------------------------------

create function private.complete_plain_jobs(
  p_ids bigint[], p_leases integer[], p_results jsonb[], out ended bigint[], out items private.job_settlement[]
)
language plpgsql
volatile
set search_path = ''
set enable_seqscan = off
set enable_bitmapscan = off
set enable_hashjoin = off
set enable_mergejoin = off
set plan_cache_mode = force_generic_plan
as $$
declare
  v_kinds text[];
  v_shown bigint[];
begin
  select array_agg(k.kind) into v_kinds from public.job_kinds as k where k.apply_function is null;
  with done as (
    delete from public.jobs as j
    using unnest(p_ids, p_leases, p_results) as i (id, lease, result)
    where j.id = i.id and j.lease = i.lease and j.lease_expires_at > now()
      and j.cancel_requested_at is null and j.kind = any (v_kinds)
      and (i.result is null or pg_column_size(i.result) <= 4194304)
    -- Only what is kept: each row is copied into the memory of the statement.
    returning j.id, j.organization_id, j.subject_id, j.created_at, j.started_at, j.attempt, j.max_attempts,
      j.priority, j.kind, j.queue, j.worker_id, j.progress, j.step, j.provider, j.external_id, j.quota_metric,
      j.quota_amount, j.quota_period, j.has_slot, j.has_checkpoints,
      case when pg_column_size(j.payload) <= 8192 then j.payload end as payload, i.result
  ),
  kept as (
    insert into public.job_history (
      id, organization_id, subject_id, created_at, started_at, attempt, max_attempts, status, priority, kind, queue,
      worker_id, progress, step, provider, external_id, quota_metric, quota_amount, payload, result
    )
    select
      d.id, d.organization_id, d.subject_id, d.created_at, d.started_at, d.attempt, d.max_attempts, 'completed', d.priority,
      d.kind, d.queue, d.worker_id, d.progress, d.step, d.provider, d.external_id, d.quota_metric, d.quota_amount,
      d.payload, d.result
    from done as d
  ),
  forgotten as (
    delete from public.job_checkpoints as c using done as d where d.has_checkpoints and c.job_id = d.id
  )
  select
    array_agg(d.id),
    array_agg(d.id) filter (where d.progress is not null),
    array_agg(
      row(
        d.id, d.organization_id, d.kind, d.quota_metric, d.quota_period, d.quota_amount, d.has_slot, false, true
      )::private.job_settlement
    ) filter (where d.has_slot or d.quota_period is not null)
  into ended, v_shown, items
  from done as d;
  if v_shown is not null then
    perform private.broadcast_completion(v_shown);
  end if;
end;
$$;
comment on function private.complete_plain_jobs(bigint[], integer[], jsonb[]) is
'One statement for all jobs without an apply function: out of jobs, into job_history. Answers the ids that
ended, and what the caller has to settle.';

create function private.broadcast_completion(p_ids bigint[])
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_ended record;
begin
  for v_ended in
    select h.id, h.organization_id, h.kind, h.subject_id, h.step
    from public.job_history as h
    where h.id = any (p_ids) and h.finished_at = now() and h.organization_id is not null
  loop
    perform realtime.send(
      jsonb_build_object(
        'job_id', v_ended.id, 'kind', v_ended.kind, 'subject_id', v_ended.subject_id, 'status', 'completed', 'progress', 1,
        'step', v_ended.step
      ),
      'job_progress', 'org:' || v_ended.organization_id || ':jobs', true
    );
  end loop;
exception
  when others then
    raise warning 'completion was not sent: %', sqlerrm;
end;
$$;
comment on function private.broadcast_completion(bigint[]) is
'Members who saw a job''s progress see its end; jobs that showed none stay silent, which keeps a drain cheap.';

create function private.complete_applying(
  p_id bigint, p_lease integer, p_result jsonb, p_step text default null, p_state jsonb default null
)
returns private.job_settlement
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_job public.jobs;
  v_function text;
begin
  select j.* into v_job
  from public.jobs as j
  where j.id = p_id and j.lease = p_lease and j.lease_expires_at > now()
  for update;
  if not found then
    return null;
  end if;
  perform private.require(
    p_result is null or pg_column_size(p_result) <= 4194304, 'p_result', 'the result is larger than 4 MB'
  );
  if p_step is not null then
    perform private.require_step(p_step, p_state);
    if not v_job.has_checkpoints or not exists (
      select from public.job_checkpoints as c where c.job_id = p_id and c.step = p_step
    ) then
      perform private.run_step_function(v_job, p_step, p_state);
    end if;
    v_job.step := p_step;
  end if;
  if v_job.cancel_requested_at is not null then
    return private.end_cancelled(v_job, p_result);
  end if;
  select k.apply_function into v_function from public.job_kinds as k where k.kind = v_job.kind;
  if v_function is not null then
    execute format('select %s($1, $2)', v_function) using v_job, p_result;
  end if;
  perform private.archive_job(v_job, 'completed', p_result);
  v_job.progress := 1;
  perform private.broadcast_job(v_job, 'completed');
  return private.settlement(v_job, true);
end;
$$;
comment on function private.complete_applying(bigint, integer, jsonb, text, jsonb) is
'Completes one job together with what its last step and its apply function write: all or nothing. Answers what the caller has to settle, with
is_completed false for a cancelled job; null when the lease is lost.';

create function public.complete_job(
  p_id bigint, p_lease integer, p_result jsonb default null, p_step text default null, p_state jsonb default null
)
returns text
language plpgsql
volatile
security definer -- workers have no grant on the tables
set search_path = ''
as $$
declare
  v_plain record;
  v_applied private.job_settlement;
begin
  if p_step is null then
    v_plain := private.complete_plain_jobs(array[p_id], array[p_lease], array[p_result]);
    if v_plain.ended is not null then
      if v_plain.items is not null then
        perform private.settle_jobs(v_plain.items);
      end if;
      return 'completed';
    end if;
  end if;
  v_applied := private.complete_applying(p_id, p_lease, p_result, p_step, p_state);
  if v_applied.id is null then
    return 'lost';
  end if;
  perform private.settle_jobs(array[v_applied]);
  return case when v_applied.is_completed then 'completed' else 'cancelled' end;
end;
$$;
comment on function public.complete_job(bigint, integer, jsonb, text, jsonb) is
'Ends a job with its result: completed, cancelled or lost. p_step and p_state are its last step, told to the step function in the same
transaction unless it was remembered before. An error of either function is raised and nothing is written.';

create function public.complete_jobs(p_ids bigint[], p_leases integer[], p_results jsonb[] default null)
returns table (id bigint, outcome text, error text)
language plpgsql
volatile
security definer -- workers have no grant on the tables
set search_path = ''
as $$
declare
  v_plain record;
  v_item record;
  v_applied private.job_settlement;
  v_items private.job_settlement[];
  v_tries integer;
begin
  perform private.require(
    cardinality(p_leases) = cardinality(p_ids), 'p_leases', 'p_leases must have one element for each of p_ids'
  );
  perform private.require(
    p_results is null or cardinality(p_results) = cardinality(p_ids), 'p_results',
    'p_results must have one element for each of p_ids'
  );
  v_plain := private.complete_plain_jobs(p_ids, p_leases, p_results);
  v_items := v_plain.items;
  return query select d.id, 'completed', null::text from unnest(v_plain.ended) as d (id);
  for v_item in
    -- Nothing is left of an ordinary batch.
    select distinct on (i.id) i.id, i.lease, i.result
    from unnest(p_ids, p_leases, p_results) as i (id, lease, result)
    left join unnest(v_plain.ended) as d (id) on d.id = i.id
    where d.id is null and cardinality(p_ids) > coalesce(cardinality(v_plain.ended), 0)
    order by i.id
  loop
    id := v_item.id;
    v_tries := 0;
    loop
      v_tries := v_tries + 1;
      begin
        v_applied := private.complete_applying(v_item.id, v_item.lease, v_item.result);
        outcome := case
          when v_applied.id is null then 'lost' when v_applied.is_completed then 'completed' else 'cancelled'
        end;
        error := null;
        if v_applied.id is not null then
          v_items := v_items || v_applied;
        end if;
        exit;
      exception
        when others then
          -- The loser of a deadlock has given its locks back with the subtransaction, so it may try again.
          if sqlstate not in ('40P01', '40001') or v_tries >= 3 then
            outcome := 'error';
            error := format('%s: %s', sqlstate, sqlerrm);
            exit;
          end if;
      end;
    end loop;
    return next;
  end loop;
  if v_items is not null then
    perform private.settle_jobs(v_items);
  end if;
end;
$$;
comment on function public.complete_jobs(bigint[], integer[], jsonb[]) is
'complete_job for many; outcome is completed, cancelled, lost, or error when the apply function of that job raised: that job
stays processing and the others are not affected.';

grant execute on function
  public.complete_job(bigint, integer, jsonb, text, jsonb),
  public.complete_jobs(bigint[], integer[], jsonb[])
to service_role, catalyst_worker;
