begin;
select plan(6);

select tests.create_user('ada@example.test') as ada \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset

-- Rows of long ago, as only an insert can make them.
insert into public.client_accounts (organization_id, name, slug, created_at, updated_at)
select :'org', s, s, '2020-01-01', '2020-01-01' from unnest(array['one', 'two']) as s;
create function pg_temp.moments() returns text language sql as $$
  select string_agg(
    case c.updated_at when now() then 'now' else extract(year from c.updated_at)::text end, ' ' order by c.slug
  )
  from public.client_accounts as c
$$;
select is(pg_temp.moments(), '2020 2020', 'rows of long ago');
update public.client_accounts set name = 'Other' where slug = 'one';
select is(pg_temp.moments(), 'now 2020', 'a change moves its row, and no other');
update public.client_accounts set updated_at = '2030-01-01' where slug = 'two';
select is(pg_temp.moments(), 'now now', 'nobody says when it was');
select is((select count(*) from public.client_accounts where created_at = '2020-01-01'), 2::bigint, 'when they were made stays');

select is_empty(
  $$select t.tgrelid::regclass from pg_trigger as t
    where t.tgname = 'touch' and (t.tgtype::integer <> 1 + 2 + 16 or t.tgenabled <> 'O' or t.tgqual is not null)
      and t.tgrelid::regclass::text !~ '^(storage|realtime)\.'$$,
  'on every table it is before each row of an update, whatever changes'
);

-- Where functions write it themselves.
insert into public.usage_counters (organization_id, metric, period_start, updated_at)
values (:'org', 'videos', date_trunc('month', now(), 'UTC') at time zone 'UTC', '2020-01-01');
select private.reserve_quota(:'org', 'videos', 2) as period \gset
create temporary table moments on commit drop as
select 1 as n, updated_at from public.usage_counters where organization_id = :'org' and metric = 'videos';
update public.usage_counters set updated_at = '2020-01-01' where organization_id = :'org' and metric = 'videos';
select private.commit_quota(:'org', 'videos', :'period', 1);
insert into moments select 2, updated_at from public.usage_counters where organization_id = :'org' and metric = 'videos';
update public.usage_counters set updated_at = '2020-01-01' where organization_id = :'org' and metric = 'videos';
select private.release_quota(:'org', 'videos', :'period', 1);
insert into moments select 3, updated_at from public.usage_counters where organization_id = :'org' and metric = 'videos';
select is((select count(*) from moments where updated_at = now()), 3::bigint, 'counters say so as well, whatever is done to them');

select * from finish();
rollback;
