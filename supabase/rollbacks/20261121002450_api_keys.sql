-- Takes back 20261121002450_api_keys.sql.

drop function public.authenticate_api_key(text, text);
drop function private.authenticate_api_key(text, text);
drop function public.revoke_api_key(uuid);
drop function private.revoke_api_key(uuid);
drop function public.create_api_key(text, text[], timestamptz);
drop function private.create_api_key(text, text[], timestamptz);
drop table public.api_keys;
drop table public.api_scopes;
