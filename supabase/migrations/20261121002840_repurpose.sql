-- Purpose: what to make of an upload, by rule, and making it.
-- Objects: private.repurposable_asset, private.clip_bounds, recommend_repurposing, create_repurposing_job,
--          step_, apply_ and fail_repurpose, the kind.

create function private.repurposable_asset(p_organization_id uuid, p_content_asset_id uuid)
returns public.content_assets
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_asset public.content_assets;
begin
  perform private.require(p_content_asset_id is not null, 'p_content_asset_id', 'p_content_asset_id is missing');
  select a.* into v_asset
  from public.content_assets as a
  where a.organization_id = p_organization_id and a.id = p_content_asset_id and a.deleted_at is null
    and (private.member_client_account() is null or a.client_account_id = private.member_client_account());
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such asset in the active organization');
  end if;
  return v_asset;
end;
$$;
comment on function private.repurposable_asset(uuid, uuid) is 'The asset when the caller may see it, else NOT_FOUND.';

create function private.clip_bounds(p_platforms text[])
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'platform', p.slug, 'min_seconds', coalesce((m.form -> 'min_seconds')::numeric, 0),
    'max_seconds', (m.form -> 'max_seconds')::numeric
  ) order by p.sort_order), '[]')
  from public.platforms as p
  cross join lateral (
    -- The form of a vertical video; LinkedIn has one for all videos.
    select coalesce(
      p.limits #> '{media,short_video}', p.limits #> '{media,reel}', p.limits #> '{media,long_video}'
    ) as form
  ) as m
  where p.is_active and m.form ? 'max_seconds' and p.slug = any(p_platforms)
$$;
comment on function private.clip_bounds(text[]) is
'Those of the platforms that take clips, [{platform, min_seconds, max_seconds}].';

-- Advice --------------------------------------------------------------------------------------------------------------

create function private.recommend_repurposing(p_content_asset_id uuid)
returns jsonb
language plpgsql
volatile
security definer -- clients have no insert on strategies; the organization and role are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_asset public.content_assets := private.repurposable_asset(v_organization_id, p_content_asset_id);
  v_analysis public.content_analyses;
  v_strategy public.repurposing_strategies;
  v_today date;
begin
  select n.* into v_analysis
  from public.content_analyses as n
  where n.organization_id = v_organization_id and n.content_asset_id = v_asset.id and n.analysis_status = 'completed'
  order by n.version desc
  limit 1;
  perform private.require(
    v_analysis.id is not null, 'p_content_asset_id', 'the asset has no analysis yet: call analyze_content first'
  );
  select (now() at time zone o.timezone)::date into strict v_today
  from public.organizations as o where o.id = v_organization_id;
  -- It costs nothing, and says the same until the asset is analysed anew or another day begins.
  select s.* into v_strategy
  from public.repurposing_strategies as s
  where s.organization_id = v_organization_id and s.content_asset_id = v_asset.id
    and s.created_at >= v_analysis.updated_at
    and s.content_calendar_suggestions @> jsonb_build_array(jsonb_build_object('on', v_today + 1))
  order by s.created_at desc
  limit 1;
  if found then
    return to_jsonb(v_strategy) - '{organization_id,job_id}'::text[];
  end if;
  insert into public.repurposing_strategies (
    organization_id, user_id, client_account_id, content_asset_id, brand_profile_id, recommended_formats,
    content_calendar_suggestions, estimated_output_count
  )
  with rule (format, job_type, kinds, platforms) as (
    values
      ('short_video', 'video_to_shorts', '{video}'::text[], '{tiktok,instagram,youtube}'::text[]),
      ('linkedin_post', 'blog_to_social', '{video,audio,blog,document}', '{linkedin}'),
      ('twitter_thread', 'blog_to_social', '{video,audio,blog,document}', '{x}'),
      ('social_post', 'blog_to_social', '{video,audio,blog,document}', '{threads,instagram}'),
      ('email', 'blog_to_social', '{video,audio,blog,document}', '{email}'),
      ('blog_article', 'podcast_to_blog', '{video,audio}', '{}')
  ),
  fit as (
    select r.format, r.job_type, r.platforms, s.score,
      case when s.score >= 70 then 'high' when s.score < 40 then 'low' else 'medium' end as priority,
      row_number() over (order by s.score desc nulls last, r.format) as place
    from rule as r
    cross join lateral (
      select max((v_analysis.platform_scores ->> p.slug)::numeric) as score from unnest(r.platforms) as p (slug)
    ) as s
    where v_asset.content_type::text = any(r.kinds)
      and (r.format <> 'short_video' or v_analysis.hook_moments @? '$[*].timestamp ? (@ >= 0)')
  )
  select v_organization_id, (select auth.uid()), v_asset.client_account_id, v_asset.id, v_asset.brand_profile_id,
    coalesce(jsonb_agg(jsonb_build_object(
      'format', f.format, 'job_type', f.job_type, 'priority', f.priority, 'platforms', f.platforms
    ) order by f.place), '[]'),
    coalesce(jsonb_agg(jsonb_build_object(
      'on', v_today + f.place::integer, 'platform', f.platforms[1], 'format', f.format,
      'note', case when f.score is not null then format(
        case when coalesce(v_asset.transcript_language, v_asset.language) like 'nl%' then 'past voor %s van 100'
          else 'fits at %s of 100' end, round(f.score)
      ) end
    ) order by f.place), '[]'),
    count(*)
  from fit as f
  returning * into v_strategy;
  return to_jsonb(v_strategy) - '{organization_id,job_id}'::text[];
