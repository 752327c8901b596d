-- Purpose: tell people what happened, in the application and live.
-- Objects: notification_types, notifications, private.notify, mark_notifications_read.

create table public.notification_types (
  type text constraint notification_types_pkey primary key,
  display_name text not null,
  is_emailed boolean not null default false,
  outcome text,
  expires_after interval not null default '90 days',
  sort_order integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint notification_types_type_check check (type ~ '^[a-z][a-z0-9_]{0,49}$'),
  constraint notification_types_outcome_check check (outcome in ('completed', 'failed')),
  constraint notification_types_expires_after_check check (expires_after > interval '0')
);
comment on table public.notification_types is 'What people are told about; operators extend it.';
comment on column public.notification_types.is_emailed is 'Those who want mails are written to about it.';
comment on column public.notification_types.outcome is
'Work that people wait for ended well (completed) or not (failed): they are written to at once, not with the day''s or week''s rest.';

create table public.notifications (
  id uuid constraint notifications_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  user_id uuid not null,
  type text not null,
  title text not null,
  message text,
  action_url text,
  action_label text,
  metadata jsonb not null default '{}',
  related_entity_type text,
  related_entity_id uuid,
  read_at timestamptz,
  is_read boolean not null generated always as (read_at is not null) stored,
  emailed_at timestamptz,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint notifications_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint notifications_user_id_fkey foreign key (user_id) references public.profiles (id) on delete cascade,
  constraint notifications_type_fkey foreign key (type) references public.notification_types (type)
    on update cascade on delete restrict,
  constraint notifications_title_check check (char_length(title) between 1 and 255),
  constraint notifications_message_check check (char_length(message) <= 2000),
  constraint notifications_action_url_check check (char_length(action_url) <= 2048),
  constraint notifications_action_label_check check (char_length(action_label) <= 100),
  constraint notifications_metadata_is_an_object check (jsonb_typeof(metadata) = 'object'),
  constraint notifications_related_entity_type_check check (char_length(related_entity_type) <= 50),
  constraint notifications_expire_after_they_are_made check (expires_at > created_at)
);
create index notifications_user_id_created_at_id_idx on public.notifications (user_id, created_at desc, id desc);
create index notifications_unread_idx on public.notifications (user_id, created_at desc) where read_at is null;
create index notifications_digest_idx on public.notifications (created_at) where read_at is null and emailed_at is null;
create index notifications_expires_at_idx on public.notifications (expires_at);
create index notifications_organization_id_idx on public.notifications (organization_id);
create index notifications_type_idx on public.notifications (type);
comment on table public.notifications is 'One row per person who is told; gone when it expires.';
comment on column public.notifications.emailed_at is 'When the digest that holds it was sent.';

insert into public.notification_types (type, display_name, is_emailed, outcome, sort_order) values
  ('content_ready', 'Content is ready', true, 'completed', 10),
  ('content_failed', 'Content could not be made', true, 'failed', 20),
  ('approval_needed', 'Approval is needed', true, null, 30),
  ('approval_decided', 'An approval was decided', true, null, 40),
  ('revision_requested', 'A revision was requested', true, null, 50),
  ('publish_succeeded', 'A post was published', false, 'completed', 60),
  ('publish_failed', 'A post was not published', true, 'failed', 70),
  ('connection_expired', 'A connection must be renewed', true, null, 80),
  ('quota_warning', 'A quota is nearly used up', true, null, 90),
  ('payment_failed', 'A payment failed', true, null, 100),
  ('subscription_changed', 'The subscription changed', true, null, 110),
  ('member_joined', 'A member joined', false, null, 120),
  ('system_notice', 'A notice from the platform', false, null, 130);

insert into private.retention_rules (parent, method, time_column, retain, description)
values ('public.notifications', 'delete_rows', 'expires_at', interval '0', 'Each notification knows when it expires.');

-- Functions -----------------------------------------------------------------------------------------------------------

