-- Purpose: what the job engine does by itself: rescue, promotion, repair of counts, archiving, forgetting.
-- Objects: rescue_expired_jobs, private.promote_due_jobs, has_due_chores, do_due_chores, reconcile_job_slots,
--          archive_dead_jobs, stop_closed_organizations; cleanup_old_job_logs; triggers for deleted organizations and
--          people; cron.

create function private.rescue_batch(p_limit integer)
returns integer
language plpgsql
volatile
set search_path = ''
set enable_seqscan = off
as $$
declare
  v_job public.jobs;
  v_kind public.job_kinds;
  v_message text;
  v_run_at timestamptz;
  v_rescued integer := 0;
  v_items private.job_settlement[];
  v_queues text[] := '{}'::text[];
begin
  for v_job in
    select j.*
    from public.jobs as j
    where j.status = 'processing' and j.lease_expires_at <= now()
    order by j.lease_expires_at
    limit p_limit
    for update skip locked
  loop
    v_rescued := v_rescued + 1;
    v_message := format('worker %s did not renew its lease', v_job.worker_id);
    perform private.lose_ai_calls(v_job);
    if v_job.cancel_requested_at is not null then
      v_items := v_items || private.end_cancelled(v_job);
    elsif v_job.attempt >= v_job.max_attempts then
      v_items := v_items || private.end_failed(v_job, 'LEASE_EXPIRED', v_message);
    else
      select k.* into strict v_kind from public.job_kinds as k where k.kind = v_job.kind;
      -- The first crash is taken for the worker's fault, later ones for the job's.
      v_run_at := case
        when v_job.attempt = 1 then now() else now() + private.retry_delay(v_kind, v_job.attempt - 1) end;
      update public.jobs as j
      set status = 'queued', run_at = v_run_at, lease_expires_at = null, worker_id = null, error_code = 'LEASE_EXPIRED',
        error_message = v_message, is_held = not v_kind.is_enabled
      where j.id = v_job.id;
      perform private.write_job_log(
        v_job, 'warning', format('attempt %s of %s was lost: %s', v_job.attempt, v_job.max_attempts, v_message),
        jsonb_build_object('code', 'LEASE_EXPIRED', 'attempt', v_job.attempt, 'retry_at', v_run_at, 'worker_id', v_job.worker_id)
      );
      if v_run_at <= now() and not v_job.queue = any (v_queues) then
        v_queues := v_queues || v_job.queue;
      end if;
    end if;
  end loop;
  if v_items is not null then
    perform private.settle_jobs(v_items);
  end if;
  if v_queues <> '{}' then
    perform private.wake_queues(v_queues);
  end if;
  return v_rescued;
end;
$$;
comment on function private.rescue_batch(integer) is 'Takes jobs back whose lease lapsed: the lost attempt counts.';

create function public.rescue_expired_jobs()
returns integer
language sql
volatile
security definer -- operators may call it; cron does
set search_path = ''
as $$
  select private.rescue_batch(2000)
$$;
comment on function public.rescue_expired_jobs() is
'Makes jobs of dead workers claimable again, or ends them when cancelled or out of attempts; at most 2,000
at a time. Returns how many.';

create function private.promote_due_jobs(p_limit integer default 1000)
returns integer
language plpgsql
volatile
set search_path = ''
set enable_seqscan = off
as $$
declare
  v_organization_ids uuid[];
  v_kinds text[];
  v_queues text[];
  v_due integer;
begin
  with due as (
    select j.id
    from public.jobs as j
    where j.status = 'pending' and j.is_scheduled and j.run_at <= now()
    order by j.run_at
    limit p_limit
    for update skip locked
  ),
  ready as (
    update public.jobs as j set is_scheduled = false from due as d where j.id = d.id returning j.id
  )
  select count(*) into v_due from ready as r;
  -- Whose places are free: those just due, and those that a change of a cap or an interrupted promotion left behind.
  select array_agg(l.organization_id), array_agg(l.kind)
  into v_organization_ids, v_kinds
  from (
    select s.organization_id, s.kind
    from private.job_slots as s
    join public.job_kinds as k on k.kind = s.kind
    where s.pending_count > 0 and s.active_count < coalesce(k.max_per_organization, s.active_count + 1)
      and exists (
        select from public.jobs as j
        where j.status = 'pending' and not j.is_scheduled and j.organization_id = s.organization_id and j.kind = s.kind
      )
    order by s.organization_id, s.kind
    limit p_limit
    for update of s skip locked
  ) as l;
  if v_kinds is not null then
    v_queues := private.promote_jobs(v_organization_ids, v_kinds);
    if v_queues is not null then
      perform private.wake_queues(v_queues);
    end if;
  end if;
  return v_due;
