begin;
select plan(37);

create function pg_temp.claim(p_job_id text) returns void language sql as $$
  update public.jobs
  set status = 'processing', attempt = 1, lease = 1, worker_id = 'w', started_at = now(), lease_expires_at = now() + interval '1 minute'
  where id = p_job_id::bigint
$$;
create function pg_temp.try(p_arguments text) returns text language sql as $$
  select tests.raised_code(format('select public.create_repurposing_job(%s)', p_arguments))
$$;
grant execute on function pg_temp.try(text) to public;

select tests.create_user() as ada \gset
select tests.create_user() as bob \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
insert into public.content_assets (
  organization_id, title, content_type, source_url, transcript, language, duration_seconds
)
values (:'org', 'Talk', 'video', 'https://example.test/t', 'Compost needs air.', 'nl', 300) returning id as video \gset
insert into public.content_assets (organization_id, title, content_type, source_url, description)
values (:'org', 'Article', 'blog', 'https://example.test/a', 'On compost.') returning id as blog \gset

-- Advice --------------------------------------------------------------------------------------------------------------
select tests.act_as(:'bob');
select is(tests.raised_code(format('select public.recommend_repurposing(%L)', :'video')), 'NOT_FOUND', 'uploads are one''s own');
select tests.act_as(:'ada');
select is(tests.raised_code('select public.recommend_repurposing()'), 'VALIDATION_ERROR', 'of an upload');
select is(tests.raised_code(format('select public.recommend_repurposing(%L)', :'video')), 'VALIDATION_ERROR', 'that was analysed');
select is(
  pg_temp.try(format('%L, %L', :'video', 'video_to_shorts')), 'VALIDATION_ERROR', 'clips need moments'
);
select tests.act_as_owner();
select public.save_content_analysis('asset', :'video', 'completed', '{"platform_scores": {"linkedin": 80, "x": 30, "tiktok": 75},
  "hook_moments": [{"timestamp": 12, "text": "Air!", "score": 90}]}') \g /dev/null
-- A zone in which it is another day than in UTC.
set local timezone = 'UTC';
update public.organizations
set timezone = case when extract(hour from now() at time zone 'UTC') >= 10 then 'Pacific/Kiritimati' else 'Pacific/Pago_Pago' end
where id = :'org'
returning timezone as zone \gset
select tests.act_as(:'ada');
select public.recommend_repurposing(:'video') as strategy \gset
select is(
  public.recommend_repurposing(:'video') ->> 'id', :'strategy'::jsonb ->> 'id', 'asked again the same day, it is the same advice'
);
select is(
  (
    select string_agg(format('%s:%s', f ->> 'format', f ->> 'priority'), ' ')
    from jsonb_array_elements(:'strategy'::jsonb -> 'recommended_formats') as f
  ),
  'linkedin_post:high short_video:high twitter_thread:low blog_article:medium email:medium social_post:medium', 'the fittest first'
);
select is(
  :'strategy'::jsonb #> '{content_calendar_suggestions,0}',
  jsonb_build_object(
    'on', (now() at time zone :'zone')::date + 1, 'platform', 'linkedin', 'format', 'linkedin_post', 'note', 'past voor 80 van 100'
  ), 'one a day from tomorrow, as the organization counts its days, in the language of the upload'
);
select is(:'strategy'::jsonb ->> 'estimated_reach', null::text, 'reach is not guessed');
select is((select count(*) from public.repurposing_strategies), 1::bigint, 'it is kept');

