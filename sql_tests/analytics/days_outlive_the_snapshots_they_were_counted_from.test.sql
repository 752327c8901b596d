begin;
\ir setup.sql
select plan(6);

select tests.create_user() as ada \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.account(:'org') as account \gset
select analytics_test.item(:'account', 'old', 900, 0) as item \gset
select tests.act_as_role('service_role');
select public.record_content_metrics(:'account', analytics_test.report('old 899 10', 'old 850 40', 'old 3 100 5')) \gset ignored_
select tests.act_as_owner();
select analytics_test.days(:'account') as before \gset
select is(:'before'::text, '899: 10/0, 850: 30/0, 3: 60/0', 'each day has what it added');

-- The snapshots past 25 months lie in the default partition or in that of their month: both go.
select private.maintain_partitions() \g /dev/null
select lives_ok($$select private.apply_retention('public.content_metrics')$$, 'retention runs');
select is(
  (select array_agg(analytics_test.day(0) - m.captured_on) from public.content_metrics as m
    where m.content_item_id = :'item'),
  array[3], 'snapshots of two years ago are gone'
);
select is(analytics_test.days(:'account'), :'before', 'the days of the account stay');
select is(analytics_test.organization_days(:'org'), :'before', 'and those of the organization');

select tests.act_as_role('service_role');
select public.record_content_metrics(:'account', analytics_test.report('old 2 110 5')) \gset ignored_
select tests.act_as_owner();
select is(analytics_test.days(:'account'), :'before'::text || ', 2: 10/0', 'what comes later adds its part');

select * from finish();
rollback;
