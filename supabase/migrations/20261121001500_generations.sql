-- Purpose: one input, posts for many platforms: the requests and what their analysis found.
-- Objects: generations, its live broadcasts, policies and grants.

create type public.generation_status as enum ('pending', 'processing', 'completed', 'partial', 'failed', 'cancelled');
comment on type public.generation_status is 'partial: at least one platform succeeded and at least one did not.';

create type public.generation_tone as enum ('educational', 'conversational', 'opinionated', 'authority');
comment on type public.generation_tone is 'How the posts address the reader.';

create type public.generation_input_kind as enum ('text', 'file', 'url');
comment on type public.generation_input_kind is 'Where the input of a generation comes from.';

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
  unknown_cost_count integer not null default 0,
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
  constraint generations_unknown_cost_count_check check (unknown_cost_count >= 0),
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
  'SHA-256, hex, of input hash, platforms, tone, language, options, client account and chosen models: equal requests within 24 hours share one
result.';
comment on column public.generations.key_points is 'Array of strings, most important first, each taken from the input.';
comment on column public.generations.estimated_cost_usd is
  'What the AI provider charges for it, failed calls included, US dollars, as far as that is known.';
comment on column public.generations.unknown_cost_count is 'Calls to the provider that may have cost and are not in estimated_cost_usd.';
comment on column public.generations.generation_time_ms is 'Milliseconds the worker spent.';
comment on column public.generations.job_id is 'The job that does the work; no foreign key, finished jobs move to job_history.';

create index generations_organization_id_created_at_idx
on public.generations (organization_id, created_at desc, id desc);
comment on index public.generations_organization_id_created_at_idx is 'Keyset pages of the newest generations of a tenant.';
create index generations_created_at_idx on public.generations (created_at) where completed_at is not null;
comment on index public.generations_created_at_idx is 'What is old enough for the archive.';
create index generations_request_hash_idx on public.generations (organization_id, request_hash, created_at desc);
create index generations_user_id_idx on public.generations (user_id) where user_id is not null;
create index generations_client_account_id_idx on public.generations (organization_id, client_account_id)
where client_account_id is not null;

create trigger touch before update on public.generations
for each row execute function private.touch();

-- Live updates --------------------------------------------------------------------------------------------------------

create function private.member_topics(p_organization_id uuid, p_client_account_id uuid, p_what text)
returns setof text
language sql
immutable
set search_path = ''
as $$
  select concat('org:', p_organization_id, ':', p_what)
  union all
  select concat('org:', p_organization_id, ':client:', p_client_account_id, ':', p_what)
  where p_client_account_id is not null
$$;
comment on function private.member_topics(uuid, uuid, text) is
'Where members follow something live; those limited to a client account have a topic of their own.';

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
  cross join lateral private.member_topics(n.organization_id, n.client_account_id, 'generations') as t (topic);
  return null;
end;
$$;
comment on function private.broadcast_generations() is
'Tells members that a generation changed. The row itself is not sent: its input may be large.';

create trigger broadcast_insert after insert on public.generations
referencing new table as new_rows for each statement execute function private.broadcast_generations();
create trigger broadcast_update after update on public.generations
referencing new table as new_rows for each statement execute function private.broadcast_generations();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.generations enable row level security;

create policy generations_select_members on public.generations
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

grant select on public.generations to authenticated, service_role;

alter publication supabase_realtime add table public.generations;
