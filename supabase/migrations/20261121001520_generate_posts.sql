-- Purpose: what the job kind generate_posts writes: each step as it comes, the end, a failure.
-- Objects: json_lines, generation_output_text, tell_posts_ready, step_, apply_ and fail_generate_posts, the kind.

create function private.json_lines(p_strings jsonb, p_separator text)
returns text
language sql
immutable
set search_path = ''
as $$
  select string_agg(s.line, p_separator order by s.position)
  from jsonb_array_elements_text(p_strings) with ordinality as s (line, position)
$$;
comment on function private.json_lines(jsonb, text) is 'A json array of strings as one text; null when there is none.';

create function private.generation_output_text(p_platform text, p_output jsonb)
returns text
language sql
immutable
set search_path = ''
as $$
  select case p_platform
    when 'x' then private.json_lines(p_output -> 'thread', e'\n\n')
    when 'threads' then private.json_lines(p_output -> 'posts', e'\n\n')
    when 'linkedin' then p_output ->> 'post'
    when 'instagram' then p_output ->> 'caption'
    when 'email' then concat_ws(e'\n\n', p_output ->> 'subject', p_output ->> 'body')
    when 'tiktok' then concat_ws(
      e'\n\n',
      private.json_lines(p_output -> 'hooks', e'\n'),
      private.json_lines(p_output -> 'talking_points', e'\n'),
      p_output ->> 'cta'
    )
  end
$$;
comment on function private.generation_output_text(text, jsonb) is 'The output of a platform as plain text; null when it has none.';

