begin;
select plan(23);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select is(tests.raised_code($$select public.begin_oauth(null, null, 'https://x.test')$$), '42501', 'people do not begin it themselves');
select is(tests.raised_code('select * from public.oauth_states'), '42501', 'nor read what was begun');

select tests.act_as_role('service_role');
select public.begin_oauth(:'org', :'ada', 'https://app.test/callback', 'youtube', null, '{upload}', '/connections', null, null) as begun \gset
select is(:'begun'::jsonb ->> 'code_challenge_method', 'S256', 'a challenge for the consent page');
select ok(char_length(:'begun'::jsonb ->> 'state') = 43 and char_length(:'begun'::jsonb ->> 'code_challenge') = 43, 'of 256 bits');
select is(
  tests.raised_code(format($$select public.begin_oauth(%L, %L, 'https://app.test/callback', 'youtube')$$, :'org', :'bob')),
  'VALIDATION_ERROR', 'not for somebody who is no manager there'
);
select is(
  (select array_agg(tests.raised_code(format(
      $$select public.begin_oauth(%L, %L, %L, %L, null, '{}', %L)$$, :'org', :'ada', t.uri, t.platform, t.path
    )))
    from (values ('ftp://app.test', 'youtube', '/'), ('https://app.test', 'nowhere', '/'), ('https://app.test', 'email', '/'),
      ('https://app.test', 'youtube', '//evil.test'), ('https://app.test', 'youtube', 'https://evil.test')) as t (uri, platform, path)),
  array_fill('VALIDATION_ERROR'::text, array[5]), 'bad addresses, platforms and ways back are refused'
);

select tests.act_as_owner();
select ok(
  not exists (select from public.oauth_states as s where s::text like '%' || (:'begun'::jsonb ->> 'state') || '%'),
  'the state itself is stored nowhere'
);
select is((select count(*) from vault.secrets where name like 'oauth_state:%'), 1::bigint, 'its verifier is in Vault');

select tests.act_as_role('service_role');
select is(
  tests.raised_code(format('select public.consume_oauth_state(%L, %L)', :'begun'::jsonb ->> 'state', repeat('a', 64))),
  'VALIDATION_ERROR', 'another browser does not finish it'
);
select is(
  tests.raised_code(format('select public.consume_oauth_state(%L)', :'begun'::jsonb ->> 'state')), 'VALIDATION_ERROR', 'nor nobody'
);
select is(
  tests.raised_code(format('select public.consume_oauth_state(%L, null, %L)', :'begun'::jsonb ->> 'state', :'bob')),
  'VALIDATION_ERROR', 'nor somebody who was made to open the consent page of another'
);
select public.consume_oauth_state(:'begun'::jsonb ->> 'state', null, :'ada') as done \gset
select is(
  :'done'::jsonb - 'code_verifier',
  jsonb_build_object(
    'organization_id', :'org', 'user_id', :'ada', 'client_account_id', null, 'platform', 'youtube', 'search_engine', null,
    'redirect_uri', 'https://app.test/callback', 'redirect_to', '/connections', 'requested_scopes', jsonb_build_array('upload')
  ),
  'the first use answers whose it is'
);
select tests.act_as_owner();
select is(
  private.base64url(sha256(convert_to(:'done'::jsonb ->> 'code_verifier', 'utf8'))), :'begun'::jsonb ->> 'code_challenge',
  'with the verifier that belongs to the challenge'
);
select is((select count(*) from vault.secrets where name like 'oauth_state:%'), 0::bigint, 'which has left Vault');
select is(
  tests.raised_code(format('select public.consume_oauth_state(%L, null, %L)', :'begun'::jsonb ->> 'state', :'ada')), 'VALIDATION_ERROR',
  'there is no second use'
);

select private.begin_oauth(:'org', :'ada', 'tiktok', null, 'https://app.test/callback') as late \gset
update public.oauth_states set created_at = now() - interval '11 minutes', expires_at = now() - interval '1 minute'
where consumed_at is null;
select is(
  tests.raised_code(format('select public.consume_oauth_state(%L, null, %L)', :'late'::jsonb ->> 'state', :'ada')), 'VALIDATION_ERROR',
  'nor a late one'
);
select is(
  (select array_agg(tests.raised_code(format('select public.consume_oauth_state(%L)', s))) from unnest(array['', 'guess', null]) as s),
  array_fill('VALIDATION_ERROR'::text, array[3]), 'nor a guess'
);
select tests.act_as_role('service_role');
select public.begin_oauth(:'org', :'ada', 'https://app.test/callback', 'x', p_session_hash => repeat('a', 64)) ->> 'state' as bound \gset
select is(
  tests.raised_code(format('select public.consume_oauth_state(%L, null, %L)', :'bound', :'ada')), 'VALIDATION_ERROR',
  'begun in a browser, it is not finished outside of it'
);
select is(
  public.consume_oauth_state(:'bound', repeat('a', 64)) ->> 'platform', 'x', 'but there, without anybody signed in'
);
select public.begin_oauth(:'org', :'ada', 'https://app.test/callback', 'x') ->> 'state' as dismissed \gset
select tests.act_as_owner();
insert into public.organization_members (organization_id, user_id, role) values (:'org', :'bob', 'owner');
update public.organization_members set role = 'creator' where organization_id = :'org' and user_id = :'ada';
select is(
  tests.raised_code(format('select public.consume_oauth_state(%L, null, %L)', :'dismissed', :'ada')), 'VALIDATION_ERROR',
  'nor by somebody who is no manager any more'
);
select is(
  (select string_agg(distinct coalesce(tests.raised_code(format(
      $$select public.begin_oauth(%L, %L, 'https://app.test/callback', 'x')$$, :'org', :'bob'
    )), 'begun'), ', ') from generate_series(1, 21)),
  'RATE_LIMITED, begun', 'twenty may be open'
);
update public.oauth_states set created_at = now() - interval '11 minutes', expires_at = now() - interval '1 minute';
select is_empty('select from private.apply_retention() where problem is not null', 'the hourly clean-up');
select is((select count(*) from vault.secrets where name like 'oauth_state:%'), 0::bigint, 'takes the verifiers of lapsed ones along');

select * from finish();
rollback;
