-- Takes back 20261121002860_judge_content.sql.

delete from public.jobs where kind = 'judge_content';
delete from public.job_history where kind = 'judge_content';
delete from public.job_kinds where kind = 'judge_content';
drop function private.apply_judge_content(public.jobs, jsonb);
drop function private.request_judgement(public.generated_content);
