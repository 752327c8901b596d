begin;
select plan(18);

select tests.create_user('agency@example.test') as agency \gset
select tests.create_user('client@example.test') as client \gset
select tests.create_user('rival@example.test') as rival \gset
select tests.act_as(:'agency');
select private.active_org() as org \gset
select id as acme from public.create_client_account('Acme', p_contact_email => 'a@acme.test', p_brand_colors => '{"primary": "#112233"}') \gset
select id as other from public.create_client_account('Other', 'other') \gset
select is((select slug from public.client_accounts where id = :'acme'), 'acme', 'the slug follows from the name');
select is(tests.raised_code($$select public.create_client_account('ACME')$$), 'CONFLICT', 'and is unique in the organization');
select is(tests.raised_code($$select public.create_client_account('  ')$$), 'VALIDATION_ERROR', 'a name is needed');
select is(tests.raised_code($$select public.create_client_account('X', p_logo_url => 'javascript:1')$$), 'VALIDATION_ERROR', 'logos are http');
select is(tests.raised_code($$insert into public.client_accounts (name) values ('x')$$), '42501', 'functions alone write');
select is(
  (public.update_client_account(:'acme', '{"name": "Acme Inc", "contact_email": null}')).name, 'Acme Inc', 'fields can be changed'
);
select is(
  tests.raised_code(format('select public.update_client_account(%L, %L)', :'acme', '{"organization_id": "x"}')), 'VALIDATION_ERROR',
  'but not the organization'
);
select is(tests.raised_code(format('select public.update_client_account(%L, %L)', :'acme', '{"slug": "other"}')), 'CONFLICT', 'nor to a taken slug');

select tests.act_as_owner();
insert into public.organization_members (organization_id, user_id, role, client_account_id) values
  (:'org', :'client', 'client', :'acme'), (:'org', :'rival', 'client', :'other');
select is(
  tests.raised_code(format('update public.organization_members set role = %L where user_id = %L', 'creator', :'client')), '23514',
  'only clients and viewers are limited'
);

select tests.act_as(:'client', :'org');
select is(private.member_client_account(), :'acme', 'a client member is limited to one account');
select results_eq('select name from public.client_accounts', $$values ('Acme Inc')$$, 'and sees only that one');
select is((select count(*) from public.organization_members where organization_id = :'org'), 1::bigint, 'not who the other clients are');
select is((select count(*) from public.list_members()), 1::bigint, 'not through the list either');
select is((select count(id) from public.subscriptions), 0::bigint, 'nor what the agency pays');
select is(tests.raised_code($$select public.create_client_account('Mine')$$), 'FORBIDDEN', 'and makes none');

select tests.act_as(:'agency');
select is(tests.raised_code(format('select public.delete_client_account(%L)', :'acme')), 'CONFLICT', 'an account with members stays');
select public.remove_member(:'client');
select lives_ok(format('select public.delete_client_account(%L)', :'acme'), 'without them it can go');
select results_eq('select name from public.client_accounts', $$values ('Other')$$, 'and is seen no more');

select * from finish();
rollback;
