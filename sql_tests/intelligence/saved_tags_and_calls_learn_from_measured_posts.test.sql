begin;
\ir ../analytics/setup.sql
select plan(15);

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
update public.content_items set hashtags = '{#Soil,soil}', description = 'About soil. Subscribe for more!'
where id in (:'v1', :'v2', :'c1', :'old');
insert into public.content_milestones
  (organization_id, content_item_id, age_days, captured_on, views, engagement, percentile)
select i.organization_id, i.id, 7, current_date, 100, 10,
  case i.platform_content_id when 'v1' then 90 when 'c1' then 30 else 50 end
from public.content_items as i where i.id <> :'v2';
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
select is(private.relearn_libraries(:'org'), 5, 'those that were used have learned');
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
select is(private.relearn_libraries(:'org'), 0, 'the second time there is nothing to learn');
update public.content_milestones set percentile = 70 where content_item_id = :'v1';
select is(private.relearn_libraries(), 2, 'a corrected measure corrects what was learned');
select is(pg_temp.tag('Soil', null, null), '50.00 2 3', 'exactly');

select tests.act_as_role('catalyst_worker');
select is(public.relearn_libraries(:'org'), 0, 'workers may ask for it');
select is(tests.raised_code('select public.relearn_libraries(null)'), 'VALIDATION_ERROR', 'of an organization');
select tests.act_as(:'ada');
select is(tests.raised_code(format('select public.relearn_libraries(%L)', :'org')), '42501', 'clients may not');

select * from finish();
rollback;
