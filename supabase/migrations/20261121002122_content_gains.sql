-- Purpose: what each day added to the totals that platforms report, and the daily statistics made of it.
-- Objects: private.daily_gains, private.content_gains, private.add_gains, private.rebuild_daily_stats,
--          private.record_average_score.

-- What a day added ----------------------------------------------------------------------------------------------------

create type private.daily_gains as (
  stat_on date,
  views numeric,
  impressions numeric,
  reach numeric,
  likes numeric,
  comments numeric,
  shares numeric,
  saves numeric,
  clicks numeric,
  subscribers_gained numeric,
  watch_time_minutes numeric
);
comment on type private.daily_gains is 'What one day added to the totals of some items.';

create function private.content_gains(p_organization_id uuid, p_items uuid[], p_from date[], p_to date[])
returns setof private.daily_gains
language sql
stable
set search_path = ''
as $$
  with snapshot as (
    select s.*, p.from_on, s.captured_on - (i.published_at at time zone 'UTC')::date as age_days
    from unnest(p_items, p_from, p_to) as p (content_item_id, from_on, to_on)
    join public.content_items as i on i.organization_id = p_organization_id and i.id = p.content_item_id
    cross join lateral (
      -- The last snapshot before the period: nearly always of the same weeks, which spares looking into older
      -- partitions.
      (
        select b.* from (
          (
            select m.* from public.content_metrics as m
            where m.organization_id = p_organization_id and m.content_item_id = p.content_item_id
              and m.captured_on between p.from_on - 35 and p.from_on - 1
            order by m.captured_on desc, m.granularity desc limit 1
          )
          union all
          (
            select m.* from public.content_metrics as m
            where m.organization_id = p_organization_id and m.content_item_id = p.content_item_id
              and m.captured_on < p.from_on - 35
              and m.captured_on >= coalesce((i.published_at at time zone 'UTC')::date - 1, '-infinity')
            order by m.captured_on desc, m.granularity desc limit 1
          )
        ) as b limit 1
      )
      union all
      select m.* from public.content_metrics as m
      where m.organization_id = p_organization_id and m.content_item_id = p.content_item_id
        and m.captured_on between p.from_on and p.to_on
      union all
      -- The next one: what it added changes with the one before it.
      (
        select m.* from public.content_metrics as m
        where m.organization_id = p_organization_id and m.content_item_id = p.content_item_id
          and m.captured_on > p.to_on and m.captured_on <= (now() at time zone 'UTC')::date + 1
        order by m.captured_on, m.granularity limit 1
      )
    ) as s
  ),
  step as (
    select s.captured_on, s.from_on,
      -- Of an item seen from its first days on everything was gained since; of an older one nobody knows when.
      lag(s.captured_on) over item is null and s.age_days between -1 and 2 as is_fresh,
      s.views, lag(s.views) over item as views_before,
      s.impressions, lag(s.impressions) over item as impressions_before,
      s.reach, lag(s.reach) over item as reach_before,
      s.likes, lag(s.likes) over item as likes_before,
      s.comments, lag(s.comments) over item as comments_before,
      s.shares, lag(s.shares) over item as shares_before,
      s.saves, lag(s.saves) over item as saves_before,
      s.clicks, lag(s.clicks) over item as clicks_before,
      s.subscribers_gained, lag(s.subscribers_gained) over item as subscribers_gained_before,
      s.watch_time_minutes, lag(s.watch_time_minutes) over item as watch_time_minutes_before
    from snapshot as s
    window item as (partition by s.content_item_id order by s.captured_on, s.granularity)
  )
  select g.captured_on,
    coalesce(sum(g.views - case when g.is_fresh then 0 else g.views_before end), 0),
    coalesce(sum(g.impressions - case when g.is_fresh then 0 else g.impressions_before end), 0),
    coalesce(sum(g.reach - case when g.is_fresh then 0 else g.reach_before end), 0),
    coalesce(sum(g.likes - case when g.is_fresh then 0 else g.likes_before end), 0),
    coalesce(sum(g.comments - case when g.is_fresh then 0 else g.comments_before end), 0),
    coalesce(sum(g.shares - case when g.is_fresh then 0 else g.shares_before end), 0),
    coalesce(sum(g.saves - case when g.is_fresh then 0 else g.saves_before end), 0),
    coalesce(sum(g.clicks - case when g.is_fresh then 0 else g.clicks_before end), 0),
    coalesce(sum(g.subscribers_gained - case when g.is_fresh then 0 else g.subscribers_gained_before end), 0),
    coalesce(sum(g.watch_time_minutes - case when g.is_fresh then 0 else g.watch_time_minutes_before end), 0)
  from step as g
  where g.captured_on >= g.from_on
  group by g.captured_on
$$;
comment on function private.content_gains(uuid, uuid[], date[], date[]) is
'What each day added to the totals of these items, over the days from … to of each and the next snapshot after them: a function of the
stored snapshots alone, so that it does not matter in which order they came.
A total that is unknown on one of two days adds nothing.
The first snapshot counts in full when taken at most two days after publication, else it is where counting begins.';

