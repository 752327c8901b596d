-- Members see which platforms and accounts are connected, those limited to a client that client's. Nobody sees a started
-- consent, nobody writes: connections change through functions only.

create policy platform_connections_select_members on public.platform_connections
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy social_accounts_select_members on public.social_accounts
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and deleted_at is null
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);
