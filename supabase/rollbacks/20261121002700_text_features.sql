-- Takes back 20261121002700_text_features.sql.

drop function public.cta_kinds_for(text[]);
drop function public.hook_kinds_for(text[]);
drop function private.length_band(integer, integer[]);
drop function private.cta_sentence(text, public.cta_type);
drop function private.cta_kinds(text);
drop function private.kind_name(text, text);
drop function private.hook_kind(text);
drop function private.first_sentence(text);
