-- Purpose: asking for a script to a title, and for texts by which a video is found.
-- Objects: private.text_language, private.title_sources, generate_script, generate_seo_content.

create function private.text_language(p_text text)
returns text
language sql
immutable
set search_path = ''
as $$
  select case
    when (select count(*) from regexp_matches(left(p_text, 20000), '\m(de|het|een|en|van|je|niet|dat|voor|zijn)\M', 'gi'))
      > (select count(*) from regexp_matches(left(p_text, 20000), '\m(the|and|of|to|you|not|that|for|are|with)\M', 'gi'))
      then 'nl' else 'en' end
$$;
comment on function private.text_language(text) is 'nl when a text has more of ten common Dutch words than of ten English ones, else en.';

create function private.title_sources(p_title public.generated_content)
returns private.text_source[]
language sql
stable
set search_path = ''
as $$
  select array(
    select s
    from private.text_sources(
      p_title.organization_id, p_title.client_account_id,
      array(
        select r.content_item_id
        from public.generated_content_sources as r
        where r.organization_id = p_title.organization_id and r.generated_content_id = p_title.id
        order by r.created_at, r.content_item_id
      ) || array_remove(array[p_title.content_asset_id, p_title.generation_id], null) || array(
        select coalesce(r.content_asset_id, r.generation_id)
        from private.generated_content_materials as r
        where r.organization_id = p_title.organization_id and r.generated_content_id = p_title.id
        order by r.generation_id nulls first, r.content_asset_id
      )
    ) as s
  )
$$;
comment on function private.title_sources(public.generated_content) is 'What a title was made from, as far as it still exists.';

create function private.generate_script(p_title_id uuid, p_parameters jsonb)
returns jsonb
language plpgsql
volatile
security definer -- clients have no insert on requests or jobs; the role check below decides
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_params jsonb := private.field_object(
    p_parameters, 'parameters', '{duration_seconds,language,style_preferences,target_audience}'
  );
  v_style jsonb;
  v_listeners jsonb;
  v_title public.generated_content;
  v_sources private.text_source[];
  v_duration integer;
  v_language text;
  v_chosen jsonb;
  v_brand jsonb;
  v_audience jsonb;
