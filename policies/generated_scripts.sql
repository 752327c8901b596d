-- Who sees and polishes rewritten scripts.

create policy generated_scripts_select_members on public.generated_scripts
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy generated_scripts_update_creators on public.generated_scripts
for update to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'))
with check (organization_id = (select organization_id from private.acting_member));
comment on policy generated_scripts_update_creators on public.generated_scripts is
'Creators polish the rewrite; every other column changes through functions only.';

create policy generated_scripts_delete_creators on public.generated_scripts
for delete to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'));
