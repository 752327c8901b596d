-- Purpose: brand voice for workers and members: storing the vectors of its texts, finding the nearest ones.
-- Objects: store_brand_voice_embeddings, match_brand_voice, match_brand_voice_for, private.nearest_brand_voice.

create type public.brand_voice_match as (
  sample_id uuid, similarity double precision, sample_text text, platform text,
  content_type public.generated_content_type, language text, source_url text, metadata jsonb, created_at timestamptz
);
comment on type public.brand_voice_match is 'A sample and how near it is: similarity is the cosine, from -1 to 1.';

-- Embedding -----------------------------------------------------------------------------------------------------------

create function public.store_brand_voice_embeddings(
  p_organization_id uuid, p_ai_provider text, p_ai_model text, p_embeddings jsonb
)
returns integer
language plpgsql
volatile
security definer -- workers write through functions only
set search_path = ''
as $$
declare
  v_stored integer;
begin
  perform private.require(jsonb_typeof(p_embeddings) = 'array', 'p_embeddings', 'p_embeddings must be an array');
  perform private.require(
    jsonb_array_length(p_embeddings) between 1 and 1000, 'p_embeddings', 'p_embeddings must have 1 to 1000 elements'
  );
  perform private.require_ai_model(p_ai_provider, p_ai_model, 'embedding', 'p_ai_model');
  with given as (
    select distinct on (e.sample_id) e.sample_id, e.embedding
    from (
      select (g.value ->> 'sample_id')::uuid as sample_id,
        case when jsonb_typeof(g.value -> 'embedding') = 'array' then (g.value ->> 'embedding')::extensions.vector end as embedding
      from jsonb_array_elements(p_embeddings) as g
    ) as e
  ),
  -- In one order, so that two workers with the same samples wait for each other instead of for ever.
  locked as (
    -- A text of which the model knows no word has the zero vector, which is near to nothing.
    select s.id, case when extensions.vector_norm(g.embedding) > 0 then g.embedding end as embedding
    from public.brand_voice_samples as s
    join given as g on g.sample_id = s.id
    where s.organization_id = p_organization_id
    order by s.id
    for no key update of s
  )
  update public.brand_voice_samples as s
  set embedding = l.embedding, ai_provider = p_ai_provider, ai_model = p_ai_model, embedded_at = now()
  from locked as l
  where s.id = l.id;
  get diagnostics v_stored = row_count;
  return v_stored;
exception
  when invalid_text_representation or data_exception then
    perform private.raise_error(
      'VALIDATION_ERROR', 'p_embeddings must hold objects with a sample_id and an embedding of finite numbers',
      jsonb_build_object('field', 'p_embeddings')
    );
    return null;
end;
$$;
comment on function public.store_brand_voice_embeddings(uuid, text, text, jsonb) is
'For workers: [{"sample_id", "embedding": [numbers] or null}]. Returns how many samples were there to store to; a deleted one is passed over.
All samples of a brand are compared within one model and dimension. Errors: VALIDATION_ERROR.';

-- Search --------------------------------------------------------------------------------------------------------------

create function private.nearest_brand_voice(
  p_brand_profile_id uuid, p_embedding extensions.vector, p_ai_provider text, p_ai_model text, p_limit integer
)
returns setof public.brand_voice_match
language plpgsql
stable
set search_path = ''
-- One plan is right for every brand; making a plan anew for each call would cost a fifth of it.
set plan_cache_mode = 'force_generic_plan'
as $$
declare
  v_dimensions integer := extensions.vector_dims(p_embedding);
begin
  -- Exact: every vector of the brand is compared, so none is missed and there are as many answers as samples, up to the
  -- limit. The two forms differ in the predicate of the index that serves them.
  if v_dimensions <= 640 then
    return query
    with nearest as materialized (
      select s.id, s.embedding operator(extensions.<=>) p_embedding as distance
      from public.brand_voice_samples as s
      where s.brand_profile_id = p_brand_profile_id and s.ai_provider = p_ai_provider and s.ai_model = p_ai_model
        and s.embedding_dimensions = v_dimensions and s.embedding_dimensions <= 640
      order by s.embedding operator(extensions.<=>) p_embedding, s.id
      limit p_limit
    )
    select s.id, 1 - n.distance, s.sample_text, s.platform, s.content_type, s.language, s.source_url, s.metadata,
      s.created_at
    from nearest as n
    join public.brand_voice_samples as s on s.id = n.id
    order by n.distance, n.id;
  else
    return query
    with nearest as materialized (
      select s.id, s.embedding operator(extensions.<=>) p_embedding as distance
      from public.brand_voice_samples as s
      where s.brand_profile_id = p_brand_profile_id and s.ai_provider = p_ai_provider and s.ai_model = p_ai_model
        and s.embedding_dimensions = v_dimensions and s.embedding_dimensions > 640
      order by s.embedding operator(extensions.<=>) p_embedding, s.id
      limit p_limit
    )
    select s.id, 1 - n.distance, s.sample_text, s.platform, s.content_type, s.language, s.source_url, s.metadata,
      s.created_at
    from nearest as n
    join public.brand_voice_samples as s on s.id = n.id
    order by n.distance, n.id;
  end if;
