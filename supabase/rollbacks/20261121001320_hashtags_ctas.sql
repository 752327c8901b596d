-- Takes back 20261121001320_hashtags_ctas.sql.

drop table public.cta_library;
drop table public.hashtag_library;
drop function private.trim_hashtag();
drop type public.cta_type;
