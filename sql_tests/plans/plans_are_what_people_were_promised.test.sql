begin;
select plan(7);

select results_eq(
  $$select n, private.plan_slug(n) from unnest(array['free', 'creator', 'basic', 'pro', 'Premium', 'business', 'agency', 'enterprise']) as n$$,
  $$values ('free', 'free'), ('creator', 'starter'), ('basic', 'starter'), ('pro', 'professional'), ('Premium', 'professional'),
    ('business', 'agency'), ('agency', 'agency'), ('enterprise', 'enterprise')$$,
  'every name a plan goes by finds it'
);
select is(private.plan_slug('banana'), null, 'no other does');
select results_eq(
  $$select plan, limit_value from public.plan_limits where metric = 'generations' order by limit_value nulls last, plan$$,
  $$values ('free', 10::bigint), ('starter', 100::bigint), ('professional', 500::bigint), ('agency', null), ('enterprise', null)$$,
  'generations: ten for nothing, five hundred, and without limit'
);
select is((select limit_value from public.plan_limits where plan = 'free' and metric = 'videos'), 3::bigint, 'three videos for nothing');
select results_eq(
  $$select metric, limit_value from public.plan_limits
    where plan = 'starter' and metric in ('uploads', 'social_accounts', 'ai_credits') order by metric$$,
  $$values ('ai_credits', 100::bigint), ('social_accounts', 5::bigint), ('uploads', 10::bigint)$$,
  'a creator has ten uploads, five accounts and a hundred credits'
);
select results_eq(
  $$select metric, limit_value from public.plan_limits
    where plan = 'professional' and metric in ('voice_models', 'storage_bytes') order by metric$$,
  $$values ('storage_bytes', 53687091200::bigint), ('voice_models', 10::bigint)$$, 'a professional ten voices and 50 GiB'
);
select is(
  (select count(distinct billing_period) from public.plan_prices where plan = 'professional'), 2::bigint, 'paid by the month or the year'
);

select * from finish();
rollback;
