-- Takes back 20261121001305_brand_requests.sql.

drop function private.default_audience_profile(uuid, uuid, uuid);
drop function public.delete_audience_profile(uuid);
drop function private.delete_audience_profile(uuid);
drop function public.set_default_audience_profile(uuid);
drop function private.set_default_audience_profile(uuid);
drop function private.default_brand_profile(uuid, uuid);
drop function public.delete_brand_profile(uuid);
drop function private.delete_brand_profile(uuid);
drop function public.set_default_brand_profile(uuid);
drop function private.set_default_brand_profile(uuid);
