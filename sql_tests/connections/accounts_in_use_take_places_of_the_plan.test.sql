begin;
select plan(15);

select tests.create_user('ada@example.test') as ada \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select tests.act_as_role('service_role');
select public.store_connection(:'org', 'facebook', 'f-1', '{"access_token": "a"}', :'ada') as connection \gset
select count(*) as stored from public.store_social_accounts(:'connection', '[
  {"platform_account_id": "p3", "account_name": "First"}, {"platform_account_id": "p1", "account_name": "Second"},
  {"platform_account_id": "p2", "account_name": "Third"}]') \gset
select is(:'stored'::integer, 3, 'all pages of a consent are stored');
select results_eq(
  'select account_name, status::text, next_sync_at is not null from public.social_accounts order by 1',
  $$values ('First', 'active', true), ('Second', 'active', true), ('Third', 'inactive', false)$$,
  'the first two, as many as the free plan includes, are in use'
);
select id as first from public.social_accounts where account_name = 'First' \gset
select id as third from public.social_accounts where account_name = 'Third' \gset
select tests.act_as(:'ada');
select is(
  tests.raised_code(format('select public.update_social_account(%L, p_is_active => true)', :'third')), 'QUOTA_EXCEEDED',
  'a third is refused'
);
select public.update_social_account(:'first', p_is_active => false);
select lives_ok(format('select public.update_social_account(%L, p_is_active => true)', :'third'), 'until another makes room');
select results_eq(
  'select account_name, status::text, next_sync_at is not null from public.social_accounts order by 1',
  $$values ('First', 'inactive', false), ('Second', 'active', true), ('Third', 'active', true)$$, 'members choose which'
);
select tests.act_as_role('service_role');
select count(*) from public.store_social_accounts(:'connection', '[{"platform_account_id": "p3", "account_name": "First!"}]');
select is((select status::text from public.social_accounts where id = :'first'), 'inactive', 'and a refresh leaves it at that');
select is(
  (select used from public.usage_counters where organization_id = :'org' and metric = 'social_accounts'), 2::bigint, 'two are counted'
);

select tests.act_as(:'ada');
select public.remove_social_account(:'third');
select tests.act_as_role('service_role');
select is(
  (select count(*) from public.store_social_accounts(:'connection', '[{"platform_account_id": "p2", "account_name": "Third"}]')), 0::bigint,
  'what a member removed does not come back by itself'
);
select tests.act_as_owner();
update public.social_accounts set deleted_at = now() - interval '1 hour' where id = :'third';
select tests.act_as_role('service_role');
select public.store_connection(:'org', 'facebook', 'f-1', '{"access_token": "b"}', :'ada') as again \gset
select results_eq(
  format($$select public.store_social_accounts(%L, '[{"platform_account_id": "p2", "account_name": "Third"}]')$$, :'again'),
  format('values (%L::uuid)', :'third'), 'but by a new consent, as the account it was'
);
select public.report_connection(:'connection', 'needs_reauth');
select is((select count(*) from public.social_accounts where next_sync_at is not null), 0::bigint, 'nothing is due while a person must consent');
select public.report_connection(:'connection', 'active');
select is((select count(*) from public.social_accounts where next_sync_at is not null), 2::bigint, 'then it is again');
select public.report_connection(:'connection', 'revoked');
select is(
  (select string_agg(distinct status::text, ',') from public.social_accounts), 'disconnected', 'accounts end with a withdrawn consent'
);
select is(
  (select used from public.usage_counters where organization_id = :'org' and metric = 'social_accounts'), 0::bigint, 'and leave their places'
);
select tests.act_as(:'ada');
select is(
  tests.raised_code(format('select public.update_social_account(%L, p_is_active => true)', :'third')), 'CONFLICT', 'which nobody takes for them'
);
select tests.act_as_owner();
select throws_like(
  format($$insert into public.social_accounts
      (organization_id, connection_id, platform, platform_account_id, account_name)
    select %L, %L, 'facebook', 'q' || n, 'Page' from generate_series(1, 3) as n$$, :'org', :'connection'),
  '%QUOTA_EXCEEDED%', 'whoever writes them'
);

select * from finish();
rollback;
