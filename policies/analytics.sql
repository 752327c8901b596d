-- Who sees how content does. Clients write nothing here; client members see what belongs to their client account.

create policy content_metrics_select_members on public.content_metrics
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null
      then content_item_id not in (select unnest((select private.hidden_content_items())))
    else content_item_id in (
      select i.id from public.content_items as i
      where i.organization_id = (select organization_id from private.acting_member)
        and i.client_account_id = (select private.member_client_account())
    )
  end
);

create policy content_scores_select_members on public.content_scores
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null
      then content_item_id not in (select unnest((select private.hidden_content_items())))
    else content_item_id in (
      select i.id from public.content_items as i
      where i.organization_id = (select organization_id from private.acting_member)
        and i.client_account_id = (select private.member_client_account())
    )
  end
);

create policy content_milestones_select_members on public.content_milestones
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null
      then content_item_id not in (select unnest((select private.hidden_content_items())))
    else content_item_id in (
      select i.id from public.content_items as i
      where i.organization_id = (select organization_id from private.acting_member)
        and i.client_account_id = (select private.member_client_account())
    )
  end
);

create policy organization_daily_stats_select_members on public.organization_daily_stats
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));
comment on policy organization_daily_stats_select_members on public.organization_daily_stats is
'Not for members limited to a client account: the sums are of all clients.';

create policy social_account_daily_stats_select_members on public.social_account_daily_stats
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null
      then social_account_id not in (select unnest((select private.hidden_social_accounts())))
    else social_account_id in (
      select a.id from public.social_accounts as a
      where a.organization_id = (select organization_id from private.acting_member)
        and a.client_account_id = (select private.member_client_account())
    )
  end
);

create policy posting_time_defaults_select_everyone on public.posting_time_defaults
for select to authenticated
using (platform is not null);

create policy posting_times_select_members on public.posting_times
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null
      then social_account_id not in (select unnest((select private.hidden_social_accounts())))
    else social_account_id in (
      select a.id from public.social_accounts as a
      where a.organization_id = (select organization_id from private.acting_member)
        and a.client_account_id = (select private.member_client_account())
    )
  end
);

create policy roi_calculations_select_members on public.roi_calculations
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
  and content_asset_id not in (select unnest((select private.hidden_content_assets())))
);
