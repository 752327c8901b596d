-- Takes back 20261121002001_post_limits.sql.

drop function private.require_post_limits(public.scheduled_posts, text);
drop function private.post_violations(public.scheduled_posts);
drop function private.media_violations(text, jsonb, public.content_assets);
drop function private.text_length(text, text, integer);
