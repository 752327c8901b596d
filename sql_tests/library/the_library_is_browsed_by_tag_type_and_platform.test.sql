begin;
select plan(15);
\ir setup.sql

select public.upsert_content_items(:'bread_channel', (
  select jsonb_agg(jsonb_build_object(
    'platform_content_id', 'v' || n, 'title', 'Video ' || n, 'published_at', now() - n / 2 * interval '1 hour',
    'tags', case when n % 2 = 0 then '["even", "bread"]'::jsonb else '["odd"]' end,
    'content_type', case when n > 5 then 'short_video' else 'long_video' end
  ))
  from generate_series(1, 10) as n
));
select public.upsert_content_items(:'flower_channel', format(
  '[{"platform_content_id": "f", "title": "Roses", "published_at": "%s"}, {"platform_content_id": "draft", "title": "Draft"}]', now()
)::jsonb);
insert into public.content_assets
  (organization_id, client_account_id, title, content_type, source_url, source_platform, tags)
values
  (:'org', :'bakery', 'Film', 'video', 'https://example.test/f', 'youtube', '{bread}'),
  (:'org', null, 'Letter', 'document', 'https://example.test/l', null, '{bread,mail}');

select tests.act_as(:'ada');
select is((select count(*) from public.browse_content('item')), 11::bigint, 'all that is published');
select is((select count(*) from public.browse_content('item', '{even}')), 5::bigint, 'with a tag');
select is((select count(*) from public.browse_content('item', '{even,odd}')), 0::bigint, 'with all tags that are asked for');
select is((select count(*) from public.browse_content('item', null, 'short_video')), 5::bigint, 'of a type');
select is((select count(*) from public.browse_content('item', null, null, 'tiktok')), 0::bigint, 'of a platform');
select is((select title from public.browse_content('asset', '{bread}', 'video', 'YouTube')), 'Film', 'originals likewise');
with recursive pages as (
  (select b.id, b.listed_at, 1 as page from public.browse_content('item', p_limit => 1) as b)
  union all
  select b.id, b.listed_at, p.page + 1
  from pages as p
  cross join lateral public.browse_content('item', p_limit => 1, p_before_at => p.listed_at, p_before_id => p.id) as b
)
select is(count(distinct id)::text || max(page), '1111', 'pages show each once, also where times are equal') from pages;
select is(tests.raised_code($$select public.browse_content('secret')$$), 'VALIDATION_ERROR', 'a kind is one');
select is(tests.raised_code($$select public.browse_content('item', array[null])$$), 'VALIDATION_ERROR', 'a tag is one');
select is(tests.raised_code($$select public.browse_content('item', array[['even']])$$), 'VALIDATION_ERROR', 'and the list is no table');
select is(tests.raised_code($$select public.browse_content('asset', null, 'reel')$$), 'VALIDATION_ERROR', 'a type is one of the kind');
select is(tests.raised_code($$select public.browse_content('item', p_before_at => now())$$), 'VALIDATION_ERROR', 'a page has both its keys');
select tests.act_as(:'cleo', :'org');
select is((select count(*) from public.browse_content('item')), 10::bigint, 'a client''s member sees what is the client''s');
select is((select count(*) from public.browse_content('asset')), 1::bigint, 'of originals too');
select tests.act_as(:'bob');
select is((select count(*) from public.browse_content('asset')), 0::bigint, 'strangers nothing');

select * from finish();
rollback;
