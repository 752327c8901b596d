-- Purpose: what a worker asks of the engine: may it work with it, what time is it, which jobs outlived their worker.
-- Objects: worker_contract, crashed_jobs.

create function public.worker_contract(p_kinds text[] default '{}')
returns jsonb
language sql
volatile -- reads the clock
security definer -- the worker role has no grant on job_kinds
set search_path = ''
as $$
  select jsonb_build_object(
    'engine', 1,
    'clock', extract(epoch from clock_timestamp()),
    'kinds', coalesce(
      (
        select jsonb_object_agg(
          kinds.kind, jsonb_build_object('queue', kinds.queue, 'timeout_seconds', kinds.timeout_seconds)
        )
        from public.job_kinds as kinds
        where kinds.kind = any(p_kinds)
      ),
      '{}'::jsonb
    )
  );
$$;
comment on function public.worker_contract(text[]) is
'Engine version (grows when older workers can no longer work with it), clock in epoch seconds, and settings of the kinds.';
revoke execute on function public.worker_contract(text[]) from public;
grant execute on function public.worker_contract(text[]) to service_role, catalyst_worker;

create function public.crashed_jobs(p_ids bigint[])
returns setof bigint
language sql
stable
security definer -- the worker role has no grant on jobs
set search_path = ''
as $$
  select j.id from public.jobs as j where j.id = any(p_ids) and j.status = 'processing' and j.error_code = 'LEASE_EXPIRED';
$$;
comment on function public.crashed_jobs(bigint[]) is
'Those of these jobs whose last attempt ended because its worker was gone. Workers keep them apart: one may be the cause.';
revoke execute on function public.crashed_jobs(bigint[]) from public;
grant execute on function public.crashed_jobs(bigint[]) to service_role, catalyst_worker;
