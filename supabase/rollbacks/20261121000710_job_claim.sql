drop function public.log_job(bigint, integer, text, text, jsonb);
drop function public.checkpoint_job(bigint, integer, text, jsonb, numeric);
drop function private.remember_step(bigint, text, jsonb);
drop function public.heartbeat_jobs(bigint[], integer[]);
drop function public.heartbeat_job(bigint, integer, numeric, text);
drop function public.next_run_at(text[]);
drop function public.claim_jobs(text[], text, integer, integer);
drop function private.paused_kinds();
