-- Purpose: what was learned about how a brand sounds: how its texts are made, and how near they are to each other.
-- Objects: brand_voices, private.calibrate_brand_voice, brand_voice_for, brand_voice_nearness, its live broadcast,
--          policies and grants.

create table public.brand_voices (
  brand_profile_id uuid constraint brand_voices_pkey primary key,
  organization_id uuid not null,
  client_account_id uuid,
  status public.analysis_status not null default 'pending',
  job_id bigint,
  sample_count integer not null default 0,
  embedded_count integer not null default 0,
  ai_provider text,
  ai_model text,
  embedding_dimensions integer,
  nearness_median numeric(8, 6),
  nearness_deviation numeric(8, 6),
  measures jsonb not null default '{}',
  manners jsonb not null default '{}',
  tone_card jsonb not null default '{}',
  tone_card_ai_provider text,
  tone_card_ai_model text,
  sources jsonb not null default '[]',
  error_code text,
  error_message text,
  learned_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint brand_voices_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint brand_voices_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete cascade,
  constraint brand_voices_brand_profile_id_fkey foreign key (organization_id, brand_profile_id)
    references public.brand_profiles (organization_id, id) on delete cascade,
  constraint brand_voices_ai_model_fkey foreign key (ai_provider, ai_model)
    references public.ai_models (provider, name) on update cascade on delete restrict,
  constraint brand_voices_counts_check check (sample_count >= 0 and embedded_count between 0 and sample_count),
  constraint brand_voices_nearness_median_check check (nearness_median between -1 and 1),
  constraint brand_voices_nearness_deviation_check check (nearness_deviation between 0 and 2),
  constraint brand_voices_measures_is_an_object check (jsonb_typeof(measures) = 'object'),
  constraint brand_voices_manners_is_an_object check (jsonb_typeof(manners) = 'object'),
  constraint brand_voices_tone_card_is_an_object check (jsonb_typeof(tone_card) = 'object'),
  constraint brand_voices_sources_is_an_array check (jsonb_typeof(sources) = 'array'),
  constraint learned_brand_voices_have_learned_at check (status <> 'completed' or learned_at is not null),
  constraint failed_brand_voices_have_an_error_code check (status <> 'failed' or error_code is not null)
);
create index brand_voices_organization_id_brand_profile_id_idx
on public.brand_voices (organization_id, brand_profile_id);
create index brand_voices_client_account_id_idx on public.brand_voices (organization_id, client_account_id)
where client_account_id is not null;
create index brand_voices_ai_model_idx on public.brand_voices (ai_provider, ai_model) where ai_provider is not null;
comment on table public.brand_voices is
'One row per brand with samples: what the worker learned from them. The formulas are in docs/brand-voice.md.';
comment on column public.brand_voices.client_account_id is 'That of the brand.';
comment on column public.brand_voices.job_id is 'The job that learns or learned it last at a member''s request.';
comment on column public.brand_voices.embedded_count is 'Samples with a vector of ai_model; those the search compares.';
comment on column public.brand_voices.ai_model is 'The model the samples are embedded with.';
comment on column public.brand_voices.nearness_median is
'Median over the samples of the mean cosine to their five nearest others; null below eight samples with a vector.';
comment on column public.brand_voices.nearness_deviation is
'1.4826 times the median distance of the samples'' nearness from their median: the samples'' own spread.';
comment on column public.brand_voices.measures is
'Measure → {median, deviation, mean} over the samples, e.g. words_per_sentence; see docs/brand-voice.md.';
comment on column public.brand_voices.manners is
'Language → {sample_count, habits: {counts, totals}, reach: [{words, median, deviation}]}: what workers hold a text against to tell whether it
is written as the samples are; only languages with eight samples or more. See docs/brand-voice.md.';
comment on column public.brand_voices.tone_card is
'{traits, guidelines, avoid: lists of sentences, languages, measures}; traits follow from the measures unless a model wrote them.';
comment on column public.brand_voices.tone_card_ai_model is 'Who put the tone card into words; local-extractive did so by fixed rules.';
comment on column public.brand_voices.sources is
'What the last learning read: [{type, id or url, status: read or failed, sample_count, code, message}].';

create trigger follow_brand before insert or update of brand_profile_id on public.brand_voices
for each row execute function private.follow_brand();
create trigger touch before update on public.brand_voices
for each row execute function private.touch();

-- Live ----------------------------------------------------------------------------------------------------------------

create function private.broadcast_brand_voices()
returns trigger
language plpgsql
volatile
security definer -- sending needs insert on realtime.messages, which the writing role may not have
set search_path = ''
as $$
begin
  perform realtime.send(
    jsonb_build_object(
      'brand_profile_id', n.brand_profile_id, 'status', n.status, 'sample_count', n.sample_count,
      'error_code', n.error_code
    ),
    'brand_voice', t.topic, true
  )
  from new_rows as n
  cross join lateral private.member_topics(n.organization_id, n.client_account_id, 'brand_voices') as t (topic);
  return null;
end;
$$;
comment on function private.broadcast_brand_voices() is 'Tells members how far the learning of a voice is.';

create trigger broadcast_insert after insert on public.brand_voices
referencing new table as new_rows for each statement execute function private.broadcast_brand_voices();
create trigger broadcast_update after update on public.brand_voices
referencing new table as new_rows for each statement execute function private.broadcast_brand_voices();

-- Nearness ------------------------------------------------------------------------------------------------------------

