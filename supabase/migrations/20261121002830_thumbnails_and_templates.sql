-- Purpose: words for a picture that shows what a video is about, and texts written as a template asks.
-- Objects: generate_thumbnail_prompts, generate_from_template, get_thumbnail_prompts, get_template_text, the step and
--          apply functions and the kinds.

create function private.generate_thumbnail_prompts(
  p_source_ids uuid[], p_title text, p_count integer, p_style text, p_language text, p_brand_voice text
)
returns jsonb
language plpgsql
volatile
security definer -- clients have no insert on requests or jobs; the role check below decides
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_client_account_id uuid := private.member_client_account();
  v_sources private.text_source[];
  v_brand jsonb;
begin
  p_title := private.require_text(p_title, 'p_title', 200, p_optional => true);
  p_style := private.require_text(p_style, 'p_style', 300, p_optional => true);
  p_brand_voice := private.require_text(p_brand_voice, 'p_brand_voice', 1000, p_optional => true);
  p_count := coalesce(p_count, 3);
  perform private.require(p_count between 1 and 5, 'p_count', 'p_count must be from 1 to 5');
  perform private.require(p_language is null or p_language in ('en', 'nl'), 'p_language', 'p_language must be en or nl');
  p_source_ids := array(select distinct s.id from unnest(p_source_ids) as s (id));
  perform private.require(
    cardinality(p_source_ids) <= 5 and (cardinality(p_source_ids) > 0 or p_title is not null), 'p_source_ids',
    'p_source_ids must name at most 5 items, uploads or generations; without any, p_title is needed'
  );
  v_sources := array(select s from private.text_sources(v_organization_id, v_client_account_id, p_source_ids) as s);
  perform private.require(
    cardinality(v_sources) = cardinality(p_source_ids), 'p_source_ids',
    'p_source_ids holds an id that is no video, upload or generation of this organization'
  );
  p_language := coalesce(p_language, private.text_language(concat_ws(
    ' ', p_title, (select string_agg(concat_ws(' ', s.title, left(s.body, 5000)), ' ') from unnest(v_sources) as s)
  )));
  select coalesce(v_client_account_id, case when count(*) = count(s.client_account_id)
      and count(distinct s.client_account_id) = 1 then (array_agg(s.client_account_id))[1] end)
  into v_client_account_id
  from unnest(v_sources) as s;
  v_brand := private.chosen_brand(v_organization_id, v_client_account_id, p_brand_voice, 'p_brand_voice');
  return private.request_text_generation(
    'thumbnail_prompts', v_organization_id, v_client_account_id,
    jsonb_build_object(
      'source_ids', p_source_ids, 'title', p_title, 'count', p_count, 'style', p_style, 'language', p_language,
      'brand_voice', p_brand_voice
    ),
    p_language,
    jsonb_strip_nulls(jsonb_build_object(
      'title', p_title, 'count', p_count, 'style', p_style, 'brand', v_brand,
      'sources', private.text_source_content(v_sources)
    ))
  );
end;
$$;
comment on function private.generate_thumbnail_prompts(uuid[], text, integer, text, text, text) is
'The work of public.generate_thumbnail_prompts.';

create function public.generate_thumbnail_prompts(
  p_source_ids uuid[] default null, p_title text default null, p_count integer default 3, p_style text default null,
  p_language text default null, p_brand_voice text default null, p_idempotency_key text default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer(
      'generate_thumbnail_prompts', jsonb_build_array(
        p_source_ids, p_title, p_count, p_style, p_language, p_brand_voice
      ), p_idempotency_key, 'p_idempotency_key'
    ),
    private.remember_answer(
      'generate_thumbnail_prompts', private.generate_thumbnail_prompts(
        p_source_ids, p_title, p_count, p_style, p_language, p_brand_voice
      ), p_idempotency_key
    )
  )
$$;
comment on function public.generate_thumbnail_prompts(uuid[], text, integer, text, text, text, text) is
'Prompts for an image model, 1 to 5 (3 by default), each with the few words that stand on the picture, for items, uploads
or generations (at most 5) or a title. p_style: how pictures should look, at most 300 characters. p_language: en or nl,
by default that of the sources or the title. Costs one unit of generations.
Returns {generation_id, kind, status, reused, job: {id}}; read get_thumbnail_prompts.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR, CONFLICT, QUOTA_EXCEEDED, QUEUE_FULL.';

create function private.generate_from_template(
  p_content_template_id uuid, p_values jsonb, p_language text, p_brand_voice text)
returns jsonb
language plpgsql
volatile
security definer -- clients have no insert on requests or jobs; the role check below decides
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_client_account_id uuid := private.member_client_account();
  v_filled jsonb;
  v_answer jsonb;
  v_brand jsonb;
