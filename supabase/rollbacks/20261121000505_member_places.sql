-- Takes back 20261121000505_member_places.sql.

drop trigger count_members on public.organization_members;
drop function private.require_member_place(uuid);
drop function private.count_members();
