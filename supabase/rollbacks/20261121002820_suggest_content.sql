-- Takes back 20261121002820_suggest_content.sql.

delete from public.jobs where kind = 'suggest_content';
delete from public.job_history where kind = 'suggest_content';
delete from public.job_kinds where kind = 'suggest_content';
drop function private.apply_suggest_content(public.jobs, jsonb);
drop function private.step_suggest_content(public.jobs, text, jsonb);
drop function public.request_ai_suggestion(uuid, text);
drop function private.request_ai_suggestion(uuid, text);
drop function private.likely_category(public.content_items, text[]);
