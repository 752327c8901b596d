-- Takes back 20261121002150_roi.sql.

revoke select on public.roi_calculations from authenticated, service_role;

drop policy roi_calculations_select_members on public.roi_calculations;

alter table public.roi_calculations disable row level security;

drop function public.calculate_roi(uuid, numeric, numeric, numeric, numeric, numeric, numeric, text);
drop function private.calculate_roi(uuid, numeric, numeric, numeric, numeric, numeric, numeric, text);
drop function private.asset_results(uuid, uuid);
drop table public.roi_calculations;
