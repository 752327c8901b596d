begin;
select plan(7);

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
  tests.raised_code(format(
    $$select public.store_seo_metrics(%L, '[{"generated_content_id": "%s", "backlinks_count": -1}]')$$, :'org', :'mine'
  )),
  '23514', 'and never negative'
);
select tests.act_as(:'ada');
select is((select organic_traffic from public.seo_metrics), 7::bigint, 'members read them');
select tests.act_as(:'bob');
select is_empty('select id from public.seo_metrics', 'strangers do not');

select * from finish();
rollback;
