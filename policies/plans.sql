-- Plans are public; subscriptions are the organization's. Nobody but functions and operators writes.

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
comment on policy subscriptions_select_members on public.subscriptions is 'Members limited to a client account do not see what the agency pays.';
