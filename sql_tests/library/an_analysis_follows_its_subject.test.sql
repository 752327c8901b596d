begin;
select plan(20);
\ir setup.sql

select public.upsert_content_items(:'bread_channel', '[{"platform_content_id": "a", "title": "Bread"}]');
select public.upsert_content_items(:'flower_channel', '[{"platform_content_id": "f", "title": "Roses"}]');
select id as a from public.content_items where platform_content_id = 'a' \gset
select id as f from public.content_items where platform_content_id = 'f' \gset
insert into public.content_assets (organization_id, client_account_id, title, content_type, source_url)
values (:'org', :'bakery', 'Talk', 'audio', 'https://example.test/talk') returning id as asset \gset
insert into public.projects (organization_id, title, is_restricted) values (:'org', 'Secret', true) returning id as project \gset
insert into public.content_pieces (organization_id, project_id, content_type, title, source_url)
values (:'org', :'project', 'video', 'Piece', 'https://example.test/p') returning id as piece \gset

select tests.act_as_role('service_role');
select is((public.save_content_analysis('item', :'a', 'processing')).version, 1, 'an analysis begins');
select is((select analysis_status::text from public.content_items where id = :'a'), 'processing', 'the item says so');
select is(
  (public.save_content_analysis('item', :'a', 'completed', '{
    "topics": ["bread"], "sentiment_score": -100, "virality_score": 100,
    "hook_moments": [{"timestamp": 10, "text": "Hot!", "score": 95}], "platform_scores": {"youtube": 95},
    "ai_model": "m", "organization_id": "00000000-0000-0000-0000-000000000000"
  }')).version, 1, 'and ends'
);
select is(
  (select (organization_id, sentiment_score, analyzed_at is not null)::text from public.content_analyses),
  format('(%s,-100.00,t)', :'org'),
  'with its result, where the item is'
);
select is((select last_analyzed_at is not null from public.content_items where id = :'a'), true, 'the item knows when');
select is((public.save_content_analysis('item', :'a', 'completed', '{"topics": ["rolls"]}')).version, 2, 'another one is the next version');
select is(
  (select (topics, virality_score is null)::text from public.content_analyses order by version desc limit 1),
  '({rolls},t)', 'with nothing of the first'
);
select is(
  tests.raised_code(format('select public.save_content_analysis(''item'', %L, ''completed'', ''{"virality_score": 101}'')', :'a')), 'VALIDATION_ERROR',
  'scores end at 100'
);
select is(
  tests.raised_code(format('select public.save_content_analysis(''item'', %L, ''completed'', ''{"topics": 1}'')', :'a')), 'VALIDATION_ERROR',
  'lists are lists'
);
select is(
  (public.save_content_analysis('item', :'a', 'completed', '{"hook_moments": [{"text": "Why?", "timestamp": null}], "topics": null}')).hook_moments,
  '[{"text": "Why?", "timestamp": null}]', 'a moment that has no time says so'
);
select is(tests.raised_code(format('select public.save_content_analysis(''asset'', %L, ''completed'')', :'a')), 'NOT_FOUND', 'an item is no asset');
select is((public.save_content_analysis('asset', :'asset', 'failed', '{"error": "no sound"}')).error_message, 'no sound', 'a failure has a reason');
select is((public.save_content_analysis('asset', :'asset', 'completed')).version, 2, 'and is followed by another try');
select is((public.save_content_analysis('piece', :'piece', 'completed')).project_id, :'project', 'a piece''s belongs to its project');
select public.save_content_analysis('item', :'f', 'completed');

select tests.act_as(:'ada');
select is((select count(*) from public.content_analyses), 7::bigint, 'members see all');
select is(tests.raised_code($$update public.content_analyses set virality_score = 100$$), '42501', 'and write none');
select tests.act_as(:'cleo', :'org');
select is(
  (
    select array_agg(distinct coalesce(content_item_id, content_asset_id)) from public.content_analyses
  ) @> array[:'a', :'asset']::uuid[], true,
  'a client''s member sees those of the client''s content'
);
select is(
  (select count(*) from public.content_analyses where content_item_id = :'f' or content_piece_id is not null), 0::bigint,
  'and no other'
);
select tests.act_as(:'bob', :'org');
select is((select count(*) from public.content_analyses), 0::bigint, 'strangers see none');
select tests.act_as_owner();
delete from public.content_items where id = :'a';
select is((select count(*) from public.content_analyses where content_item_id = :'a'), 0::bigint, 'it goes with its subject');

select * from finish();
rollback;
