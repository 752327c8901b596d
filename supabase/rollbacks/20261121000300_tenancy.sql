-- Takes back 20261121000300_tenancy.sql.

select cron.unschedule(jobname) from cron.job
where jobname in ('purge-deleted-organizations') and username = current_user;

drop trigger release_organizations on public.profiles;
alter table public.profiles drop constraint profiles_active_organization_id_fkey;

-- Tables refer to functions by their policies and functions to tables by their types: policies go first.
drop policy organizations_select_members on public.organizations;
drop policy organizations_update_admins on public.organizations;
drop policy organization_members_select_colleagues on public.organization_members;
drop policy organization_invitations_select_admins on public.organization_invitations;
drop policy client_accounts_select_members on public.client_accounts;
drop function private.purge_deleted_organizations();
drop function private.fallback_organization(uuid, uuid);
drop function private.close_organization(uuid, uuid);
drop function private.release_organizations();
-- Cascade: only the owner of auth.users may drop its triggers by name.
drop function private.handle_user_change() cascade;
drop function private.phone_or_null(text);
drop function private.handle_new_user() cascade;
drop function private.add_organization(text, public.organization_type, uuid, text, text);
drop function private.organization_ids(public.member_role, boolean);
drop function private.require_role(public.member_role);
drop function private.active_org_or_raise();
drop function private.member_client_account();
drop function private.has_role(public.member_role);
drop function private.active_org();
drop function private.active_member();
drop table public.organization_invitations;
drop table public.organization_members;
drop table public.client_accounts;
drop table public.organizations;
drop function private.leave_active_organization();
drop function private.keep_an_owner();
drop type public.organization_type;
drop type public.member_status;
drop type public.member_role;