end;
$$;
comment on function private.promote_due_jobs(integer) is
'Lets scheduled jobs of capped kinds in when they are due, and fills any place that is free while jobs wait for it.';

create function private.has_due_chores()
returns boolean
language plpgsql
stable
set search_path = ''
set enable_seqscan = off
set plan_cache_mode = force_generic_plan
as $$
begin
  return exists (select from public.jobs as j where j.status = 'processing' and j.lease_expires_at <= now())
    or exists (select from public.jobs as j where j.status = 'pending' and j.is_scheduled and j.run_at <= now());
end;
$$;
comment on function private.has_due_chores() is 'Whether a lease has lapsed or a scheduled job is due; two index look-ups.';

create function private.do_due_chores()
returns void
language plpgsql
volatile
set search_path = ''
-- claim_jobs forbids these for itself; what runs here is another matter.
set enable_bitmapscan = on
set enable_hashjoin = on
set enable_mergejoin = on
set plan_cache_mode = auto
as $$
begin
  perform private.rescue_batch(100);
  perform private.promote_due_jobs(100);
exception
  -- Cron does them too; a claim must not fail over them.
  when others then
    raise warning 'chores of the job queue failed: %', sqlerrm;
end;
$$;
comment on function private.do_due_chores() is 'What an idle worker does for the queue.';

create function private.sweep_jobs()
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform private.promote_due_jobs();
  -- A pause and an enqueue that did not see each other.
  update public.jobs as j
  set is_held = not k.is_enabled
  from public.job_kinds as k
  where j.status = 'queued' and j.kind = k.kind and not k.is_enabled and not j.is_held;
  update public.jobs as j
  set is_held = false
  from public.job_kinds as k
  where j.is_held and j.kind = k.kind and k.is_enabled;
end;
$$;
comment on function private.sweep_jobs() is 'Promotion and holding, for whatever slipped through between two transactions.';

create function private.reconcile_job_slots()
returns table (
  organization_id uuid, kind text, active_before integer, active_after integer, pending_before integer,
  pending_after integer
)
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_suspect record;
  v_slot private.job_slots;
  v_active integer;
  v_pending integer;
  v_queues text[];
begin
  for v_suspect in
    select coalesce(s.organization_id, c.organization_id) as organization_id, coalesce(s.kind, c.kind) as kind
    from private.job_slots as s
    full join (
      select j.organization_id, j.kind, count(*) filter (where j.status <> 'pending') as active_count,
        count(*) filter (where j.status = 'pending') as pending_count
      from public.jobs as j
      where j.has_slot
      group by j.organization_id, j.kind
    ) as c on c.organization_id = s.organization_id and c.kind = s.kind
    where (s.active_count, s.pending_count) is distinct from (c.active_count::integer, c.pending_count::integer)
      and not (s.active_count = 0 and s.pending_count = 0 and c.kind is null)
    order by 1, 2
  loop
    insert into private.job_slots (organization_id, kind)
    values (v_suspect.organization_id, v_suspect.kind)
    on conflict on constraint job_slots_pkey do nothing;
    select s.* into v_slot
    from private.job_slots as s
    where s.organization_id = v_suspect.organization_id and s.kind = v_suspect.kind
    for update;
    -- Counted again under the lock: most suspects were only on their way.
    select count(*) filter (where j.status <> 'pending'), count(*) filter (where j.status = 'pending')
    into v_active, v_pending
    from public.jobs as j
    where j.organization_id = v_suspect.organization_id and j.kind = v_suspect.kind and j.has_slot;
    continue when v_active = v_slot.active_count and v_pending = v_slot.pending_count;
    update private.job_slots as s
    set active_count = v_active, pending_count = v_pending, updated_at = now()
    where s.organization_id = v_suspect.organization_id and s.kind = v_suspect.kind;
    v_queues := private.promote_jobs(array[v_suspect.organization_id], array[v_suspect.kind]);
    if v_queues is not null then
      perform private.wake_queues(v_queues);
    end if;
    raise warning 'job slots of organization % and kind % were %/% and are %/%',
      v_suspect.organization_id, v_suspect.kind, v_slot.active_count, v_slot.pending_count, v_active, v_pending;
    organization_id := v_suspect.organization_id;
    kind := v_suspect.kind;
    active_before := v_slot.active_count;
    active_after := v_active;
    pending_before := v_slot.pending_count;
    pending_after := v_pending;
    return next;
  end loop;
