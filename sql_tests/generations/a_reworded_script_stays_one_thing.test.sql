-- Text, parts, seconds and the form for RevID of a script follow each other; scores of the earlier text are gone.
begin;
select plan(33);

select tests.create_user('ada@example.test') as ada \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
insert into public.brand_profiles (organization_id, name) values (:'org', 'Room') returning id as brand \gset
insert into public.generated_content (
  organization_id, user_id, brand_profile_id, content_type, target_platform, language, title, generated_text,
  formatted_text, content, cta, word_count, estimated_reading_seconds, ai_model, reasons, quality_metrics,
  quality_score, readability_score, emotional_tone_score, voice_fit_score, seo_score, estimated_performance
)
values (
  :'org', :'ada', :'brand', 'script', 'youtube', 'en', 'Fresh beans', e'Fresh?\n\nGrind the beans. Not too fine.\n\nTell me.',
  'x', '{"hook": {"text": "Fresh?", "duration_seconds": 1, "intensity_level": "subtle"},
    "body": {"text": "Grind the beans. Not too fine.", "duration_seconds": 3,
      "key_points": ["Grind the beans.", "Freshness wins"]},
    "call_to_action": {"text": "Tell me.", "duration_seconds": 1, "action_type": "comment"}}',
  'Tell me.', 9, 4, 'm', '{"4 words."}', '{"hook_strength": 5}', 5, 70, 20, 80, 60, 55
)
returning id as script \gset
create function pg_temp.script() returns public.generated_content language sql as $$
  select c from public.generated_content as c where c.content_type = 'script'
$$;
create function pg_temp.refused(p_changes jsonb) returns text language sql as $$
  select tests.raised_code(format('select public.edit_generated_content(%L, %L)', c.id, p_changes))
  from public.generated_content as c where c.content_type = 'script'
$$;
grant execute on all functions in schema pg_temp to public;

