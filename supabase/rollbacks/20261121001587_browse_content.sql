drop function public.browse_content(text, text[], text, text, integer, timestamptz, uuid);
drop function private.browse_content(text, text[], text, text, integer, timestamptz, uuid);
