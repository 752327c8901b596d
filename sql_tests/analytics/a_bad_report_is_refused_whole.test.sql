begin;
\ir setup.sql
select tests.create_user() as ada \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.account(:'org') as account \gset
select analytics_test.account(:'org') as other \gset
select analytics_test.item(:'account', 'a', 5) as a \gset
select analytics_test.item(:'other', 'o', 5) as o \gset
create temporary table cases (rows jsonb, expected text) on commit drop;
insert into cases (rows, expected) values
(null, 'VALIDATION_ERROR'),
('{}', 'VALIDATION_ERROR'),
('"text"', 'VALIDATION_ERROR'),
('[1]', 'VALIDATION_ERROR'),
('[{"platform_content_id": "a"}]', 'VALIDATION_ERROR'),
('[{"platform_content_id": "a", "captured_on": "yesterday-ish", "views": 1}]', 'VALIDATION_ERROR'),
('[{"platform_content_id": "a", "captured_on": "infinity", "views": 1}]', 'VALIDATION_ERROR'),
('[{"platform_content_id": "a", "captured_on": "1970-01-01", "views": 1}]', 'VALIDATION_ERROR'),
('[{"platform_content_id": "a", "captured_on": "2999-01-01", "views": 1}]', 'VALIDATION_ERROR'),
('[{"platform_content_id": "a", "captured_on": "2026-01-01", "views": -1}]', 'VALIDATION_ERROR'),
('[{"platform_content_id": "a", "captured_on": "2026-01-01", "views": 1.5e300}]', 'VALIDATION_ERROR'),
('[{"platform_content_id": "a", "captured_on": "2026-01-01", "views": 9223372036854775808}]', 'VALIDATION_ERROR'),
('[{"platform_content_id": "a", "captured_on": "2026-01-01", "views": "many"}]', 'VALIDATION_ERROR'),
('[{"platform_content_id": "a", "captured_on": "2026-01-01", "views": [1]}]', 'VALIDATION_ERROR'),
('[{"platform_content_id": "a", "captured_on": "2026-01-01", "watch_time_minutes": "NaN"}]', 'VALIDATION_ERROR'),
('[{"platform_content_id": "a", "captured_on": "2026-01-01", "watch_time_minutes": 1e20}]', 'VALIDATION_ERROR'),
('[{"platform_content_id": "a", "captured_on": "2026-01-01", "click_through_rate": 4.56}]', 'VALIDATION_ERROR'),
('[{"platform_content_id": "a", "captured_on": "2026-01-01", "completion_rate": 101}]', 'VALIDATION_ERROR'),
('[{"platform_content_id": "a", "captured_on": "2026-01-01", "granularity": "hourly"}]', 'VALIDATION_ERROR'),
('[{"content_item_id": "not an id", "captured_on": "2026-01-01"}]', 'VALIDATION_ERROR'),
-- The good row of a bad batch is not stored either.
('[{"platform_content_id": "a", "captured_on": "2026-01-02", "views": 1}, {"platform_content_id": "a", "captured_on": "2026-01-01", "views": -1}]',
  'VALIDATION_ERROR'),
('[]', null),
('[{"platform_content_id": "a", "captured_on": "2026-01-01"}]', null),
('[{"platform_content_id": null, "captured_on": "2026-01-01", "views": 1}]', null);
select plan((select count(*) from cases)::integer + 5);
grant select on cases to service_role;

select tests.act_as_role('service_role');
select is(
  tests.raised_code(format('select public.record_content_metrics(%L, %L)', :'account', c.rows)), c.expected, left(c.rows::text, 90)
)
from cases as c;
select is(
  tests.raised_code(format('select public.record_content_metrics(%L, %L)', gen_random_uuid(), '[]')), 'NOT_FOUND', 'an unknown account'
);
select is(tests.raised_code($$select public.record_content_metrics(null, '[]')$$), 'VALIDATION_ERROR', 'no account');
select is(
  tests.raised_code(format(
    'select public.record_content_metrics(%L, (select jsonb_agg(n) from generate_series(1, 10001) as n))', :'account'
  )), 'VALIDATION_ERROR', 'too many rows'
);
select is(
  public.record_content_metrics(:'account', jsonb_build_array(jsonb_build_object(
    'content_item_id', :'o', 'captured_on', analytics_test.day(0), 'views', 1
  ))) ->> 'unknown', '1', 'an item of another account is unknown to this one'
);
select tests.act_as_owner();
select is((select sum(views) from public.content_metrics), null, 'nothing came in');

select * from finish();
rollback;
