-- Purpose: who changed what, kept where nobody can change it.
-- Objects: audit_log, the trigger function private.audit with attach_audit and detach_audit, private.write_audit.

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
comment on column public.audit_log.old_values is 'Changed columns only; personal data and secrets read [redacted].';
comment on column public.audit_log.ip_address is 'Cleared, as is user_agent, when the actor''s account is deleted.';

select private.manage_partitions('public.audit_log', interval '2 years', 'Who changed what.');

-- Functions -----------------------------------------------------------------------------------------------------------

create function private.is_audit_redacted(p_column text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select p_column ~ '(email|phone|token|secret|password|hash|ip_address|user_agent|first_name|last_name|full_name|avatar)'
    or p_column ~ '^(stripe|razorpay|cashfree)_'
$$;
comment on function private.is_audit_redacted(text) is
'Columns whose values the log must not keep: that they changed is recorded, not to what.';

create function private.audit_values(p_row jsonb, p_other jsonb, p_ignored text[], p_personal text[] default '{}')
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select jsonb_object_agg(
    e.key,
    case
      when e.value <> 'null' and (private.is_audit_redacted(e.key) or e.key = any(p_personal)) then '"[redacted]"'::jsonb
      else e.value
    end
  )
  from jsonb_each(p_row) as e
  where e.value is distinct from p_other -> e.key and e.key <> all(p_ignored)
    -- Without a counterpart (insert, delete) empty columns say nothing.
    and (p_other is not null or e.value not in ('null', '{}', '[]'))
$$;
comment on function private.audit_values(jsonb, jsonb, text[], text[]) is
'The columns of a row that differ from its other version, redacted.';

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
    case when auth.uid() is not null then 'user' when auth.role() = 'service_role' then 'service' else 'system' end,
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

create function private.audit()
returns trigger
language plpgsql
volatile
security definer -- nobody else may write the log
set search_path = ''
as $$
declare
  v_key text := tg_argv[0];
  v_ignored text[] := tg_argv[1]::text[];
  v_personal text[];
  -- What is being erased must not live on in the log.
  v_is_erasing boolean := coalesce(current_setting('catalyst.erasing', true) = 'on', false);
  v_row record;
begin
  for v_row in execute case tg_op
    when 'INSERT' then 'select null::jsonb as old_row, to_jsonb(n) as new_row from new_rows as n'
    when 'DELETE' then 'select to_jsonb(o) as old_row, null::jsonb as new_row from old_rows as o'
    else format(
      'select to_jsonb(o) as old_row, to_jsonb(n) as new_row from old_rows as o join new_rows as n on n.%1$I = o.%1$I where o is distinct from n',
      v_key
    )
  end
  loop
    if tg_op = 'UPDATE' and private.audit_values(v_row.new_row, v_row.old_row, v_ignored) is null then
      continue;
    end if;
    -- The organization of one person bears that person's name.
    v_personal := case
      when tg_table_name = 'organizations' and coalesce(v_row.new_row, v_row.old_row) ->> 'type' = 'individual' then '{name,slug}'
      else '{}'
    end;
    perform private.write_audit(
      tg_table_name || '.' || lower(tg_op),
      tg_table_name,
      case tg_table_name
        when 'organizations' then (coalesce(v_row.new_row, v_row.old_row) ->> 'id')::uuid
        else (coalesce(v_row.new_row, v_row.old_row) ->> 'organization_id')::uuid
      end,
      case when coalesce(v_row.new_row, v_row.old_row) ->> v_key ~ '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'
        then (coalesce(v_row.new_row, v_row.old_row) ->> v_key)::uuid end,
      case when not v_is_erasing then private.audit_values(v_row.old_row, v_row.new_row, v_ignored, v_personal) end,
      case when not v_is_erasing then private.audit_values(v_row.new_row, v_row.old_row, v_ignored, v_personal) end
    );
  end loop;
  return null;
end;
$$;
comment on function private.audit() is
'Statement trigger for any table: one record per row that really changed. Arguments: key column, ignored columns as a text array.';

create function private.attach_audit(p_table regclass, p_key text default 'id', p_ignored text[] default '{}')
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_arguments text := format('%L, %L', p_key, p_ignored || array['created_at', 'updated_at']);
begin
  execute format('create trigger audit_insert after insert on %s referencing new table as new_rows
    for each statement execute function private.audit(%s)', p_table, v_arguments);
  execute format('create trigger audit_update after update on %s referencing old table as old_rows new table as new_rows
    for each statement execute function private.audit(%s)', p_table, v_arguments);
  execute format('create trigger audit_delete after delete on %s referencing old table as old_rows
    for each statement execute function private.audit(%s)', p_table, v_arguments);
end;
$$;
comment on function private.attach_audit(regclass, text, text[]) is
'For migrations: records every change of a table from now on.';

create function private.detach_audit(p_table regclass)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  execute format('drop trigger audit_insert on %1$s; drop trigger audit_update on %1$s; drop trigger audit_delete on %1$s', p_table);
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

select private.attach_audit('public.profiles', 'id', '{last_login_at,active_organization_id}');
select private.attach_audit('public.user_settings', 'user_id');
select private.attach_audit('public.user_roles');
select private.attach_audit('public.organizations');
select private.attach_audit('public.organization_members', 'id', '{is_in_force}');
select private.attach_audit('public.organization_invitations');
select private.attach_audit('public.client_accounts');
select private.attach_audit('public.subscriptions');
select private.attach_audit('public.plans', 'slug');
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
