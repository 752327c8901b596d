-- Purpose: the inbox of other services' webhooks: each event once, processed once, in order per subject.
-- Objects: webhook_event_status, webhook_sources, webhook_events, private.webhook_event_keys, receive_webhook_event,
--          claim_webhook_events, complete_webhook_event, fail_webhook_event, replay_webhook_event.

create type public.webhook_event_status as enum (
  'pending', 'processing', 'processed', 'ignored', 'quarantined', 'failed'
);
comment on type public.webhook_event_status is
'pending: waits for its turn or its next try; ignored: of a kind nobody handles; quarantined: belongs to nobody we know;
failed: given up, replayable.';

-- Tables --------------------------------------------------------------------------------------------------------------

create table public.webhook_sources (
  slug text constraint webhook_sources_pkey primary key,
  display_name text not null,
  signature_scheme text not null,
  max_attempts integer not null default 8,
  is_active boolean not null default true,
  sort_order integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint webhook_sources_slug_check check (slug ~ '^[a-z][a-z0-9_]{0,31}$'),
  constraint webhook_sources_max_attempts_check check (max_attempts between 1 and 50)
);
comment on table public.webhook_sources is 'Services that may send us events; operators extend it.';
comment on column public.webhook_sources.signature_scheme is
'How the landing point checks a delivery before it calls receive_webhook_event.';

insert into public.webhook_sources (slug, display_name, signature_scheme, sort_order) values
  ('stripe', 'Stripe', 'stripe', 10),
  ('razorpay', 'Razorpay', 'hmac_sha256_hex', 20),
  ('cashfree', 'Cashfree', 'timestamp_body_hmac_sha256_base64', 30),
  ('clerk', 'Clerk', 'standard_webhooks', 40),
  ('svix', 'Svix', 'standard_webhooks', 50),
  ('revid', 'RevID', 'secret_path', 60),
  ('heygen', 'HeyGen', 'hmac_sha256_hex', 70),
  ('elevenlabs', 'ElevenLabs', 'timestamp_body_hmac_sha256_hex', 80);

create table private.webhook_event_keys (
  source text not null,
  event_id text not null,
  received_at timestamptz not null default now(),
  constraint webhook_event_keys_pkey primary key (source, event_id),
  constraint webhook_event_keys_source_fkey foreign key (source)
    references public.webhook_sources (slug) on update cascade on delete restrict
);
create index webhook_event_keys_received_at_idx on private.webhook_event_keys using brin (received_at);
comment on table private.webhook_event_keys is
'Which events have ever come in: outlives the events themselves, so that a late replay of an old one does nothing.';

create table public.webhook_events (
  id uuid constraint webhook_events_pkey primary key default gen_random_uuid(),
  position bigint not null generated always as identity,
  source text not null,
  event_id text not null,
  event_type text not null,
  subject text,
  organization_id uuid,
  payload jsonb not null,
  headers jsonb not null default '{}',
  status public.webhook_event_status not null default 'pending',
  attempts integer not null default 0,
  next_retry_at timestamptz not null default now(),
  lease_expires_at timestamptz,
  worker_id text,
  error_code text,
  error_message text,
  occurred_at timestamptz not null default now(),
  processed_at timestamptz,
  processed boolean not null generated always as (processed_at is not null) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint webhook_events_source_event_id_key unique (source, event_id),
  constraint webhook_events_source_fkey foreign key (source)
    references public.webhook_sources (slug) on update cascade on delete restrict,
  constraint webhook_events_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint webhook_events_event_id_check check (char_length(event_id) between 1 and 255),
  constraint webhook_events_event_type_check check (char_length(event_type) between 1 and 255),
  constraint webhook_events_subject_check check (char_length(subject) between 1 and 255),
  constraint webhook_events_headers_is_an_object check (jsonb_typeof(headers) = 'object'),
  constraint webhook_events_attempts_check check (attempts >= 0),
  constraint webhook_events_error_message_check check (char_length(error_message) <= 2000),
  constraint webhook_events_in_work_have_a_lease check ((status = 'processing') = (lease_expires_at is not null)),
  constraint ended_webhook_events_have_processed_at
    check ((processed_at is not null) = (status in ('processed', 'ignored')))
);
create index webhook_events_unprocessed_idx on public.webhook_events (occurred_at, position)
where status in ('pending', 'processing');
create index webhook_events_subject_idx on public.webhook_events (source, subject, occurred_at, position)
where status in ('pending', 'processing');
create unique index webhook_events_in_work_key on public.webhook_events (source, subject)
where status = 'processing' and subject is not null;
create index webhook_events_attention_idx on public.webhook_events (created_at desc)
where status in ('quarantined', 'failed');
create index webhook_events_created_at_idx on public.webhook_events (created_at desc);
create index webhook_events_processed_at_idx on public.webhook_events (processed_at) where processed_at is not null;
create index webhook_events_organization_id_idx on public.webhook_events (organization_id)
where organization_id is not null;
comment on table public.webhook_events is
'Events of other services, as they came. Landing points check the signature and store; the work happens after the answer.';
comment on column public.webhook_events.event_id is 'The sender''s id, the same on every delivery of an event.';
comment on column public.webhook_events.subject is
'What the event is about in the sender''s world, such as a subscription id: events of one subject are processed one after the other.';
comment on column public.webhook_events.organization_id is 'Whom it concerns, once that is known.';
comment on column public.webhook_events.attempts is 'How often it was claimed; the number is also the token that fences late answers off.';
comment on column public.webhook_events.occurred_at is 'By the sender''s clock; decides the order within a subject.';

