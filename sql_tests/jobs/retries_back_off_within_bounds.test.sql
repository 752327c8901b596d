begin;
\ir setup.sql
select plan(15);
select jobs_test.organization() as org \gset

update public.job_kinds set max_attempts = 50 where kind = 'test_plain';
create temporary table waits (attempt integer, seconds numeric) on commit drop;
do $$
declare
  v_kind public.job_kinds;
begin
  select * into v_kind from public.job_kinds where kind = 'test_plain';
  insert into waits select a, extract(epoch from private.retry_delay(v_kind, a)) from generate_series(1, 40) as a,
    generate_series(1, 200);
end;
$$;
select is((select count(*) from waits where seconds < least(10 * 2 ^ (attempt - 1), 100)), 0::bigint, 'never sooner than base * 2^(n - 1)');
select is((select count(*) from waits where seconds > least(2 * 10 * 2 ^ (attempt - 1), 100)), 0::bigint, 'never later than twice that, nor than the maximum');
select ok((select count(distinct seconds) > 100 from waits where attempt = 1), 'by chance in between');

select public.enqueue_job('test_plain', :'org', '{}') as id \gset
select count(*) from jobs_test.claim('test_plain') \gset
select is(public.fail_job(:id, 1, 'RATE_LIMITED', 'slow down', true, 77), 'retry', 'a retryable failure is tried again');
select is((select j.run_at from public.jobs as j where j.id = :id), now() + interval '77 seconds', 'when the provider said so, on the database''s clock');
select is(
  (select row(j.status, j.attempt, j.error_code, j.error_message)::text from public.jobs as j),
  '(queued,1,RATE_LIMITED,"slow down")', 'with what went wrong'
);
select is((select row(l.log_level, l.details ->> 'code')::text from public.job_logs as l), '(warning,RATE_LIMITED)', 'which the log keeps');
select jobs_test.wait_over(:id);
select count(*) from jobs_test.claim('test_plain') \gset
select is(public.fail_job(:id, 2, 'X', 'x', true, 'NaN'), 'retry', 'a senseless Retry-After is ignored');
select ok(
  (select j.run_at from public.jobs as j where j.id = :id) between now() + interval '20 seconds' and now() + interval '40 seconds',
  'and the kind''s own delay counts'
);
select jobs_test.wait_over(:id);
select count(*) from jobs_test.claim('test_plain') \gset
select is(public.fail_job(:id, 3, 'X', repeat('x', 9000), true, -5), 'retry', 'so is a negative one, and a long text is cut');
select ok(
  (select j.run_at from public.jobs as j where j.id = :id) between now() + interval '40 seconds' and now() + interval '80 seconds',
  'the kind''s own delay counts again'
);
select jobs_test.wait_over(:id);
select count(*) from jobs_test.claim('test_plain') \gset
select is(public.fail_job(:id, 4, 'X', 'x', true), 'retry', 'whoever names no time');
select ok(
  (select j.run_at from public.jobs as j where j.id = :id) between now() + interval '80 seconds' and now() + interval '100 seconds',
  'waits as long as the kind says'
);
select jobs_test.wait_over(:id);
select count(*) from jobs_test.claim('test_plain') \gset
select is(public.fail_job(:id, 5, 'RATE_LIMITED', 'x', true, 1), 'retry', 'whoever asks for a second, time after time,');
select ok((select j.run_at from public.jobs as j where j.id = :id) >= now() + interval '80 seconds', 'does not spend the attempts within a few');
select * from finish();
rollback;
