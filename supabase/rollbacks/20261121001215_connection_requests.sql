-- Takes back 20261121001215_connection_requests.sql.

drop trigger follow_accounts on public.platform_connections;
drop function private.follow_connections();
drop function public.claim_due_syncs(integer, integer);
drop function public.report_account_sync(uuid, text, text, integer);
drop function public.store_social_accounts(uuid, jsonb);
drop function private.social_account_places(uuid);
drop function public.remove_social_account(uuid);
drop function private.remove_social_account(uuid);
drop function public.update_social_account(uuid, text, boolean, uuid, boolean, boolean);
drop function private.update_social_account(uuid, text, boolean, uuid, boolean, boolean);
drop function public.disconnect_platform(uuid);
drop function private.disconnect_platform(uuid);
drop function private.find_social_account(uuid, uuid);
