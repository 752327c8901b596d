-- Purpose: the calls of a frontend: ask for a generation, read it, cancel it.
-- Objects: generation_platforms, generation_options, create_generation, get_generation, cancel_generation.

-- Validation ----------------------------------------------------------------------------------------------------------

create function private.generation_platforms(p_platforms text[])
returns text[]
language plpgsql
stable
set search_path = ''
as $$
declare
  v_wanted text[];
  v_unknown text;
begin
  perform private.require(cardinality(p_platforms) between 1 and 64, 'p_platforms', 'p_platforms must name 1 to 64 platforms');
  -- "twitter" is what existing frontends send for x
  select array_agg(slug order by first_position)
  into v_wanted
  from (
    select case lower(btrim(given.name)) when 'twitter' then 'x' else lower(btrim(given.name)) end as slug,
      min(given.position) as first_position
    from unnest(p_platforms) with ordinality as given (name, position)
    group by 1
  ) as distinct_names;
  select coalesce(w.slug, 'null')
  into v_unknown
  from unnest(v_wanted) as w (slug)
  where not exists (
    select from public.platforms as p where p.slug = w.slug and p.is_generation_target and p.is_active
  )
  limit 1;
  if found then
    perform private.require(
      false, 'p_platforms',
      format(
        'p_platforms contains %s; choose from %s', left(v_unknown, 40),
        (
          select string_agg(p.slug, ', ' order by p.sort_order)
          from public.platforms as p where p.is_generation_target and p.is_active
        )
      )
    );
  end if;
  return v_wanted;
end;
$$;
comment on function private.generation_platforms(text[]) is 'The distinct platform slugs in the order given, or VALIDATION_ERROR.';

