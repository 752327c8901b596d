-- Purpose: how an attempt ends without ending the job: failure with retry, snooze, signal, hand-back; and what is
--          charged before the end.
-- Objects: fail_job, snooze_job, release_job, release_jobs, signal_job, private.lock_external_id, private.charge_job.

-- Failure -------------------------------------------------------------------------------------------------------------

create function public.fail_job(
  p_id bigint, p_lease integer, p_code text, p_message text, p_retryable boolean default true,
  p_retry_after_seconds numeric default null
)
returns text
language plpgsql
volatile
security definer -- workers have no grant on the tables
set search_path = ''
as $$
declare
  v_job public.jobs;
  v_kind public.job_kinds;
  v_code text := coalesce(nullif(left(btrim(p_code), 100), ''), 'UNKNOWN');
  v_message text := left(p_message, 2000);
  -- A worker reports what a provider said; what makes no sense there must not keep the job from ending.
  v_retry_after double precision := case
    when nullif(p_retry_after_seconds, 'NaN') is not null then least(greatest(p_retry_after_seconds, 0), 2592000)
  end;
  v_run_at timestamptz;
begin
  select j.* into v_job
  from public.jobs as j
  where j.id = p_id and j.lease = p_lease and j.lease_expires_at > now()
  for update;
  if not found then
    return 'lost';
  end if;
  if v_job.cancel_requested_at is not null then
    perform private.settle_jobs(array[private.end_cancelled(v_job)]);
    return 'cancelled';
  end if;
  if p_retryable is not true or v_job.attempt >= v_job.max_attempts then
    perform private.settle_jobs(array[private.end_failed(v_job, v_code, v_message)]);
    return 'failed';
  end if;
  select k.* into strict v_kind from public.job_kinds as k where k.kind = v_job.kind;
  -- Providers in trouble ask for a second, time after time: the attempts would be spent within a few.
  v_run_at := now() + greatest(make_interval(secs => v_retry_after), private.retry_delay(v_kind, v_job.attempt));
  update public.jobs as j
  set status = 'queued', run_at = v_run_at, lease_expires_at = null, worker_id = null, error_code = v_code,
    error_message = v_message, is_held = not v_kind.is_enabled
  where j.id = p_id;
  perform private.write_job_log(
    v_job, 'warning', format('attempt %s of %s failed: %s', v_job.attempt, v_job.max_attempts, v_message),
    jsonb_build_object('code', v_code, 'attempt', v_job.attempt, 'retry_at', v_run_at, 'worker_id', v_job.worker_id)
  );
  if v_run_at <= now() then
    perform private.wake_queues(array[v_job.queue]);
  end if;
  return 'retry';
end;
$$;
comment on function public.fail_job(bigint, integer, text, text, boolean, numeric) is
'Ends an attempt: retry (after the backoff of the kind, or the seconds given where they are more), failed (the last attempt, or
not retryable), cancelled (it was asked to stop) or lost.';

-- Snooze and signal ---------------------------------------------------------------------------------------------------

create function private.lock_external_id(p_provider text, p_external_id text)
returns void
language sql
volatile
set search_path = ''
as $$
  select pg_advisory_xact_lock(hashtextextended(p_provider || e'\n' || p_external_id, 1))
$$;
comment on function private.lock_external_id(text, text) is
'A snooze and a signal for the same external id wait for each other, so that the signal cannot fall between.';

create function public.snooze_job(
  p_id bigint, p_lease integer, p_until timestamptz, p_state jsonb default null, p_provider text default null,
  p_external_id text default null
)
returns text
language plpgsql
volatile
security definer -- workers have no grant on the tables
set search_path = ''
as $$
declare
  v_job public.jobs;
  v_provider text;
  v_external_id text;
  v_signal jsonb;
  v_run_at timestamptz;
