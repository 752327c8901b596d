-- Purpose: what the measured results of channels teach, as numbers and names, and how they stand beside others.
-- Objects: private.posting_hours, private.engagement_patterns, private.channel_insights, private.compare_creators.

create function private.posting_hours(p_organization_id uuid, p_social_account_ids uuid[], p_limit integer default 5)
returns table (slot text, score numeric, is_learned boolean)
language sql
stable
set search_path = ''
as $$
  select to_char(date '2024-01-01' + (h.weekday - 1) + make_time(h.hour, 0, 0), 'FMDay HH24:MI'), round(avg(h.score), 2),
    bool_or(h.is_learned)
  from (
    select t.weekday::integer as weekday, t.hour::integer as hour, t.score, true as is_learned
    from public.posting_times as t
    where t.organization_id = p_organization_id and t.social_account_id = any(p_social_account_ids)
    union all
    select d.weekday, d.hour, d.score, false
    from public.social_accounts as a
    join public.posting_time_defaults as d on d.platform = a.platform
    where a.organization_id = p_organization_id and a.id = any(p_social_account_ids)
      and not exists (
        select from public.posting_times as t
        where t.organization_id = p_organization_id and t.social_account_id = a.id
      )
  ) as h
  group by h.weekday, h.hour
  order by 3 desc, 2 desc, h.weekday, h.hour
  limit p_limit
$$;
comment on function private.posting_hours(uuid, uuid[], integer) is
'The best hours of the week of some accounts, such as "Tuesday 17:00" on the organization''s clock; is_learned: from their own posts.';

create function private.engagement_patterns(p_organization_id uuid, p_social_account_ids uuid[], p_days integer)
returns jsonb
language sql
stable
set search_path = ''
as $$
  -- All zero: the platform does not say.
  select jsonb_strip_nulls(jsonb_build_object(
    'likes_per_100_views', round(100.0 * nullif(sum(i.like_count), 0) / nullif(sum(i.view_count), 0), 2),
    'comments_per_100_views', round(100.0 * nullif(sum(i.comment_count), 0) / nullif(sum(i.view_count), 0), 2),
    'shares_per_100_views', round(100.0 * nullif(sum(i.share_count), 0) / nullif(sum(i.view_count), 0), 2),
    'saves_per_100_views', round(100.0 * nullif(sum(i.save_count), 0) / nullif(sum(i.view_count), 0), 2),
    'average_percent_watched', round(
      -- least() leaves nulls out: of what nobody measured it would make a whole view.
      100 * avg(least(1, i.average_view_duration_seconds / i.duration_seconds))
      filter (where i.average_view_duration_seconds is not null and i.duration_seconds > 0), 2
    ),
    'click_through_percent', round(100 * avg(i.click_through_rate), 2),
    'subscribers_per_1000_views', round(
      1000.0 * nullif(sum(i.subscriber_growth), 0) / nullif(sum(i.view_count), 0), 2
    )
  ))
  from public.content_items as i
  where i.organization_id = p_organization_id and i.social_account_id = any(p_social_account_ids)
    and i.deleted_at is null and i.published_at between now() - make_interval(days => p_days) and now()
    and private.is_video(i.content_type, i.platform, i.duration_seconds)
$$;
comment on function private.engagement_patterns(uuid, uuid[], integer) is
'How people take part in the videos of some accounts, over all views of the period; what no platform reported is
left out.';

create function private.channel_insights(
  p_organization_id uuid, p_social_account_ids uuid[], p_days integer default 365
)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_topics text[];
  v_samples bigint;
  v_duration numeric;
begin
  with seen as materialized (
    select f.*
    from unnest(p_social_account_ids) as a (social_account_id)
    cross join lateral private.measured_features(
      p_organization_id, a.social_account_id, null, null, null, p_days
    ) as f
  ),
  whole as (
    select count(*) as sample_count, avg(s.percentile) as mean from seen as s where s.feature = 'items'
  ),
  -- Topics that analyses found; the creator's own tags and hashtags stand in where there are none.
  word as (
    select o.value, min(o.source) as source, (sum(o.percentile) + 5 * min(w.mean)) / (count(*) + 5) as score
    from (
      -- A word that is a tag and a hashtag of an item is one word of one item.
      select s.value, s.percentile, min(array_position('{topics,keywords,hashtags}', s.feature)) as source
      from seen as s
      where s.feature in ('topics', 'keywords', 'hashtags')
      group by s.value, s.content_item_id, s.percentile
    ) as o
    cross join whole as w
    group by o.value
    having avg(o.percentile) > min(w.mean)
  )
  select w.sample_count, array(
    select t.value from word as t
    where t.source = (select min(b.source) from word as b)
    order by t.score desc, t.value
    limit 10
  )
  into v_samples, v_topics
  from whole as w;

  select round(percentile_cont(0.5) within group (order by m.duration_seconds)::numeric)
  into v_duration
  from unnest(p_social_account_ids) as a (social_account_id)
  cross join lateral private.measured_items(p_organization_id, a.social_account_id, null, null, null, p_days) as m
  where m.duration_seconds > 0 and m.percentile >= 75;

  return jsonb_build_object(
    'top_performing_topics', v_topics,
    'optimal_posting_times', array(
      select h.slot from private.posting_hours(p_organization_id, p_social_account_ids) as h
    ),
    'posting_times_are_learned', coalesce((
      select bool_and(h.is_learned) from private.posting_hours(p_organization_id, p_social_account_ids) as h
    ), false),
    'audience_preferences', jsonb_build_object(
      'preferred_duration', v_duration,
      'engagement_patterns', coalesce(private.engagement_patterns(p_organization_id, p_social_account_ids, p_days), '{}')
    ),
    'sample_count', v_samples
  );
