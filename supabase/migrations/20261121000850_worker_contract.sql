-- Purpose: what a worker asks before it starts: may it work with this engine, what time is it here, where are its kinds queued.
-- Objects: worker_contract.

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
