begin;
select plan(18);

create table public.events (
  id bigint generated always as identity, note text, doubled text generated always as (note || note) stored,
  created_at timestamptz not null default now(), primary key (id, created_at)
) partition by range (created_at);
create index on public.events (note);
grant select on public.events to authenticated;

select is(private.manage_partitions('public.events', '3 months', 'test'), 4, 'this month and three ahead');
select is(private.ensure_partitions('public.events', 3), 0, 'a second run finds nothing to do');
select is((select count(*) from private.partition_problems() where parent = 'public.events'), 0::bigint, 'all is well');
select ok(
  (select bool_and(c.relrowsecurity and c.relacl is null or not has_table_privilege('authenticated', c.oid, 'select'))
    from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'public.events'::regclass),
  'partitions have row level security and no grants, whatever the parent has'
);

-- Rows for which no partition exists: kept, reported, moved out without loss.
insert into public.events (note, created_at) values ('old', now() - interval '14 months'), ('far', now() + interval '10 months');
select is((select count(*) from public.events_default), 2::bigint, 'an insert outside the known months does not fail');
select is(
  (select array_agg(problem) from private.partition_problems() where parent = 'public.events'),
  array['default_partition_in_use'], 'but it is reported'
);
select is(private.ensure_partitions('public.events', 3), 2, 'maintenance makes partitions for them');
select is((select count(*) from public.events_default), 0::bigint, 'and moves them out');
select results_eq('select note, doubled from public.events order by note', $$values ('far', 'farfar'), ('old', 'oldold')$$, 'as they were');

-- Next month missing.
select format('drop table public.%I', (select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent = 'public.events'::regclass
    and private.partition_month(c.relname) = date_trunc('month', now() + interval '1 month', 'UTC'))) as drop_next \gset
select lives_ok(:'drop_next', 'somebody drops next month');
select is(
  (select array_agg(problem) from private.partition_problems() where parent = 'public.events'),
  array['next_partition_missing'], 'a missing next month is reported'
);

-- Retention.
insert into private.legal_holds (parent, covers, reason)
values ('public.events', tstzrange(now() - interval '15 months', now() - interval '13 months'), 'a court asked');
select is(
  (select dropped_partitions from private.apply_retention() where parent = 'public.events'), 0, 'a legal hold keeps a partition'
);
delete from private.legal_holds;
select is(
  (select dropped_partitions from private.apply_retention() where parent = 'public.events'), 1, 'an expired partition is dropped'
);
select results_eq('select note from public.events', $$values ('far')$$, 'and nothing else');
insert into public.events (note, created_at) values ('stray', now() - interval '5 months'), ('young', now() - interval '2 months');
select is(
  (select deleted_rows from private.apply_retention() where parent = 'public.events'), 1::bigint,
  'expired rows of the default partition are deleted'
);

-- A rule that cannot be applied.
create function pg_temp.refuse() returns trigger language plpgsql as $$ begin raise exception 'not this one'; end $$;
create trigger refuse before delete on public.events_default for each row execute function pg_temp.refuse();
insert into public.events (note, created_at) values ('stuck', now() - interval '5 months');
insert into public.cache_entries (key, value, expires_at) values ('expired', '{}', now() - interval '2 days');
select matches(
  (select problem from private.apply_retention() where parent = 'public.events'), 'not this one', 'a rule that fails says why'
);
select is((select count(*) from public.cache_entries where key = 'expired'), 0::bigint, 'the others are applied');
select is(
  (select count(*) from public.system_logs where event_type = 'retention_failed' and severity = 'error'), 1::bigint,
  'and it is in the log of the system'
);

select * from finish();
rollback;
