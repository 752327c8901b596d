-- Purpose: what is said in the chats of a canvas, message by message.
-- Objects: chat_messages, policies and grants.

create type public.chat_role as enum ('system', 'user', 'assistant', 'tool');
comment on type public.chat_role is 'Who speaks.';

create type public.chat_message_status as enum ('pending', 'streaming', 'completed', 'failed', 'cancelled');
comment on type public.chat_message_status is
'pending: an answer is awaited; streaming: its text grows; completed: said; failed: see the error; cancelled: stopped, what was said is kept.';

-- Table ---------------------------------------------------------------------------------------------------------------

create table public.chat_messages (
  id uuid constraint chat_messages_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  project_id uuid not null,
  chat_interface_id uuid not null,
  position integer not null,
  role public.chat_role not null,
  content text not null default '',
  status public.chat_message_status not null default 'completed',
  user_id uuid,
  ai_provider text,
  ai_model text,
  input_tokens integer not null default 0,
  output_tokens integer not null default 0,
  cost_usd numeric(12, 6) not null default 0,
  unknown_cost_count integer not null default 0,
  voice_fit_score numeric(5, 2),
  voice_fit jsonb not null default '{}',
  error_code text,
  error_message text,
  job_id bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  completed_at timestamptz,
  constraint chat_messages_chat_interface_id_position_key unique (organization_id, chat_interface_id, position),
  constraint chat_messages_chat_interface_id_fkey foreign key (organization_id, project_id, chat_interface_id)
    references public.chat_interfaces (organization_id, project_id, id) on delete cascade,
  constraint chat_messages_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint chat_messages_position_check check (position >= 0),
  constraint chat_messages_content_check check (char_length(content) <= 100000),
  constraint chat_messages_input_tokens_check check (input_tokens >= 0),
  constraint chat_messages_output_tokens_check check (output_tokens >= 0),
  constraint chat_messages_cost_usd_check check (cost_usd >= 0),
  constraint chat_messages_unknown_cost_count_check check (unknown_cost_count >= 0),
  constraint chat_messages_voice_fit_score_check check (voice_fit_score between 0 and 100),
  constraint chat_messages_voice_fit_is_an_object check (jsonb_typeof(voice_fit) = 'object'),
  constraint chat_messages_error_code_check check (char_length(error_code) between 1 and 100),
  constraint chat_messages_error_message_check check (char_length(error_message) <= 2000),
  constraint people_s_chat_messages_are_complete check (role = 'assistant' or status = 'completed'),
  constraint completed_chat_messages_say_something check (status <> 'completed' or content <> ''),
  constraint ended_chat_messages_have_completed_at
    check ((completed_at is not null) = (status in ('completed', 'failed', 'cancelled'))),
  constraint failed_chat_messages_have_an_error_code check (status <> 'failed' or error_code is not null)
);
create index chat_messages_chat_interface_id_idx
on public.chat_messages (organization_id, project_id, chat_interface_id);
create index chat_messages_status_idx on public.chat_messages (status, created_at)
where status in ('pending', 'streaming');
comment on index public.chat_messages_status_idx is 'Answers under way, for upkeep.';
create index chat_messages_user_id_idx on public.chat_messages (user_id) where user_id is not null;
comment on table public.chat_messages is
'Messages of a chat in their order. Pages go by position: position < the last one seen, newest first.';
comment on column public.chat_messages.position is 'Place in the chat from 0; places of deleted messages stay empty.';
comment on column public.chat_messages.user_id is 'Who wrote it, or whom the assistant answers; null once that person is deleted.';
comment on column public.chat_messages.cost_usd is 'What the AI provider charges for it, failed calls included, US dollars, as far as that is known.';
comment on column public.chat_messages.unknown_cost_count is 'Calls to the provider that may have cost and are not in cost_usd.';
comment on column public.chat_messages.voice_fit is
'Of an answer, with the voice of the project''s brand: {score, manner, nearness}, or {score: null, reason}; docs/brand-voice.md.';
comment on column public.chat_messages.job_id is 'The job that answers; no foreign key, finished jobs move to job_history.';

create trigger touch before update on public.chat_messages
for each row execute function private.touch();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.chat_messages enable row level security;

create policy chat_messages_select_members on public.chat_messages
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and project_id <> all((select private.hidden_projects())::uuid[])
);

create policy chat_messages_delete_editors on public.chat_messages
for delete to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
);

grant select on public.chat_messages to authenticated, service_role;
grant delete on public.chat_messages to authenticated;
