begin;
\ir setup.sql
select plan(22);
select jobs_test.organization() as org \gset
select public.enqueue_job('test_full', :'org', '{}') as id \gset
select count(*) from jobs_test.claim('test_full') \gset

create function jobs_test.worker_writes(p_lease integer) returns table (name text, answer text) language sql as $$
  select 'heartbeat', public.heartbeat_job(j.id, p_lease, 0.5) from public.jobs as j
  union all select 'heartbeats', (select h.outcome from public.heartbeat_jobs(array[j.id], array[p_lease]) as h)
    from public.jobs as j
  union all select 'checkpoint', public.checkpoint_job(j.id, p_lease, 'step', '{}') from public.jobs as j
  union all select 'complete', public.complete_job(j.id, p_lease, '{}') from public.jobs as j
  union all select 'completes', (select c.outcome from public.complete_jobs(array[j.id], array[p_lease]) as c)
    from public.jobs as j
  union all select 'fail', public.fail_job(j.id, p_lease, 'X', 'x') from public.jobs as j
  union all select 'snooze', public.snooze_job(j.id, p_lease, now()) from public.jobs as j
  union all select 'release', public.release_job(j.id, p_lease) from public.jobs as j
  union all select 'releases', (select r.outcome from public.release_jobs(array[j.id], array[p_lease]) as r)
    from public.jobs as j
  union all select 'log', public.log_job(j.id, p_lease, 'info', 'x') from public.jobs as j
$$;

select is(w.answer, 'lost', 'with another lease: ' || w.name) from jobs_test.worker_writes(2) as w;
select jobs_test.lapse(:id);
select is(w.answer, 'lost', 'after the lease lapsed: ' || w.name) from jobs_test.worker_writes(1) as w;
select is(
  (select row(j.status, j.attempt, j.lease, j.progress)::text from public.jobs as j),
  row('processing'::public.job_status, 1, 1, null::numeric)::text, 'the job is as it was'
);
select is(
  (select count(*) from jobs_test.hook_calls) + (select count(*) from public.job_checkpoints) + (select count(*)
    from public.job_logs),
  0::bigint, 'and nothing else was written'
);
select * from finish();
rollback;
