-- Purpose: tell other people's servers what happened: endpoints, and one delivery per event and endpoint.
-- Objects: webhook_event_types, webhook_endpoints, webhook_deliveries, private.emit_event, emit_events,
--          emit_generation_events.

create type public.webhook_delivery_status as enum ('pending', 'delivering', 'succeeded', 'failed', 'cancelled');
comment on type public.webhook_delivery_status is
'pending: waits for its first or next try; failed: given up, replayable; cancelled: its endpoint was switched off.';

create function private.is_webhook_url(p_url text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  -- A name with a dot, no address in figures, no user and password.
  select private.is_http_url(p_url)
    and p_url ~* '^https://([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9](:[0-9]{1,5})?([/?#].*)?$'
    and p_url !~* '^https://[^/?#]*\.(localhost|local|internal|lan|home|corp|intranet)(:[0-9]+)?([/?#].*)?$'
$$;
comment on function private.is_webhook_url(text) is
'An https address of a public-looking name. What the name resolves to is looked at before each delivery.';

-- Tables --------------------------------------------------------------------------------------------------------------

create table public.webhook_event_types (
  slug text constraint webhook_event_types_pkey primary key,
  description text not null,
  is_active boolean not null default true,
  sort_order integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint webhook_event_types_slug_check check (slug ~ '^[a-z][a-z_]*\.[a-z][a-z_]*$')
);
comment on table public.webhook_event_types is 'What an endpoint can subscribe to.';

insert into public.webhook_event_types (slug, description, sort_order) values
  ('generation.completed', 'A generation ended with posts for all or some of its platforms.', 10),
  ('generation.failed', 'A generation ended without any.', 20),
  ('generation.cancelled', 'A generation was cancelled.', 30),
  ('content.approved', 'A piece of content was approved.', 40),
  ('content.rejected', 'A piece of content was rejected.', 50),
  ('approval.requested', 'Somebody is asked to approve.', 60),
  ('production.completed', 'A video, voice or avatar was made.', 70),
  ('production.failed', 'A video, voice or avatar could not be made.', 80),
  ('post.scheduled', 'A post was scheduled.', 90),
  ('post.published', 'A post was published.', 100),
  ('post.failed', 'A post could not be published.', 110),
  ('connection.expired', 'A connection needs to be renewed.', 120),
  ('payment.succeeded', 'A payment succeeded.', 130),
  ('payment.failed', 'A payment failed.', 140),
  ('endpoint.test', 'Sent on request, to try an endpoint.', 1000);

create table public.webhook_endpoints (
  id uuid constraint webhook_endpoints_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  url text not null,
  description text,
  event_types text[] not null,
  vault_secret_name text not null constraint webhook_endpoints_vault_secret_name_key unique,
  previous_vault_secret_name text,
  previous_secret_expires_at timestamptz,
  is_enabled boolean not null default true,
  failure_count integer not null default 0,
  first_failure_at timestamptz,
  last_success_at timestamptz,
  last_failure_at timestamptz,
  disabled_at timestamptz,
  disabled_reason text,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint webhook_endpoints_organization_id_id_key unique (organization_id, id),
  constraint webhook_endpoints_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint webhook_endpoints_created_by_fkey foreign key (created_by)
    references public.profiles (id) on delete set null,
  constraint webhook_endpoints_url_check check (private.is_webhook_url(url)),
  constraint webhook_endpoints_description_check check (char_length(description) <= 500),
  constraint webhook_endpoints_event_types_check check (cardinality(event_types) between 1 and 100),
  constraint webhook_endpoints_failure_count_check check (failure_count >= 0),
  constraint webhook_endpoints_disabled_reason_check check (char_length(disabled_reason) <= 500),
  constraint enabled_webhook_endpoints_are_not_disabled check (is_enabled = (disabled_at is null)),
  constraint previous_webhook_secrets_expire
    check ((previous_vault_secret_name is null) = (previous_secret_expires_at is null))
);
create index webhook_endpoints_organization_id_created_at_idx
on public.webhook_endpoints (organization_id, created_at desc, id desc);
create index webhook_endpoints_created_by_idx on public.webhook_endpoints (created_by) where created_by is not null;
comment on table public.webhook_endpoints is
'Addresses of other people''s servers. Deliveries are signed with a secret from the Vault, after Standard Webhooks.';
comment on column public.webhook_endpoints.url is
'https only; that it does not lead inside is checked again before each delivery, by the addresses the name resolves to.';
comment on column public.webhook_endpoints.event_types is 'Slugs of webhook_event_types.';
comment on column public.webhook_endpoints.previous_vault_secret_name is
'After a rotation deliveries carry both signatures until previous_secret_expires_at.';
comment on column public.webhook_endpoints.failure_count is 'Failed deliveries since the last success; too many for too long switch it off.';

create table public.webhook_deliveries (
  id uuid constraint webhook_deliveries_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  webhook_endpoint_id uuid not null,
  event_id uuid not null,
  event_type text not null,
  payload jsonb not null,
  status public.webhook_delivery_status not null default 'pending',
  attempts integer not null default 0,
  max_attempts integer not null default 8,
  next_attempt_at timestamptz not null default now(),
  lease_expires_at timestamptz,
  worker_id text,
  response_code integer,
  response_body text,
  duration_ms integer,
  error_message text,
  delivered_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint webhook_deliveries_organization_id_id_key unique (organization_id, id),
  constraint webhook_deliveries_webhook_endpoint_id_event_id_key unique (webhook_endpoint_id, event_id),
  constraint webhook_deliveries_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint webhook_deliveries_webhook_endpoint_id_fkey foreign key (organization_id, webhook_endpoint_id)
    references public.webhook_endpoints (organization_id, id) on delete cascade,
  constraint webhook_deliveries_event_type_fkey foreign key (event_type)
    references public.webhook_event_types (slug) on update cascade on delete restrict,
  constraint webhook_deliveries_payload_is_an_object check (jsonb_typeof(payload) = 'object'),
  constraint webhook_deliveries_attempts_check check (attempts between 0 and max_attempts),
  constraint webhook_deliveries_max_attempts_check check (max_attempts between 1 and 50),
  constraint webhook_deliveries_response_code_check check (response_code between 100 and 599),
  constraint webhook_deliveries_response_body_check check (char_length(response_body) <= 2000),
  constraint webhook_deliveries_duration_ms_check check (duration_ms >= 0),
  constraint webhook_deliveries_error_message_check check (char_length(error_message) <= 1000),
  constraint webhook_deliveries_in_work_have_a_lease check ((status = 'delivering') = (lease_expires_at is not null)),
  constraint succeeded_webhook_deliveries_have_delivered_at check ((status = 'succeeded') = (delivered_at is not null))
);
create index webhook_deliveries_due_idx on public.webhook_deliveries (next_attempt_at)
where status in ('pending', 'delivering');
create index webhook_deliveries_organization_id_created_at_idx
on public.webhook_deliveries (organization_id, created_at desc, id desc);
create index webhook_deliveries_webhook_endpoint_id_idx
on public.webhook_deliveries (organization_id, webhook_endpoint_id, created_at desc);
create index webhook_deliveries_event_type_idx on public.webhook_deliveries (event_type);
create index webhook_deliveries_created_at_idx on public.webhook_deliveries (created_at);
comment on table public.webhook_deliveries is 'One row per event and endpoint, written in the transaction of the event itself.';
comment on column public.webhook_deliveries.event_id is 'The webhook-id that the receiver sees, the same on every try.';
comment on column public.webhook_deliveries.payload is 'The body: {id, type, timestamp, data}.';
comment on column public.webhook_deliveries.response_body is 'The first 2,000 characters of the answer.';

insert into private.retention_rules (parent, method, time_column, retain, description)
values ('public.webhook_deliveries', 'delete_rows', 'created_at', interval '30 days', 'Long past their last try.');

-- Emitting ------------------------------------------------------------------------------------------------------------

create function private.webhook_body(p_event_id uuid, p_type text, p_organization_id uuid, p_data jsonb)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_event_id, 'type', p_type, 'timestamp', to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'organization_id', p_organization_id, 'data', coalesce(p_data, '{}')
  )