begin
  perform private.require(p_title_id is not null, 'title_id', 'title_id is missing');
  v_duration := case when v_params ? 'duration_seconds'
    then private.field_integer(v_params, 'duration_seconds', 'parameters', 15, 180)
    else private.preferred_duration() end;
  v_language := private.field_choice(v_params, 'language', 'parameters', '{nl,en}');
  v_style := private.field_object(
    v_params -> 'style_preferences', 'parameters.style_preferences',
    '{hook_intensity,motivational_level,include_statistics,include_call_to_action}', true
  );
  v_chosen := jsonb_strip_nulls(jsonb_build_object(
    'hook_intensity', case when v_style ? 'hook_intensity'
      then private.field_choice(v_style, 'hook_intensity', 'parameters.style_preferences', '{subtle,moderate,intense}')
    end,
    'motivational_level', case when v_style ? 'motivational_level'
      then private.field_choice(v_style, 'motivational_level', 'parameters.style_preferences', '{light,medium,strong}')
    end,
    'include_statistics', case when v_style ? 'include_statistics'
      then private.field_flag(v_style, 'include_statistics', 'parameters.style_preferences')
    end,
    'include_call_to_action', case when v_style ? 'include_call_to_action'
      then private.field_flag(v_style, 'include_call_to_action', 'parameters.style_preferences')
    end
  ));
  if v_params ? 'target_audience' then
    v_listeners := private.field_object(
      v_params -> 'target_audience', 'parameters.target_audience', '{age_group,interests,pain_points}'
    );
    v_listeners := jsonb_build_object(
      'age_group', private.field_text(v_listeners, 'age_group', 'parameters.target_audience', 100),
      'interests', private.field_texts(v_listeners, 'interests', 'parameters.target_audience', 20, 200, false),
      'pain_points', private.field_texts(v_listeners, 'pain_points', 'parameters.target_audience', 20, 500, false)
    );
  end if;

  select c.* into v_title
  from public.generated_content as c
  where c.organization_id = v_organization_id and c.id = p_title_id and c.content_type = 'title'
    and c.deleted_at is null
    and (private.member_client_account() is null or c.client_account_id = private.member_client_account());
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such title in the active organization');
  elsif v_title.status in ('rejected', 'archived') then
    perform private.raise_error(
      'CONFLICT', format('a title that is %s gets no script', v_title.status), jsonb_build_object('field', 'title_id')
    );
  end if;
  v_sources := private.title_sources(v_title);
  v_brand := private.chosen_brand(
    v_organization_id, v_title.client_account_id,
    (
      select b.id::text from public.brand_profiles as b
      where b.organization_id = v_organization_id and b.id = v_title.brand_profile_id and b.deleted_at is null
    ),
    'title_id'
  );
  if (select count(*) from jsonb_object_keys(v_chosen)) < 4 then
    v_chosen := private.script_style(coalesce(
      v_title.generation_parameters #>> '{generation_params,style}', private.preferred_style((v_brand ->> 'id')::uuid)
    )) || v_chosen;
  end if;
  v_audience := coalesce(v_listeners, private.chosen_audience(
    v_organization_id, v_title.client_account_id, (v_brand ->> 'id')::uuid,
    (
      select a.id::text from public.audience_profiles as a
      where a.organization_id = v_organization_id and a.id = v_title.audience_profile_id and a.deleted_at is null
    ),
    'title_id'
  ));
  return private.request_text_generation(
    'script', v_organization_id, v_title.client_account_id,
    jsonb_build_object(
      'title_id', v_title.id, 'title_version', v_title.version,
      'parameters', jsonb_strip_nulls(jsonb_build_object(
        'duration_seconds', v_duration, 'language', v_language, 'style_preferences', v_chosen,
        'target_audience', v_listeners
      ))
    ),
    v_language,
    jsonb_build_object(
      'title', v_title.generated_text, 'title_id', v_title.id, 'keywords', v_title.keywords,
      'duration_seconds', v_duration, 'style', v_chosen, 'brand', v_brand, 'audience', v_audience,
      'sources', private.text_source_content(v_sources),
      'what_worked', private.video_history(v_organization_id, v_title.client_account_id, v_sources, 20)
    )
  );
end;
$$;
comment on function private.generate_script(uuid, jsonb) is 'The work of public.generate_script.';

create function public.generate_script(
  title_id uuid default null, parameters jsonb default null, idempotency_key text default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer(
      'generate_script', jsonb_build_array(
        title_id, parameters
      ), idempotency_key, 'idempotency_key'
    ),
    private.remember_answer('generate_script', private.generate_script(title_id, parameters), idempotency_key)
  )
$$;
comment on function public.generate_script(uuid, jsonb, text) is
'A script for a title: hook, body and call to action with their seconds. title_id: a title of generated_content that is
neither rejected nor archived; the script is made from what the title was made from.
parameters: {duration_seconds?: 15 to 180 (left out: the person''s default_video_duration_seconds), language: nl or en,
style_preferences?: {hook_intensity?: subtle, moderate or intense, motivational_level?: light, medium or strong,
include_statistics?, include_call_to_action?: true or false} (left out: what the title''s style means for a script),
target_audience?: {age_group, interests: at most 20, pain_points: at most 20}}.
Costs one unit of generations. Returns {generation_id, kind, status, reused, job: {id}}; an equal request that is under
way is not made twice. Follow it on the topic org:<id>:generations and read get_script.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, CONFLICT, VALIDATION_ERROR (details.field, as in
parameters.duration_seconds), QUOTA_EXCEEDED, QUEUE_FULL.';

