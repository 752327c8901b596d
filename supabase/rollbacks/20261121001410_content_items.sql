revoke select on public.content_items from authenticated, service_role;
drop policy content_items_select_members on public.content_items;

drop function private.hidden_content_items();
drop table public.content_items;
drop type public.analysis_status;
