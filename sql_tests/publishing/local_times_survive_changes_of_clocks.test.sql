begin;
select plan(31);

-- Wall clock, zone → the moment, and what became of the time of day.
select is(
  array[to_char(r.resolved_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI'), r.resolution::text], array[c.expected, c.resolution],
  format('%s %s in %s is %s UTC (%s)', c.day, c.at, c.zone, c.expected, c.resolution)
)
from (values
  (date '2026-01-15', time '09:00', 'Europe/Amsterdam', '2026-01-15 08:00', 'exact'),
  ('2026-07-15', '09:00', 'Europe/Amsterdam', '2026-07-15 07:00', 'exact'),
  ('2026-03-29', '01:59', 'Europe/Amsterdam', '2026-03-29 00:59', 'exact'),
  ('2026-03-29', '02:00', 'Europe/Amsterdam', '2026-03-29 01:00', 'moved_forward'),
  ('2026-03-29', '02:30', 'Europe/Amsterdam', '2026-03-29 01:30', 'moved_forward'),
  ('2026-03-29', '03:00', 'Europe/Amsterdam', '2026-03-29 01:00', 'exact'),
  ('2026-10-25', '01:59', 'Europe/Amsterdam', '2026-10-24 23:59', 'exact'),
  ('2026-10-25', '02:00', 'Europe/Amsterdam', '2026-10-25 00:00', 'earlier_of_two'),
  ('2026-10-25', '02:30', 'Europe/Amsterdam', '2026-10-25 00:30', 'earlier_of_two'),
  ('2026-10-25', '03:00', 'Europe/Amsterdam', '2026-10-25 02:00', 'exact'),
  ('2026-10-25', '22:00', 'Europe/Amsterdam', '2026-10-25 21:00', 'exact'),
  ('2026-03-08', '02:30', 'America/New_York', '2026-03-08 07:30', 'moved_forward'),
  ('2026-11-01', '01:30', 'America/New_York', '2026-11-01 05:30', 'earlier_of_two'),
  ('2026-06-01', '09:00', 'Asia/Kolkata', '2026-06-01 03:30', 'exact'),
  ('2026-06-01', '00:15', 'Asia/Kathmandu', '2026-05-31 18:30', 'exact'),
  ('2028-02-29', '12:00', 'Europe/Amsterdam', '2028-02-29 11:00', 'exact'),
  ('2026-02-28', '23:59', 'Asia/Kolkata', '2026-02-28 18:29', 'exact'),
  ('2026-12-31', '23:30', 'America/Los_Angeles', '2027-01-01 07:30', 'exact'),
  ('2026-01-01', '00:30', 'Pacific/Auckland', '2025-12-31 11:30', 'exact'),
  ('2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03 15:45', 'moved_forward'),
  ('2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04 14:45', 'earlier_of_two'),
  ('2026-09-06', '00:30', 'America/Santiago', '2026-09-06 04:30', 'moved_forward'),
  ('2026-04-04', '23:30', 'America/Santiago', '2026-04-05 02:30', 'earlier_of_two'),
  ('2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30 22:00', 'moved_forward'),
  ('2026-06-01', '12:00', 'UTC', '2026-06-01 12:00', 'exact')
) as c (day, at, zone, expected, resolution)
cross join lateral private.resolve_local_time(c.day, c.at, c.zone) as r;

-- The post keeps what was entered.
\ir setup.sql
-- The last Sundays of March and October of next year.
select d - extract(dow from d)::integer as spring, e - extract(dow from e)::integer as autumn
from (select extract(year from now())::integer + 1 as y) as next_year
cross join lateral (select make_date(y, 3, 31) as d, make_date(y, 10, 31) as e) as ends \gset
select tests.act_as(:'cy', :'org');
select public.schedule_post(
  array[:'x_account']::uuid[], :'content', p_local_on => :'spring', p_local_time => '02:30', p_timezone => 'Europe/Amsterdam'
) #> '{posts,0}' as post \gset
select is(
  array[((:'post'::jsonb ->> 'scheduled_for')::timestamptz at time zone 'UTC')::text, :'post'::jsonb ->> 'local_time', :'post'::jsonb ->> 'time_resolution'],
  array[:'spring' || ' 01:30:00', '02:30:00', 'moved_forward'], 'a skipped time is kept as entered and moved by the gap'
);
select is(
  (public.reschedule_post((:'post'::jsonb ->> 'id')::uuid, p_local_on => :'autumn', p_local_time => '02:30') ->> 'scheduled_for')::timestamptz,
  (:'autumn' || 'T00:30:00+00:00')::timestamptz, 'moved to a night with two such times, the first counts'
);
select is(
  public.reschedule_post((:'post'::jsonb ->> 'id')::uuid, (:'spring'::date + time '12:00') at time zone 'UTC', p_timezone => 'Asia/Kolkata') ->> 'local_time',
  '17:30:00', 'a moment gets the time of day of its zone'
);
select is(
  tests.raised_code(format('select public.schedule_post(array[%L]::uuid[], %L, p_timezone => %L)', :'x_account', :'content', 'Mars/Olympus')),
  'VALIDATION_ERROR', 'unknown zones are named'
);
select is(
  tests.raised_code(format('select public.schedule_post(array[%L]::uuid[], %L, now() - interval %L)', :'x_account', :'content', '1 hour')),
  'VALIDATION_ERROR', 'and times that have passed'
);
select is(
  (public.schedule_post(array[:'x_account']::uuid[], :'content') #>> '{posts,0,scheduled_for}')::timestamptz, now(), 'no time means at once'
);

select * from finish();
rollback;