end;
$$;
comment on function private.channel_insights(uuid, uuid[], integer) is
'{top_performing_topics: what did better than the channels'' mean at the same age, optimal_posting_times,
posting_times_are_learned, audience_preferences: {preferred_duration: median seconds of the videos in the best
quarter at the same age, null when none was measured; engagement_patterns}, sample_count: items measured}.';

create function private.compare_creators(
  p_organization_id uuid, p_social_account_ids uuid[], p_days integer default 365
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  with channel as (
    select a.id, a.platform, a.account_name as name, a.follower_count,
      round(avg(i.view_count)) as average_views,
      round(
        100.0 * sum(i.like_count + i.comment_count + i.share_count + i.save_count) / nullif(sum(i.view_count), 0), 2
      ) as engagement_rate,
      round(count(i.id) * 7.0 / p_days, 2) as uploads_per_week
    from public.social_accounts as a
    left join public.content_items as i
      on i.organization_id = a.organization_id and i.social_account_id = a.id and i.deleted_at is null
      and i.published_at between now() - make_interval(days => p_days) and now()
    where a.organization_id = p_organization_id and a.id = any(p_social_account_ids)
    group by a.organization_id, a.platform, a.id
  ),
  creator as (
    select c.id, c.platform, coalesce(c.display_name, c.username) as name, c.follower_count, c.last_scraped_at,
      coalesce(g.average_views, m.average_views) as average_views,
      coalesce(g.engagement_rate, m.engagement_rate) as engagement_rate,
      coalesce(g.uploads_per_week, m.uploads_per_week) as uploads_per_week, coalesce(g.post_count, 0) as post_count,
      case
        when g.post_count > 0 then 'posts'
        when num_nonnulls(m.average_views, m.engagement_rate, m.uploads_per_week) > 0 then 'profile'
      end as figures_from
    from public.followed_creators as f
    join public.creators as c on c.id = f.creator_id
    left join lateral private.creator_figures(c.id, p_days) as g on true
    cross join lateral (
      select max(n.number) filter (where e.key = 'average_views') as average_views,
        max(n.number) filter (where e.key = 'engagement_rate') as engagement_rate,
        max(n.number) filter (where e.key = 'uploads_per_week') as uploads_per_week
      from jsonb_each(c.metadata) as e (key, value)
      cross join lateral (
        select case when jsonb_typeof(e.value) = 'number' then e.value::numeric end as number
      ) as n
    ) as m
    where f.organization_id = p_organization_id and f.is_active and c.is_active
      and c.platform in (select h.platform from channel as h)
    order by c.follower_count desc nulls last, c.id
    limit 100
  )
  select jsonb_build_object(
    'channels', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'social_account_id', h.id, 'platform', h.platform, 'name', h.name, 'follower_count', h.follower_count,
        'average_views', h.average_views, 'engagement_rate', h.engagement_rate, 'uploads_per_week', h.uploads_per_week,
        'beside', (
          select jsonb_build_object(
            'creators', count(*),
            'median_followers', percentile_cont(0.5) within group (order by c.follower_count),
            'median_views', percentile_cont(0.5) within group (order by c.average_views),
            'median_engagement_rate', percentile_cont(0.5) within group (order by c.engagement_rate),
            'median_uploads_per_week', percentile_cont(0.5) within group (order by c.uploads_per_week),
            'ahead_in_followers', count(*) filter (where h.follower_count > c.follower_count),
            'ahead_in_views', count(*) filter (where h.average_views > c.average_views)
          )
          from creator as c where c.platform = h.platform
        )
      ) order by h.platform, h.name, h.id), '[]')
      from channel as h
    ),
    'creators', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'creator_id', c.id, 'platform', c.platform, 'name', c.name, 'follower_count', c.follower_count,
        'average_views', c.average_views, 'engagement_rate', c.engagement_rate, 'uploads_per_week', c.uploads_per_week,
        'figures_from', c.figures_from, 'post_count', c.post_count, 'seen_at', c.last_scraped_at
      ) order by c.platform, c.follower_count desc nulls last, c.id), '[]')
      from creator as c
    )
  )
$$;
comment on function private.compare_creators(uuid, uuid[], integer) is
'Own channels beside the creators the organization follows on the same platforms, by what these show publicly:
followers, and average_views, engagement_rate and uploads_per_week as counted over their public posts that were seen
(figures_from posts, post_count of them), else as their profile tells (profile). Null is not known; never another
tenant''s numbers.';
