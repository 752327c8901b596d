-- Takes back 20261121000400_plans.sql.

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
drop table public.subscriptions;
drop table public.plan_limits;
drop table public.plan_prices;
drop table public.plans;
drop table public.quota_metrics;
drop type public.subscription_status;
drop type public.payment_provider;
drop type public.billing_period;
drop type public.quota_period;
