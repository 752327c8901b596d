-- Purpose: the channel's best videos of a period, what the period was like, and what its videos teach.
-- Objects: private.is_video, private.video_history, private.top_videos, top_videos.

create function private.is_video(p_content_type text, p_platform text, p_duration_seconds integer)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(
    p_content_type in ('long_video', 'short_video', 'reel'), p_platform in ('youtube', 'tiktok') or p_duration_seconds > 0, false
  )
$$;
comment on function private.is_video(text, text, integer) is
'Whether an item is a video: by its type, else by its platform or because it has a duration.';

create function private.video_history(
  p_organization_id uuid, p_client_account_id uuid, p_sources private.text_source[], p_limit integer
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select private.what_worked(
    p_organization_id, case when cardinality(a.ids) = 1 then a.ids[1] end,
    case when cardinality(a.ids) = 1 then null else 'youtube' end, p_client_account_id, p_limit => p_limit
  )
  from (
    select array_agg(distinct s.social_account_id) as ids
    from unnest(p_sources) as s
    where s.social_account_id is not null and private.is_video(null, s.platform, null)
  ) as a
$$;
comment on function private.video_history(uuid, uuid, private.text_source[], integer) is
'what_worked of the one channel of videos that the sources are of, else of the client''s videos on YouTube: what a post elsewhere reached says
nothing of a video.';

create function private.top_videos(
  p_days integer, p_limit integer, p_sort_by text, p_include_analytics boolean, p_social_account_id uuid
)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_organization_id uuid := private.active_org_or_raise();
  v_today date := (now() at time zone 'UTC')::date;
  v_result jsonb;
begin
  perform private.require(p_days between 1 and 1100, 'days', 'days must be from 1 to 1100');
  perform private.require(p_limit between 1 and 100, 'limit', 'limit must be from 1 to 100');
  perform private.require(
    p_sort_by in ('views', 'performance_score', 'published_at'),
    'sort_by', 'sort_by must be views, performance_score or published_at'
  );
  perform private.require(
    p_include_analytics is not null, 'include_analytics', 'include_analytics must be true or false'
  );
  perform private.require_social_account(v_organization_id, p_social_account_id);
  with video as materialized (
    select i.id, i.social_account_id, i.platform_content_id, i.title, i.view_count, i.like_count, i.comment_count,
      i.published_at, i.tags, s.performance_score, s.performance_percentile
    from public.content_items as i
    left join public.content_scores as s on s.organization_id = i.organization_id and s.content_item_id = i.id
    where i.organization_id = v_organization_id and i.deleted_at is null
      and i.published_at between now() - make_interval(days => p_days) and now()
      and private.is_video(i.content_type, i.platform, i.duration_seconds)
      and (p_social_account_id is null or i.social_account_id = p_social_account_id)
  ),
  top as (
    select v.*, row_number() over (
      order by case p_sort_by when 'views' then v.view_count::numeric when 'performance_score' then v.performance_score end
        desc nulls last, v.published_at desc, v.id
    ) as place
    from video as v
    order by place
    limit p_limit
  ),
  word as (
    -- A word counts for as much as its videos did, above the ordinary.
    select lower(btrim(w.tag)) as keyword, count(distinct v.id) as videos, avg(v.performance_percentile) as percentile
    from video as v
    cross join lateral unnest(v.tags) as w (tag)
    where w.tag ~ '\S' and v.performance_percentile is not null
    group by 1
    order by sum(v.performance_percentile - 50) desc, 1
    limit 10
  ),
  gain as (
    select coalesce(sum(d.views) filter (where d.stat_on > v_today - p_days), 0) as views,
      coalesce(sum(d.views) filter (where d.stat_on <= v_today - p_days), 0) as views_before,
      coalesce(sum(d.engagement) filter (where d.stat_on > v_today - p_days), 0) as engagement,
      coalesce(sum(d.engagement) filter (where d.stat_on <= v_today - p_days), 0) as engagement_before
    from public.social_account_daily_stats as d
    where d.organization_id = v_organization_id and d.stat_on > v_today - 2 * p_days
      -- What was not counted all the time before would count as nothing then.
      and d.social_account_id in (
        select v.social_account_id
        from video as v
        where exists (
          select from public.social_account_daily_stats as e
          where e.organization_id = v_organization_id and e.social_account_id = v.social_account_id
            and e.stat_on <= v_today - 2 * p_days + 1
        )
      )
  )
  select jsonb_build_object(
    'videos', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', t.id, 'youtube_video_id', t.platform_content_id, 'title', t.title, 'view_count', t.view_count,
        'like_count', t.like_count, 'comment_count', t.comment_count, 'published_at', t.published_at,
        'performance_score', t.performance_score, 'performance_percentile', t.performance_percentile
      ) || case when p_include_analytics then jsonb_build_object('analytics', (
        select jsonb_build_object(
          'watch_time_minutes', i.watch_time_minutes, 'average_view_duration', i.average_view_duration_seconds,
          'click_through_rate', i.click_through_rate, 'subscriber_growth', i.subscriber_growth,
          'retention_data', case when jsonb_typeof(i.analytics_data -> 'retention_data') = 'array'
            then i.analytics_data -> 'retention_data' else '[]' end
        )
        from public.content_items as i where i.organization_id = v_organization_id and i.id = t.id
      )) else '{}' end order by t.place), '[]')
      from top as t
    ),
    'summary', jsonb_build_object(
      'total_videos_analyzed', (select count(*) from video),
      'average_performance_score', (select round(avg(v.performance_score), 2) from video as v),
      'top_keywords', array(
        select w.keyword from word as w where w.percentile >= 50 order by w.videos * (w.percentile - 50) desc, w.keyword
      ),
      'performance_trends', jsonb_build_object(
        'views_trend', private.percent_change(g.views, g.views_before),
        'engagement_trend', private.percent_change(g.engagement, g.engagement_before)
      )
    )
  )
  into v_result
  from gain as g;
  return v_result;
end;
$$;

-- The parameters are the query of a client, named as in the address.
create function public.top_videos(
  days integer default 30, "limit" integer default 10, sort_by text default 'performance_score',
  include_analytics boolean default false, p_social_account_id uuid default null
)
returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select private.top_videos(days, "limit", sort_by, include_analytics, p_social_account_id)
$$;
comment on function public.top_videos(integer, integer, text, boolean, uuid) is
'Videos published in the last `days` (30), best first by sort_by: performance_score (unless said otherwise),
views or published_at; `limit` from 1 to 100 (10). {videos: [{id, youtube_video_id (the platform''s own id), title,
view_count, like_count, comment_count, published_at, performance_score, performance_percentile[, analytics:
{watch_time_minutes, average_view_duration (seconds), click_through_rate (a fraction), subscriber_growth,
retention_data}]}], summary: {total_videos_analyzed, average_performance_score, top_keywords (tags of videos above
the channel''s middle), performance_trends: {views_trend, engagement_trend}}}. Trends are the percent by which those
of their channels that were counted all that time gained more than in as many days before. Null is what the platform
does not report, or nothing to compare with. Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

grant execute on function
  private.is_video(text, text, integer), private.top_videos(integer, integer, text, boolean, uuid),
  public.top_videos(integer, integer, text, boolean, uuid)
to authenticated;
