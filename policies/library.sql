-- Who sees originals and what exists on the platforms. Clients write through functions only.

create policy content_assets_select_members on public.content_assets
for select to authenticated
using (
  organization_id = (select private.active_org())
  and deleted_at is null
  and case
    when (select private.member_client_account()) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy content_items_select_members on public.content_items
for select to authenticated
using (
  organization_id = (select private.active_org())
  and deleted_at is null
  and case
    when (select private.member_client_account()) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy content_revisions_select_members on public.content_revisions
for select to authenticated
using (
  organization_id = (select private.active_org())
  and case
    when (select private.member_client_account()) is null then true
    else client_account_id = (select private.member_client_account())
  end
);