end;
$$;
comment on function private.reconcile_job_slots() is
'Repairs job_slots from the jobs themselves and reports what was wrong, as rows and in the server log. No rows when all is well.';

create function private.archive_dead_jobs(p_age interval default interval '30 days', p_limit integer default 5000)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_job public.jobs;
  v_archived integer := 0;
begin
  for v_job in
    select j.*
    from public.jobs as j
    where j.status = 'failed' and j.finished_at < now() - p_age
    order by j.finished_at
    limit p_limit
    for update skip locked
  loop
    perform private.archive_job(v_job, 'failed', null, v_job.error_code, v_job.error_message);
    v_archived := v_archived + 1;
  end loop;
  return v_archived;
end;
$$;
comment on function private.archive_dead_jobs(interval, integer) is 'Moves old dead letters to job_history; they can no longer be replayed.';

create function public.cleanup_old_job_logs()
returns void
language plpgsql
volatile
security definer -- operators may call it; cron does
set search_path = ''
as $$
begin
  delete from public.job_logs as l where l.created_at < now() - interval '30 days';
  delete from private.job_signals as s where s.received_at < now() - interval '7 days';
end;
$$;
comment on function public.cleanup_old_job_logs() is 'Deletes log entries older than 30 days, and signals nobody came for in seven.';

-- Deletion of tenants and people --------------------------------------------------------------------------------------

create function private.stop_closed_organizations(p_limit integer default 1000)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_job public.jobs;
  v_ended private.job_settlement[] := array[]::private.job_settlement[];
  v_count integer := 0;
begin
  for v_job in
    select j.*
    from public.organizations as o
    join public.jobs as j on j.organization_id = o.id
    where o.deleted_at is not null and j.status <> 'failed' and j.cancel_requested_at is null
    order by j.id
    limit p_limit
    for update of j skip locked
  loop
    if v_job.status = 'processing' then
      update public.jobs as j set cancel_requested_at = now() where j.id = v_job.id;
    else
      v_ended := v_ended || private.end_cancelled(v_job);
    end if;
    v_count := v_count + 1;
  end loop;
  if cardinality(v_ended) > 0 then
    perform private.settle_jobs(v_ended);
  end if;
  return v_count;
end;
$$;
comment on function private.stop_closed_organizations(integer) is
'Cancels what closed organizations have in the queue, and asks the workers that are at it to stop: until they are purged nobody would read what
comes of it, and it costs. Answers how many.';

create function private.forget_organization_jobs()
returns trigger
language plpgsql
volatile
security definer -- whoever deletes an organization has no grant on the queue
set search_path = ''
as $$
begin
  delete from public.job_checkpoints as c
  using public.jobs as j
  join gone as g on g.id = j.organization_id
  where c.job_id = j.id;
  delete from public.jobs as j using gone as g where j.organization_id = g.id;
  delete from public.job_history as h using gone as g where h.organization_id = g.id;
  return null;
end;
$$;
comment on function private.forget_organization_jobs() is
'In place of a foreign key, which would look up the organization for each job of a bulk enqueue.';

create trigger forget_jobs after delete on public.organizations
referencing old table as gone
for each statement execute function private.forget_organization_jobs();

create function private.forget_job_creator()
returns trigger
language plpgsql
volatile
security definer -- whoever deletes a person has no grant on the queue
set search_path = ''
as $$
begin
  update public.jobs as j set created_by = null from gone as g where j.created_by = g.id;
  return null;
end;
$$;
comment on function private.forget_job_creator() is 'A deleted person leaves no id in the queue; job_history never has one.';

create trigger forget_job_creator after delete on public.profiles
referencing old table as gone
for each statement execute function private.forget_job_creator();

-- Cron ----------------------------------------------------------------------------------------------------------------

select cron.schedule('rescue-expired-jobs', '10 seconds', 'select public.rescue_expired_jobs()');
select cron.schedule('sweep-jobs', '30 seconds', 'select private.sweep_jobs()');
select cron.schedule('stop-closed-organizations', '* * * * *', 'select private.stop_closed_organizations()');
select cron.schedule('reconcile-job-slots', '*/5 * * * *', 'select * from private.reconcile_job_slots()');
select cron.schedule('archive-dead-jobs', '17 * * * *', 'select private.archive_dead_jobs()');
select cron.schedule('cleanup-job-logs', '0 2 * * *', 'select public.cleanup_old_job_logs()');

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function public.cleanup_old_job_logs() to service_role;
grant execute on function public.rescue_expired_jobs() to service_role, catalyst_worker;
