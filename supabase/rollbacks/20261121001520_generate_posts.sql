delete from public.jobs where kind = 'generate_posts';
delete from public.job_history where kind = 'generate_posts';
delete from public.job_kinds where kind = 'generate_posts';
drop function private.fail_generate_posts(public.jobs, text, text);
drop function private.apply_generate_posts(public.jobs, jsonb);
drop function private.tell_posts_ready(public.generations);
drop function private.step_generate_posts(public.jobs, text, jsonb);
drop function private.generation_output_text(text, jsonb);
drop function private.json_lines(jsonb, text);
