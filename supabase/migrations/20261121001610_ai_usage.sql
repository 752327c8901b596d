-- Purpose: what was asked of AI models, what it took and what it cost.
-- Objects: ai_usage_status, ai_usage_certainty, ai_usage, policies and grants.

create type public.ai_usage_status as enum ('succeeded', 'failed', 'refused');
comment on type public.ai_usage_status is 'refused: the provider''s safety rules stopped it; all three may cost.';

create type public.ai_usage_certainty as enum ('known', 'estimated', 'unknown');
comment on type public.ai_usage_certainty is
'known: the counts are what the provider told, or none as it refused before it began; estimated: an answer that we stopped, counted by its
letters where the provider had not told yet; unknown: nobody said what it took, and the counts are the least.';

create table public.ai_usage (
  id bigint generated always as identity,
  organization_id uuid not null,
  user_id uuid,
  client_account_id uuid,
  content_item_id uuid,
  generation_id uuid,
  job_id bigint,
  ai_provider text not null,
  ai_model text not null,
  feature text not null,
  operation_type text not null default 'generate',
  status public.ai_usage_status not null default 'succeeded',
  error_code text,
  certainty public.ai_usage_certainty not null default 'known',
  prompt_tokens bigint not null default 0,
  cached_prompt_tokens bigint not null default 0,
  completion_tokens bigint not null default 0,
  total_tokens bigint not null generated always as (prompt_tokens + completion_tokens) stored,
  audio_seconds numeric(12, 3) not null default 0,
  images integer not null default 0,
  cost_usd numeric(12, 6),
  is_own_key boolean not null default false,
  processing_time_ms integer,
  request_id text,
  call_id uuid,
  billing_cycle_start timestamptz,
  billing_cycle_end timestamptz,
  created_at timestamptz not null default now(),
  constraint ai_usage_pkey primary key (id, created_at),
  constraint ai_usage_ai_provider_check check (char_length(ai_provider) between 1 and 50),
  constraint ai_usage_ai_model_check check (char_length(ai_model) between 1 and 150),
  constraint ai_usage_feature_check check (feature ~ '^[a-z][a-z0-9_]{0,63}$'),
  constraint ai_usage_operation_type_check check (operation_type ~ '^[a-z][a-z0-9_]{0,63}$'),
  constraint ai_usage_error_code_check check (char_length(error_code) <= 100),
  constraint ai_usage_prompt_tokens_check check (prompt_tokens >= 0),
  constraint ai_usage_cached_prompt_tokens_check check (cached_prompt_tokens between 0 and prompt_tokens),
  constraint ai_usage_completion_tokens_check check (completion_tokens >= 0),
  constraint ai_usage_audio_seconds_check check (audio_seconds >= 0),
  constraint ai_usage_images_check check (images >= 0),
  constraint ai_usage_cost_usd_check check (cost_usd >= 0),
  constraint ai_usage_of_unknown_size_has_no_cost check (certainty <> 'unknown' or cost_usd is null),
  constraint ai_usage_processing_time_ms_check check (processing_time_ms >= 0),
  constraint ai_usage_request_id_check check (char_length(request_id) <= 200),
  constraint ai_usage_billing_cycles_end_after_they_start check (billing_cycle_end > billing_cycle_start)
)
partition by range (created_at);
create index ai_usage_organization_id_created_at_idx on public.ai_usage (organization_id, created_at desc, id desc);
create index ai_usage_user_id_created_at_idx on public.ai_usage (user_id, created_at desc) where user_id is not null;
create index ai_usage_job_id_idx on public.ai_usage (job_id) where job_id is not null;
create index ai_usage_call_id_idx on public.ai_usage (call_id) where call_id is not null;
comment on table public.ai_usage is
'One row per call. Billing evidence: append-only, and it refers to nothing by key, so that content, people and organizations can be deleted
and the record stays.';
comment on column public.ai_usage.feature is 'What it was for: content_analysis, title_generation, video_creation, brand_voice …';
comment on column public.ai_usage.operation_type is 'What was asked of the model: generate, embed, transcribe, image …';
comment on column public.ai_usage.cached_prompt_tokens is 'Those of prompt_tokens that the provider read from its cache.';
comment on column public.ai_usage.cost_usd is 'As the provider said, else at list price at that time; null: what it took or its price is not known.';
comment on column public.ai_usage.is_own_key is 'Paid by the organization to the provider itself.';
comment on column public.ai_usage.request_id is 'The provider''s name for the call.';
comment on column public.ai_usage.call_id is 'The worker''s name for the call: a record that is sent again counts once.';
comment on column public.ai_usage.billing_cycle_start is 'The period of the subscription it fell in, as far as there was one; billing_cycle_end likewise.';

select private.manage_partitions('public.ai_usage', interval '7 years', 'AI calls and their cost: evidence for invoices.');

create trigger refuse_change before update or delete or truncate on public.ai_usage
for each statement execute function private.refuse_change();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.ai_usage enable row level security;

create policy ai_usage_select_managers on public.ai_usage
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'manager'));

grant select on public.ai_usage to authenticated, service_role;
