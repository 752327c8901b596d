begin;
select plan(14);

select tests.create_user('ada@example.test') as ada \gset

select tests.act_as(:'ada');
select is(tests.raised_code($$select public.record_trending_keywords('[]')$$), '42501', 'people write none');
select is(
  tests.raised_code(
    $$insert into public.trending_keywords (platform, keyword, source, valid_end) values ('x', 'a', 's', now())$$
  ),
  '42501', 'nor by hand'
);

select tests.act_as_owner();
select ok(
  exists (
    select from pg_index as i
    join pg_attribute as a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
    where i.indrelid = 'public.trending_keywords'::regclass and a.attname = 'keyword' and i.indpred is null
  ), 'a word is looked up without reading all words'
);

select tests.act_as_role('service_role');
select is(
  public.record_trending_keywords('[
    {"platform": "youtube", "keyword": " #Sourdough ", "source": "google_trends", "trending_score": 70},
    {"platform": "youtube", "keyword": "sourdough", "source": "google_trends", "trending_score": 90},
    {"platform": "youtube", "keyword": "sourdough", "source": "google_trends", "region": "NL", "language": "nl"},
    {"platform": "x", "keyword": "gone", "source": "old", "valid_start": "2020-01-01", "valid_end": "2020-01-02"}
  ]'), 3, 'one row for each word, place and source'
);
select is(
  public.record_trending_keywords(
    '[{"platform": "youtube", "keyword": "sourdough", "source": "google_trends",
      "trending_score": 95, "search_volume": 5000000000, "competition_level": "high"}]'
  ), 1, 'what is known is brought up to date'
);
select is(
  tests.raised_code($$select public.record_trending_keywords('{}')$$), 'VALIDATION_ERROR', 'anything but an array is refused'
);
select is(
  tests.raised_code($$
    select public.record_trending_keywords('[{"platform": "x", "keyword": "a", "source": "s", "trending_score": 101}]')
  $$),
  '23514', 'scores end at 100'
);

select tests.act_as(:'ada');
select is((select count(*) from public.trending_keywords), 2::bigint, 'people see what is valid');
select is(
  (select t.trending_score from public.trending_keywords as t where t.region is null), 95.00, 'with the last score'
);
select is(
  (select t.search_volume from public.trending_keywords as t where t.region is null), 5000000000, 'and any number of searches'
);
select is(
  (select max(t.valid_end) - now() from public.trending_keywords as t), interval '24 hours', 'valid for a day unless said otherwise'
);

select tests.act_as_owner();
select is((select count(*) from public.trending_keywords), 3::bigint, 'the expired one is there');
select private.apply_retention() \g /dev/null
select is((select count(*) from public.trending_keywords), 2::bigint, 'until retention runs');
select is(
  (select count(*) from cron.job as j where j.command like '%apply_retention%' and j.active), 1::bigint, 'which it does by itself'
);

select * from finish();
rollback;
