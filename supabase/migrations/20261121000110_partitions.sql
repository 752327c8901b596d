-- Purpose: growing tables: monthly partitions made ahead of time, and retention.
-- Objects: private.retention_rules, private.legal_holds, create_partition, ensure_partitions, maintain_partitions,
--          manage_partitions, partition_problems, apply_retention, cron.

create table private.retention_rules (
  parent text constraint retention_rules_pkey primary key,
  method text not null default 'drop_partitions',
  time_column text not null default 'created_at',
  retain interval,
  months_ahead integer not null default 3,
  description text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint retention_rules_method_check check (method in ('drop_partitions', 'delete_rows')),
  constraint retention_rules_retain_check check (retain >= interval '0'),
  constraint retention_rules_months_ahead_check check (months_ahead between 1 and 24)
);
comment on table private.retention_rules is
'How long each growing table keeps its rows; one row per table, changed without a deployment.';
comment on column private.retention_rules.parent is 'Table as schema.name.';
comment on column private.retention_rules.retain is 'Age after which rows go; null keeps them for ever.';

create table private.legal_holds (
  id bigint generated always as identity constraint legal_holds_pkey primary key,
  parent text not null,
  covers tstzrange not null default '(,)',
  reason text not null,
  created_at timestamptz not null default now(),
  constraint legal_holds_parent_fkey foreign key (parent) references private.retention_rules (parent) on delete cascade,
  constraint legal_holds_reason_check check (char_length(reason) between 1 and 500)
);
create index legal_holds_parent_idx on private.legal_holds (parent);
comment on table private.legal_holds is 'Rows of this period are kept whatever the retention rule says.';

alter table private.retention_rules enable row level security;
alter table private.legal_holds enable row level security;

create trigger touch before update on private.retention_rules
for each row execute function private.touch();

create function private.partition_month(p_partition name)
returns timestamptz
language sql
immutable
set search_path = ''
as $$
  select make_timestamptz(m[1]::integer, m[2]::integer, 1, 0, 0, 0, 'UTC')
  from regexp_match(p_partition::text, '_y([0-9]{4})m([0-9]{2})$') as m
$$;
comment on function private.partition_month(name) is 'The UTC month a partition holds, from its name.';

create function private.create_partition(p_parent regclass, p_month timestamptz)
returns boolean
language plpgsql
volatile
set search_path = ''
set timezone = 'UTC' -- bounds are UTC months; those of a date column are read from the same text
as $$
declare
  v_schema name;
  v_parent name;
  v_partition text;
  v_default regclass;
  v_key name;
  v_columns text;
  v_from timestamptz := date_trunc('month', p_month, 'UTC');
  v_to timestamptz := date_trunc('month', date_trunc('month', p_month, 'UTC') + interval '32 days', 'UTC');
begin
  select n.nspname, c.relname, nullif(p.partdefid, 0)::regclass, a.attname
  into strict v_schema, v_parent, v_default, v_key
  from pg_catalog.pg_partitioned_table as p
  join pg_catalog.pg_class as c on c.oid = p.partrelid
  join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
  join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attnum = p.partattrs[0]
  where p.partrelid = p_parent;

  v_partition := format('%I.%I', v_schema, v_parent || to_char(v_from at time zone 'UTC', '"_y"YYYY"m"MM'));
  if to_regclass(v_partition) is not null then
    return false;
  end if;

  execute format('create table %s (like %s including defaults including constraints including generated including storage)',
    v_partition, p_parent);
  execute format('alter table %s enable row level security', v_partition);
  execute format('revoke all on table %s from anon, authenticated, service_role, catalyst_worker', v_partition);
  if v_default is not null then
    select string_agg(quote_ident(a.attname), ', ' order by a.attnum)
    into v_columns
    from pg_catalog.pg_attribute as a
    where a.attrelid = p_parent and a.attnum > 0 and not a.attisdropped and a.attgenerated = '';
    -- Rows that came before their partition are moved; no one may add another meanwhile.
    execute format('lock table only %s in access exclusive mode', v_default);
    execute format(
      'with moved as (delete from only %s where %I >= %L and %I < %L returning %s) insert into %s (%s) select %s from moved',
      v_default, v_key, v_from, v_key, v_to, v_columns, v_partition, v_columns, v_columns
    );
  end if;
  execute format('alter table %s attach partition %s for values from (%L) to (%L)', p_parent, v_partition, v_from, v_to);
  return true;
