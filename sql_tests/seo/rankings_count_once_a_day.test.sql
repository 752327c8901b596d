begin;
select plan(10);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select tests.act_as(:'bob');
select private.active_org() as other \gset
select tests.act_as_owner();
insert into public.generated_content (organization_id, content_type, generated_text, ai_model)
values (:'org', 'blog_article', 'Bread', 'm') returning id as mine \gset
insert into public.generated_content (organization_id, content_type, generated_text, ai_model)
values (:'other', 'blog_article', 'Cake', 'm') returning id as theirs \gset

select tests.act_as_role('service_role');
select is(
  public.store_seo_metrics(:'org', format(
    '[{"generated_content_id": "%s", "organic_traffic": 5, "collected_on": "2026-11-01"},
      {"generated_content_id": "%s", "organic_traffic": 6000000000, "collected_on": "2026-11-01",
       "keyword_rankings": [{"keyword": "content marketing", "position": 5, "search_volume": 10000}]},
      {"generated_content_id": "%s", "organic_traffic": 9}]', :'mine', :'mine', :'theirs')::jsonb),
  1, 'the last reading of a day counts, and only of the organization''s own content'
);
select is((select organic_traffic from public.seo_metrics), 6000000000, 'past four billion');
select public.store_seo_metrics(:'org', format('[{"generated_content_id": "%s", "organic_traffic": 7, "collected_on": "2026-11-01"}]', :'mine')::jsonb);
select results_eq('select count(*), max(organic_traffic) from public.seo_metrics', 'values (1::bigint, 7::bigint)', 'also from another call');
select is(
  tests.raised_code(format($$select public.store_seo_metrics(%L, '{}')$$, :'org')), 'VALIDATION_ERROR', 'readings are an array'
);
select is(
  (select array_agg(tests.raised_code(format('select public.store_seo_metrics(%L, %L)', :'org', jsonb_build_array(t.reading))) order by t.place)
    from (
      select r.place, case when r.more = '5' then '5' else jsonb_build_object('generated_content_id', :'mine') || r.more::jsonb end as reading
      from (values
        (1, '5'), (2, '{"generated_content_id": "x"}'), (3, '{"generated_content_id": null}'), (4, '{"backlinks_count": -1}'),
        (5, '{"organic_traffic": 1.5}'), (6, '{"organic_traffic": "many"}'), (7, '{"domain_authority_impact": 101}'),
        (8, '{"collected_on": "yesterday?"}'), (9, '{"keyword_rankings": {}}'), (10, '{"keyword_rankings": [{"keyword": "a", "position": 0}]}'),
        (11, '{"target_keywords": [1]}')
      ) as r (place, more)
    ) as t),
  array_fill('VALIDATION_ERROR'::text, array[11]), 'and as they must be'
);
select public.store_seo_metrics(:'org', format('[{"generated_content_id": "%s", "backlinks_count": 3, "collected_on": "2026-11-01"}]', :'mine')::jsonb);
select results_eq(
  'select organic_traffic, backlinks_count, keyword_rankings #>> $${0,keyword}$$ from public.seo_metrics',
  $$values (7::bigint, 3::bigint, 'content marketing')$$, 'who counts links takes no visits away'
);
select public.store_seo_metrics(:'org', format('[{"generated_content_id": "%s", "collected_on": "2026-11-02"}]', :'mine')::jsonb);
select is((select organic_traffic from public.seo_metrics where collected_on = '2026-11-02'), null, 'what nobody counted is not nothing');
select is(tests.raised_code($$select public.store_seo_metrics(gen_random_uuid(), '[]')$$), null, 'an empty call stores nothing');
select tests.act_as(:'ada');
select is((select max(organic_traffic) from public.seo_metrics), 7::bigint, 'members read them');
select tests.act_as(:'bob');
select is_empty('select id from public.seo_metrics', 'strangers do not');

select * from finish();
rollback;
