-- Takes back 20261121000310_organizations.sql.

drop function public.change_organization_timezone(text);
drop function private.change_organization_timezone(text);
drop function public.delete_organization(uuid);
drop function private.delete_organization(uuid);
drop function public.switch_organization(uuid);
drop function private.switch_organization(uuid);
drop function public.create_organization(text, public.organization_type, text, text);
drop function private.create_organization(text, public.organization_type, text, text);
drop function private.lock_organization(uuid);
