begin;
\ir setup.sql
select plan(4);
select jobs_test.organization() as org \gset
select count(*) from public.enqueue_jobs('test_plain', :'org', array_fill('{}'::jsonb, array[3])) \gset
select count(*) from public.enqueue_jobs('test_other', :'org', array_fill('{}'::jsonb, array[2]),
  p_run_at => now() + interval '1 hour') \gset
select count(*) from public.enqueue_jobs('test_capped', :'org', array_fill('{}'::jsonb, array[5])) \gset
update public.jobs set run_at = now() - interval '90 seconds' where id = (select min(id) from public.jobs);
select count(*) from jobs_test.claim('test_capped', 1) \gset
select public.enqueue_job('test_full', :'org', '{}') as dead \gset
select count(*) from jobs_test.claim('test_full') \gset
select public.fail_job(:dead, 1, 'X', 'x', false) as answer \gset
create function jobs_test.stats(p_kind text) returns text language sql as $$
  select row(s.queue, s.ready_count, s.scheduled_count, s.processing_count, s.pending_count, s.failed_count,
    s.oldest_ready_seconds::integer, s.is_capped)::text
  from public.job_queue_stats() as s where s.kind = p_kind
$$;
select is(jobs_test.stats('test_plain'), '(test_plain,3,0,0,0,0,90,f)', 'ready, and how old');
select is(jobs_test.stats('test_other'), '(test_plain,0,2,0,0,0,0,f)', 'scheduled');
select is(jobs_test.stats('test_capped'), '(test_capped,1,0,1,3,0,0,f)', 'running and waiting for a slot');
select is(jobs_test.stats('test_full'), '(test_full,0,0,0,0,1,0,f)', 'dead');
select * from finish();
rollback;
