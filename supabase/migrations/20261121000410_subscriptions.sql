-- Purpose: the life of a subscription, and which plan holds now.
-- Objects: effective_plan, plan_slug, change_plan, update_user_tier, expire_subscriptions.

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
  where p.slug = lower(p_name) or lower(p_name) = any(p.aliases)
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
comment on function private.start_free_subscription(uuid) is
'The subscription of an organization that pays for nothing.';

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
comment on function private.forget_free_subscriptions() is
'When an organization is purged its free subscriptions go with it; paid ones stay.';

-- Triggers, grants, cron ----------------------------------------------------------------------------------------------

create trigger forget_free_subscriptions before delete on public.organizations
for each row execute function private.forget_free_subscriptions();

grant execute on function public.update_user_tier(uuid, text) to service_role;

select cron.schedule('expire-subscriptions', '12 * * * *', 'select private.expire_subscriptions()');
