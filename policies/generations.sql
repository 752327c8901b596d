-- Who sees generations, their outputs and the content they made. Clients write through functions only.

create policy generations_select_members on public.generations
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy generated_content_select_members on public.generated_content
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and deleted_at is null
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy generated_content_update_creators on public.generated_content
for update to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and deleted_at is null
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
)
with check (organization_id = (select organization_id from private.acting_member));
comment on policy generated_content_update_creators on public.generated_content is
'Creators rate content; every other column changes through functions only.';

create policy generated_content_sources_select_staff on public.generated_content_sources
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));
comment on policy generated_content_sources_select_staff on public.generated_content_sources is
'Those limited to one client account do not see what else the organization looked at.';

create policy generation_outputs_select_members on public.generation_outputs
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and (
    (select client_account_id from private.acting_member) is null
    or generation_id in (
      select g.id from public.generations as g
      where g.organization_id = (select organization_id from private.acting_member)
        and g.client_account_id = (select private.member_client_account())
    )
  )
);

create policy generations_archive_select_members on public.generations_archive
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);
