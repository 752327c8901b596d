begin;
\ir ../analytics/setup.sql
select plan(27);

create function pg_temp.run(p_job_id bigint, p_state jsonb) returns void language plpgsql as $$
begin
  update public.jobs
  set status = 'processing', attempt = 1, lease = 1, worker_id = 'w', started_at = now(), lease_expires_at = now() + interval '1 minute'
  where id = p_job_id;
  perform public.checkpoint_job(p_job_id, 1, 'titles', '{"titles": ["x"], "usage": [{
    "call_id": "6f9619ff-8b86-4d01-b42d-00cf4fc964f1", "ai_provider": "openai", "ai_model": "gpt-4.1",
    "feature": "titles",
    "prompt_tokens": 100, "completion_tokens": 10}]}', 0.5);
  perform public.checkpoint_job(p_job_id, 1, 'written', p_state, 0.9);
  -- A step that is sent again is taken once.
  perform public.checkpoint_job(p_job_id, 1, 'written', p_state, 0.9);
  perform public.complete_job(p_job_id, 1, '{"titles": 2}');
end
$$;

select tests.create_user() as ada \gset
select tests.create_user() as bob \gset
select tests.create_user() as vic \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.account(:'org') as account \gset
select analytics_test.item(:'account', 'v' || n, n, 100) from generate_series(1, 4) as n \g /dev/null
select id as v1 from public.content_items where platform_content_id = 'v1' \gset
select id as v2 from public.content_items where platform_content_id = 'v2' \gset
insert into public.organization_members (organization_id, user_id, role) values (:'org', :'vic', 'viewer');
update public.content_items set transcript = 'Compost needs air and worms.', language = 'nl-NL', title = 'Old', category = 'Music' where id = :'v1';
update public.content_items set transcript = null, description = null where id = :'v2';
update public.content_items set category = 'Garden', tags = '{Compost,worms,soil}' where platform_content_id in ('v3', 'v4');
insert into public.trending_keywords (platform, keyword, trending_score, source, valid_start, valid_end)
values ('youtube', 'compost', 90, 'test', now(), now() + interval '1 day'),
  ('youtube', 'worms', 99, 'test', now() - interval '2 days', now() - interval '1 day'),
  ('youtube', 'air', 99, 'test', now() + interval '1 day', now() + interval '2 days'),
  ('youtube', 'wormfarm', 40, 'test', now(), now() + interval '1 day');

select tests.act_as(:'ada');
select is(tests.raised_code('select public.request_ai_suggestion()'), 'VALIDATION_ERROR', 'for an item');
select is(tests.raised_code(format('select public.request_ai_suggestion(%L)', gen_random_uuid())), 'NOT_FOUND', 'that exists');
select is(tests.raised_code(format('select public.request_ai_suggestion(%L)', :'v2')), 'VALIDATION_ERROR', 'and says something');
select is(tests.raised_code(format('select public.request_ai_suggestion(%L, %L)', :'v1', 'fr')), 'VALIDATION_ERROR', 'in a language there is');
select tests.act_as(:'bob');
select is(tests.raised_code(format('select public.request_ai_suggestion(%L)', :'v1')), 'NOT_FOUND', 'of one''s own organization');
select tests.act_as(:'vic', :'org');
select is(tests.raised_code(format('select public.request_ai_suggestion(%L)', :'v1')), 'FORBIDDEN', 'creators ask');

select tests.act_as(:'ada');
select public.request_ai_suggestion(:'v1') as asked \gset
select is(public.request_ai_suggestion(:'v1') -> 'job', :'asked'::jsonb -> 'job', 'asked again meanwhile, it is the same');
select tests.act_as_owner();
select :'asked'::jsonb #>> '{job,id}' as job \gset
select is(
  (select payload - '{brand,what_worked,tags}'::text[] from public.jobs where id = :'job'),
  '{"language": "nl", "title": "Old", "text": "Compost needs air and worms.", "trending": ["compost", "wormfarm"]}', 'the worker has what it needs'
);
select ok((select payload -> 'what_worked' ? 'sample_count' from public.jobs where id = :'job'), 'and what worked on the channel');
select is((select used || '/' || reserved from public.usage_counters where metric = 'ai_credits'), '0/1', 'one credit is set aside');
select pg_temp.run(:'job', '{"titles": ["Why compost", "Air"], "description": "About compost.", "tags": ["compost", "worms"],
  "hashtags": ["wormfarm"], "keywords": ["soil"], "topics": ["gardening"], "audience": [], "seo_score": 71.5,
  "readability_score": null, "voice_fit": {"score": 70, "manner": 65, "nearness": 90},
  "notes": ["Of Old the first 5 characters were read."],
  "ai_provider": "ollama", "ai_model": "llama-4:8b", "milliseconds": 12, "usage": []}');
