-- Takes back 20261121000340_client_accounts.sql.

select cron.unschedule(jobname) from cron.job
where jobname = 'purge-deleted-client-accounts' and username = current_user;

drop function private.purge_deleted_client_accounts();
drop function public.delete_client_account(uuid);
drop function private.delete_client_account(uuid);
drop function public.update_client_account(uuid, jsonb);
drop function private.update_client_account(uuid, jsonb);
drop function public.create_client_account(text, text, text, text, text, jsonb, jsonb);
drop function private.create_client_account(text, text, text, text, text, jsonb, jsonb);
drop function private.check_client_account(text, text, text, text, text, jsonb, jsonb);
