begin;
\ir setup.sql
select plan(17);

-- March of next year: posts are scheduled at most two years ahead.
select d as march, d + 1 as march_2, d + 30 as march_31, d + 31 as april, d - 1 as february_end, d - 15 as february,
  (d::timestamp at time zone 'UTC') - interval '90 minutes' as last_hour
from make_date(extract(year from now())::integer + 1, 3, 1) as d \gset

select tests.act_as(:'cy', :'org');
insert into public.content_calendars (name, starts_on, ends_on, client_account_id) values ('Bakery', :'february', :'april', :'bakery')
returning id as calendar \gset
insert into public.calendar_entries (calendar_id, scheduled_on, time_slot, planned_topic) values
  (:'calendar', :'march', '09:00', 'Morning'), (:'calendar', :'march', '18:00', 'Evening'), (:'calendar', :'april', '09:00', 'April');
select is(
  tests.raised_code(format(
    'insert into public.calendar_entries (calendar_id, scheduled_on, time_slot) values (%L, %L, %L)', :'calendar', :'march', '09:00'
  )),
  '23505', 'several entries a day, one for each time'
);
select is(
  tests.raised_code(format(
    'insert into public.calendar_entries (calendar_id, scheduled_on, status) values (%L, %L, %L)', :'calendar', :'march_2', 'completed'
  )),
  '42501', 'a status is not written'
);
select is(
  tests.raised_code($$insert into public.content_calendars (name, starts_on, ends_on) values ('x', '2097-02-01', '2097-01-01')$$), '23514',
  'a calendar does not end before it starts'
);
select is((select distinct e.client_account_id from public.calendar_entries as e), :'bakery'::uuid, 'entries are for the client of their calendar');

-- The last hour of February in Amsterdam is still February in New York, and March in India.
select public.schedule_post(array[:'x_account']::uuid[], :'content', :'last_hour') #>> '{posts,0,id}' as post \gset
select is(
  (select array_agg(m.id) from public.calendar_month(:'february', 'Europe/Amsterdam') as m), array[:'post'::uuid], 'February in Amsterdam'
);
select is((select array_agg(m.entry_on) from public.calendar_month(:'march_31', 'Asia/Kolkata') as m
  where m.kind = 'post'), array[:'march'::date], 'March in India');
select is((select count(*) from public.calendar_month(:'february_end', 'Asia/Kolkata')), 0::bigint, 'and not February');
select is(
  (select array_agg(m.title order by m.entry_on, m.entry_time) from public.calendar_month(:'march', 'Europe/Amsterdam') as m), array['Morning', 'Evening'],
  'plans of the month'
);
select is((select count(*) from public.calendar_month(:'march', 'Asia/Kolkata', 'scheduled')), 1::bigint, 'by status');
select is(tests.raised_code($$select public.calendar_month('2097-03-01', 'Moon')$$), 'VALIDATION_ERROR', 'a zone is one');
select is(tests.raised_code($$select public.calendar_month('infinity')$$), 'VALIDATION_ERROR', 'a month is one');
select is(tests.raised_code($$select public.calendar_month('2097-03-01', null, 'lost')$$), 'VALIDATION_ERROR', 'a status is one');

-- A plan whose post is out is done.
update public.calendar_entries set scheduled_post_id = :'post' where planned_topic = 'Morning';
select is((select count(*) from public.calendar_month(:'march', 'Europe/Amsterdam') as m), 1::bigint, 'what is scheduled is shown as its post');
select public.publish_post(:'post') \gset ignored_
select tests.act_as_role('service_role');
select public.claim_due_posts() \gset ignored_
select public.begin_publish_attempt(:'post') ->> 'attempt_id' as attempt \gset
select public.settle_publish_attempt(:'attempt', 1, 'succeeded', 'x-9') \gset ignored_
select is((select e.status::text from public.calendar_entries as e where e.planned_topic = 'Morning'), 'completed', 'it is completed');
select is(public.record_post_metrics(:'post', '24h', 100, 5), true, 'figures are kept');
select is(public.record_post_metrics(:'post', '24h', 900, 5), false, 'the first of their time');

select tests.act_as(:'cleo', :'org');
select is(
  (select array_agg(m.title order by m.entry_time) from public.calendar_month(:'march', 'Europe/Amsterdam') as m), array['Evening'],
  'a client sees its own plans'
);

select * from finish();
rollback;
