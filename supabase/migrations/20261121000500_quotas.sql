-- Purpose: count what organizations use, and refuse what their plan does not include.
-- Objects: usage_counters, usage_ledger, reserve/commit/release/consume/return, quota_discrepancies, get_quotas,
--          check_user_quota, check_and_update_user_quota, the members' places.
-- One guarded statement on the counter's row decides; nothing reads first and writes later.

create type public.quota_operation as enum ('reserve', 'commit', 'release', 'consume', 'adjust');
comment on type public.quota_operation is
'reserve: asked for; commit: reserved and now used; release: reserved and given back; consume: used at once; adjust: used changes by a
signed amount. Nothing is ever reset: a new period is a new counter.';

-- Tables --------------------------------------------------------------------------------------------------------------

create table public.usage_counters (
  organization_id uuid not null,
  metric text not null,
  period_start date not null,
  used bigint not null default 0,
  reserved bigint not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint usage_counters_pkey primary key (organization_id, metric, period_start),
  constraint usage_counters_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint usage_counters_metric_fkey foreign key (metric) references public.quota_metrics (metric) on update cascade on delete restrict,
  constraint usage_counters_used_check check (used >= 0),
  constraint usage_counters_reserved_check check (reserved >= 0)
)
-- Room on each page for the next version of a row: updates then touch no index.
with (fillfactor = 60);
create index usage_counters_metric_idx on public.usage_counters (metric);
comment on table public.usage_counters is 'Used and reserved amounts per organization, metric and period.';
comment on column public.usage_counters.period_start is
'First day of the period in the organization''s time zone; 1970-01-01 for metrics that never renew.';

create table public.usage_ledger (
  id bigint generated always as identity,
  organization_id uuid not null,
  metric text not null,
  period_start date not null,
  operation public.quota_operation not null,
  amount bigint not null,
  used_after bigint not null,
  reserved_after bigint not null,
  limit_value bigint,
  subscription_id uuid,
  user_id uuid,
  job_id bigint,
  related_entity_type text,
  related_entity_id uuid,
  reason text,
  created_at timestamptz not null default now(),
  constraint usage_ledger_pkey primary key (id, created_at),
  constraint usage_ledger_amount_check check (amount > 0 or (operation = 'adjust' and amount <> 0))
)
partition by range (created_at);
create index usage_ledger_organization_id_metric_period_start_idx
on public.usage_ledger (organization_id, metric, period_start);
comment on table public.usage_ledger is
'Every change of a counter, append-only. It refers to nothing by key: what was used outlives the organization, the user and the job.';
comment on column public.usage_ledger.limit_value is 'The limit that was checked; null for unlimited, and where none is checked.';

select private.manage_partitions('public.usage_ledger', null, 'Evidence of cost: kept.');

-- Functions -----------------------------------------------------------------------------------------------------------

create function private.quota_period_start(p_period public.quota_period, p_timezone text, p_at timestamptz default now())
returns date
language sql
immutable
set search_path = ''
as $$
  select case p_period
    when 'day' then (p_at at time zone p_timezone)::date
    when 'month' then date_trunc('month', p_at at time zone p_timezone)::date
    else date '1970-01-01'
  end
$$;
comment on function private.quota_period_start(public.quota_period, text, timestamptz) is
'The first local day of the period that holds this instant.';

create function private.quota_resets_at(p_period public.quota_period, p_timezone text, p_period_start date)
returns timestamptz
language sql
immutable
set search_path = ''
as $$
  select case p_period
    when 'day' then (p_period_start + 1)::timestamp at time zone p_timezone
    when 'month' then (p_period_start + interval '1 month')::timestamp at time zone p_timezone
  end
$$;
comment on function private.quota_resets_at(public.quota_period, text, date) is 'When the next period begins; null when none does.';

create function private.quota_terms(
  p_organization_id uuid, p_metric text,
  out period public.quota_period, out period_start date, out limit_value bigint, out subscription_id uuid, out timezone text
)
returns record
language plpgsql
stable
set search_path = ''
as $$
declare
  v_status public.subscription_status;
  v_period_end timestamptz;
  v_cancel boolean;
  v_plan text;
