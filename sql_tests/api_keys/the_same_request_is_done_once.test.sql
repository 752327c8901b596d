begin;
select plan(15);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select active_organization_id as other from public.profiles where id = :'bob' \gset
select repeat('a', 64) as request, repeat('b', 64) as changed \gset
select tests.act_as_role('service_role');

select is(public.begin_idempotent(:'org', 'k1', 'generate', :'request'), null, 'the first goes ahead');
select is(
  tests.raised_code(format('select public.begin_idempotent(%L, %L, %L, %L)', :'org', 'k1', 'generate', :'request')), 'CONFLICT',
  'the second is told to wait'
);
select lives_ok(format($$select public.finish_idempotent(%L, 'k1', 'generate', '{"id": 7}', 201)$$, :'org'), 'the first has an answer');
select is(
  public.begin_idempotent(:'org', 'k1', 'generate', :'request'), '{"response": {"id": 7}, "response_code": 201}'::jsonb, 'which the third gets'
);
select is(
  tests.raised_code(format('select public.begin_idempotent(%L, %L, %L, %L)', :'org', 'k1', 'generate', :'changed')), 'VALIDATION_ERROR',
  'another request with this key is a mistake'
);
select is(public.begin_idempotent(:'org', 'k1', 'upload', :'changed'), null, 'another endpoint is another matter');
select is(public.begin_idempotent(:'other', 'k1', 'generate', :'changed'), null, 'another tenant too');
select is(
  tests.raised_code(format($$select public.finish_idempotent(%L, 'k1', 'generate', '{"id": 8}')$$, :'org')), 'CONFLICT', 'an answer is final'
);
select is(tests.raised_code(format('select public.begin_idempotent(%L, %L, %L, %L)', :'org', '', 'e', :'request')), 'VALIDATION_ERROR', 'a key is needed');
select is(tests.raised_code(format('select public.begin_idempotent(%L, %L, %L, %L)', :'org', 'k', 'e', 'x')), 'VALIDATION_ERROR', 'a hash too');
select is(
  tests.raised_code(format('select public.begin_idempotent(%L, %L, %L, %L)', gen_random_uuid(), 'k', 'e', :'request')), 'VALIDATION_ERROR',
  'and an organization'
);

-- A server that died, and the day after.
select tests.act_as_owner();
update public.idempotency_keys set locked_until_at = now() where endpoint = 'upload';
select is(public.begin_idempotent(:'org', 'k1', 'upload', :'changed'), null, 'the work of a dead server may be taken over');
update public.idempotency_keys set expires_at = now() where endpoint = 'generate';
select is(public.begin_idempotent(:'org', 'k1', 'generate', :'changed'), null, 'tomorrow the key is free');
update public.idempotency_keys set expires_at = now() - interval '1 second';
select is((select deleted_rows from private.apply_retention('public.idempotency_keys')), 3::bigint, 'and forgotten');
select tests.act_as(:'ada');
select is(tests.raised_code('select * from public.idempotency_keys'), '42501', 'answers are not for clients to read');

select * from finish();
rollback;
