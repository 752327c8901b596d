begin;
\ir ../analytics/setup.sql
\ir setup.sql
select plan(37);

select tests.create_user() as ada \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.account(:'org') as account \gset
-- Twelve measured videos: questions about soil did well.
select analytics_test.item(:'account', 'v' || n, 20 + n) from generate_series(1, 12) as n \g /dev/null
update public.content_items as i
set title = case when k.n <= 6 then format('Why does soil %s dry?', k.n) else format('Plant %s is fine', chr(64 + k.n)) end,
  tags = case when k.n <= 6 then '{soil}'::text[] else '{plants}' end, transcript = 'Soil dries from the top.'
from (select id, substring(platform_content_id from 2)::integer as n from public.content_items) as k
where i.id = k.id;
insert into public.content_milestones
  (organization_id, content_item_id, age_days, captured_on, views, engagement, percentile)
select i.organization_id, i.id, 7, current_date, 100, 10, case when i.tags @> '{soil}' then 90 else 10 end
from public.content_items as i;
insert into public.content_scores (organization_id, content_item_id, performance_score)
select i.organization_id, i.id, case when i.tags @> '{soil}' then 80 else 20 end from public.content_items as i
on conflict (organization_id, content_item_id) do update set performance_score = excluded.performance_score;
select id as item from public.content_items where platform_content_id = 'v1' \gset
select id as weak from public.content_items where platform_content_id = 'v12' \gset

select tests.act_as(:'ada');
select is(
  text_test.refused(format(
    'select text_test.titles(''{"video_ids": ["%s"], "performance_threshold": 50}'')', :'weak'
  )), 'VALIDATION_ERROR source_analysis.performance_threshold', 'a threshold that no video passes is named'
);
select text_test.titles(
  jsonb_build_object('video_ids', jsonb_build_array(:'item', :'weak'), 'performance_threshold', 50)
) as asked \gset
select is(:'asked'::jsonb ->> 'status', 'pending', 'the call returns at once');
select is(:'asked'::jsonb ->> 'reused', 'false', 'it is a request of its own');
select :'asked'::jsonb ->> 'generation_id' as generation \gset
select is(
  text_test.titles(
    jsonb_build_object('video_ids', jsonb_build_array(:'item', :'weak'), 'performance_threshold', 50)
  ) - 'job',
  jsonb_build_object('generation_id', :'generation', 'kind', 'titles', 'status', 'pending', 'reused', true),
  'an equal request that is under way is the same one'
);
select is((public.get_titles(:'generation') -> 'titles'), '[]'::jsonb, 'there is nothing to read yet');

