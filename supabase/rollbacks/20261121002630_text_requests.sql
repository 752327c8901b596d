drop function public.generate_titles(jsonb, jsonb, jsonb, text);
drop function private.generate_titles(jsonb, jsonb, jsonb);
drop function private.earlier_titles(uuid, private.text_source[]);
drop function private.request_text_generation(public.text_generation_kind, uuid, uuid, jsonb, text, jsonb);