-- Asking --------------------------------------------------------------------------------------------------------------
select is(pg_temp.try(''), 'VALIDATION_ERROR', 'of an upload');
select is(pg_temp.try(format('%L, %L', :'video', 'magic')), 'VALIDATION_ERROR', 'what there is');
select is(pg_temp.try(format('%L, %L', :'blog', 'video_to_shorts')), 'VALIDATION_ERROR', 'clips of a video');
select is(pg_temp.try(format('%L, %L, %L', :'blog', 'blog_to_social', 'blog_article')), 'VALIDATION_ERROR', 'a format of that kind');
select is(pg_temp.try(format('%L, %L, null, %L', :'blog', 'blog_to_social', '{myspace}')), 'VALIDATION_ERROR', 'platforms that are known');
select is(
  pg_temp.try(format('%L, %L, p_config => %L', :'video', 'video_to_shorts', '{"duration": 500}')), 'VALIDATION_ERROR', 'short clips'
);
select is(
  pg_temp.try(format('%L, %L, p_repurposing_strategy_id => %L', :'blog', 'blog_to_social', :'strategy'::jsonb ->> 'id')), 'VALIDATION_ERROR',
  'the strategy of that upload'
);
select public.create_repurposing_job(
  :'video', 'video_to_shorts', p_config => '{"duration": 30}',
  p_repurposing_strategy_id => (:'strategy'::jsonb ->> 'id')::uuid
) as asked \gset
select :'asked'::jsonb ->> 'repurposing_job_id' as id, :'asked'::jsonb #>> '{job,id}' as job \gset
select tests.act_as_owner();
select is(
  (select payload - 'brand' from public.jobs where id = :'job'),
  jsonb_build_object('content_asset_id', :'video') || '{"language": "nl", "output_format": "short_video", "platforms": [],
    "clip_seconds": 30, "clip_bounds": [], "count": 3, "moments": [{"timestamp": 12, "text": "Air!", "score": 90}]}'::jsonb,
  'the worker has what it needs'
);
select pg_temp.claim(:'job');
select public.checkpoint_job(:'job', 1, 'written', '{"outputs": [{"content_type": "short_video", "title": "Air!", "text": "Air!",
  "output": {"start_seconds": 11, "end_seconds": 41, "duration_seconds": 30}}], "ai_provider": "local",
  "ai_model": "local-extractive", "usage": []}', 0.9) \g /dev/null
select is((select progress from public.repurposing_jobs where id = :'id'), 90::smallint, 'members see how far it is');
select public.complete_job(:'job', 1, '{"count": 1}') \g /dev/null
select tests.act_as(:'ada');
select is(
  (select format('%s|%s|%s', status, progress, credits_used) from public.repurposing_jobs where id = :'id'), 'completed|100|1', 'it ends'
);
select is(
  (select format('%s|%s|%s|%s', content_type, generated_text, duration_seconds, content ->> 'start_seconds')
    from public.generated_content where repurposing_job_id = :'id'),
  'short_video|Air!|30|11', 'with a plan of clips'
);

select is(
  pg_temp.try(format('%L, %L, p_target_platforms => %L, p_config => %L', :'video', 'video_to_shorts', '{youtube,facebook}', '{"duration": 120}')),
  'VALIDATION_ERROR', 'no longer than each of the platforms takes'
);
select is(
  pg_temp.try(format('%L, %L, p_target_platforms => %L', :'video', 'video_to_shorts', '{email}')), 'VALIDATION_ERROR',
  'clips are not for e-mail'
);
select is(
  pg_temp.try(format('%L, %L, %L, %L', :'blog', 'blog_to_social', 'social_post', '{facebook}')), 'VALIDATION_ERROR',
  'nor is anything left out without a word'
);
select is(
  pg_temp.try(format('%L, %L, p_config => %L', :'video', 'video_to_shorts', '{"aspect_ratio": "2:1"}')), 'VALIDATION_ERROR',
  'forms that platforms know'
);
select is(
  pg_temp.try(format('%L, %L, p_config => %L', :'blog', 'blog_to_social', jsonb_build_object(k.key, k.value))),
  'VALIDATION_ERROR', 'wishes are short texts, whatever is made: ' || k.key
)
from (values
  ('caption_style', to_jsonb(repeat('x', 20000))), ('caption_style', '{"a": 1}'), ('aspect_ratio', to_jsonb(repeat('x', 20000))),
  ('aspect_ratio', '[]')
) as k (key, value);
select public.create_repurposing_job(
  :'video', 'video_to_shorts', p_target_platforms => '{tiktok,youtube,linkedin}', p_config => '{"aspect_ratio": "1:1"}'
) as asked \gset
select :'asked'::jsonb #>> '{job,id}' as job \gset
select tests.act_as_owner();
select is(
  (select payload -> 'clip_bounds' from public.jobs where id = :'job'),
  '[{"platform": "youtube", "min_seconds": 0, "max_seconds": 180}, {"platform": "tiktok", "min_seconds": 3, "max_seconds": 600},
    {"platform": "linkedin", "min_seconds": 3, "max_seconds": 1800}]'::jsonb,
  'the worker knows what the platforms take'
);
delete from public.jobs where id = :'job';
insert into public.content_assets (organization_id, title, content_type, storage_path, mime_type, upload_status)
values (:'org', 'Podcast', 'audio', :'org' || '/p.mp3', 'audio/mpeg', 'completed') returning id as podcast \gset
select tests.act_as(:'ada');
select public.create_repurposing_job(:'podcast', 'podcast_to_blog') as asked \gset
select :'asked'::jsonb #>> '{job,id}' as job \gset
select tests.act_as_owner();
select isnt(:'job'::text, null, 'a recording that nobody has transcribed is taken');
select pg_temp.claim(:'job');
select public.checkpoint_job(:'job', 1, 'text', '{"text": "Air.", "transcript": "Air.", "language": "en", "usage": [],
  "segments": [{"start": 0, "end": 1, "text": "Air."}]}', 0.2) \g /dev/null
