drop function private.json_texts(jsonb);
drop function private.require_changes(jsonb, text, jsonb);
