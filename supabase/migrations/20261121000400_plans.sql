-- Purpose: what is sold, what each plan includes, and what an organization subscribes to.
-- Objects: quota_metrics, plans, plan_prices, plan_limits, subscriptions.

-- A key over a customer and its organization needs an index that knows <>.
create extension if not exists btree_gist with schema extensions;

create type public.quota_period as enum ('day', 'month', 'lifetime');
comment on type public.quota_period is
'lifetime: a level that rises and falls, such as stored bytes or members; it never renews.';

create type public.billing_period as enum ('monthly', 'yearly');
comment on type public.billing_period is 'How often a subscription is paid.';

create type public.payment_provider as enum ('stripe', 'razorpay', 'cashfree', 'paypal');
comment on type public.payment_provider is 'Who collects the money.';

create type public.subscription_status as enum (
  'incomplete', 'trialing', 'active', 'past_due', 'paused', 'suspended', 'cancelled', 'expired'
);
comment on type public.subscription_status is
'Providers'' own words map here: trial → trialing, canceled → cancelled, unpaid and halted → past_due or suspended.
trialing, active and past_due carry the plan; every other status means the free plan''s limits.';

-- Tables --------------------------------------------------------------------------------------------------------------

create table public.quota_metrics (
  metric text constraint quota_metrics_pkey primary key,
  period public.quota_period not null,
  unit text not null default 'count',
  display_name text not null,
  description text,
  sort_order integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint quota_metrics_metric_period_key unique (metric, period),
  constraint quota_metrics_metric_check check (metric ~ '^[a-z][a-z0-9_]{0,39}$'),
  constraint quota_metrics_unit_check check (unit in ('count', 'bytes', 'credits'))
);
comment on table public.quota_metrics is
'What is counted. The period belongs to the metric, so that counters of all plans compare.';

create table public.plans (
  slug text constraint plans_pkey primary key,
  name text not null,
  description text,
  aliases text[] not null default '{}',
  features jsonb not null default '{}',
  stripe_product_id text constraint plans_stripe_product_id_key unique,
  is_featured boolean not null default false,
  is_active boolean not null default true,
  sort_order integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint plans_slug_check check (slug ~ '^[a-z][a-z0-9-]{0,39}$'),
  constraint plans_features_is_an_object check (jsonb_typeof(features) = 'object')
);
comment on table public.plans is 'What an organization can subscribe to.';
comment on column public.plans.aliases is 'Other names the plan is known by; accepted wherever a plan is named.';

create table public.plan_prices (
  id uuid constraint plan_prices_pkey primary key default gen_random_uuid(),
  plan text not null,
  billing_period public.billing_period not null,
  price_inr numeric(12, 4),
  price_usd numeric(12, 4),
  price_eur numeric(12, 4),
  stripe_price_id text constraint plan_prices_stripe_price_id_key unique,
  razorpay_plan_id text constraint plan_prices_razorpay_plan_id_key unique,
  cashfree_plan_id text constraint plan_prices_cashfree_plan_id_key unique,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint plan_prices_plan_billing_period_key unique (plan, billing_period),
  constraint plan_prices_plan_fkey foreign key (plan)
    references public.plans (slug) on update cascade on delete cascade,
  constraint plan_prices_price_inr_check check (price_inr >= 0),
  constraint plan_prices_price_usd_check check (price_usd >= 0),
  constraint plan_prices_price_eur_check check (price_eur >= 0)
);
comment on table public.plan_prices is
'Prices per plan and billing period; null means not sold in that currency. Operators set them.';

create table public.plan_limits (
  plan text not null,
  metric text not null,
  period public.quota_period not null,
  limit_value bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint plan_limits_pkey primary key (plan, metric),
  constraint plan_limits_plan_fkey foreign key (plan)
    references public.plans (slug) on update cascade on delete cascade,
  constraint plan_limits_metric_period_fkey foreign key (metric, period)
    references public.quota_metrics (metric, period) on update cascade on delete cascade,
  constraint plan_limits_limit_value_check check (limit_value >= 0)
);
create index plan_limits_metric_period_idx on public.plan_limits (metric, period);
comment on table public.plan_limits is 'How much of each metric a plan includes per period.';
comment on column public.plan_limits.limit_value is 'Null means unlimited.';

