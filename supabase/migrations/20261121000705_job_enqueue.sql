-- Purpose: how jobs come in.
-- Objects: private.job_kind_for, lock_dedupe_keys, enqueue_job, enqueue_jobs, and the last two in public for operators
--          and workers.

create function private.job_kind_for(
  p_kind text, p_organization_id uuid, p_priority smallint, p_run_at timestamptz, p_quota_amount bigint
)
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
    -- One by one, because each may find its job alive; the keys in order, so that two callers cannot wait for each
    -- other.
    perform private.lock_dedupe_keys(p_kind, p_organization_id, p_dedupe_keys);
    for i in 1..v_count loop
      return next private.enqueue_job(
        p_kind, p_organization_id, p_payloads[i], p_subject_ids[i], p_priority, p_run_at, p_dedupe_keys[i],
        p_created_by, p_quota_amount
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
    p_kind, v_kind.queue, p_organization_id, n.subject_id, n.payload, p_priority, v_run_at, p_created_by,
    v_kind.max_attempts, v_kind.lease_seconds,
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
    kind, queue, organization_id, subject_id, payload, priority, run_at, dedupe_key, created_by, max_attempts,
    lease_seconds, status, is_held, is_scheduled, has_slot, quota_metric, quota_amount, quota_period
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
  p_kind text, p_organization_id uuid, p_payloads jsonb[], p_subject_ids uuid[] default null,
  p_priority smallint default 1, p_run_at timestamptz default now(), p_dedupe_keys text[] default null,
  p_created_by uuid default null,
  p_quota_amount bigint default null
)
returns setof bigint
language sql
volatile
security definer -- operators and workers have no grant on the tables
set search_path = ''
as $$
  select private.enqueue_jobs(
    p_kind, p_organization_id, p_payloads, p_subject_ids, p_priority, p_run_at, p_dedupe_keys, p_created_by,
    p_quota_amount
  )
$$;
comment on function public.enqueue_jobs(text, uuid, jsonb[], uuid[], smallint, timestamptz, text[], uuid, bigint) is
'private.enqueue_jobs for operators and workers.';

grant execute on function
  public.enqueue_job(text, uuid, jsonb, uuid, smallint, timestamptz, text, uuid, bigint),
  public.enqueue_jobs(text, uuid, jsonb[], uuid[], smallint, timestamptz, text[], uuid, bigint)
to service_role, catalyst_worker;
