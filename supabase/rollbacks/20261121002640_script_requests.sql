drop function public.generate_seo_content(jsonb, jsonb, text);
drop function private.generate_seo_content(jsonb, jsonb);
drop function public.generate_script(uuid, jsonb, text);
drop function private.generate_script(uuid, jsonb);
drop function private.title_sources(public.generated_content);
drop function private.text_language(text);
