-- Purpose: the calls of a frontend: let a brand's voice be learned, and read what is known of it.
-- Objects: private.voice_source, private.voice_sources, learn_brand_voice, get_brand_voice.

-- Validation ----------------------------------------------------------------------------------------------------------

create function private.voice_source(p_brand public.brand_profiles, p_source jsonb, p_path text)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_type text := p_source ->> 'type';
  v_id text := lower(p_source ->> 'id');
  v_unknown text;
begin
  perform private.require(jsonb_typeof(p_source) = 'object', p_path, format('%s must be an object', p_path));
  perform private.require(
    coalesce(v_type in ('text', 'url', 'asset', 'item', 'posts'), false), p_path || '.type',
    format('%s.type must be one of text, url, asset, item, posts', p_path)
  );
  select k.key into v_unknown
  from jsonb_object_keys(p_source) as k (key)
  where k.key not in ('type', case v_type when 'text' then 'text' when 'url' then 'url' when 'posts' then 'limit' else 'id' end)
  limit 1;
  perform private.require(
    v_unknown is null, p_path || '.' || left(v_unknown, 60),
    format('%s.%s is not known for a source of type %s', p_path, left(v_unknown, 60), v_type)
  );
  if v_type = 'text' then
    perform private.require(
      jsonb_typeof(p_source -> 'text') = 'string' and p_source ->> 'text' ~ '\S' and char_length(p_source ->> 'text') <= 200000,
      p_path || '.text', format('%s.text must be a text of 1 to 200,000 characters', p_path)
    );
  elsif v_type = 'url' then
    perform private.require(
      jsonb_typeof(p_source -> 'url') = 'string' and private.is_http_url(btrim(p_source ->> 'url')),
      p_path || '.url', format('%s.url must be an http or https address', p_path)
    );
    return jsonb_build_object('type', 'url', 'url', btrim(p_source ->> 'url'));
  elsif v_type = 'posts' then
    perform private.require(
      coalesce(p_source ->> 'limit', '50') ~ '^([1-9][0-9]?|1[0-9][0-9]|200)$', p_path || '.limit',
      format('%s.limit must be a whole number from 1 to 200', p_path)
    );
  else
    perform private.require(
      coalesce(v_id ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$', false), p_path || '.id', format('%s.id must be an id', p_path)
    );
    -- What another client published is not how this one sounds.
    perform private.require(
      exists (
        select from public.content_assets as a
        where v_type = 'asset' and a.organization_id = p_brand.organization_id and a.id = v_id::uuid and a.deleted_at is null
          and (a.client_account_id is null or a.client_account_id is not distinct from p_brand.client_account_id)
        union all
        select from public.content_items as i
        where v_type = 'item' and i.organization_id = p_brand.organization_id and i.id = v_id::uuid and i.deleted_at is null
          and (i.client_account_id is null or i.client_account_id is not distinct from p_brand.client_account_id)
      ),
      p_path || '.id', format('%s.id is not an %s of the organization for this brand', p_path, v_type)
    );
    return jsonb_build_object('type', v_type, 'id', v_id);
  end if;
  return p_source;
end;
$$;
comment on function private.voice_source(public.brand_profiles, jsonb, text) is
'One source as it is stored with the job, or VALIDATION_ERROR naming its field.';

create function private.voice_sources(p_brand public.brand_profiles, p_sources jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_sources jsonb := '[]'::jsonb;
  v_source jsonb;
  v_position integer := 0;
begin
  if coalesce(p_sources, 'null') = 'null'::jsonb then
    p_sources := '[{"type": "posts"}]'::jsonb || (
      select coalesce(jsonb_agg(jsonb_build_object('type', 'url', 'url', u.url)), '[]')
      from unnest(p_brand.sample_content_urls) as u (url)
    );
  end if;
  perform private.require(jsonb_typeof(p_sources) = 'array', 'p_sources', 'p_sources must be an array');
  perform private.require(
    jsonb_array_length(p_sources) between 1 and 51, 'p_sources', 'p_sources must have 1 to 51 elements'
  );
  perform private.require(
    (select coalesce(sum(char_length(s.value ->> 'text')), 0) from jsonb_array_elements(p_sources) as s) <= 1000000,
    'p_sources', 'the texts of p_sources hold more than 1,000,000 characters together'
  );
  for v_source in select s.value from jsonb_array_elements(p_sources) as s loop
    v_source := private.voice_source(p_brand, v_source, format('p_sources[%s]', v_position));
    v_position := v_position + 1;
    v_sources := v_sources || case v_source ->> 'type'
      when 'posts' then (
        select coalesce(jsonb_agg(jsonb_build_object('type', 'item', 'id', i.id)), '[]')
        from (
          select c.id
          from public.content_items as c
          where c.organization_id = p_brand.organization_id and c.deleted_at is null and c.published_at is not null
            and c.client_account_id is not distinct from p_brand.client_account_id
            and private.first_told(c.description, c.transcript) is not null
          order by c.published_at desc, c.id
          limit coalesce((v_source ->> 'limit')::integer, 50)
        ) as i
      )
      else jsonb_build_array(v_source) end;
  end loop;
  select coalesce(jsonb_agg(d.value order by d.position), '[]') into v_sources
  from (
    select s.value, min(s.position) as position
    from jsonb_array_elements(v_sources) with ordinality as s (value, position)
    group by s.value
  ) as d;
  perform private.require(
    jsonb_array_length(v_sources) > 0, 'p_sources',
    'there is nothing to learn from: give p_sources, or sample_content_urls or published posts to the brand'
  );
  perform private.require(
    jsonb_array_length(v_sources) <= 250, 'p_sources', 'p_sources name more than 250 texts together'
  );
  return v_sources;
end;
$$;
comment on function private.voice_sources(public.brand_profiles, jsonb) is
'Every source once, published posts one by one; without any the brand''s addresses and its newest 50 posts. Errors: VALIDATION_ERROR.';

-- Calls ---------------------------------------------------------------------------------------------------------------

create function private.learn_brand_voice(p_brand_profile_id uuid, p_sources jsonb)
returns jsonb
language plpgsql
volatile
security definer -- clients have no insert on jobs and voices
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_brand public.brand_profiles;
  v_sources jsonb;
  v_job_id bigint;
  v_status public.analysis_status;
begin
  perform private.require(p_brand_profile_id is not null, 'p_brand_profile_id', 'p_brand_profile_id is missing');
  select b.* into v_brand
  from public.brand_profiles as b
  where b.organization_id = v_organization_id and b.id = p_brand_profile_id and b.deleted_at is null
    and (private.member_client_account() is null or b.client_account_id = private.member_client_account());
  if not found then
    perform private.raise_error('NOT_FOUND', 'the active organization has no such brand profile');
  end if;
  v_sources := private.voice_sources(v_brand, p_sources);
  v_job_id := private.enqueue_job(
    p_kind => 'learn_brand_voice',
    p_organization_id => v_organization_id,
    p_payload => jsonb_build_object('brand_profile_id', v_brand.id, 'sources', v_sources),
    p_subject_id => v_brand.id,
    -- The same texts, asked for twice while the first request is under way.
    p_dedupe_key => concat(v_brand.id, ':', md5(v_sources::text)),
    p_created_by => auth.uid()
  );
  insert into public.brand_voices as v (organization_id, brand_profile_id, status, job_id)
  values (v_organization_id, v_brand.id, 'pending', v_job_id)
  -- The job that is at these texts already goes on as it is.
  on conflict (brand_profile_id) do update
  set status = 'pending', job_id = v_job_id, error_code = null, error_message = null
  where v.job_id is distinct from v_job_id;
  select v.status into strict v_status from public.brand_voices as v where v.brand_profile_id = v_brand.id;
  return jsonb_build_object(
    'brand_profile_id', v_brand.id, 'status', v_status, 'source_count', jsonb_array_length(v_sources),
    'job', jsonb_build_object('id', v_job_id)
  );
end;
$$;

create function public.learn_brand_voice(p_brand_profile_id uuid default null, p_sources jsonb default null)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer('learn_brand_voice', jsonb_build_array(p_brand_profile_id, p_sources)),
    private.remember_answer('learn_brand_voice', private.learn_brand_voice(p_brand_profile_id, p_sources))
  )
$$;
comment on function public.learn_brand_voice(uuid, jsonb) is
'Learns how a brand sounds, beside what is known already: {brand_profile_id, status, source_count, job: {id}}.
p_sources, at most 51, whose texts hold at most 1,000,000 characters together: {type: text, text}, {type: url, url},
{type: asset, id}, {type: item, id}, {type: posts, limit: 1 to 200, 50 unless given: the newest published posts of the
brand''s client or the organization}; left out: posts and the brand''s sample_content_urls.
Costs one unit of ai_analyses. Follow it on org:<id>:brand_voices, read get_brand_voice.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR, QUOTA_EXCEEDED, QUEUE_FULL.';

create function public.get_brand_voice(p_brand_profile_id uuid default null)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_organization_id uuid := private.active_org_or_raise();
  v_result jsonb;
begin
  perform private.require(p_brand_profile_id is not null, 'p_brand_profile_id', 'p_brand_profile_id is missing');
  select jsonb_build_object(
    'brand_profile_id', b.id, 'status', v.status,
    'progress_percentage', case when v.status in ('completed', 'failed') then 100
      else round(coalesce(j.progress, 0) * 100) end,
    'sample_count', (
      select count(*) from public.brand_voice_samples as s
      where s.organization_id = v_organization_id and s.brand_profile_id = b.id
    ),
    'learned_sample_count', coalesce(v.sample_count, 0), 'embedded_count', coalesce(v.embedded_count, 0),
    'ai_provider', v.ai_provider, 'ai_model', v.ai_model, 'embedding_dimensions', v.embedding_dimensions,
    'is_calibrated', coalesce(v.manners, '{}') <> '{}',
    'calibrated_languages', array(
      select k.language from jsonb_object_keys(coalesce(v.manners, '{}')) as k (language) order by 1
    ),
    'tone_card', coalesce(v.tone_card, '{}'),
    'tone_card_ai_provider', v.tone_card_ai_provider, 'tone_card_ai_model', v.tone_card_ai_model,
    'sources', coalesce(v.sources, '[]'), 'learned_at', v.learned_at,
    'error', case when v.error_code is not null
      then jsonb_build_object('code', v.error_code, 'message', v.error_message) end,
    'job', case when v.job_id is not null then jsonb_build_object('id', v.job_id, 'status', coalesce(
      j.status::text, case when v.status in ('completed', 'failed') then v.status::text end
    )) end
  )
  into v_result
  from public.brand_profiles as b
  left join public.brand_voices as v on v.organization_id = b.organization_id and v.brand_profile_id = b.id
  left join public.jobs as j on j.id = v.job_id
  where b.organization_id = v_organization_id and b.id = p_brand_profile_id and b.deleted_at is null;
  if v_result is null then
    perform private.raise_error('NOT_FOUND', 'the active organization has no such brand profile');
  end if;
  return v_result;
end;
$$;
comment on function public.get_brand_voice(uuid) is
'What is known of a brand''s voice: {brand_profile_id, status (null: never learned), progress_percentage, sample_count,
learned_sample_count, embedded_count, ai_provider, ai_model, embedding_dimensions, is_calibrated (whether outputs get a
voice fit), calibrated_languages (those in which they do), tone_card: {traits, guidelines, avoid, languages, measures},
tone_card_ai_provider, tone_card_ai_model, sources, learned_at, error, job}.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.learn_brand_voice(uuid, jsonb), private.learn_brand_voice(uuid, jsonb), public.get_brand_voice(uuid)
to authenticated;