insert into private.retention_rules (parent, method, time_column, retain, description) values
  ('public.webhook_events', 'delete_rows', 'processed_at', interval '30 days',
    'Processed events go after 30 days; what waits or failed stays. private.webhook_event_keys still knows them.'),
  ('private.webhook_event_keys', 'delete_rows', 'received_at', interval '2 years', 'No service replays events that old.');

-- Receiving -----------------------------------------------------------------------------------------------------------

create function public.receive_webhook_event(
  p_source text,
  p_event_id text,
  p_event_type text,
  p_payload jsonb,
  p_subject text default null,
  p_occurred_at timestamptz default null,
  p_headers jsonb default '{}',
  p_organization_id uuid default null
)
returns jsonb
language plpgsql
volatile
security definer -- landing points hold no grant to write events
set search_path = ''
as $$
declare
  v_event public.webhook_events;
begin
  perform private.require(
    exists (select from public.webhook_sources as s where s.slug = p_source and s.is_active), 'p_source', 'p_source is not a known sender'
  );
  p_event_id := private.require_text(p_event_id, 'p_event_id', 255);
  p_event_type := private.require_text(p_event_type, 'p_event_type', 255);
  p_subject := nullif(private.require_text(p_subject, 'p_subject', 255, 0, true), '');
  perform private.require(p_payload is not null, 'p_payload', 'p_payload is missing');
  perform private.require(octet_length(p_payload::text) <= 1048576, 'p_payload', 'p_payload is larger than 1 MiB');
  perform private.require(
    jsonb_typeof(p_headers) = 'object' and octet_length(p_headers::text) <= 16384, 'p_headers', 'p_headers must be a small object'
  );
  -- A second delivery at the same moment waits here, and finds the first one's row, or takes over when that rolls back.
  insert into private.webhook_event_keys (source, event_id)
  values (p_source, p_event_id)
  on conflict on constraint webhook_event_keys_pkey do nothing;
  if not found then
    return jsonb_build_object(
      'id', (select e.id from public.webhook_events as e where e.source = p_source and e.event_id = p_event_id),
      'is_duplicate', true
    );
  end if;
  insert into public.webhook_events (
    source, event_id, event_type, subject, organization_id, payload, headers, occurred_at
  )
  values (
    p_source, p_event_id, p_event_type, p_subject,
    (select o.id from public.organizations as o where o.id = p_organization_id), p_payload, p_headers,
    -- A sender's clock may be wrong; one from the future would hold its successors up.
    least(coalesce(p_occurred_at, now()), now())
  )
  returning * into v_event;
  return jsonb_build_object('id', v_event.id, 'is_duplicate', false);
end;
$$;
comment on function public.receive_webhook_event(text, text, text, jsonb, text, timestamptz, jsonb, uuid) is
'Stores an event whose signature was checked, once: {id, is_duplicate}. A duplicate is a success to the sender. Errors: VALIDATION_ERROR.';

-- Processing ----------------------------------------------------------------------------------------------------------

