-- Members see what is watched; they change it through functions.

create policy content_sources_select_members on public.content_sources
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);