$$;
comment on function private.webhook_body(uuid, text, uuid, jsonb) is 'What a receiver gets.';

create function private.emit_events(p_organization_ids uuid[], p_types text[], p_payloads jsonb[])
returns integer
language plpgsql
volatile
security definer -- called by triggers in the rights of whoever did something
set search_path = ''
as $$
declare
  v_count integer;
begin
  insert into public.webhook_deliveries (organization_id, webhook_endpoint_id, event_id, event_type, payload)
  select
    w.organization_id, w.id, e.event_id, e.type, private.webhook_body(e.event_id, e.type, e.organization_id, e.data)
  from (
    select gen_random_uuid() as event_id, u.organization_id, u.type, u.data
    from unnest(p_organization_ids, p_types, p_payloads) as u (organization_id, type, data)
  ) as e
  join public.webhook_endpoints as w
    on w.organization_id = e.organization_id and w.is_enabled and e.type = any(w.event_types)
  join public.webhook_event_types as t on t.slug = e.type and t.is_active
  -- What is told must not fail over an endpoint that is deleted at this moment.
  for key share of w;
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;
comment on function private.emit_events(uuid[], text[], jsonb[]) is
'Many events at once: a delivery for each endpoint that subscribes to them. Answers how many.';

create function private.emit_event(p_organization_id uuid, p_type text, p_payload jsonb default '{}')
returns integer
language sql
volatile
set search_path = ''
as $$
  select private.emit_events(array[p_organization_id], array[p_type], array[p_payload])