begin
  perform private.require(
    p_content_template_id is not null, 'p_content_template_id', 'p_content_template_id is missing'
  );
  p_brand_voice := private.require_text(p_brand_voice, 'p_brand_voice', 1000, p_optional => true);
  perform private.require(p_language is null or p_language in ('en', 'nl'), 'p_language', 'p_language must be en or nl');
  v_filled := private.filled_template(v_organization_id, p_content_template_id, coalesce(p_values, '{}'));
  p_language := coalesce(p_language, substring(lower(v_filled ->> 'language') from '^(en|nl)(?![a-z])'), 'en');
  v_brand := private.chosen_brand(v_organization_id, v_client_account_id, p_brand_voice, 'p_brand_voice');
  v_answer := private.request_text_generation(
    'template_text', v_organization_id, v_client_account_id,
    jsonb_build_object(
      'content_template_id', p_content_template_id, 'values', coalesce(p_values, '{}'), 'language', p_language,
      'brand_voice', p_brand_voice
    ),
    p_language,
    jsonb_build_object(
      'content_template_id', p_content_template_id, 'content_type', v_filled -> 'content_type',
      'filled', v_filled -> 'text', 'parameters', v_filled -> 'parameters', 'brand', v_brand
    )
  );
  if not (v_answer -> 'reused')::boolean then
    update public.content_templates set usage_count = usage_count + 1 where id = p_content_template_id;
  end if;
  return v_answer;
end;
$$;
comment on function private.generate_from_template(uuid, jsonb, text, text) is
'The work of public.generate_from_template.';

create function public.generate_from_template(
  p_content_template_id uuid default null, p_values jsonb default '{}', p_language text default null,
  p_brand_voice text default null, p_idempotency_key text default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer(
      'generate_from_template', jsonb_build_array(
        p_content_template_id, p_values, p_language, p_brand_voice
      ), p_idempotency_key, 'p_idempotency_key'
    ),
    private.remember_answer(
      'generate_from_template', private.generate_from_template(
        p_content_template_id, p_values, p_language, p_brand_voice
      ), p_idempotency_key
    )
  )
$$;
comment on function public.generate_from_template(uuid, jsonb, text, text, text) is
'A text as a template of the organization, or a public one, asks for it; p_values gives each of its variables a value, no
more and no less. The template''s parameters count: style, length_target (words), required_elements. Costs one unit of
generations and counts as a use of the template. Returns {generation_id, kind, status, reused, job: {id}}; read
get_template_text. Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR, CONFLICT, QUOTA_EXCEEDED, QUEUE_FULL.';

-- What the worker writes ----------------------------------------------------------------------------------------------