begin
  select o.timezone, s.id, s.plan, s.status, s.current_period_end, s.cancel_at_period_end
  into timezone, subscription_id, v_plan, v_status, v_period_end, v_cancel
  from public.organizations as o
  left join public.subscriptions as s on s.organization_id = o.id and s.ended_at is null
  where o.id = p_organization_id and o.deleted_at is null;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such organization');
  end if;
  if v_plan is null or not private.subscription_is_entitled(v_status, v_period_end, v_cancel) then
    v_plan := 'free';
  end if;
  select l.period, l.limit_value into period, limit_value
  from public.plan_limits as l
  where l.plan = v_plan and l.metric = p_metric;
  if not found then
    perform private.raise_error('INTERNAL_ERROR', format('the plan %s says nothing about the metric %s', v_plan, p_metric));
  end if;
  period_start := private.quota_period_start(period, timezone);
end;
$$;
comment on function private.quota_terms(uuid, text) is 'The limit that holds now and the period it is counted in.';

create function private.raise_quota_exceeded(
  p_organization_id uuid, p_metric text, p_period_start date, p_limit bigint, p_requested bigint, p_resets_at timestamptz
)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  v_used bigint;
  v_reserved bigint;
begin
  select c.used, c.reserved into v_used, v_reserved
  from public.usage_counters as c
  where c.organization_id = p_organization_id and c.metric = p_metric and c.period_start = p_period_start;
  perform private.raise_error(
    'QUOTA_EXCEEDED',
    format('the plan includes %s of %s and %s are taken', p_limit, p_metric, coalesce(v_used + v_reserved, 0)),
    jsonb_build_object(
      'metric', p_metric, 'limit', p_limit, 'used', coalesce(v_used, 0), 'reserved', coalesce(v_reserved, 0),
      'requested', p_requested, 'resets_at', p_resets_at
    ),
    'wait for the next period or choose a bigger plan'
  );
end;
$$;
comment on function private.raise_quota_exceeded(uuid, text, date, bigint, bigint, timestamptz) is 'QUOTA_EXCEEDED with what a client needs to show.';

create function private.take_quota(
  p_organization_id uuid, p_metric text, p_amount bigint, p_operation public.quota_operation, p_job_id bigint, p_must boolean
)
returns date
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_terms record;
  v_reserve bigint := case p_operation when 'reserve' then p_amount else 0 end;
  v_use bigint := case p_operation when 'reserve' then 0 else p_amount end;
  v_used bigint;
  v_reserved bigint;
begin
  perform private.require(p_amount between 1 and 1000000000000000, 'p_amount', 'p_amount must be at least 1');
  v_terms := private.quota_terms(p_organization_id, p_metric);
  insert into public.usage_counters as c (organization_id, metric, period_start, used, reserved)
  select p_organization_id, p_metric, v_terms.period_start, v_use, v_reserve
  where v_terms.limit_value is null or p_amount <= v_terms.limit_value
  on conflict (organization_id, metric, period_start) do update
  set used = c.used + v_use, reserved = c.reserved + v_reserve, updated_at = now()
  where v_terms.limit_value is null or c.used + c.reserved + p_amount <= v_terms.limit_value
  returning c.used, c.reserved into v_used, v_reserved;
  if not found then
    if p_must then
      perform private.raise_quota_exceeded(
        p_organization_id, p_metric, v_terms.period_start, v_terms.limit_value, p_amount,
        private.quota_resets_at(v_terms.period, v_terms.timezone, v_terms.period_start)
      );
    end if;
    return null;
  end if;
  insert into public.usage_ledger (
    organization_id, metric, period_start, operation, amount, used_after, reserved_after, limit_value, subscription_id, user_id, job_id
  )
  values (
    p_organization_id, p_metric, v_terms.period_start, p_operation, p_amount, v_used, v_reserved, v_terms.limit_value,
    v_terms.subscription_id, auth.uid(), p_job_id
  );
  return v_terms.period_start;
end;
$$;
comment on function private.take_quota(uuid, text, bigint, public.quota_operation, bigint, boolean) is
'Reserves or consumes when the limit allows it: the period it was taken from, or QUOTA_EXCEEDED (null when p_must is false).';

create function private.reserve_quota(p_organization_id uuid, p_metric text, p_amount bigint, p_job_id bigint default null)
returns date
language sql
volatile
set search_path = ''
as $$
  select private.take_quota(p_organization_id, p_metric, p_amount, 'reserve', p_job_id, true)
$$;
comment on function private.reserve_quota(uuid, text, bigint, bigint) is
'Sets an amount aside and answers the period to commit or release it in. Raises QUOTA_EXCEEDED.';

create function private.consume_quota(p_organization_id uuid, p_metric text, p_amount bigint, p_job_id bigint default null)
returns date
language sql
volatile
set search_path = ''
as $$
  select private.take_quota(p_organization_id, p_metric, p_amount, 'consume', p_job_id, true)
