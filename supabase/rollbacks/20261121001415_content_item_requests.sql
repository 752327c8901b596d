drop function public.update_content_items(uuid[], jsonb, text);
drop function private.update_content_items(uuid[], jsonb, text);
drop function public.update_content_item(uuid, jsonb, text);
drop function private.update_content_item(uuid, jsonb, text);
