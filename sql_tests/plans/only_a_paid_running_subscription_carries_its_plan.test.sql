begin;
select plan(21);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select is(tests.raised_code(format('select public.update_user_tier(%L, %L)', :'ada', 'agency')), '42501', 'nobody upgrades themselves');
select is(tests.raised_code($$update public.subscriptions set plan = 'agency'$$), '42501', 'nor writes the subscription');
select is(
  tests.raised_code($$insert into public.subscriptions (organization_id, plan) values (private.active_org(), 'agency')$$), '42501',
  'nor adds one'
);
select is(tests.raised_code($$update public.plan_limits set limit_value = null$$), '42501', 'nor lifts the limits');
select tests.act_as_role('service_role');
select is(tests.raised_code(format('select public.update_user_tier(%L, %L)', :'ada', 'banana')), 'VALIDATION_ERROR', 'an unknown tier is refused');
select is(tests.raised_code(format('select public.update_user_tier(%L, null)', :'ada')), 'VALIDATION_ERROR', 'and none');
select is(tests.raised_code(format('select public.update_user_tier(%L, %L)', gen_random_uuid(), 'pro')), 'NOT_FOUND', 'and nobody');
select lives_ok(format('select public.update_user_tier(%L, %L)', :'ada', 'pro'), 'an operator upgrades');
select tests.act_as_owner();
select results_eq(
  format('select plan, ended_at is null from public.subscriptions where organization_id = %L order by created_at, ended_at is null', :'org'),
  $$values ('free', false), ('professional', true)$$, 'the earlier subscription stays as a record'
);
select is(
  tests.raised_code(format('insert into public.subscriptions (organization_id, plan) values (%L, %L)', :'org', 'free')), '23505',
  'there is one live subscription'
);

create function pg_temp.plan_when(p_org uuid, p_status text, p_end interval, p_cancel boolean)
returns text language plpgsql as $$
begin
  update public.subscriptions
  set
    status = p_status::public.subscription_status,
    current_period_start = now() - interval '2 months',
    current_period_end = now() + p_end,
    cancel_at_period_end = p_cancel
  where organization_id = p_org and ended_at is null;
  return private.effective_plan(p_org);
end;
$$;
select results_eq(
  format($$select s, pg_temp.plan_when(%L, s, '10 days', false) from unnest(array['incomplete', 'trialing', 'active', 'past_due', 'paused',
    'suspended', 'cancelled']) s$$, :'org'),
  $$values ('incomplete', 'free'), ('trialing', 'professional'), ('active', 'professional'), ('past_due', 'professional'),
    ('paused', 'free'), ('suspended', 'free'), ('cancelled', 'free')$$,
  'the status decides'
);
select is(pg_temp.plan_when(:'org', 'active', '-2 days', false), 'professional', 'a late renewal has three days');
select is(pg_temp.plan_when(:'org', 'active', '-4 days', false), 'free', 'not more');
select is(pg_temp.plan_when(:'org', 'active', '-1 second', true), 'free', 'a cancelled one ends on its day');
select is(pg_temp.plan_when(:'org', 'trialing', '-1 second', false), 'free', 'and so does a trial');
select is(private.expire_subscriptions(), 1, 'the sweep ends it');
select results_eq(
  format('select plan, status::text from public.subscriptions where organization_id = %L and ended_at is null', :'org'),
  $$values ('free', 'active')$$, 'and the free plan begins'
);
select is(private.expire_subscriptions(), 0, 'a second sweep finds nothing');

select tests.act_as(:'ada');
select is((select count(id) from public.subscriptions), 3::bigint, 'members read the history');
select is(tests.raised_code('select stripe_customer_id from public.subscriptions'), '42501', 'without the provider''s ids');
select tests.act_as(:'bob', :'org');
select is((select count(id) from public.subscriptions where organization_id = :'org'), 0::bigint, 'strangers read nothing');

select * from finish();
rollback;
