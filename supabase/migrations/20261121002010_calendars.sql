-- Purpose: plans of what to make and publish on which day.
-- Objects: content_calendars, calendar_entries, set_calendar_entry_status, policies and grants.

create type public.calendar_entry_status as enum ('planned', 'in_progress', 'completed', 'cancelled');
comment on type public.calendar_entry_status is 'completed by hand, or by the post it is linked to being published.';

-- Calendars -----------------------------------------------------------------------------------------------------------

create table public.content_calendars (
  id uuid constraint content_calendars_pkey primary key default gen_random_uuid(),
  organization_id uuid not null default private.active_org(),
  client_account_id uuid,
  user_id uuid default auth.uid(),
  name text not null,
  description text,
  starts_on date not null,
  ends_on date not null,
  timezone text not null default 'Europe/Amsterdam',
  is_ai_generated boolean not null default false,
  ai_strategy jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint content_calendars_organization_id_id_key unique (organization_id, id),
  constraint content_calendars_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint content_calendars_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint content_calendars_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint content_calendars_name_check check (char_length(name) between 1 and 255),
  constraint content_calendars_description_check check (char_length(description) <= 5000),
  constraint content_calendars_end_after_they_start check (ends_on >= starts_on),
  constraint content_calendars_period_check
    check (starts_on >= date '2000-01-01' and ends_on <= date '2200-01-01' and ends_on - starts_on <= 3660),
  constraint content_calendars_timezone_check check (private.is_timezone(timezone)),
  constraint content_calendars_ai_strategy_check
    check (jsonb_typeof(ai_strategy) = 'object' and octet_length(ai_strategy::text) <= 65536)
);
create index content_calendars_organization_id_created_at_idx
on public.content_calendars (organization_id, created_at desc, id desc);
create index content_calendars_client_account_id_idx
on public.content_calendars (organization_id, client_account_id) where client_account_id is not null;
create index content_calendars_user_id_idx on public.content_calendars (user_id) where user_id is not null;
comment on table public.content_calendars is 'A plan for a period, of the organization or of one of its clients.';
comment on column public.content_calendars.user_id is 'Who made it; null once that person is deleted.';
comment on column public.content_calendars.timezone is 'IANA zone in which the times of its entries are meant.';
comment on column public.content_calendars.ai_strategy is 'What a model recommended, and why; written by workers.';

create table public.calendar_entries (
  id uuid constraint calendar_entries_pkey primary key default gen_random_uuid(),
  organization_id uuid not null default private.active_org(),
  client_account_id uuid,
  calendar_id uuid not null,
  scheduled_on date not null,
  time_slot time not null default '00:00',
  platform text,
  planned_topic text,
  content_category text,
  target_keywords text[] not null default '{}',
  tags text[] not null default '{}',
  notes text,
  status public.calendar_entry_status not null default 'planned',
  generated_content_id uuid,
  production_job_id uuid,
  scheduled_post_id uuid,
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint calendar_entries_organization_id_id_key unique (organization_id, id),
  constraint calendar_entries_calendar_id_fkey foreign key (organization_id, calendar_id)
    references public.content_calendars (organization_id, id) on delete cascade,
  constraint calendar_entries_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint calendar_entries_platform_fkey foreign key (platform)
    references public.platforms (slug) on update cascade on delete restrict,
  constraint calendar_entries_generated_content_id_fkey foreign key (organization_id, generated_content_id)
    references public.generated_content (organization_id, id) on delete set null (generated_content_id),
  constraint calendar_entries_production_job_id_fkey foreign key (organization_id, production_job_id)
    references public.production_jobs (organization_id, id) on delete set null (production_job_id),
  constraint calendar_entries_scheduled_post_id_fkey foreign key (organization_id, scheduled_post_id)
    references public.scheduled_posts (organization_id, id) on delete set null (scheduled_post_id),
  constraint calendar_entries_created_by_fkey foreign key (created_by)
    references public.profiles (id) on delete set null,
  constraint calendar_entries_scheduled_on_check check (scheduled_on between date '2000-01-01' and date '2200-01-01'),
  constraint calendar_entries_time_slot_check check (time_slot < '24:00'),
  constraint calendar_entries_planned_topic_check check (char_length(planned_topic) <= 500),
  constraint calendar_entries_content_category_check check (char_length(content_category) <= 100),
  constraint calendar_entries_target_keywords_check
    check (cardinality(target_keywords) <= 100 and octet_length(target_keywords::text) <= 10000),
  constraint calendar_entries_tags_check check (cardinality(tags) <= 100 and octet_length(tags::text) <= 10000),
  constraint calendar_entries_notes_check check (char_length(notes) <= 5000)
);
-- Several a day, one for each time and platform. The organization first: a key of another tenant must not be felt.
create unique index calendar_entries_calendar_id_scheduled_on_time_slot_key
on public.calendar_entries (organization_id, calendar_id, scheduled_on, time_slot, platform) nulls not distinct;
create index calendar_entries_organization_id_scheduled_on_idx
on public.calendar_entries (organization_id, scheduled_on, time_slot, id);
create index calendar_entries_organization_id_created_at_idx
on public.calendar_entries (organization_id, created_at desc, id desc);
create index calendar_entries_organization_id_status_idx
on public.calendar_entries (organization_id, status, scheduled_on);
create index calendar_entries_client_account_id_idx
on public.calendar_entries (organization_id, client_account_id, scheduled_on) where client_account_id is not null;
create index calendar_entries_platform_idx on public.calendar_entries (platform) where platform is not null;
create index calendar_entries_generated_content_id_idx
on public.calendar_entries (organization_id, generated_content_id) where generated_content_id is not null;
create index calendar_entries_production_job_id_idx on public.calendar_entries (organization_id, production_job_id)
where production_job_id is not null;
create index calendar_entries_scheduled_post_id_idx on public.calendar_entries (organization_id, scheduled_post_id)
where scheduled_post_id is not null;
create index calendar_entries_created_by_idx on public.calendar_entries (created_by) where created_by is not null;
comment on table public.calendar_entries is 'Something planned for a day, later linked to what was made and scheduled of it.';
comment on column public.calendar_entries.client_account_id is 'That of the calendar.';
comment on column public.calendar_entries.time_slot is 'Time of day in the zone of the calendar; midnight when the day is all that is known.';

