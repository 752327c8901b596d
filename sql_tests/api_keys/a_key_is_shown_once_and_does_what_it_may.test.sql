begin;
select plan(24);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
insert into public.organization_members (organization_id, user_id, role) values (:'org', :'bob', 'creator');

select tests.act_as(:'ada');
select public.create_api_key('CI', '{generations:write,generations:read,generations:read}') as made \gset
select matches(:'made'::jsonb ->> 'secret', '^cc_[A-Za-z0-9_-]{43}$', 'the key is shown');
select is(:'made'::jsonb -> 'scopes', '["generations:read", "generations:write"]'::jsonb, 'each scope once');
select (:'made'::jsonb ->> 'secret') as secret, (:'made'::jsonb ->> 'id') as key \gset
select is((select prefix from public.api_keys), left(:'secret', 11), 'people know it by its beginning');
select is(tests.raised_code('select secret_hash from public.api_keys'), '42501', 'its hash stays inside');
select is(tests.raised_code($$select public.create_api_key('x', '{everything}')$$), 'VALIDATION_ERROR', 'scopes must exist');
select is(tests.raised_code($$select public.create_api_key('x', array[null])$$), 'VALIDATION_ERROR', 'each of them');
select is(tests.raised_code($$select public.create_api_key('x', '{}')$$), 'VALIDATION_ERROR', 'and be some');
select is(tests.raised_code($$select public.create_api_key('x', '{content:read}', now() - interval '1 day')$$), 'VALIDATION_ERROR', 'not of yesterday');
select is(tests.raised_code($$select public.create_api_key('', '{content:read}')$$), 'VALIDATION_ERROR', 'with a name');
select is(tests.raised_code($$update public.api_keys set scopes = '{content:write}'$$), '42501', 'nobody widens it');
select tests.act_as(:'bob', :'org');
select is(tests.raised_code($$select public.create_api_key('x', '{content:read}')$$), 'FORBIDDEN', 'admins make keys');
select is((select count(*) from public.api_keys), 0::bigint, 'and see them');
select is(tests.raised_code(format('select public.revoke_api_key(%L)', :'key')), 'FORBIDDEN', 'and revoke them');
select is(tests.raised_code($$select public.authenticate_api_key('x', 'y')$$), '42501', 'clients do not try keys out');

select tests.act_as_role('service_role');
select is(public.authenticate_api_key(:'secret', 'generations:read') ->> 'organization_id', :'org', 'it opens its organization');
select is(tests.raised_code(format('select public.authenticate_api_key(%L, %L)', :'secret', 'content:read')), 'FORBIDDEN', 'for what it may');
select is(tests.raised_code(format('select public.authenticate_api_key(%L, %L)', :'secret' || 'x', 'content:read')), 'UNAUTHORIZED', 'another does not');
select is(tests.raised_code('select public.authenticate_api_key(null, null)'), 'UNAUTHORIZED', 'nor none');
select ok((select last_used_at is not null from public.api_keys), 'when it was used is known');
select tests.act_as_owner();
select is((select used from public.usage_counters where organization_id = :'org' and metric = 'api_calls'), 1::bigint, 'and counted');
update public.api_keys set expires_at = now();
select tests.act_as_role('service_role');
select is(tests.raised_code(format('select public.authenticate_api_key(%L, %L)', :'secret', 'generations:read')), 'UNAUTHORIZED', 'expired is over');
select tests.act_as_owner();
update public.api_keys set expires_at = null;
select tests.act_as(:'ada');
select lives_ok(format('select public.revoke_api_key(%L)', :'key'), 'an admin revokes it');
select tests.act_as_role('service_role');
select is(tests.raised_code(format('select public.authenticate_api_key(%L, %L)', :'secret', 'generations:read')), 'UNAUTHORIZED', 'at once');
select tests.act_as_owner();
select is((select count(*) from public.audit_log where to_jsonb(audit_log)::text ~ substr(:'secret', 12)), 0::bigint, 'no record holds it');

select * from finish();
rollback;
