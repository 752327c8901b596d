begin;
select plan(8);

select tests.create_user('ada@example.test') as ada \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
create function pg_temp.month(p_ago integer) returns date language sql as $$
  select (date_trunc('month', now(), 'UTC') at time zone 'UTC' - make_interval(months => p_ago))::date
$$;
grant execute on function pg_temp.month(integer) to authenticated;

-- Last month was used up, and something of it is still under way.
insert into public.usage_counters (organization_id, metric, period_start, used, reserved) values
  (:'org', 'generations', pg_temp.month(1), 9, 1), (:'org', 'generations', pg_temp.month(2), 10, 0);

select tests.act_as(:'ada');
select results_eq(
  $$select used, reserved, remaining, period_start, resets_at from public.get_quotas() where metric = 'generations'$$,
  format(
    'values (0::bigint, 0::bigint, 10::bigint, %L::date, %L::timestamptz)', pg_temp.month(0), pg_temp.month(-1)::timestamp at time zone 'UTC'
  ),
  'a month that is over takes nothing from the one that runs'
);
select is(public.check_user_quota(:'ada'), true, 'whoever was refused last month may go on');
select lives_ok($$select public.create_generation('A text.', array['x'], 'authority', 'en')$$, 'really');
select results_eq(
  $$select used, reserved, remaining from public.get_quotas() where metric = 'generations'$$,
  $$values (0::bigint, 1::bigint, 9::bigint)$$, 'what is asked for now is counted now'
);

-- What last month began ends in last month.
select tests.act_as_owner();
select private.commit_quota(:'org', 'generations', pg_temp.month(1), 1);
select results_eq(
  format('select used, reserved from public.usage_counters where organization_id = %L order by period_start desc limit 2', :'org'),
  $$values (0::bigint, 1::bigint), (10, 0)$$, 'a late end belongs to the month of its beginning'
);

-- Fewer than were used.
select private.change_plan(:'org', 'professional') \gset ignored_
select private.consume_quota(:'org', 'generations', 50) \g /dev/null
select private.change_plan(:'org', 'free') \gset ignored_
select tests.act_as(:'ada');
select results_eq(
  $$select "limit", used, remaining from public.get_quotas() where metric = 'generations'$$,
  $$values (10::bigint, 50::bigint, 0::bigint)$$, 'what remains is never less than nothing'
);
select is(public.check_user_quota(:'ada'), false, 'then there is none');
select is(
  (public.check_and_update_user_quota(:'ada', 3) ->> 'quota_remaining')::integer, 0, 'each metric by itself'
);

select * from finish();
rollback;
