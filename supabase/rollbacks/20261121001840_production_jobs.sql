-- Takes back 20261121001840_production_jobs.sql.

drop trigger cancel_productions_on_revocation on public.avatar_models;
drop trigger cancel_productions_on_revocation on public.voice_models;
drop trigger cancel_productions on public.avatar_models;
drop trigger cancel_productions on public.voice_models;
drop function private.cancel_productions_of_model();
drop table public.production_jobs;
drop function private.broadcast_production_jobs();
drop function private.guard_production_status();
drop function private.production_settings_problem(jsonb);
drop type public.production_priority;
drop type public.production_status;
drop type public.production_kind;
