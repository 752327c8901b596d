-- Purpose: the times of day at which an account publishes, for queues that fill themselves.
-- Objects: posting_slots, policies and grants.

create table public.posting_slots (
  id uuid constraint posting_slots_pkey primary key default gen_random_uuid(),
  organization_id uuid not null default private.active_org(),
  social_account_id uuid not null,
  queue text not null default 'default',
  weekdays smallint[] not null default '{1,2,3,4,5,6,7}',
  local_time time not null,
  timezone text not null default 'Europe/Amsterdam',
  is_active boolean not null default true,
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint posting_slots_organization_id_id_key unique (organization_id, id),
  constraint posting_slots_social_account_id_fkey foreign key (organization_id, social_account_id)
    references public.social_accounts (organization_id, id) on delete cascade,
  constraint posting_slots_created_by_fkey foreign key (created_by) references public.profiles (id) on delete set null,
  constraint posting_slots_queue_check check (queue ~ '^[a-z][a-z0-9_-]{0,49}$'),
  constraint posting_slots_weekdays_check
    check (cardinality(weekdays) between 1 and 7 and weekdays <@ '{1,2,3,4,5,6,7}'::smallint[]),
  constraint posting_slots_local_time_check check (local_time < '24:00'),
  constraint posting_slots_timezone_check check (private.is_timezone(timezone))
);
-- The organization first: a key of another tenant must not be felt.
create unique index posting_slots_social_account_id_queue_local_time_key
on public.posting_slots (organization_id, social_account_id, queue, local_time, timezone, weekdays);
create index posting_slots_organization_id_created_at_idx
on public.posting_slots (organization_id, created_at desc, id desc);
create index posting_slots_created_by_idx on public.posting_slots (created_by) where created_by is not null;
comment on table public.posting_slots is
'A time of day in a zone, on some weekdays, at which an account publishes what is next. Kept as people say it, so that
it stays at that time of day when clocks change.';
comment on column public.posting_slots.queue is 'Lets an account have several queues, such as stories and posts.';
comment on column public.posting_slots.weekdays is '1 is Monday, 7 is Sunday.';
comment on column public.posting_slots.local_time is 'As a clock in timezone shows it.';

create trigger touch before update on public.posting_slots
for each row execute function private.touch();

select private.attach_audit('public.posting_slots', p_shown => '{queue,timezone}');

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.posting_slots enable row level security;

create policy posting_slots_select_staff on public.posting_slots
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));

create policy posting_slots_insert_creators on public.posting_slots
for insert to authenticated
with check (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

create policy posting_slots_update_creators on public.posting_slots
for update to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'))
with check (organization_id = (select organization_id from private.acting_member));

create policy posting_slots_delete_creators on public.posting_slots
for delete to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

grant select, delete on public.posting_slots to authenticated;
grant insert (social_account_id, queue, weekdays, local_time, timezone, is_active),
update (queue, weekdays, local_time, timezone, is_active) on public.posting_slots to authenticated;
grant select on public.posting_slots to service_role;
