-- Purpose: reading what was asked for: titles, a script, texts to be found by, in the shape of the REST answer.
-- Objects: private.text_generation_state, private.text_generation_contents, get_titles, get_script, get_seo_content,
--          cancel_text_generation.

create function private.text_generation_state(p_id uuid, p_kind public.text_generation_kind)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_result jsonb;
begin
  perform private.require(p_id is not null, 'p_generation_id', 'p_generation_id is missing');
  select jsonb_build_object(
    'generation_id', g.id, 'kind', g.kind,
    'status', case when g.status = 'pending' and j.status = 'processing'
      then 'processing'::public.text_generation_status else g.status end,
    'progress_percentage', case when g.completed_at is not null then 100 else round(coalesce(j.progress, 0) * 100) end,
    'error', case when g.error_code is not null
      then jsonb_build_object('code', g.error_code, 'message', g.error_message) end,
    -- A job that has ended may have left the queue.
    'job', jsonb_build_object(
      'id', g.job_id, 'status', coalesce(j.status::text, case when g.completed_at is not null then g.status::text end)
    ),
    'parameters', g.parameters,
    'generation_metadata', jsonb_build_object(
      'model_used', g.ai_model, 'ai_provider', g.ai_provider, 'prompt', g.result -> 'prompt',
      'prompt_tokens', g.prompt_tokens, 'completion_tokens', g.completion_tokens,
      'generation_time_ms', g.generation_time_ms, 'cost_usd', g.cost_usd,
      'notes', coalesce(g.result -> 'notes', '[]'), 'voice_fit', g.result -> 'voice_fit'
    ),
    'created_at', g.created_at, 'started_at', g.started_at, 'completed_at', g.completed_at
  )
  into v_result
  from public.text_generations as g
  left join public.jobs as j on j.id = g.job_id
  where g.id = p_id and g.kind = p_kind;
  if v_result is null then
    perform private.raise_error('NOT_FOUND', 'there is no such generation in the active organization');
  end if;
  return v_result;
end;
$$;
comment on function private.text_generation_state(uuid, public.text_generation_kind) is
'How far a request is, as the caller may see it, or NOT_FOUND.';

create function private.text_generation_contents(p_id uuid)
returns table (sort_order smallint, content public.generated_content)
language sql
stable
set search_path = ''
as $$
  select o.sort_order, c
  from public.text_generation_outputs as o
  join public.generated_content as c on c.organization_id = o.organization_id and c.id = o.generated_content_id
  where o.text_generation_id = p_id and c.deleted_at is null
$$;
comment on function private.text_generation_contents(uuid) is 'What a request made and nobody deleted, as it reads at present.';

create function public.get_titles(p_generation_id uuid default null)
returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select private.text_generation_state(p_generation_id, 'titles') || jsonb_build_object('titles', (
    select coalesce(jsonb_agg(jsonb_build_object(
      'id', (o.content).id, 'text', (o.content).generated_text,
      'estimated_performance', (o.content).estimated_performance, 'seo_score', (o.content).seo_score,
      'keywords_used', (o.content).keywords, 'character_count', (o.content).character_count,
      'reasons', (o.content).reasons, 'voice_fit_score', (o.content).voice_fit_score,
      'voice_fit', (o.content).generation_metadata -> 'voice_fit', 'status', (o.content).status,
      'version', (o.content).version
    ) order by o.sort_order), '[]')
    from private.text_generation_contents(p_generation_id) as o
  ))
$$;
comment on function public.get_titles(uuid) is
'A request for titles and what it made: {generation_id, status, progress_percentage, error, job, parameters, titles:
[{id, text, estimated_performance, seo_score, keywords_used, character_count, reasons, voice_fit_score, voice_fit,
status, version}], generation_metadata: {model_used, ai_provider, prompt, prompt_tokens, completion_tokens,
generation_time_ms, cost_usd, notes, voice_fit}}.
voice_fit is {score, manner, nearness}, or {score: null, reason}: single titles are too short to tell, that of
generation_metadata is of all together (docs/brand-voice.md).
estimated_performance is a prediction from the channel''s own measured history, null below ten measured videos;
docs/scores.md has the formulas. Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

