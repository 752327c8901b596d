begin;
\ir setup.sql
select plan(10);
select jobs_test.organization() as org \gset

select public.enqueue_job('test_plain', :'org', '{"n": "old"}') as old \gset
select public.enqueue_job('test_plain', :'org', '{"n": "older"}') as older \gset
select public.enqueue_job('test_plain', :'org', '{"n": "urgent"}', p_priority => 3::smallint) as urgent \gset
select public.enqueue_job('test_plain', :'org', '{"n": "bulk"}', p_priority => 0::smallint) as bulk \gset
select public.enqueue_job('test_plain', :'org', '{"n": "future"}', p_priority => 3::smallint, p_run_at => now() + interval '1 hour') as future \gset
select public.enqueue_job('test_system', null, '{"n": "elsewhere"}', p_priority => 3::smallint) as elsewhere \gset
update public.jobs set run_at = now() - interval '1 hour' where id = :older;

select is(
  array(select c.id from jobs_test.claim('test_plain', 10) as c),
  array[:urgent, :older, :old, :bulk]::bigint[], 'urgent first, then the oldest; no future job and none of another queue'
);
select is(
  (select row(j.status, j.attempt, j.lease, j.worker_id, j.lease_expires_at)::text from public.jobs as j
    where j.id = :old),
  row('processing'::public.job_status, 1, 1, 'tester', now() + interval '60 seconds')::text, 'a claim takes a lease of the kind''s length'
);
select is((select count(*) from jobs_test.claim('test_plain', 10)), 0::bigint, 'nothing is claimed twice');
select is(public.next_run_at(array['test_plain']), now() + interval '1 hour', 'next_run_at tells how long to sleep');
select is(public.next_run_at(array['nothing']), null, 'and null when there is nothing to wait for');
select is(public.next_run_at(array['test_plain', 'test_system']), now(), 'now when a job is ready');
update public.jobs set run_at = now() where id = :future;
select is(
  (select c.lease_expires_at from public.claim_jobs(array['test_plain'], 'tester', 1, 5) as c),
  now() + interval '5 seconds', 'a worker may ask for another lease'
);
select is(tests.raised_code('select public.claim_jobs(array[''test_plain''], ''w'', 0)'), 'VALIDATION_ERROR', 'a limit of nothing is refused');
select is(tests.raised_code('select public.claim_jobs(null, ''w'')'), 'VALIDATION_ERROR', 'so are no queues');
select is(tests.raised_code('select public.claim_jobs(array[''a''], null)'), 'VALIDATION_ERROR', 'and no worker');
select * from finish();
rollback;