end;
$$;
comment on function private.nearest_brand_voice(uuid, extensions.vector, text, text, integer) is
'The samples of one brand nearest to a vector, among those of its model and dimension. The caller has checked who may ask.';

create function private.check_brand_voice_query(
  p_embedding extensions.vector, p_ai_provider text, p_ai_model text, p_limit integer
)
returns void
language plpgsql
stable
security definer -- models that operators have switched off are not readable by clients
set search_path = ''
as $$
begin
  perform private.require(p_limit between 1 and 100, 'p_limit', 'p_limit must be from 1 to 100');
  perform private.require(
    extensions.vector_norm(p_embedding) > 0, 'p_embedding', 'p_embedding must be a vector other than zero'
  );
  perform private.require(
    exists (
      select from public.ai_models as m
      where m.provider = p_ai_provider and m.name = p_ai_model and 'embedding' = any(m.capabilities)
        and extensions.vector_dims(p_embedding) between m.min_embedding_dimensions and m.max_embedding_dimensions
    ),
    'p_ai_model', 'p_ai_model must be an embedding model of p_ai_provider that gives vectors of this dimension'
  );
end;
$$;
comment on function private.check_brand_voice_query(extensions.vector, text, text, integer) is
'VALIDATION_ERROR naming the first parameter that no search can have.';

create function private.match_brand_voice(
  p_brand_profile_id uuid, p_embedding extensions.vector, p_ai_model text, p_limit integer, p_ai_provider text
)
returns setof public.brand_voice_match
language plpgsql
stable
security definer -- checks the brand once instead of a policy on each of its vectors
set search_path = ''
as $$
declare
  v_member public.organization_members;
begin
  perform private.require_role('viewer');
  perform private.check_brand_voice_query(p_embedding, p_ai_provider, p_ai_model, p_limit);
  v_member := private.active_member();
  if not exists (
    select from public.brand_profiles as b
    where b.organization_id = v_member.organization_id and b.id = p_brand_profile_id and b.deleted_at is null
      and (v_member.client_account_id is null or b.client_account_id = v_member.client_account_id)
  ) then
    perform private.raise_error('NOT_FOUND', 'the active organization has no such brand profile');
  end if;
  return query
  select * from private.nearest_brand_voice(p_brand_profile_id, p_embedding, p_ai_provider, p_ai_model, p_limit);
end;
$$;

create function public.match_brand_voice(
  p_brand_profile_id uuid default null,
  p_embedding extensions.vector default null,
  p_ai_model text default 'wordllama-l2-supercat-256',
  p_limit integer default 10,
  p_ai_provider text default 'local'
)
returns setof public.brand_voice_match
language sql
stable
security invoker
set search_path = ''
as $$
  select * from private.match_brand_voice(p_brand_profile_id, p_embedding, p_ai_model, p_limit, p_ai_provider)
$$;
comment on function public.match_brand_voice(uuid, extensions.vector, text, integer, text) is
'The samples of a brand that are nearest to a vector of the same model, nearest first: exact, and always p_limit of them (up to 100) when the
brand has as many. Errors: FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

create function public.match_brand_voice_for(
  p_organization_id uuid,
  p_brand_profile_id uuid,
  p_embedding extensions.vector,
  p_ai_model text,
  p_limit integer default 10,
  p_ai_provider text default 'local'
)
returns setof public.brand_voice_match
language plpgsql
stable
security definer -- workers without service_role read no tables
set search_path = ''
as $$
begin
  perform private.check_brand_voice_query(p_embedding, p_ai_provider, p_ai_model, p_limit);
  if not exists (
    select from public.brand_profiles as b
    where b.organization_id = p_organization_id and b.id = p_brand_profile_id and b.deleted_at is null
  ) then
    perform private.raise_error('NOT_FOUND', 'the organization has no such brand profile');
  end if;
  return query
  select * from private.nearest_brand_voice(p_brand_profile_id, p_embedding, p_ai_provider, p_ai_model, p_limit);
end;
$$;
comment on function public.match_brand_voice_for(uuid, uuid, extensions.vector, text, integer, text) is
'match_brand_voice for workers, who name the organization.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.match_brand_voice(uuid, extensions.vector, text, integer, text),
  private.match_brand_voice(uuid, extensions.vector, text, integer, text)
to authenticated;
grant execute on function
  public.store_brand_voice_embeddings(uuid, text, text, jsonb),
  public.match_brand_voice_for(uuid, uuid, extensions.vector, text, integer, text)
to service_role, catalyst_worker;
