-- Purpose: the catalogue of AI providers and models: what they can do, how much they take, what they cost.
-- Objects: ai_providers, ai_models, private.ai_cost, private.require_ai_model, policies and grants.

create type public.ai_capability as enum ('text', 'vision', 'embedding', 'transcription', 'image');
comment on type public.ai_capability is 'What a model can be asked for; vision: it reads images.';

-- Tables --------------------------------------------------------------------------------------------------------------

create table public.ai_providers (
  slug text constraint ai_providers_pkey primary key,
  id uuid not null default gen_random_uuid() constraint ai_providers_id_key unique,
  display_name text not null,
  base_url text,
  is_api_key_required boolean not null default true,
  is_streaming_supported boolean not null default false,
  is_active boolean not null default true,
  sort_order integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint ai_providers_slug_check check (slug ~ '^[a-z][a-z0-9_]{0,31}$'),
  constraint ai_providers_display_name_check check (char_length(display_name) between 1 and 100),
  constraint ai_providers_base_url_check check (private.is_http_url(base_url))
);
comment on table public.ai_providers is 'Who runs the models. Operators extend it; an adapter of the same name does the calling.';
comment on column public.ai_providers.is_api_key_required is 'local needs none.';

create table public.ai_models (
  provider text not null,
  name text not null,
  id uuid not null default gen_random_uuid() constraint ai_models_id_key unique,
  display_name text not null,
  capabilities public.ai_capability[] not null,
  max_context_tokens integer,
  max_output_tokens integer,
  embedding_dimensions integer,
  min_embedding_dimensions integer,
  max_embedding_dimensions integer,
  input_cost_per_million_tokens numeric(12, 6),
  cached_input_cost_per_million_tokens numeric(12, 6),
  output_cost_per_million_tokens numeric(12, 6),
  long_prompt_tokens integer,
  long_input_cost_per_million_tokens numeric(12, 6),
  long_cached_input_cost_per_million_tokens numeric(12, 6),
  long_output_cost_per_million_tokens numeric(12, 6),
  cost_per_minute numeric(12, 6),
  cost_per_image numeric(12, 6),
  priced_on date,
  prices_end_on date,
  is_active boolean not null default true,
  retires_on date,
  sort_order integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint ai_models_pkey primary key (provider, name),
  constraint ai_models_provider_fkey foreign key (provider)
    references public.ai_providers (slug) on update cascade on delete restrict,
  constraint ai_models_name_check check (name ~ '^[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}$'),
  constraint ai_models_display_name_check check (char_length(display_name) between 1 and 100),
  constraint ai_models_can_do_something check (cardinality(capabilities) between 1 and 8),
  constraint ai_models_max_context_tokens_check check (max_context_tokens > 0),
  constraint ai_models_max_output_tokens_check check (max_output_tokens > 0),
  constraint ai_models_embed_with_known_dimensions check (
    (
      array_position(capabilities, 'embedding') is null
      and num_nonnulls(embedding_dimensions, min_embedding_dimensions, max_embedding_dimensions) = 0
    )
    or (
      array_position(capabilities, 'embedding') is not null
      and num_nulls(embedding_dimensions, min_embedding_dimensions, max_embedding_dimensions) = 0
      and min_embedding_dimensions >= 1 and max_embedding_dimensions <= 16000
      and embedding_dimensions between min_embedding_dimensions and max_embedding_dimensions
    )
  ),
  constraint ai_models_input_cost_per_million_tokens_check check (input_cost_per_million_tokens >= 0),
  constraint ai_models_cached_input_cost_per_million_tokens_check check (cached_input_cost_per_million_tokens >= 0),
  constraint ai_models_output_cost_per_million_tokens_check check (output_cost_per_million_tokens >= 0),
  constraint ai_models_long_prompt_tokens_check check (long_prompt_tokens > 0),
  constraint ai_models_long_costs_check check (
    least(
      long_input_cost_per_million_tokens, long_cached_input_cost_per_million_tokens, long_output_cost_per_million_tokens
    ) >= 0
  ),
  constraint ai_models_with_long_costs_say_from_when check (
    long_prompt_tokens is not null
    or num_nonnulls(
      long_input_cost_per_million_tokens, long_cached_input_cost_per_million_tokens, long_output_cost_per_million_tokens
    ) = 0
  ),
  constraint ai_models_cost_per_minute_check check (cost_per_minute >= 0),
  constraint ai_models_cost_per_image_check check (cost_per_image >= 0)
);
create index ai_models_capabilities_idx on public.ai_models using gin (capabilities);
comment on table public.ai_models is
'The models that may be chosen, by the name the provider''s API takes. Prices are list prices in USD; operators keep them.';
comment on column public.ai_models.embedding_dimensions is
'What is asked for unless configured otherwise: 512 where the model can shorten its vectors, else its own.';
comment on column public.ai_models.max_embedding_dimensions is 'The model''s own dimension, or the longest that is stored.';
comment on column public.ai_models.input_cost_per_million_tokens is 'USD; null while the price is not known.';
comment on column public.ai_models.cached_input_cost_per_million_tokens is 'USD for input read from the provider''s cache; null while the price is not known.';
comment on column public.ai_models.long_prompt_tokens is
'A call with more input than this pays the long_… prices for all of its tokens; null: one price for all.';
comment on column public.ai_models.prices_end_on is
'Last day of an announced price: later the price is not known; null: until further notice.';
comment on column public.ai_models.cost_per_minute is 'USD per minute of audio.';
comment on column public.ai_models.priced_on is 'When the prices were last read from the provider.';
comment on column public.ai_models.retires_on is 'Day the provider has announced to end it; null for none.';

