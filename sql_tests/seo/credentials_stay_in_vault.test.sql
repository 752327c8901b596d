begin;
select plan(20);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.create_user('cat@example.test') as cat \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select tests.act_as_owner();
insert into public.organization_members (organization_id, user_id, role) values (:'org', :'cat', 'creator');

select tests.act_as(:'ada');
select public.connect_search_engine('bing', 'https://www.ada.test', '{"api_key": "bing-secret"}') ->> 'seo_connection_id' as bing \gset
select is((select site_url from public.seo_connections), 'https://www.ada.test/', 'a site ends with a slash');
select public.connect_search_engine('indexnow', 'https://www.ada.test/') as made \gset
select matches(:'made'::jsonb ->> 'key', '^[0-9a-f]{64}$', 'IndexNow gets a key when none is given');
select is(
  (select array_agg(tests.raised_code(format('select public.connect_search_engine(%L, %L, %L, %L)', t.engine, t.site, t.secret, t.location)))
    from (values
      ('altavista', 'https://ada.test', '{"api_key": "a"}', null), (null, 'https://ada.test', '{"api_key": "a"}', null),
      ('bing', 'ada.test', '{"api_key": "a"}', null), ('bing', 'sc-domain:ada.test', '{"api_key": "a"}', null),
      ('bing', 'https://me@ada.test', '{"api_key": "a"}', null), ('bing', null, '{"api_key": "a"}', null),
      ('bing', 'https://ada.test', '{}', null), ('bing', 'https://ada.test', '[]', null), ('bing', 'https://ada.test', null, null),
      ('google', 'https://ada.test', '{"api_key": "a"}', null), ('indexnow', 'https://ada.test', '{"key": "short"}', null),
      ('indexnow', 'https://ada.test', null, 'https://evil.test/key.txt')
    ) as t (engine, site, secret, location)),
  array_fill('VALIDATION_ERROR'::text, array[12]), 'what cannot work is refused'
);
select is(tests.raised_code('select vault_secret_name from public.seo_connections'), '42501', 'members do not see the name of a secret');
select is(tests.raised_code(format($$select public.read_seo_secret(%L, 'curiosity')$$, :'bing')), '42501', 'nor the secret');
select tests.act_as(:'cat', :'org');
select is((select count(id) from public.seo_connections), 2::bigint, 'creators see the connections');
select is(tests.raised_code(format('select public.disconnect_search_engine(%L)', :'bing')), 'FORBIDDEN', 'and end none');
select tests.act_as(:'bob');
select is_empty('select id from public.seo_connections', 'strangers see nothing');
select is(tests.raised_code(format('select public.disconnect_search_engine(%L)', :'bing')), 'NOT_FOUND', 'and find nothing');

select tests.act_as_role('service_role');
select public.read_seo_secret(:'bing', 'submit') as read \gset
select is(:'read'::jsonb -> 'secret' ->> 'api_key', 'bing-secret', 'workers read it');
select is(public.rotate_seo_secret(:'bing', 1, '{"api_key": "second"}'), 2, 'a renewed one has the next version');
select is(tests.raised_code(format($$select public.rotate_seo_secret(%L, 1, '{"api_key": "late"}')$$, :'bing')), 'CONFLICT', 'an old one is refused');
select public.report_seo_connection(:'bing', true);
select tests.act_as(:'ada');
select is((select is_verified from public.seo_connections where id = :'bing'), true, 'the engine accepted it');
select is(
  public.connect_search_engine('bing', 'https://www.ada.test/', '{"api_key": "third"}') ->> 'seo_connection_id', :'bing',
  'the same site once more is the same connection'
);
select is((select is_verified from public.seo_connections where id = :'bing'), false, 'whose new secret is not tried yet');
select tests.act_as_owner();
select is(
  (select count(*) from public.audit_log where action = 'secret.read' and entity_type = 'seo_connections' and entity_id = :'bing'), 1::bigint,
  'each reading is recorded'
);
select ok(
  not exists (select from public.audit_log as a where a::text ~ '(bing-secret|second|third)"'), 'without the secret'
);
select is((select count(*) from vault.secrets where name like 'seo_connection:%'), 2::bigint, 'one secret per connection');
select tests.act_as(:'ada');
select public.disconnect_search_engine(:'bing');
select tests.act_as_owner();
select is((select count(*) from vault.secrets where name like 'seo_connection:%'), 1::bigint, 'it leaves Vault with the connection');
delete from public.organizations where id = :'org';
select is((select count(*) from vault.secrets where name like 'seo_connection:%'), 0::bigint, 'as all do with the organization');

select * from finish();
rollback;
