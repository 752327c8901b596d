begin;
select plan(4);

select tests.create_user('ada@example.test') as ada \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
update public.plan_limits set limit_value = null where plan = 'free' and metric in ('generations', 'videos');

select tests.act_as(:'ada');
select results_eq(
  $$select "limit", used, remaining from public.get_quotas() where metric = 'generations'$$,
  $$values (null::bigint, 0::bigint, null::bigint)$$, 'nobody says how many are left of any number'
);
select is(public.check_user_quota(:'ada'), true, 'there is always one');
select lives_ok($$select public.create_generation('A text.', array['x'], 'authority', 'en')$$, 'really');
select is(
  public.check_and_update_user_quota(:'ada', 2), '{"success": true, "quota_limit": null, "quota_used": 2, "quota_remaining": null}', 'nor when some are taken'
);

select * from finish();
rollback;
