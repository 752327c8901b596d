-- Takes back 20261121001210_connection_secrets.sql.

drop function public.report_connection(uuid, text, text);
drop function public.read_connection_secret(uuid, text);
drop function public.rotate_connection_secret(uuid, integer, jsonb, timestamptz, timestamptz);
drop function public.store_connection(uuid, text, text, jsonb, uuid, uuid, jsonb, text[], timestamptz, timestamptz);
drop function public.consume_oauth_state(text, text, uuid);
drop function public.begin_oauth(uuid, uuid, text, text, text, text[], text, uuid, text);
drop function private.begin_oauth(uuid, uuid, text, text, text, text[], text, uuid, text);
drop function private.put_secret(text, text, text);
drop function private.base64url(bytea);
