-- Purpose: what members and operators do with jobs.
-- Objects: job_info, get_job, cancel_job, replay_job, hold_jobs, pause_jobs, resume_jobs, job_queue_stats.

-- Members -------------------------------------------------------------------------------------------------------------

create type public.job_info as (
  id bigint,
  kind text,
  status public.job_status,
  subject_id uuid,
  priority smallint,
  progress numeric,
  step text,
  attempt integer,
  max_attempts integer,
  is_cancel_requested boolean,
  run_at timestamptz,
  error_code text,
  error_message text,
  result jsonb,
  created_by uuid,
  created_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz
);
comment on type public.job_info is 'A job as members see it, alive or finished.';

create function private.get_job(p_id bigint)
returns public.job_info
language plpgsql
stable
security definer -- error texts and history are not readable by clients; the organization is checked here
set search_path = ''
as $$
declare
  v_organization_id uuid;
  v_is_backend boolean := private.is_backend();
  v_info public.job_info;
begin
  if not v_is_backend then
    v_organization_id := private.active_org_or_raise();
    if private.member_client_account() is not null then
      perform private.raise_error('NOT_FOUND', 'there is no such job in the active organization');
    end if;
  end if;
  perform private.require(p_id is not null, 'p_id', 'p_id is missing');
  select
    j.id, j.kind, j.status, j.subject_id, j.priority, j.progress, j.step, j.attempt, j.max_attempts,
    j.cancel_requested_at is not null, j.run_at, j.error_code, j.error_message, null::jsonb, j.created_by, j.created_at,
    j.started_at, j.finished_at
  into v_info
  from public.jobs as j
  where j.id = p_id and (v_is_backend or j.organization_id = v_organization_id);
  if not found then
    select
      h.id, h.kind, h.status, h.subject_id, h.priority, h.progress, h.step, h.attempt, h.max_attempts, false,
      null::timestamptz, h.error_code, h.error_message, h.result, null::uuid, h.created_at, h.started_at, h.finished_at
    into v_info
    from public.job_history as h
    where h.id = p_id and (v_is_backend or h.organization_id = v_organization_id);
  end if;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such job in the active organization');
  end if;
  -- These texts speak of tables and machines; the log has them for support.
  if not v_is_backend and v_info.error_code in ('APPLY_FAILED', 'INTERNAL_ERROR', 'LEASE_EXPIRED', 'UNKNOWN') then
    v_info.error_message := 'something went wrong on our side';
  end if;
  return v_info;
end;
$$;
comment on function private.get_job(bigint) is 'The work of public.get_job.';

create function public.get_job(p_id bigint default null)
returns public.job_info
language sql
stable
security invoker
set search_path = ''
as $$
  select private.get_job(p_id)
$$;
comment on function public.get_job(bigint) is 'A job of the active organization, alive or finished. NOT_FOUND for any other.';

create function private.cancel_job(p_id bigint)
returns text
language plpgsql
volatile
security definer -- clients have no write grant on jobs; organization and role are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid;
  v_is_backend boolean := private.is_backend();
  v_job public.jobs;
  v_status public.job_status;
begin
  if not v_is_backend then
    v_organization_id := private.require_role('creator');
  end if;
  perform private.require(p_id is not null, 'p_id', 'p_id is missing');
  select j.* into v_job
  from public.jobs as j
  where j.id = p_id and (v_is_backend or j.organization_id = v_organization_id)
  for update;
  if not found then
    select h.status into v_status
    from public.job_history as h
    where h.id = p_id and (v_is_backend or h.organization_id = v_organization_id);
    if not found then
      perform private.raise_error('NOT_FOUND', 'there is no such job in the active organization');
    end if;
    perform private.raise_error('CONFLICT', 'the job has ended', jsonb_build_object('status', v_status));
  end if;
  case v_job.status
    when 'failed' then
      perform private.raise_error('CONFLICT', 'the job has ended', jsonb_build_object('status', v_job.status));
    when 'processing' then
      update public.jobs as j
      set cancel_requested_at = coalesce(j.cancel_requested_at, now())
      where j.id = p_id;
      if v_job.cancel_requested_at is null then
        perform private.write_job_log(v_job, 'info', 'cancel requested');
      end if;
      return 'cancel_requested';
    else
      perform private.settle_jobs(array[private.end_cancelled(v_job)]);
      return 'cancelled';
  end case;
  return null;
