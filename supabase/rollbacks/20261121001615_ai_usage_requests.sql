-- Takes back 20261121001615_ai_usage_requests.sql.

drop function public.get_ai_usage(date);
drop view public.monthly_ai_usage;
drop function private.sum_job_ai_usage(public.jobs);
drop function private.record_job_ai_usage(public.jobs, jsonb, jsonb);
drop function public.record_ai_usage(jsonb);
drop function private.record_ai_usage(jsonb);
drop function private.require_ai_usage_numbers(jsonb);
