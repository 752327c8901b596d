begin;
\ir ../analytics/setup.sql
\ir setup.sql
select plan(13);
select tests.create_user() as ada \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.account(:'org') as account \gset
select public.record_trending_keywords('[
  {"platform": "youtube", "keyword": "home coffee", "source": "trends", "search_volume": 12000,
    "competition_level": "high"},
  {"platform": "tiktok", "keyword": "home coffee", "source": "trends", "search_volume": 90, "competition_level": "low"},
  {"platform": "youtube", "keyword": "grinder", "source": "trends", "search_volume": 999, "language": "nl"},
  {"platform": "youtube", "keyword": "grinder", "source": "later", "search_volume": 999,
    "valid_start": "2999-01-01", "valid_end": "2999-02-01"}]') \g /dev/null
create function pg_temp.seo() returns jsonb language plpgsql as $$
declare
  v_id uuid;
  v_job record;
begin
  perform tests.act_as(current_setting('test.ada')::uuid);
  v_id := public.generate_seo_content(
    '{"title": "Coffee", "script": "Grind the beans.", "target_keywords": ["home coffee"], "language": "en"}',
    '{"include_timestamps": false, "include_hashtags": true}'
  ) ->> 'generation_id';
  perform tests.act_as_role('service_role');
  select * into v_job from text_test.claim();
  perform public.checkpoint_job(v_job.job, v_job.lease, 'written', '{
    "description": {"text": "All about coffee.", "word_count": 3, "seo_score": 40,
      "keywords_density": {"home coffee": 0}, "readability_score": null},
    "tags": [{"tag": "home coffee", "relevance_score": 90}, {"tag": "grinder", "relevance_score": 50}],
    "suggested_hashtags": ["#Coffee"], "optimization_tips": ["Longer."], "reasons": [],
    "ai_provider": "local", "ai_model": "local-extractive", "notes": [], "usage": [], "milliseconds": 9}');
  perform public.complete_job(v_job.job, v_job.lease, '{"tags": 2}');
  perform tests.act_as(current_setting('test.ada')::uuid);
  return public.get_seo_content(v_id);
end;
$$;
grant execute on function pg_temp.seo() to public;
select set_config('test.ada', :'ada', true) \g /dev/null

select pg_temp.seo() as read \gset
select is(:'read'::jsonb #>> '{description,text}', 'All about coffee.', 'the description');
select is(:'read'::jsonb #> '{description,keywords_density}', '{"home coffee": 0}'::jsonb, 'with its density');
select is(:'read'::jsonb -> 'suggested_hashtags', '["#Coffee"]'::jsonb, 'the hashtags');
select is(:'read'::jsonb #>> '{tags,0,search_volume}', 'high', 'what a source says of YouTube''s searches');
select is(
  :'read'::jsonb #> '{tags,1}', '{"tag": "grinder", "relevance_score": 50, "search_volume": null}'::jsonb,
  'and nothing where it speaks of another language or of days to come'
);
select is(:'read'::jsonb #>> '{meta_data,competition_level}', 'high', 'the competition for the target keywords');
select is(:'read'::jsonb #> '{meta_data,estimated_reach}', 'null'::jsonb, 'no reach without history');
select matches(:'read'::jsonb #>> '{meta_data,basis,estimated_reach}', '^Unknown: fewer than five', 'and the reason');
select is(
  :'read'::jsonb #> '{description,reasons}',
  '["Nothing measured to go by: fewer than ten videos on youtube were measured at the same age."]'::jsonb, 'nor a reason to be sure'
);
select isnt(:'read'::jsonb ->> 'tags_id', null, 'tags are content of their own');

select tests.act_as_owner();
select analytics_test.item(:'account', 'v' || n, 20 + n) from generate_series(1, 5) as n \g /dev/null
insert into public.content_milestones (organization_id, content_item_id, age_days, captured_on, views, percentile)
select i.organization_id, i.id, 7, current_date, substring(i.platform_content_id from 2)::integer * 100, 50
from public.content_items as i;
delete from public.trending_keywords;
select pg_temp.seo() as read \gset
select is(:'read'::jsonb #>> '{meta_data,estimated_reach}', '300', 'the median of what five videos had after seven days');
select is(:'read'::jsonb #> '{meta_data,competition_level}', 'null'::jsonb, 'no source, no competition level');
select is(
  :'read'::jsonb #>> '{meta_data,basis,search_volume}', 'Known for 0 of 2 tags, from the trending keywords.', 'nor volumes'
);

select * from finish();
rollback;
