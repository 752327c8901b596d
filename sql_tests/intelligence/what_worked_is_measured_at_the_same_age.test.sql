begin;
\ir ../analytics/setup.sql
select plan(32);

select tests.create_user() as ada \gset
select tests.create_user() as bob \gset
select analytics_test.organization(:'ada') as org \gset
update public.organizations set timezone = 'Europe/Amsterdam' where id = :'org';
select analytics_test.account(:'org') as account \gset
select analytics_test.item(:'account', 'v' || n, 20 + n) from generate_series(1, 12) as n \g /dev/null
-- Four questions did well, four statements badly, four numbers as usual.
update public.content_items
set duration_seconds = case when n <= 4 then 40 else 400 end, hashtags = case when n <= 4 then '{#Garden}'::text[] else '{diy}' end,
  tags = case when n <= 4 then '{Soil}'::text[] else '{Tools}' end,
  title = case when n <= 4 then format('Why does plant %s die?', n) when n <= 8 then format('Plant %s is fine', chr(64 + n)) else n || ' plants' end,
  transcript = case when n <= 4 then 'You kill your plants. Subscribe for more.' when n <= 8 then 'Compost is slow. Bye.' end
from (select id as item_id, substring(platform_content_id from 2)::integer as n from public.content_items) as k
where id = k.item_id;
insert into public.content_milestones
  (organization_id, content_item_id, age_days, captured_on, views, engagement, percentile)
select i.organization_id, i.id, a.age_days, current_date, 100, 10,
  case when a.age_days = 28 then 1 when i.tags @> '{Soil}' then 90 when i.transcript is not null then 10 else 50 end
from public.content_items as i cross join (values (7), (28)) as a (age_days);

select tests.act_as(:'ada');
select public.what_worked(:'account') as found \gset
create function pg_temp.list(p_found jsonb, p_name text) returns text language sql as $$
  select string_agg(format('%s ×%s %s', e ->> 'value', e ->> 'sample_count', e ->> 'lift'), ', ' order by n)
  from jsonb_array_elements(p_found -> p_name) with ordinality as l (e, n)
