delete from public.jobs where kind = 'generate_seo_content';
delete from public.job_history where kind = 'generate_seo_content';
delete from public.job_kinds where kind = 'generate_seo_content';
drop function private.apply_generate_seo_content(public.jobs, jsonb);
drop function private.step_generate_seo_content(public.jobs, text, jsonb);
drop function private.usual_views(uuid, uuid);
drop function private.keyword_market(text[], text);
drop function private.volume_level(bigint);