end;
$$;
comment on function private.recommend_repurposing(uuid) is 'The work of public.recommend_repurposing.';

create function public.recommend_repurposing(p_content_asset_id uuid default null)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer('recommend_repurposing', jsonb_build_array(p_content_asset_id)),
    private.remember_answer('recommend_repurposing', private.recommend_repurposing(p_content_asset_id))
  )
$$;
comment on function public.recommend_repurposing(uuid) is
'What to make of an analysed upload, best first, by rule and at no cost: the formats its kind allows, with the platform
scores of its latest analysis (high from 70, low below 40, medium between and without a score), each with the job_type
that create_repurposing_job makes it by, and a day, one a day from tomorrow. Reach is not estimated. Creators and above.
Returns the row of repurposing_strategies. Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

-- Asking --------------------------------------------------------------------------------------------------------------

create function private.create_repurposing_job(
  p_content_asset_id uuid, p_job_type text, p_output_format text, p_target_platforms text[], p_config jsonb,
  p_repurposing_strategy_id uuid, p_language text, p_brand_voice text
)
returns jsonb
language plpgsql
volatile
security definer -- clients have no insert on jobs; the organization and role are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_asset public.content_assets := private.repurposable_asset(v_organization_id, p_content_asset_id);
  v_formats text[];
  v_config jsonb := private.field_object(p_config, 'p_config', '{aspect_ratio,caption_style,duration,count}', true);
  v_duration integer := private.field_integer(v_config, 'duration', 'p_config', 5, 180, 60);
  v_bounds jsonb := '[]'::jsonb;
  v_unfit text;
  v_count integer := private.field_integer(v_config, 'count', 'p_config', 1, 10, 3);
  v_brand jsonb;
  v_moments jsonb := '[]'::jsonb;
  v_id uuid := gen_random_uuid();
  v_job_id bigint;
