-- Purpose: what a dashboard shows of a period, read from the daily statistics alone.
-- Objects: private.daily_stats, private.percent_change, analytics_dashboard_data.

create function private.daily_stats(
  p_organization_id uuid, p_from date, p_to date, p_by_account boolean, p_social_account_id uuid default null
)
returns table (
  stat_on date, views numeric, impressions numeric, reach numeric, likes numeric, comments numeric, shares numeric,
  saves numeric,
  clicks numeric, engagement numeric, subscribers_gained numeric, watch_time_minutes numeric, content_created bigint,
  content_published bigint, average_performance_score numeric
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if p_by_account then
    return query
    select s.stat_on, sum(s.views), sum(s.impressions), sum(s.reach), sum(s.likes), sum(s.comments), sum(s.shares),
      sum(s.saves),
      sum(s.clicks), sum(s.engagement), sum(s.subscribers_gained), sum(s.watch_time_minutes), null::bigint,
      null::bigint,
      null::numeric
    from public.social_accounts as a
    join public.social_account_daily_stats as s
      on s.organization_id = a.organization_id and s.social_account_id = a.id and s.stat_on between p_from and p_to
    where a.organization_id = p_organization_id and (p_social_account_id is null or a.id = p_social_account_id)
    group by s.stat_on;
  else
    return query
    select s.stat_on, s.views::numeric, s.impressions::numeric, s.reach::numeric, s.likes::numeric, s.comments::numeric,
      s.shares::numeric, s.saves::numeric, s.clicks::numeric, s.engagement::numeric, s.subscribers_gained::numeric,
      s.watch_time_minutes, s.content_created::bigint, s.content_published::bigint, s.average_performance_score
    from public.organization_daily_stats as s
    where s.organization_id = p_organization_id and s.stat_on between p_from and p_to;
  end if;
end;
$$;
comment on function private.daily_stats(uuid, date, date, boolean, uuid) is
'The days of an organization, or added up from its accounts: those the caller sees, or one of them.';

create function private.percent_change(p_now numeric, p_before numeric)
returns numeric
language sql
immutable
set search_path = ''
as $$
  select round(100 * (p_now - p_before) / nullif(abs(p_before), 0), 2)
$$;
comment on function private.percent_change(numeric, numeric) is 'Null when there was nothing before to compare with.';

create function public.analytics_dashboard_data(
  p_days integer default 30,
  p_from date default null,
  p_to date default null,
  p_bucket text default 'day',
  p_compare boolean default true,
  p_social_account_id uuid default null
)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_organization_id uuid := private.active_org_or_raise();
  v_to date := coalesce(p_to, (now() at time zone 'UTC')::date);
  v_from date;
  v_before date;
  -- The organization's sums are of all clients: those limited to one see the sum of what they see.
  v_by_account boolean := p_social_account_id is not null or private.member_client_account() is not null;
  v_figures jsonb;
  v_platforms jsonb;
  v_top jsonb;
begin
  perform private.require(p_days between 1 and 1100 or p_from is not null, 'p_days', 'p_days must be from 1 to 1100');
  perform private.require(
    v_to between date '2005-01-01' and (now() at time zone 'UTC')::date + 1, 'p_to', 'p_to must be a day from 2005 to today'
  );
  v_from := coalesce(p_from, v_to - p_days + 1);
  perform private.require(v_from between v_to - 1099 and v_to, 'p_from', 'p_from must be at most 1,100 days before p_to');
  perform private.require(p_bucket in ('day', 'week', 'month'), 'p_bucket', 'p_bucket must be day, week or month');
  perform private.require_social_account(v_organization_id, p_social_account_id);
  v_before := v_from - case when p_compare then v_to - v_from + 1 else 0 end;

  with stat as materialized (
    select s.* from private.daily_stats(v_organization_id, v_before, v_to, v_by_account, p_social_account_id) as s
  ),
  total as (
    select c.is_current,
      coalesce(sum(s.views), 0) as views,
      coalesce(sum(s.impressions), 0) as impressions,
      coalesce(sum(s.reach), 0) as reach,
      coalesce(sum(s.likes), 0) as likes,
      coalesce(sum(s.comments), 0) as comments,
      coalesce(sum(s.shares), 0) as shares,
      coalesce(sum(s.saves), 0) as saves,
      coalesce(sum(s.clicks), 0) as clicks,
      coalesce(sum(s.engagement), 0) as engagement,
      coalesce(sum(s.subscribers_gained), 0) as subscribers_gained,
      coalesce(sum(s.watch_time_minutes), 0) as watch_time_minutes,
      round(100 * sum(s.engagement) / nullif(sum(s.views), 0), 2) as engagement_rate,
      sum(s.content_created) as content_created, sum(s.content_published) as content_published,
      (
        array_agg(s.average_performance_score order by s.stat_on desc)
        filter (where s.average_performance_score is not null)
      )[1] as average_performance_score
    from (values (true), (false)) as c (is_current)
    left join stat as s on (s.stat_on >= v_from) = c.is_current
    group by c.is_current
  ),
  bucket as (
    select date_trunc(p_bucket, d.day)::date as date,
      coalesce(sum(s.views), 0) as views, coalesce(sum(s.engagement), 0) as engagement,
      round(100 * sum(s.engagement) / nullif(sum(s.views), 0), 2) as engagement_rate,
      coalesce(sum(s.reach), 0) as reach,
      coalesce(sum(s.subscribers_gained), 0) as subscribers_gained,
      coalesce(sum(s.watch_time_minutes), 0) as watch_time_minutes,
      coalesce(sum(s.content_published), 0) as content_published,
      (
        array_agg(s.average_performance_score order by s.stat_on desc)
        filter (where s.average_performance_score is not null)
      )[1] as average_performance_score
    from generate_series(v_from::timestamp, v_to::timestamp, interval '1 day') as d (day)
    left join stat as s on s.stat_on = d.day::date
    group by 1
  )
  select jsonb_build_object(
    'totals', to_jsonb(t) - 'is_current',
    'previous', case when p_compare then to_jsonb(b) - 'is_current' end,
    'changes', case when p_compare then jsonb_build_object(
      'views', private.percent_change(t.views, b.views),
      'engagement', private.percent_change(t.engagement, b.engagement),
      'reach', private.percent_change(t.reach, b.reach),
      'watch_time_minutes', private.percent_change(t.watch_time_minutes, b.watch_time_minutes),
      'subscribers_gained', private.percent_change(t.subscribers_gained, b.subscribers_gained),
      'performance', private.percent_change(t.average_performance_score, b.average_performance_score)
    ) end,
    'trend', (select jsonb_agg(to_jsonb(u) order by u.date) from bucket as u)
  )
  into v_figures
  from total as t
  join total as b on not b.is_current
  where t.is_current;

  select coalesce(jsonb_agg(to_jsonb(p) order by p.views desc, p.platform), '[]') into v_platforms
  from (
    select a.platform, count(*) as accounts, sum(s.views) as views, sum(s.engagement) as engagement,
      sum(s.reach) as reach,
      sum(s.subscribers_gained) as subscribers_gained, sum(s.watch_time_minutes) as watch_time_minutes
    from public.social_accounts as a
    cross join lateral (
      select coalesce(sum(d.views), 0) as views, coalesce(sum(d.engagement), 0) as engagement,
        coalesce(sum(d.reach), 0) as reach,
        coalesce(sum(d.subscribers_gained), 0) as subscribers_gained,
        coalesce(sum(d.watch_time_minutes), 0) as watch_time_minutes
      from public.social_account_daily_stats as d
      where d.organization_id = v_organization_id and d.social_account_id = a.id and d.stat_on between v_from and v_to
    ) as s
    where a.organization_id = v_organization_id and (p_social_account_id is null or a.id = p_social_account_id)
    group by a.platform
  ) as p;

  select coalesce(jsonb_agg(to_jsonb(i)), '[]') into v_top
  from (
    select c.id, c.platform, c.platform_content_id, c.title, c.published_at, c.view_count, c.like_count,
      c.comment_count,
      c.share_count, s.performance_score, s.performance_percentile
    from public.content_items as c
    left join public.content_scores as s on s.organization_id = c.organization_id and s.content_item_id = c.id
    where c.organization_id = v_organization_id and c.deleted_at is null
      and c.published_at >= v_from::timestamp at time zone 'UTC' and c.published_at < (v_to + 1)::timestamp at time zone 'UTC'
      and (p_social_account_id is null or c.social_account_id = p_social_account_id)
    order by c.view_count desc, c.id
    limit 5
  ) as i;

  return jsonb_build_object(
    'period', jsonb_build_object('from', v_from, 'to', v_to, 'days', v_to - v_from + 1, 'bucket', p_bucket)
  ) || v_figures || jsonb_build_object('platforms', v_platforms, 'top_content', v_top);
end;
$$;
comment on function public.analytics_dashboard_data(integer, date, date, text, boolean, uuid) is
'What a period brought: {period, totals, previous, changes (percent, null without anything before), trend: [{date, views, engagement, …}] without
gaps, platforms, top_content (published in the period, most viewed first)}. The last p_days days, or p_from to p_to,
at most 1,100 days;
p_bucket: day, week or month. All counts are what was gained in the period. content_created, content_published and
average_performance_score are of the whole organization: null for one account
and for members limited to a client account.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  private.daily_stats(uuid, date, date, boolean, uuid),
  private.percent_change(numeric, numeric),
  public.analytics_dashboard_data(integer, date, date, text, boolean, uuid)
to authenticated;