-- Functions -----------------------------------------------------------------------------------------------------------

create function private.inherit_calendar_client()
returns trigger
language plpgsql
volatile
security definer -- reads the calendar whatever the writer may read
set search_path = ''
as $$
begin
  new.client_account_id := (
    select c.client_account_id from public.content_calendars as c
    where c.organization_id = new.organization_id and c.id = new.calendar_id
  );
  return new;
end;
$$;
comment on function private.inherit_calendar_client() is 'An entry is for the client of its calendar.';

create function private.complete_calendar_entries()
returns trigger
language plpgsql
volatile
security definer -- whoever publishes need not be able to write calendars
set search_path = ''
as $$
begin
  update public.calendar_entries as e set status = 'completed'
  from new_rows as n
  join old_rows as o on o.id = n.id
  where n.status = 'published' and o.status <> 'published'
    and e.organization_id = n.organization_id and e.scheduled_post_id = n.id and e.status in ('planned', 'in_progress');
  return null;
end;
$$;
comment on function private.complete_calendar_entries() is 'What was planned is done when its post is out.';

create function private.set_calendar_entry_status(p_calendar_entry_id uuid, p_status public.calendar_entry_status)
returns void
language plpgsql
volatile
security definer -- clients have no grant on status; the organization and role are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
begin
  perform private.require(p_calendar_entry_id is not null, 'p_calendar_entry_id', 'p_calendar_entry_id is missing');
  perform private.require(p_status is not null, 'p_status', 'p_status is missing');
  update public.calendar_entries set status = p_status
  where organization_id = v_organization_id and id = p_calendar_entry_id;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such calendar entry in the active organization');
  end if;
end;
$$;
comment on function private.set_calendar_entry_status(uuid, public.calendar_entry_status) is
'The work of public.set_calendar_entry_status.';

create function public.set_calendar_entry_status(
  p_calendar_entry_id uuid default null, p_status public.calendar_entry_status default null
)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.set_calendar_entry_status(p_calendar_entry_id, p_status)
$$;
comment on function public.set_calendar_entry_status(uuid, public.calendar_entry_status) is
'Says how far a planned entry is. Errors: UNAUTHORIZED, FORBIDDEN (creators), NOT_FOUND, VALIDATION_ERROR.';

-- Triggers ------------------------------------------------------------------------------------------------------------

create trigger touch before update on public.content_calendars
for each row execute function private.touch();
create trigger touch before update on public.calendar_entries
for each row execute function private.touch();
create trigger inherit_client before insert on public.calendar_entries
for each row execute function private.inherit_calendar_client();
create trigger complete_calendar_entries after update on public.scheduled_posts
referencing old table as old_rows new table as new_rows
for each statement execute function private.complete_calendar_entries();

create trigger broadcast_insert after insert on public.calendar_entries
referencing new table as new_rows for each statement execute function private.broadcast_publishing(
  'calendar_entry', '{id,calendar_id,scheduled_on,time_slot,status,scheduled_post_id}'
);
create trigger broadcast_update after update on public.calendar_entries
referencing old table as old_rows new table as new_rows
for each statement execute function private.broadcast_publishing(
  'calendar_entry', '{id,calendar_id,scheduled_on,time_slot,status,scheduled_post_id}'
);

select private.attach_audit('public.content_calendars', p_shown => '{name,timezone}');

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.content_calendars enable row level security;
alter table public.calendar_entries enable row level security;

create policy content_calendars_select_members on public.content_calendars
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy content_calendars_insert_creators on public.content_calendars
for insert to authenticated
with check (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

create policy content_calendars_update_creators on public.content_calendars
for update to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'))
with check (organization_id = (select organization_id from private.acting_member));

create policy content_calendars_delete_creators on public.content_calendars
for delete to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

create policy calendar_entries_select_members on public.calendar_entries
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy calendar_entries_insert_creators on public.calendar_entries
for insert to authenticated
with check (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

create policy calendar_entries_update_creators on public.calendar_entries
for update to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'))
with check (organization_id = (select organization_id from private.acting_member));

create policy calendar_entries_delete_creators on public.calendar_entries
for delete to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

grant select, delete on public.content_calendars, public.calendar_entries to authenticated;
grant insert (name, description, client_account_id, starts_on, ends_on, timezone),
update (name, description, starts_on, ends_on, timezone) on public.content_calendars to authenticated;
grant insert (
  calendar_id, scheduled_on, time_slot, platform, planned_topic, content_category, target_keywords, tags, notes,
  generated_content_id, production_job_id, scheduled_post_id
),
update (
  scheduled_on, time_slot, platform, planned_topic, content_category, target_keywords, tags, notes,
  generated_content_id, production_job_id, scheduled_post_id
) on public.calendar_entries to authenticated;
grant select on public.content_calendars, public.calendar_entries to service_role;
grant execute on function
  public.set_calendar_entry_status(uuid, public.calendar_entry_status),
  private.set_calendar_entry_status(uuid, public.calendar_entry_status)
to authenticated;
