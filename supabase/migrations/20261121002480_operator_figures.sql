-- Purpose: what operators ask about all tenants together: who is on which plan, how much is generated, for which
--          platforms, how fast.
-- Objects: subscriptions_by_plan, daily_generation_volume, platform_popularity, generation_times.
-- Counts only; nobody and nothing is named. All read indexes by time, never a whole tenant.

create function public.subscriptions_by_plan()
returns table (plan text, organization_count bigint, generations_used bigint)
language plpgsql
stable
security definer -- counts across tenants
set search_path = ''
as $$
begin
  return query
  select p.slug, count(o.id), coalesce(sum(u.used), 0)::bigint
  from public.plans as p
  left join public.subscriptions as s
    on s.plan = p.slug and s.ended_at is null
    and private.subscription_is_entitled(s.status, s.current_period_end, s.cancel_at_period_end)
  left join public.organizations as o on o.id = s.organization_id and o.deleted_at is null
  left join public.usage_counters as u
    on u.organization_id = o.id and u.metric = 'generations'
    and u.period_start = private.quota_period_start('month', o.timezone)
  group by p.slug, p.sort_order
  order by p.sort_order, p.slug;
end;
$$;
comment on function public.subscriptions_by_plan() is
'For operators: organizations whose subscription carries the plan now, and their generations of the month that runs. A row per plan.';

create function public.daily_generation_volume(p_days integer default 30)
returns table (day_on date, generation_count bigint, active_person_count bigint)
language plpgsql
stable
security definer -- counts across tenants
set search_path = ''
as $$
declare
  v_first_on date;
begin
  perform private.require(p_days between 1 and 90, 'p_days', 'p_days must be from 1 to 90');
  v_first_on := (now() at time zone 'UTC')::date - p_days + 1;
  return query
  with counted as (
    select (g.created_at at time zone 'UTC')::date as created_on, count(*) as generations,
      count(distinct g.user_id) as people
    from public.generations as g
    where g.completed_at is not null and g.created_at >= v_first_on::timestamp at time zone 'UTC'
    group by 1
  )
  select (v_first_on + n.n)::date, coalesce(c.generations, 0), coalesce(c.people, 0)
  from generate_series(0, p_days - 1) as n (n)
  left join counted as c on c.created_on = v_first_on + n.n
  order by 1 desc;
end;
$$;
comment on function public.daily_generation_volume(integer) is
'For operators: generations asked for per UTC day and the people who asked, newest day first, days without any included; those under way
count once they end. Older ones are archived, hence at most 90 days. Errors: VALIDATION_ERROR.';

create function public.platform_popularity(p_days integer default 7)
returns table (platform text, usage_count bigint)
language plpgsql
stable
security definer -- counts across tenants
set search_path = ''
as $$
begin
  perform private.require(p_days between 1 and 90, 'p_days', 'p_days must be from 1 to 90');
  return query
  select s.slug, count(*)
  from public.generations as g
  cross join lateral unnest(g.selected_platforms) as s (slug)
  where g.completed_at is not null and g.created_at > now() - make_interval(days => p_days)
  group by s.slug
  order by 2 desc, 1;
end;
$$;
comment on function public.platform_popularity(integer) is
'For operators: how often each platform was asked for in ended generations of the last p_days days, most wanted first.
Errors: VALIDATION_ERROR.';

create function public.generation_times(p_days integer default 7)
returns table (generation_count bigint, average_ms numeric, median_ms numeric, p95_ms numeric)
language plpgsql
stable
security definer -- counts across tenants
set search_path = ''
as $$
begin
  perform private.require(p_days between 1 and 90, 'p_days', 'p_days must be from 1 to 90');
  return query
  select
    count(*), round(avg(g.generation_time_ms)),
    round((percentile_cont(0.5) within group (order by g.generation_time_ms))::numeric),
    round((percentile_cont(0.95) within group (order by g.generation_time_ms))::numeric)
  from public.generations as g
  where g.completed_at is not null and g.created_at > now() - make_interval(days => p_days)
    and g.status = 'completed' and g.generation_time_ms is not null;
end;
$$;
comment on function public.generation_times(integer) is
'For operators: milliseconds that complete generations of the last p_days days took; null where there were none. Errors: VALIDATION_ERROR.';

grant execute on function
public.subscriptions_by_plan(),
public.daily_generation_volume(integer),
public.platform_popularity(integer),
public.generation_times(integer)
to service_role;
