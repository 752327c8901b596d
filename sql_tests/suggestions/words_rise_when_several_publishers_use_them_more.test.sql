begin;
select plan(23);

select tests.create_user() as ada \gset
select organization_id as org from public.organization_members where user_id = :'ada' \gset

-- Thirty documents of ten sites: most of them weeks old.
create function pg_temp.documents(
  p_words text[], p_count integer, p_days integer, p_language text default 'en', p_platform text default null,
  p_region text default null, p_source text default 'feeds', p_publishers integer default 10
) returns jsonb language sql as $$
  select jsonb_agg(jsonb_build_object(
    'platform', p_platform, 'language', p_language,
    'document_key', encode(sha256(convert_to(concat_ws('/', p_words::text, p_days, p_source, n), 'utf8')), 'hex'),
    'publisher', 'site' || n % p_publishers, 'terms', p_words, 'occurred_at', now() - make_interval(days => p_days)
  ))
  from generate_series(1, p_count) as n
$$;
create function pg_temp.job(p_source text, p_region text default null) returns public.jobs language sql as $$
  select j from public.jobs as j
  where j.kind = 'collect_trends' and j.payload ->> 'source' = p_source
    and j.payload ->> 'region' is not distinct from p_region
$$;
create function pg_temp.told() returns text language sql as $$
  select string_agg(k.keyword || ' ' || k.trending_score, ', ' order by k.trending_score desc, k.keyword)
  from public.trending_keywords as k where k.source = 'feeds'
$$;

select is(private.request_trends(), 0, 'where nobody watches a feed nothing is read');
select tests.act_as(:'ada');
select public.set_content_source(p_url => 'https://site.example.com/feed', p_kind => 'blog') as source \gset
select public.set_content_source(p_url => 'https://www.youtube.com/@baker', p_kind => 'youtube_channel') \g /dev/null
select public.set_content_source(p_url => 'https://paused.example.com/feed', p_status => 'paused') \g /dev/null
select is(tests.raised_code('select public.trend_feeds()'), '42501', 'people do not list what all organizations watch');
select tests.act_as_role('catalyst_worker');
select results_eq(
  'select * from public.trend_feeds() order by url',
  $$values ('https://site.example.com/feed', null), ('https://www.youtube.com/@baker', 'youtube')$$,
  'workers get each address that is watched'
);
select is(tests.raised_code('select public.trend_feeds(0)'), 'VALIDATION_ERROR', 'bounded');
select tests.act_as_owner();

select private.set_system_setting('trends.sources', '{"feeds": true, "youtube_regions": ["nl", "NL", "x", "BE"]}') \g /dev/null
select is(private.request_trends(), 3, 'feeds, and the countries that are set');
select is((select count(*) from public.jobs where kind = 'collect_trends'), 3::bigint, 'each is a job');
select private.request_trends() \g /dev/null
select is((select count(*) from public.jobs where kind = 'collect_trends'), 3::bigint, 'and is not asked for again while it waits');

select private.step_collect_trends(
  pg_temp.job('feeds'), 'batch:1', jsonb_build_object('documents', pg_temp.documents('{bread,oven}', 9, 1))
) \g /dev/null
select private.apply_collect_trends(pg_temp.job('feeds'), '{}') \g /dev/null
select is(pg_temp.told(), null, 'what is met for the first time has not risen');

