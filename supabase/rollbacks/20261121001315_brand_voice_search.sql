-- Takes back 20261121001315_brand_voice_search.sql.

drop function public.match_brand_voice_for(uuid, uuid, extensions.vector, text, integer, text);
drop function public.match_brand_voice(uuid, extensions.vector, text, integer, text);
drop function private.match_brand_voice(uuid, extensions.vector, text, integer, text);
drop function private.check_brand_voice_query(extensions.vector, text, text, integer);
drop function private.nearest_brand_voice(uuid, extensions.vector, text, text, integer);
drop function public.store_brand_voice_embeddings(uuid, text, text, jsonb);
drop type public.brand_voice_match;
