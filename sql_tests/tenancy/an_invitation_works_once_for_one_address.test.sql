begin;
select plan(19);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.create_user('eve@example.test') as eve \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select public.invite_member('BOB@example.test', 'creator') as first \gset
select :'first'::jsonb ->> 'token' as old_token \gset
select is(:'first'::jsonb ->> 'email', 'bob@example.test', 'addresses are kept in lower case');
select ok(not :'first'::jsonb ? 'token_hash', 'the hash is not shown');
select tests.act_as_owner();
select is(
  (select count(*) from public.organization_invitations i where to_jsonb(i)::text like '%' || :'old_token' || '%'), 0::bigint,
  'the token itself is stored nowhere'
);
select tests.act_as(:'ada');
select public.invite_member('bob@example.test', 'creator') ->> 'token' as token \gset
select is(tests.raised_code('select token_hash from public.organization_invitations'), '42501', 'nobody reads hashes');

select tests.act_as(:'bob');
select is((select count(id) from public.organization_invitations), 0::bigint, 'the invited person does not see the row');
select is(tests.raised_code(format('select public.accept_invitation(%L)', :'old_token')), 'NOT_FOUND', 'only the newest link works');
select is(tests.raised_code(format('select public.accept_invitation(%L)', :'token')), 'QUOTA_EXCEEDED', 'the free plan has one place');
select tests.act_as_role('service_role');
select public.update_user_tier(:'ada', 'Creator');

select tests.act_as(:'eve');
select is(tests.raised_code(format('select public.accept_invitation(%L)', :'token')), 'FORBIDDEN', 'another person cannot use it');
select is(tests.raised_code($$select public.accept_invitation('short')$$), 'VALIDATION_ERROR', 'nor anything short');
select is(tests.raised_code($$select public.accept_invitation(null)$$), 'VALIDATION_ERROR', 'nor nothing');
select is(
  tests.raised_code(format('insert into public.organization_members (organization_id, user_id, role) values (%L, %L, %L)', :'org', :'eve', 'owner')),
  '42501', 'nor put themselves in'
);

select tests.act_as(:'bob');
select results_eq(
  format('select organization_id, role::text from public.accept_invitation(%L)', :'token'), format('values (%L::uuid, %L)', :'org', 'creator'),
  'the invited person joins with the role'
);
select is(private.active_org(), :'org', 'and works there at once');
select is(tests.raised_code(format('select public.accept_invitation(%L)', :'token')), 'NOT_FOUND', 'a second use is refused');

select tests.act_as(:'ada');
select is(tests.raised_code($$select public.invite_member('bob@example.test')$$), 'CONFLICT', 'a member is not invited again');
select public.invite_member('eve@example.test', 'viewer') ->> 'token' as late \gset
select public.invite_member('eva@example.test', 'viewer') ->> 'id' as revoked \gset
select lives_ok(format('select public.revoke_invitation(%L)', :'revoked'), 'an invitation can be taken back');
select is(tests.raised_code(format('select public.revoke_invitation(%L)', :'revoked')), 'NOT_FOUND', 'once');
select tests.act_as_owner();
update public.organization_invitations set expires_at = now() - interval '1 second' where email = 'eve@example.test';
select tests.act_as(:'eve');
select is(tests.raised_code(format('select public.accept_invitation(%L)', :'late')), 'NOT_FOUND', 'an expired one is worthless');
select tests.act_as_owner();
select is(
  (select used from public.usage_counters where organization_id = :'org' and metric = 'members'), 2::bigint, 'two places are taken'
);

select * from finish();
rollback;
