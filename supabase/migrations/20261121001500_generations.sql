-- Purpose: one input, posts for many platforms: generations, their outputs, and the content they made.
-- Objects: generations, generation_outputs, generated_content, their live broadcasts,
--          policies and grants.

create type public.generation_status as enum ('pending', 'processing', 'completed', 'partial', 'failed', 'cancelled');
comment on type public.generation_status is 'partial: at least one platform succeeded and at least one did not.';

create type public.generation_output_status as enum ('pending', 'completed', 'failed', 'cancelled');
comment on type public.generation_output_status is 'State of one platform of a generation.';

create type public.generation_tone as enum ('educational', 'conversational', 'opinionated', 'authority');
comment on type public.generation_tone is 'How the posts address the reader.';

create type public.generation_input_kind as enum ('text', 'file', 'url');
comment on type public.generation_input_kind is 'Where the input of a generation comes from.';

create type public.generated_content_status as enum ('generated', 'approved', 'rejected', 'used', 'archived');
comment on type public.generated_content_status is 'generated → approved or rejected; approved → used; any → archived.';

-- Generations ---------------------------------------------------------------------------------------------------------

create table public.generations (
  id uuid constraint generations_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  user_id uuid,
  client_account_id uuid,
  input_kind public.generation_input_kind not null default 'text',
  input_content text,
  input_url text,
  input_path text,
  input_title text,
  input_content_hash text not null,
  request_hash text not null,
  selected_platforms text[] not null,
  selected_tone public.generation_tone not null,
  language text not null,
  options jsonb not null default '{}',
  core_message text,
  key_points jsonb not null default '[]',
  detected_topic text,
  detected_audience text,
  keywords text[] not null default '{}',
  ai_provider text,
  ai_model text,
  total_tokens_used integer not null default 0,
  estimated_cost_usd numeric(12, 6) not null default 0,
  generation_time_ms integer,
  status public.generation_status not null default 'pending',
  error_code text,
  error_message text,
  job_id bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  started_at timestamptz,
  completed_at timestamptz,
  constraint generations_organization_id_id_key unique (organization_id, id),
  constraint generations_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint generations_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint generations_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint generations_input_matches_its_kind check (
    case input_kind
      when 'text' then input_content is not null
      when 'url' then input_url is not null
      else input_path is not null
    end
  ),
  constraint generations_input_content_check check (char_length(input_content) <= 200000),
  constraint generations_input_url_check check (char_length(input_url) <= 2048),
  constraint generations_input_path_check check (char_length(input_path) <= 1024),
  constraint generations_input_title_check check (char_length(input_title) <= 500),
  constraint generations_input_content_hash_check check (input_content_hash ~ '^[0-9a-f]{64}$'),
  constraint generations_request_hash_check check (request_hash ~ '^[0-9a-f]{64}$'),
  constraint generations_select_at_least_one_platform check (cardinality(selected_platforms) between 1 and 16),
  constraint generations_language_check check (language in ('en', 'nl')),
  constraint generations_options_is_an_object check (jsonb_typeof(options) = 'object'),
  constraint generations_key_points_is_an_array check (jsonb_typeof(key_points) = 'array'),
  constraint generations_total_tokens_used_check check (total_tokens_used >= 0),
  constraint generations_estimated_cost_usd_check check (estimated_cost_usd >= 0),
  constraint generations_generation_time_ms_check check (generation_time_ms >= 0),
  constraint ended_generations_have_completed_at check (
    (completed_at is not null) = (status in ('completed', 'partial', 'failed', 'cancelled'))
  ),
  constraint failed_generations_have_an_error_code check (status <> 'failed' or error_code is not null)
);
comment on table public.generations is 'One input turned into posts for several platforms.';
comment on column public.generations.user_id is 'Who asked; null once that person is deleted.';
comment on column public.generations.client_account_id is 'The client the work is for; limits which client members see it.';
comment on column public.generations.input_content is 'The text itself; for a file or URL the text extracted by the worker.';
comment on column public.generations.input_path is 'Object name in the bucket assets.';
comment on column public.generations.input_content_hash is 'SHA-256, hex, of the text, of the URL, or of the file path and its version.';
comment on column public.generations.request_hash is
  'SHA-256, hex, of input hash, platforms, tone, language, options and client account: equal requests within 24 hours share one result.';
