begin;
\ir setup.sql
select plan(23);
select jobs_test.organization() as org \gset
update public.job_kinds set backoff_base_seconds = 0 where kind = 'test_full';
select public.enqueue_job('test_full', :'org', '{}', p_quota_amount => 2) as id \gset
select is(jobs_test.quota(:'org'), '0/2', 'quota is reserved with the job');

select count(*) from jobs_test.claim('test_full') \gset
select is(public.fail_job(:id, 1, 'A', 'first'), 'retry', 'first attempt');
select count(*) from jobs_test.claim('test_full') \gset
select is(public.checkpoint_job(:id, 2, 'upload', '{"uri": 1}'), 'ok', 'a step is remembered');
select is(public.fail_job(:id, 2, 'B', 'second'), 'retry', 'second attempt');
select is(jobs_test.quota(:'org'), '0/2', 'a retry keeps the reservation');
select count(*) from jobs_test.claim('test_full') \gset
select is(public.fail_job(:id, 3, 'C', 'third'), 'failed', 'the last attempt');
select is(jobs_test.status_of(:id), 'failed', 'the job is in the dead letter');
select is((select row(j.error_code, j.error_message)::text from public.jobs as j), '(C,third)', 'with its last error');
select is(jobs_test.quota(:'org'), '0/0', 'the quota is released');
select is(public.fail_job(:id, 3, 'C', 'third'), 'lost', 'reporting it twice');
select is((select string_agg(h.detail || ' ' || h.status, ',') from jobs_test.hook_calls as h where h.hook = 'failure'), 'C failed', 'calls the domain once');
select is((select count(*) from public.usage_ledger as l where l.operation = 'release'), 1::bigint, 'and releases once');

select is(public.replay_job(:id), 'queued', 'an operator replays it');
select is(jobs_test.quota(:'org'), '0/2', 'its quota is reserved anew');
select is(tests.raised_code(format('select public.replay_job(%s)', :id)), 'CONFLICT', 'a queued job is not replayed');
select is(
  (select row(c.attempt, c.lease, c.checkpoints)::text from jobs_test.claim('test_full') as c),
  '(1,4,"{""upload"": {""uri"": 1}}")', 'all attempts again, with its memory, under a new lease'
);
select is(public.complete_job(:id, 4, '{"value": "ok"}'), 'completed', 'it succeeds');
select is(jobs_test.quota(:'org'), '2/0', 'and is charged');
select is(tests.raised_code(format('select public.replay_job(%s)', :id)), 'CONFLICT', 'a completed job is not replayed');
select is(tests.raised_code('select public.replay_job(-5)'), 'NOT_FOUND', 'nor one that never was');
select is((select count(*) from public.job_logs as l where l.job_id = :id), 4::bigint, 'the log has the whole story');

select public.enqueue_job('test_full', :'org', '{"refuse_failure": 1}') as hard \gset
select count(*) from jobs_test.claim('test_full') \gset
select is(public.fail_job(:hard, 1, 'X', 'x', false), 'failed', 'not retryable: at once, even if the domain cannot take it');
select is((select count(*) from public.job_logs as l where l.job_id = :hard and l.log_level = 'critical'), 1::bigint, 'which the log says');
select * from finish();
rollback;
