-- Who sees approvals, reviews and review links. Clients write through functions only.

create policy approval_workflows_select_members on public.approval_workflows
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy approval_stages_select_staff on public.approval_stages
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));
comment on policy approval_stages_select_staff on public.approval_stages is
'A client learns what is asked of them by the request, not who else approves.';

create policy approval_stage_approvers_select_staff on public.approval_stage_approvers
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));

create policy approval_requests_select_members on public.approval_requests
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy approval_decisions_select_members on public.approval_decisions
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy revision_requests_select_members on public.revision_requests
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy qa_requests_select_staff on public.qa_requests
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));
comment on policy qa_requests_select_staff on public.qa_requests is
'What experts of the team say to each other is not for the client.';

create policy review_links_select_staff on public.review_links
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));

create policy review_link_decisions_select_members on public.review_link_decisions
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);
