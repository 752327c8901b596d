-- Takes back 20261121002126_usage_stats.sql.

select cron.unschedule(jobname) from cron.job
where jobname = 'refresh-usage-stats' and username = current_user;

drop function private.refresh_usage_stats(date);
