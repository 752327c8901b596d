-- Takes back 20261121002840_repurpose.sql.

delete from public.jobs where kind = 'repurpose';
delete from public.job_history where kind = 'repurpose';
delete from public.job_kinds where kind = 'repurpose';
drop function private.fail_repurpose(public.jobs, text, text);
drop function private.apply_repurpose(public.jobs, jsonb);
drop function private.step_repurpose(public.jobs, text, jsonb);
drop function public.create_repurposing_job(uuid, text, text, text[], jsonb, uuid, text, text);
drop function private.create_repurposing_job(uuid, text, text, text[], jsonb, uuid, text, text);
drop function public.recommend_repurposing(uuid);
drop function private.recommend_repurposing(uuid);
drop function private.clip_bounds(text[]);
drop function private.repurposable_asset(uuid, uuid);
