begin;
select plan(6);

select results_eq(
  $$select z, at, private.quota_period_start('month', z, at)::text, private.quota_period_start('day', z, at)::text
    from (values
      ('UTC', timestamptz '2026-01-31 23:59:59.999+00'), ('UTC', '2026-02-01 00:00+00'),
      ('Europe/Amsterdam', '2026-01-31 22:59:59+00'), ('Europe/Amsterdam', '2026-01-31 23:00+00'),
      ('Europe/Amsterdam', '2026-07-31 21:59:59+00'), ('Europe/Amsterdam', '2026-07-31 22:00+00'),
      ('Asia/Kolkata', '2026-02-28 18:29:59+00'), ('Asia/Kolkata', '2026-02-28 18:30+00'),
      ('America/Los_Angeles', '2028-02-29 07:59:59+00'), ('America/Los_Angeles', '2028-03-01 08:00+00'),
      ('Pacific/Kiritimati', '2025-12-31 10:00+00'), ('Pacific/Pago_Pago', '2026-01-01 10:59:59+00')
    ) as v (z, at)$$,
  $$values
    ('UTC', timestamptz '2026-01-31 23:59:59.999+00', '2026-01-01', '2026-01-31'), ('UTC', '2026-02-01 00:00+00', '2026-02-01', '2026-02-01'),
    ('Europe/Amsterdam', '2026-01-31 22:59:59+00', '2026-01-01', '2026-01-31'),
    ('Europe/Amsterdam', '2026-01-31 23:00+00', '2026-02-01', '2026-02-01'),
    ('Europe/Amsterdam', '2026-07-31 21:59:59+00', '2026-07-01', '2026-07-31'),
    ('Europe/Amsterdam', '2026-07-31 22:00+00', '2026-08-01', '2026-08-01'),
    ('Asia/Kolkata', '2026-02-28 18:29:59+00', '2026-02-01', '2026-02-28'), ('Asia/Kolkata', '2026-02-28 18:30+00', '2026-03-01', '2026-03-01'),
    ('America/Los_Angeles', '2028-02-29 07:59:59+00', '2028-02-01', '2028-02-28'),
    ('America/Los_Angeles', '2028-03-01 08:00+00', '2028-03-01', '2028-03-01'),
    ('Pacific/Kiritimati', '2025-12-31 10:00+00', '2026-01-01', '2026-01-01'),
    ('Pacific/Pago_Pago', '2026-01-01 10:59:59+00', '2025-12-01', '2025-12-31')$$,
  'the local calendar decides, in summer, in leap years and at both ends of the date line'
);
select is(private.quota_period_start('lifetime', 'Asia/Kolkata'), date '1970-01-01', 'levels have one period');
select results_eq(
  $$select private.quota_resets_at('month', 'Europe/Amsterdam', d::date) from unnest(array['2026-03-01', '2026-10-01', '2026-12-01']) d$$,
  $$values (timestamptz '2026-03-31 22:00+00'), ('2026-10-31 23:00+00'), ('2026-12-31 23:00+00')$$, 'a month ends at local midnight, daylight saving or not'
);
select is(private.quota_resets_at('lifetime', 'UTC', '1970-01-01'), null, 'a level never renews');

-- A full month does not stop the next one.
select tests.create_user('ada@example.test') as ada \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select tests.act_as_owner();
insert into public.usage_counters (organization_id, metric, period_start, used)
select o.id, 'videos', (private.quota_period_start('month', o.timezone) - interval '1 month')::date, 3
from public.organizations as o where o.id = :'org';
select lives_ok(format('select private.consume_quota(%L, %L, 3)', :'org', 'videos'), 'a new month is a new counter');
select is(tests.raised_code(format('select private.consume_quota(%L, %L, 1)', :'org', 'videos')), 'QUOTA_EXCEEDED', 'with its own limit');

select * from finish();
rollback;
