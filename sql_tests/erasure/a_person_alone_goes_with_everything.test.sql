begin;
select plan(14);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select active_organization_id as team from public.profiles where id = :'bob' \gset
insert into public.organization_members (organization_id, user_id, role) values (:'team', :'ada', 'manager');

select tests.act_as(:'ada');
select is(tests.raised_code(format('select public.erase_user(%L)', :'ada')), '42501', 'people ask an operator');
select tests.act_as_role('service_role');
select is(tests.raised_code(format('select public.erase_user(%L)', gen_random_uuid())), 'NOT_FOUND', 'whoever is not is not erased');
select is(tests.raised_code(format('select public.erase_user(%L)', :'bob')), 'CONFLICT', 'the last owner hands over first');
select public.record_payment(:'org', 'stripe', 'pi_1', 25, 'EUR', 'succeeded', p_user_id => :'ada', p_payer => '{"name": "Ada Lovelace"}');
select public.issue_invoice((public.draft_invoice(
  :'org', '[{"description": "Plan", "quantity": 1, "unit_amount": 25, "amount": 25}]', 'EUR',
  p_billing => '{"name": "Ada Lovelace", "address": {"line1": "Somewhere 1"}, "country_code": "GB"}'
)).id);
select public.cache_set('trends:' || :'org', '1');
select tests.act_as_owner();
update public.subscriptions set payment_provider = 'stripe', amount = 25, currency = 'EUR' where organization_id = :'org';
update public.organizations set name = 'Ada Lovelace' where id = :'org';
select tests.act_as_role('service_role');
select is(
  public.erase_user(:'ada') - 'storage_objects',
  jsonb_build_object('user_id', :'ada'::uuid, 'organizations_purged', 1, 'auth_user_deleted', true), 'she is erased'
);
select tests.act_as_owner();
select is((select count(*) from auth.users where id = :'ada'), 0::bigint, 'her account');
select is((select count(*) from public.organizations where id = :'org'), 0::bigint, 'her organization, at once');
select is((select count(*) from public.organization_members where user_id = :'ada'), 0::bigint, 'her places elsewhere');
select is((select count(*) from public.organizations where id = :'team'), 1::bigint, 'not what is others''');
select results_eq(
  'select amount::integer, payer_name, organization_id from public.payments', $$values (25, null::text, null::uuid)$$, 'payments stay without her'
);
select results_eq(
  $$select invoice_number is not null, total_amount::integer, billing_name, billing_address, billing_country_code
    from public.invoices$$,
  $$values (true, 25, null::text, '{}'::jsonb, 'GB')$$, 'invoices too'
);
select results_eq(
  'select organization_name, status::text from public.subscriptions where organization_id is null',
  $$values ('Deleted organization', 'cancelled')$$, 'and what she subscribed to'
);
select is((select count(*) from public.audit_log as a where a::text ~ 'Lovelace|ada@'), 0::bigint, 'the log does not name her');
select is((select count(*) from public.cache_entries), 0::bigint, 'nor the cache');
select is((select count(*) from public.audit_log where action = 'profiles.erase' and entity_id = :'ada'), 1::bigint, 'that it was done is on record');

select * from finish();
rollback;
