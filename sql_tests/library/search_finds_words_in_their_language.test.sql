begin;
select plan(31);
\ir setup.sql

select public.upsert_content_items(:'bread_channel', '[
  {"platform_content_id": "en1", "title": "Baking breads", "description": "How we baked them.", "language": "en"},
  {
    "platform_content_id": "en2", "title": "A walk", "language": "en-GB",
    "description": "Past ovens, with the smell of baking."
  },
  {
    "platform_content_id": "nl1", "title": "Broden bakken", "language": "nl",
    "description": "Wij bakken <b>elke</b> dag & nacht."
  },
  {"platform_content_id": "tag", "title": "Ovenvers", "tags": ["sourdough", "oven"]},
  {
    "platform_content_id": "talk", "title": "A talk", "transcript": "We spoke of sourdough.",
    "transcript_language": "en"
  }
]');
select public.upsert_content_items(
  :'flower_channel', '[{"platform_content_id": "f1", "title": "Baking flowers", "language": "en"}]'
);
select public.upsert_content_items(:'bobs_channel', '[{"platform_content_id": "en1", "title": "Baking for Bob", "language": "en"}]');
insert into public.content_assets
  (organization_id, client_account_id, title, content_type, source_url, language, alt_text)
values (:'org', :'bakery', 'Bakers at night', 'image', 'https://example.test/a', 'en', 'Two');
insert into public.generated_content (organization_id, content_type, generated_text, ai_model, language)
values (:'org', 'caption', 'She bakes. Fresh bread!', 'm', 'en');

create function pg_temp.found(p_query text, p_kinds text[] default null, p_language text default null)
returns text
language sql as $$
  select coalesce(string_agg(coalesce(s.title, s.snippet), ', ' order by s.rank desc, s.id desc), '')
  from public.search_content(p_query, p_kinds, p_language) as s
$$;
grant execute on function pg_temp.found(text, text[], text) to public;

select tests.act_as(:'ada');
select is(pg_temp.found('bread', '{item}'), 'Baking breads', 'an English word in its other form');
select is(pg_temp.found('brood', '{item}'), 'Broden bakken', 'a Dutch word in its other form');
select is(pg_temp.found('ovenverse', '{item}'), '', 'a word of unknown language only as it is');
select is(pg_temp.found('ovenvers', '{item}'), 'Ovenvers', 'and then it is found');
select ok(
  (
    select count(*) = 3 and (array_agg(s.title order by s.rank desc))[3] = 'A walk'
    from public.search_content('bake', '{item}', 'en') as s
  ),
  'a word in the title weighs more than one in the text'
);
select is(
  pg_temp.found('bake -walk', '{item}', 'en'), pg_temp.found('baking -walks', '{item}', 'en'), 'a word can be left out, in any form'
);
select ok(pg_temp.found('bake -walk', '{item}') !~ 'walk', 'and then is');
select is(pg_temp.found('"smell of baking"'), 'A walk', 'words that follow each other');
select is(pg_temp.found('ovens walk'), 'A walk', 'all words are wanted');
select ok(pg_temp.found('ovens or broden') ~ 'Broden' and pg_temp.found('ovens or broden') ~ 'walk', 'unless either will do');
select is(pg_temp.found('sourdough', '{item}'), 'Ovenvers, A talk', 'a tag weighs more than what was said');
select is(pg_temp.found('bakers', '{asset}'), 'Bakers at night', 'originals are found');
select ok(pg_temp.found('bread', '{generated}') ~ 'Fresh <mark>bread</mark>', 'and generated content, with the words marked');
select is(pg_temp.found('bakken', null, 'nl'), 'Broden bakken', 'in one language only');
select is(pg_temp.found('bakken', null, 'en'), '', 'or not');
select is(
  (select s.snippet from public.search_content('dag', '{item}') as s),
  'bakken &lt;b&gt;elke&lt;/b&gt; <mark>dag</mark> &amp; nacht', 'snippets are safe to show'
);
select is(pg_temp.found('the'), '', 'words without meaning find nothing');
select is(pg_temp.found('!!!'), '', 'nor do signs');
select is((select count(*) from public.search_content('bake', p_limit => 2)), 2::bigint, 'a page is as long as it may be');

create temp table seen as
with recursive pages as (
  (select s.kind, s.id, s.cursor, 1 as page from public.search_content('bake or sourdough or bread', p_limit => 1) as s)
  union all
  select s.kind, s.id, s.cursor, p.page + 1
  from pages as p cross join lateral public.search_content('bake or sourdough or bread', p_limit => 1, p_cursor => p.cursor) as s
)
select * from pages;
select is((select count(*) from seen), (select count(*) from public.search_content('bake or sourdough or bread')), 'pages lead to the end');
select is((select count(distinct id) from seen), (select count(*) from seen), 'and show nothing twice');
select is(tests.raised_code($$select public.search_content('a', p_cursor => 'x')$$), 'VALIDATION_ERROR', 'a cursor is one');
select is(
  tests.raised_code(format('select public.search_content(%L, p_cursor => %L)', 'a', '1e-99_' || gen_random_uuid())),
  'VALIDATION_ERROR', 'nor has any row a rank that is no number here'
);
select is(tests.raised_code($$select public.search_content('a', '{secrets}')$$), 'VALIDATION_ERROR', 'a kind is one');
select is(tests.raised_code($$select public.search_content('a', p_limit => 101)$$), 'VALIDATION_ERROR', 'a page has an end');
select is(tests.raised_code($$select public.search_content('')$$), 'VALIDATION_ERROR', 'a query has words');
select ok(pg_temp.found('bake') !~ 'Bob', 'no other organization''s content is found');

select tests.act_as(:'cleo', :'org');
select ok(pg_temp.found('bake') ~ 'Baking breads', 'a client''s member finds what is the client''s');
select ok(pg_temp.found('bake') !~ 'flowers' and pg_temp.found('bread', '{generated}') = '', 'and nothing else');
select tests.act_as(:'bob');
select is(pg_temp.found('bake'), 'Baking for Bob', 'a stranger finds what is the stranger''s');
select tests.act_as_role('anon');
select is(tests.raised_code($$select public.search_content('bake')$$), '42501', 'a visitor finds nothing');

select * from finish();
rollback;