end;
$$;
comment on function private.cancel_job(bigint) is 'The work of public.cancel_job.';

create function public.cancel_job(p_id bigint default null)
returns text
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.cancel_job(p_id)
$$;
comment on function public.cancel_job(bigint) is
'Stops a job of the active organization (creators and above) or any job (operators): cancelled when it was waiting,
cancel_requested when it runs, which its worker learns at the next heartbeat, checkpoint or completion. CONFLICT once
it ended.';

-- Operators -----------------------------------------------------------------------------------------------------------

create function public.replay_job(p_id bigint)
returns text
language plpgsql
volatile
security definer -- operators have no grant on the tables
set search_path = ''
as $$
declare
  v_job public.jobs;
  v_kind public.job_kinds;
  v_period date;
  v_is_tracked boolean;
  v_is_queued boolean := true;
begin
  select j.* into v_job from public.jobs as j where j.id = p_id for update;
  if not found then
    if exists (select from public.job_history as h where h.id = p_id) then
      perform private.raise_error('CONFLICT', 'the job has ended and left the dead letter');
    end if;
    perform private.raise_error('NOT_FOUND', 'there is no such job');
  end if;
  if v_job.status <> 'failed' then
    perform private.raise_error('CONFLICT', 'only failed jobs are replayed', jsonb_build_object('status', v_job.status));
  end if;
  select k.* into strict v_kind from public.job_kinds as k where k.kind = v_job.kind;
  if v_job.quota_metric is not null then
    v_period := private.reserve_quota(v_job.organization_id, v_job.quota_metric, v_job.quota_amount, v_job.id);
  end if;
  v_is_tracked := coalesce(v_kind.max_per_organization, v_kind.max_backlog_per_organization) is not null;
  if v_is_tracked then
    v_is_queued := private.admit_jobs(v_kind, v_job.organization_id, 1, false) = 1;
  end if;
  begin
    update public.jobs as j
    set status = case when v_is_queued then 'queued' else 'pending' end::public.job_status,
      is_held = v_is_queued and not v_kind.is_enabled, has_slot = v_is_tracked, quota_period = v_period,
      run_at = now(), attempt = 0, max_attempts = v_kind.max_attempts, finished_at = null, progress = null,
      error_code = null, error_message = null
    where j.id = p_id;
  exception
    when unique_violation then
      perform private.raise_error('CONFLICT', 'an unfinished job already does this work');
  end;
  perform private.write_job_log(
    v_job, 'info', 'replayed',
    jsonb_build_object('failed_at', v_job.finished_at, 'code', v_job.error_code, 'message', v_job.error_message)
  );
  perform private.wake_queues(array[v_job.queue]);
  return case when v_is_queued then 'queued' else 'pending' end;
end;
$$;
comment on function public.replay_job(bigint) is
'Takes a failed job out of the dead letter with all its attempts; it remembers its steps. Quota is reserved anew.';

create function private.hold_jobs()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  -- Out of the index that claims walk, however many they are.
  update public.jobs as j
  set is_held = not new.is_enabled
  where j.kind = new.kind and j.status = 'queued' and j.is_held = new.is_enabled;
  if new.is_enabled then
    perform private.wake_queues(array[new.queue]);
  end if;
  return null;
end;
$$;
comment on function private.hold_jobs() is 'Sets the waiting jobs of a paused kind aside and brings them back.';

create trigger hold_jobs after update of is_enabled on public.job_kinds
for each row when (old.is_enabled <> new.is_enabled)
execute function private.hold_jobs();

create function private.enable_kinds(p_kind text, p_queue text, p_is_enabled boolean)
returns text[]
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_kinds text[];
begin
  perform private.require(
    (p_kind is null) <> (p_queue is null), 'p_kind', 'name either a kind or a queue'
  );
  with changed as (
    update public.job_kinds as k
    set is_enabled = p_is_enabled
    where k.kind = p_kind or k.queue = p_queue
    returning k.kind
  )
  select array_agg(c.kind order by c.kind) into v_kinds from changed as c;
  if v_kinds is null then
    perform private.raise_error('NOT_FOUND', 'there is no such kind or queue');
  end if;
  return v_kinds;
end;
$$;
comment on function private.enable_kinds(text, text, boolean) is 'The work of pause_jobs and resume_jobs.';

create function public.pause_jobs(p_kind text default null, p_queue text default null)
returns text[]
language sql
volatile
security definer -- operators have no write grant on job_kinds
set search_path = ''
as $$
  select private.enable_kinds(p_kind, p_queue, false)
