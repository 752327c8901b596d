begin;
select plan(17);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select tests.act_as(:'bob');
select private.active_org() as other \gset
select tests.act_as_role('service_role');
select public.store_connection(:'org', 'youtube', 'g-1', '{"access_token": "a"}', :'ada') as connection \gset
select public.store_connection(:'other', 'youtube', 'g-1', '{"access_token": "b"}', :'bob') as foreign_connection \gset
select isnt(:'foreign_connection'::uuid, :'connection'::uuid, 'two organizations may connect the same account');
select is(
  (select count(*) from public.store_social_accounts(:'connection',
    '[{"platform_account_id": "c1", "account_name": "One", "follower_count": 5000000000}, {"platform_account_id": "c2", "account_name": "Two"}]')),
  2::bigint, 'one connection gives several accounts'
);
select is((select follower_count from public.social_accounts where platform_account_id = 'c1'), 5000000000, 'with counts past four billion');
select is(
  (select count(*) from public.store_social_accounts(:'connection', '[{"platform_account_id": "c1", "account_name": "One!"}]')),
  1::bigint, 'known ones are brought up to date'
);
select is((select count(*) from public.social_accounts where organization_id = :'org'), 2::bigint, 'and stay one');
select is((select follower_count from public.social_accounts where platform_account_id = 'c1'), 5000000000, 'what is not said is kept');
select is(
  tests.raised_code(format($$select public.store_social_accounts(%L, '[{"platform_account_id": "c3"}]')$$, :'connection')),
  'VALIDATION_ERROR', 'an account has a name'
);
select tests.act_as_owner();
select throws_ok(
  format($$insert into public.social_accounts
    (organization_id, connection_id, platform, platform_account_id, account_name)
    values (%L, %L, 'youtube', 'c9', 'Stolen')$$, :'other', :'connection'),
  '23503', null, 'no account hangs on another organization''s connection'
);
select throws_ok(
  format($$insert into public.social_accounts
    (organization_id, connection_id, platform, platform_account_id, account_name)
    values (%L, %L, 'tiktok', 'c9', 'Elsewhere')$$, :'org', :'connection'),
  '23503', null, 'nor on one of another platform'
);

select id as first from public.social_accounts where platform_account_id = 'c1' \gset
select id as second from public.social_accounts where platform_account_id = 'c2' \gset
select tests.act_as(:'ada');
select public.update_social_account(:'first', p_is_primary => true);
select public.update_social_account(:'second', 'manual', true);
select results_eq(
  'select platform_account_id, is_primary, sync_mode::text, next_sync_at is null from public.social_accounts order by 1',
  $$values ('c1', false, 'auto', false), ('c2', true, 'manual', true)$$, 'one is the first choice; a manual one is not due'
);
select is(
  tests.raised_code(format($$select public.update_social_account(%L, 'sometimes')$$, :'first')), 'VALIDATION_ERROR', 'the modes are a closed set'
);
select tests.act_as(:'bob');
select is(tests.raised_code(format('select public.remove_social_account(%L)', :'first')), 'NOT_FOUND', 'a stranger removes nothing');

select tests.act_as_role('service_role');
select is((select count(*) from public.claim_due_syncs()), 1::bigint, 'what is due is given out');
select is((select count(*) from public.claim_due_syncs()), 0::bigint, 'once');
select public.report_account_sync(:'first', 'succeeded', null, 3600);
select ok(
  (select next_sync_at between now() + interval '59 minutes' and now() + interval '61 minutes' and last_synced_at is not null
    from public.social_accounts where id = :'first'),
  'a report says when the next is due'
);
select tests.act_as(:'ada');
select public.disconnect_platform(:'connection');
select results_eq(
  'select distinct status::text, next_sync_at is null from public.social_accounts', $$values ('disconnected', true)$$,
  'accounts end with their connection'
);
select public.remove_social_account(:'first');
select is((select count(*) from public.social_accounts), 1::bigint, 'a removed one leaves the list');

select * from finish();
rollback;
