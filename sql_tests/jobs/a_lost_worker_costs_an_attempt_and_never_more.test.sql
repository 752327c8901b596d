begin;
\ir setup.sql
select plan(12);
select jobs_test.organization() as org \gset
select public.enqueue_job('test_full', :'org', '{}') as id \gset
select count(*) from jobs_test.claim('test_full') \gset
select is(public.rescue_expired_jobs(), 0, 'a living worker keeps its job');
select jobs_test.lapse(:id);
select is(public.rescue_expired_jobs(), 1, 'a dead one loses it');
select is(
  (select row(j.status, j.attempt, j.run_at, j.error_code)::text from public.jobs as j),
  row('queued'::public.job_status, 1, now(), 'LEASE_EXPIRED')::text, 'ready at once after the first crash'
);
select is((select c.attempt from jobs_test.claim('test_full') as c), 2, 'the second attempt');
select jobs_test.lapse(:id);
select is(public.rescue_expired_jobs(), 1, 'crashes too');
select ok((select j.run_at >= now() + interval '10 seconds' from public.jobs as j), 'and now the job must wait');
select jobs_test.wait_over(:id);
select is((select c.attempt from jobs_test.claim('test_full') as c), 3, 'the third');
select jobs_test.lapse(:id);
select is((select count(*) from jobs_test.claim('test_full')), 0::bigint, 'is ended by an idle worker, without cron');
select is(
  (select row(j.status, j.error_code, j.error_message)::text from public.jobs as j),
  '(failed,LEASE_EXPIRED,"worker tester did not renew its lease")', 'as failed, with the reason'
);
select is((select count(*) from jobs_test.hook_calls as h where h.hook = 'failure'), 1::bigint, 'told once');
select is(jobs_test.quota(:'org'), '0/0', 'and not charged');
select is((select string_agg(l.log_level, ' ' order by l.id) from public.job_logs as l), 'warning warning error', 'logged each time');
select * from finish();
rollback;
