drop function public.search_content(text, text[], text, integer, text);
drop function private.search_content(text, text[], text, integer, text);
