-- Takes back 20261121000320_members.sql.

drop function public.transfer_ownership(uuid);
drop function private.transfer_ownership(uuid);
drop function public.leave_organization();
drop function private.leave_organization();
drop function public.remove_member(uuid);
drop function private.remove_member(uuid);
drop function public.set_member_status(uuid, public.member_status);
drop function private.set_member_status(uuid, public.member_status);
drop function public.change_member_role(uuid, public.member_role, uuid);
drop function private.change_member_role(uuid, public.member_role, uuid);
drop function public.list_members();
drop function private.list_members();
drop function private.require_client_account(uuid, uuid, public.member_role);
drop function private.member_to_manage(uuid, uuid);
drop function private.require_member_management(uuid, public.member_role);
