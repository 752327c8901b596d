begin;
\ir ../analytics/setup.sql
select plan(58);

-- A worker takes the job, as it would.
create function pg_temp.run(
  p_job_id bigint, p_result jsonb default null, p_code text default null, p_steps jsonb default '{}'
)
returns void language plpgsql as $$
declare
  v_step record;
begin
  update public.jobs
  set status = 'processing', attempt = 1, lease = 1, worker_id = 'w', started_at = now(), lease_expires_at = now() + interval '1 minute'
  where id = p_job_id;
  for v_step in select s.key, s.value from jsonb_each(p_steps) as s loop
    perform public.checkpoint_job(p_job_id, 1, v_step.key, v_step.value, 0.5);
  end loop;
  if p_code is null then
    perform public.complete_job(p_job_id, 1, p_result);
  else
    perform public.fail_job(p_job_id, 1, p_code, 'why not', false);
  end if;
end
$$;
create function pg_temp.used(p_organization_id uuid) returns text language sql as $$
  select coalesce(sum(used) || '/' || sum(reserved), '0/0') from public.usage_counters
  where organization_id = p_organization_id and metric = 'ai_analyses'
$$;

select tests.create_user() as ada \gset
select tests.create_user() as bob \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.account(:'org') as account \gset
select analytics_test.item(:'account', 'v' || n, n, 100) from generate_series(1, 4) as n \g /dev/null
select id as v1 from public.content_items where platform_content_id = 'v1' \gset
select id as v2 from public.content_items where platform_content_id = 'v2' \gset
insert into public.content_assets (organization_id, title, content_type, source_url, upload_status)
values (:'org', 'Episode', 'audio', 'https://example.test/e', 'completed') returning id as asset \gset

-- One ---------------------------------------------------------------------------------------------------------------
select tests.act_as(:'ada');
select public.analyze_content('item', :'v1') as asked \gset
select is(:'asked'::jsonb ->> 'status', 'pending', 'it waits');
select is(public.analyze_content('item', :'v1') -> 'job', :'asked'::jsonb -> 'job', 'asked again while it waits, it is the same job');
select is(public.get_content_analysis('item', :'v1') ->> 'progress_percentage', '0', 'nothing done yet');
select tests.act_as_owner();
select is(pg_temp.used(:'org'), '0/1', 'one unit is set aside, once');
insert into public.trending_keywords (platform, keyword, trending_score, source, valid_end)
values ('youtube', 'compost', 90, 'test', now() + interval '1 day'),
  ('youtube', 'snow', 90, 'test', now() + interval '1 day');