create trigger touch before update on public.ai_providers
for each row execute function private.touch();
create trigger touch before update on public.ai_models
for each row execute function private.touch();

select private.attach_audit('public.ai_providers', 'id', p_shown => '{slug,display_name,base_url}');
select private.attach_audit('public.ai_models', 'id', p_shown => '{name,display_name}');

-- Providers and models ------------------------------------------------------------------------------------------------

insert into public.ai_providers
  (slug, display_name, base_url, is_api_key_required, is_streaming_supported, sort_order)
values
  ('openai', 'OpenAI', 'https://api.openai.com/v1', true, true, 10),
  ('anthropic', 'Anthropic', 'https://api.anthropic.com', true, true, 20),
  ('google', 'Google', 'https://generativelanguage.googleapis.com', true, true, 30),
  ('local', 'Local', null, false, false, 40);

insert into public.ai_models
  (
    provider, name, display_name, capabilities, max_context_tokens, max_output_tokens, input_cost_per_million_tokens,
    cached_input_cost_per_million_tokens, output_cost_per_million_tokens, priced_on, is_active, retires_on, sort_order
  )
values
  ('openai', 'gpt-6.1-sol', 'GPT-6.1 Sol', '{text,vision}', 1050000, 128000, 2, 0.1, 10, '2026-11-20', true, null, 10),
  ('openai', 'gpt-6.1-terra', 'GPT-6.1 Terra', '{text,vision}', null, null, 1, 0.05, 5, '2026-11-20', true, null, 20),
  ('openai', 'gpt-6-sol', 'GPT-6 Sol', '{text,vision}', 1050000, 128000, 2, 0.2, 10, '2026-11-20', true, null, 30),
  ('openai', 'gpt-6-luna', 'GPT-6 Luna', '{text,vision}', 1050000, 128000, 0.1, 0.01, 0.5, '2026-11-20', true, null, 40),
  ('openai', 'gpt-6-astra', 'GPT-6 Astra', '{text,vision}', 1050000, 128000, 10, 1, 50, '2026-11-20', true, null, 50),
  ('openai', 'gpt-5.6-sol', 'GPT-5.6 Sol', '{text,vision}', 1050000, 128000, 4, 0.4, 20, '2026-11-20', true, null, 60),
  ('openai', 'gpt-5.6-terra', 'GPT-5.6 Terra', '{text,vision}', 1050000, 128000, 2, 0.2, 12, '2026-11-20', true, null, 70),
  ('openai', 'gpt-5.6-luna', 'GPT-5.6 Luna', '{text,vision}', 1050000, 128000, 0.2, 0.02, 1.2, '2026-11-20', true, null, 80),
  ('openai', 'gpt-5.5', 'GPT-5.5', '{text,vision}', 1000000, 128000, 5, 0.5, 30, '2026-11-20', true, null, 90),
  ('openai', 'gpt-5.4', 'GPT-5.4', '{text,vision}', 1000000, 128000, 2.5, 0.25, 15, '2026-11-20', true, null, 100),
  ('openai', 'gpt-5.4-mini', 'GPT-5.4 mini', '{text,vision}', 400000, 128000, 0.75, 0.075, 4.5, '2026-11-20', true, null, 110),
  ('openai', 'gpt-5.4-nano', 'GPT-5.4 nano', '{text,vision}', 400000, 128000, 0.2, 0.02, 1.25, '2026-11-20', true, null, 120),
  ('openai', 'gpt-5.2', 'GPT-5.2', '{text,vision}', 400000, 128000, 1.75, 0.175, 14, '2026-11-20', true, null, 130),
  ('openai', 'gpt-5', 'GPT-5', '{text,vision}', 400000, 128000, 1.25, 0.125, 10, '2026-11-20', true, null, 140),
  ('openai', 'gpt-4.1', 'GPT-4.1', '{text,vision}', 1047576, 32768, 2, 0.5, 8, '2026-11-20', true, '2027-01-14', 150),
  ('openai', 'gpt-4o', 'GPT-4o', '{text,vision}', 128000, 16384, 2.5, 1.25, 10, '2026-11-20', true, '2027-01-14', 160),
  ('openai', 'gpt-4', 'GPT-4', '{text}', 8192, 8192, null, null, null, null, false, null, 900),
  ('anthropic', 'claude-opus-5-5', 'Claude Opus 5.5', '{text,vision}', 1000000, 128000, 4, 0.2, 20, '2026-11-20', true, null, 10),
  ('anthropic', 'claude-sonnet-5-5', 'Claude Sonnet 5.5', '{text,vision}', 1000000, 128000, 2, 0.1, 10, '2026-11-20', true, null, 20),
  ('anthropic', 'claude-haiku-5-5', 'Claude Haiku 5.5', '{text,vision}', 1000000, 128000, 0.1, 0.01, 0.5, '2026-11-20', true, null, 30),
  ('anthropic', 'claude-opus-4-8', 'Claude Opus 4.8', '{text,vision}', 1000000, 128000, 5, 0.5, 25, '2026-11-20', true, null, 40),
  ('anthropic', 'claude-sonnet-4-6', 'Claude Sonnet 4.6', '{text,vision}', 1000000, 64000, 3, 0.3, 15, '2026-11-20', true, null, 50),
  ('anthropic', 'claude-haiku-4-5', 'Claude Haiku 4.5', '{text,vision}', 200000, 64000, 1, 0.1, 5, '2026-11-20', true, null, 60),
  ('anthropic', 'claude-3-opus', 'Claude 3 Opus', '{text,vision}', 200000, 4096, null, null, null, null, false, null, 900),
  ('anthropic', 'claude-3-sonnet', 'Claude 3 Sonnet', '{text,vision}', 200000, 4096, null, null, null, null, false, null, 910),
  ('google', 'gemini-3.8-flash', 'Gemini 3.8 Flash', '{text,vision}', 1048576, 65536, 0.75, null, 3.75, '2026-11-20', true, null, 10),
  ('google', 'gemini-3-pro-preview', 'Gemini 3 Pro (preview)', '{text,vision}', 1048576, 65536, 2, 0.2, 12, '2026-11-20', true, null, 20),
  ('google', 'gemini-2.5-pro', 'Gemini 2.5 Pro', '{text,vision}', 1048576, 65536, 1.25, 0.125, 10, '2026-11-20', true, null, 30),
  ('google', 'gemini-2.5-flash', 'Gemini 2.5 Flash', '{text,vision}', 1048576, 65536, 0.3, 0.03, 2.5, '2026-11-20', true, null, 40),
  ('local', 'local-extractive', 'Local extractive', '{text}', null, null, 0, 0, 0, '2026-11-20', true, null, 10);

