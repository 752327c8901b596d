-- Purpose: what the worker wrote becomes a description and tags, with what is known of the market for their words.
-- Objects: private.volume_level, private.keyword_market, private.usual_views, the step and apply functions and the kind
--          generate_seo_content.

create function private.volume_level(p_searches bigint)
returns text
language sql
immutable
set search_path = ''
as $$
  select case when p_searches < 1000 then 'low' when p_searches < 10000 then 'medium' when p_searches >= 10000 then 'high' end
$$;
comment on function private.volume_level(bigint) is 'Searches a month in words: below 1,000, below 10,000, more; null for null.';

create function private.keyword_market(p_keywords text[], p_language text)
returns table (keyword text, search_volume bigint, competition_level public.competition_level)
language sql
stable
set search_path = ''
as $$
  select k.keyword, t.search_volume, t.competition_level
  from unnest(p_keywords) as k (keyword)
  left join lateral (
    select
      (array_agg(r.search_volume order by r.platform is not distinct from 'youtube' desc, r.search_volume desc)
        filter (where r.search_volume is not null))[1] as search_volume,
      (array_agg(r.competition_level order by r.platform is not distinct from 'youtube' desc, r.valid_start desc)
        filter (where r.competition_level is not null))[1] as competition_level
    from public.trending_keywords as r
    where r.keyword = private.trend_word(k.keyword) and now() between r.valid_start and r.valid_end
      and (r.language is null or left(r.language, 2) = p_language)
  ) as t on true
$$;
comment on function private.keyword_market(text[], text) is
'What trending_keywords says of each keyword at present, YouTube''s figures first; null where nobody says anything.';

create function private.usual_views(p_organization_id uuid, p_client_account_id uuid)
returns table (views bigint, sample_count integer)
language plpgsql
stable
set search_path = ''
as $$
begin
  return query
  select round(percentile_cont(0.5) within group (order by m.views))::bigint, count(*)::integer
  from (
    select i.views
    from private.measured_items(p_organization_id, null, 'youtube', p_client_account_id, null, 365) as i
    where i.age_days = 7
    order by i.published_at desc
    limit 50
  ) as m;
end;
$$;
comment on function private.usual_views(uuid, uuid) is
'The median of the views that the newest 50 measured videos on YouTube of the last year had after seven days.';

