drop function public.search_generated_content(text, text, text, text, integer, timestamptz, uuid);
drop function private.search_generated_content(text, text, text, text, integer, timestamptz, uuid);
drop function private.content_excerpt(public.generated_content);
