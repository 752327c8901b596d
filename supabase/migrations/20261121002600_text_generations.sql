-- Purpose: requests for titles, a script or texts to be found by, and the content they made.
-- Objects: text_generation_kind, text_generation_status, text_generations, text_generation_outputs, live broadcast,
--          policies and grants.

create type public.text_generation_kind as enum ('titles', 'script', 'seo_content', 'thumbnail_prompts', 'template_text');
comment on type public.text_generation_kind is 'What a request asks for.';

create type public.text_generation_status as enum ('pending', 'processing', 'completed', 'failed', 'cancelled');
comment on type public.text_generation_status is
'pending → processing → completed, failed or cancelled. A row is pending until it ends: that it is processing says its job, and get_titles and its like.';

-- Requests ------------------------------------------------------------------------------------------------------------

create table public.text_generations (
  id uuid constraint text_generations_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  user_id uuid,
  client_account_id uuid,
  brand_profile_id uuid,
  audience_profile_id uuid,
  kind public.text_generation_kind not null,
  parameters jsonb not null,
  request_hash text not null,
  language text not null,
  result jsonb not null default '{}',
  ai_provider text,
  ai_model text,
  prompt_tokens bigint not null default 0,
  completion_tokens bigint not null default 0,
  cost_usd numeric(12, 6),
  generation_time_ms integer,
  status public.text_generation_status not null default 'pending',
  error_code text,
  error_message text,
  job_id bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  started_at timestamptz,
  completed_at timestamptz,
  constraint text_generations_organization_id_id_key unique (organization_id, id),
  constraint text_generations_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint text_generations_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint text_generations_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint text_generations_brand_profile_id_fkey foreign key (organization_id, brand_profile_id)
    references public.brand_profiles (organization_id, id) on delete set null (brand_profile_id),
  constraint text_generations_audience_profile_id_fkey foreign key (organization_id, audience_profile_id)
    references public.audience_profiles (organization_id, id) on delete set null (audience_profile_id),
  constraint text_generations_parameters_is_an_object check (jsonb_typeof(parameters) = 'object'),
  constraint text_generations_result_is_an_object check (jsonb_typeof(result) = 'object'),
  constraint text_generations_request_hash_check check (request_hash ~ '^[0-9a-f]{64}$'),
  constraint text_generations_language_check check (language in ('en', 'nl')),
  constraint text_generations_prompt_tokens_check check (prompt_tokens >= 0),
  constraint text_generations_completion_tokens_check check (completion_tokens >= 0),
  constraint text_generations_cost_usd_check check (cost_usd >= 0),
  constraint text_generations_generation_time_ms_check check (generation_time_ms >= 0),
  constraint text_generations_error_message_check check (char_length(error_message) <= 1000),
  constraint ended_text_generations_have_completed_at
    check ((completed_at is not null) = (status in ('completed', 'failed', 'cancelled'))),
  constraint failed_text_generations_have_an_error_code check (status <> 'failed' or error_code is not null)
);
comment on table public.text_generations is
'One request for titles, a script or texts to be found by. What was made is in generated_content, under text_generation_outputs.';
comment on column public.text_generations.user_id is 'Who asked; null once that person is deleted.';
comment on column public.text_generations.parameters is 'What was asked, with defaults filled in, in the words of the call.';
comment on column public.text_generations.request_hash is
'SHA-256, hex, of kind, parameters and client account: of equal requests that are under way only one is worked on.';
comment on column public.text_generations.result is 'What belongs to the answer as a whole rather than to one piece: notes on how it was made.';
comment on column public.text_generations.cost_usd is
'What the AI provider charges for it, US dollars; failed calls included; null when the cost of one is not known.';
comment on column public.text_generations.generation_time_ms is 'Milliseconds the worker spent.';
comment on column public.text_generations.job_id is 'The job that does the work; no foreign key, finished jobs move to job_history.';

