begin;
\ir ../analytics/setup.sql
select plan(27);

select tests.create_user() as ada \gset
select analytics_test.organization(:'ada') as org \gset
insert into public.client_accounts (organization_id, name, slug) values (:'org', 'Client', 'client') returning id as client \gset
select analytics_test.account(:'org') as account \gset
select analytics_test.account(:'org', 'youtube', :'client') as client_account \gset
select analytics_test.item(:'account', 'v1', 10) as v1 \gset
select analytics_test.item(:'account', 'v2', 20) as v2 \gset
select analytics_test.item(:'account', 'v3', 30) as v3 \gset
select analytics_test.item(:'client_account', 'c1', 40) as c1 \gset
select analytics_test.item(:'account', 'old', 500) as old \gset
-- What is announced has not been used yet.
select analytics_test.item(:'account', 'soon', -30) as soon \gset
update public.content_items set hashtags = '{#Soil,soil}', description = 'About soil. Subscribe for more!'
where id in (:'v1', :'v2', :'c1', :'old', :'soon');
insert into public.content_milestones
  (organization_id, content_item_id, age_days, captured_on, views, engagement, percentile)
select i.organization_id, i.id, 7, current_date, 100, 10,
  case i.platform_content_id when 'v1' then 90 when 'c1' then 30 else 50 end
from public.content_items as i where i.id not in (:'v2', :'soon');
insert into public.hashtag_library (organization_id, hashtag, platform, client_account_id)
values (:'org', 'Soil', null, null), (:'org', 'soil', 'youtube', :'client'), (:'org', 'soil', 'tiktok', null),
  (:'org', 'unused', null, null);
insert into public.cta_library (organization_id, cta_text, cta_type)
values (:'org', 'Subscribe for more!', 'subscribe'), (:'org', 'Buy it', 'other'), (:'org', 'Tell me why', 'comment');
-- A call that was written for a post, and a tag that the platform does not report back.
insert into public.generated_content (organization_id, content_type, generated_text, ai_model, cta, hashtags)
values (:'org', 'caption', 'x', 'm', 'tell me WHY ', '{unused}') returning id as generated \gset
insert into public.scheduled_posts
  (organization_id, platform, social_account_id, generated_content_id, content_version, local_on, local_time, due_at,
    platform_post_id)
values (:'org', 'youtube', :'account', :'generated', 1, current_date + 2, '12:00', now(), 'v3');

create function pg_temp.tag(p_tag text, p_platform text, p_client uuid) returns text language sql as $$
  select concat_ws(' ', coalesce(performance_score::text, '–'), scored_count, usage_count) from public.hashtag_library
  where hashtag = p_tag and platform is not distinct from p_platform and client_account_id is not distinct from p_client
$$;
create function pg_temp.call(p_text text) returns text language sql as $$
  select concat_ws(' ', coalesce(performance_score::text, '–'), scored_count, usage_count)
  from public.cta_library where cta_text = p_text
$$;
select is(public.relearn_libraries(:'org'), 5, 'those that were used have learned');
select is(pg_temp.tag('Soil', null, null), '60.00 2 3', 'three posts of a year used it, two of them measured');
select is(pg_temp.tag('soil', 'youtube', :'client'), '30.00 1 1', 'a client''s tag learns from the client''s posts');
select is(pg_temp.tag('soil', 'tiktok', null), '– 0 0', 'another platform teaches it nothing');
select is(pg_temp.tag('unused', null, null), '50.00 1 1', 'tags that were written for the post count');
select is(pg_temp.call('Subscribe for more!'), '60.00 2 3', 'a call at the end of a text');
select is(pg_temp.call('Tell me why'), '50.00 1 1', 'a call that a post was made with, whatever its case');
select is(pg_temp.call('Buy it'), '– 0 0', 'one that nobody used');
select is(
  (select last_used_at from public.hashtag_library where hashtag = 'Soil'),
  (select published_at from public.content_items where id = :'v1'), 'when it was used last'
);
select is(public.relearn_libraries(:'org'), 0, 'the second time there is nothing to learn');
update public.content_milestones set percentile = 70 where content_item_id = :'v1';
select is(public.relearn_libraries(:'org'), 2, 'a corrected measure corrects what was learned');
select is(pg_temp.tag('Soil', null, null), '50.00 2 3', 'exactly');

