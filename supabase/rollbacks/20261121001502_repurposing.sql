revoke select on public.repurposing_strategies, public.repurposing_jobs from authenticated, service_role;
revoke delete on public.repurposing_strategies from authenticated;
drop policy repurposing_jobs_select_members on public.repurposing_jobs;
drop policy repurposing_strategies_delete_creators on public.repurposing_strategies;
drop policy repurposing_strategies_select_members on public.repurposing_strategies;

drop table public.repurposing_jobs;
drop table public.repurposing_strategies;
drop function private.broadcast_repurposing_jobs();
drop function private.guard_repurposing_job();
drop function private.are_recommended_formats(jsonb);
drop type public.repurposing_job_status;
drop type public.repurposing_format;
drop type public.repurposing_job_type;
