-- Who sees what was used. Only functions write.

create policy usage_counters_select_members on public.usage_counters
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));

create policy usage_ledger_select_admins on public.usage_ledger
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'admin'));
