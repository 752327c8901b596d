begin;
\ir setup.sql
select plan(17);

select tests.create_user() as ada \gset
select tests.create_user() as bob \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.account(:'org') as account \gset
insert into public.content_assets (organization_id, title, content_type, source_url)
values (:'org', 'Talk', 'video', 'https://example.test/talk') returning id as asset \gset
insert into public.generated_content (organization_id, content_type, generated_text, ai_model, content_asset_id)
select :'org', 'caption', 'Text', 'local', :'asset' from generate_series(1, 3);
select analytics_test.item(:'account', 'p1', 5, 9000) as p1 \gset
select analytics_test.item(:'account', 'p2', 5, 1000) as p2 \gset
update public.content_items set like_count = 600 where id = :'p1';
update public.content_items set like_count = 300, comment_count = 100 where id = :'p2';
insert into public.scheduled_posts (
  organization_id, platform, social_account_id, generated_content_id, content_version, local_on, local_time, due_at,
  platform_post_id
)
select :'org', 'youtube', :'account', g.id, 1, current_date + 2, '12:00', now(), 'p' || g.n
from (select id, row_number() over () as n from public.generated_content) as g where g.n < 3;

select tests.act_as(:'ada');
select public.calculate_roi(:'asset', 2, 1, 1, 0, 0.05, 1, 'eur') as roi \gset
select is(:'roi'::jsonb ->> 'repurposed_pieces_count', '3', 'three pieces');
select is(:'roi'::jsonb ->> 'total_engagement', '1000', 'engagement of what went online');
select is(:'roi'::jsonb ->> 'total_reach', '10000', 'reach');
select is((:'roi'::jsonb ->> 'total_cost')::numeric, 3.0, '2 hours at 1 and 1 beside');
select is((:'roi'::jsonb ->> 'cost_per_engagement')::numeric, 0.003, 'a third of a cent is not rounded to nothing');
select is((:'roi'::jsonb ->> 'total_value')::numeric, 60.0, '1,000 times 0.05 and 10 times 1');
select is((:'roi'::jsonb ->> 'roi_multiplier')::numeric, 20.0, 'twenty times what it took');
select is((:'roi'::jsonb ->> 'value_score')::numeric, 95.24, 'as a score');
select is(:'roi'::jsonb ->> 'currency', 'EUR', 'in euros');
select is((select count(*) from public.roi_calculations), 1::bigint, 'it is kept');
select is(public.calculate_roi(:'asset') -> 'roi_multiplier', 'null', 'nothing spent, nothing multiplied');
select is(tests.raised_code(format('select public.calculate_roi(%L, -1)', :'asset')), 'VALIDATION_ERROR', 'no negative hours');
select is(tests.raised_code(format($$select public.calculate_roi(%L, 'NaN')$$, :'asset')), 'VALIDATION_ERROR', 'hours are numbers');
select is(
  tests.raised_code(format($$select public.calculate_roi(%L, p_currency => 'euros')$$, :'asset')), 'VALIDATION_ERROR', 'currencies have codes'
);
select lives_ok(
  format('select public.calculate_roi(%L, 99999, 1000000000, 1000000, 10000000, 1000000, 1000000)', :'asset'), 'the largest inputs fit'
);
select is(
  tests.raised_code('insert into public.roi_calculations (total_engagement) values (1)'), '42501', 'nobody writes results'
);
select tests.act_as(:'bob');
select is(tests.raised_code(format('select public.calculate_roi(%L)', :'asset')), 'NOT_FOUND', 'not of others'' assets');

select * from finish();
rollback;
