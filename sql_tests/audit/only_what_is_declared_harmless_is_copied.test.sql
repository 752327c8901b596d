begin;
select plan(15);

select tests.create_user('ada@example.test') as ada \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select tests.act_as_owner();

create table public.parcels (
  depot text not null references public.plans (slug),
  number integer not null,
  organization_id uuid not null,
  weight numeric,
  is_fragile boolean not null default false,
  sent_on date,
  metric public.quota_period,
  hours integer[],
  note text,
  label text,
  parts jsonb,
  sender inet,
  pin_token integer,
  size numeric generated always as (weight * 2) stored,
  constraint parcels_pkey primary key (depot, number)
);
select private.attach_audit('public.parcels', 'number', '{parts}', '{label}');
create function pg_temp.logged(p_what text) returns jsonb language sql as $$
  select to_jsonb(a) -> p_what from public.audit_log as a where a.entity_type = 'parcels' order by a.id desc limit 1
$$;

insert into public.parcels (
  depot, number, organization_id, weight, is_fragile, sent_on, metric, hours, note, label, parts, sender, pin_token
)
values ('free', 1, :'org', 2.5, true, '2026-11-01', 'day', '{1,2}', 'For Eve', 'Books', '{"a": 1}', '203.0.113.7', 4711),
  ('starter', 1, :'org', 1, false, null, null, null, null, null, null, null, null);
select is(
  (select new_values from public.audit_log where entity_type = 'parcels' order by id limit 1),
  jsonb_build_object(
    'depot', 'free', 'number', 1, 'organization_id', :'org', 'weight', 2.5, 'is_fragile', true, 'sent_on', '2026-11-01', 'metric', 'day',
    'hours', '[1, 2]'::jsonb, 'label', 'Books', 'note', '[redacted]', 'sender', '[redacted]', 'pin_token', '[redacted]'
  ),
  'numbers, dates, choices, words of lists and what is declared are copied; texts, addresses and whatever sounds like a secret are not'
);
alter table public.parcels add column height integer;
alter table public.parcels add column remark text;
update public.parcels set height = 3, remark = 'Fragile' where depot = 'free';
select is(pg_temp.logged('old_values'), '{"height": null, "remark": null}', 'a column added later was empty');
select is(
  pg_temp.logged('new_values'), '{"height": "[redacted]", "remark": "[redacted]"}', 'and is not copied, whatever its type, until it is declared'
);
select is(pg_temp.logged('entity_id'), 'null', 'a key that is no uuid is among the values only');

select count(*) as before from public.audit_log \gset
update public.parcels set parts = '{"a": 2}';
select is((select count(*) from public.audit_log), :'before'::bigint, 'an ignored column is no change');
update public.parcels set weight = weight + 1;
select is((select count(*) from public.audit_log), :'before'::bigint + 2, 'rows are told apart by their whole key');
select is(
  (select array_agg((a.old_values ->> 'weight') || ' ' || (a.new_values ->> 'weight') order by 1)
    from public.audit_log as a where a.entity_type = 'parcels' and a.new_values ? 'weight' and a.action = 'parcels.update'),
  '{"1 2","2.5 3.5"}'::text[], 'each with its own values, and nothing that the database computes of them'
);
delete from public.parcels where depot = 'free';
select is(pg_temp.logged('old_values') ->> 'note', '[redacted]', 'what is deleted is treated alike');
select is(pg_temp.logged('old_values') ->> 'label', 'Books', 'and known by what is declared');

select is(
  tests.raised_code($$select private.attach_audit('public.parcels', 'number', '{}', '{nothing}')$$), 'P0001', 'a misspelt column is refused'
);
select set_config('catalyst.erasing', 'on', true);
delete from public.parcels;
select is(pg_temp.logged('old_values'), 'null', 'an erasure leaves that it happened');
select set_config('catalyst.erasing', '', true);

select private.detach_audit('public.parcels');
select private.attach_audit('public.parcels', 'number', p_commands => '{update,delete}');
select max(id) as before from public.audit_log \gset
insert into public.parcels (depot, number, organization_id, weight) values ('free', 9, :'org', 1);
update public.parcels set weight = 2 where number = 9;
delete from public.parcels where number = 9;
select results_eq(
  format('select action from public.audit_log where id > %s order by id', :'before'),
  $$values ('parcels.update'), ('parcels.delete')$$, 'a table may have some of its commands recorded'
);

-- What the project's own tables copy.
select is_empty(
  $$select t.tgrelid::regclass, c.name
    from pg_catalog.pg_trigger as t
    cross join lateral unnest((string_to_array(encode(t.tgargs, 'escape'), '\000'))[4]::text[]) as c (name)
    where t.tgname = 'audit_update' and t.tgrelid <> 'public.parcels'::regclass and private.is_audit_secret(c.name)$$,
  'no table declares a secret or a person to be harmless'
);
insert into public.webhook_endpoints (organization_id, url, event_types, vault_secret_name)
values (:'org', 'https://hooks.test/T0/canary', '{content.published}', 'webhook_endpoint:canary');
select is(
  (select (new_values ->> 'url') || ' ' || (new_values ->> 'vault_secret_name') from public.audit_log
    where action = 'webhook_endpoints.insert'),
  '[redacted] [redacted]', 'an address with a key in it is not copied'
);
select is((select count(*) from public.audit_log as a where a::text ~ 'canary'), 0::bigint, 'nor anything else of it');

select * from finish();
rollback;