$$;
select is(:'found'::jsonb ->> 'sample_count', '12', 'all measured items');
select is(:'found'::jsonb -> 'age_days', '{"7": 12}'::jsonb, 'at seven days where there is one');
select is(:'found'::jsonb ->> 'average_percentile', '50.00', 'their mean');
select is(:'found'::jsonb ->> 'is_learned', 'true', 'enough to learn from');
select is(:'found'::jsonb ->> 'timezone', 'Europe/Amsterdam', 'hours are the organization''s');
select is(pg_temp.list(:'found', 'titles'), 'question ×4 40.00, number ×4 0.00, statement ×4 -40.00', 'titles by kind, best first');
select is(pg_temp.list(:'found', 'hooks'), 'address ×4 40.00, statement ×4 -40.00', 'hooks: what is said first');
select is(
  :'found'::jsonb -> 'hooks' -> 0 -> 'examples' -> 0 ->> 'text', 'You kill your plants.', 'with examples from the channel itself'
);
select is(:'found'::jsonb -> 'hooks' -> 0 ->> 'score', '67.78', 'four lucky items are mixed with five ordinary ones');
select is(pg_temp.list(:'found', 'ctas'), 'subscribe ×4 40.00', 'what was asked of viewers');
select is(:'found'::jsonb #>> '{ctas,0,examples,0,text}', 'Subscribe for more.', 'in its words');
select is(pg_temp.list(:'found', 'hashtags'), 'garden ×4 40.00, diy ×8 -20.00', 'hashtags, whatever their case');
select is(pg_temp.list(:'found', 'keywords'), 'soil ×4 40.00, tools ×8 -20.00', 'tags');
select is(pg_temp.list(:'found', 'durations'), '31-60 ×4 40.00, 181-480 ×8 -20.00', 'lengths in seconds');
select is(pg_temp.list(:'found', 'text_lengths'), null, 'a video is no text');
select is(jsonb_array_length(:'found'::jsonb -> 'best'), 5, 'the best items');
select is(
  :'found'::jsonb -> 'avoid' -> 0 ->> 'value', 'statement', 'what went badly is told as well'
);
select ok(
  (
    select bool_and(e ->> 'value' ~ '^[A-Z][a-z]+day 1[34]:00$')
    from jsonb_array_elements(public.what_worked(:'account', p_minimum_samples => 1) -> 'slots') as e
  ),
  'hours of the week on the organization''s clock'
);

-- What the writer of posts is told.
select public.create_generation('Compost.', '{x,linkedin}') ->> 'generation_id' as generation \gset
select tests.act_as_owner();
select is(public.what_worked_on_platforms(:'org', :'generation'), '{}', 'a platform without measured items teaches nothing');
update public.generations set selected_platforms = '{youtube,x}' where id = :'generation';
select tests.act_as_role('catalyst_worker');
select public.what_worked_on_platforms(:'org', :'generation') as told \gset
select is(array(select jsonb_object_keys(:'told'::jsonb)), '{youtube}', 'one with ten teaches');
select is(pg_temp.list(:'told'::jsonb -> 'youtube', 'hooks'), 'address ×4 40.00, statement ×4 -40.00', 'what was measured on it');
select is(
  tests.raised_code(format('select public.what_worked_on_platforms(%L, %L)', gen_random_uuid(), :'generation')), 'NOT_FOUND', 'to its organization'
);
select tests.act_as_owner();
select is(
  private.post_reasons('x', '{"thread": ["Waarom?"], "hashtags": ["#Tuin"]}', 'Waarom?', jsonb_build_object(
    'hashtags', '[{"value": "tuin", "average_percentile": 81, "sample_count": 4}]'::jsonb,
    'hashtag_counts', '[{"value": "1-3", "average_percentile": 60, "sample_count": 7}]'::jsonb
  ), 'nl'),
  array['Gemeten: berichten met de hashtag #tuin, gemiddeld het 81e percentiel van dit kanaal (4 berichten).',
    'Gemeten: berichten met 1-3 hashtags, gemiddeld het 60e percentiel van dit kanaal (7 berichten).'],
  'reasons are what was measured of posts like it'
);
select tests.act_as(:'ada');
select is(public.what_worked(:'account', p_days => 5) ->> 'sample_count', '0', 'nothing measured, nothing claimed');
select is(public.what_worked(:'account', p_days => 5) -> 'hooks', '[]'::jsonb, 'nor listed');
select is(tests.raised_code('select public.what_worked(p_limit => 0)'), 'VALIDATION_ERROR', 'bounded');
select is(tests.raised_code($$select public.what_worked(p_platform => 'myspace')$$), 'VALIDATION_ERROR', 'of a platform there is');

select tests.act_as(:'bob');
select is(tests.raised_code(format('select public.what_worked(%L)', :'account')), 'NOT_FOUND', 'another''s channel is not there');
select is(
  tests.raised_code(format('select public.what_worked_for(%L)', :'org')), '42501', 'nor can clients ask as workers do'
);

-- What worked for a client is the client's.
select tests.act_as_owner();
insert into public.client_accounts (organization_id, name, slug) values (:'org', 'Client', 'client') returning id as client \gset
select analytics_test.account(:'org', 'youtube', :'client') as client_account \gset
select analytics_test.item(:'client_account', 'c1', 9) as client_item \gset
insert into public.content_milestones
  (organization_id, content_item_id, age_days, captured_on, views, engagement, percentile)
values (:'org', :'client_item', 7, current_date, 1, 1, 99);
select tests.act_as_role('catalyst_worker');
select is(public.what_worked_for(:'org') ->> 'sample_count', '12', 'the organization''s own');
select is(public.what_worked_for(:'org', p_client_account_id => :'client') ->> 'sample_count', '1', 'or the client''s');

-- Nothing to learn from.
select tests.act_as_owner();
select tests.create_user() as cleo \gset
select analytics_test.organization(:'cleo') as beginner \gset
select tests.act_as(:'cleo', :'beginner');
select public.what_worked() as nothing \gset
select tests.act_as_owner();
select analytics_test.account(:'beginner') as fresh \gset
select analytics_test.item(:'fresh', 'unmeasured', 20) \g /dev/null
select tests.act_as(:'cleo', :'beginner');
select is(public.what_worked(), :'nothing'::jsonb, 'posts that were not measured teach as little as none');

select * from finish();
rollback;
