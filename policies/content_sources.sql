-- Members see what is watched; they change it through functions.

create policy content_sources_select_members on public.content_sources
for select to authenticated
using (
  organization_id = (select private.active_org())
  and ((select private.member_client_account()) is null or client_account_id = (select private.member_client_account()))
);
