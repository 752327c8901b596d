begin;
select plan(16);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select id as org from public.create_organization('Team') \gset
select set_config('request.headers', '{"user-agent": "Test/1", "x-forwarded-for": "203.0.113.7"}', true);
update public.organizations set name = 'Better team', industry = 'Media' where id = :'org';
select public.invite_member('carol@example.test', 'viewer') ->> 'token' as token \gset
update public.profiles set full_name = 'Ada Lovelace' where id = :'ada';

select results_eq(
  format($$select old_values, new_values, actor_id, actor_kind, actor_role from public.audit_log
    where entity_id = %L and action = 'organizations.update'$$, :'org'),
  format($$values ('{"name": "Team", "industry": null}'::jsonb, '{"name": "Better team", "industry": "Media"}'::jsonb, %L::uuid, 'user', 'owner')$$, :'ada'),
  'who changed what, from what to what'
);
select is(
  (select new_values ->> 'email' from public.audit_log where action = 'organization_invitations.insert'), '[redacted]',
  'addresses are not kept'
);
select tests.act_as_owner();
select is(
  (select count(*) from public.audit_log a
    where to_jsonb(a)::text like '%' || private.token_hash(:'token') || '%' or to_jsonb(a)::text like '%Lovelace%'), 0::bigint,
  'nor hashes, nor names of people'
);
select results_eq(
  $$select host(ip_address), user_agent from public.audit_log where action = 'profiles.update' and actor_kind = 'user'$$,
  $$values ('203.0.113.7', 'Test/1')$$, 'where the request came from is'
);
select is(
  (select count(*) from public.audit_log where actor_kind = 'system' and action = 'organization_members.insert'), 2::bigint,
  'what the platform does is recorded as its own'
);
select count(*) as before from public.audit_log \gset
update public.organizations set name = name;
update public.profiles set last_login_at = now();
update public.organizations set name = 'x' where false;
select is((select count(*) from public.audit_log), :'before'::bigint, 'what changes nothing leaves no record');
update public.client_accounts set name = name;
insert into public.client_accounts (organization_id, name, slug)
select :'org', 'C' || n, 'c' || n from generate_series(1, 2000) n;
update public.client_accounts set name = name || '!' where organization_id = :'org';
select is(
  (select count(*) from public.audit_log), :'before'::bigint + 4000, 'a statement over many rows leaves one record per row'
);

select is(tests.raised_code('update public.audit_log set actor_id = null'), '42501', 'the owner of the schema cannot rewrite it');
select is(tests.raised_code('delete from public.audit_log'), '42501', 'nor delete');
select is(tests.raised_code('truncate public.audit_log'), '42501', 'nor truncate');
select tests.act_as_role('service_role');
select is(tests.raised_code('delete from public.audit_log'), '42501', 'a server cannot');
select is(
  tests.raised_code($$insert into public.audit_log (actor_kind, action, entity_type) values ('user', 'x', 'y')$$), '42501', 'nor forge'
);
select tests.act_as(:'ada');
select is(tests.raised_code('select ip_address from public.audit_log'), '42501', 'admins do not see addresses');
select is(tests.raised_code('delete from public.audit_log'), '42501', 'nor delete');
select is(tests.raised_code($$select private.write_audit('x', 'y')$$), '42501', 'nor forge');
select tests.act_as(:'bob', :'org');
select is((select count(id) from public.audit_log where organization_id = :'org'), 0::bigint, 'strangers read nothing');

select * from finish();
rollback;
