begin;
select plan(16);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.create_user('eve@example.test') as eve \gset
select active_organization_id as ada_org from public.profiles where id = :'ada' \gset
select active_organization_id as bob_org from public.profiles where id = :'bob' \gset
select active_organization_id as eve_org from public.profiles where id = :'eve' \gset

select tests.act_as_role('service_role');
create temporary table plans_before as select * from public.subscriptions_by_plan();
select public.update_user_tier(:'ada', 'pro');
select public.update_user_tier(:'bob', 'business');
select tests.act_as_owner();
update public.subscriptions set status = 'suspended' where organization_id = :'bob_org' and ended_at is null;
update public.organizations set deleted_at = now() where id = :'eve_org';
insert into public.usage_counters (organization_id, metric, period_start, used)
select o.id, 'generations', private.quota_period_start('month', o.timezone) - m.months, m.used
from public.organizations as o
cross join (values (interval '0', 7), (interval '1 month', 50)) as m (months, used)
where o.id = :'ada_org';

insert into public.generations (
  organization_id, user_id, input_content, input_content_hash, request_hash, selected_platforms, selected_tone,
  language, status, error_code, generation_time_ms, created_at, completed_at
)
select
  g.org, g.person, 'x', repeat('a', 64), repeat('b', 64), g.platforms, 'authority', 'en', g.status,
  case g.status when 'failed' then 'REJECTED' end, g.ms, now() - g.age, case when g.status <> 'pending' then now() end
from (
  values
  (:'ada_org'::uuid, :'ada'::uuid, '{x,email}'::text[], 'completed'::public.generation_status, 100, interval '0'),
  (:'ada_org', :'ada', '{x}', 'completed', 200, interval '0'),
  (:'bob_org', :'bob', '{x,tiktok}', 'completed', 600, interval '0'),
  (:'bob_org', :'bob', '{email}', 'failed', 9000, interval '0'),
  (:'bob_org', :'bob', '{threads}', 'pending', null, interval '0'),
  (:'bob_org', :'bob', '{linkedin}', 'completed', 5000, interval '9 days')
) as g (org, person, platforms, status, ms, age);

select tests.act_as_role('service_role');
select is(
  (
    select s.organization_count - b.organization_count
    from public.subscriptions_by_plan() as s
    join plans_before as b using (plan)
    where s.plan = 'professional'
  ), 1::bigint, 'who changed to a plan is counted there'
);
select is(
  (
    select s.generations_used - b.generations_used
    from public.subscriptions_by_plan() as s
    join plans_before as b using (plan)
    where s.plan = 'professional'
  ), 7::bigint, 'with the generations of this month alone'
);
select is(
  (
    select s.organization_count - b.organization_count
    from public.subscriptions_by_plan() as s
    join plans_before as b using (plan)
    where s.plan = 'agency'
  ), 0::bigint, 'a suspended subscription carries no plan'
);
select is(
  (
    select s.organization_count - b.organization_count
    from public.subscriptions_by_plan() as s
    join plans_before as b using (plan)
    where s.plan = 'free'
  ), -3::bigint, 'nor does that of a deleted organization'
);
select is((select count(*) from public.subscriptions_by_plan()), (select count(*) from public.plans), 'every plan has its row');

select is(
  (select row(v.generation_count, v.active_person_count)::text from public.daily_generation_volume(1) as v), '(4,2)',
  'generations and people of today, once they ended'
);
select is((select count(*) from public.daily_generation_volume()), 30::bigint, 'days without any are rows as well');
select is((select sum(v.generation_count) from public.daily_generation_volume(30) as v), 5::numeric, 'older ones on their day');
select is(
  (select min(v.day_on) from public.daily_generation_volume(30) as v), (now() at time zone 'UTC')::date - 29, 'from the first day'
);

select is(
  (select array_agg(p.platform || ' ' || p.usage_count) from public.platform_popularity() as p),
  '{"x 3","email 2","tiktok 1"}'::text[], 'platforms, most wanted first'
);
select is((select row(t.*)::text from public.generation_times() as t), '(3,300,200,560)', 'times of complete ones');
select is((select row(t.*)::text from public.generation_times(9) as t), '(3,300,200,560)', 'of the days that were asked for');

select is(tests.raised_code('select public.daily_generation_volume(0)'), 'VALIDATION_ERROR', 'some days');
select is(tests.raised_code('select public.platform_popularity(null)'), 'VALIDATION_ERROR', 'a number of days');
select is(tests.raised_code('select public.generation_times(2147483647)'), 'VALIDATION_ERROR', 'no more than are kept');

select tests.act_as(:'ada');
select is(tests.raised_code('select public.subscriptions_by_plan()'), '42501', 'members do not ask');

select * from finish();
rollback;
