begin;
select plan(15);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('root@example.test') as root \gset
insert into public.user_roles (user_id, role) values (:'root', 'admin');

select tests.act_as_role('anon');
select ok((select count(*) > 0 and bool_and(is_public) from public.system_settings), 'everybody reads the public ones');
select is((select value from public.system_settings where key = 'app.name'), '"Content Catalyst"'::jsonb, 'such as the name');
select is(tests.raised_code($$select public.set_system_setting('app.name', '"Mine"')$$), '42501', 'and changes none');
select tests.act_as(:'ada');
select is((select count(*) from public.system_settings where not is_public), 0::bigint, 'people see the same');
select is(tests.raised_code($$select public.set_system_setting('app.name', '"Mine"')$$), 'FORBIDDEN', 'and change none');
select is(tests.raised_code($$update public.system_settings set value = '1'$$), '42501', 'not directly either');
select tests.act_as(:'root');
select ok((select count(*) > 0 from public.system_settings where not is_public), 'platform admins see all');
select is((public.set_system_setting('app.maintenance', 'true')).value, 'true'::jsonb, 'and change them');
select is(tests.raised_code($$select public.set_system_setting('app.maintenance', '"yes"')$$), 'VALIDATION_ERROR', 'each keeps its type');
select is(tests.raised_code($$select public.set_system_setting('app.maintenance', 'null')$$), 'VALIDATION_ERROR', 'and has a value');
select is(tests.raised_code($$select public.set_system_setting('Bad Key', '1')$$), 'VALIDATION_ERROR', 'and a proper name');
select is((public.set_system_setting('feature.x', '{"a": 1}')).is_public, false, 'a new one is not public');
select tests.act_as_role('service_role');
select lives_ok($$select public.set_system_setting('feature.x', '{"a": 2}', true, 'A feature.')$$, 'servers change them as well');
select tests.act_as_owner();
select is((select updated_by from public.system_settings where key = 'app.maintenance'), :'root'::uuid, 'who changed it is kept');
select ok(
  (select count(*) = 1 from public.audit_log where action = 'system_settings.update' and actor_id = :'root' and old_values ->> 'value' = 'false'),
  'and on record'
);

select * from finish();
rollback;
