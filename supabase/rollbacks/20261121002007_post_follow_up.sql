-- Takes back 20261121002007_post_follow_up.sql.

drop function public.record_post_metrics(uuid, text, bigint, bigint, bigint);
drop function public.due_follow_ups(integer);
