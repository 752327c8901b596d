-- Purpose: what people reworded is measured anew, as what was generated is.
-- Objects: private.request_judgement, private.apply_judge_content, the kind.

create function private.request_judgement(p_content public.generated_content)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  if p_content.language not in ('en', 'nl') then
    return;
  end if;
  perform private.enqueue_job(
    p_kind => 'judge_content',
    p_organization_id => p_content.organization_id,
    p_payload => jsonb_strip_nulls(jsonb_build_object(
      'version', p_content.version, 'content_type', p_content.content_type, 'language', p_content.language,
      'title', p_content.title, 'text', p_content.generated_text,
      'keywords', case
        when jsonb_typeof(p_content.generation_parameters #> '{generation_params,target_keywords}') = 'array'
          and p_content.generation_parameters #> '{generation_params,target_keywords}' <> '[]'
          then p_content.generation_parameters #> '{generation_params,target_keywords}'
        else to_jsonb(p_content.keywords)
      end,
      'least_words', p_content.generation_parameters #> '{requirements,description_min_words}',
      'script', case when private.is_script(p_content.content) then jsonb_build_object(
        'hook', p_content.content #> '{hook,text}', 'body', p_content.content #> '{body,text}',
        'call_to_action', p_content.content #> '{call_to_action,text}'
      ) end,
      'brand', jsonb_build_object('id', p_content.brand_profile_id)
    )),
    p_subject_id => p_content.id,
    p_dedupe_key => concat(p_content.id, ':', p_content.version)
  );
end;
$$;
comment on function private.request_judgement(public.generated_content) is
'Has a piece of content measured by a worker, at no cost; nothing in languages other than English and Dutch, of which no score is known.';

create function private.apply_judge_content(p_job public.jobs, p_result jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_content public.generated_content;
  v_outlook jsonb := '{}'::jsonb;
begin
  select c.* into v_content
  from public.generated_content as c
  where c.organization_id = p_job.organization_id and c.id = p_job.subject_id
    -- Who edited it again is told of that text.
    and c.version = (p_job.payload ->> 'version')::integer and c.deleted_at is null
  for no key update;
  if not found then
    return;
  end if;
  if v_content.content_type = 'title' then
    v_outlook := private.title_outlook(
      v_content.generated_text,
      private.what_worked(
        p_job.organization_id, p_platform => v_content.target_platform,
        p_client_account_id => v_content.client_account_id, p_limit => 50
      ),
      v_content.language
    );
  end if;
  update public.generated_content as c
  set seo_score = (p_result ->> 'seo_score')::numeric, readability_score = (p_result ->> 'readability_score')::numeric,
    emotional_tone_score = (p_result ->> 'emotional_tone_score')::numeric,
    quality_metrics = coalesce(nullif(p_result -> 'quality_metrics', 'null'), '{}'),
    quality_score = (p_result ->> 'quality_score')::numeric,
    voice_fit_score = (p_result #>> '{voice_fit,score}')::numeric,
    generation_metadata = c.generation_metadata || jsonb_build_object('voice_fit', p_result -> 'voice_fit'),
    estimated_performance = (v_outlook ->> 'estimate')::numeric,
    reasons = private.json_texts(p_result -> 'reasons') || private.json_texts(v_outlook -> 'reasons')
  where c.id = v_content.id;
end;
$$;
comment on function private.apply_judge_content(public.jobs, jsonb) is
'The scores of an edited text, {seo_score, readability_score, emotional_tone_score, quality_metrics, quality_score, voice_fit, reasons}, as far as
its kind has them; nothing when it was edited again meanwhile.';

insert into public.job_kinds
  (kind, queue, subject_table, apply_function, step_function, failure_function, quota_metric, quota_amount,
    max_attempts, lease_seconds, backoff_base_seconds, backoff_max_seconds, timeout_seconds,
    max_per_organization, max_backlog_per_organization, batch_complete, description)
values
  ('judge_content', 'ai', 'generated_content', 'private.apply_judge_content', null, null, null, 1,
    5, 60, 5, 300, 120, 4, null, false, 'Scores of a text that somebody edited');
