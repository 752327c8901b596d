begin;
\ir ../analytics/setup.sql
\ir setup.sql
select plan(9);
select tests.create_user() as ada \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.account(:'org', 'x') as x \gset
select analytics_test.item(:'x', 'post' || n, 20 + n) from generate_series(1, 12) as n \g /dev/null
update public.content_items set title = null, description = 'Why is it dry?';
insert into public.content_milestones
  (organization_id, content_item_id, age_days, captured_on, views, engagement, percentile)
select i.organization_id, i.id, 7, current_date, 5000, 10, 90 from public.content_items as i;
select id as post from public.content_items order by platform_content_id limit 1 \gset

select tests.act_as(:'ada');
select is(public.what_worked() ->> 'sample_count', '12', 'twelve posts were measured');
select text_test.titles() \g /dev/null
select tests.act_as_role('service_role');
select payload from text_test.claim() \gset
select is(:'payload'::jsonb #>> '{what_worked,sample_count}', '0', 'none of them is a video');
select tests.act_as(:'ada');
select text_test.titles(jsonb_build_object('video_ids', jsonb_build_array(:'post'))) \g /dev/null
select tests.act_as_role('service_role');
select payload from text_test.claim() \gset
select is(jsonb_array_length(:'payload'::jsonb -> 'sources'), 1, 'a post may be what a video is about');
select is(:'payload'::jsonb #>> '{what_worked,sample_count}', '0', 'and is no video for that');
select tests.act_as(:'ada');
select public.generate_seo_content(
  '{"title": "Soil", "script": "Dig.", "target_keywords": [], "language": "en"}',
  '{"include_timestamps": false, "include_hashtags": true}'
) \g /dev/null
select tests.act_as_role('service_role');
select payload from text_test.claim() \gset
select is(:'payload'::jsonb #>> '{what_worked,sample_count}', '0', 'nor does a description learn from posts');
select tests.act_as_owner();
select is(
  (select u.sample_count from private.usual_views(:'org', null) as u), 0, 'what posts reach is not what a video may reach'
);

-- With videos on two platforms.
update public.plan_limits set limit_value = null where plan = 'free' and metric = 'social_accounts';
select analytics_test.account(:'org') as youtube \gset
select analytics_test.account(:'org', 'tiktok') as tiktok \gset
select analytics_test.item(:'youtube', 'y', 20) as y \gset
select analytics_test.item(:'tiktok', 't' || n, 20) from generate_series(1, 2) as n \g /dev/null
select id as t from public.content_items where platform_content_id = 't1' \gset
insert into public.content_milestones
  (organization_id, content_item_id, age_days, captured_on, views, engagement, percentile)
select i.organization_id, i.id, 7, current_date, 100, 10, 50 from public.content_items as i where i.platform <> 'x';
create function pg_temp.learned(p_org uuid, variadic p_items uuid[]) returns text language sql as $$
  select private.video_history(
    p_org, null, array(select s from private.text_sources(p_org, null, p_items) as s), 5
  ) ->> 'sample_count'
$$;
select is(pg_temp.learned(:'org', :'t', :'post'), '2', 'videos of one channel learn from it');
select is(pg_temp.learned(:'org', :'t', :'y'), '1', 'those of several from the videos on YouTube, which they are written for');
select is(pg_temp.learned(:'org', variadic '{}'), '1', 'as does what is made from nothing published');

select * from finish();
rollback;
