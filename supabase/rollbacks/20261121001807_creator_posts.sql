-- Takes back 20261121001807_creator_posts.sql.

select cron.unschedule('request-creator-readings');
delete from public.jobs where kind = 'read_creator';
delete from public.job_history where kind = 'read_creator';
delete from public.job_kinds where kind = 'read_creator';
drop function private.fail_read_creator(public.jobs, text, text);
drop function private.apply_read_creator(public.jobs, jsonb);
drop function private.request_creator_readings(integer);
drop function private.creator_figures(uuid, integer);
delete from private.retention_rules where parent = 'private.creator_posts';
drop table private.creator_posts;
