-- Takes back 20261121001920_sla.sql.

select cron.unschedule(jobname) from cron.job where jobname = 'note-sla-breaches' and username = current_user;
drop function private.note_sla_breaches(integer);
delete from public.notifications where type = 'sla_breached';
delete from public.notification_types where type = 'sla_breached';
