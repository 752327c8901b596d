-- Takes back 20261121002724_outside_trends.sql.

select cron.unschedule('request-trends');
delete from public.jobs where kind = 'collect_trends';
delete from public.job_history where kind = 'collect_trends';
delete from public.job_kinds where kind = 'collect_trends';
drop function private.apply_collect_trends(public.jobs, jsonb);
drop function private.step_collect_trends(public.jobs, text, jsonb);
drop function private.request_trends();
drop function private.rising_outside(text, text, text, text, timestamptz);
drop function public.trend_feeds(integer);
delete from public.system_settings where key = 'trends.sources';
delete from private.retention_rules where parent = 'private.trend_documents';
drop table private.trend_documents;
