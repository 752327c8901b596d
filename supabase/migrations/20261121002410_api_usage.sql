-- Purpose: what calls of other services cost, and what people did: entries for a while, monthly totals for good.
-- Objects: api_usage, api_usage_monthly, monthly_api_usage, record_api_usage, total_api_usage, log_generation_usage.

-- Tables --------------------------------------------------------------------------------------------------------------

create table public.api_usage (
  id bigint generated always as identity,
  organization_id uuid not null,
  user_id uuid,
  event_type text not null default 'api_call',
  api_provider text not null,
  endpoint text,
  method text,
  request_size_bytes bigint,
  response_size_bytes bigint,
  status_code integer,
  response_time_ms integer,
  quota_cost integer not null default 0,
  financial_cost_usd numeric(12, 6) not null default 0,
  estimated_cost_usd numeric(12, 6) not null default 0,
  unknown_cost_count integer not null default 0,
  tokens_used integer not null default 0,
  credits_cost integer not null default 0,
  feature_used text,
  generation_id uuid,
  platform_count integer,
  platforms text[] not null default '{}',
  error_message text,
  ip_address inet,
  user_agent text,
  created_at timestamptz not null default now(),
  constraint api_usage_pkey primary key (id, created_at),
  constraint api_usage_event_type_check check (event_type ~ '^[a-z][a-z0-9_]{0,49}$'),
  constraint api_usage_api_provider_check check (char_length(api_provider) between 1 and 100),
  constraint api_usage_endpoint_check check (char_length(endpoint) <= 500),
  constraint api_usage_method_check check (char_length(method) <= 50),
  constraint api_usage_request_size_bytes_check check (request_size_bytes >= 0),
  constraint api_usage_response_size_bytes_check check (response_size_bytes >= 0),
  constraint api_usage_status_code_check check (status_code between 100 and 599),
  constraint api_usage_response_time_ms_check check (response_time_ms >= 0),
  constraint api_usage_quota_cost_check check (quota_cost >= 0),
  constraint api_usage_financial_cost_usd_check check (financial_cost_usd >= 0),
  constraint api_usage_estimated_cost_usd_check check (estimated_cost_usd >= 0),
  constraint api_usage_unknown_cost_count_check check (unknown_cost_count >= 0),
  constraint api_usage_tokens_used_check check (tokens_used >= 0),
  constraint api_usage_credits_cost_check check (credits_cost >= 0),
  constraint api_usage_feature_used_check check (char_length(feature_used) <= 100),
  constraint api_usage_platform_count_check check (platform_count >= 0),
  constraint api_usage_error_message_check check (char_length(error_message) <= 2000),
  constraint api_usage_user_agent_check check (char_length(user_agent) <= 500)
)
partition by range (created_at);
create index api_usage_organization_id_created_at_idx on public.api_usage (organization_id, created_at desc, id desc);
create index api_usage_user_id_created_at_idx on public.api_usage (user_id, created_at desc) where user_id is not null;
create index api_usage_api_provider_created_at_idx on public.api_usage (api_provider, created_at desc);
create index api_usage_feature_used_created_at_idx on public.api_usage (feature_used, created_at desc)
where feature_used is not null;
create index api_usage_event_type_created_at_idx on public.api_usage (event_type, created_at desc);
create index api_usage_generation_id_idx on public.api_usage (generation_id) where generation_id is not null;
comment on table public.api_usage is
'One row per call of another service (api_call) and per step of a generation. Kept 90 days; api_usage_monthly keeps the totals.
It refers to nothing by key, so that nothing deletes or slows evidence of cost.';
comment on column public.api_usage.event_type is 'api_call, generation_started, generation_completed, generation_failed.';
comment on column public.api_usage.api_provider is 'The service: youtube, gemini, revid …';
comment on column public.api_usage.quota_cost is 'Units of the service''s own quota, such as YouTube''s.';
comment on column public.api_usage.financial_cost_usd is 'What the service charges for this call, US dollars.';
comment on column public.api_usage.estimated_cost_usd is
'What a generation as a whole is estimated to cost; never added to financial_cost_usd, which counts its calls.';
comment on column public.api_usage.unknown_cost_count is 'Calls of that generation that may have cost and are not in estimated_cost_usd.';
comment on column public.api_usage.feature_used is 'What it was for: content_analysis, title_generation, video_creation …';
comment on column public.api_usage.ip_address is 'Goes with the entry; totals hold no addresses.';

select private.manage_partitions('public.api_usage', interval '90 days', 'Entries; the totals in api_usage_monthly stay.');

