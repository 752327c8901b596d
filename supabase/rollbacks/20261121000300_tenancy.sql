-- Takes back 20261121000300_tenancy.sql.

drop trigger weigh_memberships on public.profiles;
alter table public.profiles drop constraint profiles_active_organization_id_fkey;
-- What it points at goes; coming back, the constraint would find nothing there.
update public.profiles set active_organization_id = null where active_organization_id is not null;

-- Tables refer to functions by their policies and functions to tables by their types: policies go first.
drop policy organizations_select_members on public.organizations;
drop policy organizations_update_admins on public.organizations;
drop policy organization_members_select_colleagues on public.organization_members;
drop policy organization_invitations_select_admins on public.organization_invitations;
drop policy client_accounts_select_members on public.client_accounts;
drop function private.organization_ids(public.member_role, boolean);
drop function private.require_role(public.member_role);
drop function private.active_org_or_raise();
drop function private.member_client_account();
drop function private.has_role(public.member_role);
drop function private.active_org();
drop function private.active_member();
drop view private.acting_member;
drop function private.chosen_organization();
drop table public.organization_invitations;
drop table public.organization_members;
drop table public.client_accounts;
drop table public.organizations;
drop function private.weigh_memberships();
drop function private.weigh_membership();
drop type public.organization_type;
drop type public.member_status;
drop type public.member_role;
