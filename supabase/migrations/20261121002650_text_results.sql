-- Purpose: what the worker wrote becomes titles and scripts; how a request ends.
-- Objects: private.text_generation_step, add_text_outputs, how_many, apply_text_generation, fail_text_generation,
--          the step and apply functions and the kinds generate_titles and generate_script.

-- What all three share ------------------------------------------------------------------------------------------------

create function private.text_generation_step(p_job public.jobs, p_state jsonb)
returns public.text_generations
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_generation public.text_generations;
begin
  perform private.record_job_ai_usage(
    p_job, p_state -> 'usage',
    (
      select jsonb_strip_nulls(jsonb_build_object('generation_id', g.id, 'client_account_id', g.client_account_id))
      from public.text_generations as g
      where g.organization_id = p_job.organization_id and g.id = p_job.subject_id
    )
  );
  update public.text_generations as g
  -- No column of an index: the row stays where it is until it ends.
  set started_at = coalesce(g.started_at, p_job.started_at, now()),
    ai_provider = p_state ->> 'ai_provider', ai_model = coalesce(p_state ->> 'ai_model', 'unknown'),
    result = jsonb_build_object(
      'notes', coalesce(p_state -> 'notes', '[]'), 'prompt', p_state -> 'prompt', 'voice_fit', p_state -> 'voice_fit'
    ),
    prompt_tokens = u.prompt_tokens, completion_tokens = u.completion_tokens,
    -- One call of unknown cost makes the whole unknown.
    cost_usd = case when u.unknown_count = 0 then u.cost_usd end,
    generation_time_ms = (p_state ->> 'milliseconds')::numeric::integer
  from private.sum_job_ai_usage(p_job) as u
  where g.organization_id = p_job.organization_id and g.id = p_job.subject_id
  returning g.* into v_generation;
  return v_generation;
end;
$$;
comment on function private.text_generation_step(public.jobs, jsonb) is
'Takes down who wrote it and what it took, and records the calls; the request, for the step to go on with, or nulls when it is gone.';

create function private.add_text_outputs(
  p_generation public.text_generations, p_contents public.generated_content[]
)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  insert into public.generated_content (
    id, organization_id, user_id, client_account_id, brand_profile_id, audience_profile_id, parent_id, generation_id,
    content_asset_id, variant_number, target_platform, content_type, language, title, generated_text, formatted_text,
    content, hashtags, keywords, cta, duration_seconds, word_count, estimated_reading_seconds, ai_provider, ai_model,
    prompt_template, generation_parameters, generation_metadata, reasons, quality_score, quality_metrics,
    estimated_performance, seo_score, readability_score, emotional_tone_score, voice_fit_score
  )
  select
    c.id, p_generation.organization_id, p_generation.user_id, p_generation.client_account_id,
    p_generation.brand_profile_id, p_generation.audience_profile_id, c.parent_id, c.generation_id, c.content_asset_id,
    c.ordinality, 'youtube', c.content_type, p_generation.language, left(c.title, 500), c.generated_text,
    c.formatted_text, coalesce(c.content, '{}'), coalesce(c.hashtags, '{}'), coalesce(c.keywords, '{}'), c.cta,
    c.duration_seconds, c.word_count, c.estimated_reading_seconds, p_generation.ai_provider, p_generation.ai_model,
    p_generation.result ->> 'prompt', p_generation.parameters,
    jsonb_build_object(
      'text_generation_id', p_generation.id, 'prompt_tokens', p_generation.prompt_tokens,
      'completion_tokens', p_generation.completion_tokens, 'cost_usd', p_generation.cost_usd,
      'generation_time_ms', p_generation.generation_time_ms
    ) || coalesce(c.generation_metadata, '{}'),
    coalesce(c.reasons, '{}'), c.quality_score, coalesce(c.quality_metrics, '{}'), c.estimated_performance,
    c.seo_score, c.readability_score, c.emotional_tone_score, c.voice_fit_score
  from unnest(p_contents) with ordinality as c;
  insert into public.text_generation_outputs (
    organization_id, text_generation_id, generated_content_id, sort_order
  )
  select p_generation.organization_id, p_generation.id, c.id, c.ordinality
  from unnest(p_contents) with ordinality as c;
