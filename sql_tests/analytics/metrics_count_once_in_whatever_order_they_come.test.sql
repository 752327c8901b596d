begin;
\ir setup.sql
select plan(22);

select tests.create_user() as ada \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.account(:'org') as account \gset
select analytics_test.item(:'account', 'a', 5) as a \gset
select analytics_test.item(:'account', 'old', 400) as old \gset

select tests.act_as_role('service_role');
select is(
  public.record_content_metrics(:'account', analytics_test.report('a 5 100 10', 'a 4 150 12', 'a 2 300 20')),
  '{"received": 3, "changed": 3, "unknown": 0}', 'a batch is stored'
);
select tests.act_as_owner();
select is(analytics_test.days(:'account'), '5: 100/10, 4: 50/2, 2: 150/8', 'a day is what it added, not the total');
select is(analytics_test.organization_days(:'org'), analytics_test.days(:'account'), 'the organization has the same days');
select is((select sum(views) from public.content_metrics), 550::numeric, 'what is stored are totals: their sum would count views many times');
select is((select view_count from public.content_items where id = :'a'), 300::bigint, 'the item carries the newest total');
select is((select subscriber_growth from public.content_items where id = :'a'), 0, 'what was not reported is left as it was');

-- The same again.
select tests.act_as_role('service_role');
select is(
  public.record_content_metrics(:'account', analytics_test.report('a 5 100 10', 'a 4 150 12', 'a 2 300 20')) ->> 'changed',
  '0', 'the same batch again changes nothing'
);
-- A day that was missing, and days in the wrong order.
select public.record_content_metrics(:'account', analytics_test.report('a 3 170 12')) as late \gset
select public.record_content_metrics(:'account', analytics_test.report('a 0 400 30', 'a 1 390 25')) as backwards \gset
select tests.act_as_owner();
select is(
  analytics_test.days(:'account'), '5: 100/10, 4: 50/2, 3: 20/0, 2: 130/8, 1: 90/5, 0: 10/5', 'a late day takes its part from the day after it'
);
-- A past day is corrected, downwards; then a platform takes views back.
select tests.act_as_role('service_role');
select public.record_content_metrics(:'account', analytics_test.report('a 4 120 12')) as corrected \gset
select public.record_content_metrics(:'account', analytics_test.report('a 0 380')) as taken_back \gset
select tests.act_as_owner();
select is(
  analytics_test.days(:'account'), '5: 100/10, 4: 20/2, 3: 50/0, 2: 130/8, 1: 90/5, 0: -10/5', 'corrections move the two days they concern'
);
select is((select sum(views) from public.social_account_daily_stats), 380::numeric, 'the days add up to the total');
select is((select likes from public.content_metrics where captured_on = analytics_test.day(0)), 30::bigint, 'a value left out of a correction stays');
select is(private.rebuild_daily_stats(:'org', :'account'), 0, 'counting everything anew finds no difference');

-- An item from before the account was connected.
select tests.act_as_role('service_role');
select public.record_content_metrics(:'account', analytics_test.report('old 3 1000000 5', 'old 1 1000007 6')) as connected \gset
select tests.act_as_owner();
select is((select sum(views) from public.social_account_daily_stats), 387::numeric, 'an old item begins to count with its second snapshot');

-- A total the platform did not report for a day.
select tests.act_as_role('service_role');
select public.record_content_metrics(:'account', analytics_test.report('old 0 - 9')) as unknown \gset
select tests.act_as_owner();
select is((select sum(views) from public.social_account_daily_stats), 387::numeric, 'an unknown total adds nothing');
select is(private.rebuild_daily_stats(:'org', :'account'), 0, 'still no difference');

-- Weekly beside daily.
select tests.act_as_role('service_role');
select public.record_content_metrics(:'account', jsonb_build_array(jsonb_build_object(
  'content_item_id', :'a', 'captured_on', analytics_test.day(1), 'granularity', 'weekly', 'views', 385
))) as weekly \gset
select tests.act_as_owner();
select is((select sum(views) from public.social_account_daily_stats), 387::numeric, 'a coarser snapshot of the same day counts nothing twice');

-- An older report never wins.
select tests.act_as_role('service_role');
select is(
  public.record_content_metrics(:'account', jsonb_build_array(jsonb_build_object(
    'content_item_id', :'a', 'captured_on', analytics_test.day(0), 'views', 1, 'collected_at', now() - interval '1 day'
  ))) ->> 'changed', '0', 'an older report does not overwrite a younger one'
);
select is(
  public.record_content_metrics(:'account', analytics_test.report('nobody 0 5')) ->> 'unknown', '1', 'an unknown item is skipped and counted'
);
select is(
  public.record_content_metrics(:'account', analytics_test.report('a 0 380', 'a 0 381')) ->> 'changed', '1', 'of two rows of one day the last counts'
);

-- A random history in two orders.
select tests.act_as_owner();
select analytics_test.account(:'org') as other \gset
select analytics_test.item(:'account', 'r' || n, 30) from generate_series(1, 8) as n \g /dev/null
select analytics_test.item(:'other', 'r' || n, 30) from generate_series(1, 8) as n \g /dev/null
create temporary table history on commit drop as
select 'r' || n as item, d, (random() * 1000)::bigint as views, (random() * 50)::bigint as likes
from generate_series(1, 8) as n cross join generate_series(0, 30) as d;
delete from history where random() < 0.3;
grant select on history to service_role;
select tests.act_as_role('service_role');
select count(public.record_content_metrics(:'account', analytics_test.report(variadic rows)))
from (
  select array_agg(format('%s %s %s %s', item, d, views, likes)) as rows
  from (select *, ntile(9) over (order by random()) as part from history) as h
  group by part
) as batches \gset
select public.record_content_metrics(
  :'other',
  (select analytics_test.report(variadic array_agg(format('%s %s %s %s', item, d, views, likes))) from history)
) as at_once \gset
select tests.act_as_owner();
select is(private.rebuild_daily_stats(:'org', :'other'), 0, 'a whole history at once is exact');
select is(private.rebuild_daily_stats(:'org', :'account'), 0, 'so are nine random parts of it in random order');
-- Each item from its first snapshot on, or from zero when that was taken in its first two days.
create temporary table seen on commit drop as
select (array_agg(m.views order by m.captured_on desc))[1] as last_views,
  (array_agg(m.views order by m.captured_on))[1] as first_views,
  min(m.captured_on) <= analytics_test.day(28) as is_fresh
from public.content_metrics as m
join public.content_items as i on i.id = m.content_item_id and i.social_account_id = :'other'
group by m.content_item_id;
select is(
  (select sum(views) from public.social_account_daily_stats where social_account_id = :'other'),
  (select sum(last_views - case when is_fresh then 0 else first_views end) from seen),
  'and adds up to the newest totals'
);

select * from finish();
rollback;