$$;
comment on function private.consume_quota(uuid, text, bigint, bigint) is 'Uses an amount at once. Raises QUOTA_EXCEEDED.';

create function private.settle_quota(
  p_organization_id uuid, p_metric text, p_period_start date, p_amount bigint, p_operation public.quota_operation, p_job_id bigint
)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_used bigint;
  v_reserved bigint;
begin
  perform private.require(p_amount >= 1, 'p_amount', 'p_amount must be at least 1');
  update public.usage_counters as c
  set
    reserved = c.reserved - p_amount, used = c.used + case p_operation when 'commit' then p_amount else 0 end, updated_at = now()
  where c.organization_id = p_organization_id and c.metric = p_metric and c.period_start = p_period_start and c.reserved >= p_amount
  returning c.used, c.reserved into v_used, v_reserved;
  if not found then
    perform private.raise_error('INTERNAL_ERROR', format('%s of %s were not reserved', p_amount, p_metric));
  end if;
  insert into public.usage_ledger (
    organization_id, metric, period_start, operation, amount, used_after, reserved_after, user_id, job_id
  )
  values (
    p_organization_id, p_metric, p_period_start, p_operation, p_amount, v_used, v_reserved, auth.uid(), p_job_id
  );
end;
$$;
comment on function private.settle_quota(uuid, text, date, bigint, public.quota_operation, bigint) is
'Ends a reservation. INTERNAL_ERROR when less than the amount is reserved: somebody settled twice.';

create function private.commit_quota(
  p_organization_id uuid, p_metric text, p_period_start date, p_amount bigint, p_job_id bigint default null
)
returns void
language sql
volatile
set search_path = ''
as $$
  select private.settle_quota(p_organization_id, p_metric, p_period_start, p_amount, 'commit', p_job_id)
$$;
comment on function private.commit_quota(uuid, text, date, bigint, bigint) is 'What was reserved is now used, in the period it was reserved in.';

create function private.release_quota(
  p_organization_id uuid, p_metric text, p_period_start date, p_amount bigint, p_job_id bigint default null
)
returns void
language sql
volatile
set search_path = ''
as $$
  select private.settle_quota(p_organization_id, p_metric, p_period_start, p_amount, 'release', p_job_id)
$$;
comment on function private.release_quota(uuid, text, date, bigint, bigint) is 'What was reserved is available again, in the period it was reserved in.';

create function private.adjust_usage(p_organization_id uuid, p_metric text, p_change bigint, p_reason text default null)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_period_start date;
  v_used bigint;
  v_reserved bigint;
begin
  if p_change = 0 then
    return;
  end if;
  -- Without a check of the limit: for levels that follow rows which exist already, such as members, or bytes that were deleted.
  if p_change > 0 then
    insert into public.usage_counters as c (organization_id, metric, period_start, used)
    select o.id, m.metric, private.quota_period_start(m.period, o.timezone), p_change
    from public.organizations as o
    cross join public.quota_metrics as m
    where o.id = p_organization_id and m.metric = p_metric
    on conflict (organization_id, metric, period_start) do update
    set used = c.used + p_change, updated_at = now()
    returning c.period_start, c.used, c.reserved into v_period_start, v_used, v_reserved;
  else
    update public.usage_counters as c
    set used = c.used + p_change, updated_at = now()
    from public.organizations as o
    cross join public.quota_metrics as m
    where o.id = p_organization_id and m.metric = p_metric
      and c.organization_id = o.id and c.metric = m.metric and c.period_start = private.quota_period_start(m.period, o.timezone)
    returning c.period_start, c.used, c.reserved into v_period_start, v_used, v_reserved;
  end if;
  -- Not found: the organization is being purged, and its counters with it.
  if found then
    insert into public.usage_ledger (
      organization_id, metric, period_start, operation, amount, used_after, reserved_after, user_id, reason
    )
    values (p_organization_id, p_metric, v_period_start, 'adjust', p_change, v_used, v_reserved, auth.uid(), p_reason);
  end if;
end;
$$;
comment on function private.adjust_usage(uuid, text, bigint, text) is 'Corrects what is used by a signed amount, without asking the limit.';

