-- The steps of both kinds that hear: the transcript stays with the upload, its times beside it, each call is paid once.
begin;
select plan(11);

select tests.create_user() as ada \gset
select organization_id as org from public.organization_members where user_id = :'ada' \gset
insert into public.content_assets (organization_id, title, content_type, storage_path, mime_type, upload_status)
values (:'org', 'Talk', 'audio', :'org' || '/talk.mp3', 'audio/mpeg', 'completed') returning id as asset \gset
insert into public.brand_profiles (organization_id, name) values (:'org', 'Room') returning id as brand \gset

select tests.act_as(:'ada');
select public.analyze_content('asset', :'asset') \g /dev/null
select public.learn_brand_voice(:'brand', jsonb_build_array(jsonb_build_object('type', 'asset', 'id', :'asset'))) \g /dev/null
select tests.act_as_owner();

create function pg_temp.job(p_kind text) returns public.jobs language sql as $$
  select j from public.jobs as j where j.kind = p_kind
$$;
create function pg_temp.segments(p_asset uuid) returns jsonb language sql as $$
  select private.asset_segments(a) from public.content_assets as a where a.id = p_asset
$$;
create function pg_temp.call() returns jsonb language sql as $$
  select jsonb_build_array(jsonb_build_object(
    'call_id', gen_random_uuid(), 'ai_provider', 'openai', 'ai_model', 'whisper-1', 'feature', 'transcription',
    'operation_type', 'transcribe', 'audio_seconds', 600
  ))
$$;

select private.step_analyze_content(pg_temp.job('analyze_content'), 'recording:pieces', '{"pieces": [[0, 600]]}') \g /dev/null
select private.step_analyze_content(pg_temp.job('analyze_content'), 'recording:1', jsonb_build_object('usage', pg_temp.call())) \g /dev/null
select is((select sum(cost_usd) from public.ai_usage), 0.06, 'a piece is paid with its step');
select is((select transcript from public.content_assets where id = :'asset'), null, 'and is not yet the transcript');
select private.step_analyze_content(
  pg_temp.job('analyze_content'), 'text',
  '{"text": "Hang up a duvet.", "transcript": "Hang up a duvet.", "language": "en", "duration_seconds": 600.2,
    "segments": [{"start": 1, "end": 2, "text": "Hang up a duvet."}], "usage": []}'
) \g /dev/null
select results_eq(
  format('select transcript, transcript_language, duration_seconds from public.content_assets where id = %L', :'asset'),
  $$values ('Hang up a duvet.', 'en', 601)$$, 'all pieces are'
);
select is(pg_temp.segments(:'asset') #>> '{0,end}', '2', 'with its times');
select is(
  public.analysis_subject(:'org', 'asset', :'asset') #>> '{segments,0,text}', 'Hang up a duvet.', 'later analyses know them'
);
select private.step_learn_brand_voice(
  pg_temp.job('learn_brand_voice'), 'source:1',
  jsonb_build_object(
    'type', 'asset', 'id', :'asset', 'samples', '[]'::jsonb, 'transcript', 'Something else.', 'segments', '[]'::jsonb
  )
) \g /dev/null
select is(
  (select transcript from public.content_assets where id = :'asset'), 'Hang up a duvet.', 'what is there is not written over'
);
update public.content_assets set transcript = 'Hang up two duvets.' where id = :'asset';
select is(pg_temp.segments(:'asset'), null, 'of a transcript that a person changed nobody knows the times');

update public.content_assets set transcript = null where id = :'asset';
select private.step_learn_brand_voice(pg_temp.job('learn_brand_voice'), 'recording:1:1', jsonb_build_object('usage', pg_temp.call())) \g /dev/null
select is((select sum(cost_usd) from public.ai_usage), 0.12, 'a voice pays for what it hears');
select private.step_learn_brand_voice(
  pg_temp.job('learn_brand_voice'), 'source:1',
  jsonb_build_object(
    'type', 'asset', 'id', :'asset', 'language', 'nl', 'samples',
    '[{"text": "Hang een dekbed achter je op en luister naar de stilte.", "language": "nl"}]'::jsonb,
    'transcript', 'Hang een dekbed op.', 'duration_seconds', 12,
    'segments', '[{"start": 0, "end": 3, "text": "Hang een dekbed op."}]'::jsonb
  )
) \g /dev/null
select is((select transcript from public.content_assets where id = :'asset'), 'Hang een dekbed op.', 'and keeps it with the upload');
select is(pg_temp.segments(:'asset') #>> '{0,text}', 'Hang een dekbed op.', 'with its times');
select is(
  (select count(*) from public.brand_voice_samples where brand_profile_id = :'brand'), 1::bigint, 'beside the samples'
);

select * from finish();
rollback;