create table public.api_usage_monthly (
  id bigint generated always as identity constraint api_usage_monthly_pkey primary key,
  organization_id uuid not null,
  user_id uuid,
  api_provider text not null,
  event_type text not null,
  month_start date not null,
  request_count bigint not null default 0,
  error_count bigint not null default 0,
  total_quota_cost bigint not null default 0,
  total_financial_cost_usd numeric(16, 6) not null default 0,
  total_estimated_cost_usd numeric(16, 6) not null default 0,
  total_unknown_cost_count bigint not null default 0,
  total_tokens_used bigint not null default 0,
  total_credits_cost bigint not null default 0,
  total_bytes bigint not null default 0,
  response_time_ms_sum bigint not null default 0,
  response_time_count bigint not null default 0,
  constraint api_usage_monthly_key unique nulls not distinct (
    organization_id, user_id, api_provider, event_type, month_start
  ),
  constraint api_usage_monthly_month_start_check check (extract(day from month_start) = 1),
  constraint api_usage_monthly_request_count_check check (request_count >= 0)
)
with (fillfactor = 70);
create index api_usage_monthly_organization_id_month_start_idx
on public.api_usage_monthly (organization_id, month_start desc);
create index api_usage_monthly_user_id_idx on public.api_usage_monthly (user_id) where user_id is not null;
comment on table public.api_usage_monthly is
'Totals per organization, person, service and UTC month, kept with every entry. A deleted person''s totals go to user_id null.';

-- Totals --------------------------------------------------------------------------------------------------------------

create function private.total_api_usage()
returns trigger
language plpgsql
volatile
security definer -- nobody else may write totals
set search_path = ''
as $$
begin
  insert into public.api_usage_monthly as m (
    organization_id, user_id, api_provider, event_type, month_start, request_count, error_count, total_quota_cost,
    total_financial_cost_usd, total_estimated_cost_usd, total_unknown_cost_count, total_tokens_used, total_credits_cost,
    total_bytes, response_time_ms_sum, response_time_count
  )
  select
    n.organization_id, n.user_id, n.api_provider, n.event_type, date_trunc('month', n.created_at at time zone 'UTC')::date,
    count(*), count(*) filter (where n.status_code >= 400 or n.error_message is not null), sum(n.quota_cost),
    sum(n.financial_cost_usd), sum(n.estimated_cost_usd), sum(n.unknown_cost_count), sum(n.tokens_used),
    sum(n.credits_cost),
    sum(coalesce(n.request_size_bytes, 0) + coalesce(n.response_size_bytes, 0)),
    coalesce(sum(n.response_time_ms), 0), count(n.response_time_ms)
  from new_rows as n
  group by 1, 2, 3, 4, 5
  -- Always in the same order, so that two batches never wait for each other in a circle.
  order by 1, 2, 3, 4, 5
  on conflict on constraint api_usage_monthly_key do update set
    request_count = m.request_count + excluded.request_count,
    error_count = m.error_count + excluded.error_count,
    total_quota_cost = m.total_quota_cost + excluded.total_quota_cost,
    total_financial_cost_usd = m.total_financial_cost_usd + excluded.total_financial_cost_usd,
    total_estimated_cost_usd = m.total_estimated_cost_usd + excluded.total_estimated_cost_usd,
    total_unknown_cost_count = m.total_unknown_cost_count + excluded.total_unknown_cost_count,
    total_tokens_used = m.total_tokens_used + excluded.total_tokens_used,
    total_credits_cost = m.total_credits_cost + excluded.total_credits_cost,
    total_bytes = m.total_bytes + excluded.total_bytes,
    response_time_ms_sum = m.response_time_ms_sum + excluded.response_time_ms_sum,
    response_time_count = m.response_time_count + excluded.response_time_count;
  return null;
end;
$$;
comment on function private.total_api_usage() is 'Adds new entries to their months: the totals are true at any moment, without a refresh.';

create trigger total_insert after insert on public.api_usage
referencing new table as new_rows for each statement execute function private.total_api_usage();

