-- Takes back 20261121002110_performance_scores.sql.

revoke select on public.content_scores from authenticated, service_role;

drop policy content_scores_select_members on public.content_scores;

alter table public.content_scores disable row level security;

drop function public.calculate_video_performance_score(uuid, uuid);
drop function private.calculate_video_performance_score(uuid, uuid);
drop function public.rescore_social_account(uuid);
drop function private.rescore_social_account(uuid, uuid);
drop function private.channel_scores(uuid, uuid);
drop table public.content_scores;
