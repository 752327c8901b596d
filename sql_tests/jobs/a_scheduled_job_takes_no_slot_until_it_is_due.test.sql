begin;
\ir setup.sql
select plan(9);
select jobs_test.organization() as org \gset
select public.enqueue_job('test_capped', :'org', '{}', p_run_at => now() + interval '1 month') as later \gset
select public.enqueue_job('test_capped', :'org', '{}') as one \gset
select public.enqueue_job('test_capped', :'org', '{}') as two \gset
select is(jobs_test.status_of(:later) || jobs_test.status_of(:one) || jobs_test.status_of(:two), 'pendingqueuedqueued', 'the future does not block today');
select is(public.next_run_at(array['test_capped']), now(), 'workers are told of today');
select is((select count(*) from jobs_test.claim('test_capped', 5)), 2::bigint, 'today''s run');
select is(public.next_run_at(array['test_capped']), now() + interval '1 month', 'then of the future');
update public.jobs set run_at = now() where id = :later;
select is((select count(*) from jobs_test.claim('test_capped', 5)), 0::bigint, 'due, but both places are taken');
select is((select row(j.status, j.is_scheduled)::text from public.jobs as j where j.id = :later), '(pending,f)', 'now it waits like any other');
select is(public.complete_job(:one, 1), 'completed', 'one ends');
select is(array(select c.id from jobs_test.claim('test_capped', 5) as c), array[:later]::bigint[], 'and it runs');

select public.enqueue_job('test_capped', jobs_test.organization(), '{}', p_run_at => now() + interval '1 hour') as alone \gset
update public.jobs set run_at = now() where id = :alone;
select is(array(select c.id from jobs_test.claim('test_capped', 5) as c), array[:alone]::bigint[], 'an idle worker finds what is due without cron');
select * from finish();
rollback;