create function private.quota_discrepancies()
returns table (
  organization_id uuid, metric text, period_start date, used bigint, ledger_used numeric, reserved bigint, ledger_reserved numeric
)
language sql
stable
set search_path = ''
as $$
  with ledger as (
    select
      l.organization_id, l.metric, l.period_start,
      sum(case when l.operation in ('commit', 'consume', 'adjust') then l.amount else 0 end) as used,
      sum(case l.operation when 'reserve' then l.amount when 'commit' then -l.amount when 'release' then -l.amount else 0 end) as reserved
    from public.usage_ledger as l
    where l.organization_id in (select o.id from public.organizations as o)
    group by l.organization_id, l.metric, l.period_start
  )
  select
    coalesce(c.organization_id, l.organization_id), coalesce(c.metric, l.metric), coalesce(c.period_start, l.period_start),
    c.used, l.used, c.reserved, l.reserved
  from public.usage_counters as c
  full join ledger as l
    on l.organization_id = c.organization_id and l.metric = c.metric and l.period_start = c.period_start
  where c.used is distinct from l.used or c.reserved is distinct from l.reserved
$$;
comment on function private.quota_discrepancies() is 'Counters that are not the sum of their ledger: always empty.';

-- Members take places -------------------------------------------------------------------------------------------------

create function private.count_members()
returns trigger
language plpgsql
volatile
security definer -- the counter belongs to nobody who changes members
set search_path = ''
as $$
begin
  if tg_op <> 'INSERT' and old.status = 'active' then
    if tg_op = 'UPDATE' and new.status = 'active' and new.organization_id = old.organization_id then
      return null;
    end if;
    perform private.adjust_usage(old.organization_id, 'members', -1, 'member left');
  end if;
  if tg_op <> 'DELETE' and new.status = 'active' then
    perform private.adjust_usage(new.organization_id, 'members', 1, 'member joined');
  end if;
  return null;
end;
$$;
comment on function private.count_members() is 'The metric members follows the active rows of organization_members.';

create function private.require_member_place(p_organization_id uuid)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_terms record := private.quota_terms(p_organization_id, 'members');
begin
  -- The caller holds the lock on the organization, so nobody joins between this question and the insert.
  if (
    select count(*) >= v_terms.limit_value
    from public.organization_members as m
    where m.organization_id = p_organization_id and m.status = 'active'
  ) then
    perform private.raise_quota_exceeded(p_organization_id, 'members', v_terms.period_start, v_terms.limit_value, 1, null);
  end if;
end;
$$;
comment on function private.require_member_place(uuid) is 'QUOTA_EXCEEDED when the plan has no place for another member.';

-- What clients and operators ask --------------------------------------------------------------------------------------

create function private.get_quotas(p_organization_id uuid)
returns table (
  metric text, display_name text, unit text, period public.quota_period, period_start date, "limit" bigint, used bigint,
  reserved bigint, remaining bigint, resets_at timestamptz, plan text
)
language sql
stable
set search_path = ''
as $$
  select
    m.metric, m.display_name, m.unit, m.period, s.period_start, l.limit_value, coalesce(c.used, 0), coalesce(c.reserved, 0),
    greatest(l.limit_value - coalesce(c.used + c.reserved, 0), 0), private.quota_resets_at(m.period, o.timezone, s.period_start),
    l.plan
  from public.organizations as o
  cross join lateral (select private.effective_plan(o.id) as plan) as e
  join public.plan_limits as l on l.plan = e.plan
  join public.quota_metrics as m on m.metric = l.metric
  cross join lateral (select private.quota_period_start(m.period, o.timezone) as period_start) as s
  left join public.usage_counters as c
    on c.organization_id = o.id and c.metric = m.metric and c.period_start = s.period_start
  where o.id = p_organization_id
  order by m.sort_order, m.metric
$$;
comment on function private.get_quotas(uuid) is 'Limits and use of one organization in the running periods.';

create function private.get_quotas()
returns table (
  metric text, display_name text, unit text, period public.quota_period, period_start date, "limit" bigint, used bigint,
  reserved bigint, remaining bigint, resets_at timestamptz, plan text
)
language sql
stable
security definer -- members limited to a client account do not read subscriptions, but may know what is left
set search_path = ''
as $$
  select * from private.get_quotas(private.active_org_or_raise())
$$;

create function public.get_quotas()
returns table (
  metric text, display_name text, unit text, period public.quota_period, period_start date, "limit" bigint, used bigint,
  reserved bigint, remaining bigint, resets_at timestamptz, plan text
)
language sql
stable
security invoker
set search_path = ''
as $$
  select * from private.get_quotas()
