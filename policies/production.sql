-- Who sees voices, likenesses and what is produced. Clients write through functions only.

create policy voice_models_select_members on public.voice_models
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy avatar_models_select_members on public.avatar_models
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy production_jobs_select_members on public.production_jobs
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
  and (project_id is null or project_id <> all((select private.hidden_projects())::uuid[]))
);