begin
  perform private.field_choice(v_config, 'aspect_ratio', 'p_config', '{9:16,4:5,1:1,16:9}', '9:16');
  perform private.field_text(v_config, 'caption_style', 'p_config', 100, p_optional => true);
  perform private.require(
    p_job_type = any(enum_range(null::public.repurposing_job_type)::text[]), 'p_job_type',
    'p_job_type must be one of ' || array_to_string(enum_range(null::public.repurposing_job_type), ', ')
  );
  v_formats := case p_job_type
    when 'video_to_shorts' then '{short_video}' when 'podcast_to_blog' then '{blog_article}'
    else '{linkedin_post,twitter_thread,social_post,email}'
  end::text[];
  p_output_format := coalesce(p_output_format, v_formats[1]);
  perform private.require(
    p_output_format = any(v_formats), 'p_output_format',
    format('p_output_format of %s must be one of %s', p_job_type, array_to_string(v_formats, ', '))
  );
  perform private.require(
    case p_job_type when 'video_to_shorts' then v_asset.content_type = 'video'
      when 'podcast_to_blog' then v_asset.content_type in ('audio', 'video') else true end,
    'p_job_type', format('%s is not for an asset of the kind %s', p_job_type, v_asset.content_type)
  );
  p_target_platforms := coalesce(p_target_platforms, '{}');
  perform private.require(
    cardinality(p_target_platforms) <= 16 and not exists (
      select from unnest(p_target_platforms) as t (slug)
      where not exists (select from public.platforms as p where p.slug = t.slug and p.is_active)
    ), 'p_target_platforms', 'p_target_platforms must name at most 16 platforms that are known'
  );
  -- What a format is not for would be left out without a word.
  select t.slug into v_unfit
  from unnest(p_target_platforms) as t (slug)
  where p_output_format in ('short_video', 'social_post') and case p_output_format
    when 'short_video' then private.clip_bounds(array[t.slug]) = '[]'
    else not t.slug = any('{threads,instagram,linkedin,x,tiktok}'::text[])
  end
  limit 1;
  perform private.require(
    v_unfit is null, 'p_target_platforms', format('nothing of the format %s is made for %s', p_output_format, v_unfit)
  );
  perform private.require(
    private.first_told(v_asset.transcript, v_asset.description) is not null or v_asset.storage_path is not null
    or v_asset.content_type in ('blog', 'document'),
    'p_content_asset_id', 'the asset has no words: no transcript, description, file or address of a page'
  );
  perform private.require(p_language is null or p_language in ('en', 'nl'), 'p_language', 'p_language must be en or nl');
  p_brand_voice := private.require_text(p_brand_voice, 'p_brand_voice', 1000, p_optional => true);
  perform private.require(
    p_repurposing_strategy_id is null or exists (
      select from public.repurposing_strategies as s
      where s.organization_id = v_organization_id and s.id = p_repurposing_strategy_id
        and s.content_asset_id = v_asset.id
    ), 'p_repurposing_strategy_id', 'p_repurposing_strategy_id is no strategy for this asset'
  );
  if p_job_type = 'video_to_shorts' then
    select n.hook_moments into v_moments
    from public.content_analyses as n
    where n.organization_id = v_organization_id and n.content_asset_id = v_asset.id and n.analysis_status = 'completed'
    order by n.version desc
    limit 1;
    perform private.require(
      v_moments @? '$[*].timestamp ? (@ >= 0)', 'p_content_asset_id',
      'no moments of the asset with a time are known: call analyze_content first'
    );
    v_bounds := private.clip_bounds(p_target_platforms);
    select b ->> 'platform' into v_unfit
    from jsonb_array_elements(v_bounds) as b
    where not v_duration between (b ->> 'min_seconds')::numeric and (b ->> 'max_seconds')::numeric
    limit 1;
    perform private.require(
      v_unfit is null, 'p_config.duration', format('p_config.duration of %s s is not what %s takes', v_duration, v_unfit)
    );
  end if;
  v_brand := private.chosen_brand(v_organization_id, v_asset.client_account_id, p_brand_voice, 'p_brand_voice');
  insert into public.repurposing_jobs (
    id, organization_id, user_id, client_account_id, content_asset_id, repurposing_strategy_id, brand_profile_id,
    job_type, output_format, target_platforms, config
  )
  values (
    v_id, v_organization_id, (select auth.uid()), v_asset.client_account_id, v_asset.id, p_repurposing_strategy_id,
    (v_brand ->> 'id')::uuid, p_job_type::public.repurposing_job_type, p_output_format::public.repurposing_format,
    p_target_platforms, v_config
  );
  v_job_id := private.enqueue_job(
    p_kind => 'repurpose',
    p_organization_id => v_organization_id,
    p_payload => jsonb_strip_nulls(jsonb_build_object(
      'language', coalesce(
        p_language,
        substring(lower(coalesce(v_asset.transcript_language, v_asset.language)) from '^(en|nl)(?![a-z])'), 'en'
      ),
      'content_asset_id', v_asset.id, 'output_format', p_output_format, 'platforms', p_target_platforms,
      'moments', v_moments, 'clip_seconds', v_duration, 'clip_bounds', v_bounds, 'count', v_count,
      'aspect_ratio', v_config -> 'aspect_ratio', 'brand', v_brand
    )),
    p_subject_id => v_id,
    p_created_by => (select auth.uid())
  );
  update public.repurposing_jobs as r set job_id = v_job_id where r.id = v_id;
  return jsonb_build_object('repurposing_job_id', v_id, 'status', 'queued', 'job', jsonb_build_object('id', v_job_id));
