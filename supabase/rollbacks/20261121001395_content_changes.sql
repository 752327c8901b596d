drop function private.first_told(text[]);
drop function private.json_texts(jsonb);
drop function private.require_changes(jsonb, text, jsonb);
