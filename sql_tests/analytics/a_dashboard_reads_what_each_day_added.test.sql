begin;
\ir setup.sql
select plan(25);

select tests.create_user() as ada \gset
select tests.create_user() as bob \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.account(:'org') as tube \gset
select analytics_test.account(:'org', 'instagram') as gram \gset
select analytics_test.item(:'tube', 'a', 20) as a \gset
select analytics_test.item(:'gram', 'b', 3) as b \gset
select analytics_test.item(:'tube', 'c', 2, 5) as c \gset
select tests.act_as_role('service_role');
select public.record_content_metrics(:'tube', analytics_test.report(
  'a 20 100 10', 'a 12 200 10', 'a 9 260 16', 'a 6 300 20', 'a 1 460 25', 'a 0 500 30'
)) ->> 'changed' as tube_changed \gset
select public.record_content_metrics(:'gram', analytics_test.report('b 2 50 5', 'b 0 40 5')) ->> 'changed' as gram_changed \gset

select tests.act_as(:'ada');
select public.analytics_dashboard_data(7) as week \gset
select is(:'week'::jsonb #>> '{period,days}', '7', 'seven days');
select is(:'week'::jsonb #>> '{period,to}', analytics_test.day(0)::text, 'up to today');
select is(:'week'::jsonb #>> '{totals,views}', '280', 'gained in the period: 40 + 160 + 40 + 50 - 10');
select is(:'week'::jsonb #>> '{totals,engagement}', '19', 'likes too');
select is(:'week'::jsonb #>> '{totals,engagement_rate}', '6.79', 'per hundred views');
select is(:'week'::jsonb #>> '{previous,views}', '160', 'the seven days before: 100 + 60');
select is(:'week'::jsonb #>> '{changes,views}', '75.00', 'three quarters more');
select is(jsonb_array_length(:'week'::jsonb -> 'trend'), 7, 'one point per day');
select is(:'week'::jsonb #>> '{trend,0,views}', '40', 'in order');
select is(:'week'::jsonb #>> '{trend,1,views}', '0', 'without gaps');
select is(:'week'::jsonb #>> '{trend,6,views}', '30', 'the last day: 40 - 10');
select is(
  (select jsonb_agg(p -> 'platform' order by p ->> 'platform') from jsonb_array_elements(:'week'::jsonb -> 'platforms') as p),
  '["instagram", "youtube"]', 'by platform'
);
select is(:'week'::jsonb #>> '{platforms,0,views}', '240', 'the platforms add up to the total');
select is(
  (select jsonb_agg(c -> 'platform_content_id') from jsonb_array_elements(:'week'::jsonb -> 'top_content') as c), '["b", "c"]',
  'the best of what was published in the period'
);
select is(
  public.analytics_dashboard_data(30, p_bucket => 'month', p_compare => false) -> 'previous', 'null', 'no comparison unless asked for'
);
select is(
  (select sum((t ->> 'views')::numeric) from jsonb_array_elements(
    public.analytics_dashboard_data(30, p_bucket => 'week') -> 'trend') as t), 540::numeric, 'weeks add up to the same'
);
select is(
  public.analytics_dashboard_data(7, p_social_account_id => :'gram') #>> '{totals,views}', '40', 'one account alone'
);
select is(
  public.analytics_dashboard_data(p_from => analytics_test.day(12), p_to => analytics_test.day(9)) #>> '{totals,views}', '160', 'any days'
);
select is(
  public.analytics_dashboard_data(7, p_to => date '2010-01-31') #>> '{totals,views}', '0', 'a period without anything is zero, not null'
);
select is(
  public.analytics_dashboard_data(7, p_to => date '2010-01-31') #> '{changes,views}', 'null', 'and compares with nothing'
);
select is(tests.raised_code('select public.analytics_dashboard_data(0)'), 'VALIDATION_ERROR', 'no days');
select is(
  tests.raised_code($$select public.analytics_dashboard_data(p_from => '-infinity')$$), 'VALIDATION_ERROR', 'all days'
);
select is(tests.raised_code($$select public.analytics_dashboard_data(7, p_bucket => 'year')$$), 'VALIDATION_ERROR', 'years');

select tests.act_as(:'bob');
select is(public.analytics_dashboard_data(7) #>> '{totals,views}', '0', 'another organization has its own');
select is(
  tests.raised_code(format('select public.analytics_dashboard_data(7, p_social_account_id => %L)', :'gram')), 'NOT_FOUND',
  'others'' accounts are none'
);

select * from finish();
rollback;