-- Brands: what was written for one, else the default brand of the item's client or organization.
insert into public.brand_profiles (organization_id, name) values (:'org', 'Ours') returning id as ours \gset
insert into public.brand_profiles (organization_id, name) values (:'org', 'Other') returning id as other \gset
insert into public.brand_profiles (organization_id, client_account_id, name)
values (:'org', :'client', 'Client') returning id as clients \gset
update public.brand_profiles set is_default = id <> :'other' where organization_id = :'org';
insert into public.hashtag_library (organization_id, hashtag, brand_profile_id)
values (:'org', 'SOIL', :'ours'), (:'org', 'SOIL', :'other'), (:'org', 'SOIL', :'clients');
insert into public.cta_library (organization_id, cta_text, cta_type, brand_profile_id)
values (:'org', 'Subscribe, for MORE', 'subscribe', :'ours'), (:'org', 'subscribe for', 'subscribe', :'other');
insert into public.generated_content
  (organization_id, content_type, generated_text, ai_model, hashtags, brand_profile_id)
values (:'org', 'caption', 'x', 'm', '{soil}', :'other') returning id as for_other \gset
insert into public.scheduled_posts
  (organization_id, platform, social_account_id, generated_content_id, content_version, local_on, local_time, due_at,
    platform_post_id)
values (:'org', 'youtube', :'account', :'for_other', 1, current_date + 2, '12:00', now(), 'v2');
create function pg_temp.of_brand(p_brand uuid) returns text language sql as $$
  select concat_ws(' ', coalesce(performance_score::text, '–'), scored_count, usage_count)
  from public.hashtag_library where brand_profile_id = p_brand
$$;
select is(public.relearn_libraries(:'org'), 5, 'those of brands have learned');
select is(pg_temp.of_brand(:'ours'), '70.00 1 1', 'from what nobody wrote for another brand');
select is(pg_temp.of_brand(:'other'), '– 0 1', 'from what was written for it');
select is(pg_temp.of_brand(:'clients'), '30.00 1 1', 'and from what its client published');
select is(pg_temp.call('Subscribe, for MORE'), '70.00 1 1', 'a call of a brand, whatever stands between its words');
select is(pg_temp.call('subscribe for'), '– 0 1', 'whole words only, in the posts of the brand');

-- Calls that share their words, stand inside a word, or have no blanks.
insert into public.cta_library (organization_id, cta_text, cta_type)
values (:'org', 'more', 'other'), (:'org', 'scribe for', 'other'), (:'org', '登録お願い', 'other'), (:'org', '👇', 'other');
update public.content_items set description = '最後に登録お願いします' where id = :'v3';
select public.relearn_libraries(:'org') \g /dev/null
select is(
  (select string_agg(format('%s %s', cta_text, usage_count), ', ' order by cta_text collate "C") from public.cta_library
    where cta_text = any(array['more', 'scribe for', '登録お願い', '👇'])),
  'more 3, scribe for 0, 登録お願い 1, 👇 0', 'a call is found as a whole, in whatever script'
);

-- Templates learn from what was made with them.
insert into public.content_templates (organization_id, name, content_type, template_text)
values (:'org', 't', 'caption', 'x') returning id as template \gset
update public.generated_content set content_template_id = :'template' where id in (:'generated', :'for_other');
select public.relearn_libraries(:'org') \g /dev/null
select is(
  (select format('%s %s', average_performance, scored_count) from public.content_templates where id = :'template'),
  '50.00 1', 'a template learns from the posts made with it that were measured'
);
update public.content_milestones set percentile = 20 where content_item_id = :'v3';
select public.relearn_libraries(:'org') \g /dev/null
select is(
  (select average_performance from public.content_templates where id = :'template'), 20.00, 'anew when a measure is corrected'
);

-- A job for each organization.
select tests.create_user() as bob \gset
insert into public.cta_library (organization_id, cta_text, cta_type)
values (analytics_test.organization(:'bob'), 'Subscribe', 'subscribe');
select is(private.request_library_learning(), 2, 'every organization that saves something learns');
select private.request_library_learning() \g /dev/null
select is(
  (select array_agg(j.organization_id order by j.id) from public.jobs as j where j.kind = 'relearn_libraries'),
  (select array_agg(o.id order by o.id) from public.organizations as o), 'in a job of its own, and once at a time'
);
select is(
  (select array_agg(distinct j.quota_metric) from public.jobs as j where j.kind = 'relearn_libraries'), '{null}', 'at no cost'
);

select tests.act_as_role('catalyst_worker');
select is(public.relearn_libraries(:'org'), 0, 'workers may ask for it');
select is(tests.raised_code('select public.relearn_libraries(null)'), 'VALIDATION_ERROR', 'of an organization');
select tests.act_as(:'ada');
select is(tests.raised_code(format('select public.relearn_libraries(%L)', :'org')), '42501', 'clients may not');

select * from finish();
rollback;
