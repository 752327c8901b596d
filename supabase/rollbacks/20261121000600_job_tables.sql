delete from private.retention_rules where parent = 'public.job_history';

drop table private.job_signals;
drop table private.job_slots;
drop table public.job_logs;
drop table public.job_checkpoints;
drop table public.job_history;
drop trigger check_functions on public.job_kinds;
drop function private.check_job_kind();
drop table public.jobs;
drop function private.refuse_job_transition();
drop table public.job_kinds;
drop type public.claimed_job;
drop type public.job_status;