create function private.notify(
  p_organization_id uuid,
  p_user_id uuid,
  p_type text,
  p_title text,
  p_message text default null,
  p_action_url text default null,
  p_action_label text default null,
  p_entity_type text default null,
  p_entity_id uuid default null,
  p_metadata jsonb default '{}',
  p_minimum_role public.member_role default 'viewer',
  p_expires_at timestamptz default null
)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_count integer;
begin
  -- Telling somebody must not fail what they are told about: texts are cut to fit, and strangers are left out, as are
  -- those who are erased at this moment.
  insert into public.notifications (
    organization_id, user_id, type, title, message, action_url, action_label, metadata, related_entity_type,
    related_entity_id,
    expires_at
  )
  select
    m.organization_id, m.user_id, t.type,
    left(coalesce(nullif(p_title, ''), t.display_name), 255), left(p_message, 2000),
    case when char_length(p_action_url) <= 2048 then p_action_url end, left(p_action_label, 100),
    private.to_json_object(p_metadata),
    left(p_entity_type, 50), p_entity_id,
    case when p_expires_at > now() then p_expires_at else now() + t.expires_after end
  from public.organization_members as m
  join public.profiles as p on p.id = m.user_id
  join public.notification_types as t
    on t.type = coalesce((select k.type from public.notification_types as k where k.type = p_type), 'system_notice')
  where m.organization_id = p_organization_id and m.status = 'active' and m.role >= p_minimum_role
    and (m.user_id = p_user_id or p_user_id is null)
  for key share of p;
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;
comment on function private.notify(
  uuid, uuid, text, text, text, text, text, text, uuid, jsonb, public.member_role, timestamptz
) is
'Tells one member, or with p_user_id null all members of p_minimum_role or higher. Answers how many were told.';

create function public.mark_notifications_read(p_ids uuid[] default null)
returns integer
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_count integer;
begin
  if auth.uid() is null then
    perform private.raise_error('UNAUTHORIZED', 'sign in first');
  end if;
  perform private.require(coalesce(cardinality(p_ids), 0) <= 1000, 'p_ids', 'p_ids can hold 1,000 ids');
  update public.notifications as n
  set read_at = now()
  where n.user_id = auth.uid() and n.read_at is null and (p_ids is null or n.id = any(p_ids));
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;
comment on function public.mark_notifications_read(uuid[]) is
'Marks the caller''s notifications with these ids read, or all of them without p_ids; answers how many were unread. Errors: UNAUTHORIZED.';

create function private.broadcast_notifications()
returns trigger
language plpgsql
volatile
security definer -- sending needs insert on realtime.messages, which the writing role may not have
set search_path = ''
as $$
begin
  perform realtime.send(
    jsonb_build_object(
      'id', n.id, 'organization_id', n.organization_id, 'type', n.type, 'title', n.title, 'message', n.message,
      'action_url', n.action_url, 'action_label', n.action_label, 'related_entity_type', n.related_entity_type,
      'related_entity_id', n.related_entity_id, 'created_at', n.created_at,
      'is_push', coalesce(s.is_push_notifications_enabled, false)
    ),
    'notification', 'user:' || n.user_id || ':notifications', true
  )
  from new_rows as n
  left join public.user_settings as s on s.user_id = n.user_id;
  return null;
end;
$$;
comment on function private.broadcast_notifications() is
'Shows a notification at once to those who listen on user:<id>:notifications; with is_push also outside of the page.';

-- Triggers ------------------------------------------------------------------------------------------------------------

create trigger touch before update on public.notification_types
for each row execute function private.touch();
create trigger touch before update on public.notifications
for each row execute function private.touch();
create trigger broadcast_insert after insert on public.notifications
referencing new table as new_rows for each statement execute function private.broadcast_notifications();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.notification_types enable row level security;
alter table public.notifications enable row level security;

create policy notification_types_select_everyone on public.notification_types
for select to authenticated
using (type is not null);

create policy notifications_select_own on public.notifications
for select to authenticated
using (user_id = (select auth.uid()) and organization_id = any((select private.organization_ids())::uuid[]));
comment on policy notifications_select_own on public.notifications is
'Of all the person''s organizations, whichever is active; no longer of one that removed them.';

create policy notifications_update_own on public.notifications
for update to authenticated
using (user_id = (select auth.uid()) and organization_id = any((select private.organization_ids())::uuid[]))
with check (user_id = (select auth.uid()));

create policy notifications_delete_own on public.notifications
for delete to authenticated
using (user_id = (select auth.uid()) and organization_id = any((select private.organization_ids())::uuid[]));

grant select on public.notification_types to authenticated;
grant select, delete on public.notifications to authenticated;
grant update (read_at) on public.notifications to authenticated;
grant select, insert, update, delete on public.notification_types to service_role;
grant select, delete on public.notifications to service_role;
grant update (emailed_at) on public.notifications to service_role;
grant execute on function public.mark_notifications_read(uuid[]) to authenticated;
