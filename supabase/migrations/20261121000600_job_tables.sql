-- Purpose: the tables of the one job queue: kinds, live and finished jobs, step memory, log, tenant slots.
-- Objects: job_status, claimed_job, job_kinds, jobs, job_history, job_checkpoints, job_logs, private.job_slots,
--          private.job_signals, guards of the state machine, policies, grants.

create type public.job_status as enum ('pending', 'queued', 'processing', 'completed', 'failed', 'cancelled');
comment on type public.job_status is
'pending: waits for a slot of its organization; queued: ready at run_at; processing: leased; failed: dead letter, replayable.';

-- Kinds ---------------------------------------------------------------------------------------------------------------

create table public.job_kinds (
  kind text constraint job_kinds_pkey primary key,
  queue text not null default 'default',
  subject_table text,
  apply_function text,
  step_function text,
  failure_function text,
  quota_metric text,
  quota_amount bigint not null default 1,
  max_attempts integer not null default 5,
  lease_seconds integer not null default 60,
  backoff_base_seconds numeric not null default 5,
  backoff_max_seconds numeric not null default 3600,
  timeout_seconds integer not null default 600,
  max_per_organization integer,
  max_backlog_per_organization integer,
  batch_complete boolean not null default false,
  is_system boolean not null default false,
  is_enabled boolean not null default true,
  description text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint job_kinds_kind_check check (kind ~ '^[a-z][a-z0-9_]{0,62}$'),
  constraint job_kinds_queue_check check (queue ~ '^[a-z][a-z0-9_]{0,62}$'),
  constraint job_kinds_quota_amount_check check (quota_amount >= 1),
  constraint job_kinds_max_attempts_check check (max_attempts between 1 and 100),
  constraint job_kinds_lease_seconds_check check (lease_seconds between 1 and 86400),
  constraint job_kinds_backoff_base_seconds_check check (backoff_base_seconds between 0 and 86400),
  constraint job_kinds_backoff_max_seconds_check check (backoff_max_seconds between backoff_base_seconds and 604800),
  constraint job_kinds_timeout_seconds_check check (timeout_seconds between 1 and 86400),
  constraint job_kinds_max_per_organization_check check (max_per_organization >= 1),
  constraint job_kinds_max_backlog_per_organization_check check (max_backlog_per_organization >= 1),
  constraint system_kinds_have_no_tenant_limits check (
    not is_system
    or (quota_metric is null and max_per_organization is null and max_backlog_per_organization is null)
  )
);
comment on table public.job_kinds is
'Registry of the kinds of work. A new kind is one row here, its functions, and one handler file of the workers.';
comment on column public.job_kinds.subject_table is 'What jobs.subject_id points at; for readers, nothing depends on it.';
comment on column public.job_kinds.apply_function is
'private.apply_<kind>(p_job public.jobs, p_result jsonb): writes the result; runs in the transaction that completes the job.';
comment on column public.job_kinds.step_function is
'private.step_<kind>(p_job public.jobs, p_step text, p_state jsonb): runs with the first checkpoint of each step.';
comment on column public.job_kinds.failure_function is
'private.fail_<kind>(p_job public.jobs, p_code text, p_message text): runs once when a job ends failed or cancelled.';
comment on column public.job_kinds.quota_metric is 'Reserved at enqueue, committed on completion, released otherwise.';
comment on column public.job_kinds.timeout_seconds is 'How long a worker lets one attempt run.';
comment on column public.job_kinds.max_per_organization is 'Jobs of one organization in queued or processing; null: no cap.';
comment on column public.job_kinds.max_backlog_per_organization is 'Unfinished jobs of one organization; more are refused.';
comment on column public.job_kinds.batch_complete is 'Has no effects outside the database: workers acknowledge in batches.';
comment on column public.job_kinds.is_system is 'Belongs to no organization.';
comment on column public.job_kinds.is_enabled is 'False pauses the kind: its jobs wait, new ones are accepted.';

create trigger touch before update on public.job_kinds
for each row execute function private.touch();

-- Live jobs -----------------------------------------------------------------------------------------------------------