begin
  perform private.require(
    isfinite(p_until) and p_until <= now() + interval '366 days', 'p_until', 'p_until must be a time within a year'
  );
  perform private.require(
    p_state is null or pg_column_size(p_state) <= 4194304, 'p_state', 'p_state is larger than 4 MB'
  );
  perform private.require(
    (p_provider is null and p_external_id is null)
    or (char_length(p_provider) between 1 and 100 and char_length(p_external_id) between 1 and 500),
    'p_external_id', 'p_provider (at most 100 characters) and p_external_id (at most 500) go together'
  );
  select j.* into v_job
  from public.jobs as j
  where j.id = p_id and j.lease = p_lease and j.lease_expires_at > now();
  if not found then
    return 'lost';
  end if;
  v_provider := coalesce(p_provider, v_job.provider);
  v_external_id := coalesce(p_external_id, v_job.external_id);
  if v_provider is not null then
    -- Before the row: a signal takes them in this order too.
    perform private.lock_external_id(v_provider, v_external_id);
  end if;
  select j.* into v_job
  from public.jobs as j
  where j.id = p_id and j.lease = p_lease and j.lease_expires_at > now()
  for update;
  if not found then
    return 'lost';
  end if;
  if v_job.cancel_requested_at is not null then
    perform private.settle_jobs(array[private.end_cancelled(v_job)]);
    return 'cancelled';
  end if;
  delete from private.job_signals as s
  where s.provider = v_provider and s.external_id = v_external_id
  returning s.payload into v_signal;
  if v_signal is not null then
    perform private.remember_step(p_id, 'signal', v_signal);
  end if;
  if p_state is not null then
    perform private.remember_step(p_id, 'snooze', p_state);
  end if;
  v_run_at := case when v_signal is null then greatest(p_until, now()) else now() end;
  begin
    update public.jobs as j
    set status = 'queued', run_at = v_run_at, snoozed_at = now(), attempt = j.attempt - 1, lease_expires_at = null,
      worker_id = null, provider = v_provider, external_id = v_external_id,
      has_checkpoints = j.has_checkpoints or p_state is not null or v_signal is not null
    where j.id = p_id;
  exception
    when unique_violation then
      perform private.raise_error(
        'CONFLICT', 'another unfinished job waits for this external id',
        jsonb_build_object('provider', v_provider, 'external_id', v_external_id)
      );
  end;
  if v_run_at <= now() then
    perform private.wake_queues(array[v_job.queue]);
  end if;
  return 'snoozed';
end;
$$;
comment on function public.snooze_job(bigint, integer, timestamptz, jsonb, text, text) is
'Puts a job to sleep while somebody else works for it; costs no attempt. p_state comes back as checkpoints.snooze. With a
provider and its id, signal_job wakes it early; a signal that came first wakes it at once. snoozed, cancelled or lost.';

create function public.signal_job(p_provider text, p_external_id text, p_payload jsonb)
returns bigint
language plpgsql
volatile
security definer -- webhooks have no grant on the tables
set search_path = ''
as $$
declare
  v_job public.jobs;
begin
  perform private.require(
    char_length(p_provider) between 1 and 100, 'p_provider', 'p_provider must have 1 to 100 characters'
  );
  perform private.require(
    char_length(p_external_id) between 1 and 500, 'p_external_id', 'p_external_id must have 1 to 500 characters'
  );
  perform private.require(
    p_payload is null or pg_column_size(p_payload) <= 1048576, 'p_payload', 'p_payload is larger than 1 MB'
  );
  perform private.lock_external_id(p_provider, p_external_id);
  select j.* into v_job
  from public.jobs as j
  where j.provider = p_provider and j.external_id = p_external_id and j.status <> 'failed'
  for update;
  if v_job.status in ('queued', 'pending') then
    perform private.remember_step(v_job.id, 'signal', coalesce(p_payload, 'null'));
    update public.jobs as j
    -- A retry keeps its backoff: the signal is no answer to what failed.
    set run_at = case when j.snoozed_at is null then j.run_at else least(j.run_at, now()) end, has_checkpoints = true
    where j.id = v_job.id;
    if v_job.snoozed_at is not null then
      perform private.wake_queues(array[v_job.queue]);
    end if;
  else
    -- Nobody waits for it yet, or the job runs and would not notice: its next snooze finds the signal here.
    insert into private.job_signals (provider, external_id, payload)
    values (p_provider, p_external_id, coalesce(p_payload, 'null'))
    on conflict on constraint job_signals_pkey do update
    set payload = excluded.payload, received_at = excluded.received_at;
  end if;
  return v_job.id;