create function private.step_generate_thumbnail_prompts(p_job public.jobs, p_step text, p_state jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_generation public.text_generations;
  v_content public.generated_content;
  v_contents public.generated_content[] := array[]::public.generated_content[];
  v_prompt record;
begin
  if p_step <> 'written' then
    return;
  end if;
  v_generation := private.text_generation_step(p_job, p_state);
  if v_generation.id is null then
    return;
  end if;
  v_content.content_type := 'thumbnail_prompt';
  for v_prompt in
    select p.prompt
    from jsonb_array_elements(p_state -> 'prompts') with ordinality as p (prompt, position)
    order by p.position
  loop
    v_content.id := gen_random_uuid();
    v_content.title := nullif(v_prompt.prompt ->> 'overlay_text', '');
    v_content.generated_text := v_prompt.prompt ->> 'prompt';
    v_content.content := jsonb_build_object('overlay_text', v_prompt.prompt -> 'overlay_text');
    v_content.reasons := private.json_texts(v_prompt.prompt -> 'reasons');
    v_content.voice_fit_score := (v_prompt.prompt #>> '{voice_fit,score}')::numeric;
    v_content.generation_metadata := jsonb_build_object('voice_fit', v_prompt.prompt -> 'voice_fit');
    v_contents := v_contents || v_content;
  end loop;
  perform private.add_text_outputs(v_generation, v_contents);
end;
$$;
comment on function private.step_generate_thumbnail_prompts(public.jobs, text, jsonb) is
'The step written, {prompts: [{prompt, overlay_text, reasons, voice_fit}]}, becomes thumbnail prompts.';

create function private.apply_generate_thumbnail_prompts(p_job public.jobs, p_result jsonb)
returns void
language sql
volatile
set search_path = ''
as $$
  select private.apply_text_generation(
    p_job, private.how_many(p_result ->> 'count', 'The thumbnail prompt is ready', '%s thumbnail prompts are ready'),
    private.how_many(p_result ->> 'count', 'De thumbnailprompt is klaar', '%s thumbnailprompts zijn klaar')
  )
$$;
comment on function private.apply_generate_thumbnail_prompts(public.jobs, jsonb) is
'Ends a request for thumbnail prompts; {count}.';

create function private.step_generate_template_text(p_job public.jobs, p_step text, p_state jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_generation public.text_generations;
  v_content public.generated_content;
begin
  if p_step <> 'written' then
    return;
  end if;
  v_generation := private.text_generation_step(p_job, p_state);
  if v_generation.id is null then
    return;
  end if;
  v_content.id := gen_random_uuid();
  v_content.content_type := (p_job.payload ->> 'content_type')::public.generated_content_type;
  v_content.title := nullif(p_state ->> 'title', '');
  v_content.generated_text := p_state ->> 'text';
  v_content.word_count := (p_state ->> 'word_count')::integer;
  v_content.readability_score := (p_state ->> 'readability_score')::numeric;
  v_content.voice_fit_score := (p_state #>> '{voice_fit,score}')::numeric;
  v_content.generation_metadata := jsonb_build_object('voice_fit', p_state -> 'voice_fit');
  v_content.reasons := private.json_texts(p_state -> 'reasons');
  perform private.add_text_outputs(v_generation, array[v_content]);
  -- Whoever deletes it waits, or is waited for.
  select t.id, t.name into v_content.content_template_id, v_content.prompt_template
  from public.content_templates as t
  where t.id = (p_job.payload ->> 'content_template_id')::uuid
  for key share;
  -- A template is for any platform.
  update public.generated_content as c
  set target_platform = null, content_template_id = v_content.content_template_id,
    prompt_template = coalesce(v_content.prompt_template, c.prompt_template)
  where c.organization_id = v_generation.organization_id and c.id = v_content.id;
end;
$$;
comment on function private.step_generate_template_text(public.jobs, text, jsonb) is
'The step written, {title, text, word_count, readability_score, voice_fit, reasons}, becomes content of the template''s type.';

create function private.apply_generate_template_text(p_job public.jobs, p_result jsonb)
returns void
language sql
volatile
set search_path = ''
as $$
  select private.apply_text_generation(p_job, 'The text is ready', 'De tekst is klaar')
$$;
comment on function private.apply_generate_template_text(public.jobs, jsonb) is 'Ends a request for a text by template.';

insert into public.job_kinds
  (kind, queue, subject_table, apply_function, step_function, failure_function, quota_metric, quota_amount,
    max_attempts, lease_seconds, backoff_base_seconds, backoff_max_seconds, timeout_seconds,
    max_per_organization, max_backlog_per_organization, batch_complete, description)
values
  ('generate_thumbnail_prompts', 'ai', 'text_generations', 'private.apply_generate_thumbnail_prompts',
    'private.step_generate_thumbnail_prompts', 'private.fail_text_generation', 'generations', 1, 5, 60, 5, 300, 180, 4,
    500, false, 'Words for a picture of what a video is about'),
  ('generate_template_text', 'ai', 'text_generations', 'private.apply_generate_template_text',
    'private.step_generate_template_text', 'private.fail_text_generation', 'generations', 1, 5, 60, 5, 300, 240, 4, 500,
    false, 'A text as a template asks for it');

-- Reading -------------------------------------------------------------------------------------------------------------

create function public.get_thumbnail_prompts(p_generation_id uuid default null)
returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select private.text_generation_state(p_generation_id, 'thumbnail_prompts') || jsonb_build_object('prompts', (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', (o.content).id, 'prompt', (o.content).generated_text,
      'overlay_text', (o.content).content -> 'overlay_text', 'reasons', (o.content).reasons,
      'voice_fit_score', (o.content).voice_fit_score, 'voice_fit', (o.content).generation_metadata -> 'voice_fit',
      'status', (o.content).status, 'version', (o.content).version
    ) order by o.sort_order), '[]')
    from private.text_generation_contents(p_generation_id) as o
  ))
$$;
comment on function public.get_thumbnail_prompts(uuid) is
'A request for thumbnail prompts and what it made: as get_titles, with prompts: [{id, prompt, overlay_text, reasons,
voice_fit_score, voice_fit, status, version}]. Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

create function public.get_template_text(p_generation_id uuid default null)
returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select private.text_generation_state(p_generation_id, 'template_text') || jsonb_build_object('text', (
    select jsonb_build_object(
      'id', (o.content).id, 'content_type', (o.content).content_type, 'title', (o.content).title,
      'text', (o.content).generated_text, 'word_count', (o.content).word_count,
      'readability_score', (o.content).readability_score, 'reasons', (o.content).reasons,
      'voice_fit_score', (o.content).voice_fit_score, 'voice_fit', (o.content).generation_metadata -> 'voice_fit',
      'status', (o.content).status, 'version', (o.content).version
    )
    from private.text_generation_contents(p_generation_id) as o
    order by o.sort_order
    limit 1
  ))
$$;
comment on function public.get_template_text(uuid) is
'A request by template and what it made: as get_titles, with text: {id, content_type, title, text, word_count,
readability_score, reasons, voice_fit_score, voice_fit, status, version}, null until it is
written. Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

grant execute on function
  private.generate_thumbnail_prompts(uuid[], text, integer, text, text, text),
  public.generate_thumbnail_prompts(uuid[], text, integer, text, text, text, text),
  private.generate_from_template(uuid, jsonb, text, text),
  public.generate_from_template(uuid, jsonb, text, text, text),
  public.get_thumbnail_prompts(uuid), public.get_template_text(uuid)
to authenticated;
