-- Purpose: what is sold, what each plan includes, and what an organization subscribes to.
-- Objects: quota_metrics, plans, plan_prices, plan_limits, subscriptions, effective_plan, change_plan, update_user_tier,
--          expire_subscriptions.

create type public.quota_period as enum ('day', 'month', 'lifetime');
comment on type public.quota_period is 'lifetime: a level that rises and falls, such as stored bytes or members; it never renews.';

create type public.billing_period as enum ('monthly', 'yearly');
comment on type public.billing_period is 'How often a subscription is paid.';

create type public.payment_provider as enum ('stripe', 'razorpay', 'cashfree');
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
comment on table public.quota_metrics is 'What is counted. The period belongs to the metric, so that counters of all plans compare.';

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
  constraint plan_prices_plan_fkey foreign key (plan) references public.plans (slug) on update cascade on delete cascade,
  constraint plan_prices_price_inr_check check (price_inr >= 0),
  constraint plan_prices_price_usd_check check (price_usd >= 0),
  constraint plan_prices_price_eur_check check (price_eur >= 0)
);
comment on table public.plan_prices is 'Prices per plan and billing period; null means not sold in that currency. Operators set them.';

create table public.plan_limits (
  plan text not null,
  metric text not null,
  period public.quota_period not null,
  limit_value bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint plan_limits_pkey primary key (plan, metric),
  constraint plan_limits_plan_fkey foreign key (plan) references public.plans (slug) on update cascade on delete cascade,
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
  stripe_subscription_item_id_syncs text,
  stripe_subscription_item_id_ai text,
  stripe_subscription_item_id_seo text,
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
  constraint subscriptions_plan_fkey foreign key (plan) references public.plans (slug) on update cascade on delete restrict,
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
create index subscriptions_stripe_customer_id_idx on public.subscriptions (stripe_customer_id);
create index subscriptions_current_period_end_idx on public.subscriptions (current_period_end) where ended_at is null;
comment on table public.subscriptions is 'One live subscription per organization (ended_at is null), and all earlier ones.';
comment on column public.subscriptions.organization_name is 'Who it was, kept when a paying organization is purged: billing records stay.';
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

insert into public.plan_prices (plan, billing_period, price_inr, price_usd, price_eur)
select p.slug, b.period, f.price, f.price, f.price
from public.plans as p
cross join unnest(enum_range(null::public.billing_period)) as b (period)
cross join lateral (select case when p.slug = 'free' then 0 end::numeric(12, 4) as price) as f;

insert into public.plan_limits (plan, metric, period, limit_value)
select p.plan, v.metric, m.period, p.limit_value
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
join public.quota_metrics as m on m.metric = v.metric
cross join lateral (
  values
    ('free', v.free), ('starter', v.starter), ('professional', v.professional), ('agency', v.agency), ('enterprise', null)
) as p (plan, limit_value);

-- Functions -----------------------------------------------------------------------------------------------------------

create function private.subscription_is_entitled(
  p_status public.subscription_status, p_period_end timestamptz, p_cancel_at_period_end boolean
)
returns boolean
language sql
stable
set search_path = ''
as $$
  -- A renewal is paid around the end of a period: three days of patience before a paying customer loses the plan.
  select p_status in ('trialing', 'active', 'past_due')
    and (
      p_period_end is null
      or p_period_end + case when p_status = 'trialing' or p_cancel_at_period_end then interval '0' else interval '3 days' end > now()
    )
$$;
comment on function private.subscription_is_entitled(public.subscription_status, timestamptz, boolean) is
'Whether a subscription carries its plan now; when not, the free plan''s limits hold.';

create function private.effective_plan(p_organization_id uuid)
returns text
language sql
stable
set search_path = ''
as $$
  select coalesce(
    (
      select s.plan
      from public.subscriptions as s
      where s.organization_id = p_organization_id and s.ended_at is null
        and private.subscription_is_entitled(s.status, s.current_period_end, s.cancel_at_period_end)
    ),
    'free'
  )
$$;
comment on function private.effective_plan(uuid) is 'The plan whose limits hold for the organization now.';

create function private.plan_slug(p_name text)
returns text
language sql
stable
set search_path = ''
as $$
  select p.slug
  from public.plans as p
  where p.slug = lower(p_name) or lower(p_name) = any (p.aliases)
  order by p.slug = lower(p_name) desc
  limit 1
$$;
comment on function private.plan_slug(text) is 'The plan of this name or alias; null for a name nobody knows.';

create function private.start_free_subscription(p_organization_id uuid)
returns void
language sql
volatile
set search_path = ''
as $$
  insert into public.subscriptions (organization_id, plan)
  values (p_organization_id, 'free')
  on conflict (organization_id) where ended_at is null do nothing
$$;
comment on function private.start_free_subscription(uuid) is 'The subscription of an organization that pays for nothing.';

create function private.end_subscription(p_organization_id uuid, p_reason text)
returns void
language sql
volatile
set search_path = ''
as $$
  update public.subscriptions as s
  set
    status = 'cancelled', ended_at = greatest(now(), s.started_at), cancelled_at = coalesce(s.cancelled_at, now()),
    cancellation_reason = coalesce(s.cancellation_reason, p_reason),
    organization_name = case when s.payment_provider is not null or s.amount is not null then (
      select o.name from public.organizations as o where o.id = s.organization_id
    ) end
  where s.organization_id = p_organization_id and s.ended_at is null
$$;
comment on function private.end_subscription(uuid, text) is 'Ends the live subscription; the row stays as a record.';

create function private.change_plan(
  p_organization_id uuid,
  p_plan text,
  p_status public.subscription_status default 'active',
  p_current_period_end timestamptz default null,
  p_reason text default 'plan changed'
)
returns public.subscriptions
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_plan text := private.plan_slug(p_plan);
  v_subscription public.subscriptions;
begin
  perform private.require(v_plan is not null, 'p_plan', 'there is no such plan');
  -- Two changes at once wait for each other, so that one live subscription stays one.
  perform from public.organizations as o where o.id = p_organization_id and o.deleted_at is null for no key update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such organization');
  end if;
  perform private.end_subscription(p_organization_id, p_reason);
  insert into public.subscriptions (organization_id, plan, status, current_period_end)
  values (p_organization_id, v_plan, p_status, p_current_period_end)
  returning * into v_subscription;
  return v_subscription;
end;
$$;
comment on function private.change_plan(uuid, text, public.subscription_status, timestamptz, text) is
'Ends the live subscription and starts one of another plan. What was used counts on; limits are the new plan''s at once.';

create function public.update_user_tier(p_user_id uuid, p_tier text)
returns void
language plpgsql
volatile
security definer -- operators and payment workers hold no grant on subscriptions
set search_path = ''
as $$
declare
  v_organization_id uuid;
begin
  perform private.require(private.plan_slug(p_tier) is not null, 'p_tier', 'there is no such tier');
  select m.organization_id into v_organization_id
  from public.profiles as p
  join public.organization_members as m
    on m.user_id = p.id and m.organization_id = p.active_organization_id and m.role = 'owner' and m.status = 'active'
  where p.id = p_user_id;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such user, or they own no active organization');
  end if;
  perform private.change_plan(v_organization_id, p_tier);
end;
$$;
comment on function public.update_user_tier(uuid, text) is
'For operators: puts the organization the user owns and works in on another plan; every alias of a plan is accepted.';

create function private.expire_subscriptions()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_organization_id uuid;
  v_expired integer := 0;
begin
  for v_organization_id in
    update public.subscriptions as s
    set
      status = 'expired', ended_at = greatest(now(), s.started_at),
      organization_name = (select o.name from public.organizations as o where o.id = s.organization_id)
    where s.ended_at is null and s.current_period_end < now()
      and s.status in ('trialing', 'active', 'past_due')
      and not private.subscription_is_entitled(s.status, s.current_period_end, s.cancel_at_period_end)
    returning s.organization_id
  loop
    perform private.start_free_subscription(v_organization_id);
    v_expired := v_expired + 1;
  end loop;
  return v_expired;
end;
$$;
comment on function private.expire_subscriptions() is
'Ends subscriptions whose paid time is over and starts the free plan. Limits do not wait for it: they look at the dates.';

create function private.forget_free_subscriptions()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  -- Only what was paid for is a billing record.
  delete from public.subscriptions as s
  where s.organization_id = old.id and s.payment_provider is null and s.amount is null;
  return old;
end;
$$;
comment on function private.forget_free_subscriptions() is 'When an organization is purged its free subscriptions go with it; paid ones stay.';

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
create trigger forget_free_subscriptions before delete on public.organizations
for each row execute function private.forget_free_subscriptions();

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
  organization_id = (select private.active_org())
  and (select private.has_role('viewer'))
  and (select private.member_client_account()) is null
);
comment on policy subscriptions_select_members on public.subscriptions is 'Members limited to a client account do not see what the agency pays.';

grant select on public.quota_metrics, public.plan_limits to anon, authenticated;
-- The providers' ids stay inside.
grant select (slug, name, description, aliases, features, is_featured, is_active, sort_order, created_at, updated_at)
on public.plans to anon, authenticated;
grant select (id, plan, billing_period, price_inr, price_usd, price_eur, is_active, created_at, updated_at)
on public.plan_prices to anon, authenticated;
grant select (
  id, organization_id, plan, billing_period, status, payment_provider, amount, currency, current_period_start, current_period_end,
  next_billing_at, trial_start, trial_end, is_auto_renew_enabled, cancel_at_period_end, cancelled_at, cancellation_reason,
  started_at, ended_at, created_at, updated_at
) on public.subscriptions to authenticated;
grant select, insert, update, delete on public.quota_metrics, public.plans, public.plan_prices, public.plan_limits to service_role;
grant select on public.subscriptions to service_role;
grant execute on function public.update_user_tier(uuid, text) to service_role;

-- Cron ----------------------------------------------------------------------------------------------------------------

select cron.schedule('expire-subscriptions', '12 * * * *', 'select private.expire_subscriptions()');