create function private.step_generate_posts(p_job public.jobs, p_step text, p_state jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_platform text := substring(p_step from '^platform:(.+)$');
  v_output jsonb := p_state -> 'output';
  v_text text;
  v_generation public.generations;
  v_content_id uuid;
  v_cost numeric;
begin
  -- One call of unknown cost makes the whole unknown.
  select case when r.unknown_count = 0 then r.cost_usd end into v_cost
  from private.record_job_ai_usage(
    p_job, p_state -> 'usage',
    (select jsonb_strip_nulls(jsonb_build_object('generation_id', g.id, 'client_account_id', g.client_account_id))
      from public.generations as g where g.organization_id = p_job.organization_id and g.id = p_job.subject_id)
  ) as r;
  if p_step = 'input' then
    update public.generations as g
    set status = 'processing',
      started_at = coalesce(g.started_at, now()),
      input_content = case when g.input_kind = 'text' then g.input_content else left(p_state ->> 'text', 200000) end,
      input_title = coalesce(g.input_title, left(p_state ->> 'title', 500))
    where g.organization_id = p_job.organization_id and g.id = p_job.subject_id;
  elsif p_step = 'analysis' then
    update public.generations as g
    set core_message = p_state ->> 'core_message',
      key_points = coalesce(nullif(p_state -> 'key_points', 'null'), '[]'),
      detected_topic = p_state ->> 'detected_topic',
      detected_audience = p_state ->> 'detected_audience',
      keywords = array(select jsonb_array_elements_text(coalesce(nullif(p_state -> 'keywords', 'null'), '[]')))
    where g.organization_id = p_job.organization_id and g.id = p_job.subject_id;
  elsif v_platform is not null and p_state ->> 'status' = 'completed' then
    select g.* into v_generation
    from public.generations as g
    where g.organization_id = p_job.organization_id and g.id = p_job.subject_id
    for key share;
    if not found then
      return;
    end if;
    v_text := private.generation_output_text(v_platform, v_output);
    if v_text is null then
      perform private.raise_error('INTERNAL_ERROR', format('the output for %s has not the shape of that platform', v_platform));
    end if;
    insert into public.generated_content (
      organization_id, user_id, client_account_id, generation_id, brand_profile_id, audience_profile_id,
      target_platform, content_type, language, title,
      generated_text, content, caption, hashtags, keywords, cta, alt_text, word_count, ai_provider, ai_model,
      generation_parameters, generation_metadata, voice_fit_score, reasons
    )
    select v_generation.organization_id, v_generation.user_id, v_generation.client_account_id, v_generation.id,
      (
        select b.id from public.brand_profiles as b
        where b.organization_id = p_job.organization_id and b.id = (p_job.payload #>> '{brand,id}')::uuid
        for key share
      ),
      (
        select a.id from public.audience_profiles as a
        where a.organization_id = p_job.organization_id and a.id = (p_job.payload #>> '{audience,id}')::uuid
        for key share
      ),
      p.slug, p.content_type, v_generation.language, left(coalesce(v_output ->> 'subject', v_generation.input_title), 500),
      v_text,
      v_output,
      v_output ->> 'caption',
      array(select ltrim(t, '#') from jsonb_array_elements_text(coalesce(nullif(v_output -> 'hashtags', 'null'), '[]')) as t),
      v_generation.keywords[1:200], v_output ->> 'cta', left(v_output ->> 'alt_text', 2000),
      cardinality(regexp_split_to_array(btrim(v_text), '\s+')),
      p_state ->> 'ai_provider', coalesce(p_state ->> 'ai_model', 'unknown'),
      jsonb_build_object('tone', v_generation.selected_tone, 'language', v_generation.language) || v_generation.options,
      coalesce(nullif(p_state -> 'metadata', 'null'), '{}') || jsonb_build_object('cost_usd', v_cost),
      (p_state #>> '{metadata,voice_fit,score}')::numeric,
      private.json_texts(p_state -> 'reasons')
        || private.post_reasons(v_platform, v_output, v_text, p_state -> 'worked', v_generation.language)
    from public.platforms as p
    where p.slug = v_platform
    returning id into strict v_content_id;
    update public.generation_outputs as o
    set status = 'completed', generated_content_id = v_content_id, completed_at = now()
    where o.generation_id = v_generation.id and o.platform = v_platform;
  elsif v_platform is not null then
    update public.generation_outputs as o
    set status = 'failed',
      error_code = coalesce(p_state ->> 'code', 'INTERNAL_ERROR'),
      error_message = left(p_state ->> 'message', 1000),
      completed_at = now()
    where o.generation_id = p_job.subject_id and o.platform = v_platform;
  end if;
end;
$$;
comment on function private.step_generate_posts(public.jobs, text, jsonb) is
'Writes what a step of generate_posts found, so that each platform can be read as soon as it is ready.';

create function private.tell_posts_ready(p_generation public.generations)
returns void
language sql
volatile
set search_path = ''
as $$
  select private.notify(
    p_organization_id => p_generation.organization_id,
    p_user_id => p_generation.user_id,
    p_type => 'content_ready',
    p_title => format(
      case when p_generation.language = 'nl' then '%s van %s posts klaar' else '%s of %s posts ready' end,
      count(*) filter (where o.status = 'completed'), count(*)
    ),
    p_message => coalesce(p_generation.input_title, p_generation.detected_topic),
    p_entity_type => 'generation',
    p_entity_id => p_generation.id
  )
  from public.generation_outputs as o
  where o.generation_id = p_generation.id
  having p_generation.user_id is not null
$$;
comment on function private.tell_posts_ready(public.generations) is 'Tells who asked how many of the platforms are ready.';

create function private.apply_generate_posts(p_job public.jobs, p_result jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_completed integer;
  v_ended integer;
  v_total integer;
  v_usage record;
  v_generation public.generations;
begin
  select count(*) filter (where o.status = 'completed'), count(*) filter (where o.status <> 'pending'), count(*)
  into v_completed, v_ended, v_total
  from public.generation_outputs as o
  where o.generation_id = p_job.subject_id;
  if not exists (
    select from public.generations as g where g.organization_id = p_job.organization_id and g.id = p_job.subject_id
  ) then
    return;
  end if;
  if v_completed = 0 or v_ended < v_total then
    perform private.raise_error(
      'INTERNAL_ERROR', format('%s of %s platforms have ended and %s succeeded: nothing to complete', v_ended, v_total, v_completed)
    );
  end if;
  select u.prompt_tokens + u.completion_tokens as tokens, u.cost_usd, u.unknown_count into v_usage
  from private.sum_job_ai_usage(p_job) as u;
  update public.generations as g
  set status = case when v_completed = v_total then 'completed' else 'partial' end::public.generation_status,
    started_at = coalesce(g.started_at, now()),
    completed_at = now(),
    ai_provider = p_result ->> 'ai_provider',
    ai_model = p_result ->> 'ai_model',
    total_tokens_used = v_usage.tokens,
    estimated_cost_usd = v_usage.cost_usd,
    unknown_cost_count = v_usage.unknown_count,
    generation_time_ms = (p_result ->> 'generation_time_ms')::numeric::integer
  where g.organization_id = p_job.organization_id and g.id = p_job.subject_id
  returning g.* into strict v_generation;
  perform private.tell_posts_ready(v_generation);
end;
$$;
comment on function private.apply_generate_posts(public.jobs, jsonb) is
'Ends a generation: completed when every platform succeeded, partial when some did.';

create function private.fail_generate_posts(p_job public.jobs, p_code text, p_message text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_cancelled boolean := p_code = 'CANCELLED';
  v_generation public.generations;
begin
  update public.generation_outputs as o
  set status = case when v_cancelled then 'cancelled' else 'failed' end::public.generation_output_status,
    error_code = case when v_cancelled then null else p_code end,
    error_message = case when v_cancelled then null else left(p_message, 1000) end,
    completed_at = now()
  where o.generation_id = p_job.subject_id and o.status = 'pending';
  update public.generations as g
  set status = case
      when v_cancelled then 'cancelled'
      when exists (select from public.generation_outputs as o where o.generation_id = g.id and o.status = 'completed') then 'partial'
      else 'failed' end::public.generation_status,
    error_code = p_code,
    error_message = left(p_message, 1000),
    total_tokens_used = u.prompt_tokens + u.completion_tokens,
    estimated_cost_usd = u.cost_usd,
    unknown_cost_count = u.unknown_count,
    completed_at = now()
  from private.sum_job_ai_usage(p_job) as u
  where g.organization_id = p_job.organization_id and g.id = p_job.subject_id and g.completed_at is null
  returning g.* into v_generation;
  if v_generation.status = 'partial' then
    perform private.tell_posts_ready(v_generation);
  elsif v_generation.status = 'failed' and v_generation.user_id is not null then
    perform private.notify(
      p_organization_id => v_generation.organization_id,
      p_user_id => v_generation.user_id,
      p_type => 'content_failed',
      p_title => case when v_generation.language = 'nl' then 'De posts zijn niet gemaakt' else 'The posts could not be made' end,
      p_message => v_generation.error_message,
      p_entity_type => 'generation',
      p_entity_id => v_generation.id,
      p_metadata => jsonb_build_object('error_code', p_code)
    );
  end if;
end;
$$;
comment on function private.fail_generate_posts(public.jobs, text, text) is
'Ends a generation whose job failed for good or was cancelled, once, and tells who asked of a failure; platforms already made are kept and the
quota is given back.';

insert into public.job_kinds
  (kind, queue, subject_table, apply_function, step_function, failure_function, quota_metric, quota_amount,
    max_attempts, lease_seconds, backoff_base_seconds, backoff_max_seconds, timeout_seconds,
    max_per_organization, max_backlog_per_organization, batch_complete, description)
values
  ('generate_posts', 'ai', 'generations', 'private.apply_generate_posts', 'private.step_generate_posts', 'private.fail_generate_posts',
    'generations', 1, 5, 60, 5, 300, 300, 4, 500, false, 'One input turned into posts for the chosen platforms');
