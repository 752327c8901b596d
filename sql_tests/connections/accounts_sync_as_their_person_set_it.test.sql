begin;
select plan(8);

select tests.create_user('ada@example.test') as ada \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select tests.act_as_role('service_role');
select public.store_connection(:'org', 'youtube', 'g-1', '{"access_token": "a"}', :'ada') as connection \gset
select public.store_social_accounts(:'connection', '[{"platform_account_id": "c1", "account_name": "One"}]') as first \gset
select is((select sync_mode::text from public.social_accounts where id = :'first'), 'auto', 'accounts synchronise by themselves');
select public.report_account_sync(:'first', 'succeeded');
select is(
  (select next_sync_at - last_synced_at from public.social_accounts where id = :'first'), interval '24 hours', 'once a day'
);
select tests.act_as(:'ada');
update public.user_settings set sync_frequency_hours = 6, is_auto_sync_enabled = false;
select tests.act_as_role('service_role');
select public.report_account_sync(:'first', 'succeeded');
select is(
  (select next_sync_at - last_synced_at from public.social_accounts where id = :'first'), interval '6 hours',
  'or as often as the person who connected them set it'
);
select public.report_account_sync(:'first', 'failed', 'slow down', 120);
select is((select next_sync_at - now() from public.social_accounts where id = :'first'), interval '2 minutes', 'a worker may know better');
select is(
  tests.raised_code(format('select public.report_account_sync(%L, %L, null, 59)', :'first', 'failed')), 'VALIDATION_ERROR',
  'within limits'
);
select public.store_social_accounts(:'connection', '[{"platform_account_id": "c1", "account_name": "One"}]');
select is((select sync_mode::text from public.social_accounts where id = :'first'), 'auto', 'the setting is about accounts to come');
select public.store_social_accounts(:'connection', '[{"platform_account_id": "c2", "account_name": "Two"}]') as second \gset
select is(
  (select (sync_mode, next_sync_at)::text from public.social_accounts where id = :'second'), '(manual,)',
  'which then wait until somebody asks'
);
select tests.act_as_owner();
delete from auth.users where id = :'ada';
select is(private.sync_interval(:'connection'), interval '24 hours', 'a day, when that person is gone');

select * from finish();
rollback;
