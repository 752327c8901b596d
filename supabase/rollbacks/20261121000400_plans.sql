-- Takes back 20261121000400_plans.sql.

drop table public.subscriptions;
drop table public.plan_limits;
drop table public.plan_prices;
drop table public.plans;
drop table public.quota_metrics;
drop type public.subscription_status;
drop type public.payment_provider;
drop type public.billing_period;
drop type public.quota_period;
