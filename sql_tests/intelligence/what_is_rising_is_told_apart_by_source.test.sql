begin;
\ir ../analytics/setup.sql
select plan(14);

select tests.create_user() as ada \gset
select tests.create_user() as bob \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.account(:'org') as account \gset
select analytics_test.item(:'account', 'new' || n, 10 + n) from generate_series(1, 3) as n \g /dev/null
select analytics_test.item(:'account', 'old' || n, 100 + n) from generate_series(1, 3) as n \g /dev/null
update public.content_items
set tags = case when platform_content_id like 'new%' then '{Worms,soil}'::text[] else '{soil,snow}' end;
insert into public.content_milestones
  (organization_id, content_item_id, age_days, captured_on, views, engagement, percentile)
select i.organization_id, i.id, 7, current_date, 100, 10, case when i.platform_content_id like 'new%' then 80 else 70 end
from public.content_items as i;
insert into public.trending_keywords
  (platform, keyword, trending_score, source, region, language, valid_start, valid_end)
values
  ('youtube', 'frost', 90, 'google_trends', 'NL', null, now() - interval '1 hour', now() + interval '1 hour'),
  ('youtube', 'frost', 95, 'other', null, null, now() - interval '1 hour', now() + interval '1 hour'),
  ('youtube', 'gone', 99, 'google_trends', null, null, now() - interval '2 hours', now() - interval '1 hour'),
  ('youtube', 'later', 99, 'google_trends', null, null, now() + interval '1 hour', now() + interval '2 hours'),
  ('tiktok', 'dance', 99, 'google_trends', null, null, now() - interval '1 hour', now() + interval '1 hour'),
  ('youtube', 'winter', 50, 'test', 'US', 'en', now() - interval '1 hour', now() + interval '1 hour');

select tests.act_as(:'ada');
create function pg_temp.list(p_found jsonb, p_which text) returns text language sql as $$
  select string_agg(concat_ws(' ', e ->> 'keyword', coalesce(e ->> 'trending_score', e ->> 'lift')), ', ' order by n)
  from jsonb_array_elements(p_found -> p_which) with ordinality as l (e, n)
$$;
select is(pg_temp.list(public.get_trends('youtube'), 'outside'), 'frost 95.00, winter 50.00', 'what outside sources say, each word once');
select is(pg_temp.list(public.get_trends('youtube', p_region => 'NL'), 'outside'), 'frost 95.00', 'in a country or everywhere');
select is(pg_temp.list(public.get_trends('youtube', p_language => 'nl'), 'outside'), 'frost 95.00', 'in a language or any');
select is(pg_temp.list(public.get_trends(), 'outside'), 'dance 99.00, frost 95.00, winter 50.00', 'on every platform');
select is(pg_temp.list(public.get_trends(p_limit => 1), 'outside'), 'dance 99.00', 'the best of them');
select is(pg_temp.list(public.get_trends('youtube'), 'channel'), 'soil 10.00, worms 30.00', 'and what rises on the channel: new words against its middle');
select is(public.get_trends('youtube') #>> '{channel,0,percentile}', '61.25', 'with five ordinary items mixed in');
select is(pg_temp.list(public.get_trends(p_social_account_id => :'account'), 'outside'), 'frost 95.00, winter 50.00', 'an account means its platform');
select is(tests.raised_code($$select public.get_trends(p_region => 'Holland')$$), 'VALIDATION_ERROR', 'a country code');
select is(tests.raised_code('select public.get_trends(p_limit => 0)'), 'VALIDATION_ERROR', 'bounded');
select tests.act_as(:'bob');
select is(public.get_trends('youtube') -> 'channel', '[]'::jsonb, 'another''s channel teaches nobody else');
select is(tests.raised_code(format('select public.get_trends(p_social_account_id => %L)', :'account')), 'NOT_FOUND', 'nor when it is named');
select tests.act_as_role('catalyst_worker');
select is(pg_temp.list(public.trends_for(:'org'), 'channel'), 'soil 10.00, worms 30.00', 'workers are told of an organization');

-- One item says one word in three places.
select tests.act_as_owner();
update public.content_items set tags = '{Frost}', hashtags = '{#frost}' where platform_content_id = 'new1';
select tests.act_as(:'ada');
select is(pg_temp.list(public.get_trends('youtube'), 'channel'), 'soil 10.00, worms 30.00', 'which is one item, not two');

select * from finish();
rollback;
