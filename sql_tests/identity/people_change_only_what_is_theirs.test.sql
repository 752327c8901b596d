begin;
select plan(20);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as_owner();
insert into public.user_roles (user_id, role, expires_at, granted_at) values
  (:'ada', 'moderator', null, now()), (:'bob', 'admin', now() - interval '1 day', now() - interval '2 days');

select tests.act_as(:'ada');
select is((select count(*) from public.profiles), 1::bigint, 'a person reads their own profile');
select is((select count(*) from public.user_settings), 1::bigint, 'and settings');
select is((select count(*) from public.user_roles), 1::bigint, 'and roles');
select lives_ok(
  $$update public.profiles set full_name = 'Ada', timezone = 'Asia/Kolkata', phone = '+31 20 123 4567', onboarded_at = now()$$,
  'may rename themselves'
);
select results_eq(
  'select full_name, is_onboarded, phone_verified from public.profiles', $$values ('Ada', true, false)$$, 'and it is kept'
);
select lives_ok($$update public.user_settings set default_tone = 'authority', is_weekly_digest_enabled = false$$, 'may set preferences');
select is(tests.raised_code($$update public.user_settings set default_tone = 'banana'$$), '23514', 'of the known values');
select is(tests.raised_code($$update public.profiles set timezone = 'Mars/Olympus'$$), '23514', 'and real time zones');

select set_eq(
  $$select c from unnest(array['email', 'status', 'active_organization_id', 'email_verified', 'phone_verified', 'last_login_at',
      'created_at', 'updated_at', 'deleted_at', 'id']) as c
    where tests.raised_code(format('update public.profiles set %1$I = %1$I', c)) is distinct from '42501'$$,
  '{}'::text[], 'every other column of the profile is refused, one by one'
);
select is(
  tests.raised_code(format($$insert into public.user_roles (user_id, role) values (%L, 'admin')$$, :'ada')), '42501', 'nobody makes themselves admin'
);
select is(tests.raised_code($$update public.user_roles set role = 'admin'$$), '42501', 'nor promotes themselves');
select is(tests.raised_code('delete from public.profiles'), '42501', 'nor deletes the profile under the account');
select ok(private.has_app_role('moderator') and not private.has_app_role('admin'), 'a role counts, a higher one does not');
with changed as (update public.profiles set full_name = 'x' where id = :'bob' returning 1)
select is(count(*), 0::bigint, 'another person''s profile is out of reach') from changed;

select is((select count(*) from public.public_profile(:'bob')), 0::bigint, 'nor read');
select lives_ok('update public.user_settings set is_profile_public = true', 'unless its person publishes it');
select tests.act_as(:'bob');
select is((select full_name from public.public_profile(:'ada')), 'Ada', 'then name and picture show');
select ok(not private.has_app_role('admin'), 'an expired role counts no more');
select tests.act_as_role('anon');
select is(tests.raised_code('select from public.profiles'), '42501', 'visitors read no profile');
select is(tests.raised_code('select from public.user_sessions'), '42501', 'and no session');

select * from finish();
rollback;
