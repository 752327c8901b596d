begin;
\ir setup.sql
select plan(16);

select tests.create_user() as ada \gset
select tests.create_user() as cleo \gset
select tests.create_user() as bob \gset
select analytics_test.organization(:'ada') as org \gset
insert into public.client_accounts (organization_id, name, slug) values (:'org', 'One', 'one') returning id as one \gset
insert into public.client_accounts (organization_id, name, slug) values (:'org', 'Two', 'two') returning id as two \gset
insert into public.organization_members (organization_id, user_id, role, client_account_id)
values (:'org', :'cleo', 'client', :'one');
select analytics_test.account(:'org', 'youtube', :'one') as mine \gset
select analytics_test.account(:'org', 'youtube', :'two') as theirs \gset
select analytics_test.item(:'mine', 'm', 3) as m \gset
select analytics_test.item(:'theirs', 't', 3) as t \gset
select public.record_content_metrics(:'mine', analytics_test.report('m 2 100', 'm 0 300')) ->> 'changed' as mine_changed \gset
select public.record_content_metrics(:'theirs', analytics_test.report('t 2 1000', 't 0 3000')) ->> 'changed' as theirs_changed \gset
update private.score_requests set due_at = now();
select private.process_score_requests() \g /dev/null

select tests.act_as(:'cleo', :'org');
select is((select array_agg(distinct content_item_id) from public.content_metrics), array[:'m'::uuid], 'metrics of the client''s items');
select is((select array_agg(content_item_id) from public.content_scores), array[:'m'::uuid], 'scores');
select is((select array_agg(distinct content_item_id) from public.content_milestones), array[:'m'::uuid], 'milestones');
select is(
  (select array_agg(distinct social_account_id) from public.social_account_daily_stats), array[:'mine'::uuid], 'days of the client''s accounts'
);
select is((select count(*) from public.organization_daily_stats), 0::bigint, 'not the sums of all clients');
select is(public.analytics_dashboard_data(7) #>> '{totals,views}', '300', 'the dashboard is of the client');
select is(public.analytics_dashboard_data(7) #>> '{platforms,0,views}', '300', 'so are the platforms');
select is(
  tests.raised_code(format('select public.analytics_dashboard_data(7, p_social_account_id => %L)', :'theirs')), 'NOT_FOUND',
  'the other client''s account is none'
);
select is(
  tests.raised_code(format('select public.best_posting_times(%L)', :'theirs')), 'NOT_FOUND', 'nor are its hours'
);
select tests.act_as(:'ada');
select is(public.analytics_dashboard_data(7) #>> '{totals,views}', '3300', 'the owner sees both');
select is((select count(*) from public.content_scores), 2::bigint, 'and both scores');

select tests.act_as(:'bob');
select is(
  (select count(*) from public.content_metrics) + (select count(*) from public.content_scores)
  + (select count(*) from public.content_milestones) + (select count(*) from public.organization_daily_stats)
  + (select count(*) from public.social_account_daily_stats), 0::bigint, 'strangers see nothing'
);
select is(
  tests.raised_code(format('select public.record_content_metrics(%L, %L)', :'mine', '[]')), '42501', 'and report nothing'
);
select tests.act_as(:'ada');
select is(
  tests.raised_code(format('select public.record_content_metrics(%L, %L)', :'mine', '[]')), '42501', 'nor does the owner: platforms do'
);
select is(
  tests.raised_code(format(
    'insert into public.content_metrics (organization_id, content_item_id, captured_on, views) values (%L, %L, current_date, 1)',
    :'org', :'m'
  )), '42501', 'there is no way around'
);
select is(tests.raised_code('update public.organization_daily_stats set views = 1000000'), '42501', 'nor to better days');

select * from finish();
rollback;
