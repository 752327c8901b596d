-- Takes back 20261121001200_connections.sql.

delete from private.retention_rules where parent = 'public.oauth_states';
drop function private.require_social_account(uuid, uuid);
drop function private.hidden_social_accounts();
drop table public.social_accounts;
drop table public.platform_connections;
drop table public.oauth_states;
drop function private.forget_secrets();
drop type public.sync_status;
drop type public.sync_mode;
drop type public.connection_status;
drop type public.account_status;
