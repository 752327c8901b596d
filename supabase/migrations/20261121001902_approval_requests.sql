-- Purpose: content that waits for approval, bound to exactly one version of it, and what each approver said.
-- Objects: approval_requests, approval_decisions, private.close_outdated_approvals, policies and grants.

create type public.approval_status as enum (
  'pending', 'revision_requested', 'approved', 'rejected', 'cancelled', 'superseded'
);
comment on type public.approval_status is
'pending → approved, rejected, revision_requested, cancelled or superseded (the content changed while it waited);
approved → cancelled (withdrawn). After a revision a request of its own is made, for the version there is then.';

create type public.approval_decision as enum ('approved', 'rejected', 'revision_requested');
comment on type public.approval_decision is
'One rejection ends the request; so does one wish for changes, which makes a revision request.';

-- Requests ------------------------------------------------------------------------------------------------------------

create table public.approval_requests (
  id uuid constraint approval_requests_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  client_account_id uuid,
  workflow_id uuid,
  generated_content_id uuid,
  content_version integer,
  scheduled_post_id uuid,
  post_digest text,
  current_stage smallint default 1,
  status public.approval_status not null default 'pending',
  requested_by uuid,
  requested_at timestamptz not null default now(),
  message text,
  reviewed_by uuid,
  reviewed_at timestamptz,
  feedback text,
  revision_count integer not null default 0,
  due_at timestamptz,
  breached_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint approval_requests_organization_id_id_key unique (organization_id, id),
  constraint approval_requests_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint approval_requests_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint approval_requests_workflow_id_fkey foreign key (organization_id, workflow_id)
    references public.approval_workflows (organization_id, id) on delete set null (workflow_id),
  constraint approval_requests_current_stage_fkey foreign key (organization_id, workflow_id, current_stage)
    references public.approval_stages (organization_id, workflow_id, position) on delete set null (current_stage),
  constraint approval_requests_generated_content_id_fkey foreign key (organization_id, generated_content_id)
    references public.generated_content (organization_id, id) on delete cascade,
  constraint approval_requests_requested_by_fkey foreign key (requested_by)
    references public.profiles (id) on delete set null,
  constraint approval_requests_reviewed_by_fkey foreign key (reviewed_by)
    references public.profiles (id) on delete set null,
  constraint an_approval_request_is_about_one_content_version_or_one_post check (
    num_nonnulls(generated_content_id, scheduled_post_id) = 1
    and (generated_content_id is null) = (content_version is null)
    and (scheduled_post_id is null) = (post_digest is null)
  ),
  constraint approval_requests_content_version_check check (content_version >= 1),
  constraint approval_requests_post_digest_check check (post_digest ~ '^[0-9a-f]{64}$'),
  constraint approval_requests_current_stage_check check (current_stage >= 1),
  constraint approval_requests_message_check check (char_length(message) <= 2000),
  constraint approval_requests_feedback_check check (char_length(feedback) <= 5000),
  constraint approval_requests_revision_count_check check (revision_count >= 0),
  constraint decided_approval_requests_have_reviewed_at
    check (status not in ('approved', 'rejected', 'revision_requested') or reviewed_at is not null)
);
create index approval_requests_organization_id_created_at_idx
on public.approval_requests (organization_id, created_at desc, id desc);
create index approval_requests_organization_id_status_idx
on public.approval_requests (organization_id, status, created_at desc);
create index approval_requests_client_account_id_idx
on public.approval_requests (organization_id, client_account_id) where client_account_id is not null;
create index approval_requests_workflow_id_idx
on public.approval_requests (organization_id, workflow_id, current_stage) where workflow_id is not null;
create index approval_requests_generated_content_id_idx
on public.approval_requests (organization_id, generated_content_id) where generated_content_id is not null;
create unique index approval_requests_pending_content_key
on public.approval_requests (organization_id, generated_content_id)
where status = 'pending' and generated_content_id is not null;
create index approval_requests_scheduled_post_id_idx
on public.approval_requests (organization_id, scheduled_post_id) where scheduled_post_id is not null;
create unique index approval_requests_pending_post_key
on public.approval_requests (organization_id, scheduled_post_id)
where status = 'pending' and scheduled_post_id is not null;
create index approval_requests_requested_by_idx on public.approval_requests (requested_by)
where requested_by is not null;
create index approval_requests_reviewed_by_idx on public.approval_requests (reviewed_by)
where reviewed_by is not null;
create index approval_requests_due_at_idx on public.approval_requests (due_at)
where status = 'pending' and breached_at is null;
comment on table public.approval_requests is
'A wish to have one version of generated content approved, or one post with words of its own. Never moved to another
version.';
comment on column public.approval_requests.content_version is 'The version it covers; a later one is not approved by it.';
comment on column public.approval_requests.post_digest is
'What the post would publish, as scheduled_posts.content_digest; a later change is not approved by it.';
comment on column public.approval_requests.current_stage is 'Position of the stage it waits at or ended at; null once that is gone.';
comment on column public.approval_requests.reviewed_by is 'Who gave the deciding word; null for a review link.';
comment on column public.approval_requests.feedback is 'What was said with the deciding word.';
comment on column public.approval_requests.revision_count is 'How often changes were requested before.';
comment on column public.approval_requests.due_at is 'When the current stage is late: its sla_hours after it was entered.';
comment on column public.approval_requests.breached_at is 'When it was found late in the current stage; told once.';

