begin;
select plan(16);

select tests.act_as_role('service_role');
select is(
  (select jsonb_agg(public.take_budget('youtube', 'uploads', 1) -> 'granted') from generate_series(1, 101)),
  (select jsonb_agg(n <= 100) from generate_series(1, 101) as n), 'a hundred uploads a day, not one more'
);
select public.take_budget('youtube', 'uploads', 1) as refused \gset
select ok((:'refused'::jsonb ->> 'resets_at')::timestamptz > now(), 'a refusal says when it resets');
select public.take_budget('youtube', 'units', 9999) as taken \gset
select is(:'taken'::jsonb -> 'remaining', '1'::jsonb, 'what is left of ten thousand units');
select is(public.take_budget('youtube', 'units', 2) -> 'granted', 'false'::jsonb, 'two do not fit');
select is(public.take_budget('youtube', 'units', 1) -> 'granted', 'true'::jsonb, 'one does, so a refusal took nothing');
select is(public.give_back_budget(array(select jsonb_array_elements_text(:'taken'::jsonb -> 'budget_ids')::bigint), 9999), 1, 'a call not made is given back');
select is(public.take_budget('youtube', 'units', 9999) -> 'granted', 'true'::jsonb, 'and can be made later');
select is(public.take_budget('youtube', 'units', 5, null, 'second project') -> 'granted', 'true'::jsonb, 'another application has its own');
select is(
  (select array_agg(tests.raised_code(q)) from unnest(array[
    $$select public.take_budget('youtube', 'unitz')$$, $$select public.take_budget('nobody', 'units')$$,
    $$select public.take_budget('youtube', 'units', 0)$$, $$select public.take_budget('youtube', 'units', -5)$$,
    $$select public.take_budget('youtube', 'units', 10001)$$, $$select public.take_budget('youtube', 'units', null)$$
  ]) as q),
  array_fill('VALIDATION_ERROR'::text, array[6]), 'a misspelt resource or a senseless amount is refused'
);

select tests.act_as_owner();
select results_eq(
  $$select d, (w.period_start at time zone 'UTC')::text, extract(epoch from w.period_end - w.period_start) / 3600
    from unnest(array[
      '2026-03-08 07:59+00', '2026-03-08 08:00+00', '2026-03-09 06:59+00', '2026-11-01 06:59+00', '2026-11-01 07:00+00',
      '2026-11-02 07:59+00', '2026-11-02 08:00+00', '2028-02-29 12:00+00', '2026-12-31 23:00+00']::timestamptz[]) with ordinality as t (at, d)
    cross join lateral private.budget_window('day', 'America/Los_Angeles', t.at) as w$$,
  $$values (1::bigint, '2026-03-07 08:00:00', 24::numeric), (2, '2026-03-08 08:00:00', 23), (3, '2026-03-08 08:00:00', 23),
    (4, '2026-10-31 07:00:00', 24), (5, '2026-11-01 07:00:00', 25), (6, '2026-11-01 07:00:00', 25), (7, '2026-11-02 08:00:00', 24),
    (8, '2028-02-29 08:00:00', 24), (9, '2026-12-31 08:00:00', 24)$$,
  'a day at the provider begins at midnight Pacific, also when clocks change'
);
select is(
  (select (private.take_budget('youtube', 'uploads', 100, null, 'dst', null, '2026-11-01 07:30+00') -> 'granted')), 'true'::jsonb,
  'all of the long day'
);
select is(
  (select (private.take_budget('youtube', 'uploads', 1, null, 'dst', null, '2026-11-02 07:59:59+00') -> 'granted')), 'false'::jsonb,
  'is spent in its twenty-fifth hour as well'
);
select is(
  (select (private.take_budget('youtube', 'uploads', 1, null, 'dst', null, '2026-11-02 08:00+00') -> 'granted')), 'true'::jsonb,
  'and renewed at the next midnight there'
);
select ok(
  (select public.exhaust_budget('youtube', 'units', 'day', null, 'third') > now()), 'the provider may say itself that nothing is left'
);
select is(public.take_budget('youtube', 'units', 1, null, 'third') -> 'granted', 'false'::jsonb, 'which is believed');
select tests.act_as(tests.create_user());
select is(tests.raised_code($$select public.take_budget('youtube', 'units')$$), '42501', 'people take nothing');

select * from finish();
rollback;
