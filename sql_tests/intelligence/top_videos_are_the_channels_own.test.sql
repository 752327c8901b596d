begin;
\ir ../analytics/setup.sql
select plan(18);

select tests.create_user() as ada \gset
select tests.create_user() as bob \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.account(:'org') as account \gset
select analytics_test.account(:'org', 'linkedin') as posts \gset
select analytics_test.item(:'account', 'v1', 2, 100) as v1 \gset
select analytics_test.item(:'account', 'v2', 10, 300) as v2 \gset
select analytics_test.item(:'account', 'v3', 20, 200) as v3 \gset
select analytics_test.item(:'account', 'v4', 40, 9000) as v4 \gset
select analytics_test.item(:'posts', 'p1', 1, 5000) as p1 \gset
update public.content_items set tags = '{Soil,soil}', watch_time_minutes = 12, click_through_rate = 0.05,
  analytics_data = '{"retention_data": [{"timestamp": 0, "retention": 1}]}'
where id in (:'v2', :'v3');
insert into public.content_scores (organization_id, content_item_id, performance_score, performance_percentile)
values (:'org', :'v1', 20, 0), (:'org', :'v3', 80, 100), (:'org', :'v2', 60, 50);
insert into public.social_account_daily_stats (organization_id, social_account_id, stat_on, views, likes)
values (:'org', :'account', analytics_test.day(3), 150, 10), (:'org', :'account', analytics_test.day(33), 100, 20),
  (:'org', :'account', analytics_test.day(60), 1, 0), (:'org', :'posts', analytics_test.day(3), 9999, 0);

select tests.act_as(:'ada');
create function pg_temp.titles(p_answer jsonb) returns text language sql as $$
  select string_agg(v ->> 'youtube_video_id', ' ' order by n) from jsonb_array_elements(p_answer -> 'videos') with ordinality as l (v, n)
$$;
select public.top_videos() as top \gset
select is(pg_temp.titles(:'top'), 'v3 v2 v1', 'by score, of the last 30 days, videos only');
select is(pg_temp.titles(public.top_videos(sort_by => 'views')), 'v2 v3 v1', 'by views');
select is(pg_temp.titles(public.top_videos(sort_by => 'published_at')), 'v1 v2 v3', 'by date');
select is(pg_temp.titles(public.top_videos(60, 2, 'views')), 'v4 v2', 'of more days, at most two');
select is(:'top'::jsonb #> '{videos,0,analytics}', null, 'without analytics unless asked for');
select is(
  public.top_videos(include_analytics => true) #> '{videos,0,analytics}',
  '{"watch_time_minutes": 12.00, "average_view_duration": null, "click_through_rate": 0.0500, "subscriber_growth": 0,
    "retention_data": [{"timestamp": 0, "retention": 1}]}'::jsonb,
  'with them: null is what the platform does not report'
);
select is(public.top_videos(include_analytics => true) #>> '{videos,2,analytics,retention_data}', '[]', 'no retention known');
select is(:'top'::jsonb #>> '{summary,total_videos_analyzed}', '3', 'how many');
select is(:'top'::jsonb #>> '{summary,average_performance_score}', '53.33', 'their mean score');
select is(:'top'::jsonb #> '{summary,top_keywords}', '["soil"]'::jsonb, 'tags of videos above the middle');
select is(:'top'::jsonb #>> '{summary,performance_trends,views_trend}', '50.00', 'half as many views again as in the 30 days before');
select is(:'top'::jsonb #>> '{summary,performance_trends,engagement_trend}', '-50.00', 'half the engagement');
select is(
  public.top_videos(days => 40) #>> '{summary,performance_trends,views_trend}', null, 'nothing of a period that was not counted from its first day'
);
select is(tests.raised_code($$select public.top_videos(sort_by => 'luck')$$), 'VALIDATION_ERROR', 'an order that there is');
select is(tests.raised_code('select public.top_videos("limit" => null)'), 'VALIDATION_ERROR', 'a limit');
select is(tests.raised_code('select public.top_videos(days => 100000)'), 'VALIDATION_ERROR', 'a bounded period');

select tests.act_as(:'bob');
select is(pg_temp.titles(public.top_videos()), null, 'others have their own');
select is(
  tests.raised_code(format('select public.top_videos(p_social_account_id => %L)', :'account')), 'NOT_FOUND', 'also when they name the account'
);

select * from finish();
rollback;
