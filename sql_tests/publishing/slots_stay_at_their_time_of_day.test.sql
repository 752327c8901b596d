begin;
\ir setup.sql
select plan(17);

select tests.act_as(:'cy', :'org');
insert into public.posting_slots (social_account_id, weekdays, local_time, timezone) values
  (:'x_account', '{1,2,3,4,5,6,7}', '09:00', 'Europe/Amsterdam'), (:'x_account', '{7}', '02:30', 'Europe/Amsterdam');
select is((select count(distinct organization_id) from public.posting_slots), 1::bigint, 'creators make slots in their organization');

select is(
  (select array_agg(to_char(s.slot_at at time zone 'UTC', 'DD HH24:MI') order by s.slot_at)
    from public.next_slot_times(:'x_account', '2026-03-27T12:00Z', 4) as s),
  array['28 08:00', '29 01:30', '29 07:00', '30 07:00'], 'over the spring gap nine stays nine, and half past two moves to half past three'
);
select is(
  (select array_agg(to_char(s.slot_at at time zone 'UTC', 'DD HH24:MI') order by s.slot_at)
    from public.next_slot_times(:'x_account', '2026-10-24T12:00Z', 3) as s),
  array['25 00:30', '25 08:00', '26 08:00'], 'in the autumn fold half past two comes once'
);
select is(
  (select array_agg(to_char(s.slot_at at time zone 'UTC', 'MM-DD HH24:MI') order by s.slot_at)
    from public.next_slot_times(:'x_account', '2028-02-28T12:00Z', 2) as s),
  array['02-29 08:00', '03-01 08:00'], 'a leap day has its slots'
);
select is(
  (select array_agg(to_char(s.slot_at at time zone 'UTC', 'MM-DD') order by s.slot_at)
    from public.next_slot_times(:'x_account', '2026-01-30T12:00Z', 3) as s),
  array['01-31', '02-01', '02-01'], 'months end'
);
insert into public.posting_slots (social_account_id, queue, weekdays, local_time, timezone) values
  (:'linkedin_account', 'default', '{1}', '00:15', 'Asia/Kolkata'), (:'linkedin_account', 'stories', '{1}', '23:45', 'America/Los_Angeles');
select is(
  (select array_agg(to_char(s.slot_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') order by s.slot_at)
    from public.next_slot_times(:'linkedin_account', '2026-05-31T18:00Z', 3) as s),
  array['2026-05-31 18:45', '2026-06-02 06:45', '2026-06-07 18:45'], 'weekdays are those of the zone of the slot'
);
select is(
  (select array_agg(s.local_on) from public.next_slot_times(:'linkedin_account', '2026-05-31T18:00Z', 1, 'stories') as s),
  array[date '2026-06-01'], 'one queue can be asked for'
);
select is((select count(*) from public.next_slot_times(:'linkedin_account', now(), 100)), 100::bigint, 'weekly slots yield as many as asked for');
select is(
  (select count(*) from public.next_slot_times(:'x_account', '2026-03-29T01:29Z', 1) as s where s.slot_at = '2026-03-29T01:30Z'), 1::bigint,
  'later than p_after, not at it'
);
select is(
  (select count(*) from public.next_slot_times(:'x_account', '2026-03-29T01:30Z', 1) as s where s.slot_at = '2026-03-29T07:00Z'), 1::bigint,
  'not at it'
);

-- Free ones.
select public.next_available_slot(:'x_account') as free \gset
select public.schedule_in_queue(:'x_account', :'content') #>> '{posts,0,scheduled_for}' as first \gset
select is(:'first'::timestamptz, :'free'::timestamptz, 'the queue takes the next free slot');
select isnt(public.next_available_slot(:'x_account'), :'free'::timestamptz, 'which is taken then');
select is(
  (public.schedule_in_queue(:'x_account', :'content') #>> '{posts,0,scheduled_for}')::timestamptz > :'first'::timestamptz, true,
  'the next post gets the next one'
);
select is(
  tests.raised_code(format('select public.schedule_in_queue(%L, %L)', :'garage_account', :'content')), 'CONFLICT', 'without slots there is no queue'
);
select is(
  tests.raised_code(format('insert into public.posting_slots (social_account_id, weekdays, local_time) values (%L, %L, %L)', :'x_account', '{8}', '09:00')),
  '23514', 'there is no eighth weekday'
);
select tests.act_as(:'zoe', :'other_org');
select is(tests.raised_code(format('select public.next_slot_times(%L)', :'x_account')), 'NOT_FOUND', 'others'' accounts are unknown');
select is(
  tests.raised_code(format('insert into public.posting_slots (social_account_id, local_time) values (%L, %L)', :'x_account', '09:00')), '23503',
  'and get no slots'
);

select * from finish();
rollback;