end;
$$;
comment on function private.create_repurposing_job(uuid, text, text, text[], jsonb, uuid, text, text) is
'The work of public.create_repurposing_job.';

create function public.create_repurposing_job(
  p_content_asset_id uuid default null, p_job_type text default null, p_output_format text default null,
  p_target_platforms text[] default null, p_config jsonb default null, p_repurposing_strategy_id uuid default null,
  p_language text default null, p_brand_voice text default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer(
      'create_repurposing_job', jsonb_build_array(
        p_content_asset_id, p_job_type, p_output_format, p_target_platforms, p_config, p_repurposing_strategy_id,
        p_language, p_brand_voice
      )
    ),
    private.remember_answer(
      'create_repurposing_job', private.create_repurposing_job(
        p_content_asset_id, p_job_type, p_output_format, p_target_platforms, p_config, p_repurposing_strategy_id,
        p_language, p_brand_voice
      )
    )
  )
$$;
comment on function public.create_repurposing_job(uuid, text, text, text[], jsonb, uuid, text, text) is
'Make something else of an upload. p_job_type video_to_shorts: a plan of clips around its strongest moments, in whole
sentences with their captions (p_config: duration 5 to 180 seconds at most each, 60 by default, count 1 to 10, 3 by
default, aspect_ratio 9:16, 4:5, 1:1 or 16:9, caption_style); each clip fits what p_target_platforms take.
blog_to_social: linkedin_post, twitter_thread, social_post (for threads, instagram, linkedin, x, tiktok) or email of
anything with words; podcast_to_blog: an article. An upload without a transcript is heard or read first. Costs one unit
of ai_credits. Creators and above. Returns {repurposing_job_id, status, job: {id}}: read repurposing_jobs and
generated_content by repurposing_job_id, follow org:<id>:repurposing.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR, QUOTA_EXCEEDED, QUEUE_FULL.';

-- What the worker writes ----------------------------------------------------------------------------------------------