create function private.add_gains(p_organization_id uuid, p_social_account_id uuid, p_gains private.daily_gains[])
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_count integer;
begin
  with gain as materialized (
    select g.stat_on,
      sum(g.views) as views,
      sum(g.impressions) as impressions,
      sum(g.reach) as reach,
      sum(g.likes) as likes,
      sum(g.comments) as comments,
      sum(g.shares) as shares,
      sum(g.saves) as saves,
      sum(g.clicks) as clicks,
      sum(g.subscribers_gained) as subscribers_gained,
      sum(g.watch_time_minutes) as watch_time_minutes
    from unnest(p_gains) as g
    group by g.stat_on
    having sum(g.views) <> 0
      or sum(g.impressions) <> 0
      or sum(g.reach) <> 0
      or sum(g.likes) <> 0
      or sum(g.comments) <> 0
      or sum(g.shares) <> 0
      or sum(g.saves) <> 0
      or sum(g.clicks) <> 0
      or sum(g.subscribers_gained) <> 0
      or sum(g.watch_time_minutes) <> 0
    order by g.stat_on
  ),
  account as (
    insert into public.social_account_daily_stats as t (
      organization_id, social_account_id, stat_on, views, impressions, reach, likes, comments, shares, saves, clicks,
      subscribers_gained, watch_time_minutes
    )
    select p_organization_id, p_social_account_id, g.* from gain as g
    on conflict (organization_id, social_account_id, stat_on) do update set
      views = t.views + excluded.views,
      impressions = t.impressions + excluded.impressions,
      reach = t.reach + excluded.reach,
      likes = t.likes + excluded.likes,
      comments = t.comments + excluded.comments,
      shares = t.shares + excluded.shares,
      saves = t.saves + excluded.saves,
      clicks = t.clicks + excluded.clicks,
      subscribers_gained = t.subscribers_gained + excluded.subscribers_gained,
      watch_time_minutes = t.watch_time_minutes + excluded.watch_time_minutes
    returning 1
  )
  insert into public.organization_daily_stats as t (
    organization_id, stat_on, views, impressions, reach, likes, comments, shares, saves, clicks, subscribers_gained,
    watch_time_minutes
  )
  select p_organization_id, g.* from gain as g
  on conflict (organization_id, stat_on) do update set
    views = t.views + excluded.views,
    impressions = t.impressions + excluded.impressions,
    reach = t.reach + excluded.reach,
    likes = t.likes + excluded.likes,
    comments = t.comments + excluded.comments,
    shares = t.shares + excluded.shares,
    saves = t.saves + excluded.saves,
    clicks = t.clicks + excluded.clicks,
    subscribers_gained = t.subscribers_gained + excluded.subscribers_gained,
    watch_time_minutes = t.watch_time_minutes + excluded.watch_time_minutes;
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;
comment on function private.add_gains(uuid, uuid, private.daily_gains[]) is
'Adds to the days of the account and of its organization, in order of day, so that two accounts never wait for each other in a circle.
Answers how many days changed.';

create function private.rebuild_daily_stats(
  p_organization_id uuid, p_social_account_id uuid, p_from date default (now() - interval '24 months')::date
)
returns integer
language plpgsql
volatile
set search_path = ''
-- The arrays differ in length a thousandfold: a plan made for none in particular joins them row by row.
set plan_cache_mode = 'force_custom_plan'
as $$
declare
  v_items uuid[];
begin
  perform pg_advisory_xact_lock(hashtextextended('content_metrics:' || p_social_account_id::text, 0));
  v_items := array(
    select i.id from public.content_items as i
    where i.organization_id = p_organization_id and i.social_account_id = p_social_account_id
  );
  return private.add_gains(
    p_organization_id, p_social_account_id,
    array(
      select g
      from private.content_gains(
        p_organization_id, v_items,
        array_fill(p_from, array[cardinality(v_items)]),
        array_fill((now() at time zone 'UTC')::date + 1, array[cardinality(v_items)])
      ) as g
      union all
      select row(
        s.stat_on, -s.views, -s.impressions, -s.reach, -s.likes, -s.comments, -s.shares, -s.saves, -s.clicks,
        -s.subscribers_gained,
        -s.watch_time_minutes
      )::private.daily_gains
      from public.social_account_daily_stats as s
      where s.organization_id = p_organization_id and s.social_account_id = p_social_account_id and s.stat_on >= p_from
    )
  );
end;
$$;
comment on function private.rebuild_daily_stats(uuid, uuid, date) is
'For operators: counts an account''s days anew from its snapshots; answers how many days were wrong. What deleted items had added goes.';

create function private.record_average_score(p_organization_id uuid)
returns void
language sql
volatile
set search_path = ''
as $$
  insert into public.organization_daily_stats as t (
    organization_id, stat_on, average_performance_score, scored_item_count
  )
  select p_organization_id, (now() at time zone 'UTC')::date, round(avg(s.performance_score), 2),
    count(s.performance_score)
  from public.content_scores as s
  where s.organization_id = p_organization_id
  on conflict (organization_id, stat_on) do update set
    average_performance_score = excluded.average_performance_score, scored_item_count = excluded.scored_item_count
  where (t.average_performance_score, t.scored_item_count)
    is distinct from (excluded.average_performance_score, excluded.scored_item_count)
$$;
comment on function private.record_average_score(uuid) is 'Today''s average score of an organization, for the trend.';
