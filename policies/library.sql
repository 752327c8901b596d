-- Who sees originals and what exists on the platforms. Clients write through functions only.

create policy content_assets_select_members on public.content_assets
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and deleted_at is null
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy content_items_select_members on public.content_items
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and deleted_at is null
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy content_revisions_select_members on public.content_revisions
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
  and case
    when content_item_id is not null
      then content_item_id not in (select unnest((select private.hidden_content_items())))
    else generated_content_id not in (select unnest((select private.hidden_generated_content())))
  end
);

create policy content_analyses_select_members on public.content_analyses
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when content_piece_id is not null then project_id <> all((select private.hidden_projects())::uuid[])
    when (select client_account_id from private.acting_member) is null
      then case
        when content_asset_id is not null
          then content_asset_id not in (select unnest((select private.hidden_content_assets())))
        else content_item_id not in (select unnest((select private.hidden_content_items())))
      end
    when content_asset_id is not null then content_asset_id in (
      select a.id from public.content_assets as a
      where a.organization_id = (select organization_id from private.acting_member)
        and a.client_account_id = (select private.member_client_account())
    )
    else content_item_id in (
      select i.id from public.content_items as i
      where i.organization_id = (select organization_id from private.acting_member)
        and i.client_account_id = (select private.member_client_account())
    )
  end
);
comment on policy content_analyses_select_members on public.content_analyses is
'Whoever sees the piece, the asset or the item sees what was found in it.';

create policy analysis_runs_select_members on public.analysis_runs
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);
