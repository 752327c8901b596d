-- Takes back 20261121000510_quota_requests.sql.

drop function public.check_and_update_user_quota(uuid, integer);
drop function private.check_and_update_user_quota(uuid, integer);
drop function public.check_user_quota(uuid);
drop function private.check_user_quota(uuid);
drop function private.user_organization(uuid);
drop function public.get_quotas();
drop function private.get_quotas();
drop function private.get_quotas(uuid);
