drop function private.release_slots(uuid[], text[], integer[], integer[]);
drop function private.promote_jobs(uuid[], text[]);
drop function private.admit_jobs(public.job_kinds, uuid, integer, boolean);
drop function private.write_job_log(public.jobs, text, text, jsonb);
drop function private.broadcast_job(public.jobs, public.job_status);
drop function private.wake_queues(text[]);
