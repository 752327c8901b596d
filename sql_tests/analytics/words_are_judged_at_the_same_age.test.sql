begin;
\ir setup.sql
select plan(9);

select tests.create_user() as ada \gset
select tests.create_user() as bob \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.account(:'org') as account \gset
select analytics_test.item(:'account', 'v' || n, 10 + n) from generate_series(1, 9) as n \g /dev/null
update public.content_items
set hashtags = '{#diy}',
  tags = case
    when platform_content_id in ('v1', 'v2', 'v3') then '{Garden, garden, soil}'::text[] else '{Kitchen}'
  end;
update public.content_items set tags = tags || '{once}'::text[] where platform_content_id = 'v9';
insert into public.content_milestones
  (organization_id, content_item_id, age_days, captured_on, views, engagement, percentile)
select i.organization_id, i.id, 7, current_date, 100, 10, case when i.tags @> '{soil}' then 90 else 30 end
from public.content_items as i;
insert into public.scheduled_posts
  (organization_id, platform, social_account_id, post_hashtags, title, local_on, local_time, due_at, platform_post_id)
select i.organization_id, i.platform, i.social_account_id, '{spring}', 't', current_date + 2, '12:00', now(), i.platform_content_id
from public.content_items as i where i.tags @> '{soil}';

select tests.act_as(:'ada');
select results_eq(
  'select keyword, sample_count, average_percentile, average_engagement_rate from public.keyword_performance()',
  $$values ('garden', 3::bigint, 90.00, 10.00), ('soil', 3, 90.00, 10.00), ('kitchen', 6, 30.00, 10.00)$$,
  'each tag once per item, whatever its case, best first'
);
select is((select count(*) from public.keyword_performance(p_minimum_samples => 1)), 4::bigint, 'few samples are shown when asked for');
select is((select lift from public.keyword_performance() where keyword = 'garden'), 20.00, 'lift is the distance to the mean');
select results_eq(
  'select hashtag, sample_count, average_percentile from public.hashtag_performance()',
  $$values ('spring', 3::bigint, 90.00), ('diy', 9, 50.00)$$, 'hashtags, also those generated for the post'
);
select is((select count(*) from public.keyword_performance(:'account', 5)), 0::bigint, 'of recent items only');
select is(tests.raised_code('select * from public.keyword_performance(p_limit => 0)'), 'VALIDATION_ERROR', 'bounded');
select is(tests.raised_code('select * from public.hashtag_performance(p_days => null)'), 'VALIDATION_ERROR', 'null is no bound');
select tests.act_as(:'bob');
select is((select count(*) from public.keyword_performance(p_minimum_samples => 1)), 0::bigint, 'others have their own');
select is((select count(*) from public.hashtag_performance(:'account', p_minimum_samples => 1)), 0::bigint, 'also when they name the account');

select * from finish();
rollback;
