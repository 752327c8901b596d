drop function public.enqueue_jobs(text, uuid, jsonb[], uuid[], smallint, timestamptz, text[], uuid, bigint);
drop function public.enqueue_job(text, uuid, jsonb, uuid, smallint, timestamptz, text, uuid, bigint);
drop function private.enqueue_job(text, uuid, jsonb, uuid, smallint, timestamptz, text, uuid, bigint);
drop function private.lock_dedupe_keys(text, uuid, text[]);
drop function private.enqueue_jobs(text, uuid, jsonb[], uuid[], smallint, timestamptz, text[], uuid, bigint);
drop function private.job_kind_for(text, uuid, smallint, timestamptz, bigint);
