begin;
select plan(14);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as personal \gset
select id as team from public.create_organization('Team', p_slug => 'the-team') \gset
select public.invite_member('bob@example.test') \gset
select lives_ok(format('select public.delete_organization(%L)', :'team'), 'an owner deletes an organization');
select is(private.active_org(), :'personal', 'and continues in another');
select is((select count(*) from public.organizations), 1::bigint, 'it is seen no more');
select is(tests.raised_code(format('select public.delete_organization(%L)', :'team')), 'NOT_FOUND', 'nor deleted twice');
select is((public.create_organization('New', p_slug => 'the-team')).slug, 'the-team', 'its slug is free');
select tests.act_as_owner();
select is(
  (select count(*) from public.subscriptions where organization_id = :'team' and ended_at is null), 0::bigint, 'its subscription has ended'
);

-- A paying organization is purged: the record of the payment stays, without its organization.
update public.subscriptions set payment_provider = 'stripe', amount = 10, currency = 'EUR', organization_name = 'Team'
where organization_id = :'team';
update public.organizations set deleted_at = now() - interval '31 days' where id = :'team';
select is(private.purge_deleted_organizations(), 1::bigint, 'after 30 days it is purged');
select is(
  (select count(*) from public.subscriptions where organization_id is null and organization_name = 'Team'), 1::bigint,
  'the billing record stays'
);
select is((select count(*) from public.organization_members where organization_id = :'team'), 0::bigint, 'its members do not');
select is((select count(*) from private.quota_discrepancies()), 0::bigint, 'and the ledger has no holes');

-- Bob goes. Nothing of his name is left.
insert into public.audit_log (actor_id, actor_kind, action, entity_type, ip_address, user_agent)
values (:'bob', 'user', 'test.act', 'test', '203.0.113.9', 'Bobs phone');
select private.fallback_organization(:'bob', gen_random_uuid()) as bobs \gset
delete from auth.users where id = :'bob';
select ok((select deleted_at is not null and name = 'Deleted organization' from public.organizations where id = :'bobs'), 'his organization closes');
select results_eq(
  $$select actor_id is not null, ip_address is null, user_agent is null from public.audit_log where action = 'test.act'$$,
  $$values (true, true, true)$$, 'what he did stays on record, from where does not'
);
select is((select count(*) from public.audit_log a where to_jsonb(a)::text ~* 'bob'), 0::bigint, 'no record holds his name');
select lives_ok($$select tests.create_user('bob@example.test')$$, 'and he may come back');

select * from finish();
rollback;
