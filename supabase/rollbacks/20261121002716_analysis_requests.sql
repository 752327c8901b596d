-- Takes back 20261121002716_analysis_requests.sql.

drop function public.get_video_analysis(uuid);
drop function private.get_video_analysis(uuid);
drop function public.analyze_videos(text[], boolean, boolean);
drop function private.analyze_videos(text[], boolean, boolean);
drop function private.videos_to_analyze(uuid, text[]);
drop function private.analyses_left(uuid);
drop function public.get_content_analysis(text, uuid);
drop function public.analyze_content(text, uuid, boolean);
drop function private.analyze_content(text, uuid, boolean);
drop function private.recent_analysis(uuid, text, uuid);
drop function private.request_analyses(uuid, text, uuid[], uuid);