create table public.subscriptions (
  id uuid constraint subscriptions_pkey primary key default gen_random_uuid(),
  organization_id uuid,
  organization_name text,
  plan text not null,
  billing_period public.billing_period,
  status public.subscription_status not null default 'active',
  payment_provider public.payment_provider,
  stripe_customer_id text,
  stripe_subscription_id text constraint subscriptions_stripe_subscription_id_key unique,
  stripe_price_id text,
  stripe_subscription_item_id_syncs text
  constraint subscriptions_stripe_subscription_item_id_syncs_key unique,
  stripe_subscription_item_id_ai text
  constraint subscriptions_stripe_subscription_item_id_ai_key unique,
  stripe_subscription_item_id_seo text
  constraint subscriptions_stripe_subscription_item_id_seo_key unique,
  razorpay_subscription_id text constraint subscriptions_razorpay_subscription_id_key unique,
  cashfree_subscription_id text constraint subscriptions_cashfree_subscription_id_key unique,
  amount numeric(12, 4),
  currency text,
  current_period_start timestamptz not null default now(),
  current_period_end timestamptz,
  next_billing_at timestamptz,
  trial_start timestamptz,
  trial_end timestamptz,
  is_auto_renew_enabled boolean not null default true,
  cancel_at_period_end boolean not null default false,
  cancelled_at timestamptz,
  cancellation_reason text,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint subscriptions_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete set null,
  constraint subscriptions_plan_fkey foreign key (plan)
    references public.plans (slug) on update cascade on delete restrict,
  -- Kept through all subscriptions of an organization, so that no key over one column can say this.
  constraint stripe_customers_are_one_organization
    exclude using gist (stripe_customer_id with =, organization_id with <>),
  constraint live_subscriptions_have_an_organization check (organization_id is not null or ended_at is not null),
  constraint subscriptions_amount_check check (amount >= 0),
  constraint subscriptions_currency_check check (currency ~ '^[A-Z]{3}$'),
  constraint subscriptions_with_an_amount_have_a_currency check ((amount is null) = (currency is null)),
  constraint subscription_periods_end_after_they_start check (current_period_end > current_period_start),
  constraint subscription_trials_end_after_they_start check (trial_end > trial_start),
  constraint subscriptions_end_after_they_start check (ended_at >= started_at),
  constraint expired_subscriptions_have_ended check (status <> 'expired' or ended_at is not null),
  constraint subscriptions_cancellation_reason_check check (char_length(cancellation_reason) <= 500)
);
create unique index subscriptions_organization_id_key on public.subscriptions (organization_id) where ended_at is null;
create index subscriptions_organization_id_idx on public.subscriptions (organization_id);
create index subscriptions_plan_idx on public.subscriptions (plan);
create index subscriptions_current_period_end_idx on public.subscriptions (current_period_end) where ended_at is null;
comment on table public.subscriptions is
'One live subscription per organization (ended_at is null), and all earlier ones.';
comment on column public.subscriptions.organization_name is
'Who it was, kept when a paying organization is purged: billing records stay.';
comment on column public.subscriptions.stripe_customer_id is
'Stripe''s name for the organization, the same in each of its subscriptions and in nobody else''s.';
comment on column public.subscriptions.current_period_end is 'Null for plans that are not paid for.';

-- Plans on offer ------------------------------------------------------------------------------------------------------

insert into public.quota_metrics (metric, period, unit, display_name, sort_order) values
  ('generations', 'month', 'count', 'Generations', 10),
  ('videos', 'month', 'count', 'Videos', 20),
  ('ai_credits', 'month', 'credits', 'AI credits', 30),
  ('ai_analyses', 'month', 'count', 'AI analyses', 40),
  ('syncs', 'month', 'count', 'Account syncs', 50),
  ('seo_submissions', 'month', 'count', 'SEO submissions', 60),
  ('uploads', 'month', 'count', 'Uploads', 70),
  ('api_calls', 'day', 'count', 'API calls', 80),
  ('storage_bytes', 'lifetime', 'bytes', 'Storage', 90),
  ('members', 'lifetime', 'count', 'Members', 100),
  ('creators', 'lifetime', 'count', 'Followed creators', 110),
  ('voice_models', 'lifetime', 'count', 'Voice models', 120),
  ('social_accounts', 'lifetime', 'count', 'Social accounts', 130);

