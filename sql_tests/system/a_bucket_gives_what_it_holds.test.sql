begin;
select plan(18);

select tests.create_user('ada@example.test') as ada \gset
select is(count(*), 3::bigint, 'three of three are given')
from generate_series(1, 3) where private.rate_limit_wait('a', 3, 0.001) = 0;
select is(tests.raised_code($$select private.take_rate_limit('a', 3, 0.001)$$), 'RATE_LIMITED', 'no fourth');
select is((private.rate_limit_wait('a', 3, 0.001) > 990)::text, 'true', 'it says how long to wait');
select is(private.rate_limit_wait('b', 3, 0.001), 0::double precision, 'every key has its own');
update private.rate_limits set refilled_at = now() - interval '1001 seconds' where key = 'a';
select is(private.rate_limit_wait('a', 3, 0.001), 0::double precision, 'time fills it');
select ok(private.rate_limit_wait('a', 3, 0.001) > 0, 'drop by drop');
update private.rate_limits set refilled_at = now() - interval '10 days' where key = 'a';
select is(count(*), 3::bigint, 'never above its brim')
from generate_series(1, 5) where private.rate_limit_wait('a', 3, 0.001) = 0;
update private.rate_limits set refilled_at = now() + interval '1 hour', tokens = 1 where key = 'a';
select is(private.rate_limit_wait('a', 3, 0.001), 0::double precision, 'a clock that went back does no harm');
select ok(private.rate_limit_wait('a', 3, 0.001) > 0, 'and gives nothing away');
select is(tests.raised_code($$select private.rate_limit_wait('a', 3, 1, 4)$$), 'VALIDATION_ERROR', 'not more than it can hold');
select is(tests.raised_code($$select private.rate_limit_wait('a', 3, 1, -1)$$), 'VALIDATION_ERROR', 'nor less than nothing');
select is(tests.raised_code($$select private.rate_limit_wait('a', 3, 'nan')$$), 'VALIDATION_ERROR', 'nor at no speed');
update private.rate_limits set full_at = now() - interval '1 second' where key = 'b';
select is((select deleted_rows from private.apply_retention('private.rate_limits')), 1::bigint, 'full ones are forgotten');

-- Before each request.
update public.system_settings set value = '{"capacity": 2, "refill_per_second": 0.001}' where key in ('rate_limit.user', 'rate_limit.anonymous');
select set_config('request.method', 'POST', true);
select tests.act_as(:'ada');
select is(
  array[tests.raised_code('select private.check_request()'), tests.raised_code('select private.check_request()'),
    tests.raised_code('select private.check_request()')],
  array[null, null, 'RATE_LIMITED'], 'a person may write so often'
);
select set_config('request.method', 'GET', true);
select is(tests.raised_code('select private.check_request()'), null, 'reading is not counted here');
select set_config('request.method', 'POST', true);
select tests.act_as_role('anon');
select set_config('request.headers', '{"x-forwarded-for": "203.0.113.9, 10.0.0.1"}', true);
select is(
  array[tests.raised_code('select private.check_request()'), tests.raised_code('select private.check_request()'),
    tests.raised_code('select private.check_request()')],
  array[null, null, 'RATE_LIMITED'], 'an address likewise'
);
select set_config('request.headers', '{"x-forwarded-for": "not an address"}', true);
select is(tests.raised_code('select private.check_request()'), null, 'nonsense is an address of its own');
select tests.act_as_role('service_role');
select is(tests.raised_code('select private.check_request()'), null, 'servers are not limited');

select * from finish();
rollback;
