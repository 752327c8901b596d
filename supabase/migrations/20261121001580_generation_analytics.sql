-- Purpose: how much a person generated, and what became of it.
-- Objects: get_content_generation_analytics.

create function private.get_content_generation_analytics(p_user_id uuid, p_days integer default 30)
returns table (
  total_generated integer,
  total_approved integer,
  total_used integer,
  avg_quality_score numeric,
  content_type_breakdown jsonb,
  daily_generation_trend jsonb
)
language plpgsql
stable
security definer -- reads the zone of a colleague, whose profile no policy shows; the caller is checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.active_org_or_raise();
  v_client_account_id uuid := private.member_client_account();
  v_zone text;
  v_first date;
  v_last date;
begin
  perform private.require(p_user_id is not null, 'p_user_id', 'p_user_id is missing');
  perform private.require(p_days between 1 and 366, 'p_days', 'p_days must be from 1 to 366');
  if p_user_id <> (select auth.uid()) then
    perform private.require_role('manager');
  end if;
  select p.timezone into v_zone
  from public.organization_members as m
  join public.profiles as p on p.id = m.user_id
  where m.organization_id = v_organization_id and m.user_id = p_user_id;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such member in the active organization');
  end if;
  v_last := (now() at time zone v_zone)::date;
  v_first := v_last - (p_days - 1);

  return query
  with made as (
    select
      c.content_type, c.approved_at, c.used_at, c.quality_score, (c.created_at at time zone v_zone)::date as made_on
    from public.generated_content as c
    where c.organization_id = v_organization_id and c.user_id = p_user_id and c.deleted_at is null
      and c.created_at >= (v_first::timestamp at time zone v_zone)
      and (v_client_account_id is null or c.client_account_id = v_client_account_id)
  ),
  totals as (
    select
      count(*)::integer as total, count(m.approved_at)::integer as approved, count(m.used_at)::integer as used,
      round(avg(m.quality_score), 2) as quality
    from made as m
  ),
  types as (
    select jsonb_object_agg(t.content_type, jsonb_build_object('count', t.total, 'avg_quality', t.quality)) as breakdown
    from (
      select m.content_type, count(*)::integer as total, round(avg(m.quality_score), 2) as quality
      from made as m
      group by m.content_type
    ) as t
  ),
  days as (
    select jsonb_object_agg(d.day_on, coalesce(n.total, 0)) as trend
    from (select v_first + i as day_on from generate_series(0, p_days - 1) as i) as d
    left join (
      select m.made_on, count(*)::integer as total
      from made as m
      group by m.made_on
    ) as n on n.made_on = d.day_on
  )
  select t.total, t.approved, t.used, t.quality, coalesce(y.breakdown, '{}'), coalesce(d.trend, '{}')
  from totals as t
  cross join types as y
  cross join days as d;
end;
$$;
comment on function private.get_content_generation_analytics(uuid, integer) is
'The work of public.get_content_generation_analytics.';

create function public.get_content_generation_analytics(p_user_id uuid default null, p_days integer default 30)
returns table (
  total_generated integer,
  total_approved integer,
  total_used integer,
  avg_quality_score numeric,
  content_type_breakdown jsonb,
  daily_generation_trend jsonb
)
language sql
stable
security invoker
set search_path = ''
as $$
  select
    a.total_generated, a.total_approved, a.total_used, a.avg_quality_score, a.content_type_breakdown,
    a.daily_generation_trend
  from private.get_content_generation_analytics(p_user_id, p_days) as a
$$;
comment on function public.get_content_generation_analytics(uuid, integer) is
'What a person generated in the active organization in the last p_days days (1 to 366), today included, days as in that
person''s time zone: always one row. total_approved counts what holds an approval, used or archived since or not;
total_used what was ever used. content_type_breakdown: {type: {count, avg_quality}}, {} for nothing.
daily_generation_trend: {date: count}, every day. avg_quality_score is null where nothing was scored.
One''s own, or a colleague''s for managers.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR (details.field).';

revoke execute on function
  private.get_content_generation_analytics(uuid, integer), public.get_content_generation_analytics(uuid, integer)
from public;
grant execute on function
  private.get_content_generation_analytics(uuid, integer), public.get_content_generation_analytics(uuid, integer)
to authenticated;
