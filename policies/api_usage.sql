-- Who sees what calls cost. Only functions write.

create policy api_usage_select_own on public.api_usage
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and (user_id = (select auth.uid()) or (select private.has_role('admin')))
);

create policy api_usage_monthly_select_own on public.api_usage_monthly
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and (user_id = (select auth.uid()) or (select private.has_role('admin')))
);
