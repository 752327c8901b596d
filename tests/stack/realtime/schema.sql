create schema private;

create table public.members (
  user_id uuid primary key,
  org_id uuid not null
);

-- As in the product: policies call a definer in a schema that no API role may enter.
create function private.active_org() returns uuid
language sql stable security definer set search_path = ''
as $$ select m.org_id from public.members m where m.user_id = auth.uid() $$;

create type public.mood as enum ('calm', 'busy');
create type public.point as (x integer, y integer);

create table public.notes (
  id uuid primary key default gen_random_uuid(),
  org_id uuid not null,
  title text,
  amount numeric,
  count integer,
  is_done boolean,
  due timestamptz,
  tags text[],
  meta jsonb,
  mood public.mood,
  spot public.point,
  secret text
);
alter table public.notes enable row level security;
create policy notes_select on public.notes for select to authenticated
  using (org_id = (select private.active_org()));
grant select (id, org_id, title, amount, count, is_done, due, tags, meta, mood, spot) on public.notes to authenticated;
grant select on public.notes to service_role;

create table public.full_notes (
  id uuid primary key default gen_random_uuid(),
  org_id uuid not null,
  title text
);
alter table public.full_notes replica identity full;
alter table public.full_notes enable row level security;
create policy full_notes_select on public.full_notes for select to authenticated
  using (org_id = (select private.active_org()));
grant select on public.full_notes to authenticated;

create table public.items (
  id integer primary key,
  name text,
  price numeric,
  stock integer,
  active boolean,
  added timestamptz,
  long_text text
);
grant select on public.items to anon, authenticated;
create table public.full_items (
  id integer primary key,
  name text
);
alter table public.full_items replica identity full;
grant select on public.full_items to anon, authenticated;

create table public.hidden (id integer primary key);
create table public.unpublished (id integer primary key);
grant select on public.unpublished to anon;

alter publication supabase_realtime
  add table public.notes, public.full_notes, public.items, public.full_items, public.hidden;

create policy read_own_org on realtime.messages for select to authenticated
  using (
    realtime.topic() = 'org:' || (select private.active_org())::text
    and extension in ('broadcast', 'presence')
  );
create policy write_own_org on realtime.messages for insert to authenticated
  with check (
    realtime.topic() = 'org:' || (select private.active_org())::text
    and extension in ('broadcast', 'presence')
  );
create policy read_only_topic on realtime.messages for select to authenticated
  using (realtime.topic() like 'readonly:%' and extension = 'broadcast');
create policy headers_topic on realtime.messages for select to anon
  using (
    realtime.topic() = 'by-header'
    and nullif(current_setting('request.headers', true), '')::json ->> 'x-team' = 'blue'
  );
