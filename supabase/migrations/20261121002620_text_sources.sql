-- Purpose: what titles, scripts and texts are made from: sources, brand and audience, and what worked on the channel.
-- Objects: private.text_source, private.text_sources, private.text_source_content, private.chosen_brand,
--          private.chosen_audience, preferred_style, preferred_duration, script_style, private.title_outlook.

create type private.text_source as (
  kind text, id uuid, client_account_id uuid, social_account_id uuid, platform text, title text, body text,
  language text, topics jsonb, keywords jsonb, performance_score numeric, duration_seconds integer
);
comment on type private.text_source is 'A published item, an upload or the input of a generation, as something is written from it.';

create function private.text_sources(p_organization_id uuid, p_client_account_id uuid, p_ids uuid[])
returns setof private.text_source
language sql
stable
set search_path = ''
as $$
  select f.kind, g.id, f.client_account_id, f.social_account_id, f.platform, f.title, f.body, f.language,
    to_jsonb((coalesce(a.topics, f.topics, '{}'))[1:10]), to_jsonb((coalesce(a.keywords, f.keywords, '{}'))[1:20]),
    f.performance_score, f.duration_seconds
  from unnest(p_ids) with ordinality as g (id, position)
  cross join lateral (
    select 'item' as kind, i.client_account_id, i.social_account_id, i.platform, i.title,
      private.first_told(i.transcript, i.description) as body, coalesce(i.transcript_language, i.language) as language,
      null::text[] as topics, i.tags as keywords, s.performance_score, i.duration_seconds
    from public.content_items as i
    left join public.content_scores as s on s.organization_id = i.organization_id and s.content_item_id = i.id
    where i.organization_id = p_organization_id and i.id = g.id and i.deleted_at is null
    union all
    select 'asset', u.client_account_id, null, u.source_platform, u.title, private.first_told(u.transcript, u.description),
      coalesce(u.transcript_language, u.language), null, u.tags, null, u.duration_seconds
    from public.content_assets as u
    where u.organization_id = p_organization_id and u.id = g.id and u.deleted_at is null
    union all
    select 'generation', n.client_account_id, null, null, n.input_title, n.input_content, n.language,
      case when n.detected_topic is not null then array[n.detected_topic] end, n.keywords, null, null
    from public.generations as n
    where n.organization_id = p_organization_id and n.id = g.id
  ) as f
  left join lateral (
    select c.topics, c.keywords
    from public.content_analyses as c
    where c.organization_id = p_organization_id and c.analysis_status = 'completed'
      and (c.content_item_id = g.id or c.content_asset_id = g.id)
    order by c.version desc
    limit 1
  ) as a on true
  where p_client_account_id is null or f.client_account_id = p_client_account_id
  order by g.position
$$;
comment on function private.text_sources(uuid, uuid, uuid[]) is
'Those of the ids that are published items, uploads or generations of the organization, in the order given.';

create function private.text_source_content(p_sources private.text_source[])
returns jsonb
language sql
immutable
set search_path = ''
as $$
  -- Together at most 200,000 characters, as any other input.
  select coalesce(jsonb_agg(
    jsonb_strip_nulls(jsonb_build_object(
      'id', s.id, 'kind', s.kind, 'title', s.title,
      'text', left(s.body, r.room), 'is_cut', nullif(char_length(s.body) > r.room, false), 'language', left(s.language, 2),
      'topics', s.topics, 'keywords', s.keywords, 'performance_score', s.performance_score
    )) order by n.position
  ), '[]')
  from generate_subscripts(p_sources, 1) as n (position)
  cross join lateral (select (p_sources[n.position]).*) as s
  cross join (select 200000 / greatest(cardinality(p_sources), 1) as room) as r
$$;
comment on function private.text_source_content(private.text_source[]) is
'Sources as workers are given them; is_cut where the text is longer than what is given of it.';

create function private.chosen_brand(p_organization_id uuid, p_client_account_id uuid, p_named text, p_path text)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_brand public.brand_profiles;
begin
  select b.* into v_brand
  from public.brand_profiles as b
  where b.organization_id = p_organization_id and b.deleted_at is null
    and case when p_named is null then b.id = private.default_brand_profile(p_organization_id, p_client_account_id)
      else lower(p_named) in (b.id::text, lower(btrim(b.name)))
        -- Any brand by itself; for a client's work not that of another client.
        and (p_client_account_id is null or coalesce(b.client_account_id, p_client_account_id) = p_client_account_id)
    end
  order by (b.id::text = lower(p_named)) desc nulls last, b.client_account_id = p_client_account_id desc nulls last,
    b.created_at, b.id
  limit 1;
  if v_brand.id is null then
    perform private.require(
      p_named is null or p_named !~* '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$', p_path,
      format('%s is not a brand profile of this organization', p_path)
    );
    return case when p_named is null then '{}'::jsonb else jsonb_build_object('voice', p_named) end;
  end if;
  return jsonb_strip_nulls(jsonb_build_object(
    'id', v_brand.id, 'name', v_brand.name, 'description', left(v_brand.description, 1000),
    'persona', left(v_brand.persona_description, 1000), 'industry', v_brand.industry,
    'audience', left(v_brand.target_audience, 1000), 'tone', v_brand.tone_preset,
    'guidelines', left(v_brand.custom_guidelines, 4000)
  ));