create function public.get_script(p_generation_id uuid default null)
returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select private.text_generation_state(p_generation_id, 'script') || coalesce((
    select jsonb_build_object(
      'script', jsonb_build_object(
        'id', (o.content).id, 'full_text', (o.content).generated_text,
        'structured_content', (o.content).content, 'revid_formatted', (o.content).formatted_text,
        'estimated_reading_time', (o.content).estimated_reading_seconds,
        'readability_score', (o.content).readability_score,
        'emotional_tone_score', (o.content).emotional_tone_score, 'word_count', (o.content).word_count,
        'voice_fit_score', (o.content).voice_fit_score, 'voice_fit', (o.content).generation_metadata -> 'voice_fit',
        'status', (o.content).status, 'version', (o.content).version
      ),
      'quality_metrics', (o.content).quality_metrics, 'quality_score', (o.content).quality_score,
      'reasons', (o.content).reasons
    )
    from private.text_generation_contents(p_generation_id) as o
    limit 1
  ), '{"script": null, "quality_metrics": null}')
$$;
comment on function public.get_script(uuid) is
'A request for a script and what it made: as get_titles, with script: {id, full_text, structured_content: {hook, body,
call_to_action}, revid_formatted, estimated_reading_time (seconds), readability_score, emotional_tone_score,
voice_fit_score, voice_fit, …} and
quality_metrics: {hook_strength, flow_coherence, engagement_potential, brand_alignment: 0 to 10 each, null where there
is nothing to compare with}; both null until it is written. docs/scores.md has the formulas.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

create function public.get_seo_content(p_generation_id uuid default null)
returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  with part as materialized (
    select (o.content).content_type as content_type, o.content
    from private.text_generation_contents(p_generation_id) as o
  )
  select private.text_generation_state(p_generation_id, 'seo_content') || jsonb_build_object(
    'description', (
      select jsonb_build_object(
        'id', (p.content).id, 'text', (p.content).generated_text, 'word_count', (p.content).word_count,
        'seo_score', (p.content).seo_score, 'keywords_density', (p.content).content -> 'keywords_density',
        'readability_score', (p.content).readability_score, 'voice_fit_score', (p.content).voice_fit_score,
        'voice_fit', (p.content).generation_metadata -> 'voice_fit', 'reasons', (p.content).reasons,
        'status', (p.content).status, 'version', (p.content).version
      )
      from part as p where p.content_type = 'description'
    ),
    'tags', coalesce((select (p.content).content -> 'tags' from part as p where p.content_type = 'tags'), '[]'),
    'tags_id', (select (p.content).id from part as p where p.content_type = 'tags'),
    'suggested_hashtags', coalesce(
      (select (p.content).content -> 'suggested_hashtags' from part as p where p.content_type = 'description'), '[]'
    ),
    'meta_data', (select (p.content).content -> 'meta_data' from part as p where p.content_type = 'description')
  )
$$;
comment on function public.get_seo_content(uuid) is
'A request for texts to be found by and what it made: as get_titles, with description: {id, text, word_count, seo_score,
keywords_density (occurrences per 100 words), voice_fit_score, voice_fit, reasons, …}, tags: [{tag, relevance_score,
search_volume}], tags_id,
suggested_hashtags and meta_data: {estimated_reach, competition_level, optimization_tips, basis}. search_volume,
estimated_reach and competition_level are null where no source tells them; basis says what they rest on.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

create function private.cancel_text_generation(p_generation_id uuid)
returns jsonb
language plpgsql
volatile
security definer -- reaches the job, on which clients have no write grant; the organization and role are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_generation public.text_generations;
begin
  perform private.require(p_generation_id is not null, 'p_generation_id', 'p_generation_id is missing');
  select g.* into v_generation
  from public.text_generations as g
  where g.organization_id = v_organization_id and g.id = p_generation_id
    and (private.member_client_account() is null or g.client_account_id = private.member_client_account());
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such generation in the active organization');
  end if;
  perform public.cancel_job(v_generation.job_id);
  return private.text_generation_state(p_generation_id, v_generation.kind);
end;
$$;
comment on function private.cancel_text_generation(uuid) is 'The work of public.cancel_text_generation.';

create function public.cancel_text_generation(p_generation_id uuid default null)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.cancel_text_generation(p_generation_id)
$$;
comment on function public.cancel_text_generation(uuid) is
'Stops a request for titles, a script or texts to be found by: at once when it waits, at the worker''s next heartbeat when
it runs. Returns how far it is. Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  private.text_generation_state(uuid, public.text_generation_kind), private.text_generation_contents(uuid),
  public.get_titles(uuid), public.get_script(uuid), public.get_seo_content(uuid),
  private.cancel_text_generation(uuid), public.cancel_text_generation(uuid)
to authenticated;
