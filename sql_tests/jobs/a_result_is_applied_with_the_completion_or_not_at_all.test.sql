begin;
\ir setup.sql
select plan(15);
select jobs_test.organization() as org \gset
create temporary table batch on commit drop as
select i.id, row_number() over () as n from public.enqueue_jobs('test_full', :'org', array_fill('{}'::jsonb, array[3])) as i (id);
select public.enqueue_job('test_plain', :'org', '{}') as plain \gset
select count(*) from public.claim_jobs(array['test_full', 'test_plain'], 'tester', 10) \gset
create temporary table answers on commit drop as
select c.* from public.complete_jobs(
  array(select b.id from batch as b order by b.n) || array[:plain, -7]::bigint[], array[1, 1, 9, 1, 1],
  array['{"value": "a"}', '{"refuse": 1}', '{}', null, null]::jsonb[]
) as c;
select is((select a.outcome from answers as a join batch as b using (id) where b.n = 1), 'completed', 'a good result');
select is(
  (select a.outcome || ' ' || a.error from answers as a join batch as b using (id) where b.n = 2),
  'error P0001: apply refuses', 'a refused one harms only itself'
);
select is((select a.outcome from answers as a join batch as b using (id) where b.n = 3), 'lost', 'a stale lease');
select is((select a.outcome from answers as a where a.id = :plain), 'completed', 'a kind without a function');
select is((select a.outcome from answers as a where a.id = -7), 'lost', 'an unknown job');
select is(
  (select string_agg(h.hook || ' ' || h.status || ' ' || h.detail, ',') from jobs_test.hook_calls as h),
  'apply processing a', 'one result was applied'
);
select is(jobs_test.quota(:'org'), '1/2', 'one is charged');
select is((select string_agg(jobs_test.status_of(b.id), ' ' order by b.n) from batch as b), 'completed processing processing', 'the others still run');
select is((select public.fail_job(b.id, 1, 'APPLY_FAILED', 'apply refuses') from batch as b where b.n = 2), 'retry', 'the worker fails it');
select is(
  tests.raised_code(format('select public.complete_job(%s, 1, ''{"refuse": 1}'')', (select id from batch where n = 3))), 'P0001',
  'alone, the error is raised'
);
select is((select jobs_test.status_of(b.id) from batch as b where b.n = 3), 'processing', 'and the job still runs');
select is(
  (select row(h.status, h.result, h.attempt, h.worker_id)::text
    from public.job_history as h join batch as b using (id) where b.n = 1),
  '(completed,"{""value"": ""a""}",1,tester)', 'history has the result'
);
select is(tests.raised_code('select public.complete_jobs(array[1, 2], array[1])'), 'VALIDATION_ERROR', 'a lease for each job');
select public.enqueue_job('test_plain', :'org',
  jsonb_build_object('text', (select string_agg(gen_random_uuid()::text, '')
  from generate_series(1, 600)))) as large \gset
select count(*) from jobs_test.claim('test_plain') \gset
select is(public.complete_job(:large, 1), 'completed', 'a large job');
select is((select h.payload from public.job_history as h where h.id = :large), null, 'leaves no large payload behind');
select * from finish();
rollback;
