begin;
select plan(27);

create function pg_temp.run(p_job_id text, p_state jsonb, p_result jsonb) returns void language plpgsql as $$
begin
  update public.jobs
  set status = 'processing', attempt = 1, lease = 1, worker_id = 'w', started_at = now(), lease_expires_at = now() + interval '1 minute'
  where id = p_job_id::bigint;
  perform public.checkpoint_job(p_job_id::bigint, 1, 'written', p_state, 0.9);
  perform public.complete_job(p_job_id::bigint, 1, p_result);
end
$$;

select tests.create_user() as ada \gset
select tests.create_user() as bob \gset
select tests.create_user() as vic \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select active_organization_id as other from public.profiles where id = :'bob' \gset
insert into public.organization_members (organization_id, user_id, role) values (:'org', :'vic', 'viewer');
insert into public.content_templates (organization_id, name, content_type, template_text, parameters, language)
values (:'org', 'Opening', 'caption', 'Write about {{topic}}.', '{"variables": ["topic"], "length_target": 40}', 'nl') returning id as own \gset
insert into public.content_templates (organization_id, name, content_type, template_text, is_public)
values (:'other', 'Shared', 'email', 'A letter on {{topic}}.', true) returning id as shared \gset
insert into public.content_templates (organization_id, name, content_type, template_text)
values (:'other', 'Hidden', 'email', 'A letter.') returning id as hidden \gset
insert into public.content_assets (organization_id, title, content_type, source_url, transcript)
values (:'org', 'Compost', 'blog', 'https://example.test/c', 'Compost needs air.') returning id as asset \gset

-- Templates -----------------------------------------------------------------------------------------------------------
select tests.act_as(:'vic', :'org');
select is(tests.raised_code(format('select public.generate_from_template(%L, %L)', :'own', '{"topic": "x"}')), 'FORBIDDEN', 'creators write');
select tests.act_as(:'ada');
select is(tests.raised_code('select public.generate_from_template()'), 'VALIDATION_ERROR', 'by a template');
select is(tests.raised_code(format('select public.generate_from_template(%L)', :'hidden')), 'NOT_FOUND', 'that may be seen');
select is(tests.raised_code(format('select public.generate_from_template(%L)', :'own')), 'VALIDATION_ERROR', 'with a value for each variable');
select is(
  tests.raised_code(format('select public.generate_from_template(%L, %L)', :'own', '{"topic": "x", "tone": "y"}')), 'VALIDATION_ERROR', 'and no others'
);
select is((select usage_count from public.content_templates where id = :'own'), 0, 'what is refused is no use');
select public.generate_from_template(:'own', '{"topic": "compost"}', p_idempotency_key => 'k') as asked \gset
select :'asked'::jsonb ->> 'generation_id' as generation, :'asked'::jsonb #>> '{job,id}' as job \gset
select is(
  public.generate_from_template(:'own', '{"topic": "compost"}', p_idempotency_key => 'k') ->> 'generation_id', :'generation', 'the same key, the same request'
);
select is(
  public.generate_from_template(:'own', '{"topic": "compost"}') ->> 'reused', 'true', 'an equal one under way is not made twice'
);
select is((select usage_count from public.content_templates where id = :'own'), 1, 'nor counted as another use of the template');
select tests.act_as_owner();
select is(
  (select payload - '{brand,generation_id}'::text[] from public.jobs where id = :'job'),
  format('{"content_template_id": %s, "content_type": "caption", "filled": "Write about compost.", "language": "nl",
    "parameters": {"variables": ["topic"], "length_target": 40}}', to_jsonb(:'own'::text))::jsonb, 'the worker has the filled-in template'
);
select pg_temp.run(:'job', '{"title": "", "text": "Lucht is alles.", "word_count": 3, "readability_score": null,
  "reasons": [], "voice_fit": {"score": 70, "manner": 65, "nearness": 90}, "ai_provider": "local",
  "ai_model": "local-extractive", "usage": [], "milliseconds": 3}', '{"words": 3}');