comment on column public.generations.key_points is 'Array of strings, most important first, each taken from the input.';
comment on column public.generations.estimated_cost_usd is 'What the AI provider charges for it, US dollars.';
comment on column public.generations.generation_time_ms is 'Milliseconds the worker spent.';
comment on column public.generations.job_id is 'The job that does the work; no foreign key, finished jobs move to job_history.';

create index generations_organization_id_created_at_idx
on public.generations (organization_id, created_at desc, id desc);
comment on index public.generations_organization_id_created_at_idx is 'Keyset pages of the newest generations of a tenant.';
create index generations_request_hash_idx on public.generations (organization_id, request_hash, created_at desc);
create index generations_user_id_idx on public.generations (user_id) where user_id is not null;
create index generations_client_account_id_idx on public.generations (organization_id, client_account_id)
where client_account_id is not null;

create trigger touch before update on public.generations
for each row execute function private.touch();

-- Generated content ---------------------------------------------------------------------------------------------------

create table public.generated_content (
  id uuid constraint generated_content_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  user_id uuid,
  client_account_id uuid,
  generation_id uuid,
  target_platform text,
  content_type public.generated_content_type not null,
  language text,
  title text,
  generated_text text not null,
  formatted_text text,
  content jsonb not null default '{}',
  caption text,
  hashtags text[] not null default '{}',
  cta text,
  duration_seconds integer,
  word_count integer,
  ai_provider text,
  ai_model text not null,
  prompt_template text,
  prompt_used text,
  generation_parameters jsonb not null default '{}',
  generation_metadata jsonb not null default '{}',
  status public.generated_content_status not null default 'generated',
  quality_score numeric(4, 2),
  predicted_quality_score numeric(5, 2),
  virality_prediction numeric(5, 2),
  user_rating smallint,
  user_feedback text,
  approved_at timestamptz,
  approved_by uuid,
  used_at timestamptz,
  usage_count integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint generated_content_organization_id_id_key unique (organization_id, id),
  constraint generated_content_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint generated_content_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint generated_content_approved_by_fkey foreign key (approved_by)
    references public.profiles (id) on delete set null,
  constraint generated_content_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint generated_content_generation_id_fkey foreign key (organization_id, generation_id)
    references public.generations (organization_id, id) on delete cascade,
  constraint generated_content_target_platform_fkey foreign key (target_platform)
    references public.platforms (slug) on update cascade on delete restrict,
  constraint generated_content_title_check check (char_length(title) <= 500),
  constraint generated_content_generated_text_check check (char_length(generated_text) <= 200000),
  constraint generated_content_formatted_text_check check (char_length(formatted_text) <= 200000),
  constraint generated_content_caption_check check (char_length(caption) <= 10000),
  constraint generated_content_cta_check check (char_length(cta) <= 1000),
  constraint generated_content_user_feedback_check check (char_length(user_feedback) <= 5000),
  constraint generated_content_content_is_an_object check (jsonb_typeof(content) = 'object'),
  constraint generated_content_generation_parameters_is_an_object check (jsonb_typeof(generation_parameters) = 'object'),
  constraint generated_content_generation_metadata_is_an_object check (jsonb_typeof(generation_metadata) = 'object'),
  constraint generated_content_language_check check (language ~ '^[a-z]{2}(-[A-Z]{2})?$'),
  constraint generated_content_duration_seconds_check check (duration_seconds >= 0),
  constraint generated_content_word_count_check check (word_count >= 0),
  constraint generated_content_quality_score_check check (quality_score between 0 and 10),
  constraint generated_content_predicted_quality_score_check check (predicted_quality_score between 0 and 100),
  constraint generated_content_virality_prediction_check check (virality_prediction between 0 and 100),
  constraint generated_content_user_rating_check check (user_rating between 1 and 5),
  constraint generated_content_usage_count_check check (usage_count >= 0),
  constraint generated_content_version_check check (version >= 1),
  constraint approved_generated_content_has_approved_at check (status <> 'approved' or approved_at is not null),
  constraint used_generated_content_has_used_at check (status <> 'used' or used_at is not null)
);
comment on table public.generated_content is
  'A piece of content a model or template made: title, script, caption, thread, e-mail …, with the review it went through.';
