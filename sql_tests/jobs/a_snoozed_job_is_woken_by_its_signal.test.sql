begin;
\ir setup.sql
select plan(21);
select jobs_test.organization() as org \gset
select public.enqueue_job('test_full', :'org', '{}') as id \gset
select count(*) from jobs_test.claim('test_full') \gset
select is(public.snooze_job(:id, 1, now() + interval '1 hour', '{"poll": 1}', 'heygen', 'v1'), 'snoozed', 'asleep');
select is(
  (select row(j.status, j.attempt, j.run_at)::text from public.jobs as j),
  row('queued'::public.job_status, 0, now() + interval '1 hour')::text, 'without an attempt spent'
);
select is((select count(*) from jobs_test.claim('test_full')), 0::bigint, 'not handed out');
select is(public.signal_job('heygen', 'v1', '{"done": true}'), :id::bigint, 'its signal comes');
select is(
  (select row(c.lease, c.attempt, c.checkpoints)::text from jobs_test.claim('test_full') as c),
  '(2,1,"{""signal"": {""done"": true}, ""snooze"": {""poll"": 1}}")', 'it wakes with both'
);
select is(public.signal_job('heygen', 'v1', '{"done": 2}'), :id::bigint, 'a signal while it runs');
select is(public.snooze_job(:id, 2, now() + interval '1 hour'), 'snoozed', 'is not lost');
select is((select c.checkpoints -> 'signal' from jobs_test.claim('test_full') as c), '{"done": 2}', 'when it sleeps again');
select is(public.fail_job(:id, 3, 'X', 'x', true, 600), 'retry', 'in backoff');
select is(public.signal_job('heygen', 'v1', '{"done": 3}'), :id::bigint, 'a signal');
select is((select j.run_at from public.jobs as j), now() + interval '600 seconds', 'does not shorten the wait');

select public.enqueue_job('test_full', :'org', '{}') as early \gset
select count(*) from jobs_test.claim('test_full') \gset
select is(public.signal_job('heygen', 'v2', '{"early": 1}'), null, 'a signal before the snooze');
select is(public.snooze_job(:early, 1, now() + interval '1 hour', null, 'heygen', 'v2'), 'snoozed', 'is kept');
select is(
  (select row(c.id, c.checkpoints -> 'signal')::text from jobs_test.claim('test_full') as c),
  format('(%s,"{""early"": 1}")', :early), 'and wakes it at once'
);
select is((select count(*) from private.job_signals), 0::bigint, 'once');
select is(
  tests.raised_code(format('select public.snooze_job(%s, 2, now(), null, ''heygen'', ''v1'')', :early)),
  'CONFLICT', 'one live job for one external id'
);
select is(public.complete_job(:early, 2, '{}'), 'completed', 'it ends');
select is(public.signal_job('heygen', 'v2', '{}'), null, 'and is unknown from then on');
update private.job_signals set received_at = now() - interval '8 days';
select public.cleanup_old_job_logs();
select is((select count(*) from private.job_signals), 0::bigint, 'signals nobody comes for are dropped');
select is(tests.raised_code('select public.signal_job(null, ''x'', ''{}'')'), 'VALIDATION_ERROR', 'a signal names its provider');
select is(tests.raised_code(format('select public.snooze_job(%s, 1, null)', :id)), 'VALIDATION_ERROR', 'a snooze has an end');
select * from finish();
rollback;