select is((select transcript from public.content_assets where id = :'podcast'), 'Air.', 'and keeps what was heard');
delete from public.jobs where id = :'job';
update public.usage_counters set reserved = 0 where metric = 'ai_credits';
select tests.act_as(:'ada');
select is(
  (
    select string_agg(distinct concat_ws(':', f ->> 'job_type', f ->> 'format'), ' ' order by concat_ws(':', f ->> 'job_type', f ->> 'format'))
    from jsonb_array_elements(:'strategy'::jsonb -> 'recommended_formats') as f
  ),
  'blog_to_social:email blog_to_social:linkedin_post blog_to_social:social_post blog_to_social:twitter_thread'
  ' podcast_to_blog:blog_article video_to_shorts:short_video', 'each advice can be asked for as it is'
);

select public.create_repurposing_job(:'blog', 'blog_to_social', 'linkedin_post') as asked \gset
select :'asked'::jsonb ->> 'repurposing_job_id' as id, :'asked'::jsonb #>> '{job,id}' as job \gset
select tests.act_as_owner();
select pg_temp.claim(:'job');
select public.checkpoint_job(:'job', 1, 'analysis', '{"usage": []}', 0.3) \g /dev/null
select is((select format('%s %s', status, progress) from public.repurposing_jobs where id = :'id'), 'processing 30', 'step by step');
select public.checkpoint_job(:'job', 1, 'written', '{"outputs": [{"platform": "linkedin", "output": {
  "post": "On compost. Air.", "opening_hook": "On compost.", "cta": "Try it.", "hashtags": ["#compost"]}}],
  "ai_model": "m", "usage": []}', 0.9) \g /dev/null
select public.complete_job(:'job', 1, '{"count": 1}') \g /dev/null
select is(
  (
    select format('%s|%s|%s|%s', target_platform, generated_text, hashtags, cta)
    from public.generated_content where repurposing_job_id = :'id'
  ),
  'linkedin|On compost. Air.|{compost}|Try it.', 'a post is content of its platform'
);

select tests.act_as(:'ada');
select public.create_repurposing_job(:'blog', 'blog_to_social', 'email') as asked \gset
select :'asked'::jsonb ->> 'repurposing_job_id' as id, :'asked'::jsonb #>> '{job,id}' as job \gset
select public.cancel_job(:'job') \g /dev/null
select is((select status from public.repurposing_jobs where id = :'id'), 'cancelled', 'it can be stopped');
select public.create_repurposing_job(:'blog', 'blog_to_social', 'email') as asked \gset
select :'asked'::jsonb ->> 'repurposing_job_id' as id, :'asked'::jsonb #>> '{job,id}' as job \gset
select tests.act_as_owner();
select pg_temp.claim(:'job');
select public.fail_job(:'job', 1, 'INPUT_TOO_SHORT', 'too short', false) \g /dev/null
select is(
  (select format('%s %s', status, error_code) from public.repurposing_jobs where id = :'id'), 'failed INPUT_TOO_SHORT',
  'and say why it failed'
);
select is((select used || '/' || reserved from public.usage_counters where metric = 'ai_credits'), '2/0', 'then it costs nothing');

select * from finish();
rollback;
