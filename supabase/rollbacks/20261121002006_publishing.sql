-- Takes back 20261121002006_publishing.sql.

drop function public.checkpoint_publish_attempt(uuid, integer, jsonb, integer, integer);
drop function public.begin_publish_attempt(uuid, bigint, text, integer);
drop function public.claim_due_posts(integer);