select private.step_collect_trends(
  pg_temp.job('feeds'), 'batch:2', jsonb_build_object('documents', pg_temp.documents('{bread,oven}', 40, 10))
) \g /dev/null
select private.step_collect_trends(pg_temp.job('feeds'), 'batch:3', jsonb_build_object('documents',
  pg_temp.documents('{frost,"late frost",late}', 6, 2) || pg_temp.documents('{snow,ice}', 3, 1)
  || pg_temp.documents('{loud}', 20, 1, p_publishers => 2) || pg_temp.documents('{vorst}', 3, 1, 'nl')
  || pg_temp.documents('{old}', 5, 40)
)) \g /dev/null
select is((select count(*) from private.trend_documents where 'old' = any(terms)), 0::bigint, 'older than the windows is not kept');
select private.apply_collect_trends(pg_temp.job('feeds'), '{}') \g /dev/null
select is(
  pg_temp.told(), 'late frost 100.00, ice 38.16, snow 38.16',
  'words rise that three publishers use; inside a phrase they are left to it'
);
select results_eq(
  $$select keyword, recent_count, earlier_count, lift from private.rising_outside('feeds', null, null, 'en') limit 1$$,
  $$values ('late frost', 6::bigint, 0::bigint, round((6.5 / 39) / (0.5 / 41), 2))$$,
  'by the formula that is documented'
);
select is(
  (select count(*) from private.rising_outside('feeds', null, null, 'nl')), 0::bigint, 'a language of its own knows too little yet'
);
select private.step_collect_trends(
  pg_temp.job('feeds'), 'batch:1', jsonb_build_object('documents', pg_temp.documents('{frost,"late frost",late}', 6, 2))
) \g /dev/null
select is(
  (select recent_count from private.rising_outside('feeds', null, null, 'en') limit 1), 6::bigint, 'what is met again counts once'
);

select private.step_collect_trends(
  pg_temp.job('youtube', 'NL'), 'batch:1',
  jsonb_build_object('documents', pg_temp.documents('{wereldkampioen}', 12, 0, 'nl', 'youtube', p_source => 'yt')
    || pg_temp.documents('{koken}', 25, 6, 'nl', 'youtube', p_source => 'yt'))
) \g /dev/null
select private.apply_collect_trends(pg_temp.job('youtube', 'NL'), '{}') \g /dev/null
select results_eq(
  $$select platform, keyword, region, language from public.trending_keywords where source = 'youtube'$$,
  $$values ('youtube', 'wereldkampioen', 'NL', 'nl')$$, 'a country''s list is told of that country'
);

select tests.act_as(:'ada');
create function pg_temp.outside(p_platform text default null, p_region text default null)
returns text language sql as $$
  select string_agg(e ->> 'keyword', ', ' order by n)
  from jsonb_array_elements(public.get_trends(p_platform, p_region => p_region) -> 'outside')
    with ordinality as l (e, n)
$$;
select is(pg_temp.outside(), 'late frost, wereldkampioen, ice, snow', 'get_trends shows them');
select is(pg_temp.outside('tiktok'), 'late frost, ice, snow', 'what is of no platform is shown for each');
select is(pg_temp.outside('youtube', 'BE'), 'late frost, ice, snow', 'another country''s is not');
select tests.act_as_owner();
update public.trending_keywords set valid_start = now() - interval '2 days', valid_end = now() - interval '1 second'
where keyword = 'late frost';
select tests.act_as(:'ada');
select is(pg_temp.outside('tiktok'), 'ice, snow', 'and no longer than it is valid');
select tests.act_as_owner();
select is(private.trending_among('tiktok', '{Snow,bread}') ->> 'keywords', '["snow"]', 'analyses are told as well');

update private.trend_documents set occurred_at = occurred_at - interval '40 days' where 'bread' = any(terms);
select private.apply_retention() \g /dev/null
select is((select count(*) from private.trend_documents where 'bread' = any(terms)), 0::bigint, 'documents go when they count no more');
select is(
  (select count(*) from private.rising_outside('feeds', null, null, 'en')), 0::bigint, 'and without earlier weeks nothing rises'
);
select is(
  (select string_agg(distinct column_name::text, ',' order by column_name::text) from information_schema.columns
   where table_schema = 'private' and table_name = 'trend_documents' and column_name ~ 'organization|user|url|title'),
  null, 'whose feed a document came from, and what it says, is not kept'
);
select is(
  (select count(*) from cron.job as j where j.command like '%request_trends%' and j.active), 1::bigint, 'it is asked for by itself'
);

select * from finish();
rollback;