end;
$$;
comment on function public.signal_job(text, text, jsonb) is
'Wakes the job that snoozes for this external id; the payload comes back as checkpoints.signal. Returns its id, or null when no
job is known by it yet: the signal is then kept for seven days.';

-- Hand back -----------------------------------------------------------------------------------------------------------

create function public.release_jobs(p_ids bigint[], p_leases integer[])
returns table (id bigint, outcome text)
language plpgsql
volatile
security definer -- workers have no grant on the tables
set search_path = ''
as $$
declare
  v_job public.jobs;
  v_item record;
  v_items private.job_settlement[];
  v_queues text[] := '{}'::text[];
begin
  perform private.require(
    cardinality(p_leases) = cardinality(p_ids), 'p_leases', 'p_leases must have one element for each of p_ids'
  );
  for v_item in select i.id, i.lease from unnest(p_ids, p_leases) as i (id, lease) order by i.id loop
    id := v_item.id;
    update public.jobs as j
    set status = 'queued', attempt = j.attempt - 1, lease_expires_at = null, worker_id = null
    where j.id = v_item.id and j.lease = v_item.lease and j.lease_expires_at > now()
      and j.cancel_requested_at is null
    returning j.* into v_job;
    if found then
      outcome := 'released';
      v_queues := v_queues || v_job.queue;
    else
      select j.* into v_job
      from public.jobs as j
      where j.id = v_item.id and j.lease = v_item.lease and j.lease_expires_at > now()
      for update;
      outcome := 'lost';
      if found then
        v_items := v_items || private.end_cancelled(v_job);
        outcome := 'cancelled';
      end if;
    end if;
    return next;
  end loop;
  if v_items is not null then
    perform private.settle_jobs(v_items);
  end if;
  if v_queues <> '{}' then
    perform private.wake_queues(array(select distinct q.queue from unnest(v_queues) as q (queue)));
  end if;
end;
$$;
comment on function public.release_jobs(bigint[], integer[]) is 'release_job for many.';

create function public.release_job(p_id bigint, p_lease integer)
returns text
language sql
volatile
security definer -- workers have no grant on the tables
set search_path = ''
as $$
  select r.outcome from public.release_jobs(array[p_id], array[p_lease]) as r
$$;
comment on function public.release_job(bigint, integer) is
'A worker that stops hands a job back as it got it, without an attempt: released, cancelled (it was asked to stop) or lost.';

-- Charging early -----------------------------------------------------------------------------------------------------

create function private.charge_job(p_job public.jobs)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_period date := p_job.quota_period;
begin
  update public.jobs as j set quota_period = null where j.id = p_job.id and j.quota_period is not null;
  if found then
    perform private.commit_quota(p_job.organization_id, p_job.quota_metric, v_period, p_job.quota_amount, p_job.id);
  end if;
end;
$$;
comment on function private.charge_job(public.jobs) is
'For step functions: what the job reserved is used, whatever its end; for work that was delivered before the job is over. Once a job.';

grant execute on function
  public.fail_job(bigint, integer, text, text, boolean, numeric),
  public.snooze_job(bigint, integer, timestamptz, jsonb, text, text),
  public.release_job(bigint, integer),
  public.release_jobs(bigint[], integer[]),
  public.signal_job(text, text, jsonb)
to service_role, catalyst_worker;
