-- Members see what is submitted to search engines and how content ranks, those limited to a client that client's; what it
-- costs the organization is not for clients. Everything changes through functions only.

create policy seo_connections_select_members on public.seo_connections
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy seo_submissions_select_members on public.seo_submissions
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy seo_usage_select_members on public.seo_usage
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));

create policy seo_metrics_select_members on public.seo_metrics
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
  and generated_content_id not in (select unnest((select private.hidden_generated_content())))
);
