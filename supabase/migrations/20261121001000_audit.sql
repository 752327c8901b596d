-- Purpose: who changed what, kept where nobody can change it.
-- Objects: audit_log, the trigger function private.audit with attach_audit, detach_audit, audit_columns,
-- private.write_audit.

create table public.audit_log (
  id bigint generated always as identity,
  organization_id uuid,
  actor_id uuid,
  actor_kind text not null,
  actor_role text,
  action text not null,
  entity_type text not null,
  entity_id uuid,
  old_values jsonb,
  new_values jsonb,
  metadata jsonb not null default '{}',
  ip_address inet,
  user_agent text,
  created_at timestamptz not null default now(),
  constraint audit_log_pkey primary key (id, created_at),
  constraint audit_log_actor_kind_check check (actor_kind in ('user', 'service', 'system'))
)
partition by range (created_at);
create index audit_log_organization_id_created_at_idx on public.audit_log (organization_id, created_at desc);
create index audit_log_actor_id_created_at_idx on public.audit_log (actor_id, created_at desc);
create index audit_log_entity_type_entity_id_created_at_idx
on public.audit_log (entity_type, entity_id, created_at desc);
create index audit_log_action_created_at_idx on public.audit_log (action, created_at desc);
comment on table public.audit_log is
'Append-only for everybody. It refers to nothing by key, so that a person or an organization can be deleted and the record stays.';
comment on column public.audit_log.actor_kind is
'user: signed in; service: a worker or operator through the API; system: cron, sign-up, migration.';
comment on column public.audit_log.actor_role is 'The actor''s role in the organization at that time.';
comment on column public.audit_log.action is
'<entity>.<insert|update|delete>, or a name of its own such as secret.read.';
comment on column public.audit_log.old_values is 'Changed columns only. What people wrote, and what nobody declared to be harmless, reads [redacted].';
comment on column public.audit_log.ip_address is 'Cleared, as is user_agent, when the actor''s account is deleted.';

select private.manage_partitions('public.audit_log', interval '2 years', 'Who changed what.');

-- Functions -----------------------------------------------------------------------------------------------------------