create function private.rescue_webhook_events()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_rescued integer;
begin
  with lapsed as (
    select e.id from public.webhook_events as e
    where e.status = 'processing' and e.lease_expires_at <= now()
    for update skip locked
  )
  update public.webhook_events as e
  set
    status = case when e.attempts >= s.max_attempts then 'failed' else 'pending' end::public.webhook_event_status,
    lease_expires_at = null, worker_id = null, error_code = 'LEASE_EXPIRED',
    error_message = format('worker %s did not answer in time', e.worker_id), next_retry_at = now()
  from lapsed as l, public.webhook_sources as s
  where e.id = l.id and s.slug = e.source;
  get diagnostics v_rescued = row_count;
  return v_rescued;
end;
$$;
comment on function private.rescue_webhook_events() is 'Takes events back from workers that are gone; the lost attempt counts.';

create function public.claim_webhook_events(
  p_worker_id text, p_limit integer default 20, p_lease_seconds integer default 60, p_sources text[] default null
)
returns setof public.webhook_events
language plpgsql
volatile
security definer -- workers hold no grant to write events
set search_path = ''
as $$
declare
  v_candidate record;
  v_event public.webhook_events;
  v_claimed integer := 0;
begin
  p_worker_id := private.require_text(p_worker_id, 'p_worker_id', 200);
  perform private.require(p_limit between 1 and 200, 'p_limit', 'p_limit must be between 1 and 200');
  perform private.require(p_lease_seconds between 5 and 3600, 'p_lease_seconds', 'p_lease_seconds must be between 5 and 3600');
  perform private.rescue_webhook_events();
  for v_candidate in
    select e.id, e.source, e.subject
    from public.webhook_events as e
    where e.status = 'pending' and e.next_retry_at <= now()
      and (p_sources is null or e.source = any(p_sources))
      and not exists (
        select from public.webhook_events as b
        where b.source = e.source and b.subject = e.subject and b.status in ('pending', 'processing')
          and (b.occurred_at, b.position) < (e.occurred_at, e.position)
      )
    order by e.occurred_at, e.position
    limit p_limit * 2
  loop
    -- Two workers that look at one subject at once: one of them passes on.
    continue when v_candidate.subject is not null and not pg_try_advisory_xact_lock(
      hashtextextended(v_candidate.source || ' ' || v_candidate.subject, 4711)
    );
    -- Asked again under the lock, by a statement that sees what others have just committed.
    update public.webhook_events as e
    set
      status = 'processing', attempts = e.attempts + 1, worker_id = p_worker_id,
      lease_expires_at = now() + make_interval(secs => p_lease_seconds)
    where e.id = (
        select p.id from public.webhook_events as p
        where p.id = v_candidate.id and p.status = 'pending' and p.next_retry_at <= now()
        for update skip locked
      )
      and not exists (
        select from public.webhook_events as b
        where b.source = e.source and b.subject = e.subject and b.id <> e.id
          and (b.status = 'processing' or (b.status = 'pending' and (b.occurred_at, b.position) < (e.occurred_at, e.position)))
      )
    returning e.* into v_event;
    if found then
      v_claimed := v_claimed + 1;
      return next v_event;
    end if;
    exit when v_claimed >= p_limit;
  end loop;
end;
$$;
comment on function public.claim_webhook_events(text, integer, integer, text[]) is
'Events to process, oldest first, at most one per subject at a time. Answer each with complete_ or fail_webhook_event and its attempts.';

create function private.webhook_event_in_work(p_id uuid, p_attempt integer)
returns public.webhook_events
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_event public.webhook_events;
begin
  select e.* into v_event from public.webhook_events as e where e.id = p_id for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such event');
  end if;
  if v_event.status <> 'processing' or v_event.attempts is distinct from p_attempt then
    perform private.raise_error('CONFLICT', 'this attempt is over: another worker has the event, or it has ended');
  end if;
  return v_event;
end;
$$;
comment on function private.webhook_event_in_work(uuid, integer) is 'The event when this attempt still holds it, else CONFLICT.';

create function public.complete_webhook_event(
  p_id uuid,
  p_attempt integer,
  p_status public.webhook_event_status default 'processed',
  p_organization_id uuid default null,
  p_message text default null
)
returns void
language plpgsql
volatile
security definer -- workers hold no grant to write events
set search_path = ''
as $$
declare
  v_event public.webhook_events := private.webhook_event_in_work(p_id, p_attempt);
