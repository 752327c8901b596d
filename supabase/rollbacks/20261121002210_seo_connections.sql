-- Takes back 20261121002210_seo_connections.sql.

drop function public.report_seo_connection(uuid, boolean, text);
drop function public.rotate_seo_secret(uuid, integer, jsonb, timestamptz);
drop function public.read_seo_secret(uuid, text);
drop function public.store_seo_connection(uuid, text, text, jsonb, uuid, uuid, timestamptz);
drop function public.disconnect_search_engine(uuid);
drop function private.disconnect_search_engine(uuid);
drop function public.connect_search_engine(text, text, jsonb, text, uuid);
drop function private.connect_search_engine(text, text, jsonb, text, uuid);
drop function private.put_seo_connection(uuid, text, text, jsonb, uuid, uuid, text, timestamptz);
drop function private.site_host(text);
