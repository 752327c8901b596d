begin;
select plan(5);

select tests.create_user('ada@example.test') as ada \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
create function pg_temp.call(p_org uuid, p_at timestamptz, p_cost integer) returns void language sql as $$
  insert into public.api_usage (organization_id, api_provider, financial_cost_usd, created_at)
  values (p_org, 'gemini', p_cost, p_at)
$$;

-- The same two moments, written by sessions at both ends of the date line.
set local timezone = 'Pacific/Kiritimati';
select pg_temp.call(:'org', '2026-01-31 23:59:59+00', 1);
select pg_temp.call(:'org', '2026-02-01 00:00:00+00', 2);
set local timezone = 'Pacific/Pago_Pago';
select pg_temp.call(:'org', '2026-01-31 23:59:59+00', 4);
select pg_temp.call(:'org', '2026-02-01 00:00:00+00', 8);

select results_eq(
  format('select month_start, request_count, total_financial_cost_usd::integer from public.api_usage_monthly where organization_id = %L order by 1', :'org'),
  $$values (date '2026-01-01', 2::bigint, 5), ('2026-02-01', 2, 10)$$, 'a call belongs to the month in UTC, whoever writes it'
);
select tests.act_as(:'ada');
select results_eq(
  'select month, total_financial_cost::integer from public.monthly_api_usage order by 1',
  $$values (date '2026-01-01', 5), ('2026-02-01', 10)$$, 'and is read so from wherever'
);
set local timezone = 'Asia/Kolkata';
select results_eq(
  'select month, total_financial_cost::integer from public.monthly_api_usage order by 1',
  $$values (date '2026-01-01', 5), ('2026-02-01', 10)$$, 'from here as well'
);
select tests.act_as_owner();
select is(
  tests.raised_code($$insert into public.api_usage_monthly (organization_id, api_provider, event_type, month_start)
    values (gen_random_uuid(), 'gemini', 'api_call', '2026-02-02')$$), '23514', 'a month begins on its first day'
);
select throws_ok(
  $$refresh materialized view public.monthly_api_usage$$, '42809', null, 'there is nothing to refresh'
);

select * from finish();
rollback;
