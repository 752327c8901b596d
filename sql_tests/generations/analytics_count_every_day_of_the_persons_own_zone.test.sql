begin;
select plan(22);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.create_user('eve@example.test') as eve \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select private.change_plan(:'org', 'agency') \gset ignored_
insert into public.organization_members (organization_id, user_id, role) values (:'org', :'bob', 'creator');

select tests.act_as(:'ada');
select * from public.get_content_generation_analytics(:'ada', 7) \gset
select is(:total_generated, 0, 'nobody''s first day: nothing generated');
select is(:total_approved, 0, 'nothing approved');
select is(:total_used, 0, 'nothing used');
select is((select a.avg_quality_score from public.get_content_generation_analytics(:'ada') as a), null, 'no score is not a score of zero');
select is(:'content_type_breakdown'::jsonb, '{}', 'an empty breakdown is an object');
select is((select count(*) from jsonb_object_keys(:'daily_generation_trend'::jsonb)), 7::bigint, 'each day is there');
select is((select sum(value::integer) from jsonb_each_text(:'daily_generation_trend'::jsonb)), 0::bigint, 'with nothing');

select tests.act_as_owner();
-- Whatever the clock says, one minute before midnight in Kiritimati is another day than one minute after.
update public.profiles set timezone = 'Pacific/Kiritimati' where id = :'bob';
select date_trunc('day', now(), 'Pacific/Kiritimati') as midnight \gset
insert into public.generated_content
  (organization_id, user_id, content_type, generated_text, ai_model, quality_score, created_at)
values
  (:'org', :'bob', 'title', 'a', 'm', 8, :'midnight'::timestamptz - interval '1 minute'),
  (:'org', :'bob', 'title', 'b', 'm', 9, :'midnight'::timestamptz),
  (:'org', :'bob', 'script', 'c', 'm', null, :'midnight'::timestamptz),
  (:'org', :'bob', 'script', 'd', 'm', 10, :'midnight'::timestamptz - interval '2 days' - interval '1 minute');
update public.generated_content set status = 'approved' where generated_text in ('a', 'b', 'd');
update public.generated_content set status = 'used' where generated_text in ('a', 'b', 'd');
update public.generated_content set status = 'archived' where generated_text = 'b';

select tests.act_as(:'bob', :'org');
select * from public.get_content_generation_analytics(:'bob', 3) \gset
select is(:total_generated, 3, 'three days reach back to the third midnight');
select is(:total_approved, 2, 'what was used or archived since stays approved');
select is(:total_used, 2, 'and what was archived stays used');
select is(:'avg_quality_score'::numeric, 8.5, 'unscored content has no part in the average');
select is(
  :'content_type_breakdown'::jsonb,
  '{"title": {"count": 2, "avg_quality": 8.50}, "script": {"count": 1, "avg_quality": null}}', 'by type'
);
select is(
  :'daily_generation_trend'::jsonb,
  jsonb_build_object(
    (:'midnight'::timestamptz at time zone 'Pacific/Kiritimati')::date - 2, 0,
    (:'midnight'::timestamptz at time zone 'Pacific/Kiritimati')::date - 1, 1,
    (:'midnight'::timestamptz at time zone 'Pacific/Kiritimati')::date, 2
  ),
  'by day of the person''s zone, days of nothing included'
);
select is(
  (select a.avg_quality_score from public.get_content_generation_analytics(:'bob', 4) as a), 9.00, 'a score of ten is a score'
);

select is(
  tests.raised_code(format($$select public.get_content_generation_analytics(%L)$$, :'ada')),
  'FORBIDDEN', 'a creator sees no colleague'
);
select tests.act_as(:'ada');
select is((select a.total_generated from public.get_content_generation_analytics(:'bob') as a), 4, 'a manager does');
select is(
  tests.raised_code(format($$select public.get_content_generation_analytics(%L)$$, :'eve')),
  'NOT_FOUND', 'but no stranger'
);
select tests.act_as(:'eve');
select is(
  tests.raised_code(format($$select public.get_content_generation_analytics(%L)$$, :'bob')),
  'NOT_FOUND', 'nor does a stranger'
);
select is(
  tests.raised_code($$select public.get_content_generation_analytics(null)$$),
  'VALIDATION_ERROR', 'a person is asked for'
);
select is(
  tests.raised_code(format($$select public.get_content_generation_analytics(%L, 0)$$, :'eve')),
  'VALIDATION_ERROR', 'a day at least'
);
select is(
  tests.raised_code(format($$select public.get_content_generation_analytics(%L, 367)$$, :'eve')),
  'VALIDATION_ERROR', 'a year at most'
);
select tests.act_as_role('anon');
select is(
  tests.raised_code(format($$select public.get_content_generation_analytics(%L)$$, :'eve')),
  '42501', 'visitors ask for nothing'
);

select * from finish();
rollback;