$$;
comment on function private.emit_event(uuid, text, jsonb) is
'A delivery for each endpoint of the organization that subscribes to this type, in the caller''s transaction. Answers how many.';

create function private.emit_generation_events()
returns trigger
language plpgsql
volatile
security definer -- whoever generates may not write deliveries
set search_path = ''
as $$
begin
  perform private.emit_events(
    array_agg(n.organization_id),
    array_agg('generation.' || case n.status when 'partial' then 'completed' else n.status::text end),
    array_agg(jsonb_build_object(
      'generation_id', n.id, 'status', n.status, 'platforms', n.selected_platforms, 'client_account_id', n.client_account_id,
      'error_code', n.error_code, 'created_at', n.created_at, 'completed_at', n.completed_at
    ))
  )
  from new_rows as n
  join old_rows as o on o.id = n.id
  where n.completed_at is not null and o.completed_at is null
  having count(*) > 0;
  return null;
end;
$$;
comment on function private.emit_generation_events() is 'Tells endpoints that generations ended.';

-- Triggers ------------------------------------------------------------------------------------------------------------

create trigger emit_events after update on public.generations
referencing old table as old_rows new table as new_rows
for each statement execute function private.emit_generation_events();

create trigger touch before update on public.webhook_event_types
for each row execute function private.touch();
create trigger touch before update on public.webhook_endpoints
for each row execute function private.touch();
create trigger touch before update on public.webhook_deliveries
for each row execute function private.touch();
select private.attach_audit(
  'public.webhook_endpoints', 'id', '{failure_count,first_failure_at,last_success_at,last_failure_at}',
  p_shown => '{event_types}'
);

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.webhook_event_types enable row level security;
alter table public.webhook_endpoints enable row level security;
alter table public.webhook_deliveries enable row level security;

create policy webhook_event_types_select_everyone on public.webhook_event_types
for select to authenticated
using (is_active);

create policy webhook_endpoints_select_admins on public.webhook_endpoints
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'admin'));

create policy webhook_deliveries_select_admins on public.webhook_deliveries
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'admin'));

grant select on public.webhook_event_types to authenticated;
-- Names of secrets stay inside.
grant select (
  id, organization_id, url, description, event_types, previous_secret_expires_at, is_enabled, failure_count,
  first_failure_at, last_success_at, last_failure_at, disabled_at, disabled_reason, created_by, created_at, updated_at
) on public.webhook_endpoints to authenticated;
grant select (
  id, organization_id, webhook_endpoint_id, event_id, event_type, payload, status, attempts, max_attempts,
  next_attempt_at, response_code, response_body, duration_ms, error_message, delivered_at, created_at, updated_at
) on public.webhook_deliveries to authenticated;
grant select on public.webhook_endpoints, public.webhook_deliveries to service_role;
grant select, insert, update, delete on public.webhook_event_types to service_role;
