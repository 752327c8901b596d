begin;
select plan(9);

create function pg_temp.raised(p_sql text, p_part text) returns jsonb language plpgsql as $$
declare
  v_message text;
  v_detail text;
begin
  execute p_sql;
  return null;
exception when sqlstate 'PGRST' then
  get stacked diagnostics v_message = message_text, v_detail = pg_exception_detail;
  return case p_part when 'message' then v_message::jsonb else v_detail::jsonb end;
end;
$$;

select results_eq(
  $$select c, (pg_temp.raised(format('select private.raise_error(%L, %L)', c, 'm'), 'detail') ->> 'status')::integer
    from unnest(array['UNAUTHORIZED', 'QUOTA_EXCEEDED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'VALIDATION_ERROR', 'RATE_LIMITED',
      'QUEUE_FULL', 'EXTERNAL_API_ERROR', 'INTERNAL_ERROR']) as c$$,
  $$values ('UNAUTHORIZED', 401), ('QUOTA_EXCEEDED', 402), ('FORBIDDEN', 403), ('NOT_FOUND', 404), ('CONFLICT', 409),
    ('VALIDATION_ERROR', 422), ('RATE_LIMITED', 429), ('QUEUE_FULL', 429), ('EXTERNAL_API_ERROR', 502), ('INTERNAL_ERROR', 500)$$,
  'every code has its status'
);
select is(
  pg_temp.raised($$select private.require(false, 'p_x', 'no')$$, 'message'),
  '{"code": "VALIDATION_ERROR", "message": "no", "details": "{\"field\": \"p_x\"}", "hint": null}',
  'details is a string that holds json, as PostgREST demands'
);
select is(
  pg_temp.raised($$select private.raise_error('RATE_LIMITED', 'm', '{"retry_after_seconds": 30}')$$, 'detail') #>> '{headers,Retry-After}',
  '30', 'a time to wait becomes a header'
);
select is(tests.raised_code('select private.require(null, $$p$$, $$m$$)'), 'VALIDATION_ERROR', 'unknown is not true');
select is(private.require_text(E' \t a \n', 'p', 1), 'a', 'texts are trimmed before they are measured');
select is(tests.raised_code($$select private.require_text(null, 'p', 5)$$), 'VALIDATION_ERROR', 'a missing text is refused');
select ok(private.is_timezone('Asia/Kolkata') and private.is_timezone('UTC') and private.is_timezone('America/Argentina/Buenos_Aires')
  and private.is_timezone('Etc/GMT+5') and not private.is_timezone('FOO5') and not private.is_timezone('Mars/Olympus')
  and not private.is_timezone('+02:00') and not private.is_timezone(''), 'IANA names only');
select ok(private.is_email('o''hara@exämple.in') and not private.is_email('a@b@c') and not private.is_email('a b@c.nl')
  and not private.is_email('@b'), 'addresses that can exist pass');
select is(private.slugify('  Ünïted & Söns!!  2  '), 'n-ted-s-ns-2', 'slugs hold letters, digits and single hyphens');

select * from finish();
rollback;
