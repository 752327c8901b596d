-- Takes back 20261121002130_posting_times.sql.

select cron.unschedule(jobname) from cron.job
where jobname = 'relearn-posting-times' and username = current_user;

revoke select on public.posting_time_defaults, public.posting_times from authenticated;
revoke select, insert, update, delete on public.posting_time_defaults from service_role;
revoke select on public.posting_times from service_role;

drop policy posting_times_select_members on public.posting_times;
drop policy posting_time_defaults_select_everyone on public.posting_time_defaults;

alter table public.posting_times disable row level security;
alter table public.posting_time_defaults disable row level security;

drop function public.best_posting_times(uuid, integer);
drop function private.relearn_posting_times(uuid);
drop table public.posting_times;
drop table public.posting_time_defaults;
