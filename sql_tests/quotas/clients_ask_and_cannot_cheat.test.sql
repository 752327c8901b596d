begin;
select plan(20);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select results_eq(
  $$select metric, "limit", used, reserved, remaining, plan, resets_at > now() from public.get_quotas()
    where metric in ('videos', 'members')$$,
  $$values ('videos', 3::bigint, 0::bigint, 0::bigint, 3::bigint, 'free', true), ('members', 1, 1, 0, 0, 'free', null)$$,
  'the plan, what is used, what remains, and when it renews'
);
select is((select count(*) from public.get_quotas()), (select count(*) from public.quota_metrics), 'for every metric');
select is(
  public.check_and_update_user_quota(:'ada', 2),
  '{"success": true, "quota_limit": 3, "quota_used": 2, "quota_remaining": 1}', 'taking two of three'
);
select is(
  public.check_and_update_user_quota(:'ada', 2),
  '{"success": false, "error": "Quota exceeded", "quota_limit": 3, "quota_used": 2, "quota_remaining": 1}', 'two more do not fit'
);
select is(
  (
    select array_agg(tests.raised_code(format('select public.check_and_update_user_quota(%L, %s)', :'ada', n)))
    from unnest(array['0', '-1', '-1000', 'null', '1001']) n
  ),
  array_fill('VALIDATION_ERROR'::text, array[5]), 'amounts that would mint quota are refused'
);
select is(public.check_and_update_user_quota(:'ada') ->> 'quota_remaining', '0', 'one is the default');
select is(public.check_user_quota(:'ada'), true, 'generations are left');
select is(tests.raised_code(format('select public.check_user_quota(%L)', :'bob')), 'FORBIDDEN', 'others are not asked about');
select is(tests.raised_code(format('select public.check_and_update_user_quota(%L, 1)', :'bob')), 'FORBIDDEN', 'nor charged');
select is(tests.raised_code('select public.check_user_quota(null)'), 'VALIDATION_ERROR', 'somebody is meant');
select is(tests.raised_code('update public.usage_counters set used = 0'), '42501', 'counters are not writable');
select is(tests.raised_code('delete from public.usage_counters'), '42501', 'nor deletable');
select is(tests.raised_code($$select private.reserve_quota(private.active_org(), 'videos', 1)$$), '42501', 'the engine is not callable');
select is(tests.raised_code($$select private.adjust_usage(private.active_org(), 'videos', -3)$$), '42501', 'in no part');
select ok((select count(*) > 0 from public.usage_ledger), 'an owner reads the ledger');

select tests.act_as(:'bob', :'org');
select is((select count(*) from public.usage_counters where organization_id = :'org'), 0::bigint, 'a stranger reads no counter');
select is((select count(*) from public.usage_ledger where organization_id = :'org'), 0::bigint, 'and no ledger');

select tests.act_as_role('service_role');
select is(public.check_user_quota(gen_random_uuid()), false, 'an unknown user has none');
select is(
  public.check_and_update_user_quota(gen_random_uuid(), 1), '{"success": false, "error": "User not found"}', 'and takes none'
);
select is(public.check_user_quota(:'bob'), true, 'a server may ask about anybody');

select * from finish();
rollback;
