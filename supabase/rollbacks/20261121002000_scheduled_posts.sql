-- Takes back 20261121002000_scheduled_posts.sql.

alter table public.revision_requests drop constraint revision_requests_scheduled_post_id_fkey;
alter table public.approval_requests drop constraint approval_requests_scheduled_post_id_fkey;
-- What they point at goes; coming back, the constraints would find nothing there.
update public.revision_requests set scheduled_post_id = null where scheduled_post_id is not null;
update public.approval_requests set scheduled_post_id = null where scheduled_post_id is not null;
drop table public.scheduled_posts;
drop function private.content_digest(
  uuid, integer, uuid, uuid, uuid, text, text, text[], text, text[], jsonb, text, public.visibility
);
drop function private.resolve_local_time(date, time, text);
drop type public.post_license;
drop type public.time_resolution;
drop type public.post_status;
