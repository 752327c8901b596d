begin;
select plan(12);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as_owner();
select gen_random_uuid() as session \gset
insert into auth.sessions (id, user_id) values (:'session', :'ada');

select tests.act_as(:'ada');
select is(tests.raised_code($$select public.register_session('{}')$$), 'CONFLICT', 'a token without a session registers nothing');
select set_config('request.jwt.claims', json_build_object('sub', :'ada', 'role', 'authenticated', 'session_id', :'session')::text, true);
select set_config('request.headers', '{"user-agent": "Test/1", "x-forwarded-for": "203.0.113.7, 10.0.0.1"}', true);
select public.register_session('{"os": "linux"}') as id \gset
select results_eq(
  'select host(ip_address), user_agent, device_info from public.user_sessions',
  $$values ('203.0.113.7', 'Test/1', '{"os": "linux"}'::jsonb)$$, 'the device is listed with where it came from'
);
select is(public.register_session('{}'), :'id', 'a second call renews the same device');
select is(tests.raised_code($$select public.register_session('[]')$$), 'VALIDATION_ERROR', 'device_info is an object');
select is(tests.raised_code('select session_token_hash from public.user_sessions'), '42501', 'nobody reads the hash');
select is(tests.raised_code($$update public.user_sessions set expires_at = now() + interval '9 years'$$), '42501', 'nor extends a session');

select tests.act_as(:'bob');
select is((select count(id) from public.user_sessions), 0::bigint, 'others see nothing of it');
select is(tests.raised_code(format('select public.revoke_session(%L)', :'id')), 'NOT_FOUND', 'and cannot end it');

select tests.act_as(:'ada');
select lives_ok(format('select public.revoke_session(%L)', :'id'), 'its person can');
select tests.act_as_owner();
select is((select count(*) from auth.sessions where id = :'session'), 0::bigint, 'and the session of Supabase Auth ends with it');

insert into auth.sessions (id, user_id) values (:'session', :'ada');
insert into public.user_sessions (user_id, auth_session_id, session_token_hash, expires_at) values
  (:'ada', :'session', repeat('a', 64), now() + interval '1 day'),
  (:'ada', :'session', repeat('b', 64), now() - interval '1 second'),
  (:'ada', gen_random_uuid(), repeat('c', 64), now() + interval '1 day');
select tests.act_as_role('service_role');
select lives_ok('select public.cleanup_expired_sessions()', 'cleanup runs');
select tests.act_as_owner();
select results_eq(
  'select left(session_token_hash, 1) from public.user_sessions', $$values ('a')$$, 'and leaves only what is alive in both places'
);

select * from finish();
rollback;
