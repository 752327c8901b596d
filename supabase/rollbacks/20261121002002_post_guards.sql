-- Takes back 20261121002002_post_guards.sql.

drop trigger release_approved_posts on public.approval_requests;
drop function private.release_approved_posts();
drop trigger close_outdated_approvals on public.scheduled_posts;
drop function private.close_outdated_post_approvals();
drop trigger follow_content_version on public.generated_content;
drop function private.follow_content_version();
drop trigger require_clearance on public.scheduled_posts;
drop function private.require_clearance();
drop function private.post_obstacle(public.scheduled_posts);
drop function private.required_workflows(uuid, uuid);
drop trigger guard on public.scheduled_posts;
drop function private.guard_scheduled_post();
