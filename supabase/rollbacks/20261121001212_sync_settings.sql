-- Takes back 20261121001212_sync_settings.sql.

drop trigger choose_sync_mode on public.social_accounts;
drop function private.choose_sync_mode();
drop function private.sync_interval(uuid);
