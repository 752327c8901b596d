-- Takes back 20261121002420_cache.sql.

drop function public.purge_cache(text, text);
drop function public.cache_delete(text);
drop function public.cache_set(text, jsonb, integer, text);
drop function public.cache_get(text);
delete from private.retention_rules where parent = 'public.cache_entries';
drop table public.cache_entries;
