-- Purpose: what people ask of each other about content: changes to it, and a check by an expert within an agreed time.
-- Objects: revision_requests, qa_requests, policies and grants.

create type public.revision_status as enum ('pending', 'in_progress', 'completed', 'cancelled');
comment on type public.revision_status is 'pending → in_progress → completed; cancelled from either.';

create type public.qa_type as enum ('copywriter_review', 'video_editor_review', 'expert_review');
comment on type public.qa_type is 'Which craft looks at the content.';

create type public.request_priority as enum ('low', 'normal', 'high', 'urgent');
comment on type public.request_priority is 'Ordered: how soon people should turn to it.';

create type public.qa_status as enum ('pending', 'assigned', 'in_review', 'waiting', 'completed', 'cancelled');
comment on type public.qa_status is
'waiting: for an answer of the one who asked; the clock stands still meanwhile.';

-- Revisions -----------------------------------------------------------------------------------------------------------

create table public.revision_requests (
  id uuid constraint revision_requests_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  client_account_id uuid,
  generated_content_id uuid,
  content_version integer,
  scheduled_post_id uuid,
  approval_request_id uuid,
  revision_number integer not null,
  requested_by uuid,
  requested_by_name text,
  assigned_to uuid,
  feedback text not null,
  status public.revision_status not null default 'pending',
  completed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint revision_requests_organization_id_id_key unique (organization_id, id),
  constraint revision_requests_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint revision_requests_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint revision_requests_generated_content_id_fkey foreign key (organization_id, generated_content_id)
    references public.generated_content (organization_id, id) on delete cascade,
  constraint revision_requests_approval_request_id_fkey foreign key (organization_id, approval_request_id)
    references public.approval_requests (organization_id, id) on delete set null (approval_request_id),
  constraint revision_requests_requested_by_fkey foreign key (requested_by)
    references public.profiles (id) on delete set null,
  constraint revision_requests_assigned_to_fkey foreign key (assigned_to)
    references public.profiles (id) on delete set null,
  constraint a_revision_request_is_about_content_or_a_post
    check (num_nonnulls(generated_content_id, scheduled_post_id) = 1),
  constraint revision_requests_content_version_check check (content_version >= 1),
  constraint revision_requests_revision_number_check check (revision_number >= 1),
  constraint revision_requests_requested_by_name_check check (char_length(requested_by_name) between 1 and 100),
  constraint revision_requests_feedback_check check (char_length(feedback) between 1 and 5000),
  constraint completed_revision_requests_have_completed_at check ((completed_at is not null) = (status = 'completed'))
);
create unique index revision_requests_generated_content_id_revision_number_key
on public.revision_requests (organization_id, generated_content_id, revision_number)
where generated_content_id is not null;
create unique index revision_requests_scheduled_post_id_revision_number_key
on public.revision_requests (organization_id, scheduled_post_id, revision_number) where scheduled_post_id is not null;
create index revision_requests_organization_id_created_at_idx
on public.revision_requests (organization_id, created_at desc, id desc);
create index revision_requests_client_account_id_idx
on public.revision_requests (organization_id, client_account_id) where client_account_id is not null;
create index revision_requests_approval_request_id_idx
on public.revision_requests (organization_id, approval_request_id) where approval_request_id is not null;
create index revision_requests_requested_by_idx on public.revision_requests (requested_by)
where requested_by is not null;
create index revision_requests_assigned_to_idx on public.revision_requests (assigned_to, created_at desc)
where assigned_to is not null;
comment on table public.revision_requests is 'Changes somebody wants in content or a post before approving it.';
comment on column public.revision_requests.content_version is 'The version the changes are wanted in.';
comment on column public.revision_requests.revision_number is 'Counts the wishes for changes of one content or post, from 1.';
comment on column public.revision_requests.requested_by_name is
'The name given by somebody without an account, through a review link; nobody has verified it.';

-- Quality assurance ---------------------------------------------------------------------------------------------------

