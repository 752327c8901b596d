-- Takes back 20261121001100_lookups.sql.

drop function private.platform_slug(text);
drop table public.search_engines;
drop table public.platforms;
drop table public.content_types;
drop type public.visibility;
drop type public.generated_content_type;