$$;
comment on function public.pause_jobs(text, text) is
'Stops handing out jobs of a kind or a whole queue; running ones finish, new ones wait. Returns the kinds.';

create function public.resume_jobs(p_kind text default null, p_queue text default null)
returns text[]
language sql
volatile
security definer -- operators have no write grant on job_kinds
set search_path = ''
as $$
  select private.enable_kinds(p_kind, p_queue, true)
$$;
comment on function public.resume_jobs(text, text) is 'Takes back pause_jobs.';

create function public.job_queue_stats()
returns table (
  queue text, kind text, ready_count bigint, scheduled_count bigint, processing_count bigint, pending_count bigint,
  failed_count bigint, oldest_ready_seconds numeric, is_capped boolean
)
language plpgsql
volatile
security definer -- metrics readers have no grant on the tables
set search_path = ''
set enable_seqscan = off
as $$
declare
  v_cap constant integer := 10000;
begin
  return query
  with ready as (
    select s.kind, count(*) as jobs, min(s.run_at) as oldest, max(s.seen) as seen
    from (select distinct k.queue from public.job_kinds as k) as q
    cross join lateral (
      select l.kind, l.run_at, count(*) over () as seen
      from (
        select p.kind, p.run_at
        from unnest('{3,2,1,0}'::smallint[]) as level (priority)
        cross join lateral (
          select j.kind, j.run_at
          from public.jobs as j
          where j.status = 'queued' and not j.is_held and j.queue = q.queue and j.priority = level.priority
            and j.run_at <= now()
          order by j.run_at, j.id
          limit v_cap
        ) as p
        limit v_cap
      ) as l
    ) as s
    group by s.kind
  ),
  later as (
    select s.kind, count(*) as jobs, max(s.seen) as seen
    from (select distinct k.queue from public.job_kinds as k) as q
    cross join lateral (
      select l.kind, count(*) over () as seen
      from (
        select p.kind
        from unnest('{3,2,1,0}'::smallint[]) as level (priority)
        cross join lateral (
          select j.kind
          from public.jobs as j
          where j.status = 'queued' and not j.is_held and j.queue = q.queue and j.priority = level.priority
            and j.run_at > now()
          order by j.run_at, j.id
          limit v_cap
        ) as p
        limit v_cap
      ) as l
    ) as s
    group by s.kind
  ),
  running as (
    select j.kind, count(*) as jobs
    from (select r.kind from public.jobs as r where r.status = 'processing' order by r.lease_expires_at limit v_cap) as j
    group by j.kind
  ),
  waiting as (
    select s.kind, sum(s.pending_count)::bigint as jobs
    from private.job_slots as s
    where s.pending_count > 0
    group by s.kind
  ),
  dead as (
    select j.kind, count(*) as jobs, max(j.seen) as seen
    from (
      select f.kind, count(*) over () as seen
      from (select d.kind from public.jobs as d where d.status = 'failed' order by d.finished_at desc limit v_cap) as f
    ) as j
    group by j.kind
  )
  select
    k.queue, k.kind, coalesce(r.jobs, 0), coalesce(l.jobs, 0), coalesce(p.jobs, 0), coalesce(w.jobs, 0),
    coalesce(d.jobs, 0), coalesce(extract(epoch from now() - r.oldest), 0), coalesce(greatest(r.seen, l.seen,
    d.seen), 0) >= v_cap
  from public.job_kinds as k
  left join ready as r on r.kind = k.kind
  left join later as l on l.kind = k.kind
  left join running as p on p.kind = k.kind
  left join waiting as w on w.kind = k.kind
  left join dead as d on d.kind = k.kind
  order by k.queue, k.kind;
end;
$$;
comment on function public.job_queue_stats() is
'Counts per queue and kind for metrics and alerts. Looks at 10,000 jobs of a queue and state at most; is_capped says when there
are more, so that the price does not grow with the backlog.';

grant execute on function
  public.get_job(bigint), private.get_job(bigint), public.cancel_job(bigint), private.cancel_job(bigint)
to authenticated, service_role;
grant execute on function public.cancel_job(bigint), private.cancel_job(bigint) to catalyst_worker;
grant execute on function public.replay_job(bigint), public.pause_jobs(text, text), public.resume_jobs(text, text)
to service_role;
grant execute on function public.job_queue_stats() to service_role, catalyst_worker;