end;
$$;
comment on function private.add_text_outputs(public.text_generations, public.generated_content[]) is
'Makes content of what a request wrote, in the request''s name and in this order. All at once, because what follows content
(approval, record, broadcast) is done once a statement. Each needs an id.';

create function private.how_many(p_count text, p_one text, p_many text)
returns text
language sql
immutable
set search_path = ''
as $$
  select case when p_count = '1' then p_one else format(p_many, p_count) end
$$;
comment on function private.how_many(text, text, text) is 'p_one for "1", else p_many with the number in the place of its %s.';

create function private.apply_text_generation(p_job public.jobs, p_title_en text, p_title_nl text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_generation public.text_generations;
begin
  update public.text_generations as g
  set status = 'completed', completed_at = now()
  where g.organization_id = p_job.organization_id and g.id = p_job.subject_id
    and exists (
      select from public.text_generation_outputs as o
      where o.organization_id = g.organization_id and o.text_generation_id = g.id
    )
  returning g.* into v_generation;
  if v_generation.id is null and exists (
    select from public.text_generations as g where g.organization_id = p_job.organization_id and g.id = p_job.subject_id
  ) then
    perform private.raise_error('INTERNAL_ERROR', 'nothing was written: there is nothing to complete');
  end if;
  if v_generation.user_id is not null then
    perform private.notify(
      p_organization_id => v_generation.organization_id,
      p_user_id => v_generation.user_id,
      p_type => 'content_ready',
      p_title => case when v_generation.language = 'nl' then p_title_nl else p_title_en end,
      p_entity_type => 'text_generation',
      p_entity_id => v_generation.id
    );
  end if;
end;
$$;
comment on function private.apply_text_generation(public.jobs, text, text) is
'Ends a request whose content was written, and tells who asked, in the language of the content.';

create function private.fail_text_generation(p_job public.jobs, p_code text, p_message text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_generation public.text_generations;
  v_is_nl boolean;
begin
  update public.text_generations as g
  set status = case when p_code = 'CANCELLED' then 'cancelled' else 'failed' end::public.text_generation_status,
    error_code = p_code, error_message = left(p_message, 1000), completed_at = now(),
    prompt_tokens = u.prompt_tokens, completion_tokens = u.completion_tokens,
    cost_usd = case when u.unknown_count = 0 then u.cost_usd end
  from private.sum_job_ai_usage(p_job) as u
  where g.organization_id = p_job.organization_id and g.id = p_job.subject_id and g.completed_at is null
  returning g.* into v_generation;
  if v_generation.status = 'failed' and v_generation.user_id is not null then
    v_is_nl := v_generation.language = 'nl';
    perform private.notify(
      p_organization_id => v_generation.organization_id,
      p_user_id => v_generation.user_id,
      p_type => 'content_failed',
      p_title => case v_generation.kind
        when 'titles' then case when v_is_nl then 'De titels zijn niet gemaakt' else 'The titles could not be made' end
        when 'script' then case when v_is_nl then 'Het script is niet gemaakt' else 'The script could not be made' end
        when 'seo_content' then case when v_is_nl then 'Beschrijving en tags zijn niet gemaakt'
          else 'Description and tags could not be made' end
        when 'thumbnail_prompts' then case when v_is_nl then 'De thumbnailprompts zijn niet gemaakt'
          else 'The thumbnail prompts could not be made' end
        else case when v_is_nl then 'De tekst is niet gemaakt' else 'The text could not be made' end
      end,
      p_message => v_generation.error_message,
      p_entity_type => 'text_generation',
      p_entity_id => v_generation.id,
      p_metadata => jsonb_build_object('error_code', p_code)
    );
  end if;
end;
$$;
comment on function private.fail_text_generation(public.jobs, text, text) is
'Ends a request whose job failed for good or was cancelled, once, and tells who asked of a failure; the quota is given back by the engine.';

-- Titles --------------------------------------------------------------------------------------------------------------

create function private.step_generate_titles(p_job public.jobs, p_step text, p_state jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_generation public.text_generations;
  v_sources uuid[] := array(
    select s.id::uuid from jsonb_array_elements_text(coalesce(p_job.payload -> 'source_ids', '[]')) as s (id)
  );
  v_assets uuid[];
  v_generations uuid[];
  v_content public.generated_content;
  v_contents public.generated_content[] := array[]::public.generated_content[];
  v_outlook jsonb;
  v_title record;
begin
  if p_step <> 'written' then
    return;
  end if;
  v_generation := private.text_generation_step(p_job, p_state);
  if v_generation.id is null then
    return;
  end if;
  -- What goes meanwhile waits, or is left out: these are held until titles refer to them.
  v_assets := array(
    select a.id
    from public.content_assets as a
    where a.organization_id = v_generation.organization_id and a.id = any(v_sources)
    order by array_position(v_sources, a.id)
    for key share
  );
  v_generations := array(
    select n.id
    from public.generations as n
    where n.organization_id = v_generation.organization_id and n.id = any(v_sources)
    order by array_position(v_sources, n.id)
    for key share
  );
  v_content.content_asset_id := v_assets[1];
  v_content.generation_id := v_generations[1];
  v_content.content_type := 'title';
  for v_title in
    select t.title, t.position::integer as position
    from jsonb_array_elements(p_state -> 'titles') with ordinality as t (title, position)
  loop
    v_outlook := private.title_outlook(
      v_title.title ->> 'text', p_job.payload -> 'what_worked', v_generation.language
    );
    v_content.generated_text := v_title.title ->> 'text';
    v_content.title := v_title.title ->> 'text';
    v_content.keywords := private.json_texts(v_title.title -> 'keywords_used');
    v_content.seo_score := (v_title.title ->> 'seo_score')::numeric;
    v_content.estimated_performance := (v_outlook ->> 'estimate')::numeric;
    v_content.reasons := private.json_texts(v_title.title -> 'reasons') || private.json_texts(v_outlook -> 'reasons');
    v_content.word_count := (v_title.title ->> 'word_count')::integer;
    v_content.voice_fit_score := (v_title.title #>> '{voice_fit,score}')::numeric;
    v_content.generation_metadata := jsonb_build_object('voice_fit', v_title.title -> 'voice_fit');
    v_content.id := gen_random_uuid();
    v_contents := v_contents || v_content;
  end loop;
  perform private.add_text_outputs(v_generation, v_contents);
  insert into public.generated_content_sources (organization_id, generated_content_id, content_item_id)
  select v_generation.organization_id, c.id, i.id
  from unnest(v_contents) as c
  cross join public.content_items as i
  where i.organization_id = v_generation.organization_id and i.id = any (v_sources)
  for key share of i;
  -- Each title names the first upload and the first generation itself; most are made from no more than that.
  if cardinality(v_assets) > 1 or cardinality(v_generations) > 1 then
    insert into private.generated_content_materials (
      organization_id, generated_content_id, content_asset_id, generation_id
    )
    select v_generation.organization_id, c.id, s.asset_id, s.generation_id
    from unnest(v_contents) as c
    cross join (
      select a.id as asset_id, null::uuid as generation_id from unnest(v_assets[2:]) as a (id)
      union all
      select null, n.id from unnest(v_generations[2:]) as n (id)
    ) as s;
  end if;
end;
$$;
comment on function private.step_generate_titles(public.jobs, text, jsonb) is
'The step written, {titles: [{text, seo_score, keywords_used, reasons, word_count, voice_fit}], voice_fit}, becomes titles; how they may do is
reckoned here from the channel''s measured history.';

create function private.apply_generate_titles(p_job public.jobs, p_result jsonb)
returns void
language sql
volatile
set search_path = ''
as $$
  select private.apply_text_generation(
    p_job, private.how_many(p_result ->> 'count', 'The title is ready', '%s titles are ready'),
    private.how_many(p_result ->> 'count', 'De titel is klaar', '%s titels zijn klaar')
  )
$$;
comment on function private.apply_generate_titles(public.jobs, jsonb) is 'Ends a request for titles; {count}.';

-- Scripts -------------------------------------------------------------------------------------------------------------

create function private.step_generate_script(p_job public.jobs, p_step text, p_state jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_generation public.text_generations;
  v_script jsonb := p_state -> 'script';
  v_content public.generated_content;
begin
  if p_step <> 'written' then
    return;
  end if;
  v_generation := private.text_generation_step(p_job, p_state);
  if v_generation.id is null then
    return;
  end if;
  -- A title that was deleted meanwhile leaves its script without a parent.
  select c.id into v_content.parent_id
  from public.generated_content as c
  where c.organization_id = v_generation.organization_id and c.id = (p_job.payload ->> 'title_id')::uuid
  for key share;
  v_content.content_type := 'script';
  v_content.title := p_job.payload ->> 'title';
  v_content.generated_text := v_script ->> 'full_text';
  v_content.formatted_text := v_script ->> 'revid_formatted';
  v_content.content := v_script -> 'structured_content';
  v_content.cta := left(nullif(v_script #>> '{structured_content,call_to_action,text}', ''), 1000);
  v_content.duration_seconds := (p_job.payload ->> 'duration_seconds')::integer;
  v_content.keywords := private.json_texts(p_job.payload -> 'keywords');
  v_content.word_count := (v_script ->> 'word_count')::integer;
  v_content.estimated_reading_seconds := (v_script ->> 'estimated_reading_time')::integer;
  v_content.readability_score := (v_script ->> 'readability_score')::numeric;
  v_content.emotional_tone_score := (v_script ->> 'emotional_tone_score')::numeric;
  v_content.voice_fit_score := (p_state #>> '{voice_fit,score}')::numeric;
  v_content.generation_metadata := jsonb_build_object('voice_fit', p_state -> 'voice_fit');
  v_content.quality_metrics := p_state -> 'quality_metrics';
  v_content.quality_score := (p_state ->> 'quality_score')::numeric;
  v_content.reasons := private.json_texts(p_state -> 'reasons') || private.video_reasons(
    jsonb_build_object(
      'opening_hook', v_script #> '{structured_content,hook,text}',
      'cta', nullif(v_script #>> '{structured_content,call_to_action,text}', '')
    ),
    v_content.generated_text, p_job.payload -> 'what_worked', '{hooks,ctas}', v_generation.language
  );
  v_content.id := gen_random_uuid();
  perform private.add_text_outputs(v_generation, array[v_content]);
end;
$$;
comment on function private.step_generate_script(public.jobs, text, jsonb) is
'The step written, {script, quality_metrics, quality_score, reasons, voice_fit}, becomes a script under its title.';

create function private.apply_generate_script(p_job public.jobs, p_result jsonb)
returns void
language sql
volatile
set search_path = ''
as $$
  select private.apply_text_generation(
    p_job, format('Script ready: %s seconds', p_result ->> 'seconds'),
    format('Script klaar: %s seconden', p_result ->> 'seconds')
  )
$$;
comment on function private.apply_generate_script(public.jobs, jsonb) is 'Ends a request for a script; {seconds}.';

-- Kinds ---------------------------------------------------------------------------------------------------------------

insert into public.job_kinds
  (kind, queue, subject_table, apply_function, step_function, failure_function, quota_metric, quota_amount,
    max_attempts, lease_seconds, backoff_base_seconds, backoff_max_seconds, timeout_seconds,
    max_per_organization, max_backlog_per_organization, batch_complete, description)
values
  ('generate_titles', 'ai', 'text_generations', 'private.apply_generate_titles', 'private.step_generate_titles',
    'private.fail_text_generation', 'generations', 1, 5, 60, 5, 300, 180, 4, 500, false, 'Titles for a video'),
  ('generate_script', 'ai', 'text_generations', 'private.apply_generate_script', 'private.step_generate_script',
    'private.fail_text_generation', 'generations', 1, 5, 60, 5, 300, 240, 4, 500, false, 'A script for a title');