$$;
comment on function public.get_quotas() is
'What the active organization''s plan includes, what is used and reserved, what remains (null: unlimited) and when it renews.
Errors: UNAUTHORIZED, FORBIDDEN.';

create function private.user_organization(p_user_id uuid)
returns uuid
language plpgsql
stable
set search_path = ''
as $$
declare
  v_organization_id uuid;
begin
  if not private.is_backend() and p_user_id is distinct from auth.uid() then
    perform private.raise_error('FORBIDDEN', 'you can ask about yourself only');
  end if;
  select m.organization_id into v_organization_id
  from public.profiles as p
  join public.organization_members as m
    on m.user_id = p.id and m.organization_id = p.active_organization_id and m.status = 'active'
  join public.organizations as o on o.id = m.organization_id and o.deleted_at is null
  where p.id = p_user_id and p.status = 'active';
  return v_organization_id;
end;
$$;
comment on function private.user_organization(uuid) is 'Where a user''s work is counted; null for nobody. FORBIDDEN for clients who name somebody else.';

create function private.check_user_quota(p_user_id uuid)
returns boolean
language plpgsql
stable
security definer -- reads subscriptions and counters for members who may not
set search_path = ''
as $$
declare
  v_organization_id uuid := private.user_organization(p_user_id);
begin
  if v_organization_id is null then
    return false;
  end if;
  return exists (
    select from private.get_quotas(v_organization_id) as q
    where q.metric = 'generations' and (q.remaining is null or q.remaining > 0)
  );
end;
$$;

create function public.check_user_quota(p_user_id uuid)
returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select private.check_user_quota(p_user_id)
$$;
comment on function public.check_user_quota(uuid) is
'Whether a generation is left in the organization the user works in; false for nobody. A hint for the screen: creating one decides.';

create function private.check_and_update_user_quota(p_user_id uuid, p_video_count integer)
returns jsonb
language plpgsql
volatile
security definer -- clients have no grant on counters
set search_path = ''
as $$
declare
  v_organization_id uuid := private.user_organization(p_user_id);
  v_taken date;
  v_quota record;
begin
  perform private.require(p_video_count between 1 and 1000, 'p_video_count', 'p_video_count must be between 1 and 1000');
  if v_organization_id is null then
    return jsonb_build_object('success', false, 'error', 'User not found');
  end if;
  v_taken := private.take_quota(v_organization_id, 'videos', p_video_count, 'consume', null, false);
  select q.* into v_quota from private.get_quotas(v_organization_id) as q where q.metric = 'videos';
  return jsonb_build_object(
    'success', v_taken is not null,
    'quota_limit', v_quota."limit",
    'quota_used', v_quota.used + v_quota.reserved,
    'quota_remaining', v_quota.remaining
  ) || case when v_taken is null then '{"error": "Quota exceeded"}' else '{}' end::jsonb;
end;
$$;

create function public.check_and_update_user_quota(p_user_id uuid, p_video_count integer default 1)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.check_and_update_user_quota(p_user_id, p_video_count)
$$;
comment on function public.check_and_update_user_quota(uuid, integer) is
'Takes videos from the quota when there are enough: {success, quota_limit, quota_used, quota_remaining[, error]}; null means unlimited.
Work that may fail is better served by generate_video, which gives back what was not used. Errors: FORBIDDEN, VALIDATION_ERROR.';

create function private.refuse_change()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end;
$$;
comment on function private.refuse_change() is 'Guards append-only tables against everybody; retention works on their partitions.';

-- Triggers ------------------------------------------------------------------------------------------------------------

create trigger count_members after insert or delete or update of status, organization_id on public.organization_members
for each row execute function private.count_members();
create trigger refuse_change before update or delete or truncate on public.usage_ledger
for each statement execute function private.refuse_change();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.usage_counters enable row level security;
alter table public.usage_ledger enable row level security;

create policy usage_counters_select_members on public.usage_counters
for select to authenticated
using (organization_id = (select private.active_org()) and (select private.member_client_account()) is null);

create policy usage_ledger_select_admins on public.usage_ledger
for select to authenticated
using (organization_id = (select private.active_org()) and (select private.has_role('admin')));

grant select on public.usage_counters, public.usage_ledger to authenticated, service_role;

grant execute on function
  public.get_quotas(), private.get_quotas(),
  public.check_user_quota(uuid), private.check_user_quota(uuid),
  public.check_and_update_user_quota(uuid, integer), private.check_and_update_user_quota(uuid, integer)
to authenticated, service_role;