-- By its text ---------------------------------------------------------------------------------------------------------
select tests.act_as(:'ada');
select public.edit_generated_content(:'script', jsonb_build_object(
  'generated_text', e'Is yours fresh?\r\n\r\nBuy beans. They''re e.g. 1,000 grams.\n \nNot too fine. \n\nTell me more.'
)) ->> 'version' as version \gset
select is(:'version'::text, '2', 'a script is reworded as text');
select is((pg_temp.script()).content #>> '{hook,text}', 'Is yours fresh?', 'its first paragraph is the hook');
select is(
  (pg_temp.script()).content #>> '{body,text}', e'Buy beans. They''re e.g. 1,000 grams.\n\nNot too fine.', 'what lies between is the body'
);
select is((pg_temp.script()).content #>> '{call_to_action,text}', 'Tell me more.', 'its last one the call');
select is((pg_temp.script()).cta, 'Tell me more.', 'in its column as well');
select is((pg_temp.script()).content #>> '{hook,intensity_level}', 'subtle', 'what else is known stays');
select is((pg_temp.script()).content #> '{body,key_points}', '["Freshness wins"]', 'a point that the body lost is none');
select is(
  array(select (pg_temp.script()).content #>> array[p.name, 'duration_seconds'] from unnest('{hook,body,call_to_action}'::text[]) as p (name)),
  '{2,4,2}', 'seconds at 150 words a minute'
);
select is(
  (pg_temp.script()).generated_text, e'Is yours fresh?\n\nBuy beans. They''re e.g. 1,000 grams.\n\nNot too fine.\n\nTell me more.', 'apart by blank lines'
);
select is(
  (pg_temp.script()).formatted_text,
  e'Is yours fresh?\n\nBuy beans.\nThey''re e.g.\n1,000 grams.\n\nNot too fine.\n\nTell me more.', 'a sentence a line for RevID'
);
select is((pg_temp.script()).word_count, 15, 'words are counted as workers count them');
select is((pg_temp.script()).estimated_reading_seconds, 6, 'and how long they take');
select is(
  (
    select num_nonnulls(
      (c).quality_score, (c).readability_score, (c).emotional_tone_score, (c).voice_fit_score, (c).seo_score,
      (c).estimated_performance
    )
    from (select pg_temp.script() as c) as s
  ),
  0, 'no score of the earlier text stays'
);
select is((pg_temp.script()).quality_metrics, '{}', 'nor its metrics');
select is((pg_temp.script()).reasons, '{}', 'nor its reasons');
select is((pg_temp.script()).generation_metadata -> 'voice_fit', '{"score": null, "reason": "edited"}', 'and it is said why');

-- By its parts --------------------------------------------------------------------------------------------------------
select is(pg_temp.refused('{"content": {"hook": {"text": "Look."}}}'), 'VALIDATION_ERROR', 'a script has all its parts');
select is(
  pg_temp.refused('{"content": {"hook": {"text": " "}, "body": {"text": ""}, "call_to_action": {"text": ""}}}'), 'VALIDATION_ERROR', 'and says something'
);
select is(
  pg_temp.refused('{"generated_text": "x", "content": {"hook": {"text": "a"}, "body": {"text": "b"}, "call_to_action": {"text": ""}}}'),
  'VALIDATION_ERROR', 'not both ways at once'
);
select public.edit_generated_content(
  :'script', '{"content": {"hook": {"text": "Look."}, "body": {"text": "There."}, "call_to_action": {"text": "", "action_type": "comment"}}}'
) \g /dev/null
select is((pg_temp.script()).generated_text, e'Look.\n\nThere.', 'the text follows its parts');
select is((pg_temp.script()).content #>> '{call_to_action,action_type}', 'none', 'no call, no action');
select is((pg_temp.script()).cta, null, 'nor a column of it');
select public.edit_generated_content(:'script', '{"cta": "Write me."}') \g /dev/null
select is((pg_temp.script()).generated_text, e'Look.\n\nThere.\n\nWrite me.', 'a call is part of what is said');
select public.edit_generated_content(:'script', '{"title": "Beans"}') ->> 'version' as version \gset
select is(:'version'::text, '5', 'another title is another version');

-- Measured anew -------------------------------------------------------------------------------------------------------
select tests.act_as_owner();
select is(
  (select count(*) from public.jobs where kind = 'judge_content'), 3::bigint, 'each text is measured, the same text under another title is not'
);
select is(
  (select payload - 'brand' from public.jobs where kind = 'judge_content' order by id desc limit 1),
  '{"version": 4, "content_type": "script", "language": "en", "title": "Fresh beans", "text": "Look.\n\nThere.\n\nWrite me.", "keywords": [],
    "script": {"hook": "Look.", "body": "There.", "call_to_action": "Write me."}}',
  'the worker has the text and its parts'
);
select is((select count(*) from public.usage_counters where metric in ('generations', 'ai_credits', 'ai_analyses')), 0::bigint, 'and it costs nothing');
create function pg_temp.judge(p_version text) returns void language plpgsql as $$
declare
  v_job bigint := (select j.id from public.jobs as j where j.kind = 'judge_content' and j.payload ->> 'version' = p_version);
begin
  update public.jobs
  set status = 'processing', attempt = 1, lease = 1, worker_id = 'w', started_at = now(),
    lease_expires_at = now() + interval '1 minute'
  where id = v_job;
  perform public.complete_job(v_job, 1, '{"readability_score": 88, "emotional_tone_score": null, "quality_metrics": {"hook_strength": 6},
    "quality_score": 6, "reasons": [], "voice_fit": {"score": 71.5, "manner": 70, "nearness": 77.5}}');
end
$$;
select pg_temp.judge('4');
select is((pg_temp.script()).quality_score, null, 'scores of a version that was edited again are not taken');
update public.jobs set payload = payload || '{"version": 5}' where kind = 'judge_content' and payload ->> 'version' = '3';
select pg_temp.judge('5');
select is(
  (
    select format('%s|%s|%s|%s', (c).quality_score, (c).readability_score, (c).voice_fit_score, (c).version)
    from (select pg_temp.script() as c) as s
  ),
  '6.00|88.00|71.50|5', 'those of this one are, and raise no version'
);
select is((pg_temp.script()).quality_metrics, '{"hook_strength": 6}', 'with the metrics');
select is((pg_temp.script()).generation_metadata #>> '{voice_fit,manner}', '70', 'and the parts of the fit');

-- Others --------------------------------------------------------------------------------------------------------------
insert into public.generated_content
  (organization_id, user_id, content_type, target_platform, language, generated_text, ai_model)
values (:'org', :'ada', 'title', 'youtube', 'en', 'Beans', 'm'), (:'org', :'ada', 'caption', null, 'fr', 'Bonjour', 'm');
select tests.act_as(:'ada');
select public.edit_generated_content(c.id, '{"generated_text": "Why beans?"}')
from public.generated_content as c where c.content_type in ('title', 'caption') \g /dev/null
select tests.act_as_owner();
select is(
  (select count(*) from public.jobs where kind = 'judge_content' and payload ->> 'text' = 'Why beans?'), 1::bigint, 'only what a score is known of is measured'
);
update public.jobs set payload = payload || '{"version": 99}' where kind = 'judge_content' and payload ->> 'text' <> 'Why beans?';
select pg_temp.judge('2');
select is(
  (select reasons from public.generated_content where content_type = 'title'),
  array['No prediction: fewer than ten videos of this channel were measured at the same age.'], 'a title is predicted anew, as far as that goes'
);

select * from finish();
rollback;
