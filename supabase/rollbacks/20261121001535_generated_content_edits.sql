drop function public.edit_generated_content(uuid, jsonb, integer, text);
drop function private.edit_generated_content(uuid, jsonb, integer, text);
drop function private.json_tags(jsonb);
drop function private.text_into_output(text, jsonb, text);
drop function private.is_generation_output(text, jsonb);
drop function private.are_strings(jsonb, integer);