end;
$$;
comment on function private.create_partition(regclass, timestamptz) is
'Makes the partition of one UTC month: row level security on, no grants; takes over rows that wait in the default partition.';

create function private.ensure_partitions(p_parent regclass, p_months_ahead integer default 3)
returns integer
language plpgsql
volatile
set search_path = ''
set timezone = 'UTC' -- bounds are UTC months whoever calls
as $$
declare
  v_default regclass;
  v_key name;
  v_month timestamptz;
  v_created integer := 0;
  v_stray timestamptz[] := '{}'::timestamptz[];
begin
  perform pg_advisory_xact_lock(hashtextextended('private.ensure_partitions', p_parent::oid::bigint));
  select nullif(p.partdefid, 0)::regclass, a.attname
  into strict v_default, v_key
  from pg_catalog.pg_partitioned_table as p
  join pg_catalog.pg_attribute as a on a.attrelid = p.partrelid and a.attnum = p.partattrs[0]
  where p.partrelid = p_parent;

  if v_default is null then
    execute format(
      'create table %s partition of %s default',
      (
        select format('%I.%I', n.nspname, c.relname || '_default')
        from pg_catalog.pg_class as c
        join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where c.oid = p_parent
      ),
      p_parent
    );
    select p.partdefid::regclass into v_default
    from pg_catalog.pg_partitioned_table as p where p.partrelid = p_parent;
    execute format('alter table %s enable row level security', v_default);
    execute format('revoke all on table %s from anon, authenticated, service_role, catalyst_worker', v_default);
  end if;

  execute format(
    'select coalesce(array_agg(distinct date_trunc(''month'', %I)) filter (where isfinite(%I)), ''{}'') from only %s',
    v_key, v_key, v_default
  ) into v_stray;
  for v_month in
    select generate_series(date_trunc('month', now()), date_trunc('month', now()) + make_interval(months => p_months_ahead), '1 month')
    union
    select unnest(v_stray)
    order by 1
  loop
    if private.create_partition(p_parent, v_month) then
      v_created := v_created + 1;
    end if;
  end loop;
  return v_created;
end;
$$;
comment on function private.ensure_partitions(regclass, integer) is
'Makes this month''s partition, those of the months ahead, the default one, and those of rows found in the default one.';

create function private.partition_problems()
returns table (parent text, problem text, detail text)
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_rule record;
  v_rows boolean;
begin
  for v_rule in
    select r.parent, c.oid::regclass as relation, c.relname, nullif(p.partdefid, 0)::regclass as fallback
    from private.retention_rules as r
    join pg_catalog.pg_class as c on c.oid = to_regclass(r.parent)
    join pg_catalog.pg_partitioned_table as p on p.partrelid = c.oid
    where r.method = 'drop_partitions'
  loop
    if not exists (
      select from pg_catalog.pg_inherits as i
      join pg_catalog.pg_class as c on c.oid = i.inhrelid
      where i.inhparent = v_rule.relation
        and private.partition_month(c.relname) = date_trunc('month', now() at time zone 'UTC' + interval '1 month') at time zone 'UTC'
    ) then
      return query select v_rule.parent, 'next_partition_missing', 'the partition of next month does not exist';
    end if;
    if v_rule.fallback is null then
      return query select v_rule.parent, 'default_partition_missing', 'inserts outside the known months fail';
    else
      execute format('select exists (select from only %s)', v_rule.fallback) into v_rows;
      if v_rows then
        return query select v_rule.parent, 'default_partition_in_use', 'rows arrived for which no partition existed';
      end if;
    end if;
  end loop;
end;
$$;
comment on function private.partition_problems() is 'What a watchdog must alert on; no rows when all is well.';

create function private.apply_retention(p_parent text default '%')
returns table (parent text, dropped_partitions integer, deleted_rows bigint, problem text)
language plpgsql
volatile
set search_path = ''
set timezone = 'UTC' -- a date stands for its UTC midnight
set lock_timeout = '1s' -- a writer queues behind a waiting drop no longer than this; the next run tries again
as $$
declare
  v_rule private.retention_rules;
  v_partition record;
  v_target regclass;
  v_deleted bigint;