create function private.generation_options(p_options jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_key text;
  v_value jsonb;
  v_kind text;
  v_longest integer;
begin
  if p_options is null or p_options = 'null'::jsonb then
    return '{}'::jsonb;
  end if;
  perform private.require(jsonb_typeof(p_options) = 'object', 'p_options', 'p_options must be an object');
  for v_key, v_value in select o.key, o.value from jsonb_each(p_options) as o loop
    v_kind := jsonb_typeof(v_value);
    if v_kind = 'null' then
      continue;
    elsif v_key = 'force' then
      perform private.require(v_kind = 'boolean', 'p_options.force', 'p_options.force must be true or false');
    elsif v_key in ('brand_profile_id', 'audience_profile_id', 'client_account_id') then
      perform private.require(
        v_kind = 'string' and (v_value #>> '{}') ~* '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$',
        'p_options.' || v_key, format('p_options.%s must be an id', v_key)
      );
    elsif v_key in ('source_url', 'source_path', 'title', 'cta', 'audience') then
      v_longest := case v_key
        when 'source_url' then 2048 when 'source_path' then 1024 when 'title' then 500 else 300
      end;
      perform private.require(
        v_kind = 'string' and char_length(v_value #>> '{}') between 1 and v_longest,
        'p_options.' || v_key, format('p_options.%s must be a string of 1 to %s characters', v_key, v_longest)
      );
    elsif v_key = 'max_hashtags' then
      perform private.require(
        v_kind = 'number' and (v_value #>> '{}') ~ '^([0-9]|[12][0-9]|30)$',
        'p_options.max_hashtags', 'p_options.max_hashtags must be a whole number from 0 to 30'
      );
    else
      perform private.require(
        false, 'p_options.' || left(v_key, 60),
        format(
          'p_options.%s is not known; known are force, source_url, source_path, title, cta, audience, max_hashtags, %s',
          left(v_key, 60), 'client_account_id, brand_profile_id, audience_profile_id'
        )
      );
    end if;
  end loop;
  return jsonb_strip_nulls(p_options);
end;
$$;
comment on function private.generation_options(jsonb) is 'The options without nulls, or VALIDATION_ERROR naming the option.';

-- Request -------------------------------------------------------------------------------------------------------------

create function private.create_generation(
  p_input_content text default null,
  p_platforms text[] default null,
  p_tone text default null,
  p_language text default null,
  p_options jsonb default '{}'
)
returns jsonb
language plpgsql
volatile
security definer -- clients have no insert on generations or jobs; the role check below decides
set search_path = ''
as $$
declare
  v_organization_id uuid;
  v_user_id uuid := (select auth.uid());
  v_platforms text[];
  v_options jsonb;
  v_tone public.generation_tone;
  v_language text;
  v_client_account_id uuid := private.member_client_account();
  v_brand jsonb;
  v_audience jsonb;
  v_input_kind public.generation_input_kind;
  v_source text;
  v_content_hash text;
  v_request_hash text;
  v_generation public.generations;
  v_id uuid := gen_random_uuid();
  v_job_id bigint;
begin
  v_organization_id := private.require_role('creator');
  v_platforms := private.generation_platforms(p_platforms);
  v_options := private.generation_options(p_options);

  p_tone := lower(btrim(coalesce(
    p_tone, (select s.default_tone from public.user_settings as s where s.user_id = v_user_id), 'conversational'
  )));
  perform private.require(
    p_tone = any (enum_range(null::public.generation_tone)::text[]),
    'p_tone', 'p_tone must be one of ' || array_to_string(enum_range(null::public.generation_tone), ', ')
  );
  v_tone := p_tone::public.generation_tone;

  v_language := lower(split_part(btrim(coalesce(
    p_language, (select p.language from public.profiles as p where p.id = v_user_id), 'en'
  )), '-', 1));
  perform private.require(v_language in ('en', 'nl'), 'p_language', 'p_language must be en or nl');

  if v_client_account_id is null and v_options ? 'client_account_id' then
    select c.id into v_client_account_id
    from public.client_accounts as c
    where c.organization_id = v_organization_id and c.id = (v_options ->> 'client_account_id')::uuid and c.deleted_at is null;
    perform private.require(
      found, 'p_options.client_account_id', 'p_options.client_account_id is not a client of this organization'
    );
  end if;

  v_brand := private.chosen_brand(
    v_organization_id, v_client_account_id, v_options ->> 'brand_profile_id', 'p_options.brand_profile_id'
  );
  v_audience := private.chosen_audience(
    v_organization_id, v_client_account_id, (v_brand ->> 'id')::uuid, v_options ->> 'audience_profile_id',
    'p_options.audience_profile_id'
  );
  v_options := v_options || jsonb_strip_nulls(jsonb_build_object(
    'brand_profile_id', v_brand -> 'id', 'audience_profile_id', v_audience -> 'id'
  ));

  perform private.require(
    num_nonnulls(p_input_content, v_options ->> 'source_url', v_options ->> 'source_path') = 1,
    'p_input_content', 'give exactly one input: p_input_content, p_options.source_url or p_options.source_path'
  );
  if p_input_content is not null then
    v_input_kind := 'text';
    perform private.require(p_input_content ~ '\S', 'p_input_content', 'p_input_content is empty');
    perform private.require(
      char_length(p_input_content) <= 200000, 'p_input_content', 'p_input_content is longer than 200,000 characters; split it'
    );
    v_source := p_input_content;
  elsif v_options ? 'source_url' then
    v_input_kind := 'url';
    v_source := btrim(v_options ->> 'source_url');
    perform private.require(
      private.is_http_url(v_source), 'p_options.source_url', 'p_options.source_url must be an http or https address'
    );
  else
    v_input_kind := 'file';
    -- a new upload to the same path is a new input
    select o.name || '@' || coalesce(o.version, o.updated_at::text, '') into v_source
    from storage.objects as o
    where o.bucket_id = 'assets'
      and o.name = v_options ->> 'source_path'
      and starts_with(o.name, v_organization_id::text || '/');
    perform private.require(found, 'p_options.source_path', 'p_options.source_path is not a file of this organization in the bucket assets');
  end if;

  v_content_hash := encode(sha256(convert_to(v_input_kind || ':' || v_source, 'utf8')), 'hex');
  v_request_hash := encode(sha256(convert_to(jsonb_build_array(
    v_content_hash, (select array_agg(p order by p) from unnest(v_platforms) as p), v_tone, v_language,
    v_options - 'force', v_client_account_id, v_brand, v_audience,
    -- Another model writes another text.
    (
      select jsonb_build_array(s.preferred_provider, s.preferred_model)
      from public.user_ai_settings as s
      where s.user_id = v_user_id and s.preferred_provider is not null
    ),
    (
      select jsonb_build_array(s.ai_provider, s.ai_model)
      from public.organization_ai_settings as s
      where s.organization_id = v_organization_id and s.capability = 'text'
    )
  )::text, 'utf8')), 'hex');

  -- two equal requests at once: the second waits here and then finds the first
  perform pg_advisory_xact_lock(hashtextextended(v_organization_id::text || v_request_hash, 0));
  if not coalesce((v_options ->> 'force')::boolean, false) then
    select g.* into v_generation
    from public.generations as g
    where g.organization_id = v_organization_id
      and g.request_hash = v_request_hash
      and g.created_at > now() - interval '24 hours'
      and g.status in ('pending', 'processing', 'completed')
    order by g.created_at desc
    limit 1;
    if found then
      return jsonb_build_object(
        'generation_id', v_generation.id, 'status', v_generation.status, 'reused', true,
        'platforms', v_generation.selected_platforms, 'job', jsonb_build_object('id', v_generation.job_id)
      );
    end if;
  end if;

  v_job_id := private.enqueue_job(
    p_kind => 'generate_posts',
    p_organization_id => v_organization_id,
    p_payload => jsonb_build_object(
      'generation_id', v_id,
      'input', case v_input_kind
        when 'text' then jsonb_build_object('type', 'text', 'text', p_input_content)
        when 'url' then jsonb_build_object('type', 'url', 'url', v_source)
        else jsonb_build_object('type', 'file', 'bucket', 'assets', 'path', v_options ->> 'source_path') end,
      'platforms', v_platforms, 'tone', v_tone, 'language', v_language, 'brand', v_brand, 'audience', v_audience,
      'options', v_options
        - array['force', 'source_url', 'source_path', 'client_account_id', 'brand_profile_id', 'audience_profile_id']
    ),
    p_subject_id => v_id,
    p_created_by => v_user_id
  );

  insert into public.generations (
    id, organization_id, user_id, client_account_id, input_kind, input_content, input_url, input_path, input_title,
    input_content_hash, request_hash, selected_platforms, selected_tone, language, options, job_id
  ) values (
    v_id, v_organization_id, v_user_id, v_client_account_id, v_input_kind, p_input_content,
    case when v_input_kind = 'url' then v_source end, v_options ->> 'source_path', v_options ->> 'title',
    v_content_hash, v_request_hash, v_platforms, v_tone, v_language, v_options, v_job_id
  );
  insert into public.generation_outputs (organization_id, generation_id, platform)
  select v_organization_id, v_id, p.slug from unnest(v_platforms) as p (slug);

  return jsonb_build_object(
    'generation_id', v_id, 'status', 'pending', 'reused', false, 'platforms', v_platforms,
    'job', jsonb_build_object('id', v_job_id)
  );
end;
$$;
comment on function private.create_generation(text, text[], text, text, jsonb) is 'The work of public.create_generation.';

create function public.create_generation(
  p_input_content text default null,
  p_platforms text[] default null,
  p_tone text default null,
  p_language text default null,
  p_options jsonb default '{}'
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer(
      'create_generation', jsonb_build_array(
        p_input_content, p_platforms, p_tone, p_language, p_options
      )
    ),
    private.remember_answer(
      'create_generation', private.create_generation(p_input_content, p_platforms, p_tone, p_language, p_options)
    )
  )
$$;
comment on function public.create_generation(text, text[], text, text, jsonb) is
'Turn one input into posts. Input: p_input_content (at most 200,000 characters), or p_options.source_url, or
p_options.source_path (an object of the bucket assets). p_platforms: tiktok, x, threads, linkedin, instagram, email.
p_tone: educational, conversational, opinionated, authority. p_language: en, nl.
p_options: force, title, cta, audience, max_hashtags, client_account_id, brand_profile_id, audience_profile_id (unless
given, the defaults of the client or the organization).
Costs one unit of generations; an equal request within 24 hours returns the earlier generation at no cost unless force.
Returns {generation_id, status, reused, platforms, job: {id}}; follow it on the topic org:<id>:generations and read
get_generation.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR (details.field), QUOTA_EXCEEDED, QUEUE_FULL.';

create function public.get_generation(p_generation_id uuid default null)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_generation public.generations;
  v_archived jsonb;
  v_result jsonb;
begin
  perform private.require(p_generation_id is not null, 'p_generation_id', 'p_generation_id is missing');
  select g.* into v_generation
  from public.generations as g
  where g.id = p_generation_id;
  if not found then
    select a.generation, a.outputs into v_result, v_archived
    from public.generations_archive as a
    where a.id = p_generation_id;
    if not found then
      perform private.raise_error('NOT_FOUND', 'there is no such generation in the active organization');
    end if;
    v_generation := jsonb_populate_record(null::public.generations, v_result);
  end if;
  select jsonb_build_object(
    'id', g.id, 'status', g.status,
    'progress_percentage', case when g.completed_at is not null then 100 else round(coalesce(j.progress, 0) * 100) end,
    'current_step', case when g.completed_at is null then j.step end,
    'input', jsonb_build_object('kind', g.input_kind, 'title', g.input_title, 'url', g.input_url, 'path', g.input_path),
    'selected_platforms', g.selected_platforms, 'selected_tone', g.selected_tone, 'language', g.language,
    'core_message', g.core_message, 'key_points', g.key_points,
    'detected_topic', g.detected_topic, 'detected_audience', g.detected_audience, 'keywords', g.keywords,
    'outputs', coalesce(o.outputs, '{}'), 'output_states', coalesce(o.states, '{}'),
    'ai_provider', g.ai_provider, 'ai_model', g.ai_model, 'total_tokens_used', g.total_tokens_used,
    'estimated_cost_usd', g.estimated_cost_usd, 'unknown_cost_count', g.unknown_cost_count,
    'generation_time_ms', g.generation_time_ms,
    'error', case when g.error_code is not null then jsonb_build_object('code', g.error_code, 'message', g.error_message) end,
    -- A job that has ended may have left the queue.
    'job', jsonb_build_object(
      'id', g.job_id, 'status', coalesce(j.status::text, case
        when g.completed_at is null then null
        when g.status in ('failed', 'cancelled') then g.status::text
        else 'completed'
      end)
    ),
    'created_at', g.created_at, 'started_at', g.started_at, 'completed_at', g.completed_at
  )
  into v_result
  from (select v_generation.*) as g
  left join public.jobs as j on j.id = g.job_id
  left join lateral (
    select
      jsonb_object_agg(p.platform, c.content) filter (where c.id is not null) as outputs,
      jsonb_object_agg(p.platform, jsonb_strip_nulls(jsonb_build_object(
        'status', p.status, 'generated_content_id', p.generated_content_id, 'completed_at', p.completed_at,
        'voice_fit_score', c.voice_fit_score, 'voice_fit', c.generation_metadata -> 'voice_fit', 'reasons', c.reasons,
        'error', case when p.error_code is not null
          then jsonb_build_object('code', p.error_code, 'message', p.error_message) end
      ))) as states
    from (
      select r.* from public.generation_outputs as r
      where v_archived is null and r.organization_id = g.organization_id and r.generation_id = g.id
      union all
      select r.* from jsonb_populate_recordset(null::public.generation_outputs, v_archived) as r
    ) as p
    left join public.generated_content as c
      on c.organization_id = p.organization_id and c.id = p.generated_content_id
  ) as o on true;
  return v_result;
end;
$$;
comment on function public.get_generation(uuid) is
'A generation with its analysis, the outputs made so far by platform, output_states: {platform: {status, generated_content_id, voice_fit_score,
voice_fit, reasons, completed_at, error}}, progress_percentage and error.';

create function private.cancel_generation(p_generation_id uuid)
returns jsonb
language plpgsql
volatile
security definer -- reaches the job, on which clients have no write grant; the organization and role are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_job_id bigint;
begin
  perform private.require(p_generation_id is not null, 'p_generation_id', 'p_generation_id is missing');
  select g.job_id into v_job_id
  from public.generations as g
  where g.organization_id = v_organization_id and g.id = p_generation_id
    and (private.member_client_account() is null or g.client_account_id = private.member_client_account());
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such generation in the active organization');
  end if;
  perform public.cancel_job(v_job_id);
  return public.get_generation(p_generation_id);
end;
$$;
comment on function private.cancel_generation(uuid) is 'The work of public.cancel_generation.';

create function public.cancel_generation(p_generation_id uuid default null)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.cancel_generation(p_generation_id)
$$;
comment on function public.cancel_generation(uuid) is
'Stop a generation: at once when it waits, at the worker''s next heartbeat when it runs. Platforms already made are kept.';

-- Grants --------------------------------------------------------------------------------------------------------------

revoke execute on function public.create_generation(text, text[], text, text, jsonb) from public;
revoke execute on function private.create_generation(text, text[], text, text, jsonb) from public;
revoke execute on function public.get_generation(uuid) from public;
revoke execute on function public.cancel_generation(uuid) from public;
revoke execute on function private.cancel_generation(uuid) from public;
grant execute on function public.create_generation(text, text[], text, text, jsonb) to authenticated;
grant execute on function private.create_generation(text, text[], text, text, jsonb) to authenticated;
grant execute on function public.get_generation(uuid) to authenticated;
grant execute on function public.cancel_generation(uuid) to authenticated;
grant execute on function private.cancel_generation(uuid) to authenticated;
