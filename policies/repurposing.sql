-- Who sees what is advised for an upload, and its transformations. Functions write.

create policy repurposing_strategies_select_members on public.repurposing_strategies
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
  and content_asset_id not in (select unnest((select private.hidden_content_assets())))
);

create policy repurposing_strategies_delete_creators on public.repurposing_strategies
for delete to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
);

create policy repurposing_jobs_select_members on public.repurposing_jobs
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);