comment on column public.generated_content.content is 'The structured output in the shape of its content type and platform.';
comment on column public.generated_content.generated_text is 'The same output as plain text, ready to copy.';
comment on column public.generated_content.formatted_text is 'The text in the form a production provider wants, for instance RevID script marks.';
comment on column public.generated_content.hashtags is 'Without the leading number sign.';
comment on column public.generated_content.generation_parameters is 'What was asked: style, tone, language, duration, keywords …';
comment on column public.generated_content.generation_metadata is 'What it took: model version, tokens, milliseconds, confidence, cost.';
comment on column public.generated_content.quality_score is '0 to 10, given by review.';
comment on column public.generated_content.predicted_quality_score is '0 to 100, predicted before publishing; never shown as measured.';
comment on column public.generated_content.virality_prediction is '0 to 100, predicted; never shown as measured.';
comment on column public.generated_content.version is 'Rises with every change of the text; approvals name the version they cover.';

create index generated_content_organization_id_created_at_idx
on public.generated_content (organization_id, created_at desc, id desc);
create index generated_content_generation_id_idx on public.generated_content (organization_id, generation_id)
where generation_id is not null;
create index generated_content_user_id_idx on public.generated_content (user_id) where user_id is not null;
create index generated_content_approved_by_idx on public.generated_content (approved_by) where approved_by is not null;
create index generated_content_client_account_id_idx on public.generated_content (organization_id, client_account_id)
where client_account_id is not null;
create index generated_content_target_platform_idx on public.generated_content (target_platform)
where target_platform is not null;

create trigger touch before update on public.generated_content
for each row execute function private.touch();

create table public.generation_outputs (
  organization_id uuid not null,
  generation_id uuid not null,
  platform text not null,
  status public.generation_output_status not null default 'pending',
  generated_content_id uuid,
  error_code text,
  error_message text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  completed_at timestamptz,
  constraint generation_outputs_pkey primary key (generation_id, platform),
  constraint generation_outputs_generation_id_fkey foreign key (organization_id, generation_id)
    references public.generations (organization_id, id) on delete cascade,
  constraint generation_outputs_platform_fkey foreign key (platform)
    references public.platforms (slug) on update cascade on delete restrict,
  constraint generation_outputs_generated_content_id_fkey foreign key (organization_id, generated_content_id)
    references public.generated_content (organization_id, id) on delete set null (generated_content_id),
  constraint ended_generation_outputs_have_completed_at check ((completed_at is not null) = (status <> 'pending')),
  constraint failed_generation_outputs_have_an_error_code check (status <> 'failed' or error_code is not null)
);
comment on table public.generation_outputs is 'One row for each platform of a generation: waiting, made, failed or cancelled.';

create index generation_outputs_organization_id_generation_id_idx
on public.generation_outputs (organization_id, generation_id);
create index generation_outputs_generated_content_id_idx
on public.generation_outputs (organization_id, generated_content_id) where generated_content_id is not null;
create index generation_outputs_platform_idx on public.generation_outputs (platform);

create trigger touch before update on public.generation_outputs
for each row execute function private.touch();

-- Live updates --------------------------------------------------------------------------------------------------------

