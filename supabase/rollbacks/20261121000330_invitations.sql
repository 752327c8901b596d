-- Takes back 20261121000330_invitations.sql.

delete from private.retention_rules where parent = 'public.organization_invitations';
drop function public.accept_invitation(text);
drop function private.accept_invitation(text);
drop function public.revoke_invitation(uuid);
drop function private.revoke_invitation(uuid);
drop function public.invite_member(text, public.member_role, uuid, integer);
drop function private.invite_member(text, public.member_role, uuid, integer);
drop function private.require_email(text);
