begin;
\ir setup.sql
select plan(16);
select jobs_test.organization() as org \gset
select public.enqueue_job('test_full', :'org', '{}') as id \gset
select is((select c.checkpoints from jobs_test.claim('test_full') as c), '{}', 'a new job remembers nothing');
select is(public.checkpoint_job(:id, 1, 'upload', '{"offset": 1}', 0.25), 'ok', 'a step');
select is(public.checkpoint_job(:id, 1, 'upload', '{"offset": 2}', 0.5), 'ok', 'may go on');
select is((select string_agg(h.detail, ',') from jobs_test.hook_calls as h where h.hook = 'step'), 'upload', 'but is told once');
select is((select row(j.progress, j.step)::text from public.jobs as j where j.id = :id), '(0.5000,upload)', 'progress shows');
select is((select j.lease_expires_at from public.jobs as j where j.id = :id), now() + interval '60 seconds', 'and the lease is extended');
select is(tests.raised_code(format('select public.checkpoint_job(%s, 1, %L, ''{}'')', :id, s.step)), 'VALIDATION_ERROR', format('step %L', left(s.step, 9)))
from unnest(array['', 'snooze', 'signal', repeat('x', 201)]) as s (step);
select is(tests.raised_code(format('select public.checkpoint_job(%s, 1, ''big'', null)', :id)), 'VALIDATION_ERROR', 'no state');
select is(
  tests.raised_code(format('select public.checkpoint_job(%s, 1, ''big'', to_jsonb(repeat(''x'', 5000000)))', :id)),
  'VALIDATION_ERROR', 'too much state'
);
select jobs_test.lapse(:id);
select is(public.rescue_expired_jobs(), 1, 'the worker dies');
select is((select c.checkpoints from jobs_test.claim('test_full') as c), '{"upload": {"offset": 2}}', 'the next attempt knows');
select is(public.complete_job(:id, 2, '{}'), 'completed', 'the job ends');
select is((select count(*) from public.job_checkpoints), 0::bigint, 'and forgets');
select * from finish();
rollback;
