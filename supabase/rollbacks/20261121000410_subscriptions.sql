-- Takes back 20261121000410_subscriptions.sql.

select cron.unschedule(jobname) from cron.job
where jobname in ('expire-subscriptions') and username = current_user;

drop trigger forget_free_subscriptions on public.organizations;
drop function private.forget_free_subscriptions();
drop function private.expire_subscriptions();
drop function public.update_user_tier(uuid, text);
drop function private.change_plan(uuid, text, public.subscription_status, timestamptz, text);
drop function private.end_subscription(uuid, text);
drop function private.start_free_subscription(uuid);
drop function private.plan_slug(text);
drop function private.effective_plan(uuid);
drop function private.subscription_is_entitled(public.subscription_status, timestamptz, boolean);
