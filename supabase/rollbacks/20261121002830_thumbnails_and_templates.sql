-- Takes back 20261121002830_thumbnails_and_templates.sql.

delete from public.jobs where kind in ('generate_thumbnail_prompts', 'generate_template_text');
delete from public.job_history where kind in ('generate_thumbnail_prompts', 'generate_template_text');
delete from public.job_kinds where kind in ('generate_thumbnail_prompts', 'generate_template_text');
drop function public.get_template_text(uuid);
drop function public.get_thumbnail_prompts(uuid);
drop function private.apply_generate_template_text(public.jobs, jsonb);
drop function private.step_generate_template_text(public.jobs, text, jsonb);
drop function private.apply_generate_thumbnail_prompts(public.jobs, jsonb);
drop function private.step_generate_thumbnail_prompts(public.jobs, text, jsonb);
drop function public.generate_from_template(uuid, jsonb, text, text, text);
drop function private.generate_from_template(uuid, jsonb, text, text);
drop function public.generate_thumbnail_prompts(uuid[], text, integer, text, text, text, text);
drop function private.generate_thumbnail_prompts(uuid[], text, integer, text, text, text);
