begin;
select plan(9);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select tests.act_as_role('service_role');
select is(public.check_user_quota(:'ada'), true, 'a person at work has a quota');

create function pg_temp.answers(p_user_id uuid) returns text language sql as $$
  select concat_ws(' / ', public.check_user_quota(p_user_id), public.check_and_update_user_quota(p_user_id, 1) ->> 'error')
$$;
select tests.act_as_owner();
update public.profiles set status = 'suspended' where id = :'ada';
select tests.act_as_role('service_role');
select is(pg_temp.answers(:'ada'), 'f / User not found', 'a suspended one has none');
select tests.act_as_owner();
update public.profiles set status = 'deleted', deleted_at = now() where id = :'ada';
select tests.act_as_role('service_role');
select is(pg_temp.answers(:'ada'), 'f / User not found', 'nor has a deleted one');
select tests.act_as_owner();
update public.profiles set status = 'active', deleted_at = null where id = :'ada';
select tests.act_as_role('service_role');
select is(pg_temp.answers(:'ada'), 't', 'who is back has it again');

-- A subscription that ran out carries nothing, swept or not.
select public.update_user_tier(:'ada', 'agency') \gset ignored_
select tests.act_as_owner();
select lives_ok(format('select private.reserve_quota(%L, %L, 20)', :'org', 'videos'), 'a paid plan admits what it includes');
update public.subscriptions
set current_period_start = now() - interval '2 months', current_period_end = now() - interval '4 days'
where organization_id = :'org' and ended_at is null;
select is(
  tests.raised_code(format('select private.reserve_quota(%L, %L, 1)', :'org', 'videos')), 'QUOTA_EXCEEDED',
  'one that ran out does not'
);
select is(
  tests.raised_code(format('select private.reserve_quota(%L, %L, 10)', :'org', 'generations')), null, 'the free plan holds instead'
);
select is(
  tests.raised_code(format('select private.reserve_quota(%L, %L, 1)', :'org', 'generations')), 'QUOTA_EXCEEDED', 'and no more'
);
update public.organizations set deleted_at = now() where id = :'org';
select is(
  tests.raised_code(format('select private.reserve_quota(%L, %L, 1)', :'org', 'syncs')), 'NOT_FOUND', 'a closed organization takes nothing'
);

select * from finish();
rollback;
