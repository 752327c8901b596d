-- Takes back 20261121002704_top_videos.sql.

drop function public.top_videos(integer, integer, text, boolean, uuid);
drop function private.top_videos(integer, integer, text, boolean, uuid);
drop function private.video_history(uuid, uuid, private.text_source[], integer);
drop function private.is_video(text, text, integer);