create table public.qa_requests (
  id uuid constraint qa_requests_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  client_account_id uuid,
  generated_content_id uuid not null,
  content_version integer not null,
  user_id uuid,
  qa_type public.qa_type not null,
  priority public.request_priority not null default 'normal',
  status public.qa_status not null default 'pending',
  assigned_to uuid,
  assigned_at timestamptz,
  sla_hours integer,
  due_at timestamptz,
  paused_at timestamptz,
  breached_at timestamptz,
  message text,
  feedback text,
  quality_score numeric(5, 2),
  completed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint qa_requests_organization_id_id_key unique (organization_id, id),
  constraint qa_requests_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint qa_requests_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint qa_requests_generated_content_id_fkey foreign key (organization_id, generated_content_id)
    references public.generated_content (organization_id, id) on delete cascade,
  constraint qa_requests_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint qa_requests_assigned_to_fkey foreign key (assigned_to) references public.profiles (id) on delete set null,
  constraint qa_requests_content_version_check check (content_version >= 1),
  constraint qa_requests_sla_hours_check check (sla_hours in (24, 48, 72)),
  constraint qa_requests_due_at_follows_from_sla_hours check ((due_at is null) = (sla_hours is null)),
  constraint qa_requests_message_check check (char_length(message) <= 2000),
  constraint qa_requests_feedback_check check (char_length(feedback) <= 5000),
  constraint qa_requests_quality_score_check check (quality_score between 0 and 100),
  constraint waiting_qa_requests_are_paused check ((paused_at is not null) = (status = 'waiting')),
  constraint completed_qa_requests_have_completed_at check ((completed_at is not null) = (status = 'completed'))
);
create index qa_requests_organization_id_created_at_idx
on public.qa_requests (organization_id, created_at desc, id desc);
create index qa_requests_open_idx on public.qa_requests (organization_id, priority desc, due_at, id)
where status in ('pending', 'assigned', 'in_review', 'waiting');
create index qa_requests_client_account_id_idx
on public.qa_requests (organization_id, client_account_id) where client_account_id is not null;
create index qa_requests_generated_content_id_idx on public.qa_requests (organization_id, generated_content_id);
create index qa_requests_user_id_idx on public.qa_requests (user_id) where user_id is not null;
create index qa_requests_assigned_to_idx on public.qa_requests (assigned_to, created_at desc)
where assigned_to is not null;
create index qa_requests_due_at_idx on public.qa_requests (due_at)
where status in ('pending', 'assigned', 'in_review') and breached_at is null;
comment on table public.qa_requests is 'One version of content laid before an expert of the team, to be checked within sla_hours.';
comment on column public.qa_requests.user_id is 'Who asked; null once that person is deleted.';
comment on column public.qa_requests.sla_hours is 'Agreed time: 24, 48 or 72 hours by the wall clock; null: none agreed.';
comment on column public.qa_requests.due_at is 'created_at and sla_hours, later by every pause.';
comment on column public.qa_requests.paused_at is 'Since when the clock stands still.';
comment on column public.qa_requests.breached_at is 'When it was found late; recorded and told once.';
comment on column public.qa_requests.quality_score is '0 to 100, given with the completion.';

-- Triggers ------------------------------------------------------------------------------------------------------------

create trigger touch before update on public.revision_requests
for each row execute function private.touch();
create trigger touch before update on public.qa_requests
for each row execute function private.touch();

create trigger broadcast_insert after insert on public.revision_requests
referencing new table as new_rows for each statement execute function private.broadcast_publishing(
  'revision', '{id,generated_content_id,scheduled_post_id,revision_number,status,assigned_to}'
);
create trigger broadcast_update after update on public.revision_requests
referencing old table as old_rows new table as new_rows
for each statement execute function private.broadcast_publishing(
  'revision', '{id,generated_content_id,scheduled_post_id,revision_number,status,assigned_to}'
);
create trigger broadcast_insert after insert on public.qa_requests
referencing new table as new_rows for each statement execute function private.broadcast_publishing(
  'qa', '{id,generated_content_id,status,priority,assigned_to,due_at}'
);
create trigger broadcast_update after update on public.qa_requests
referencing old table as old_rows new table as new_rows
for each statement execute function private.broadcast_publishing(
  'qa', '{id,generated_content_id,status,priority,assigned_to,due_at}'
);

select private.attach_audit('public.revision_requests', p_shown => '{requested_by_name}');
select private.attach_audit('public.qa_requests');

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.revision_requests enable row level security;
alter table public.qa_requests enable row level security;

create policy revision_requests_select_members on public.revision_requests
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy qa_requests_select_staff on public.qa_requests
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));
comment on policy qa_requests_select_staff on public.qa_requests is
'What experts of the team say to each other is not for the client.';

grant select on public.revision_requests, public.qa_requests to authenticated, service_role;
