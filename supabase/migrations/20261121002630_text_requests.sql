-- Purpose: asking for titles: what may be asked, what the worker is given, one request and one job.
-- Objects: private.request_text_generation, private.earlier_titles, generate_titles.

create function private.request_text_generation(
  p_kind public.text_generation_kind, p_organization_id uuid, p_client_account_id uuid, p_parameters jsonb,
  p_language text, p_payload jsonb
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_endpoint text := 'generate_' || p_kind;
  v_hash text := encode(
    sha256(convert_to(jsonb_build_array(p_kind, p_parameters, p_client_account_id)::text, 'utf8')), 'hex'
  );
  v_running public.text_generations;
  v_id uuid := gen_random_uuid();
  v_job_id bigint;
  v_answer jsonb;
begin
  -- two equal requests at once: the second waits here and then finds the first
  perform pg_advisory_xact_lock(hashtextextended(p_organization_id::text || v_hash, 0));
  select g.* into v_running
  from public.text_generations as g
  where g.organization_id = p_organization_id and g.request_hash = v_hash and g.status in ('pending', 'processing')
  order by g.created_at desc
  limit 1;
  if v_running.id is null then
    v_job_id := private.enqueue_job(
      p_kind => v_endpoint,
      p_organization_id => p_organization_id,
      p_payload => p_payload || jsonb_build_object('generation_id', v_id, 'language', p_language),
      p_subject_id => v_id,
      p_created_by => v_user_id
    );
    insert into public.text_generations (
      id, organization_id, user_id, client_account_id, brand_profile_id, audience_profile_id, kind, parameters,
      request_hash, language, job_id
    )
    values (
      v_id, p_organization_id, v_user_id, p_client_account_id, (p_payload -> 'brand' ->> 'id')::uuid,
      (p_payload -> 'audience' ->> 'id')::uuid, p_kind, p_parameters, v_hash, p_language, v_job_id
    )
    returning * into strict v_running;
  end if;
  v_answer := jsonb_build_object(
    'generation_id', v_running.id, 'kind', v_running.kind, 'status', v_running.status, 'reused', v_job_id is null,
    'job', jsonb_build_object('id', v_running.job_id)
  );
  return v_answer;
end;
$$;
comment on function private.request_text_generation(
  public.text_generation_kind, uuid, uuid, jsonb, text, jsonb
) is
'One request and one job, or the equal request that is under way.
The caller has checked who asks and what.';

create function private.earlier_titles(p_organization_id uuid, p_sources private.text_source[])
returns text[]
language sql
stable
set search_path = ''
as $$
  with source as materialized (
    select
      array_agg(s.id) filter (where s.kind = 'item') as items,
      array_agg(s.id) filter (where s.kind = 'asset') as assets,
      array_agg(s.id) filter (where s.kind = 'generation') as generations
    from unnest(p_sources) as s
  ),
  -- Each by an index of its own: what else the organization has written is not looked at.
  made as (
    select c.id
    from public.generated_content as c
    where c.organization_id = p_organization_id and c.content_asset_id = any((select s.assets from source as s)::uuid[])
    union
    select c.id
    from public.generated_content as c
    where c.organization_id = p_organization_id
      and c.generation_id = any((select s.generations from source as s)::uuid[])
    union
    select r.generated_content_id
    from public.generated_content_sources as r
    where r.organization_id = p_organization_id and r.content_item_id = any((select s.items from source as s)::uuid[])
    union
    select r.generated_content_id
    from private.generated_content_materials as r
    where r.organization_id = p_organization_id and r.content_asset_id = any((select s.assets from source as s)::uuid[])
    union
    select r.generated_content_id
    from private.generated_content_materials as r
    where r.organization_id = p_organization_id
      and r.generation_id = any((select s.generations from source as s)::uuid[])
  )
  select coalesce(array_agg(t.title), '{}')
  from (
    select c.generated_text as title
    from made as m
    join public.generated_content as c on c.organization_id = p_organization_id and c.id = m.id
    where c.content_type = 'title' and c.deleted_at is null
    order by c.created_at desc
    limit 100
  ) as t
$$;
comment on function private.earlier_titles(uuid, private.text_source[]) is
'The newest 100 titles that were already made from these sources, so that asking again brings other ones.';

create function private.generate_titles(
  p_source_analysis jsonb, p_generation_params jsonb, p_user_preferences jsonb
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
  v_source jsonb := private.field_object(
    p_source_analysis, 'source_analysis', '{video_ids,performance_threshold}'
  );
  v_params jsonb := private.field_object(
    p_generation_params, 'generation_params', '{count,style,language,target_keywords,max_length}'
  );
  v_wishes jsonb := private.field_object(
    p_user_preferences, 'user_preferences', '{avoid_keywords,brand_voice,target_audience}', true
  );
  v_ids uuid[] := private.field_ids(v_source, 'video_ids', 'source_analysis', 50);
  v_threshold numeric := private.field_number(
    v_source, 'performance_threshold', 'source_analysis', 0, 100, p_optional => true
  );
  v_count integer := private.field_integer(v_params, 'count', 'generation_params', 1, 10);
  v_style text := case when v_params ? 'style' then private.field_choice(
    v_params, 'style', 'generation_params', '{motivational,educational,entertainment,business}'
  ) end;
  v_language text := private.field_choice(v_params, 'language', 'generation_params', '{nl,en}');
  v_keywords text[] := private.field_texts(v_params, 'target_keywords', 'generation_params', 20, 100);
  -- YouTube takes 100 characters.
  v_max_length integer := private.field_integer(v_params, 'max_length', 'generation_params', 20, 100, 100);
  v_avoid text[] := private.field_texts(v_wishes, 'avoid_keywords', 'user_preferences', 50, 100);
  v_voice text := private.field_text(v_wishes, 'brand_voice', 'user_preferences', 1000, p_optional => true);
  v_listeners text := private.field_text(v_wishes, 'target_audience', 'user_preferences', 1000, p_optional => true);
  v_sources private.text_source[] := array[]::private.text_source[];
  v_brand jsonb;
  v_audience jsonb;
begin
  perform private.require(
    cardinality(v_ids) > 0 or cardinality(v_keywords) > 0, 'source_analysis.video_ids',
    'give at least one id in source_analysis.video_ids, or generation_params.target_keywords to write about'
  );
  if cardinality(v_ids) > 0 then
    v_sources := array(select s from private.text_sources(v_organization_id, v_client_account_id, v_ids) as s);
  end if;
  perform private.require(
    cardinality(v_sources) = cardinality(v_ids), 'source_analysis.video_ids',
    'source_analysis.video_ids holds an id that is no video, upload or generation of this organization'
  );
  if v_threshold is not null and cardinality(v_ids) > 0 then
    v_sources := array(select s from unnest(v_sources) as s where s.performance_score > v_threshold);
    perform private.require(
      cardinality(v_sources) > 0, 'source_analysis.performance_threshold',
      'none of the videos has a performance score above source_analysis.performance_threshold'
    );
  end if;
  -- Work on one client's videos is that client's.
  select coalesce(v_client_account_id, case when count(*) = count(s.client_account_id)
      and count(distinct s.client_account_id) = 1 then (array_agg(s.client_account_id))[1] end)
  into v_client_account_id
  from unnest(v_sources) as s;
  v_brand := private.chosen_brand(v_organization_id, v_client_account_id, v_voice, 'user_preferences.brand_voice');
  if v_style is null then
    v_style := private.preferred_style((v_brand ->> 'id')::uuid);
  end if;
  v_audience := private.chosen_audience(
    v_organization_id, v_client_account_id, (v_brand ->> 'id')::uuid, v_listeners, 'user_preferences.target_audience'
  );
  return private.request_text_generation(
    'titles', v_organization_id, v_client_account_id,
    jsonb_build_object(
      'source_analysis', jsonb_build_object('video_ids', v_ids, 'performance_threshold', v_threshold),
      'generation_params', jsonb_build_object(
        'count', v_count, 'style', v_style, 'language', v_language, 'target_keywords', v_keywords,
        'max_length', v_max_length
      ),
      'user_preferences', jsonb_build_object(
        'avoid_keywords', v_avoid, 'brand_voice', v_voice, 'target_audience', v_listeners
      )
    ),
    v_language,
    jsonb_build_object(
      'count', v_count, 'style', v_style, 'target_keywords', v_keywords, 'max_length', v_max_length,
      'avoid_keywords', v_avoid, 'brand', v_brand, 'audience', v_audience,
      'sources', private.text_source_content(v_sources),
      'source_ids', array(select s.id from unnest(v_sources) as s),
      'earlier_titles',
      case when cardinality(v_ids) > 0 then private.earlier_titles(v_organization_id, v_sources) else '{}' end,
      'what_worked', private.video_history(v_organization_id, v_client_account_id, v_sources, 50)
    )
  );
end;
$$;
comment on function private.generate_titles(jsonb, jsonb, jsonb) is 'The work of public.generate_titles.';

create function public.generate_titles(
  source_analysis jsonb default null, generation_params jsonb default null, user_preferences jsonb default null,
  idempotency_key text default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer(
      'generate_titles', jsonb_build_array(
        source_analysis, generation_params, user_preferences
      ), idempotency_key, 'idempotency_key'
    ),
    private.remember_answer(
      'generate_titles', private.generate_titles(
        source_analysis, generation_params, user_preferences
      ), idempotency_key
    )
  )
$$;
comment on function public.generate_titles(jsonb, jsonb, jsonb, text) is
'Titles for a video. source_analysis: {video_ids: at most 50 ids of published items, uploads or generations,
performance_threshold?: use only videos that score above, 0 to 100}; video_ids may be empty when there are keywords.
generation_params: {count: 1 to 10, style?: motivational, educational, entertainment or business (left out: the brand''s
content_style_preferences.style, else the person''s content_style), language: nl or en,
target_keywords?: at most 20, max_length?: 20 to 100 characters, 100 by default}.
user_preferences?: {avoid_keywords?: at most 50, brand_voice?: id or name of a brand profile, or a description,
target_audience?: id or name of an audience profile, or a description}.
Costs one unit of generations. Returns {generation_id, kind, status, reused, job: {id}}; an equal request that is under
way is not made twice. Follow it on the topic org:<id>:generations and read get_titles.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR (details.field, as in generation_params.count), CONFLICT,
QUOTA_EXCEEDED, QUEUE_FULL.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  private.generate_titles(jsonb, jsonb, jsonb), public.generate_titles(jsonb, jsonb, jsonb, text)
to authenticated;
