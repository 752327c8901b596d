begin;
select plan(27);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select tests.act_as_role('service_role');
select public.store_connection(
  :'org', 'Twitter', 'u-1', '{"access_token": "first-access", "refresh_token": "first-refresh"}', :'ada', null,
  '{"username": "ada", "display_name": "Ada"}', '{post}', now() + interval '1 hour'
) as connection \gset
select public.store_connection(:'org', 'x', 'u-1', '{"access_token": "second-access"}', :'ada') as again \gset
select is(:'again'::uuid, :'connection'::uuid, 'a consent given again revives the connection there is');
select is((select platform from public.platform_connections where id = :'connection'), 'x', 'an alias is the platform it stands for');
select is(
  public.read_connection_secret(:'connection', 'publish') -> 'secret' ->> 'access_token', 'second-access', 'workers read the token'
);
select is(
  tests.raised_code(format($$select public.store_connection(%L, 'x', 'u-2', '{"token": 1}')$$, :'org')), 'VALIDATION_ERROR', 'not without one'
);
select public.rotate_connection_secret(:'connection', 2, '{"access_token": "third-access"}') as version \gset
select is(:'version'::integer, 3, 'a refresh has the next version');
select is(
  tests.raised_code(format($$select public.rotate_connection_secret(%L, 2, '{"access_token": "late"}')$$, :'connection')),
  'CONFLICT', 'a slower worker does not put an older token in its place'
);
select is(
  public.read_connection_secret(:'connection', 'publish') -> 'secret' ->> 'access_token', 'third-access', 'the newest stays'
);

select tests.act_as_owner();
select is(
  (select count(*) from public.audit_log where action = 'secret.read' and entity_id = :'connection' and metadata ->> 'purpose' = 'publish'),
  2::bigint, 'each reading is recorded'
);
select ok(
  not exists (select from public.audit_log as a where a::text ~ '(first|second|third)-(access|refresh)')
  and not exists (select from public.platform_connections as c where c::text ~ '(first|second|third)-(access|refresh)'),
  'no table holds a token'
);

select tests.act_as(:'ada');
select is((select status::text from public.platform_connections where id = :'connection'), 'active', 'members see the connection');
select is(tests.raised_code('select vault_secret_name from public.platform_connections'), '42501', 'not the name of its secret');
select is(tests.raised_code(format($$select public.read_connection_secret(%L, 'curiosity')$$, :'connection')), '42501', 'nor the secret');
select is(tests.raised_code('select * from vault.decrypted_secrets'), '42501', 'by no way');
select is(tests.raised_code($$update public.platform_connections set status = 'active'$$), '42501', 'and write nothing');
select tests.act_as(:'bob');
select is_empty('select id from public.platform_connections', 'strangers see nothing');
select is(tests.raised_code(format('select public.disconnect_platform(%L)', :'connection')), 'NOT_FOUND', 'and end nothing');

select tests.act_as_role('service_role');
select lives_ok(format($$select public.report_connection(%L, 'needs_reauth', 'invalid_grant')$$, :'connection'), 'a worker reports a refusal');
select lives_ok(format($$select public.report_connection(%L, 'needs_reauth', 'invalid_grant')$$, :'connection'), 'and once more');
select tests.act_as(:'ada');
select is(
  (select count(*) from public.notifications where type = 'connection_expired'), 1::bigint, 'who connected is told once'
);
select is((select is_active from public.platform_connections where id = :'connection'), false, 'it is of no use until then');
select lives_ok(format('select public.disconnect_platform(%L)', :'connection'), 'a manager ends it');
select lives_ok(format('select public.disconnect_platform(%L)', :'connection'), 'twice');
select is((select status::text from public.platform_connections where id = :'connection'), 'disconnected', 'it stays listed');
select tests.act_as_role('service_role');
select is(tests.raised_code(format($$select public.read_connection_secret(%L, 'publish')$$, :'connection')), 'NOT_FOUND', 'without a token');
select public.store_connection(:'org', 'x', 'u-1', '{"access_token": "new"}', :'ada') as fresh \gset
select isnt(:'fresh'::uuid, :'connection'::uuid, 'a new consent is a new connection');
select lives_ok(format($$select public.report_connection(%L, 'revoked')$$, :'fresh'), 'withdrawn at the platform');
select tests.act_as_owner();
select is((select count(*) from vault.secrets where name like 'connection:%'), 0::bigint, 'nothing is left in Vault');

select * from finish();
rollback;
