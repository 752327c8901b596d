-- Who sees what is advised for an upload, and its transformations. Functions write.

create policy repurposing_strategies_select_members on public.repurposing_strategies
for select to authenticated
using (
  organization_id = (select private.active_org())
  and case
    when (select private.member_client_account()) is null then true
    else client_account_id = (select private.member_client_account())
  end
  and content_asset_id not in (select unnest((select private.hidden_content_assets())))
);

create policy repurposing_strategies_delete_creators on public.repurposing_strategies
for delete to authenticated
using (
  organization_id = (select private.active_org())
  and (select private.has_role('creator'))
);

create policy repurposing_jobs_select_members on public.repurposing_jobs
for select to authenticated
using (
  organization_id = (select private.active_org())
  and case
    when (select private.member_client_account()) is null then true
    else client_account_id = (select private.member_client_account())
  end
);
