drop function public.cancel_generation(uuid);
drop function private.cancel_generation(uuid);
drop function public.get_generation(uuid);
drop function public.create_generation(text, text[], text, text, jsonb);
drop function private.create_generation(text, text[], text, text, jsonb);
drop function private.generation_options(jsonb);
drop function private.generation_platforms(text[]);
