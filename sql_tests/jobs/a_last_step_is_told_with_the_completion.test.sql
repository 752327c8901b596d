begin;
\ir setup.sql
select plan(12);
select jobs_test.organization() as org \gset
create function pg_temp.told() returns text language sql as $$
  select string_agg(h.hook || ':' || coalesce(h.detail, ''), ',' order by h.id) from jobs_test.hook_calls as h
$$;

select public.enqueue_job('test_full', :'org', '{}') as id \gset
select c.id from jobs_test.claim('test_full') as c \g /dev/null
select is(public.complete_job(:id, 2, '{"value": "v"}', 'made', '{}'), 'lost', 'a foreign lease completes nothing');
select is(
  tests.raised_code(format('select public.complete_job(%s, 1, ''{}'', %L, ''{}'')', :id, s.step)), 'VALIDATION_ERROR', format('step %L', left(s.step, 9))
)
from unnest(array['', 'snooze', 'signal']) as s (step);
select is(tests.raised_code(format('select public.complete_job(%s, 1, ''{}'', ''made'', null)', :id)), 'VALIDATION_ERROR', 'no state');
select throws_ok(format('select public.complete_job(%s, 1, ''{"refuse": 1}'', ''made'', ''{}'')', :id), 'P0001', 'apply refuses');
select is(pg_temp.told(), null, 'a refused result takes its step with it');
select is(public.complete_job(:id, 1, '{"value": "v"}', 'made', '{"n": 1}'), 'completed', 'a job ends with its last step');
select is(pg_temp.told(), 'step:made,apply:v', 'the step is told before the result');
select is((select h.step from public.job_history as h where h.id = :id), 'made', 'and shown as the last one');

delete from jobs_test.hook_calls;
select public.enqueue_job('test_full', :'org', '{}') as id \gset
select c.id from jobs_test.claim('test_full') as c \g /dev/null
select public.checkpoint_job(:id, 1, 'made', '{}') \g /dev/null
select public.complete_job(:id, 1, '{"value": "v"}', 'made', '{}') \g /dev/null
select is(pg_temp.told(), 'step:made,apply:v', 'a step that was remembered is not told again');

delete from jobs_test.hook_calls;
select public.enqueue_job('test_full', :'org', '{}') as id \gset
select c.id from jobs_test.claim('test_full') as c \g /dev/null
update public.jobs set cancel_requested_at = now() where id = :id;
select public.complete_job(:id, 1, '{"value": "v"}', 'made', '{}') as answer \gset
select is(:'answer' || ' ' || pg_temp.told(), 'cancelled step:made,failure:CANCELLED', 'a cancelled job keeps what its step cost');

select * from finish();
rollback;
