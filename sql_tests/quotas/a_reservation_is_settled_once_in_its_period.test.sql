begin;
select plan(24);

select tests.create_user('ada@example.test') as ada \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select tests.act_as_owner();
create function pg_temp.counter(p_org uuid) returns text language sql as $$
  select used || '/' || reserved from public.usage_counters where organization_id = p_org and metric = 'generations'
  order by period_start desc limit 1
$$;

select private.reserve_quota(:'org', 'generations', 4) as period \gset
select is(:'period', date_trunc('month', now() at time zone 'UTC')::date::text, 'the period is the running month');
select is(pg_temp.counter(:'org'), '0/4', 'set aside');
select private.commit_quota(:'org', 'generations', :'period', 3);
select is(pg_temp.counter(:'org'), '3/1', 'committed in part');
select private.release_quota(:'org', 'generations', :'period', 1);
select is(pg_temp.counter(:'org'), '3/0', 'and the rest given back');
select is(
  tests.raised_code(format('select private.release_quota(%L, %L, %L, 1)', :'org', 'generations', :'period')), 'INTERNAL_ERROR',
  'what is not reserved cannot be released'
);
select is(
  tests.raised_code(format('select private.commit_quota(%L, %L, %L, 1)', :'org', 'generations', :'period')), 'INTERNAL_ERROR',
  'nor committed'
);
select is(pg_temp.counter(:'org'), '3/0', 'nothing changed');

select is(
  (select array_agg(tests.raised_code(format('select private.reserve_quota(%L, %L, %s)', :'org', 'generations', n)))
    from unnest(array['0', '-1', '-1000', 'null', '9223372036854775807']) n),
  array_fill('VALIDATION_ERROR'::text, array[5]), 'amounts are at least one'
);
select is(
  tests.raised_code(format('select private.commit_quota(%L, %L, %L, -5)', :'org', 'generations', :'period')), 'VALIDATION_ERROR',
  'when settling as well'
);
select is(pg_temp.counter(:'org'), '3/0', 'and the balance is what it was');
select is(tests.raised_code(format('select private.reserve_quota(%L, %L, 8)', :'org', 'generations')), 'QUOTA_EXCEEDED', 'beyond the limit is refused whole');
select is(pg_temp.counter(:'org'), '3/0', 'without a trace');
select lives_ok(format('select private.reserve_quota(%L, %L, 7)', :'org', 'generations'), 'exactly the limit is not');
select is(tests.raised_code(format('select private.reserve_quota(%L, %L, 1)', :'org', 'generations')), 'QUOTA_EXCEEDED', 'reserved counts as taken');
select is(tests.raised_code(format('select private.reserve_quota(%L, %L, 1)', :'org', 'bananas')), 'INTERNAL_ERROR', 'an unknown metric is our mistake');
select is(tests.raised_code(format('select private.reserve_quota(%L, %L, 1)', gen_random_uuid(), 'videos')), 'NOT_FOUND', 'nobody has no quota');

-- A downgrade takes nothing back and admits nothing more; unlimited is null.
select private.change_plan(:'org', 'enterprise');
select lives_ok(format('select private.reserve_quota(%L, %L, 100000)', :'org', 'generations'), 'unlimited admits anything');
select private.change_plan(:'org', 'free');
select is(tests.raised_code(format('select private.reserve_quota(%L, %L, 1)', :'org', 'generations')), 'QUOTA_EXCEEDED', 'a downgrade holds at once');
select lives_ok(format('select private.commit_quota(%L, %L, %L, 100007)', :'org', 'generations', :'period'), 'what runs may finish');

-- The period of the reservation counts, whatever month it is settled in.
insert into public.usage_counters (organization_id, metric, period_start, reserved) values (:'org', 'videos', '2026-01-01', 2);
insert into public.usage_ledger (organization_id, metric, period_start, operation, amount, used_after, reserved_after)
values (:'org', 'videos', '2026-01-01', 'reserve', 2, 0, 2);
select private.commit_quota(:'org', 'videos', '2026-01-01', 2, 77);
select results_eq(
  format('select period_start, used, reserved from public.usage_counters where organization_id = %L and metric = %L', :'org', 'videos'),
  $$values (date '2026-01-01', 2::bigint, 0::bigint)$$, 'a late completion lands in its own month'
);
select is((select count(*) from private.quota_discrepancies()), 0::bigint, 'every counter is the sum of its ledger');
select is(tests.raised_code('update public.usage_ledger set amount = 1'), '42501', 'the ledger cannot be changed');
select is(tests.raised_code('delete from public.usage_ledger'), '42501', 'nor shortened');
update public.usage_counters set used = used + 1 where organization_id = :'org' and metric = 'videos';
select is((select metric from private.quota_discrepancies()), 'videos', 'a tampered counter is found');

select * from finish();
rollback;
