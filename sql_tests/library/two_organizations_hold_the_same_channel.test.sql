begin;
select plan(7);
\ir setup.sql

-- Ada's agency and Bob both connected the channel "bread".
select tests.act_as_role('service_role');
\set items '[{"platform_content_id": "v1", "title": "Bread", "view_count": 10}]'
select is((public.upsert_content_items(:'bread_channel', :'items') ->> 'inserted')::integer, 1, 'one syncs it');
select is((public.upsert_content_items(:'bobs_channel', :'items') ->> 'inserted')::integer, 1, 'so does the other');
select is(
  (public.upsert_content_items(:'bobs_channel', '[{"platform_content_id": "v1", "title": "Bread", "view_count": 99}]')
    ->> 'updated')::integer,
  1, 'and again'
);
select tests.act_as(:'ada');
select results_eq('select view_count from public.content_items', $$values (10::bigint)$$, 'each has its own row of the same video');
select tests.act_as(:'bob');
select results_eq('select view_count from public.content_items', $$values (99::bigint)$$, 'and never the other''s');
select lives_ok(format('select public.remove_social_account(%L)', :'bobs_channel'), 'one lets go of it');
select tests.act_as(:'ada');
select is((select count(*) from public.content_items), 1::bigint, 'which is nothing to the other');

select * from finish();
rollback;