begin
  for v_rule in
    select r.* from private.retention_rules as r where r.retain is not null and r.parent like p_parent order by r.parent
  loop
    v_target := to_regclass(v_rule.parent);
    continue when v_target is null;
    parent := v_rule.parent;
    dropped_partitions := 0;
    deleted_rows := 0;
    problem := null;
    -- A rule that fails keeps its own rows; the others are applied.
    begin
      if v_rule.method = 'drop_partitions' then
        for v_partition in
          select c.oid::regclass as relation, private.partition_month(c.relname) as starts_at,
            date_trunc('month', private.partition_month(c.relname) + interval '32 days', 'UTC') as ends_at
          from pg_catalog.pg_inherits as i
          join pg_catalog.pg_class as c on c.oid = i.inhrelid
          where i.inhparent = v_target and private.partition_month(c.relname) is not null
          order by 2
        loop
          continue when v_partition.ends_at > now() - v_rule.retain;
          continue when exists (
            select from private.legal_holds as h
            where h.parent = v_rule.parent and h.covers && tstzrange(v_partition.starts_at, v_partition.ends_at)
          );
          begin
            execute format('drop table %s', v_partition.relation);
            dropped_partitions := dropped_partitions + 1;
          exception
            when lock_not_available then
              raise warning 'partition % is in use and stays until the next run', v_partition.relation;
          end;
        end loop;
        v_target := (select nullif(p.partdefid,
        0)::regclass from pg_catalog.pg_partitioned_table as p where p.partrelid = v_target);
      end if;
      if v_target is not null then
        -- Bounded, so that one run never holds a transaction open for long; what is left goes with the next run.
        execute format(
          'delete from only %1$s where ctid = any(array(
             select t.ctid from only %1$s as t
             where t.%2$I < now() - $1
               and not exists (select from private.legal_holds as h
                 where h.parent = $2 and h.covers @> t.%2$I::timestamptz)
             limit 50000))',
          v_target, v_rule.time_column
        ) using v_rule.retain, v_rule.parent;
        get diagnostics v_deleted = row_count;
        deleted_rows := v_deleted;
      end if;
    exception
      when others then
        dropped_partitions := 0;
        deleted_rows := 0;
        problem := format('%s (%s)', sqlerrm, sqlstate);
        perform private.write_system_log(
          'error', 'retention', 'retention_failed', format('retention of %s failed: %s', v_rule.parent, problem)
        );
    end;
    return next;
  end loop;
end;
$$;
comment on function private.apply_retention(text) is
'Drops partitions and deletes rows past their rule, except those under a legal hold; p_parent is a pattern of the tables to look at.
A rule that fails (problem says why, and the log of the system) leaves the others alone.';

create function private.maintain_partitions()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_created integer := 0;
  v_rule record;
begin
  for v_rule in
    select to_regclass(r.parent) as relation, r.months_ahead
    from private.retention_rules as r
    where r.method = 'drop_partitions' and to_regclass(r.parent) is not null
    order by r.parent
  loop
    v_created := v_created + private.ensure_partitions(v_rule.relation, v_rule.months_ahead);
  end loop;
  return v_created;
end;
$$;
comment on function private.maintain_partitions() is 'Makes the partitions ahead of every table that has a rule.';

create function private.manage_partitions(
  p_parent text, p_retain interval, p_description text, p_time_column text default 'created_at', p_months_ahead integer default 3
)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
begin
  insert into private.retention_rules (parent, retain, time_column, months_ahead, description)
  values (p_parent, p_retain, p_time_column, p_months_ahead, p_description);
  return private.ensure_partitions(p_parent::regclass, p_months_ahead);
end;
$$;
comment on function private.manage_partitions(text, interval, text, text, integer) is
'For migrations: registers a table partitioned by month (of a timestamptz or a date) and makes its first partitions.';

-- Cron ----------------------------------------------------------------------------------------------------------------

-- Hourly: when a run is missed, or fails on a lock, the next one makes up for it long before a month ends.
select cron.schedule('maintain-partitions', '7 * * * *', 'select private.maintain_partitions()');
select cron.schedule('apply-retention', '37 * * * *', 'select private.apply_retention()');
-- pg_cron never forgets by itself.
select cron.schedule('prune-cron-history', '57 3 * * *', $$delete from cron.job_run_details where end_time < now() - interval '7 days'$$);