create table public.jobs (
  id bigint generated always as identity constraint jobs_pkey primary key,
  organization_id uuid,
  subject_id uuid,
  created_by uuid,
  run_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  lease_expires_at timestamptz,
  cancel_requested_at timestamptz,
  snoozed_at timestamptz,
  quota_amount bigint,
  quota_period date,
  attempt integer not null default 0,
  max_attempts integer not null,
  lease integer not null default 0,
  lease_seconds integer not null,
  status public.job_status not null default 'queued',
  priority smallint not null default 1,
  is_held boolean not null default false,
  is_scheduled boolean not null default false,
  has_slot boolean not null default false,
  has_checkpoints boolean not null default false,
  kind text not null,
  queue text not null,
  worker_id text,
  progress numeric(5, 4),
  step text,
  dedupe_key text,
  provider text,
  external_id text,
  quota_metric text,
  error_code text,
  error_message text,
  payload jsonb not null default '{}',
  constraint jobs_priority_check check (priority between 0 and 3),
  constraint jobs_attempt_check check (attempt between 0 and max_attempts),
  constraint jobs_progress_check check (progress between 0 and 1),
  constraint jobs_step_check check (char_length(step) <= 200),
  constraint jobs_worker_id_check check (char_length(worker_id) <= 200),
  constraint jobs_dedupe_key_check check (char_length(dedupe_key) between 1 and 200),
  constraint jobs_provider_check check (char_length(provider) between 1 and 100),
  constraint jobs_external_id_check check (char_length(external_id) between 1 and 500),
  constraint jobs_error_code_check check (char_length(error_code) between 1 and 100),
  constraint jobs_error_message_check check (char_length(error_message) <= 2000),
  -- That it is an object is checked at birth: to look into it here would decompress it on every heartbeat.
  constraint jobs_payload_check check (pg_column_size(payload) <= 4194304),
  constraint completed_and_cancelled_jobs_live_in_job_history check (status not in ('completed', 'cancelled')),
  constraint processing_jobs_have_a_lease_and_a_worker check (
    case status
      when 'processing' then
        lease_expires_at is not null and worker_id is not null and started_at is not null and attempt >= 1
          and lease >= 1
      else lease_expires_at is null and worker_id is null and cancel_requested_at is null
    end
  ),
  constraint waiting_jobs_have_an_attempt_left check (status not in ('pending', 'queued') or attempt < max_attempts),
  constraint failed_jobs_have_finished_at_and_an_error check (
    case status when 'failed' then finished_at is not null and error_code is not null else finished_at is null end
  ),
  constraint only_pending_jobs_are_scheduled check (not is_scheduled or status = 'pending'),
  constraint only_queued_jobs_are_held_or_snoozed check (status = 'queued' or (not is_held and snoozed_at is null)),
  constraint slots_belong_to_unfinished_jobs_of_organizations check (
    case when has_slot then status <> 'failed' and organization_id is not null else status <> 'pending' end
  ),
  constraint external_ids_have_a_provider check ((provider is null) = (external_id is null)),
  constraint reservations_are_complete check (
    case when quota_metric is null then quota_amount is null and quota_period is null
      else quota_amount >= 1 and organization_id is not null and (quota_period is null or status <> 'failed') end
  )
)
with (
  -- Each job writes two dead rows within seconds: vacuum by count, not by share, and without pauses.
  autovacuum_vacuum_scale_factor = 0.02,
  autovacuum_vacuum_threshold = 2000,
  autovacuum_analyze_scale_factor = 0.1,
  autovacuum_vacuum_cost_delay = 0
);
comment on table public.jobs is
'The queue: unfinished jobs and the dead letter. Only the functions of the engine write it.';
comment on column public.jobs.lease is 'Fencing token: grows with each claim; a worker writes with the one it was given.';
comment on column public.jobs.lease_expires_at is
'Set exactly while the job is processing. Workers'' writes test it and not the status, because a test of the status would let the
planner, misled by counts that are always out of date, walk the index of all leases instead of looking the ids up.';
comment on column public.jobs.attempt is 'Attempts used, the running one included; a snooze or release gives it back.';
comment on column public.jobs.is_held is 'Its kind is paused.';
comment on column public.jobs.is_scheduled is 'Pending until run_at: a job of the future takes no slot of its organization.';
comment on column public.jobs.has_slot is 'Counted in private.job_slots.';
comment on column public.jobs.quota_period is 'First day of the period the quota is reserved in; null once given back or charged.';
comment on column public.jobs.progress is 'From 0 to 1.';

-- What claim_jobs walks: other queues, other priorities and jobs of the future are outside the range it reads.
create index jobs_claim_idx on public.jobs (queue, priority, run_at, id) where status = 'queued' and not is_held;
create index jobs_lease_expires_at_idx on public.jobs (lease_expires_at) where status = 'processing';
create index jobs_pending_idx on public.jobs (organization_id, kind, priority desc, run_at, id)
where status = 'pending' and not is_scheduled;
create index jobs_scheduled_idx on public.jobs (run_at) where status = 'pending' and is_scheduled;
create index jobs_held_idx on public.jobs (kind) where is_held;
create index jobs_failed_idx on public.jobs (finished_at) where status = 'failed';
create unique index jobs_dedupe_key on public.jobs (kind, organization_id, dedupe_key) nulls not distinct
where dedupe_key is not null and status <> 'failed';
create unique index jobs_external_id_key on public.jobs (provider, external_id)
where external_id is not null and status <> 'failed';
create index jobs_organization_id_idx on public.jobs (organization_id, id);

