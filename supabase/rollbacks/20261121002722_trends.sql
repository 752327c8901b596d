-- Takes back 20261121002722_trends.sql.

drop function public.trends_for(uuid, uuid, text, uuid, text, text, integer);
drop function public.get_trends(text, uuid, uuid, text, text, integer);
drop function private.trends(uuid, uuid, text, uuid, text, text, integer);
drop function private.rising_words(uuid, uuid, text, uuid);