select tests.act_as_role('service_role');
select job, lease, payload from text_test.claim() \gset
select is(jsonb_array_length(:'payload'::jsonb -> 'sources'), 1, 'only the video above the threshold is a source');
select is(:'payload'::jsonb #>> '{sources,0,text}', 'Soil dries from the top.', 'with what is said in it');
select is(:'payload'::jsonb #>> '{what_worked,titles,0,value}', 'question', 'and with what worked on its channel');
select tests.act_as(:'ada');
select is(public.get_titles(:'generation') ->> 'status', 'processing', 'a claimed request is being worked on');
select tests.act_as_role('service_role');
select is(
  public.checkpoint_job(
    :job, :lease, 'written', text_test.written('Why is soil dry?', 'Soil statement at its plainest')
  ), 'ok', 'the worker hands over what it wrote'
);
select is(
  (
    select g.started_at = j.started_at and g.status = 'pending'
    from public.text_generations as g join public.jobs as j on j.id = g.job_id
  ), true, 'it began when its job was claimed, and has not ended'
);
select is(public.complete_job(:job, :lease, '{"count": 2}'), 'completed', 'and ends');
select tests.act_as_owner();
select is((select n.title from public.notifications as n), '2 titles are ready', 'who asked is told how many there are');
select is(
  (
    select array_agg(m.payload ->> 'status' order by m.inserted_at, m.payload ->> 'completed_at' nulls first)
    from realtime.messages as m where m.event = 'text_generation' and m.topic = format('org:%s:generations', :'org')
  ), '{pending,completed}', 'members hear that it was asked for and that it is there'
);
select is(
  (select count(*) from realtime.messages as m where m.event = 'generated_content'), 0::bigint,
  'not of each title as well'
);
select is(
  array[
    private.how_many('1', 'Title ready', '%s titles are ready'), private.how_many('0', 'Title ready', '%s titles are ready')
  ], '{Title ready,0 titles are ready}', 'and one is no plural'
);

select tests.act_as(:'ada');
select public.get_titles(:'generation') as read \gset
select is(:'read'::jsonb ->> 'status', 'completed', 'it is completed');
select is(:'read'::jsonb #>> '{titles,0,text}', 'Why is soil dry?', 'the titles are there in order');
select is(:'read'::jsonb #>> '{titles,0,character_count}', '16', 'with their length');
select is(:'read'::jsonb #>> '{titles,0,seo_score}', '80.50', 'and their score');
select is(:'read'::jsonb #> '{titles,0,keywords_used}', '["clear audio"]'::jsonb, 'and their keywords');
select cmp_ok(
  (:'read'::jsonb #>> '{titles,0,estimated_performance}')::numeric, '>', 80::numeric, 'a question about soil may do well'
);
select cmp_ok(
  (:'read'::jsonb #>> '{titles,1,estimated_performance}')::numeric, '<',
  (:'read'::jsonb #>> '{titles,0,estimated_performance}')::numeric, 'a statement less so'
);
select ok(
  :'read'::jsonb #> '{titles,0,reasons}'
    @> '["Holds a number.", "Measured: titles of the kind question, on average percentile 90 of this channel (6 videos)."]',
  'the reasons say what was measured'
);
select is(
  (:'read'::jsonb -> 'generation_metadata') - '{generation_time_ms,notes}'::text[],
  '{"model_used": "gpt-4.1", "ai_provider": "openai", "prompt": "titles/v1", "prompt_tokens": 1000,
    "completion_tokens": 500, "cost_usd": 0.006000, "voice_fit": {"score": 61.5, "manner": 60, "nearness": 67.5}}'::jsonb,
  'and the metadata what it took, at the list price'
);
select is(
  :'read'::jsonb #> '{titles,0,voice_fit}', '{"score": null, "reason": "too_short"}', 'a title alone has no fit, and says why'
);
select is(:'read'::jsonb #> '{titles,0,voice_fit_score}', 'null', 'in its column either');
select is(
  (select count(*) from public.generated_content_sources where content_item_id = :'item'), 2::bigint,
  'each title knows its source'
);

-- Asked again, the earlier titles are known and the quota is charged again.
select text_test.titles(jsonb_build_object('video_ids', jsonb_build_array(:'item'))) ->> 'generation_id' as again \gset
select tests.act_as_role('service_role');
select job, lease, payload from text_test.claim() \gset
select ok(
  :'payload'::jsonb -> 'earlier_titles' @> '["Why is soil dry?", "Soil statement at its plainest"]',
  'asked again, the titles there are are not to come again'
);
select is(public.fail_job(:job, :lease, 'AI_REFUSED', 'declined', false), 'failed', 'a failure');
select tests.act_as_owner();
select private.fail_text_generation(j, 'AI_REFUSED', 'declined') from public.jobs as j where j.id = :job \g /dev/null
select is(
  (
    select array_agg(concat_ws(' | ', n.type, n.title, n.message, n.metadata ->> 'error_code'))
    from public.notifications as n where n.related_entity_id = :'again'
  ), '{content_failed | The titles could not be made | declined | AI_REFUSED}', 'is told to who asked, once'
);
select tests.act_as(:'ada');
select is(public.get_titles(:'again') #>> '{error,code}', 'AI_REFUSED', 'says why');
select is(public.cancel_text_generation(
  (text_test.titles('{}', '{"count": 3}') ->> 'generation_id')::uuid
) ->> 'status', 'cancelled', 'what waits can be cancelled');
select is(
  (select count(*) from public.notifications where type = 'content_failed'), 1::bigint, 'of which nobody is told'
);
select is(
  tests.raised_code(format('select public.get_script(%L)', :'generation')), 'NOT_FOUND', 'titles are no script'
);
select tests.act_as_owner();
select is(
  (select array[u.feature, u.generation_id::text, u.cost_usd::text] from public.ai_usage as u),
  array['titles', :'generation', '0.006000'], 'the call is on record, once'
);
select is(
  (select array[c.reserved, c.used] from public.usage_counters as c where c.metric = 'generations'),
  array[0, 1]::bigint[], 'one unit was charged, for what was made'
);

select * from finish();
rollback;
