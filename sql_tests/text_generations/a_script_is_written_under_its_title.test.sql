begin;
\ir ../analytics/setup.sql
\ir setup.sql
select plan(19);
select tests.create_user() as ada \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.account(:'org') as account \gset
select analytics_test.item(:'account', 'video', 20) as item \gset
update public.content_items set transcript = 'Grind the beans fresh.' where id = :'item';
select tests.act_as(:'ada');
select text_test.titles(jsonb_build_object('video_ids', jsonb_build_array(:'item'))) ->> 'generation_id' as generation \gset
select tests.act_as_role('service_role');
select job, lease from text_test.claim() \gset
select is(public.checkpoint_job(:job, :lease, 'written', text_test.written('Fresh beans')), 'ok', 'a title');
select is(public.complete_job(:job, :lease, '{"count": 1}'), 'completed', 'is made');

select tests.act_as(:'ada');
select public.get_titles(:'generation') #>> '{titles,0,id}' as title \gset
create function pg_temp.ask(p_title uuid) returns jsonb language sql as $$
  select public.generate_script(p_title, '{"duration_seconds": 45, "language": "en", "style_preferences": {
    "hook_intensity": "moderate", "motivational_level": "light", "include_statistics": false,
    "include_call_to_action": true},
    "target_audience": {"age_group": "18-25", "interests": ["coffee"], "pain_points": []}}')
$$;
select is(tests.raised_code('select pg_temp.ask(gen_random_uuid())'), 'NOT_FOUND', 'an unknown title');
select pg_temp.ask(:'title') ->> 'generation_id' as script \gset
select is(public.get_script(:'script') -> 'script', 'null'::jsonb, 'not written yet');

select tests.act_as_role('service_role');
select job, lease, payload from text_test.claim() \gset
select is(:'payload'::jsonb ->> 'title', 'Fresh beans', 'the worker is told the title');
select is(:'payload'::jsonb #>> '{sources,0,text}', 'Grind the beans fresh.', 'and what the title was made from');
select is(:'payload'::jsonb #>> '{audience,age_group}', '18-25', 'and for whom');
-- As if the channel had taught it: questions do well, calls to comment do not.
select tests.act_as_owner();
update public.jobs set payload = payload || '{"what_worked": {"is_learned": true, "average_percentile": 50,
  "hooks": [{"value": "question", "average_percentile": 81.6, "sample_count": 6},
    {"value": "number", "average_percentile": 60, "sample_count": 9}],
  "ctas": [{"value": "comment", "average_percentile": 31, "sample_count": 4}]}}'
where id = :job;
select tests.act_as_role('service_role');
select is(public.checkpoint_job(:job, :lease, 'written', '{
  "script": {"full_text": "Fresh?\n\nGrind.\n\nTell me.", "revid_formatted": "Fresh?\n\nGrind.\n\nTell me.",
    "structured_content": {
      "hook": {"text": "Fresh?", "duration_seconds": 1, "intensity_level": "moderate"},
      "body": {"text": "Grind.", "duration_seconds": 1, "key_points": ["Grind."]},
      "call_to_action": {"text": "Tell me in the comments.", "duration_seconds": 1, "action_type": "comment"}},
    "estimated_reading_time": 3, "readability_score": null, "emotional_tone_score": null, "word_count": 4},
  "quality_metrics": {"hook_strength": 5, "flow_coherence": null, "engagement_potential": 4, "brand_alignment": null},
  "quality_score": 4.5, "reasons": ["4 words."], "voice_fit": {"score": 70, "manner": 65, "nearness": 90},
  "ai_provider": "local", "ai_model": "local-extractive", "prompt": null,
  "notes": [], "usage": [], "milliseconds": 12}'), 'ok', 'it writes');
select is(public.complete_job(:job, :lease, '{"seconds": 3}'), 'completed', 'and ends');

select tests.act_as(:'ada');
select public.get_script(:'script') as read \gset
select is(:'read'::jsonb #>> '{script,full_text}', e'Fresh?\n\nGrind.\n\nTell me.', 'the script can be read');
select is(:'read'::jsonb #>> '{job,status}', 'completed', 'and that its job is done, though the queue has forgotten it');
select is(:'read'::jsonb #>> '{script,structured_content,hook,duration_seconds}', '1', 'in its parts');
select is(
  :'read'::jsonb -> 'quality_metrics',
  '{"hook_strength": 5, "flow_coherence": null, "engagement_potential": 4, "brand_alignment": null}'::jsonb,
  'what cannot be judged stays unknown'
);
select is(
  :'read'::jsonb -> 'reasons',
  '["4 words.", "Measured: videos with an opening of the kind question, on average percentile 82 of this channel (6 videos).",
    "Measured: videos with a call of the kind comment, on average percentile 31 of this channel (4 videos)."]'::jsonb,
  'the reasons say what was measured of videos like it'
);
select is(:'read'::jsonb #>> '{script,voice_fit_score}', '70.00', 'with how well it fits the voice');
select is(:'read'::jsonb #> '{script,voice_fit}', '{"score": 70, "manner": 65, "nearness": 90}', 'in its parts');
select is(:'read'::jsonb #>> '{generation_metadata,cost_usd}', '0.000000', 'the local provider costs nothing');
select is(
  (select c.parent_id from public.generated_content as c where c.content_type = 'script'), :'title'::uuid, 'under its title'
);
select public.review_generated_content(:'title', 'reject', 'no') \g /dev/null
select is(
  text_test.refused(format('select pg_temp.ask(%L)', :'title')), 'CONFLICT title_id', 'a rejected title gets no other'
);

select * from finish();
rollback;
