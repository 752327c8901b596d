-- Who sees and polishes rewritten scripts.

create policy generated_scripts_select_members on public.generated_scripts
for select to authenticated
using (
  organization_id = (select private.active_org())
  and case
    when (select private.member_client_account()) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy generated_scripts_update_creators on public.generated_scripts
for update to authenticated
using (organization_id = (select private.active_org()) and (select private.has_role('creator')))
with check (organization_id = (select private.active_org()));
comment on policy generated_scripts_update_creators on public.generated_scripts is
'Creators polish the rewrite; every other column changes through functions only.';

create policy generated_scripts_delete_creators on public.generated_scripts
for delete to authenticated
using (organization_id = (select private.active_org()) and (select private.has_role('creator')));
