-- Takes back 20261121002714_analyze_content.sql.

delete from public.jobs where kind = 'analyze_content';
delete from public.job_history where kind = 'analyze_content';
delete from public.job_kinds where kind = 'analyze_content';
drop function private.fail_analyze_content(public.jobs, text, text);
drop function private.apply_analyze_content(public.jobs, jsonb);
drop function private.step_analyze_content(public.jobs, text, jsonb);
drop function private.hold_analyzed(public.jobs);
drop trigger follow_delete on private.analysis_run_items;
drop function private.follow_analysis_run_items();
drop function private.end_run_items(public.jobs, public.analysis_status, text, text);
drop function private.finish_analysis_run(uuid, uuid);
drop function private.measured_engagement(uuid, uuid);
drop function private.trending_among(text, text[]);
drop function public.analysis_subject(uuid, text, uuid);
