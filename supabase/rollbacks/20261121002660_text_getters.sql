drop function public.cancel_text_generation(uuid);
drop function private.cancel_text_generation(uuid);
drop function public.get_seo_content(uuid);
drop function public.get_script(uuid);
drop function public.get_titles(uuid);
drop function private.text_generation_contents(uuid);
drop function private.text_generation_state(uuid, public.text_generation_kind);