create function private.anonymise_api_usage(p_user_id uuid)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  with gone as (
    delete from public.api_usage_monthly as m where m.user_id = p_user_id returning m.*
  )
  insert into public.api_usage_monthly as m (
    organization_id, user_id, api_provider, event_type, month_start, request_count, error_count, total_quota_cost,
    total_financial_cost_usd, total_estimated_cost_usd, total_unknown_cost_count, total_tokens_used, total_credits_cost,
    total_bytes, response_time_ms_sum, response_time_count
  )
  select
    g.organization_id, null, g.api_provider, g.event_type, g.month_start, g.request_count, g.error_count,
    g.total_quota_cost, g.total_financial_cost_usd, g.total_estimated_cost_usd, g.total_unknown_cost_count,
    g.total_tokens_used, g.total_credits_cost, g.total_bytes, g.response_time_ms_sum, g.response_time_count
  from gone as g
  on conflict on constraint api_usage_monthly_key do update set
    request_count = m.request_count + excluded.request_count,
    error_count = m.error_count + excluded.error_count,
    total_quota_cost = m.total_quota_cost + excluded.total_quota_cost,
    total_financial_cost_usd = m.total_financial_cost_usd + excluded.total_financial_cost_usd,
    total_estimated_cost_usd = m.total_estimated_cost_usd + excluded.total_estimated_cost_usd,
    total_unknown_cost_count = m.total_unknown_cost_count + excluded.total_unknown_cost_count,
    total_tokens_used = m.total_tokens_used + excluded.total_tokens_used,
    total_credits_cost = m.total_credits_cost + excluded.total_credits_cost,
    total_bytes = m.total_bytes + excluded.total_bytes,
    response_time_ms_sum = m.response_time_ms_sum + excluded.response_time_ms_sum,
    response_time_count = m.response_time_count + excluded.response_time_count;
  update public.api_usage as u set user_id = null, ip_address = null, user_agent = null where u.user_id = p_user_id;
end;
$$;
comment on function private.anonymise_api_usage(uuid) is 'Keeps what a person cost and forgets that it was this person.';

create view public.monthly_api_usage
with (security_invoker = true)
as
select
  m.organization_id,
  m.user_id,
  m.api_provider,
  m.month_start as month,
  m.request_count,
  m.total_quota_cost,
  m.total_financial_cost_usd as total_financial_cost,
  round(m.response_time_ms_sum::numeric / nullif(m.response_time_count, 0), 2) as avg_response_time,
  m.error_count,
  m.total_tokens_used,
  m.total_credits_cost
from public.api_usage_monthly as m
where m.event_type = 'api_call';
comment on view public.monthly_api_usage is
'Calls and their cost per person, service and month; everybody sees their own, admins those of the organization.';

-- Writing -------------------------------------------------------------------------------------------------------------

create function public.record_api_usage(p_entries jsonb)
returns integer
language plpgsql
volatile
security definer -- workers hold no grant to write usage
set search_path = ''
as $$
declare
  v_count integer;
begin
  perform private.require(jsonb_typeof(p_entries) = 'array', 'p_entries', 'p_entries must be an array');
  perform private.require(jsonb_array_length(p_entries) <= 1000, 'p_entries', 'p_entries can hold 1,000 entries');
  perform private.require(
    not exists (
      select from jsonb_array_elements(p_entries) as e
      where jsonb_typeof(e) <> 'object' or private.uuid_or_null(e ->> 'organization_id') is null
        or coalesce(e ->> 'api_provider', '') = ''
    ),
    'p_entries', 'each entry needs organization_id and api_provider'
  );
  insert into public.api_usage (
    organization_id, user_id, event_type, api_provider, endpoint, method, request_size_bytes, response_size_bytes,
    status_code, response_time_ms, quota_cost, financial_cost_usd, tokens_used, credits_cost, feature_used,
    generation_id, platforms, platform_count, error_message, ip_address, user_agent
  )
  select
    (e ->> 'organization_id')::uuid,
    -- Whoever wants no analytics is counted, not named.
    case when s.is_analytics_enabled is not false then private.uuid_or_null(e ->> 'user_id') end,
    case when e ->> 'event_type' ~ '^[a-z][a-z0-9_]{0,49}$' then e ->> 'event_type' else 'api_call' end,
    left(e ->> 'api_provider', 100), left(e ->> 'endpoint', 500), left(e ->> 'method', 50),
    private.count_or_null(e -> 'request_size_bytes'), private.count_or_null(e -> 'response_size_bytes'),
    case when private.count_or_null(e -> 'status_code') between 100 and 599 then (e ->> 'status_code')::integer end,
    private.count_or_null(e -> 'response_time_ms'), coalesce(private.count_or_null(e -> 'quota_cost'), 0),
    case when e ->> 'financial_cost_usd' ~ '^[0-9]{1,6}(\.[0-9]+)?$' then (e ->> 'financial_cost_usd')::numeric else 0 end,
    coalesce(private.count_or_null(e -> 'tokens_used'), 0), coalesce(private.count_or_null(e -> 'credits_cost'), 0),
    left(e ->> 'feature_used', 100), private.uuid_or_null(e ->> 'generation_id'), p.platforms,
    cardinality(p.platforms), left(e ->> 'error_message', 2000),
    case when s.is_analytics_enabled is not false then private.inet_or_null(e ->> 'ip_address') end,
    case when s.is_analytics_enabled is not false then left(e ->> 'user_agent', 500) end
  from jsonb_array_elements(p_entries) as e
  left join public.user_settings as s on s.user_id = private.uuid_or_null(e ->> 'user_id')
  cross join lateral (
    select array(
      select jsonb_array_elements_text(case when jsonb_typeof(e -> 'platforms') = 'array' then e -> 'platforms' else '[]' end)
      limit 64
    ) as platforms
  ) as p;
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;
comment on function public.record_api_usage(jsonb) is
'For workers: an array of entries with the columns of api_usage; numbers that are none count as 0. Errors: VALIDATION_ERROR.';

