-- Takes back 20261121002112_score_queue.sql.

select cron.unschedule(jobname) from cron.job
where jobname in ('process-score-requests', 'request-all-rescores') and username = current_user;

revoke select on public.content_milestones from authenticated, service_role;

drop policy content_milestones_select_members on public.content_milestones;

alter table public.content_milestones disable row level security;

drop function private.request_all_rescores();
drop function private.broadcast_analytics(uuid, uuid);
drop function private.process_score_requests(integer);
drop function private.same_age_percentiles(uuid, uuid, integer);
drop function private.refresh_milestones(uuid, uuid, date);
drop trigger request_rescore_delete on public.content_items;
drop trigger request_rescore_update on public.content_items;
drop trigger request_rescore_insert on public.content_items;
drop function private.request_rescores();
drop function private.request_rescore(uuid, uuid, date);
drop table private.score_requests;
drop table public.content_milestones;
