-- Purpose: accounts in use take places of the plan.
-- Objects: triggers count_insert, count_update and count_delete on social_accounts.

create trigger count_insert after insert on public.social_accounts
referencing new table as new_rows for each statement
execute function private.count_rows('social_accounts', 'deleted_at is null and r.status in (''active'', ''suspended'')');
create trigger count_update after update on public.social_accounts
referencing old table as old_rows new table as new_rows for each statement
execute function private.count_rows('social_accounts', 'deleted_at is null and r.status in (''active'', ''suspended'')');
create trigger count_delete after delete on public.social_accounts
referencing old table as old_rows for each statement
execute function private.count_rows('social_accounts', 'deleted_at is null and r.status in (''active'', ''suspended'')');
