drop function private.field_ids(jsonb, text, text, integer);
drop function private.field_flag(jsonb, text, text, boolean);
drop function private.field_integer(jsonb, text, text, integer, integer, integer, boolean);
drop function private.field_number(jsonb, text, text, numeric, numeric, numeric, boolean);
drop function private.field_choice(jsonb, text, text, text[], text);
drop function private.field_texts(jsonb, text, text, integer, integer, boolean);
drop function private.field_text(jsonb, text, text, integer, integer, boolean);
drop function private.field_object(jsonb, text, text[], boolean);
