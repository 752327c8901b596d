select cron.unschedule('rescue-expired-jobs');
select cron.unschedule('sweep-jobs');
select cron.unschedule('reconcile-job-slots');
select cron.unschedule('archive-dead-jobs');
select cron.unschedule('cleanup-job-logs');

drop trigger forget_jobs on public.organizations;
drop trigger forget_job_creator on public.profiles;
drop function private.forget_job_creator();
drop function private.forget_organization_jobs();
drop function public.cleanup_old_job_logs();
drop function private.archive_dead_jobs(interval, integer);
drop function private.reconcile_job_slots();
drop function private.sweep_jobs();
drop function private.do_due_chores();
drop function private.has_due_chores();
drop function private.promote_due_jobs(integer);
drop function public.rescue_expired_jobs();
drop function private.rescue_batch(integer);