-- The conditions are evaluated without calling the function, so a legal transition costs nothing measurable.
create function private.refuse_job_transition()
returns trigger
language plpgsql
set search_path = ''
as $$
begin
  perform private.raise_error(
    'CONFLICT', 'a job cannot take this state',
    jsonb_build_object('from', case when tg_op = 'UPDATE' then to_jsonb(old) -> 'status' end, 'to', to_jsonb(new) -> 'status')
  );
  return null;
end;
$$;
comment on function private.refuse_job_transition() is 'Raises CONFLICT; its triggers say which transitions are illegal.';

create trigger refuse_birth before insert on public.jobs
for each row when (new.status not in ('pending', 'queued') or jsonb_typeof(new.payload) <> 'object')
execute function private.refuse_job_transition();

create trigger refuse_transition before update of status, lease on public.jobs
for each row when (
  new.lease < old.lease
  or (
    old.status <> new.status
    and not case old.status
      when 'pending' then new.status = 'queued'
      when 'queued' then new.status = 'processing' and new.lease > old.lease
      when 'processing' then new.status in ('queued', 'failed')
      when 'failed' then new.status in ('pending', 'queued')
      else false
    end
  )
)
execute function private.refuse_job_transition();

-- Finished jobs -------------------------------------------------------------------------------------------------------

create table public.job_history (
  id bigint not null,
  organization_id uuid,
  subject_id uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz not null default now(),
  attempt integer not null,
  max_attempts integer not null,
  status public.job_status not null,
  priority smallint not null,
  kind text not null,
  queue text not null,
  worker_id text,
  progress numeric(5, 4),
  step text,
  provider text,
  external_id text,
  quota_metric text,
  quota_amount bigint,
  error_code text,
  error_message text,
  payload jsonb,
  result jsonb,
  constraint job_history_pkey primary key (id, finished_at),
  constraint job_history_status_check check (status in ('completed', 'failed', 'cancelled')),
  constraint failed_job_history_has_an_error check (status <> 'failed' or error_code is not null),
  constraint job_history_result_check check (pg_column_size(result) <= 4194304)
)
partition by range (finished_at);
comment on table public.job_history is
'Jobs that ended; a job is moved here by the statement that ends it. Monthly partitions, dropped by the retention rule.';
comment on column public.job_history.payload is 'Null when larger than 8 kB: the subject row holds what matters.';

create index job_history_organization_id_idx on public.job_history (organization_id, finished_at desc, id desc);

create trigger refuse_change before update on public.job_history
for each row execute function private.refuse_job_transition();

-- Step memory, log ----------------------------------------------------------------------------------------------------

create table public.job_checkpoints (
  job_id bigint not null,
  step text not null,
  state jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint job_checkpoints_pkey primary key (job_id, step),
  constraint job_checkpoints_step_check check (char_length(step) between 1 and 200),
  constraint job_checkpoints_state_check check (pg_column_size(state) <= 4194304)
);
comment on table public.job_checkpoints is
'What a job remembers between attempts, by step. The engine itself writes the steps snooze and signal. No foreign key: a
cascade would cost every completion a trigger per row.';

create table public.job_logs (
  id bigint generated always as identity constraint job_logs_pkey primary key,
  job_id bigint not null,
  organization_id uuid,
  log_level text not null,
  message text not null,
  details jsonb not null default '{}',
  step text,
  provider_response jsonb,
  created_at timestamptz not null default now(),
  constraint job_logs_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint job_logs_log_level_check check (log_level in ('debug', 'info', 'warning', 'error', 'critical')),
  constraint job_logs_message_check check (char_length(message) <= 2000),
  constraint job_logs_step_check check (char_length(step) <= 200),
  constraint job_logs_details_check check (pg_column_size(details) <= 65536),
  constraint job_logs_provider_response_check check (pg_column_size(provider_response) <= 65536)
);
comment on table public.job_logs is 'What happened to a job on its way; outlives the job and is kept 30 days.';
comment on column public.job_logs.provider_response is 'What the provider answered, for support; no client reads it.';

create index job_logs_job_id_created_at_idx on public.job_logs (job_id, created_at);
create index job_logs_log_level_created_at_idx on public.job_logs (log_level, created_at);
create index job_logs_organization_id_created_at_idx on public.job_logs (organization_id, created_at desc);
create index job_logs_created_at_idx on public.job_logs using brin (created_at);
comment on index public.job_logs_created_at_idx is 'What cleanup_old_job_logs() reads.';

-- Admission, early signals --------------------------------------------------------------------------------------------

