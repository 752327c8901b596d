drop function public.get_content_generation_analytics(uuid, integer);
drop function private.get_content_generation_analytics(uuid, integer);
