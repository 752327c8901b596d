revoke select on public.content_assets from authenticated, service_role;
drop policy content_assets_select_members on public.content_assets;

drop function private.hidden_content_assets();
drop table public.content_assets;
drop type public.content_asset_status;
drop type public.content_asset_type;
