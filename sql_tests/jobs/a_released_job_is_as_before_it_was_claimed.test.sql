begin;
\ir setup.sql
select plan(4);
select jobs_test.organization() as org \gset
select public.enqueue_job('test_capped', :'org', '{}') as id \gset
update public.jobs set run_at = now() - interval '1 hour';
select count(*) from jobs_test.claim('test_capped') \gset
select is(public.release_job(:id, 1), 'released', 'a stopping worker hands it back');
select is(
  (select row(j.status, j.attempt, j.run_at, j.worker_id)::text from public.jobs as j),
  row('queued'::public.job_status, 0, now() - interval '1 hour', null)::text, 'with its attempt and its place'
);
select is(jobs_test.slots(:'org'), '1/0', 'it keeps its slot');
select is((select c.lease from jobs_test.claim('test_capped') as c), 2, 'the next lease is another');
select * from finish();
rollback;