create function private.step_generate_seo_content(p_job public.jobs, p_step text, p_state jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_generation public.text_generations;
  v_description jsonb := p_state -> 'description';
  v_content public.generated_content;
  v_contents public.generated_content[];
  v_wanted text[] := private.json_texts(p_job.payload -> 'target_keywords');
  v_tags jsonb;
  v_known integer;
  v_total integer;
  v_competition public.competition_level;
  v_usual record;
  v_is_nl boolean;
begin
  if p_step <> 'written' then
    return;
  end if;
  v_generation := private.text_generation_step(p_job, p_state);
  if v_generation.id is null then
    return;
  end if;
  v_is_nl := v_generation.language = 'nl';
  select coalesce(jsonb_agg(
    t.tag || jsonb_build_object('search_volume', private.volume_level(m.search_volume)) order by t.position
  ), '[]'), count(m.search_volume), count(*)
  into v_tags, v_known, v_total
  from jsonb_array_elements(p_state -> 'tags') with ordinality as t (tag, position)
  cross join lateral private.keyword_market(array[t.tag ->> 'tag'], v_generation.language) as m;
  -- The level most of the words have; of two as common, the higher.
  select m.competition_level into v_competition
  from private.keyword_market(v_wanted, v_generation.language) as m
  where m.competition_level is not null
  group by m.competition_level
  order by count(*) desc, m.competition_level desc
  limit 1;
  select u.views, u.sample_count into v_usual
  from private.usual_views(v_generation.organization_id, v_generation.client_account_id) as u;
  v_content.content_type := 'description';
  v_content.title := p_job.payload ->> 'title';
  v_content.generated_text := v_description ->> 'text';
  v_content.hashtags := private.json_tags(p_state -> 'suggested_hashtags');
  v_content.keywords := v_wanted;
  v_content.word_count := (v_description ->> 'word_count')::integer;
  v_content.seo_score := (v_description ->> 'seo_score')::numeric;
  v_content.readability_score := (v_description ->> 'readability_score')::numeric;
  v_content.voice_fit_score := (p_state #>> '{voice_fit,score}')::numeric;
  v_content.generation_metadata := jsonb_build_object('voice_fit', p_state -> 'voice_fit');
  v_content.reasons := private.json_texts(p_state -> 'reasons') || private.video_reasons(
    jsonb_build_object('hashtags', coalesce(p_state -> 'suggested_hashtags', '[]')),
    v_content.generated_text, p_job.payload -> 'what_worked', '{hashtags,hashtag_counts,text_lengths}', v_generation.language
  );
  v_content.content := jsonb_build_object(
    'keywords_density', v_description -> 'keywords_density',
    'suggested_hashtags', p_state -> 'suggested_hashtags',
    'meta_data', jsonb_build_object(
      'estimated_reach', case when v_usual.sample_count >= 5 then v_usual.views end,
      'competition_level', v_competition,
      'optimization_tips', coalesce(p_state -> 'optimization_tips', '[]'),
      'basis', jsonb_build_object(
        'estimated_reach', case
          when v_usual.sample_count >= 5 and v_is_nl
            then format('Mediaan van de weergaven na zeven dagen van %s gemeten video''s.', v_usual.sample_count)
          when v_usual.sample_count >= 5
            then format('Median of the views after seven days of %s measured videos.', v_usual.sample_count)
          when v_is_nl then 'Onbekend: minder dan vijf video''s van het afgelopen jaar zijn na zeven dagen gemeten.'
          else 'Unknown: fewer than five videos of the last year were measured after seven days.' end,
        'competition_level', case
          when v_competition is not null and v_is_nl then 'Uit de trending keywords voor de doelwoorden.'
          when v_competition is not null then 'From the trending keywords for the target keywords.'
          when v_is_nl then 'Onbekend: geen bron noemt de concurrentie voor de doelwoorden.'
          else 'Unknown: no source tells the competition for the target keywords.' end,
        'search_volume', case
          when v_is_nl then format('Bekend voor %s van %s tags, uit de trending keywords.', v_known, v_total)
          else format('Known for %s of %s tags, from the trending keywords.', v_known, v_total) end
      )
    )
  );
  v_content.id := gen_random_uuid();
  v_contents := array[v_content];
  if v_total > 0 then
    v_content := null;
    v_content.id := gen_random_uuid();
    v_content.content_type := 'tags';
    v_content.title := p_job.payload ->> 'title';
    v_content.content := jsonb_build_object('tags', v_tags);
    select string_agg(t.tag ->> 'tag', ', ' order by t.position), array_agg(t.tag ->> 'tag' order by t.position)
    into v_content.generated_text, v_content.keywords
    from jsonb_array_elements(v_tags) with ordinality as t (tag, position);
    v_contents := v_contents || v_content;
  end if;
  perform private.add_text_outputs(v_generation, v_contents);
end;
$$;
comment on function private.step_generate_seo_content(public.jobs, text, jsonb) is
'The step written, {description, tags, suggested_hashtags, optimization_tips, reasons}, becomes a description and tags. Search
volume, competition and reach are measured or told by a source, else null with the reason under basis.';

create function private.apply_generate_seo_content(p_job public.jobs, p_result jsonb)
returns void
language sql
volatile
set search_path = ''
as $$
  select private.apply_text_generation(
    p_job, private.how_many(p_result ->> 'tags', 'Description and one tag ready', 'Description and %s tags ready'),
    private.how_many(p_result ->> 'tags', 'Beschrijving en één tag klaar', 'Beschrijving en %s tags klaar')
  )
$$;
comment on function private.apply_generate_seo_content(public.jobs, jsonb) is 'Ends a request for texts to be found by; {tags}.';

insert into public.job_kinds
  (kind, queue, subject_table, apply_function, step_function, failure_function, quota_metric, quota_amount,
    max_attempts, lease_seconds, backoff_base_seconds, backoff_max_seconds, timeout_seconds,
    max_per_organization, max_backlog_per_organization, batch_complete, description)
values
  ('generate_seo_content', 'ai', 'text_generations', 'private.apply_generate_seo_content',
    'private.step_generate_seo_content', 'private.fail_text_generation', 'generations', 1, 5, 60, 5, 300, 240, 4, 500,
    false, 'Description, tags and hashtags by which a video is found');
