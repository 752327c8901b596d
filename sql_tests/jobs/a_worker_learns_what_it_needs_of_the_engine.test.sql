begin;
\ir setup.sql
select plan(8);
select is(public.worker_contract() -> 'engine', '1'::jsonb, 'the version of the engine');
select ok(
  abs((public.worker_contract() ->> 'clock')::numeric - extract(epoch from clock_timestamp())) < 1, 'the clock of the database'
);
select is(public.worker_contract() -> 'kinds', '{}'::jsonb, 'no kinds when none are named');
select is(
  public.worker_contract(array['test_plain', 'nonsense']) -> 'kinds',
  '{"test_plain": {"queue": "test_plain", "timeout_seconds": 600}}'::jsonb, 'settings of the kinds that exist'
);

select jobs_test.organization() as org \gset
select public.enqueue_job('test_plain', :'org', '{}') as crashed \gset
select public.enqueue_job('test_plain', :'org', '{}') as sound \gset
select count(*) from jobs_test.claim('test_plain', 2) \gset
select is_empty(format('select public.crashed_jobs(array[%s, %s])', :crashed, :sound), 'nothing has crashed at first');
select jobs_test.lapse(:crashed);
select public.rescue_expired_jobs();
select is_empty(format('select public.crashed_jobs(array[%s])', :crashed), 'a job that waits is nobody''s concern');
select count(*) from jobs_test.claim('test_plain') \gset
select results_eq(
  format('select public.crashed_jobs(array[%s, %s])', :crashed, :sound), array[:crashed::bigint],
  'claimed again, it is known that its last worker was lost'
);
select ok(
  not has_function_privilege('authenticated', 'public.worker_contract(text[])', 'execute')
  and not has_function_privilege('anon', 'public.worker_contract(text[])', 'execute')
  and not has_function_privilege('authenticated', 'public.crashed_jobs(bigint[])', 'execute')
  and not has_function_privilege('anon', 'public.crashed_jobs(bigint[])', 'execute')
  and has_function_privilege('catalyst_worker', 'public.worker_contract(text[])', 'execute')
  and has_function_privilege('catalyst_worker', 'public.crashed_jobs(bigint[])', 'execute'),
  'only workers may ask'
);
select * from finish();
rollback;