create table public.approval_decisions (
  id uuid constraint approval_decisions_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  client_account_id uuid,
  approval_request_id uuid not null,
  stage_id uuid,
  stage_position smallint not null,
  reviewer_id uuid,
  review_link_id uuid,
  reviewer_name text,
  decision public.approval_decision not null,
  comment text,
  created_at timestamptz not null default now(),
  constraint approval_decisions_organization_id_id_key unique (organization_id, id),
  constraint approval_decisions_approval_request_id_fkey foreign key (organization_id, approval_request_id)
    references public.approval_requests (organization_id, id) on delete cascade,
  constraint approval_decisions_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint approval_decisions_stage_id_fkey foreign key (organization_id, stage_id)
    references public.approval_stages (organization_id, id) on delete set null (stage_id),
  constraint approval_decisions_reviewer_id_fkey foreign key (reviewer_id)
    references public.profiles (id) on delete set null,
  constraint approval_decisions_stage_position_check check (stage_position >= 1),
  constraint approval_decisions_reviewer_name_check check (char_length(reviewer_name) between 1 and 100),
  constraint approval_decisions_comment_check check (char_length(comment) <= 5000)
);
create unique index approval_decisions_reviewer_key
on public.approval_decisions (approval_request_id, stage_position, reviewer_id) where reviewer_id is not null;
create index approval_decisions_organization_id_approval_request_id_idx
on public.approval_decisions (organization_id, approval_request_id, created_at);
create index approval_decisions_client_account_id_idx
on public.approval_decisions (organization_id, client_account_id) where client_account_id is not null;
create index approval_decisions_stage_id_idx on public.approval_decisions (organization_id, stage_id)
where stage_id is not null;
create index approval_decisions_reviewer_id_idx on public.approval_decisions (reviewer_id)
where reviewer_id is not null;
create unique index approval_decisions_review_link_key
on public.approval_decisions (approval_request_id, stage_position, review_link_id) where review_link_id is not null;
create index approval_decisions_review_link_id_idx
on public.approval_decisions (organization_id, review_link_id) where review_link_id is not null;
comment on table public.approval_decisions is 'One word of one approver at one stage of one request; never changed.';
comment on column public.approval_decisions.review_link_id is 'The link through which somebody without an account decided.';
comment on column public.approval_decisions.reviewer_name is 'The name such a person gave; nobody has verified it.';

-- Triggers ------------------------------------------------------------------------------------------------------------

create function private.guard_approval_request()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform private.raise_error(
    'CONFLICT', 'an approval request cannot take this state or cover another version',
    jsonb_build_object('from', case when tg_op = 'UPDATE' then to_jsonb(old) -> 'status' end, 'to', to_jsonb(new) -> 'status')
  );
  return null;
end;
$$;
comment on function private.guard_approval_request() is 'Raises CONFLICT; its triggers say what is illegal, whoever writes.';

create trigger guard_birth before insert on public.approval_requests
for each row when (new.status <> 'pending') execute function private.guard_approval_request();

create trigger guard_transition before update on public.approval_requests
for each row when (
  new.generated_content_id is distinct from old.generated_content_id
  or new.content_version is distinct from old.content_version
  or new.scheduled_post_id is distinct from old.scheduled_post_id
  or new.post_digest is distinct from old.post_digest
  or (
    new.status <> old.status
    and not case old.status
      when 'pending' then true
      when 'approved' then new.status = 'cancelled'
      else false
    end
  )
)
execute function private.guard_approval_request();

create trigger touch before update on public.approval_requests
for each row execute function private.touch();

create function private.close_outdated_approvals()
returns trigger
language plpgsql
volatile
security definer -- whoever may change the text need not be able to write approvals
set search_path = ''
as $$
begin
  update public.approval_requests as r set status = 'superseded'
  where r.organization_id = new.organization_id and r.generated_content_id = new.id and r.status = 'pending'
    and r.content_version <> new.version;
  return null;
end;
$$;
comment on function private.close_outdated_approvals() is 'Nobody decides about a version that is gone.';

create trigger close_outdated_approvals after update on public.generated_content
for each row when (new.version <> old.version) execute function private.close_outdated_approvals();

create trigger broadcast_insert after insert on public.approval_requests
referencing new table as new_rows
for each statement execute function private.broadcast_publishing(
  'approval', '{id,generated_content_id,content_version,scheduled_post_id,current_stage,status}'
);
create trigger broadcast_update after update on public.approval_requests
referencing old table as old_rows new table as new_rows
for each statement execute function private.broadcast_publishing(
  'approval', '{id,generated_content_id,content_version,scheduled_post_id,current_stage,status}'
);

select private.attach_audit('public.approval_requests');
select private.attach_audit('public.approval_decisions', p_shown => '{reviewer_name}');

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.approval_requests enable row level security;
alter table public.approval_decisions enable row level security;

create policy approval_requests_select_members on public.approval_requests
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy approval_decisions_select_members on public.approval_decisions
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

grant select on public.approval_requests, public.approval_decisions to authenticated, service_role;