create function private.generation_topics(p_organization_id uuid, p_client_account_id uuid)
returns setof text
language sql
immutable
set search_path = ''
as $$
  select concat('org:', p_organization_id, ':generations')
  union all
  select concat('org:', p_organization_id, ':client:', p_client_account_id, ':generations')
  where p_client_account_id is not null
$$;
comment on function private.generation_topics(uuid, uuid) is
'Where members follow generations; those limited to a client account have a topic of their own.';

create function private.broadcast_generations()
returns trigger
language plpgsql
volatile
security definer -- sending needs insert on realtime.messages, which the writing role may not have
set search_path = ''
as $$
begin
  perform realtime.send(
    jsonb_build_object(
      'generation_id', n.id, 'status', n.status, 'detected_topic', n.detected_topic, 'error_code', n.error_code,
      'completed_at', n.completed_at
    ),
    'generation', t.topic, true
  )
  from new_rows as n
  cross join lateral private.generation_topics(n.organization_id, n.client_account_id) as t (topic);
  return null;
end;
$$;
comment on function private.broadcast_generations() is
'Tells members that a generation changed. The row itself is not sent: its input may be large.';

create trigger broadcast_insert after insert on public.generations
referencing new table as new_rows for each statement execute function private.broadcast_generations();
create trigger broadcast_update after update on public.generations
referencing new table as new_rows for each statement execute function private.broadcast_generations();

create function private.broadcast_generation_outputs()
returns trigger
language plpgsql
volatile
security definer -- sending needs insert on realtime.messages, which the writing role may not have
set search_path = ''
as $$
begin
  perform realtime.send(
    jsonb_build_object(
      'generation_id', n.generation_id, 'platform', n.platform, 'status', n.status,
      'generated_content_id', n.generated_content_id, 'error_code', n.error_code
    ),
    'generation_output', t.topic, true
  )
  from new_rows as n
  join public.generations as g on g.organization_id = n.organization_id and g.id = n.generation_id
  cross join lateral private.generation_topics(n.organization_id, g.client_account_id) as t (topic);
  return null;
end;
$$;
comment on function private.broadcast_generation_outputs() is 'Tells members that a platform has ended.';

create trigger broadcast_update after update on public.generation_outputs
referencing new table as new_rows for each statement execute function private.broadcast_generation_outputs();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.generations enable row level security;
alter table public.generation_outputs enable row level security;
alter table public.generated_content enable row level security;

create policy generations_select_members on public.generations
for select to authenticated
using (
  organization_id = (select private.active_org())
  and ((select private.member_client_account()) is null or client_account_id = (select private.member_client_account()))
);

create policy generation_outputs_select_members on public.generation_outputs
for select to authenticated
using (
  organization_id = (select private.active_org())
  and (
    (select private.member_client_account()) is null
    or generation_id in (
      select g.id from public.generations as g
      where g.organization_id = (select private.active_org())
        and g.client_account_id = (select private.member_client_account())
    )
  )
);

create policy generated_content_select_members on public.generated_content
for select to authenticated
using (
  organization_id = (select private.active_org())
  and deleted_at is null
  and ((select private.member_client_account()) is null or client_account_id = (select private.member_client_account()))
);

create policy generated_content_update_creators on public.generated_content
for update to authenticated
using (
  organization_id = (select private.active_org())
  and (select private.has_role('creator'))
  and deleted_at is null
  and ((select private.member_client_account()) is null or client_account_id = (select private.member_client_account()))
)
with check (organization_id = (select private.active_org()));
comment on policy generated_content_update_creators on public.generated_content is
'Creators rate content; every other column changes through functions only.';

grant select on public.generations, public.generation_outputs, public.generated_content to authenticated;
grant update (user_rating, user_feedback) on public.generated_content to authenticated;
grant select on public.generations, public.generation_outputs, public.generated_content to service_role;

alter publication supabase_realtime add table public.generations, public.generation_outputs;