-- Long prompts cost so many times as much, with every token of the call.
update public.ai_models as m
set
  long_prompt_tokens = l.above,
  long_input_cost_per_million_tokens = m.input_cost_per_million_tokens * l.input_factor,
  long_cached_input_cost_per_million_tokens = m.cached_input_cost_per_million_tokens * l.input_factor,
  long_output_cost_per_million_tokens = m.output_cost_per_million_tokens * l.output_factor
from (
  values
  ('openai', '^gpt-(5[.][456]|6|6[.]1)(-sol|-terra|-luna|-astra)?$', 272000, 2, 1.5),
  ('anthropic', '^claude-haiku-5-5$', 100000, 5, 5),
  ('google', '^gemini-(2[.]5-pro|3-pro-preview)$', 200000, 2, 1.5)
) as l (provider, names, above, input_factor, output_factor)
where m.provider = l.provider and m.name ~ l.names;

update public.ai_models as m set prices_end_on = '2026-12-31' where m.provider = 'google' and m.name = 'gemini-3.8-flash';

-- The API models shorten their vectors when asked; 1536 is the longest that is kept.
insert into public.ai_models
  (
    provider, name, display_name, capabilities, max_context_tokens, embedding_dimensions, min_embedding_dimensions,
    max_embedding_dimensions, input_cost_per_million_tokens, priced_on, is_active, sort_order
  )
values
  ('openai', 'text-embedding-3-small', 'Text embedding 3 small', '{embedding}', 8192, 512, 128, 1536, 0.02, '2026-11-20', true, 200),
  ('openai', 'text-embedding-3-large', 'Text embedding 3 large', '{embedding}', 8192, 512, 128, 1536, 0.13, '2026-11-20', true, 210),
  ('openai', 'text-embedding-ada-002', 'Text embedding ada 002', '{embedding}', 8192, 1536, 1536, 1536, 0.1, '2026-11-20', true, 220),
  ('google', 'gemini-embedding-001', 'Gemini embedding 001', '{embedding}', 2048, 512, 128, 1536, 0.15, '2026-11-20', true, 200),
  ('local', 'wordllama-l2-supercat-256', 'WordLlama 256', '{embedding}', null, 256, 256, 256, 0, '2026-11-20', true, 200);

