drop function private.charge_job(public.jobs);
drop function public.release_job(bigint, integer);
drop function public.release_jobs(bigint[], integer[]);
drop function public.signal_job(text, text, jsonb);
drop function public.snooze_job(bigint, integer, timestamptz, jsonb, text, text);
drop function private.lock_external_id(text, text);
drop function public.fail_job(bigint, integer, text, text, boolean, numeric);
