-- The extension stays: others may use it.
drop function private.content_search_vector(text, text, text, text[], text);
drop function private.searchable_text(text);
drop function private.search_config(text);
