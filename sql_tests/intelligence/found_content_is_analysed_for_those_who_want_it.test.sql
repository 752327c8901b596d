begin;
\ir ../analytics/setup.sql
select plan(15);

select tests.create_user() as ada \gset
select tests.create_user() as bob \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.organization(:'bob') as other \gset
select analytics_test.account(:'org') as account \gset
select analytics_test.account(:'other') as other_account \gset
update public.platform_connections set connected_by = case organization_id when :'org' then :'ada'::uuid else :'bob' end;
select analytics_test.item(:'account', 'v' || n, n) from generate_series(1, 4) as n \g /dev/null
select analytics_test.item(:'account', 'old', 60) as old \gset
select analytics_test.item(:'other_account', 'w', 1) as w \gset

select is(private.analyze_found_items(), 0, 'nobody wants it unless they say so');
update public.user_settings set is_auto_ai_analysis_enabled = true where user_id = :'ada';
select is(private.analyze_found_items(3), 3, 'the newest of those who do, a few at a time');
select is(
  (select string_agg(i.platform_content_id, ' ' order by i.platform_content_id)
    from public.content_analyses as a join public.content_items as i on i.id = a.content_item_id),
  'v1 v2 v3', 'not what was there long before'
);
select is((select created_by from public.jobs where kind = 'analyze_content' limit 1), :'ada', 'in their name');
select is(private.analyze_found_items(), 1, 'then the rest');
select is(private.analyze_found_items(), 0, 'each once');
-- Whose plan is used up does not hold up others.
select analytics_test.item(:'account', 'v9', 1) as v9 \gset
update public.usage_counters set used = 10, reserved = 0 where organization_id = :'org' and metric = 'ai_analyses';
update public.user_settings set is_auto_ai_analysis_enabled = true where user_id = :'bob';
select is(private.analyze_found_items(), 1, 'an organization without quota waits');
select is(
  (select count(*) from public.content_analyses where content_item_id = :'w'), 1::bigint, 'the other one is served'
);

-- What is left of a plan is used.
select analytics_test.item(:'other_account', 'x' || n, 1) from generate_series(1, 4) as n \g /dev/null
update public.usage_counters set used = 8, reserved = 0 where organization_id = :'other' and metric = 'ai_analyses';
select is(private.analyze_found_items(), 2, 'where little is left, as many as there is left');
select is(private.analyze_found_items(), 0, 'and then none');

-- Who may not ask does not ask by a setting.
update public.usage_counters set used = 0, reserved = 0 where metric = 'ai_analyses';
select tests.create_user() as cem \gset
insert into public.organization_members (organization_id, user_id, role) values (:'other', :'cem', 'viewer');
update public.user_settings set is_auto_ai_analysis_enabled = true where user_id = :'cem';
update public.platform_connections set connected_by = :'cem' where organization_id = :'other';
update public.user_settings set is_auto_ai_analysis_enabled = false where user_id in (:'ada', :'bob');
select is(private.analyze_found_items(), 0, 'a viewer''s wish spends nothing');
update public.organization_members set role = 'creator' where user_id = :'cem' and organization_id = :'other';
update public.organizations set deleted_at = now() where id = :'other';
select is(private.analyze_found_items(), 0, 'nor does a deleted organization');
update public.organizations set deleted_at = null where id = :'other';
select is(private.analyze_found_items(), 2, 'a creator''s does');

update public.subscriptions set plan = 'enterprise' where organization_id = :'other';
select is(private.analyses_left(:'other'), null, 'a plan without limit');
select analytics_test.item(:'other_account', 'y', 1) as y \gset
select is(private.analyze_found_items(), 1, 'has room');

select * from finish();
rollback;
