-- Who sees organizations, members, invitations and client accounts. Changes of members go through functions only.

create policy organizations_select_members on public.organizations
for select to authenticated
using (id = any((select private.organization_ids())::uuid[]));
comment on policy organizations_select_members on public.organizations is 'Every organization of the caller, for the switcher.';

create policy organizations_update_admins on public.organizations
for update to authenticated
using (id = (select organization_id from private.acting_member where role >= 'admin'))
with check (id = (select organization_id from private.acting_member));

create policy organization_members_select_colleagues on public.organization_members
for select to authenticated
using (
  (user_id = (select auth.uid()) and organization_id = any((select private.organization_ids())::uuid[]))
  or organization_id = any((select private.organization_ids('viewer', true))::uuid[])
);
comment on policy organization_members_select_colleagues on public.organization_members is
'Staff see their colleagues; a client sees only that they are a member themselves, not who the other clients are.';

create policy organization_invitations_select_admins on public.organization_invitations
for select to authenticated
using (organization_id = any((select private.organization_ids('admin'))::uuid[]));

create policy client_accounts_select_members on public.client_accounts
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and deleted_at is null
  and ((select client_account_id from private.acting_member) is null or id = (select private.member_client_account()))
);
