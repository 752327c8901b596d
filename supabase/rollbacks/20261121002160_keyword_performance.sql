-- Takes back 20261121002160_keyword_performance.sql.

drop function public.hashtag_performance(uuid, integer, integer, integer);
drop function public.keyword_performance(uuid, integer, integer, integer);
drop function private.ranked_items(uuid, uuid, integer);
