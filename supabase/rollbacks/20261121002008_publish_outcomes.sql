-- Takes back 20261121002008_publish_outcomes.sql.

select cron.unschedule(jobname) from cron.job where jobname = 'rescue-publishing' and username = current_user;
drop function private.rescue_publishing(integer);
drop trigger require_publish_attempt on public.scheduled_posts;
drop trigger require_claimed_post on public.publish_attempts;
drop function private.require_publish_attempt();
drop function public.claim_unknown_attempts(integer, text, integer);
drop function public.settle_publish_attempt(
  uuid, integer, public.publish_outcome, text, text, jsonb, text, text, timestamptz
);