end;
$$;
comment on function private.chosen_brand(uuid, uuid, text, text) is
'The brand profile of this id or name, default_brand_profile for null; {"voice"} for a description in words, {} for nothing.
Errors: VALIDATION_ERROR for an id of none.';

create function private.chosen_audience(
  p_organization_id uuid, p_client_account_id uuid, p_brand_profile_id uuid, p_named text, p_path text
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_audience public.audience_profiles;
begin
  select a.* into v_audience
  from public.audience_profiles as a
  where a.organization_id = p_organization_id and a.deleted_at is null
    and case
      when p_named is null
        then a.id = private.default_audience_profile(p_organization_id, p_client_account_id, p_brand_profile_id)
      else lower(p_named) in (a.id::text, lower(btrim(a.name)))
        and (p_client_account_id is null or coalesce(a.client_account_id, p_client_account_id) = p_client_account_id)
    end
  order by (a.id::text = lower(p_named)) desc nulls last, a.brand_profile_id = p_brand_profile_id desc nulls last,
    a.client_account_id = p_client_account_id desc nulls last, a.created_at, a.id
  limit 1;
  if v_audience.id is null then
    perform private.require(
      p_named is null or p_named !~* '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$', p_path,
      format('%s is not an audience profile of this organization', p_path)
    );
    return case when p_named is null then '{}'::jsonb else jsonb_build_object('description', p_named) end;
  end if;
  return jsonb_strip_nulls(jsonb_build_object(
    'id', v_audience.id, 'name', v_audience.name, 'description', left(v_audience.description, 1000),
    'age_group', v_audience.demographics ->> 'age_range', 'interests', v_audience.interests[1:20],
    'pain_points', v_audience.pain_points[1:20]
  ));
end;
$$;
comment on function private.chosen_audience(uuid, uuid, uuid, text, text) is
'The audience profile of this id or name, default_audience_profile for null; {"description"} for words, {} for
nothing. Errors: VALIDATION_ERROR for an id of none.';

create function private.preferred_style(p_brand_profile_id uuid)
returns text
language sql
stable
set search_path = ''
as $$
  select coalesce(
    (
      select b.content_style_preferences ->> 'style'
      from public.brand_profiles as b
      where b.id = p_brand_profile_id
        and b.content_style_preferences ->> 'style' in ('motivational', 'educational', 'entertainment', 'business')
    ),
    (select s.content_style from public.user_settings as s where s.user_id = (select auth.uid())),
    'motivational'
  )
$$;
comment on function private.preferred_style(uuid) is
'The style of titles and scripts that are asked for without one: the brand''s, else what the person set.';

create function private.preferred_duration()
returns integer
language sql
stable
set search_path = ''
as $$
  select coalesce(
    (
      select least(180, greatest(15, s.default_video_duration_seconds))
      from public.user_settings as s where s.user_id = (select auth.uid())
    ),
    40
  )
$$;
comment on function private.preferred_duration() is
'The seconds of a script that is asked for without: what the person set, within what a script may last.';

create function private.script_style(p_style text)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_build_object(
    'hook_intensity', case p_style when 'entertainment' then 'intense' else 'moderate' end,
    'motivational_level', case p_style when 'motivational' then 'strong' when 'business' then 'medium' else 'light' end,
    'include_statistics', p_style in ('educational', 'business'),
    'include_call_to_action', true
  )
$$;
comment on function private.script_style(text) is
'What a style means for a script, for the preferences that a request leaves out.';

create function private.title_evidence(p_title text, p_worked jsonb)
returns table (feature text, named text, value text, score numeric, average numeric, sample_count integer)
language plpgsql
stable
set search_path = ''
as $$
begin
  return query
  -- Words tell of the same thing as the topics they stand for: the strongest of them counts.
  select distinct on (e.feature) e.feature, e.named, e.entry ->> 'value', (e.entry ->> 'score')::numeric,
    (e.entry ->> 'average_percentile')::numeric, (e.entry ->> 'sample_count')::integer
  from (
    select case f.name when 'topics' then 'keywords' else f.name end as feature, f.name as named, n.entry
    from unnest('{titles,title_lengths,keywords,topics}'::text[]) as f (name)
    cross join lateral jsonb_array_elements(coalesce(p_worked -> f.name, '[]')) as n (entry)
    where case f.name
      when 'titles' then n.entry ->> 'value' = private.hook_kind(p_title)
      when 'title_lengths'
        then n.entry ->> 'value' = private.length_band(char_length(p_title), '{30,50,70,100}')
      else position(
        ' ' || (n.entry ->> 'value') || ' '
        in ' ' || regexp_replace(lower(p_title), '[^[:alnum:]'']+', ' ', 'g') || ' '
      ) > 0
    end
  ) as e
  order by e.feature, abs((e.entry ->> 'score')::numeric - (p_worked ->> 'average_percentile')::numeric) desc,
    e.entry ->> 'value';
end;
$$;
comment on function private.title_evidence(text, jsonb) is
'What was measured of titles like this one on its channel: of its kind, of its length, about its subject; p_worked as what_worked tells it.';

create function private.title_outlook(
  p_title text, p_worked jsonb, p_language text, p_is_video boolean default true
)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_mean numeric := (p_worked ->> 'average_percentile')::numeric;
  v_is_nl boolean := p_language = 'nl';
  v_noun text := case
    when p_is_video then case when v_is_nl then 'video''s' else 'videos' end
    when v_is_nl then 'berichten' else 'posts'
  end;
  v_estimate numeric := v_mean;
  v_reasons text[] := '{}'::text[];
  v_found record;
begin
  if v_mean is null or not coalesce((p_worked ->> 'is_learned')::boolean, false) then
    return jsonb_build_object('estimate', null, 'reasons', jsonb_build_array(format(case when v_is_nl
      then 'Geen voorspelling: minder dan tien %s van dit kanaal zijn op gelijke leeftijd gemeten.'
      else 'No prediction: fewer than ten %s of this channel were measured at the same age.' end, v_noun)));
  end if;
  for v_found in
    select e.named, e.value, e.score - v_mean as lift, e.average, e.sample_count
    from private.title_evidence(p_title, p_worked) as e
    order by e.feature
  loop
    v_estimate := v_estimate + v_found.lift;
    v_reasons := v_reasons || format(
      case when v_is_nl then 'Gemeten: %s, gemiddeld het %se percentiel van dit kanaal (%s %s).'
        else 'Measured: %s, on average percentile %s of this channel (%s %s).' end,
      format(
        case v_found.named
          when 'titles' then case when v_is_nl then 'titels van de soort %s' else 'titles of the kind %s' end
          when 'title_lengths' then case when v_is_nl then 'titels van %s tekens' else 'titles of %s characters' end
          else v_noun || case when v_is_nl then ' over "%s"' else ' about "%s"' end
        end,
        case when v_found.named = 'titles' then private.kind_name(v_found.value, p_language) else v_found.value end
      ),
      round(v_found.average), v_found.sample_count, v_noun
    );
  end loop;
  return jsonb_build_object(
    'estimate', round(greatest(0, least(100, v_estimate)), 2), 'reasons', to_jsonb(v_reasons)
  );
end;
$$;
comment on function private.title_outlook(text, jsonb, text, boolean) is
'{estimate, reasons}: the percentile a title may reach at the same age, 0 to 100, from what_worked of its channel: the
channel''s mean, plus what titles of its kind, of its length and about its subject did better or worse. Null below
ten measured videos.';

create function private.title_confidence(p_title text, p_present text, p_worked jsonb)
returns numeric
language plpgsql
stable
set search_path = ''
as $$
declare
  v_mean numeric := (p_worked ->> 'average_percentile')::numeric;
  v_gain numeric;
  v_weight numeric;
  v_measured integer;
begin
  if v_mean is null or not coalesce((p_worked ->> 'is_learned')::boolean, false) then
    return null;
  end if;
  -- What both have in common tells them not apart. A kind that was not measured counts as ordinary and as less known.
  select sum(coalesce(n.score, v_mean) - coalesce(o.score, v_mean)),
    sum(1.0 / (coalesce(n.sample_count, 0) + 5) + 1.0 / (coalesce(o.sample_count, 0) + 5)),
    sum(coalesce(n.sample_count, 0) + coalesce(o.sample_count, 0))
  into v_gain, v_weight, v_measured
  from private.title_evidence(p_title, p_worked) as n
  full join private.title_evidence(p_present, p_worked) as o on o.feature = n.feature
  where o.value is distinct from n.value;
  if coalesce(v_measured, 0) = 0 then
    return null;
  end if;
  -- 28.87 is the deviation of percentiles that are spread evenly; 1.702 brings the logistic curve to the normal one.
  return round((100 / (1 + exp(-1.702 * v_gain / (28.87 * sqrt(v_weight)))))::numeric, 2);
end;
$$;
comment on function private.title_confidence(text, text, jsonb) is
'How likely it is, 0 to 100, that a title does better than the present one on its channel, by what was measured there of titles like each; 50: as
likely as not. Null below ten measured videos, and where nothing measured tells the two apart.
docs/scores.md has the formula.';