create function private.brand_voice_nearness(
  p_brand_profile_id uuid,
  p_embedding extensions.vector,
  p_ai_provider text,
  p_ai_model text,
  p_except uuid default null
)
returns double precision
language sql
stable
set search_path = ''
as $$
  select avg(n.similarity)
  from (
    select m.similarity
    from private.nearest_brand_voice(p_brand_profile_id, p_embedding, p_ai_provider, p_ai_model, 6) as m
    where m.sample_id is distinct from p_except
    order by m.similarity desc
    limit 5
  ) as n
$$;
comment on function private.brand_voice_nearness(uuid, extensions.vector, text, text, uuid) is
'The mean cosine between a vector and the five samples of a brand that are nearest to it, leaving one sample out.';

create function private.calibrate_brand_voice(
  p_brand_profile_id uuid, p_ai_provider text, p_ai_model text, p_dimensions integer,
  out embedded_count integer, out median numeric, out deviation numeric
)
returns record
language plpgsql
stable
set search_path = ''
as $$
declare
  v_nearness double precision[];
begin
  select count(*) into embedded_count
  from public.brand_voice_samples as s
  where s.brand_profile_id = p_brand_profile_id and s.ai_provider = p_ai_provider and s.ai_model = p_ai_model
    and s.embedding_dimensions = p_dimensions;
  if embedded_count < 8 then
    return;
  end if;
  -- A hundred of them, the same ones each time, say as much as all do.
  v_nearness := array(
    select private.brand_voice_nearness(p_brand_profile_id, s.embedding, p_ai_provider, p_ai_model, s.id)
    from (
      select c.id, c.embedding
      from public.brand_voice_samples as c
      where c.brand_profile_id = p_brand_profile_id and c.ai_provider = p_ai_provider and c.ai_model = p_ai_model
        and c.embedding_dimensions = p_dimensions
      order by md5(c.id::text)
      limit 100
    ) as s
  );
  select percentile_cont(0.5) within group (order by n.nearness) into median from unnest(v_nearness) as n (nearness);
  select 1.4826 * percentile_cont(0.5) within group (order by abs(n.nearness - median::double precision))
  into deviation
  from unnest(v_nearness) as n (nearness);
end;
$$;
comment on function private.calibrate_brand_voice(uuid, text, text, integer) is
'How near the samples of a brand are to each other: the median of their nearness and its spread; null below eight.';

-- Workers -------------------------------------------------------------------------------------------------------------

create function public.brand_voice_for(p_organization_id uuid, p_brand_profile_id uuid)
returns jsonb
language sql
stable
security definer -- workers without service_role read no tables
set search_path = ''
as $$
  select jsonb_build_object(
    'brand_profile_id', v.brand_profile_id, 'sample_count', v.sample_count, 'embedded_count', v.embedded_count,
    'ai_provider', v.ai_provider, 'ai_model', v.ai_model, 'embedding_dimensions', v.embedding_dimensions,
    'nearness_median', v.nearness_median, 'nearness_deviation', v.nearness_deviation, 'manners', v.manners,
    'tone_card', v.tone_card
  )
  from public.brand_voices as v
  join public.brand_profiles as b on b.id = v.brand_profile_id and b.deleted_at is null
  where v.organization_id = p_organization_id and v.brand_profile_id = p_brand_profile_id and v.learned_at is not null
$$;
comment on function public.brand_voice_for(uuid, uuid) is
'For workers: what was learned about a brand''s voice, as brand_voices holds it; null while nothing was.';

create function public.brand_voice_nearness(
  p_organization_id uuid, p_brand_profile_id uuid, p_embeddings jsonb, p_ai_model text, p_ai_provider text default 'local'
)
returns jsonb
language plpgsql
stable
security definer -- workers without service_role read no tables
set search_path = ''
as $$
declare
  v_result jsonb;
begin
  perform private.require(jsonb_typeof(p_embeddings) = 'array', 'p_embeddings', 'p_embeddings must be an array');
  perform private.require(
    jsonb_array_length(p_embeddings) between 1 and 200, 'p_embeddings', 'p_embeddings must have 1 to 200 elements'
  );
  if not exists (
    select from public.brand_profiles as b
    where b.organization_id = p_organization_id and b.id = p_brand_profile_id and b.deleted_at is null
  ) then
    perform private.raise_error('NOT_FOUND', 'the organization has no such brand profile');
  end if;
  select jsonb_agg(
    case when jsonb_typeof(e.value) = 'array' and extensions.vector_norm(e.value::text::extensions.vector) > 0
      then private.brand_voice_nearness(
        p_brand_profile_id, e.value::text::extensions.vector, p_ai_provider, p_ai_model
      ) end
    order by e.position
  ) into v_result
  from jsonb_array_elements(p_embeddings) with ordinality as e (value, position);
  return v_result;
exception
  when invalid_text_representation or data_exception then
    perform private.raise_error(
      'VALIDATION_ERROR', 'p_embeddings must hold lists of finite numbers', jsonb_build_object('field', 'p_embeddings')
    );
    return null;
end;
$$;
comment on function public.brand_voice_nearness(uuid, uuid, jsonb, text, text) is
'For workers: for each of up to 200 vectors (lists of numbers, or null) the mean cosine to the five nearest samples of the brand, in order; null
for no vector, and where the brand has none of this model and dimension. Errors: NOT_FOUND, VALIDATION_ERROR.';

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.brand_voices enable row level security;

create policy brand_voices_select_members on public.brand_voices
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

grant select on public.brand_voices to authenticated, service_role;
grant execute on function
  public.brand_voice_for(uuid, uuid), public.brand_voice_nearness(uuid, uuid, jsonb, text, text)
to service_role, catalyst_worker;