select tests.act_as(:'ada');
select public.get_template_text(:'generation') as made \gset
select is(:'made'::jsonb ->> 'status', 'completed', 'it is written');
select is(
  (:'made'::jsonb -> 'text') - '{id,version}'::text[],
  '{"content_type": "caption", "title": null, "text": "Lucht is alles.", "word_count": 3, "readability_score": null, "reasons": [],
    "voice_fit_score": 70.00, "voice_fit": {"score": 70, "manner": 65, "nearness": 90}, "status": "generated"}',
  'as content of the template''s kind'
);
select is(
  (select format('%s|%s|%s', content_template_id, prompt_template, target_platform) from public.generated_content),
  format('%s|Opening|', :'own'),
  'that knows its template and is for no platform in particular'
);
select public.generate_from_template(:'shared', '{"topic": "air"}') as asked \gset
select is(:'asked'::jsonb ->> 'kind', 'template_text', 'what others published may be used');
select tests.act_as(:'bob');
select is((select usage_count from public.content_templates where id = :'shared'), 1, 'and its owner sees that');
select is(tests.raised_code(format('select public.get_template_text(%L)', :'generation')), 'NOT_FOUND', 'but not what was written');

-- Pictures ------------------------------------------------------------------------------------------------------------
select is(
  tests.raised_code(format('select public.generate_thumbnail_prompts(%L)', array[:'asset'])), 'VALIDATION_ERROR', 'sources are one''s own'
);
select tests.act_as(:'vic', :'org');
select is(tests.raised_code($$select public.generate_thumbnail_prompts(p_title => 'x')$$), 'FORBIDDEN', 'creators ask for pictures');
select tests.act_as(:'ada');
select is(tests.raised_code('select public.generate_thumbnail_prompts()'), 'VALIDATION_ERROR', 'of something');
select is(tests.raised_code($$select public.generate_thumbnail_prompts(p_title => 'x', p_count => 6)$$), 'VALIDATION_ERROR', 'five at most');
select is(
  tests.raised_code($$select public.generate_thumbnail_prompts(p_title => 'x', p_language => 'fr')$$), 'VALIDATION_ERROR', 'in a language there is'
);
select is(
  tests.raised_code(format('select public.generate_thumbnail_prompts(%L)', '{NULL}')), 'VALIDATION_ERROR', 'and no holes'
);
savepoint before_asking;
select public.generate_thumbnail_prompts(p_title => 'Waarom je de grond niet moet omspitten') #>> '{job,id}' as dutch_job \gset
select payload ->> 'language' as told_in from public.jobs where id = :'dutch_job' \gset
rollback to before_asking;
select is(:'told_in'::text, 'nl', 'in the language of the title unless asked otherwise');
select public.generate_thumbnail_prompts(array[:'asset']::uuid[], 'Air', 2, 'flat colours') as asked \gset
select :'asked'::jsonb ->> 'generation_id' as generation, :'asked'::jsonb #>> '{job,id}' as job \gset
select tests.act_as_owner();
select is(
  (select format('%s|%s|%s', payload ->> 'count', payload ->> 'style', payload #>> '{sources,0,text}') from public.jobs where id = :'job'),
  '2|flat colours|Compost needs air.', 'the worker has what it needs'
);
select pg_temp.run(:'job', '{"prompts": [{"prompt": "A heap of compost", "overlay_text": "Let it breathe", "reasons": ["r"],
    "voice_fit": {"score": 40, "manner": 40, "nearness": null}},
  {"prompt": "A worm", "overlay_text": "", "reasons": [], "voice_fit": {"score": null, "reason": "too_short"}}],
  "ai_provider": "local", "ai_model": "local-extractive",
  "usage": []}', '{"count": 2}');
select tests.act_as(:'ada');
select is(
  (
    select jsonb_agg(p - '{id,version}'::text[])
    from jsonb_array_elements(public.get_thumbnail_prompts(:'generation') -> 'prompts') as p
  ),
  '[{"prompt": "A heap of compost", "overlay_text": "Let it breathe", "reasons": ["r"], "status": "generated",
      "voice_fit_score": 40.00, "voice_fit": {"score": 40, "manner": 40, "nearness": null}},
    {"prompt": "A worm", "overlay_text": "", "reasons": [], "status": "generated",
      "voice_fit_score": null, "voice_fit": {"score": null, "reason": "too_short"}}]',
  'prompts and the words on the pictures'
);
select is((select count(*) from public.generated_content where content_type = 'thumbnail_prompt'), 2::bigint, 'are content like any other');
select is(tests.raised_code(format('select public.get_titles(%L)', :'generation')), 'NOT_FOUND', 'and no titles');

select * from finish();
rollback;