create table private.job_slots (
  organization_id uuid not null,
  kind text not null,
  active_count integer not null default 0,
  pending_count integer not null default 0,
  updated_at timestamptz not null default now(),
  constraint job_slots_pkey primary key (organization_id, kind),
  constraint job_slots_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint job_slots_kind_fkey foreign key (kind) references public.job_kinds (kind) on delete cascade,
  constraint job_slots_active_count_check check (active_count >= 0),
  constraint job_slots_pending_count_check check (pending_count >= 0)
)
with (fillfactor = 50);
comment on table private.job_slots is
'Unfinished jobs of an organization by kind, for kinds with a cap. Whoever changes the counts holds the row until commit.';
comment on column private.job_slots.active_count is 'Jobs in queued or processing.';
create index job_slots_kind_idx on private.job_slots (kind);

create table private.job_signals (
  provider text not null,
  external_id text not null,
  payload jsonb not null,
  received_at timestamptz not null default now(),
  constraint job_signals_pkey primary key (provider, external_id),
  constraint job_signals_payload_check check (pg_column_size(payload) <= 1048576)
);
comment on table private.job_signals is 'Signals that came before their job snoozed; the snooze takes them.';
create index job_signals_received_at_idx on private.job_signals (received_at);

create type public.claimed_job as (
  id bigint,
  kind text,
  queue text,
  organization_id uuid,
  subject_id uuid,
  payload jsonb,
  attempt integer,
  max_attempts integer,
  lease integer,
  lease_expires_at timestamptz,
  lease_seconds integer,
  priority smallint,
  checkpoints jsonb,
  created_by uuid,
  created_at timestamptz,
  batch_complete boolean
);
comment on type public.claimed_job is 'What a worker gets of a job: the work, and the lease it must show with every write.';

-- Registry check ------------------------------------------------------------------------------------------------------

create function private.check_job_kind()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
  v_hook record;
  v_function regprocedure;
begin
  for v_hook in
    select h.*
    from (
      values
        ('apply_function', new.apply_function, 'public.jobs, jsonb'),
        ('step_function', new.step_function, 'public.jobs, text, jsonb'),
        ('failure_function', new.failure_function, 'public.jobs, text, text')
    ) as h (field, name, arguments)
    where h.name is not null
  loop
    v_function := to_regprocedure(format('%s(%s)', split_part(v_hook.name, '(', 1), v_hook.arguments));
    perform private.require(
      v_function is not null, v_hook.field, format('there is no function %s(%s)', split_part(v_hook.name, '(', 1), v_hook.arguments)
    );
    -- Kept by its full, quoted name, because the engine puts it into a statement.
    new := jsonb_populate_record(new, jsonb_build_object(v_hook.field, v_function::oid::regproc::text));
  end loop;
  return new;
end;
$$;
comment on function private.check_job_kind() is 'A kind names functions that exist and take what the engine passes.';

create trigger check_functions before insert or update of apply_function, step_function, failure_function
on public.job_kinds
for each row execute function private.check_job_kind();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.job_kinds enable row level security;
alter table public.jobs enable row level security;
alter table public.job_history enable row level security;
alter table public.job_checkpoints enable row level security;
alter table public.job_logs enable row level security;
alter table private.job_slots enable row level security;
alter table private.job_signals enable row level security;

-- A member who is limited to one client account sees that client's rows of the domain, not the organization's jobs.
create policy jobs_select_members on public.jobs
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));

create policy job_history_select_members on public.job_history
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));

create policy job_logs_select_members on public.job_logs
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));

create policy job_kinds_select_worker on public.job_kinds
for select to catalyst_worker
using (true);
comment on policy job_kinds_select_worker on public.job_kinds is 'Workers read time limits and batching; the registry holds no tenant data.';

-- No lease, worker, dedupe key, provider or quota column, and no error text: get_job() words errors for members.
grant select (
  id, organization_id, kind, queue, subject_id, priority, status, run_at, payload, attempt, max_attempts, progress,
  step, error_code, created_by, created_at, started_at, finished_at, cancel_requested_at
) on public.jobs to authenticated;
grant select (
  id, organization_id, kind, queue, subject_id, priority, status, payload, result, attempt, max_attempts, progress,
  step, error_code, created_at, started_at, finished_at
) on public.job_history to authenticated;
-- No details and no provider_response: they are written for support.
grant select (id, job_id, organization_id, log_level, message, step, created_at) on public.job_logs to authenticated;
grant select on public.job_kinds, public.jobs, public.job_history, public.job_checkpoints, public.job_logs
to service_role;
grant select on public.job_kinds to catalyst_worker;

-- Retention -----------------------------------------------------------------------------------------------------------

select private.manage_partitions(
  'public.job_history', interval '12 months', 'Finished jobs', p_time_column => 'finished_at'
);