select pg_temp.run(
  (:'asked'::jsonb #>> '{job,id}')::bigint,
  '{"topics": ["Compost"], "keywords": ["soil"], "sentiment_score": 12.5, "platform": "youtube", "readability_score": 70,
    "hook_moments": [{"timestamp": 1, "text": "Hi", "score": 50}],
    "ai_provider": "local", "ai_model": "local-extractive"}',
  p_steps => '{"text": {"language": "en", "usage": [{
    "call_id": "6f0f3a52-6c1f-4a0e-9a53-1d3a2f9d8c11", "ai_provider": "openai", "ai_model": "whisper-1",
    "feature": "content_analysis", "operation_type": "transcribe", "audio_seconds": 12
  }]}}'
);
select is(
  (
    select format('%s %s %s', u.operation_type, u.audio_seconds, u.user_id = :'ada')
    from public.ai_usage as u where u.content_item_id = :'v1'
  ),
  'transcribe 12.000 t', 'what calls to models took is on record with the item'
);
select is(pg_temp.used(:'org'), '1/0', 'it is charged when it is made');
select tests.act_as(:'ada');
select public.get_content_analysis('item', :'v1') as made \gset
select is(:'made'::jsonb #>> '{job,status}', 'completed', 'its job is done, though the queue has forgotten it');
select is(:'made'::jsonb ->> 'analysis_status', 'completed', 'it is made');
select is(:'made'::jsonb -> 'topics', '["Compost"]'::jsonb, 'with what was found');
select is(:'made'::jsonb ->> 'language', 'en', 'with what the first step knew');
select is(:'made'::jsonb -> 'trending_elements', '{"keywords": ["compost"]}'::jsonb, 'and what of it is trending');
select is(:'made'::jsonb ->> 'engagement_score', null, 'engagement is not measured yet, so there is no score of it');
select is(:'made'::jsonb ->> 'analysis_cost_credits', '1', 'and what it cost');
select is((select analysis_status from public.content_items where id = :'v1'), 'completed', 'the item knows');
select is(public.analyze_content('item', :'v1') ->> 'reused', 'true', 'a recent one is not made again');
select is(public.analyze_content('item', :'v1', true) ->> 'reused', 'false', 'unless asked to');
select is(public.get_content_analysis('item', :'v1') ->> 'version', '2', 'then it is the next version');

select public.analyze_content('asset', :'asset') as asked \gset
select tests.act_as_owner();
select pg_temp.run(
  (:'asked'::jsonb #>> '{job,id}')::bigint, '{"topics": []}',
  p_steps => '{"text": {"language": "nl", "transcript": "Hallo allemaal.", "transcript_confidence": 91, "duration_seconds": 3.2}}'
);
select is(
  (
    select format('%s %s %s %s', transcript, transcript_language, transcript_confidence, duration_seconds)
    from public.content_assets where id = :'asset'
  ),
  'Hallo allemaal. nl 91.00 4', 'what was said is kept with the asset'
);

-- Failing -------------------------------------------------------------------------------------------------------------
select tests.act_as(:'ada');
select public.analyze_content('asset', :'asset', true) as asked \gset
select tests.act_as_owner();
select pg_temp.used(:'org') as used_before \gset
select pg_temp.run((:'asked'::jsonb #>> '{job,id}')::bigint, p_code => 'INPUT_EMPTY');
select is(pg_temp.used(:'org'), '2/1', 'a failure costs nothing; one still waits');
select tests.act_as(:'ada');
select is(public.get_content_analysis('asset', :'asset') ->> 'error_message', 'why not', 'and says why');
select is(public.get_content_analysis('asset', :'asset') ->> 'error_code', 'INPUT_EMPTY', 'to programs as well');
select is((select transcript from public.content_assets where id = :'asset'), 'Hallo allemaal.', 'what was known stays');

-- Many ----------------------------------------------------------------------------------------------------------------
select public.analyze_videos(array['v1', :'v2', 'v3']) as run \gset
select is(:'run'::jsonb ->> 'requested_count', '3', 'by the platform''s id or our own');
select is(:'run'::jsonb ->> 'skipped_count', '1', 'the recent one is skipped');
select is(jsonb_array_length(:'run'::jsonb -> 'jobs'), 2, 'one job for each of the others');
select is(public.get_video_analysis((:'run'::jsonb ->> 'analysis_id')::uuid) ->> 'progress_percentage', '33', 'how far it is');
select tests.act_as_owner();
insert into public.content_milestones
  (organization_id, content_item_id, age_days, captured_on, views, engagement, percentile)
select i.organization_id, i.id, 7, current_date, 100, case i.platform_content_id when 'v2' then 30 else 10 end,
  case i.platform_content_id when 'v2' then 90 else 20 end
from public.content_items as i;
update public.content_items set duration_seconds = 42, like_count = 10 where id = :'v2';
select pg_temp.run((:'run'::jsonb #>> '{jobs,0,id}')::bigint, '{"topics": ["Worms"]}');
select is((select status from public.analysis_runs where id = (:'run'::jsonb ->> 'analysis_id')::uuid), 'processing', 'one is still waited for');
select pg_temp.run((:'run'::jsonb #>> '{jobs,1,id}')::bigint, p_code => 'INPUT_EMPTY');
select tests.act_as(:'ada');
select public.get_video_analysis((:'run'::jsonb ->> 'analysis_id')::uuid) as ended \gset
select is(:'ended'::jsonb ->> 'status', 'completed', 'then it has ended');
select is(
  format('%s %s %s', :'ended'::jsonb ->> 'analyzed_count', :'ended'::jsonb ->> 'updated_count', :'ended'::jsonb ->> 'failed_count'),
  '1 0 1', 'one made, one failed'
);
select is(:'ended'::jsonb #>> '{errors,0,code}', 'INPUT_EMPTY', 'with its code');
select ok((:'ended'::jsonb ->> 'processing_time_seconds')::numeric >= 0, 'how long it took');
select is(jsonb_array_length(:'ended'::jsonb #> '{insights,optimal_posting_times}'), 5, 'hours to post');
select is(:'ended'::jsonb #>> '{insights,posting_times_are_learned}', 'false', 'which are the platform''s usual ones so far');
select is(:'ended'::jsonb #>> '{insights,audience_preferences,preferred_duration}', '42', 'the length of what does best');
select is(
  :'ended'::jsonb #>> '{insights,audience_preferences,engagement_patterns,likes_per_100_views}', '2.50', 'how people take part'
);
select is(
  :'ended'::jsonb #> '{insights,audience_preferences,engagement_patterns,average_percent_watched}', null,
  'what no platform reported is not there'
);
select is(
  :'ended'::jsonb #> '{insights,audience_preferences,engagement_patterns,shares_per_100_views}', null,
  'nor what it says nothing of but zero'
);
select is(:'ended'::jsonb ->> 'competitors', null, 'no comparison unless asked for');
select is(
  (select engagement_score from public.content_analyses where content_item_id = (:'run'::jsonb #>> '{jobs,0,content_item_id}')::uuid),
  case :'run'::jsonb #>> '{jobs,0,content_item_id}' when :'v2' then 100.00 else 0.00 end,
  'engagement per view is measured against the channel''s at the same age'
);

-- With nothing due it ends at once; the insights follow the topics that were found.
select tests.act_as_owner();
update public.content_analyses set topics = '{Worms}' where content_item_id = :'v2';
insert into public.content_analyses (organization_id, content_item_id, version, analysis_status, analyzed_at, topics)
values (:'org', :'v2', 9, 'completed', now(), '{Worms}');
select analytics_test.item(:'account', 'announced' || n, -30) from generate_series(1, 200) as n \g /dev/null
insert into public.creators (platform, username, profile_url, follower_count, metadata)
values ('youtube', 'other', 'https://example.test/o', 5000, '{"average_views": 40}') returning id as creator \gset
insert into public.followed_creators (organization_id, creator_id) values (:'org', :'creator');
select tests.act_as(:'ada');
select public.analyze_videos(array['v2'], include_competitors => true) ->> 'analysis_id' as again \gset
select public.get_video_analysis(:'again') as ended \gset
select is(:'ended'::jsonb ->> 'status', 'completed', 'nothing to do, at once done');
select is(:'ended'::jsonb #> '{insights,top_performing_topics}', '["worms"]'::jsonb, 'topics that did better than the rest');
select is(:'ended'::jsonb #>> '{competitors,creators,0,average_views}', '40', 'beside a creator that is followed');
select is(:'ended'::jsonb #>> '{competitors,channels,0,beside,ahead_in_views}', '1', 'and ahead of it');
select cmp_ok(
  (:'ended'::jsonb #>> '{competitors,channels,0,uploads_per_week}')::numeric, '<', 1::numeric, 'what is announced is not published'
);
select tests.act_as_owner();
delete from public.content_items where platform_content_id like 'announced%';
select tests.act_as(:'ada');

select is(tests.raised_code($$select public.analyze_videos('{nothing}')$$), 'NOT_FOUND', 'an unknown video');
select is(tests.raised_code($$select public.analyze_videos('{}')$$), 'VALIDATION_ERROR', 'none at all');
select is(tests.raised_code($$select public.analyze_content('moon', gen_random_uuid())$$), 'VALIDATION_ERROR', 'an unknown subject');
select is(
  jsonb_array_length(public.analyze_videos() -> 'jobs')::bigint,
  (
    select count(*) from public.content_items as i
    where not exists (
      select from public.content_analyses as a where a.content_item_id = i.id and a.analysis_status = 'completed'
    )
  ),
  'left out: those that still need it'
);

select tests.act_as(:'bob');
select is(tests.raised_code(format('select public.analyze_content(%L, %L)', 'item', :'v1')), 'NOT_FOUND', 'another''s item is not there');
select is(tests.raised_code($$select public.analyze_videos('{v1}')$$), 'NOT_FOUND', 'nor by the platform''s id');
select is(
  tests.raised_code(format('select public.get_video_analysis(%L)', :'run'::jsonb ->> 'analysis_id')), 'NOT_FOUND', 'nor the run'
);
select is((select count(*) from public.analysis_runs), 0::bigint, 'nor its row');

-- What is purged is not waited for.
select tests.act_as_owner();
select analytics_test.item(:'account', 'gone' || n, 1, 100) from generate_series(1, 4) as n \g /dev/null
select tests.act_as(:'ada');
select public.analyze_videos(array['gone1', 'gone2', 'gone3']) as run \gset
select public.analyze_videos(array['gone4']) ->> 'analysis_id' as lone \gset
select tests.act_as_owner();
select pg_temp.run((:'run'::jsonb #>> '{jobs,0,id}')::bigint, '{"topics": ["Worms"]}');
select content_item_id as first_id from private.analysis_run_items
where analysis_run_id = (:'run'::jsonb ->> 'analysis_id')::uuid and status = 'completed' \gset
delete from public.content_items where id = :'first_id';
select is(
  (select status from public.analysis_runs where id = (:'run'::jsonb ->> 'analysis_id')::uuid), 'processing', 'others are waited for'
);
delete from public.content_items where platform_content_id like 'gone%';
select is(
  (
    select format('%s %s %s', r.status, r.analyzed_count, r.failed_count) from public.analysis_runs as r
    where r.id = (:'run'::jsonb ->> 'analysis_id')::uuid
  ), 'completed 1 2', 'a run ends with the last video that is purged, and counts what it made'
);
select is((select status from public.analysis_runs where id = :'lone'), 'failed', 'one that made nothing failed');
-- What was counted goes after a year, what was found stays.
update public.analysis_runs set completed_at = now() - interval '13 months' where id = :'again';
select is((select r.deleted_rows from private.apply_retention('public.analysis_runs') as r), 1::bigint, 'an old run goes');
select ok(exists (select from public.content_analyses where content_item_id = :'v2'), 'its analyses stay');
select lives_ok(format('delete from public.organizations where id = %L', :'org'), 'runs go with their organization');

select * from finish();
rollback;
