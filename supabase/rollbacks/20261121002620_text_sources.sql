drop function private.title_confidence(text, text, jsonb);
drop function private.title_outlook(text, jsonb, text);
drop function private.title_evidence(text, jsonb);
drop function private.chosen_audience(uuid, uuid, uuid, text, text);
drop function private.chosen_brand(uuid, uuid, text, text);
drop function private.text_source_content(private.text_source[]);
drop function private.text_sources(uuid, uuid, uuid[]);
drop type private.text_source;