create index text_generations_organization_id_created_at_idx
on public.text_generations (organization_id, created_at desc, id desc);
comment on index public.text_generations_organization_id_created_at_idx is 'Keyset pages of the newest requests of a tenant.';
create index text_generations_request_hash_idx on public.text_generations (organization_id, request_hash)
where status in ('pending', 'processing');
comment on index public.text_generations_request_hash_idx is 'Whether an equal request is under way.';
create index text_generations_user_id_idx on public.text_generations (user_id) where user_id is not null;
create index text_generations_client_account_id_idx
on public.text_generations (organization_id, client_account_id, created_at desc)
where client_account_id is not null;
create index text_generations_brand_profile_id_idx on public.text_generations (organization_id, brand_profile_id)
where brand_profile_id is not null;
create index text_generations_audience_profile_id_idx
on public.text_generations (organization_id, audience_profile_id) where audience_profile_id is not null;
create index text_generations_completed_at_idx on public.text_generations (completed_at)
where completed_at is not null;
comment on index public.text_generations_completed_at_idx is 'What is old enough to go.';

create trigger touch before update on public.text_generations
for each row execute function private.touch();

insert into private.retention_rules (parent, method, time_column, retain, description)
values (
  'public.text_generations', 'delete_rows', 'completed_at', interval '1 year',
  'Requests for titles, scripts and texts to be found by; the content they made stays.'
);

-- Outputs -------------------------------------------------------------------------------------------------------------

create table public.text_generation_outputs (
  organization_id uuid not null,
  text_generation_id uuid not null,
  generated_content_id uuid not null,
  sort_order smallint not null default 1,
  created_at timestamptz not null default now(),
  constraint text_generation_outputs_pkey primary key (organization_id, text_generation_id, generated_content_id),
  constraint text_generation_outputs_text_generation_id_fkey foreign key (organization_id, text_generation_id)
    references public.text_generations (organization_id, id) on delete cascade,
  constraint text_generation_outputs_generated_content_id_fkey foreign key (organization_id, generated_content_id)
    references public.generated_content (organization_id, id) on delete cascade,
  constraint text_generation_outputs_sort_order_check check (sort_order between 1 and 100)
);
comment on table public.text_generation_outputs is 'The content that a request made, in the order of the answer.';
create index text_generation_outputs_generated_content_id_idx
on public.text_generation_outputs (organization_id, generated_content_id);

-- Live updates --------------------------------------------------------------------------------------------------------

create function private.broadcast_text_generations()
returns trigger
language plpgsql
volatile
security definer -- sending needs insert on realtime.messages, which the writing role may not have
set search_path = ''
as $$
begin
  perform realtime.send(
    jsonb_build_object(
      'generation_id', n.id, 'kind', n.kind, 'status', n.status, 'error_code', n.error_code,
      'completed_at', n.completed_at
    ),
    'text_generation', t.topic, true
  )
  from new_rows as n
  cross join lateral private.member_topics(n.organization_id, n.client_account_id, 'generations') as t (topic)
  -- That it is being written is told as the progress of its job.
  where tg_op = 'INSERT' or n.completed_at is not null;
  return null;
end;
$$;
comment on function private.broadcast_text_generations() is
'Tells members that a request was made or has ended, and what it made is there. The texts are not sent.';

create trigger broadcast_insert after insert on public.text_generations
referencing new table as new_rows for each statement execute function private.broadcast_text_generations();
create trigger broadcast_update after update on public.text_generations
referencing new table as new_rows for each statement execute function private.broadcast_text_generations();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.text_generations enable row level security;
alter table public.text_generation_outputs enable row level security;

create policy text_generations_select_members on public.text_generations
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy text_generation_outputs_select_members on public.text_generation_outputs
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else text_generation_id in (
      select g.id from public.text_generations as g
      where g.organization_id = (select organization_id from private.acting_member)
        and g.client_account_id = (select private.member_client_account())
    )
  end
);

grant select on public.text_generations, public.text_generation_outputs to authenticated, service_role;