create function private.is_audit_secret(p_column text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_column ~ '(email|phone|token|secret|password|hash|digest|ip_address|user_agent|first_name|last_name|full_name|avatar)'
    or p_column ~ '^(stripe|razorpay|cashfree)_'
$$;
comment on function private.is_audit_secret(text) is
'Columns that the log never copies by itself, whatever their type: a table has to name them.';

create function private.audit_columns(p_table regclass)
returns text[]
language sql
stable
set search_path = ''
as $$
  select coalesce(array_agg(a.attname::text order by a.attnum), '{}')
  from pg_catalog.pg_attribute as a
  join pg_catalog.pg_type as t on t.oid = a.atttypid
  left join pg_catalog.pg_type as e on e.oid = t.typelem and t.typcategory = 'A'
  where a.attrelid = p_table and a.attnum > 0 and not a.attisdropped and not private.is_audit_secret(a.attname)
    and (
      coalesce(e.typcategory, t.typcategory) in ('N', 'B', 'D', 'T', 'E') or coalesce(e.typname, t.typname) = 'uuid'
      -- A word of a list that operators keep.
      or exists (
        select from pg_catalog.pg_constraint as c
        where c.conrelid = p_table and c.contype = 'f' and a.attnum = any(c.conkey)
      )
    )
$$;
comment on function private.audit_columns(regclass) is
'The columns whose values say nothing that a person wrote: numbers, dates, choices, ids, and words of lookup tables.';

create function private.audit_values(p_row jsonb, p_other jsonb, p_shown text[])
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_object_agg(e.key, case when e.key = any(p_shown) or e.value = 'null' then e.value else '"[redacted]"' end)
  from jsonb_each(p_row) as e
  where p_shown is not null and e.value is distinct from p_other -> e.key
    -- Without a counterpart (insert, delete) empty columns say nothing.
    and (p_other is not null or e.value not in ('null', '{}', '[]'))
$$;
comment on function private.audit_values(jsonb, jsonb, text[]) is
'The columns of a row that differ from its other version; of those that are not shown only that they do. Null without p_shown.';

create function private.audit_actor_kind()
returns text
language sql
stable
set search_path = ''
as $$
  select case when auth.uid() is not null then 'user' when auth.role() = 'service_role' then 'service' else 'system' end
$$;
comment on function private.audit_actor_kind() is 'Who acts, as audit_log.actor_kind tells it.';

create function private.write_audit(
  p_action text,
  p_entity_type text,
  p_organization_id uuid default null,
  p_entity_id uuid default null,
  p_old_values jsonb default null,
  p_new_values jsonb default null,
  p_metadata jsonb default '{}'
)
returns void
language sql
volatile
security definer -- nobody else may write the log
set search_path = ''
as $$
  insert into public.audit_log (
    organization_id, actor_id, actor_kind, actor_role, action, entity_type, entity_id, old_values, new_values, metadata,
    ip_address, user_agent
  )
  values (
    p_organization_id,
    auth.uid(),
    private.audit_actor_kind(),
    (
      select m.role::text from public.organization_members as m
      where m.user_id = auth.uid() and m.organization_id = p_organization_id
    ),
    p_action, p_entity_type, p_entity_id, p_old_values, p_new_values, p_metadata,
    private.request_ip(), left(private.request_header('user-agent'), 500)
  )
$$;
comment on function private.write_audit(text, text, uuid, uuid, jsonb, jsonb, jsonb) is
'Records an act that no trigger sees, such as the reading of a secret.';

create function private.audit_shown(p_table text, p_row jsonb, p_shown text[])
returns text[]
language sql
immutable
set search_path = ''
as $$
  -- The organization of one person bears that person's name.
  select case
    when p_table = 'organizations' and p_row ->> 'type' = 'individual'
      then array_remove(array_remove(p_shown, 'name'), 'slug')
    else p_shown
  end
$$;
comment on function private.audit_shown(text, jsonb, text[]) is 'The columns of this row that may be copied.';

create function private.audit_id(p_key text)
returns uuid
language sql
immutable
set search_path = ''
as $$
  select case when p_key ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' then p_key::uuid end
$$;
comment on function private.audit_id(text) is 'A key as a uuid; null for keys that are words.';

create function private.audit()
returns trigger
language plpgsql
volatile
security definer -- nobody else may write the log
set search_path = ''
set enable_nestloop = off -- a plan made for one changed row is kept for thousands
as $$
declare
  v_key text := tg_argv[0];
  v_same text[] := tg_argv[1]::text[];
  v_ignored text[] := tg_argv[2]::text[];
  v_shown text[] := tg_argv[3]::text[];
  v_action text := tg_table_name || '.' || lower(tg_op);
  v_owner text := case when tg_table_name = 'organizations' then 'id' else 'organization_id' end;
  v_actor_id uuid := auth.uid();
  v_kind text := private.audit_actor_kind();
  v_ip inet := private.request_ip();
  v_agent text := left(private.request_header('user-agent'), 500);
begin
  -- What is being erased must not live on in the log.
  if current_setting('catalyst.erasing', true) = 'on' then
    v_shown := null;
  end if;
  -- Three times nearly the same statement: each names the rows that its command has, and keeps its plan.
  if tg_op = 'INSERT' then
    with changed as materialized (select to_jsonb(n) - v_ignored as doc from new_rows as n)
    insert into public.audit_log (
      organization_id, actor_id, actor_kind, actor_role, action, entity_type, entity_id, new_values, ip_address,
      user_agent
    )
    select (c.doc ->> v_owner)::uuid, v_actor_id, v_kind, m.role::text, v_action, tg_table_name,
      private.audit_id(c.doc ->> v_key),
      private.audit_values(c.doc, null, private.audit_shown(tg_table_name, c.doc, v_shown)), v_ip, v_agent
    from changed as c
    left join public.organization_members as m
      on m.user_id = v_actor_id and m.organization_id = (c.doc ->> v_owner)::uuid;
  elsif tg_op = 'DELETE' then
    with changed as materialized (select to_jsonb(o) - v_ignored as doc from old_rows as o)
    insert into public.audit_log (
      organization_id, actor_id, actor_kind, actor_role, action, entity_type, entity_id, old_values, ip_address,
      user_agent
    )
    select (c.doc ->> v_owner)::uuid, v_actor_id, v_kind, m.role::text, v_action, tg_table_name,
      private.audit_id(c.doc ->> v_key),
      private.audit_values(c.doc, null, private.audit_shown(tg_table_name, c.doc, v_shown)), v_ip, v_agent
    from changed as c
    left join public.organization_members as m
      on m.user_id = v_actor_id and m.organization_id = (c.doc ->> v_owner)::uuid;
  else
    with before as materialized (select to_jsonb(o) - v_ignored as doc from old_rows as o),
    changed as materialized (
      select n.doc, b.doc as old_doc
      from (select to_jsonb(t) - v_ignored as doc from new_rows as t offset 0) as n
      join before as b
        on b.doc -> v_same[1] = n.doc -> v_same[1] and b.doc -> v_same[2] is not distinct from n.doc -> v_same[2]
      where b.doc <> n.doc
    )
    insert into public.audit_log (
      organization_id, actor_id, actor_kind, actor_role, action, entity_type, entity_id, old_values, new_values,
      ip_address, user_agent
    )
    select (c.doc ->> v_owner)::uuid, v_actor_id, v_kind, m.role::text, v_action, tg_table_name,
      private.audit_id(c.doc ->> v_key),
      private.audit_values(c.old_doc, c.doc, private.audit_shown(tg_table_name, c.doc, v_shown)),
      private.audit_values(c.doc, c.old_doc, private.audit_shown(tg_table_name, c.doc, v_shown)), v_ip, v_agent
    from changed as c
    left join public.organization_members as m
      on m.user_id = v_actor_id and m.organization_id = (c.doc ->> v_owner)::uuid;
  end if;
  return null;
end;
$$;
comment on function private.audit() is
'Statement trigger for any table: one record per row that really changed, in one statement. Arguments: key column,
columns by which an old row is known among the new ones, ignored columns, shown columns.';

create function private.attach_audit(
  p_table regclass, p_key text default 'id', p_ignored text[] default '{}', p_shown text[] default '{}',
  p_commands text[] default '{insert,update,delete}'
)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_same text[] := array[p_key];
  v_ignored text[];
  v_unknown text[];
  v_arguments text;
  v_command text;
begin
  select array_agg(c.name)
  into v_unknown
  from unnest(p_ignored || p_shown || p_key) as c (name)
  where not exists (
    select from pg_catalog.pg_attribute as a
    where a.attrelid = p_table and a.attname = c.name and a.attnum > 0 and not a.attisdropped
  );
  if v_unknown is not null then
    raise exception '% has no columns %', p_table, v_unknown;
  end if;
  if p_key <> 'id' then
    select array_agg(a.attname::text order by a.attnum)
    into strict v_same
    from pg_catalog.pg_index as i
    join pg_catalog.pg_attribute as a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
    where i.indrelid = p_table and i.indisprimary;
  end if;
  -- What the database makes of other columns is no change of its own.
  select p_ignored || array['created_at', 'updated_at'] || coalesce(array_agg(a.attname::text), '{}')
  into strict v_ignored
  from pg_catalog.pg_attribute as a
  where a.attrelid = p_table and a.attgenerated <> '' and not a.attisdropped;
  v_arguments := format('%L, %L, %L, %L', p_key, v_same, v_ignored, p_shown || private.audit_columns(p_table));
  foreach v_command in array p_commands loop
    execute format(
      'create trigger audit_%1$s after %1$s on %2$s referencing %3$s for each statement execute function private.audit(%4$s)',
      v_command, p_table,
      case v_command when 'insert' then 'new table as new_rows' when 'delete' then 'old table as old_rows'
        else 'old table as old_rows new table as new_rows' end,
      v_arguments
    );
  end loop;
end;
$$;
comment on function private.attach_audit(regclass, text, text[], text[], text[]) is
'For migrations: records the p_commands on a table from now on. Copied are the values of audit_columns and of p_shown; of
every other column, also of one added later, only that it changed. p_ignored are not mentioned at all.';

create function private.detach_audit(p_table regclass)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  execute format(
    'drop trigger if exists audit_insert on %1$s; drop trigger if exists audit_update on %1$s;
     drop trigger if exists audit_delete on %1$s', p_table
  );
end;
$$;
comment on function private.detach_audit(regclass) is 'For rollbacks: the opposite of attach_audit.';

create function private.refuse_audit_change()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' and current_setting('catalyst.erasing', true) = 'on' then
    return null;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end;
$$;
comment on function private.refuse_audit_change() is
'As private.refuse_change, but lets the erasure of a person clear their addresses.';

create function private.forget_actor()
returns trigger
language plpgsql
volatile
security definer -- the auth service deletes the person; the log is not its business
set search_path = ''
as $$
begin
  perform set_config('catalyst.erasing', 'on', true);
  update public.audit_log set ip_address = null, user_agent = null
  where actor_id = old.id and (ip_address is not null or user_agent is not null);
  -- Stays on to the end of the transaction: what is logged about the rows that went with the person comes last.
  return null;
end;
$$;
comment on function private.forget_actor() is 'What a deleted person did stays on record; from where does not.';

-- Triggers ------------------------------------------------------------------------------------------------------------

create trigger refuse_change before update or delete or truncate on public.audit_log
for each statement execute function private.refuse_audit_change();
create trigger forget_actor after delete on public.profiles
for each row execute function private.forget_actor();

select private.attach_audit('public.profiles', 'id', '{last_login_at,active_organization_id}', '{timezone,language}');
select private.attach_audit('public.user_settings', 'user_id');
select private.attach_audit('public.user_roles');
select private.attach_audit('public.organizations', p_shown => '{name,slug,website,industry,company_size,timezone}');
select private.attach_audit('public.organization_members', 'id', '{is_in_force}', '{permissions}');
select private.attach_audit('public.organization_invitations');
select private.attach_audit('public.client_accounts', p_shown => '{name,slug}');
select private.attach_audit('public.subscriptions', p_shown => '{currency}');
select private.attach_audit('public.plans', 'slug', p_shown => '{slug,name,aliases,features}');
select private.attach_audit('public.plan_prices');
select private.attach_audit('public.plan_limits', 'plan');

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.audit_log enable row level security;

create policy audit_log_select_admins on public.audit_log
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'admin'));

-- Admins see who did what, not from which address.
grant select (
  id, organization_id, actor_id, actor_kind, actor_role, action, entity_type, entity_id, old_values, new_values,
  metadata, created_at
) on public.audit_log to authenticated;
grant select on public.audit_log to service_role;