begin
  perform private.require(
    p_status in ('processed', 'ignored', 'quarantined'), 'p_status', 'p_status must be processed, ignored or quarantined'
  );
  update public.webhook_events as e
  set
    status = p_status, lease_expires_at = null, worker_id = null, error_code = null,
    error_message = left(p_message, 2000),
    organization_id = coalesce(
      (select o.id from public.organizations as o where o.id = p_organization_id), e.organization_id
    ),
    processed_at = case when p_status in ('processed', 'ignored') then now() end
  where e.id = p_id;
  if p_status = 'quarantined' then
    perform private.write_system_log(
      'error', 'webhooks', 'webhook_quarantined', format('an event of %s belongs to nobody we know', v_event.source),
      jsonb_build_object('webhook_event_id', p_id, 'event_type', v_event.event_type)
    );
  end if;
end;
$$;
comment on function public.complete_webhook_event(uuid, integer, public.webhook_event_status, uuid, text) is
'Ends an event in the transaction of its effect. Errors: NOT_FOUND, CONFLICT (the attempt is over), VALIDATION_ERROR.';

create function public.fail_webhook_event(
  p_id uuid, p_attempt integer, p_code text, p_message text, p_retry_after_seconds integer default null
)
returns public.webhook_event_status
language plpgsql
volatile
security definer -- workers hold no grant to write events
set search_path = ''
as $$
declare
  v_event public.webhook_events := private.webhook_event_in_work(p_id, p_attempt);
  v_given_up boolean;
begin
  select v_event.attempts >= s.max_attempts into strict v_given_up
  from public.webhook_sources as s
  where s.slug = v_event.source;
  update public.webhook_events as e
  set
    status = case when v_given_up then 'failed' else 'pending' end::public.webhook_event_status,
    lease_expires_at = null, worker_id = null, error_code = left(p_code, 100), error_message = left(p_message, 2000),
    next_retry_at = now() + make_interval(
      secs => coalesce(
        case when p_retry_after_seconds >= 0 then least(p_retry_after_seconds, 86400)::double precision end,
        least(3600, 5 * 2 ^ (v_event.attempts - 1)) * (0.75 + random() / 2)
      )
    )
  where e.id = p_id;
  if v_given_up then
    perform private.write_system_log(
      'error', 'webhooks', 'webhook_failed', format('an event of %s was given up after %s attempts', v_event.source, v_event.attempts),
      jsonb_build_object('webhook_event_id', p_id, 'event_type', v_event.event_type, 'code', left(p_code, 100))
    );
  end if;
  return case when v_given_up then 'failed' else 'pending' end::public.webhook_event_status;
end;
$$;
comment on function public.fail_webhook_event(uuid, integer, text, text, integer) is
'Another try later, with growing delays, or none when attempts are used up; its successors then no longer wait for it.';

create function public.replay_webhook_event(p_id uuid)
returns void
language plpgsql
volatile
security definer -- operators hold no grant to write events
set search_path = ''
as $$
begin
  update public.webhook_events as e
  set status = 'pending', attempts = 0, next_retry_at = now(), processed_at = null, error_code = null, error_message = null
  where e.id = p_id and e.status in ('failed', 'quarantined', 'ignored');
  if not found then
    perform private.raise_error('CONFLICT', 'only failed, quarantined and ignored events are replayed');
  end if;
end;
$$;
comment on function public.replay_webhook_event(uuid) is 'For operators: processes an event again that had no effect. Errors: CONFLICT.';

-- Triggers, row level security and grants -----------------------------------------------------------------------------

create trigger touch before update on public.webhook_sources
for each row execute function private.touch();
create trigger touch before update on public.webhook_events
for each row execute function private.touch();

alter table public.webhook_sources enable row level security;
alter table private.webhook_event_keys enable row level security;
alter table public.webhook_events enable row level security;

grant select, insert, update, delete on public.webhook_sources to service_role;
grant select on public.webhook_events to service_role;
grant execute on function
  public.claim_webhook_events(text, integer, integer, text[]),
  public.complete_webhook_event(uuid, integer, public.webhook_event_status, uuid, text),
  public.fail_webhook_event(uuid, integer, text, text, integer)
to service_role, catalyst_worker;
grant execute on function
  public.receive_webhook_event(text, text, text, jsonb, text, timestamptz, jsonb, uuid),
  public.replay_webhook_event(uuid)
to service_role;
