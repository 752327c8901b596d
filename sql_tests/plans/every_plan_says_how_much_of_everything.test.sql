begin;
select plan(10);

select set_eq('select slug from public.plans', array['free', 'starter', 'professional', 'agency', 'enterprise'], 'the five plans');
select set_eq(
  'select metric from public.quota_metrics',
  array['videos', 'generations', 'ai_credits', 'ai_analyses', 'syncs', 'seo_submissions', 'uploads', 'storage_bytes', 'api_calls',
    'creators', 'voice_models', 'members', 'social_accounts'],
  'the metrics'
);
select is_empty(
  $$select p.slug, m.metric from public.plans p cross join public.quota_metrics m
    except select plan, metric from public.plan_limits$$, 'no plan is silent about a metric'
);
select results_eq(
  $$select metric, limit_value from public.plan_limits where plan = 'free' and metric in ('videos', 'generations', 'members') order by 1$$,
  $$values ('generations', 10::bigint), ('members', 1), ('videos', 3)$$, 'free includes what the product promises'
);
select is_empty(
  $$select from public.plan_limits a join public.plan_limits b using (metric)
    join public.plans pa on pa.slug = a.plan join public.plans pb on pb.slug = b.plan
    where pa.sort_order < pb.sort_order and coalesce(a.limit_value, 9e18) > coalesce(b.limit_value, 9e18)$$,
  'a dearer plan never includes less'
);
select results_eq(
  $$select n, private.plan_slug(n) from unnest(array['free', 'Creator', 'basic', 'PRO', 'premium', 'business', 'enterprise', 'banana', null]) n$$,
  $$values ('free', 'free'), ('Creator', 'starter'), ('basic', 'starter'), ('PRO', 'professional'), ('premium', 'professional'),
    ('business', 'agency'), ('enterprise', 'enterprise'), ('banana', null), (null, null)$$,
  'other names of plans are understood, unknown ones are not'
);
select is(
  tests.raised_code($$insert into public.plan_prices (plan, billing_period) values ('starter', 'monthly')$$), '23505',
  'one price per plan and billing period'
);
select is(tests.raised_code($$update public.plan_prices set price_eur = -1$$), '23514', 'prices are not negative');
select tests.act_as_role('anon');
select is((select count(slug) from public.plans), 5::bigint, 'visitors read the plans');
select is(tests.raised_code('select stripe_price_id from public.plan_prices'), '42501', 'but not the providers'' ids');

select * from finish();
rollback;
