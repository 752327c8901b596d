-- Who sees requests for titles, scripts and texts to be found by. Clients write through functions only.

create policy text_generations_select_members on public.text_generations
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy text_generation_outputs_select_members on public.text_generation_outputs
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else text_generation_id in (
      select g.id from public.text_generations as g
      where g.organization_id = (select organization_id from private.acting_member)
        and g.client_account_id = (select private.member_client_account())
    )
  end
);