create function private.count_or_null(p_value jsonb)
returns integer
language sql
immutable
set search_path = ''
as $$
  select case
    when jsonb_typeof(p_value) = 'number' and (p_value #>> '{}') ~ '^[0-9]{1,9}$' then (p_value #>> '{}')::integer
  end
$$;
comment on function private.count_or_null(jsonb) is 'The number when it is a whole one from 0 to 999,999,999.';

create function private.log_generation_usage()
returns trigger
language plpgsql
volatile
security definer -- whoever generates may not write usage
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    insert into public.api_usage (
      organization_id, user_id, event_type, api_provider, feature_used, generation_id, platforms, platform_count
    )
    select
      n.organization_id, n.user_id, 'generation_started', coalesce(n.ai_provider, 'unknown'), 'generation', n.id,
      n.selected_platforms, cardinality(n.selected_platforms)
    from new_rows as n;
    return null;
  end if;
  insert into public.api_usage (
    organization_id, user_id, event_type, api_provider, feature_used, generation_id, platforms, platform_count,
    tokens_used, estimated_cost_usd, unknown_cost_count, response_time_ms, error_message
  )
  select
    n.organization_id, n.user_id,
    case when n.status in ('completed', 'partial') then 'generation_completed' else 'generation_failed' end,
    coalesce(n.ai_provider, 'unknown'), 'generation', n.id, n.selected_platforms, cardinality(n.selected_platforms),
    n.total_tokens_used, n.estimated_cost_usd, n.unknown_cost_count, n.generation_time_ms, left(n.error_code, 2000)
  from new_rows as n
  join old_rows as o on o.id = n.id
  where n.completed_at is not null and o.completed_at is null;
  return null;
exception
  when others then
    raise warning 'usage of a generation was not logged: %', sqlerrm;
    return null;
end;
$$;
comment on function private.log_generation_usage() is
'An entry when a generation starts and when it ends; never stops either.';

create trigger log_usage_insert after insert on public.generations
referencing new table as new_rows for each statement execute function private.log_generation_usage();
create trigger log_usage_update after update on public.generations
referencing old table as old_rows new table as new_rows
for each statement execute function private.log_generation_usage();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.api_usage enable row level security;
alter table public.api_usage_monthly enable row level security;

create policy api_usage_select_own on public.api_usage
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and (user_id = (select auth.uid()) or (select private.has_role('admin')))
);
comment on policy api_usage_select_own on public.api_usage is 'Admins see the whole organization''s.';

create policy api_usage_monthly_select_own on public.api_usage_monthly
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and (user_id = (select auth.uid()) or (select private.has_role('admin')))
);
comment on policy api_usage_monthly_select_own on public.api_usage_monthly is 'Admins see the whole organization''s.';

-- From which address and program stays inside.
grant select (
  id, organization_id, user_id, event_type, api_provider, endpoint, method, request_size_bytes, response_size_bytes,
  status_code, response_time_ms, quota_cost, financial_cost_usd, estimated_cost_usd, unknown_cost_count,
  tokens_used, credits_cost, feature_used, generation_id, platform_count, platforms, error_message, created_at
) on public.api_usage to authenticated;
grant select on public.api_usage_monthly, public.monthly_api_usage to authenticated;
grant select on public.api_usage, public.api_usage_monthly, public.monthly_api_usage to service_role;
grant execute on function public.record_api_usage(jsonb) to service_role, catalyst_worker;