insert into public.ai_models
  (provider, name, display_name, capabilities, cost_per_minute, priced_on, is_active, sort_order)
values
  ('openai', 'gpt-transcribe', 'GPT transcribe', '{transcription}', null, null, true, 300),
  ('openai', 'gpt-4o-transcribe', 'GPT-4o transcribe', '{transcription}', 0.006, '2026-11-20', true, 310),
  ('openai', 'gpt-4o-mini-transcribe', 'GPT-4o mini transcribe', '{transcription}', 0.003, '2026-11-20', true, 320),
  ('openai', 'gpt-4o-transcribe-diarize', 'GPT-4o transcribe diarize', '{transcription}', 0.006, '2026-11-20', true, 330),
  ('openai', 'whisper-1', 'Whisper', '{transcription}', 0.006, '2026-11-20', true, 340);

-- Functions -----------------------------------------------------------------------------------------------------------

create function private.ai_cost(
  p_ai_provider text,
  p_ai_model text,
  p_input_tokens bigint,
  p_output_tokens bigint,
  p_cached_input_tokens bigint default 0,
  p_audio_seconds numeric default 0,
  p_images integer default 0
)
returns numeric
language sql
stable
set search_path = ''
as $$
  -- A part that was not used costs nothing, whether its price is known or not.
  select round(
    case when p_input_tokens > p_cached_input_tokens
      then (p_input_tokens - p_cached_input_tokens) * r.input_rate / 1000000 else 0 end
    + case when p_cached_input_tokens > 0
      then least(p_cached_input_tokens, p_input_tokens) * r.cached_rate / 1000000 else 0 end
    + case when p_output_tokens > 0 then p_output_tokens * r.output_rate / 1000000 else 0 end
    + case when p_audio_seconds > 0 then p_audio_seconds * r.minute_rate / 60 else 0 end
    + case when p_images > 0 then p_images * r.image_rate else 0 end,
    6
  )
  from public.ai_models as m
  cross join lateral (
    select
      case when p_input_tokens > m.long_prompt_tokens
        then m.long_input_cost_per_million_tokens else m.input_cost_per_million_tokens end as input_rate,
      case when p_input_tokens > m.long_prompt_tokens
        then m.long_cached_input_cost_per_million_tokens else m.cached_input_cost_per_million_tokens end as cached_rate,
      case when p_input_tokens > m.long_prompt_tokens
        then m.long_output_cost_per_million_tokens else m.output_cost_per_million_tokens end as output_rate,
      m.cost_per_minute as minute_rate, m.cost_per_image as image_rate
    where (m.prices_end_on < (now() at time zone 'UTC')::date) is not true
    union all
    select null, null, null, null, null
    where m.prices_end_on < (now() at time zone 'UTC')::date
  ) as r
  where m.provider = p_ai_provider and m.name = p_ai_model
$$;
comment on function private.ai_cost(text, text, bigint, bigint, bigint, numeric, integer) is
'USD for one call at list price; cached tokens are part of the input tokens. Null when the model or one of the prices that the call needs
is not known, or when the prices have ended.';

create function private.require_ai_model(
  p_ai_provider text, p_ai_model text, p_capability public.ai_capability, p_field text
)
returns public.ai_models
language plpgsql
stable
security definer -- models that operators have switched off are not readable by clients
set search_path = ''
as $$
declare
  v_model public.ai_models;
begin
  select m.* into v_model
  from public.ai_models as m
  join public.ai_providers as p on p.slug = m.provider and p.is_active
  where m.provider = p_ai_provider and m.name = p_ai_model and m.is_active and p_capability = any(m.capabilities);
  perform private.require(found, p_field, format('%s is not a model for %s that this provider offers', p_field, p_capability));
  return v_model;
end;
$$;
comment on function private.require_ai_model(text, text, public.ai_capability, text) is
'The model, or VALIDATION_ERROR unless it is offered and can do this.';

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.ai_providers enable row level security;
alter table public.ai_models enable row level security;

create policy ai_providers_select_everyone on public.ai_providers
for select to authenticated
using (is_active);

create policy ai_models_select_everyone on public.ai_models
for select to authenticated
using (is_active);

grant select on public.ai_providers, public.ai_models to authenticated;
grant select, insert, update, delete on public.ai_providers, public.ai_models to service_role;
grant execute on function private.ai_cost(text, text, bigint, bigint, bigint, numeric, integer) to service_role;
