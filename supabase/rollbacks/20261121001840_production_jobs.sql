-- Takes back 20261121001840_production_jobs.sql.

drop table public.production_jobs;
drop function private.broadcast_production_jobs();
drop function private.guard_production_status();
drop function private.production_settings_problem(jsonb);
drop type public.production_priority;
drop type public.production_status;
drop type public.production_kind;
