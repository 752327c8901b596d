begin;
select plan(12);

select tests.act_as_owner();
create function pg_temp.sign_up(p_email text, p_meta jsonb) returns uuid language sql as $$
  insert into auth.users (id, email, raw_user_meta_data) values (gen_random_uuid(), p_email, p_meta) returning id
$$;

select pg_temp.sign_up('ada@example.test', '{"full_name": "Ada L.", "timezone": "Europe/Amsterdam", "language": "nl"}') as ada \gset
select results_eq(
  format($$select p.full_name, p.timezone, p.language, o.name, o.type::text, o.timezone, m.role::text, s.plan,
      u.default_tone
    from public.profiles p
    join public.organizations o on o.id = p.active_organization_id
    join public.organization_members m on m.organization_id = o.id and m.user_id = p.id
    join public.subscriptions s on s.organization_id = o.id and s.ended_at is null
    join public.user_settings u on u.user_id = p.id
    where p.id = %L$$, :'ada'),
  $$values ('Ada L.', 'Europe/Amsterdam', 'nl', 'Ada L.', 'individual', 'Europe/Amsterdam', 'owner', 'free', 'conversational')$$,
  'profile, organization, ownership, free subscription and settings'
);
select pg_temp.sign_up('bob@example.test', to_jsonb('{"full_name": "Bob"}'::text)) as bob \gset
select is((select full_name from public.profiles where id = :'bob'), 'Bob', 'metadata may be a json string inside the json');

select lives_ok($$select pg_temp.sign_up('a@example.test', '[1, {"x": 2}]')$$, 'an array');
select lives_ok($$select pg_temp.sign_up('b@example.test', null)$$, 'nothing');
select lives_ok($$select pg_temp.sign_up('c@example.test', to_jsonb('no json'::text))$$, 'a string that is no json') ;
select lives_ok(
  format($$select pg_temp.sign_up('d@example.test', %L)$$, jsonb_build_object(
    'full_name', repeat('x', 100000), 'timezone', 'Mars/Olympus', 'language', 'klingon!', 'avatar_url', 'javascript:alert(1)',
    'country_code', 7, 'first_name', '{}', 'organization_name', '   '
  )),
  'and absurd values never stop a sign-up'
);
select results_eq(
  $$select char_length(full_name), timezone, language, avatar_url, country_code from public.profiles where email = 'd@example.test'$$,
  $$values (200, 'UTC', 'en', null::text, null::text)$$, 'what does not fit is left out'
);
select lives_ok($$select pg_temp.sign_up(null, '{}')$$, 'an anonymous person has no address');

select is(tests.raised_code($$select pg_temp.sign_up('ADA@Example.Test', '{}')$$), '23505', 'an address is one person, whatever its case');
select is(
  (select count(distinct slug) from public.organizations), (select count(*) from public.organizations), 'equal names get different slugs'
);

update auth.users set email = 'ada@new.test', email_confirmed_at = now(), last_sign_in_at = '2026-01-02' where id = :'ada';
select results_eq(
  format('select email, email_verified, last_login_at from public.profiles where id = %L', :'ada'),
  $$values ('ada@new.test', true, timestamptz '2026-01-02')$$, 'what Auth changes is copied'
);
select is((select count(*) from private.quota_discrepancies()), 0::bigint, 'the owners'' places are in the ledger');

select * from finish();
rollback;
