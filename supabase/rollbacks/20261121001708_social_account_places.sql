-- Takes back 20261121001708_social_account_places.sql.

drop trigger count_delete on public.social_accounts;
drop trigger count_update on public.social_accounts;
drop trigger count_insert on public.social_accounts;
