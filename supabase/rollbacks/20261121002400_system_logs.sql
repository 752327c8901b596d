-- Takes back 20261121002400_system_logs.sql.

select cron.unschedule(jobname) from cron.job
where jobname = 'cleanup-system-logs' and username = current_user;

drop trigger log_content_generation on public.generated_content;
drop function private.log_content_generation();
drop function public.cleanup_old_system_logs();
drop function private.inet_or_null(text);
drop function private.uuid_or_null(text);
drop function public.write_system_logs(jsonb);
drop function private.write_system_log(public.log_severity, text, text, text, jsonb, uuid, uuid, integer, text);
delete from private.retention_rules where parent like 'public.system\_logs%';
drop table public.system_logs;
drop type public.log_severity;
