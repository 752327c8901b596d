begin;
\ir setup.sql
select plan(10);
select jobs_test.organization() as org \gset
select public.enqueue_job('test_plain', :'org', '{}') as before \gset
select is(public.pause_jobs('test_plain'), '{test_plain}', 'pause a kind');
select public.enqueue_job('test_plain', :'org', '{}') as after \gset
select public.enqueue_job('test_other', :'org', '{}') as other \gset
select is(array(select c.id from jobs_test.claim('test_plain', 9) as c), array[:other]::bigint[], 'its neighbours in the queue run');
select is((select count(*) from public.jobs as j where j.is_held), 2::bigint, 'its jobs are set aside, old and new');
select is(public.next_run_at(array['test_plain']), null, 'workers need not wait for them');
select is(public.resume_jobs('test_plain'), '{test_plain}', 'resume');
select is(array(select c.id from jobs_test.claim('test_plain', 9) as c), array[:before, :after]::bigint[], 'they run');
select is(public.pause_jobs(p_queue => 'test_plain'), '{test_other,test_plain}', 'pause a queue');
select is(public.fail_job(:before, 1, 'X', 'x', true, 0), 'retry', 'a running job fails');
select is((select count(*) from jobs_test.claim('test_plain', 9)), 0::bigint, 'and its retry waits as well');
select is(tests.raised_code('select public.pause_jobs(''nothing'')'), 'NOT_FOUND', 'a typing error is told');
select * from finish();
rollback;
