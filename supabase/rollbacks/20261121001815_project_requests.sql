-- Takes back 20261121001815_project_requests.sql.

drop function public.restrict_project(uuid, boolean);
drop function private.restrict_project(uuid, boolean);
drop function public.unshare_project(uuid, uuid);
drop function private.unshare_project(uuid, uuid);
drop function public.share_project(uuid, uuid, text);
drop function private.share_project(uuid, uuid, text);
drop function public.open_project(uuid);
drop function private.open_project(uuid);