insert into public.plans (slug, name, description, aliases, is_featured, sort_order) values
  ('free', 'Free', 'To try everything.', '{}', false, 10),
  ('starter', 'Starter', 'For one creator.', '{creator,basic}', false, 20),
  ('professional', 'Professional', 'For creators who publish daily.', '{pro,premium}', true, 30),
  ('agency', 'Agency', 'For teams that work for clients.', '{business}', false, 40),
  ('enterprise', 'Enterprise', 'Without limits, by contract.', '{}', false, 50);

insert into public.plan_prices (plan, billing_period, price_inr, price_usd, price_eur) values
  ('free', 'monthly', 0, 0, 0),
  ('starter', 'monthly', null, null, null),
  ('starter', 'yearly', null, null, null),
  ('professional', 'monthly', null, null, null),
  ('professional', 'yearly', null, null, null),
  ('agency', 'monthly', null, null, null),
  ('agency', 'yearly', null, null, null),
  ('enterprise', 'yearly', null, null, null);

insert into public.plan_limits (plan, metric, period, limit_value)
select
  p.plan,
  v.metric,
  m.period,
  p.limit_value
from (
  values
  ('generations', 10::bigint, 100::bigint, 500::bigint, null::bigint),
  ('videos', 3, 15, 60, 300),
  ('ai_credits', 20, 100, 1000, 10000),
  ('ai_analyses', 10, 50, 300, 2000),
  ('syncs', 30, 200, 1000, 10000),
  ('seo_submissions', 5, 50, 300, 3000),
  ('uploads', 5, 10, 100, 1000),
  ('api_calls', 1000, 10000, 50000, 250000),
  ('storage_bytes', 1073741824, 10737418240, 53687091200, 536870912000),
  ('members', 1, 3, 5, 25),
  ('creators', 3, 5, 25, 200),
  ('voice_models', 1, 3, 10, 50),
  ('social_accounts', 2, 5, 15, 100)
) as v (metric, free, starter, professional, agency)
inner join public.quota_metrics as m on v.metric = m.metric
cross join lateral (
  values
  ('free', v.free), ('starter', v.starter), ('professional', v.professional), ('agency', v.agency), ('enterprise', null)
) as p (plan, limit_value);

-- Triggers ------------------------------------------------------------------------------------------------------------

create trigger touch before update on public.quota_metrics
for each row execute function private.touch();
create trigger touch before update on public.plans
for each row execute function private.touch();
create trigger touch before update on public.plan_prices
for each row execute function private.touch();
create trigger touch before update on public.plan_limits
for each row execute function private.touch();
create trigger touch before update on public.subscriptions
for each row execute function private.touch();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.quota_metrics enable row level security;
alter table public.plans enable row level security;
alter table public.plan_prices enable row level security;
alter table public.plan_limits enable row level security;
alter table public.subscriptions enable row level security;

create policy quota_metrics_select_everyone on public.quota_metrics
for select to anon, authenticated
using (metric is not null);
comment on policy quota_metrics_select_everyone on public.quota_metrics is 'The pricing page needs no account.';

create policy plans_select_everyone on public.plans
for select to anon, authenticated
using (is_active);

create policy plan_prices_select_everyone on public.plan_prices
for select to anon, authenticated
using (is_active);

create policy plan_limits_select_everyone on public.plan_limits
for select to anon, authenticated
using (plan in (select p.slug from public.plans as p where p.is_active));

create policy subscriptions_select_members on public.subscriptions
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'viewer')
  and (select client_account_id from private.acting_member) is null
);
comment on policy subscriptions_select_members on public.subscriptions is
'Members limited to a client account do not see what the agency pays.';

grant select on public.quota_metrics, public.plan_limits to anon, authenticated;
-- The providers' ids stay inside.
grant select (slug, name, description, aliases, features, is_featured, is_active, sort_order, created_at, updated_at)
on public.plans to anon, authenticated;
grant select (id, plan, billing_period, price_inr, price_usd, price_eur, is_active, created_at, updated_at)
on public.plan_prices to anon, authenticated;
grant select (
  id, organization_id, plan, billing_period, status, payment_provider, amount, currency, current_period_start,
  current_period_end,
  next_billing_at, trial_start, trial_end, is_auto_renew_enabled, cancel_at_period_end, cancelled_at,
  cancellation_reason,
  started_at, ended_at, created_at, updated_at
) on public.subscriptions to authenticated;
grant select, insert, update, delete on public.quota_metrics, public.plans, public.plan_prices, public.plan_limits
to service_role;
grant select on public.subscriptions to service_role;
