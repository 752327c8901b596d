-- Purpose: count what organizations use, and refuse what their plan does not include.
-- Objects: usage_counters, usage_ledger, reserve_quota, commit_quota, release_quota, consume_quota, adjust_usage,
--          quota_discrepancies.
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
  constraint usage_counters_metric_fkey foreign key (metric)
    references public.quota_metrics (metric) on update cascade on delete restrict,
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
comment on column public.usage_ledger.limit_value is
'The limit that was checked; null for unlimited, and where none is checked.';

select private.manage_partitions('public.usage_ledger', null, 'Evidence of cost: kept.');

-- Functions -----------------------------------------------------------------------------------------------------------

create function private.quota_period_start(
  p_period public.quota_period, p_timezone text, p_at timestamptz default now()
)
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
comment on function private.quota_resets_at(public.quota_period, text, date) is
'When the next period begins; null when none does.';

create function private.quota_terms(
  p_organization_id uuid, p_metric text,
  out period public.quota_period, out period_start date, out limit_value bigint, out subscription_id uuid,
  out timezone text
)
returns record
language plpgsql
stable
set search_path = ''
as $$
begin
  select l.period, private.quota_period_start(l.period, o.timezone), l.limit_value, s.id, o.timezone
  into period, period_start, limit_value, subscription_id, timezone
  from public.organizations as o
  left join public.subscriptions as s on s.organization_id = o.id and s.ended_at is null
  join public.plan_limits as l
    on l.metric = p_metric
    and l.plan = case
      when private.subscription_is_entitled(s.status, s.current_period_end, s.cancel_at_period_end) then s.plan
      else 'free'
    end
  where o.id = p_organization_id and o.deleted_at is null;
  if not found then
    if exists (select from public.organizations as o where o.id = p_organization_id and o.deleted_at is null) then
      perform private.raise_error('INTERNAL_ERROR', format('the plan says nothing about the metric %s', p_metric));
    end if;
    perform private.raise_error('NOT_FOUND', 'there is no such organization');
  end if;
end;
$$;
comment on function private.quota_terms(uuid, text) is 'The limit that holds now and the period it is counted in.';

create function private.raise_quota_exceeded(
  p_organization_id uuid, p_metric text, p_period_start date, p_limit bigint, p_requested bigint,
  p_resets_at timestamptz
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
comment on function private.raise_quota_exceeded(uuid, text, date, bigint, bigint, timestamptz) is
'QUOTA_EXCEEDED with what a client needs to show.';

create function private.take_quota(
  p_organization_id uuid, p_metric text, p_amount bigint, p_operation public.quota_operation, p_job_id bigint,
  p_must boolean
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
    organization_id, metric, period_start, operation, amount, used_after, reserved_after, limit_value,
    subscription_id, user_id, job_id
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

create function private.reserve_quota(
  p_organization_id uuid, p_metric text, p_amount bigint, p_job_id bigint default null
)
returns date
language sql
volatile
set search_path = ''
as $$
  select private.take_quota(p_organization_id, p_metric, p_amount, 'reserve', p_job_id, true)
$$;
comment on function private.reserve_quota(uuid, text, bigint, bigint) is
'Sets an amount aside and answers the period to commit or release it in. Raises QUOTA_EXCEEDED.';

create function private.consume_quota(
  p_organization_id uuid, p_metric text, p_amount bigint, p_job_id bigint default null
)
returns date
language sql
volatile
set search_path = ''
as $$
  select private.take_quota(p_organization_id, p_metric, p_amount, 'consume', p_job_id, true)
$$;
comment on function private.consume_quota(uuid, text, bigint, bigint) is
'Uses an amount at once. Raises QUOTA_EXCEEDED.';

create function private.settle_quota(
  p_organization_id uuid, p_metric text, p_period_start date, p_amount bigint, p_operation public.quota_operation,
  p_job_id bigint
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
    reserved = c.reserved - p_amount,
    used = c.used + case p_operation when 'commit' then p_amount else 0 end,
    updated_at = now()
  where c.organization_id = p_organization_id and c.metric = p_metric and c.period_start = p_period_start
    and c.reserved >= p_amount
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
comment on function private.commit_quota(uuid, text, date, bigint, bigint) is
'What was reserved is now used, in the period it was reserved in.';

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
comment on function private.release_quota(uuid, text, date, bigint, bigint) is
'What was reserved is available again, in the period it was reserved in.';

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
  -- Without a check of the limit: for levels that follow rows which exist already, such as members, or deleted files.
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
      and c.organization_id = o.id and c.metric = m.metric
      and c.period_start = private.quota_period_start(m.period, o.timezone)
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
comment on function private.adjust_usage(uuid, text, bigint, text) is
'Corrects what is used by a signed amount, without asking the limit.';

create function private.quota_discrepancies()
returns table (
  organization_id uuid, metric text, period_start date, used bigint, ledger_used numeric, reserved bigint,
  ledger_reserved numeric
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
    coalesce(c.organization_id, l.organization_id), coalesce(c.metric, l.metric), coalesce(c.period_start,
    l.period_start),
    c.used, l.used, c.reserved, l.reserved
  from public.usage_counters as c
  full join ledger as l
    on l.organization_id = c.organization_id and l.metric = c.metric and l.period_start = c.period_start
  where c.used is distinct from l.used or c.reserved is distinct from l.reserved
$$;
comment on function private.quota_discrepancies() is 'Counters that are not the sum of their ledger: always empty.';

create function private.refuse_change()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' and current_setting('catalyst.erasing', true) = 'on' then
    return null;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end;
$$;
comment on function private.refuse_change() is
'Guards append-only tables against everybody; retention works on their partitions, and the erasure of a person clears their id.';

-- Triggers ------------------------------------------------------------------------------------------------------------

create trigger refuse_change before update or delete or truncate on public.usage_ledger
for each statement execute function private.refuse_change();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.usage_counters enable row level security;
alter table public.usage_ledger enable row level security;

create policy usage_counters_select_members on public.usage_counters
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));

create policy usage_ledger_select_admins on public.usage_ledger
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'admin'));

grant select on public.usage_counters, public.usage_ledger to authenticated, service_role;
