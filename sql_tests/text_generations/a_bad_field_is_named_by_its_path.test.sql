begin;
\ir setup.sql

create temporary table cases (call text, expected text) on commit drop;
insert into cases (call, expected) values
  ($$public.generate_titles()$$, 'VALIDATION_ERROR source_analysis'),
  ($$public.generate_titles('[]', '{}')$$, 'VALIDATION_ERROR source_analysis'),
  ($$public.generate_titles('{"video_ids": []}', null)$$, 'VALIDATION_ERROR generation_params'),
  ($$text_test.titles('{"videos": []}')$$, 'VALIDATION_ERROR source_analysis.videos'),
  ($$text_test.titles('{"video_ids": null}')$$, 'VALIDATION_ERROR source_analysis.video_ids'),
  ($$text_test.titles('{"video_ids": "x"}')$$, 'VALIDATION_ERROR source_analysis.video_ids'),
  ($$text_test.titles('{"video_ids": ["x"]}')$$, 'VALIDATION_ERROR source_analysis.video_ids'),
  ($$text_test.titles('{"video_ids": [7]}')$$, 'VALIDATION_ERROR source_analysis.video_ids[0]'),
  ($$text_test.titles('{"video_ids": ["00000000-0000-0000-0000-000000000001"]}')$$,
    'VALIDATION_ERROR source_analysis.video_ids'),
  ($$text_test.titles('{"performance_threshold": 101}')$$, 'VALIDATION_ERROR source_analysis.performance_threshold'),
  ($$text_test.titles('{"performance_threshold": "high"}')$$, 'VALIDATION_ERROR source_analysis.performance_threshold'),
  ($$text_test.titles('{}', '{"target_keywords": []}')$$, 'VALIDATION_ERROR source_analysis.video_ids'),
  ($$text_test.titles('{}', '{"count": 0}')$$, 'VALIDATION_ERROR generation_params.count'),
  ($$text_test.titles('{}', '{"count": 11}')$$, 'VALIDATION_ERROR generation_params.count'),
  ($$text_test.titles('{}', '{"count": 2.5}')$$, 'VALIDATION_ERROR generation_params.count'),
  ($$text_test.titles('{}', '{"count": 1e300}')$$, 'VALIDATION_ERROR generation_params.count'),
  ($$text_test.titles('{}', '{"count": "2"}')$$, 'VALIDATION_ERROR generation_params.count'),
  ($$text_test.titles('{}', '{"count": null}')$$, 'VALIDATION_ERROR generation_params.count'),
  ($$text_test.titles('{}', '{"style": "shouting"}')$$, 'VALIDATION_ERROR generation_params.style'),
  ($$text_test.titles('{}', '{"language": "de"}')$$, 'VALIDATION_ERROR generation_params.language'),
  ($$text_test.titles('{}', '{"max_length": 19}')$$, 'VALIDATION_ERROR generation_params.max_length'),
  ($$text_test.titles('{}', '{"max_length": 101}')$$, 'VALIDATION_ERROR generation_params.max_length'),
  ($$text_test.titles('{}', '{"target_keywords": ["a", ""]}')$$,
    'VALIDATION_ERROR generation_params.target_keywords[1]'),
  ($$text_test.titles('{}', jsonb_build_object('target_keywords', array_fill('a'::text, array[21])))$$,
    'VALIDATION_ERROR generation_params.target_keywords'),
  ($$text_test.titles('{}', '{}', '{"avoid_keywords": [1]}')$$, 'VALIDATION_ERROR user_preferences.avoid_keywords[0]'),
  ($$text_test.titles('{}', '{}', '{"brand_voice": ""}')$$, 'VALIDATION_ERROR user_preferences.brand_voice'),
  ($$text_test.titles('{}', '{}', '{"brand_voice": "00000000-0000-0000-0000-000000000001"}')$$,
    'VALIDATION_ERROR user_preferences.brand_voice'),
  ($$text_test.titles('{}', '{}', '{"target_audience": 5}')$$, 'VALIDATION_ERROR user_preferences.target_audience'),
  ($$text_test.titles('{}', '{}', '{"tone": "loud"}')$$, 'VALIDATION_ERROR user_preferences.tone'),
  ($$text_test.titles('{}', '{"max_length": null}', 'null')$$, 'accepted'),
  ($$text_test.titles('{}', '{"count": 10, "max_length": 20}', '{"brand_voice": "plain and dry"}')$$, 'accepted'),
  ($$public.generate_script(null, '{}')$$, 'VALIDATION_ERROR title_id'),
  ($$public.generate_script(gen_random_uuid(), null)$$, 'VALIDATION_ERROR parameters'),
  ($$public.generate_script(gen_random_uuid(), '{"duration_seconds": 14}')$$, 'VALIDATION_ERROR parameters.duration_seconds'),
  ($$public.generate_script(gen_random_uuid(), '{"duration_seconds": 181}')$$, 'VALIDATION_ERROR parameters.duration_seconds'),
  ($$public.generate_script(gen_random_uuid(), '{"duration_seconds": 60, "language": "en"}')$$, 'NOT_FOUND'),
  ($$public.generate_script(gen_random_uuid(), '{"language": "en", "style_preferences": []}')$$,
    'VALIDATION_ERROR parameters.style_preferences'),
  ($$public.generate_script(gen_random_uuid(), '{"language": "en", "style_preferences": {"include_statistics": 1}}')$$,
    'VALIDATION_ERROR parameters.style_preferences.include_statistics'),
  ($$public.generate_script(gen_random_uuid(), '{"duration_seconds": 60, "language": "en", "style_preferences": {"hook_intensity": "high"}}')$$,
    'VALIDATION_ERROR parameters.style_preferences.hook_intensity'),
  ($$public.generate_seo_content()$$, 'VALIDATION_ERROR video_context'),
  ($$public.generate_seo_content('{"title": "a"}', '{}')$$, 'VALIDATION_ERROR video_context.script'),
  ($$public.generate_seo_content('{"title": "a", "script": "b"}', '{}')$$, 'VALIDATION_ERROR video_context.target_keywords'),
  ($$public.generate_seo_content('{"title": "a", "script": "b", "target_keywords": []}', '{}')$$,
    'VALIDATION_ERROR requirements.include_timestamps'),
  ($$public.generate_seo_content('{"title": "a", "script": "b", "target_keywords": []}',
    '{"max_tags": 51, "include_timestamps": true, "include_hashtags": true}')$$, 'VALIDATION_ERROR requirements.max_tags'),
  ($$public.generate_seo_content('{"title": "a", "script": "b", "target_keywords": []}',
    '{"include_timestamps": "yes", "include_hashtags": true}')$$, 'VALIDATION_ERROR requirements.include_timestamps'),
  ($$public.generate_seo_content('{"title": "a", "script": "b", "target_keywords": []}',
    '{"include_timestamps": true, "include_hashtags": false}')$$, 'accepted');
grant select on cases to authenticated;

select plan((select count(*) from cases)::integer + 2);
select tests.create_user() as ada \gset
select tests.act_as(:'ada');
select is(text_test.refused('select ' || c.call), c.expected, left(c.call, 110)) from cases as c;
select is(
  (select parameters #> '{requirements}' from public.text_generations where kind = 'seo_content'),
  '{"max_tags": 15, "description_min_words": 150, "include_hashtags": false, "include_timestamps": true}'::jsonb,
  'what is left out has the documented default'
);
select tests.act_as_owner();
select is((select count(*) from public.jobs), 3::bigint, 'nothing is left of what was refused');

select * from finish();
rollback;