create function private.generate_seo_content(p_video_context jsonb, p_requirements jsonb)
returns jsonb
language plpgsql
volatile
security definer -- clients have no insert on requests or jobs; the role check below decides
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_client_account_id uuid := private.member_client_account();
  v_context jsonb := private.field_object(p_video_context, 'video_context', '{title,script,target_keywords,language}');
  v_needs jsonb := private.field_object(
    p_requirements, 'requirements', '{description_min_words,max_tags,include_timestamps,include_hashtags}'
  );
  v_title text := private.field_text(v_context, 'title', 'video_context', 200);
  v_script text := private.field_text(v_context, 'script', 'video_context', 50000);
  v_keywords text[] := private.field_texts(v_context, 'target_keywords', 'video_context', 20, 100, false);
  v_language text := private.field_choice(
    v_context, 'language', 'video_context', '{nl,en}', private.text_language(concat_ws(' ', v_title, v_script))
  );
  v_words integer := private.field_integer(v_needs, 'description_min_words', 'requirements', 0, 600, 150);
  v_tags integer := private.field_integer(v_needs, 'max_tags', 'requirements', 0, 50, 15);
  v_has_timestamps boolean := private.field_flag(v_needs, 'include_timestamps', 'requirements');
  v_has_hashtags boolean := private.field_flag(v_needs, 'include_hashtags', 'requirements');
  v_brand jsonb := private.chosen_brand(v_organization_id, v_client_account_id, null, 'video_context');
begin
  return private.request_text_generation(
    'seo_content', v_organization_id, v_client_account_id,
    jsonb_build_object(
      'video_context', jsonb_build_object(
        'title', v_title, 'script', v_script, 'target_keywords', v_keywords, 'language', v_language
      ),
      'requirements', jsonb_build_object(
        'description_min_words', v_words, 'max_tags', v_tags, 'include_timestamps', v_has_timestamps,
        'include_hashtags', v_has_hashtags
      )
    ),
    v_language,
    jsonb_build_object(
      'title', v_title, 'script', v_script, 'target_keywords', v_keywords, 'description_min_words', v_words,
      'max_tags', v_tags, 'include_timestamps', v_has_timestamps, 'include_hashtags', v_has_hashtags,
      'brand', v_brand,
      'what_worked', private.video_history(
        v_organization_id, v_client_account_id, array[]::private.text_source[], 20
      )
    )
  );
end;
$$;
comment on function private.generate_seo_content(jsonb, jsonb) is 'The work of public.generate_seo_content.';

create function public.generate_seo_content(
  video_context jsonb default null, requirements jsonb default null, idempotency_key text default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer(
      'generate_seo_content', jsonb_build_array(
        video_context, requirements
      ), idempotency_key, 'idempotency_key'
    ),
    private.remember_answer(
      'generate_seo_content', private.generate_seo_content(video_context, requirements), idempotency_key
    )
  )
$$;
comment on function public.generate_seo_content(jsonb, jsonb, text) is
'Description, tags and hashtags by which a video is found. video_context: {title: at most 200 characters, script: at
most 50,000, target_keywords: at most 20, language?: nl or en, else that of the text}.
requirements: {description_min_words?: 0 to 600, 150 by default, max_tags?: 0 to 50, 15 by default, include_timestamps,
include_hashtags: true or false}.
Costs one unit of generations. Returns {generation_id, kind, status, reused, job: {id}}; an equal request that is under
way is not made twice. Follow it on the topic org:<id>:generations and read get_seo_content.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR (details.field, as in requirements.max_tags), CONFLICT,
QUOTA_EXCEEDED, QUEUE_FULL.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  private.generate_script(uuid, jsonb), public.generate_script(uuid, jsonb, text),
  private.generate_seo_content(jsonb, jsonb), public.generate_seo_content(jsonb, jsonb, text)
to authenticated;
