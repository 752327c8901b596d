begin;
select plan(6);

select tests.create_user('ada@example.test') as ada \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
update public.plan_limits set limit_value = 0 where plan = 'free' and metric in ('generations', 'videos');

-- There is no counter of this month yet: the first request meets the limit as every other.
select tests.act_as(:'ada');
select is(public.check_user_quota(:'ada'), false, 'nothing is left of nothing');
select results_eq(
  $$select "limit", used, remaining from public.get_quotas() where metric = 'generations'$$,
  $$values (0::bigint, 0::bigint, 0::bigint)$$, 'as the list says; null would be without limit'
);
select is(
  tests.raised_code($$select public.create_generation('A text.', array['x'], 'authority', 'en')$$), 'QUOTA_EXCEEDED', 'the first is refused'
);
select is(
  public.check_and_update_user_quota(:'ada', 1),
  '{"success": false, "error": "Quota exceeded", "quota_limit": 0, "quota_used": 0, "quota_remaining": 0}', 'of each metric'
);
select tests.act_as_owner();
select is(
  (select count(*) from public.usage_counters where organization_id = :'org' and metric in ('generations', 'videos')), 0::bigint,
  'and leaves no trace'
);
-- After a month in which there was a limit.
insert into public.usage_counters (organization_id, metric, period_start, used)
values (:'org', 'generations', (date_trunc('month', now(), 'UTC') at time zone 'UTC' - interval '1 month')::date, 5);
select tests.act_as(:'ada');
select is(public.check_user_quota(:'ada'), false, 'a month that begins anew begins with nothing');

select * from finish();
rollback;
