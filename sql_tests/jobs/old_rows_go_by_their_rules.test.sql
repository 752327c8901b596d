begin;
\ir setup.sql
select plan(9);
select jobs_test.organization() as org \gset
select public.enqueue_job('test_plain', :'org', '{}') as old \gset
select public.enqueue_job('test_plain', :'org', '{}') as fresh \gset
select count(*) from jobs_test.claim('test_plain', 2) \gset
select public.checkpoint_job(:old, 1, 'a', '{}') as answer \gset
select public.fail_job(:old, 1, 'X', 'x', false) as answer \gset
select public.fail_job(:fresh, 1, 'X', 'x', false) as answer \gset
update public.jobs set finished_at = now() - interval '31 days' where id = :old;
select is(private.archive_dead_jobs(), 1, 'a dead letter older than 30 days');
select is(
  (select row(h.status, h.error_code, h.finished_at)::text from public.job_history as h),
  row('failed'::public.job_status, 'X', now() - interval '31 days')::text, 'goes to history'
);
select is((select count(*) from public.job_checkpoints), 0::bigint, 'with its memory dropped');
select is(tests.raised_code(format('select public.replay_job(%s)', :old)), 'CONFLICT', 'and can no longer be replayed');
select is((select array_agg(j.id) from public.jobs as j), array[:fresh]::bigint[], 'a younger one stays');
update public.job_logs set created_at = now() - interval '31 days' where job_id = :old;
select public.cleanup_old_job_logs();
select is((select array_agg(distinct l.job_id) from public.job_logs as l), array[:fresh]::bigint[], 'so does its log');
select is((select r.retain from private.retention_rules as r where r.parent = 'public.job_history'), interval '12 months', 'history has a rule');
select is(
  array(select j.jobname from cron.job as j where j.command ~ 'job' and j.command !~ 'job_run_details' order by 1),
  array['archive-dead-jobs', 'cleanup-job-logs', 'reconcile-job-slots', 'rescue-expired-jobs', 'sweep-jobs'], 'the clock drives it'
);
select ok((select count(*) >= 4 from pg_inherits where inhparent = 'public.job_history'::regclass), 'partitions are made ahead');
select * from finish();
rollback;
