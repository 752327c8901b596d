-- Purpose: each try to publish a post, so that none is lost and none goes out twice.
-- Objects: publish_attempts, its guard, policies and grants.

create type public.publish_outcome as enum ('succeeded', 'failed', 'unknown');
comment on type public.publish_outcome is
'unknown: the call was made and its answer never came. The platform is asked what it has; nothing is sent again
before.';

create table public.publish_attempts (
  id uuid constraint publish_attempts_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  scheduled_post_id uuid not null,
  attempt_number integer not null,
  job_id bigint,
  worker_id text,
  lease integer not null default 1,
  lease_expires_at timestamptz,
  content_version integer,
  content_digest text not null,
  request jsonb not null,
  checkpoint jsonb not null default '{}',
  outcome public.publish_outcome,
  platform_post_id text,
  platform_post_url text,
  response jsonb not null default '{}',
  error_code text,
  error_message text,
  started_at timestamptz not null default now(),
  settled_at timestamptz,
  reconcile_count integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint publish_attempts_organization_id_id_key unique (organization_id, id),
  constraint publish_attempts_scheduled_post_id_attempt_number_key
    unique (organization_id, scheduled_post_id, attempt_number),
  constraint publish_attempts_scheduled_post_id_fkey foreign key (organization_id, scheduled_post_id)
    references public.scheduled_posts (organization_id, id) on delete cascade,
  constraint publish_attempts_attempt_number_check check (attempt_number >= 1),
  constraint publish_attempts_lease_check check (lease >= 1),
  constraint publish_attempts_worker_id_check check (char_length(worker_id) <= 200),
  constraint publish_attempts_content_digest_check check (content_digest ~ '^[0-9a-f]{64}$'),
  constraint publish_attempts_request_is_an_object check (jsonb_typeof(request) = 'object'),
  constraint publish_attempts_checkpoint_check
    check (jsonb_typeof(checkpoint) = 'object' and octet_length(checkpoint::text) <= 65536),
  constraint publish_attempts_response_check
    check (jsonb_typeof(response) = 'object' and octet_length(response::text) <= 65536),
  constraint publish_attempts_platform_post_id_check check (char_length(platform_post_id) between 1 and 255),
  constraint publish_attempts_platform_post_url_check check (private.is_http_url(platform_post_url)),
  constraint publish_attempts_error_code_check check (char_length(error_code) <= 100),
  constraint publish_attempts_error_message_check check (char_length(error_message) <= 2000),
  constraint publish_attempts_reconcile_count_check check (reconcile_count >= 0),
  constraint settled_publish_attempts_have_settled_at
    check ((settled_at is not null) = (outcome is not null and outcome <> 'unknown')),
  constraint running_publish_attempts_have_a_lease check (outcome is not null or lease_expires_at is not null),
  constraint failed_publish_attempts_have_an_error_code
    check (outcome is null or outcome = 'succeeded' or error_code is not null)
);
-- The heart of it: beside failed ones a post has one attempt, be it running, of unknown outcome or the one that
-- succeeded.
create unique index publish_attempts_not_failed_key on public.publish_attempts (scheduled_post_id)
where outcome is distinct from 'failed'::public.publish_outcome;
create index publish_attempts_lease_expires_at_idx on public.publish_attempts (lease_expires_at) where outcome is null;
create index publish_attempts_unknown_idx on public.publish_attempts (lease_expires_at) where outcome = 'unknown';
create index publish_attempts_organization_id_created_at_idx
on public.publish_attempts (organization_id, created_at desc, id desc);
create index publish_attempts_job_id_idx on public.publish_attempts (job_id) where job_id is not null;

comment on table public.publish_attempts is
'One try to publish one post: what was to be sent, how far it came, how it ended. Written through functions for
workers only.';
comment on column public.publish_attempts.job_id is 'The job that tries; no foreign key, finished jobs move to job_history.';
comment on column public.publish_attempts.lease is
'Fencing token: grows when somebody else takes the attempt over; a worker writes with the one it was given.';
comment on column public.publish_attempts.lease_expires_at is
'Until when the attempt is its worker''s. Lapsed without an outcome, the attempt is of unknown outcome.';
comment on column public.publish_attempts.content_version is 'The version that was sent.';
comment on column public.publish_attempts.request is
'What is sent: the words and media as they were when the attempt began, so that a later change of the content is not
half published.';
comment on column public.publish_attempts.checkpoint is
'What the platform gave us on the way: an upload session, a container, a publish id. Written before the next call is
made.';
comment on column public.publish_attempts.settled_at is 'When it was certain that it succeeded or failed.';
comment on column public.publish_attempts.reconcile_count is 'How often the platform was asked what became of it.';

-- Triggers ------------------------------------------------------------------------------------------------------------

create function private.guard_publish_attempt()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform private.raise_error(
    'CONFLICT', 'a publish attempt that is settled does not change, and a lease only grows',
    jsonb_build_object('from', old.outcome, 'to', new.outcome)
  );
  return null;
end;
$$;
comment on function private.guard_publish_attempt() is 'Raises CONFLICT; its trigger says what is illegal, whoever writes.';

create trigger guard before update on public.publish_attempts
for each row when (
  old.outcome in ('succeeded', 'failed')
  or (old.outcome = 'unknown' and new.outcome is null)
  or new.lease < old.lease
  or new.scheduled_post_id <> old.scheduled_post_id
  or new.request <> old.request
)
execute function private.guard_publish_attempt();

create trigger touch before update on public.publish_attempts
for each row execute function private.touch();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.publish_attempts enable row level security;

create policy publish_attempts_select_staff on public.publish_attempts
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));

-- Checkpoints can hold addresses that upload without a further password; members see how it went.
grant select (
  id, organization_id, scheduled_post_id, attempt_number, job_id, content_version, content_digest, outcome,
  platform_post_id, platform_post_url, error_code, error_message, started_at, settled_at, reconcile_count, created_at,
  updated_at
) on public.publish_attempts to authenticated;
grant select on public.publish_attempts to service_role;
