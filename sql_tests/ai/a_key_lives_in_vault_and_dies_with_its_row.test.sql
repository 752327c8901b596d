begin;
select plan(19);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('cleo@example.test') as cleo \gset
select tests.act_as(:'ada');
select private.active_org() as organization \gset

select is(
  public.set_organization_ai_key('openai', ' sk-canary-0123456789abcd ') - 'updated_at', '{"ai_provider": "openai", "last_four": "abcd"}',
  'a key is stored'
);
select is(tests.raised_code('select vault_secret_name from public.organization_ai_keys'), '42501', 'where it lies is not told');
select is(tests.raised_code(format('select public.get_organization_ai_key(%L, %L)', :'organization', 'openai')), '42501', 'nor the key itself');
select is(tests.raised_code('select from vault.decrypted_secrets'), '42501', 'by any way');
select is(tests.raised_code($$select public.set_organization_ai_key('openai', 'short')$$), 'VALIDATION_ERROR', 'what is no key is refused');
select is(tests.raised_code($$select public.set_organization_ai_key('local', 'sk-0123456789abcdef')$$), 'VALIDATION_ERROR', 'as for a provider without keys');

select tests.act_as_role('catalyst_worker');
select is(public.get_organization_ai_key(:'organization', 'openai'), 'sk-canary-0123456789abcd', 'a worker reads it');
select is(public.get_organization_ai_key(gen_random_uuid(), 'openai'), null, 'of the organization it names');
select tests.act_as_owner();
select is(
  (select count(*) from public.audit_log where action = 'secret.read' and organization_id = :'organization'), 1::bigint, 'which leaves a record'
);
select is(
  (select count(*) from public.audit_log as a where a::text like '%canary%'), 0::bigint, 'without the key'
);
select is(
  (select count(*) from public.organization_ai_keys as k where k::text like '%canary%'), 0::bigint, 'the table has none of it either'
);

select tests.act_as(:'ada');
select public.set_organization_ai_key('openai', 'sk-second-0123456789wxyz');
select tests.act_as_owner();
select is((select count(*) from vault.secrets where name like 'ai_key:%'), 1::bigint, 'a second key takes the place of the first');
select tests.act_as_role('service_role');
select is(public.get_organization_ai_key(:'organization', 'openai'), 'sk-second-0123456789wxyz', 'and is the one that is used');

select tests.act_as_owner();
insert into public.organization_members (organization_id, user_id, role) values (:'organization', :'cleo', 'manager');
select tests.act_as(:'cleo', :'organization');
select is((select count(*) from public.organization_ai_keys), 0::bigint, 'keys are the business of admins');
select is(tests.raised_code($$select public.set_organization_ai_key('openai', 'sk-0123456789abcdef')$$), 'FORBIDDEN', 'to set');
select is(tests.raised_code($$select public.delete_organization_ai_key('openai')$$), 'FORBIDDEN', 'and to delete');

select tests.act_as(:'ada');
select public.delete_organization_ai_key('openai');
select is(tests.raised_code($$select public.delete_organization_ai_key('openai')$$), 'NOT_FOUND', 'deleted is deleted');
select tests.act_as_owner();
select is((select count(*) from vault.secrets where name like 'ai_key:%'), 0::bigint, 'in Vault as well');
select tests.act_as(:'ada');
select public.set_organization_ai_key('google', 'sk-third-0123456789');
select tests.act_as_owner();
delete from public.organizations where id = :'organization';
select is((select count(*) from vault.secrets where name like 'ai_key:%'), 0::bigint, 'and with the organization');

select * from finish();
rollback;
