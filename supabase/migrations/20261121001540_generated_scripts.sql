-- Purpose: scripts rewritten from what others made: the original, what research adds, the rewrite.
-- Objects: generated_scripts, live broadcast, policies and grants.

create type public.generated_script_status as enum ('pending', 'processing', 'completed', 'failed');
comment on type public.generated_script_status is 'State of a rewrite.';

-- Table ---------------------------------------------------------------------------------------------------------------

create table public.generated_scripts (
  id uuid constraint generated_scripts_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  user_id uuid,
  client_account_id uuid,
  content_piece_id uuid,
  generated_content_id uuid,
  brand_profile_id uuid,
  original_script text,
  research_perspectives jsonb not null default '[]',
  rewritten_script text,
  generation_prompt text,
  ai_provider text,
  ai_model text,
  prompt text,
  notes jsonb not null default '[]',
  voice_fit_score numeric(5, 2),
  voice_fit jsonb not null default '{}',
  status public.generated_script_status not null default 'pending',
  error_code text,
  error_message text,
  generation_cost_credits integer not null default 0,
  job_id bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  generated_at timestamptz,
  constraint generated_scripts_organization_id_id_key unique (organization_id, id),
  constraint generated_scripts_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint generated_scripts_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint generated_scripts_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint generated_scripts_generated_content_id_fkey foreign key (organization_id, generated_content_id)
    references public.generated_content (organization_id, id) on delete set null (generated_content_id),
  constraint generated_scripts_brand_profile_id_fkey foreign key (organization_id, brand_profile_id)
    references public.brand_profiles (organization_id, id) on delete set null (brand_profile_id),
  constraint generated_scripts_original_script_check check (char_length(original_script) <= 200000),
  constraint generated_scripts_rewritten_script_check check (char_length(rewritten_script) <= 200000),
  constraint generated_scripts_generation_prompt_check check (char_length(generation_prompt) <= 20000),
  constraint generated_scripts_research_perspectives_is_an_array check (jsonb_typeof(research_perspectives) = 'array'),
  constraint generated_scripts_prompt_check check (char_length(prompt) <= 200),
  constraint generated_scripts_notes_is_an_array check (jsonb_typeof(notes) = 'array'),
  constraint generated_scripts_voice_fit_score_check check (voice_fit_score between 0 and 100),
  constraint generated_scripts_voice_fit_is_an_object check (jsonb_typeof(voice_fit) = 'object'),
  constraint generated_scripts_error_message_check check (char_length(error_message) <= 2000),
  constraint generated_scripts_generation_cost_credits_check check (generation_cost_credits >= 0),
  constraint completed_generated_scripts_have_a_text_and_a_moment
    check (status <> 'completed' or (rewritten_script is not null and generated_at is not null)),
  constraint failed_generated_scripts_have_an_error_code check (status <> 'failed' or error_code is not null)
);
comment on table public.generated_scripts is 'A script rewritten from a piece on the canvas, with the research that went into it.';
comment on column public.generated_scripts.content_piece_id is 'The piece on the canvas whose script was rewritten.';
comment on column public.generated_scripts.generated_content_id is 'The content the rewrite became, to be reviewed and published.';
comment on column public.generated_scripts.research_perspectives is 'Array of {title, summary, source_url}: what others say about it.';
comment on column public.generated_scripts.rewritten_script is 'By the model, then by whoever edits it.';
comment on column public.generated_scripts.voice_fit is
'{score, manner, nearness}, or {score: null, reason}; docs/brand-voice.md. Of the rewrite as the model wrote it: an edit takes it away.';
comment on column public.generated_scripts.generation_prompt is 'What the person asked for.';
comment on column public.generated_scripts.prompt is 'The version of the prompt, as remix/v1; null where no model wrote it.';
comment on column public.generated_scripts.notes is
'Array of sentences for its reader: sources that were left out, what was read in part, what was done without.';
comment on column public.generated_scripts.generation_cost_credits is 'Credits, unit of the metric ai_credits.';
comment on column public.generated_scripts.job_id is 'The job that does the work; no foreign key, finished jobs move to job_history.';

create index generated_scripts_organization_id_created_at_idx
on public.generated_scripts (organization_id, created_at desc, id desc);
create index generated_scripts_content_piece_id_idx
on public.generated_scripts (organization_id, content_piece_id, created_at desc) where content_piece_id is not null;
create index generated_scripts_generated_content_id_idx
on public.generated_scripts (organization_id, generated_content_id) where generated_content_id is not null;
create index generated_scripts_brand_profile_id_idx
on public.generated_scripts (organization_id, brand_profile_id) where brand_profile_id is not null;
create index generated_scripts_user_id_idx on public.generated_scripts (user_id) where user_id is not null;
create index generated_scripts_client_account_id_idx
on public.generated_scripts (organization_id, client_account_id) where client_account_id is not null;

create trigger touch before update on public.generated_scripts
for each row execute function private.touch();

create function private.forget_voice_fit()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  new.voice_fit_score := null;
  new.voice_fit := '{"score": null, "reason": "edited"}'::jsonb;
  return new;
end;
$$;
comment on function private.forget_voice_fit() is 'What was measured of a text says nothing of another one.';

create trigger forget_voice_fit before update of rewritten_script on public.generated_scripts
for each row when (
  new.rewritten_script is distinct from old.rewritten_script and new.voice_fit is not distinct from old.voice_fit
) execute function private.forget_voice_fit();

-- Live updates --------------------------------------------------------------------------------------------------------

create function private.broadcast_generated_scripts()
returns trigger
language plpgsql
volatile
security definer -- sending needs insert on realtime.messages, which the writing role may not have
set search_path = ''
as $$
begin
  perform realtime.send(
    jsonb_build_object(
      'generated_script_id', n.id, 'content_piece_id', n.content_piece_id, 'status', n.status, 'error_code', n.error_code
    ),
    'generated_script', t.topic, true
  )
  from new_rows as n
  join old_rows as o on o.id = n.id and o.status <> n.status
  cross join lateral private.member_topics(n.organization_id, n.client_account_id, 'scripts') as t (topic);
  return null;
end;
$$;
comment on function private.broadcast_generated_scripts() is 'Tells members that a rewrite runs, is ready, or failed.';

create trigger broadcast_update after update on public.generated_scripts
referencing old table as old_rows new table as new_rows
for each statement execute function private.broadcast_generated_scripts();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.generated_scripts enable row level security;

create policy generated_scripts_select_members on public.generated_scripts
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy generated_scripts_update_creators on public.generated_scripts
for update to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'))
with check (organization_id = (select organization_id from private.acting_member));
comment on policy generated_scripts_update_creators on public.generated_scripts is
'Creators polish the rewrite; every other column changes through functions only.';

create policy generated_scripts_delete_creators on public.generated_scripts
for delete to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

grant select on public.generated_scripts to authenticated, service_role;
grant update (rewritten_script) on public.generated_scripts to authenticated;
grant delete on public.generated_scripts to authenticated;