create function private.step_repurpose(p_job public.jobs, p_step text, p_state jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_row public.repurposing_jobs;
begin
  -- Before what belongs to it, as whoever purges an upload takes them.
  perform from public.content_assets as a
  where a.organization_id = p_job.organization_id and a.id = (p_job.payload ->> 'content_asset_id')::uuid
  for no key update;
  update public.repurposing_jobs as r
  set status = 'processing', progress = case p_step when 'written' then 90 else 30 end
  where r.organization_id = p_job.organization_id and r.id = p_job.subject_id and r.status in ('queued', 'processing')
  returning * into v_row;
  perform private.record_job_ai_usage(
    p_job, p_state -> 'usage',
    jsonb_strip_nulls(jsonb_build_object('client_account_id', v_row.client_account_id))
  );
  if p_step = 'text' and p_state ->> 'transcript' is not null then
    perform private.keep_transcript(v_row.organization_id, v_row.content_asset_id, p_state);
  end if;
  if p_step <> 'written' or v_row.id is null then
    return;
  end if;
  insert into public.generated_content (
    organization_id, user_id, client_account_id, content_asset_id, repurposing_job_id, brand_profile_id,
    variant_number, target_platform, content_type, language, title, generated_text, content, hashtags, cta,
    duration_seconds, word_count, ai_provider, ai_model, generation_parameters, generation_metadata,
    voice_fit_score
  )
  select v_row.organization_id, v_row.user_id, v_row.client_account_id, v_row.content_asset_id, v_row.id,
    v_row.brand_profile_id, o.position, p.slug,
    coalesce(p.content_type, (o.made ->> 'content_type')::public.generated_content_type),
    p_job.payload ->> 'language', left(coalesce(o.made #>> '{output,subject}', o.made ->> 'title'), 500), t.text,
    coalesce(o.made -> 'output', '{}'),
    array(select ltrim(h.tag, '#') from unnest(private.json_texts(o.made #> '{output,hashtags}')) as h (tag)),
    left(o.made #>> '{output,cta}', 1000), (o.made #>> '{output,duration_seconds}')::numeric::integer,
    cardinality(regexp_split_to_array(btrim(t.text), '\s+')),
    p_state ->> 'ai_provider', coalesce(p_state ->> 'ai_model', 'unknown'), v_row.config,
    jsonb_build_object(
      'notes', coalesce(p_state -> 'notes', '[]'), 'prompt', p_state -> 'prompt', 'voice_fit', o.made -> 'voice_fit'
    ),
    (o.made #>> '{voice_fit,score}')::numeric
  from jsonb_array_elements(p_state -> 'outputs') with ordinality as o (made, position)
  left join public.platforms as p on p.slug = o.made ->> 'platform'
  cross join lateral (
    select coalesce(o.made ->> 'text', private.generation_output_text(p.slug, o.made -> 'output')) as text
  ) as t;
end;
$$;
comment on function private.step_repurpose(public.jobs, text, jsonb) is
'The step written, {outputs: [{platform, output} or {content_type, title, text, output}]}, becomes content of the job.';

create function private.apply_repurpose(p_job public.jobs, p_result jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  -- The engine calls it with a result, which the step has stored. @plpgsql_check_options: extra_warnings = off
  update public.repurposing_jobs as r
  set status = 'completed', credits_used = coalesce(p_job.quota_amount, 0)
  where r.organization_id = p_job.organization_id and r.id = p_job.subject_id and r.status = 'processing';
end;
$$;
comment on function private.apply_repurpose(public.jobs, jsonb) is 'Ends a transformation; what it made came with its step.';

create function private.fail_repurpose(p_job public.jobs, p_code text, p_message text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  update public.repurposing_jobs as r
  set status = case when p_code = 'CANCELLED' then 'cancelled' else 'failed' end::public.repurposing_job_status,
    error_code = case when p_code <> 'CANCELLED' then p_code end,
    error_message = case when p_code <> 'CANCELLED' then left(p_message, 2000) end
  where r.organization_id = p_job.organization_id and r.id = p_job.subject_id and r.status in ('queued', 'processing');
end;
$$;
comment on function private.fail_repurpose(public.jobs, text, text) is 'Ends a transformation that failed or was cancelled.';

insert into public.job_kinds
  (kind, queue, subject_table, apply_function, step_function, failure_function, quota_metric, quota_amount,
    max_attempts, lease_seconds, backoff_base_seconds, backoff_max_seconds, timeout_seconds,
    max_per_organization, max_backlog_per_organization, batch_complete, description)
values
  ('repurpose', 'ai', 'repurposing_jobs', 'private.apply_repurpose', 'private.step_repurpose', 'private.fail_repurpose',
    'ai_credits', 1, 5, 60, 5, 300, 3600, 4, 500, false, 'An upload turned into another format');

grant execute on function
  public.recommend_repurposing(uuid), private.recommend_repurposing(uuid),
  public.create_repurposing_job(uuid, text, text, text[], jsonb, uuid, text, text),
  private.create_repurposing_job(uuid, text, text, text[], jsonb, uuid, text, text)
to authenticated;