select tests.act_as(:'ada');
select is((select count(*) from public.ai_suggestions), 1::bigint, 'one suggestion');
select is(
  (
    select format('%s|%s|%s|%s', suggested_titles, suggested_description, suggested_tags, related_topics)
    from public.ai_suggestions
  ),
  '{"Why compost",Air}|About compost.|{compost,worms}|{gardening}', 'of what was written'
);
select is((select suggested_category from public.ai_suggestions), 'Garden', 'the category is that of the channel''s items with these tags');
select is(
  (select format('%s|%s|%s', trending_keywords, trending_hashtags, trending_score) from public.ai_suggestions), '{compost,wormfarm}|{wormfarm}|90.00',
  'what trends is what outside sources say'
);
select is(
  (select format('%s|%s|%s', confidence_score, sentiment, readability_score) from public.ai_suggestions), '||', 'what nobody measured is not there'
);
select is((select format('%s|%s', voice_fit_score, voice_fit ->> 'manner') from public.ai_suggestions), '70.00|65', 'how well it fits is');
select is((select notes from public.ai_suggestions), '["Of Old the first 5 characters were read."]', 'and what was read of it');
select is((select ai_model from public.ai_suggestions), null::text, 'a model of one''s own is in no catalogue');
select is(
  (select format('%s %s %s', prompt_tokens, completion_tokens, total_cost_usd) from public.ai_suggestions), '100 10 0.000280', 'with what all its calls took'
);
select is((select title from public.content_items where id = :'v1'), 'Old', 'it is not applied by itself');
select is((select count(*) from public.notifications where type = 'content_ready'), 1::bigint, 'who asked is told');
select tests.act_as_owner();
select is((select used || '/' || reserved from public.usage_counters where metric = 'ai_credits'), '1/0', 'and it is charged once');

select is(
  (select reasons from public.ai_suggestions),
  array['Geen voorspelling: minder dan tien video''s van dit kanaal zijn op gelijke leeftijd gemeten.'], 'and why nothing is predicted'
);

update public.user_settings set is_auto_apply_ai_suggestions_enabled = true where user_id = :'ada';
select tests.act_as(:'ada');
select public.request_ai_suggestion(:'v1') #>> '{job,id}' as job \gset
select tests.act_as_owner();
update public.jobs
set payload = payload || '{"title": "Old", "what_worked": {"is_learned": true, "average_percentile": 50,
  "titles": [{"value": "question", "score": 70, "average_percentile": 80, "sample_count": 5}]}}'
where id = :'job';
select is((select payload -> 'is_cut' from public.jobs where id = :'job'), null::jsonb, 'a text that fits is given whole');
select pg_temp.run(:'job', '{"titles": ["Better?"], "description": "Said better.", "tags": [], "usage": []}');
select is(
  (select format('%s|%s|%s', i.title, i.description, s.version) from public.content_items as i
    join public.ai_suggestions as s on s.content_item_id = i.id and s.is_applied where i.id = :'v1'),
  'Better?|Said better.|2', 'unless its person wants that'
);
select is(
  (select format('%s|%s', confidence_score > 85, reasons) from public.ai_suggestions where version = 2),
  't|{"Gemeten: titels van de soort vraag, gemiddeld het 80e percentiel van dit kanaal (5 video''s)."}',
  'what was measured makes it confident, and says so'
);

update public.content_items set transcript = repeat('Compost needs air and worms. ', 4000) where id = :'v1';
select tests.act_as(:'ada');
select public.request_ai_suggestion(:'v1') #>> '{job,id}' as job \gset
select tests.act_as_owner();
select is(
  (select format('%s|%s', payload -> 'is_cut', char_length(payload ->> 'text') <= 100000) from public.jobs where id = :'job'),
  'true|t', 'of a longer one the worker knows that it has a part'
);

select * from finish();
rollback;
