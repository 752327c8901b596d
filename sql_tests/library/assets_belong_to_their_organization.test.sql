begin;
select plan(21);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select active_organization_id as other from public.profiles where id = :'bob' \gset
insert into storage.objects (bucket_id, name, metadata) values
  ('assets', :'org' || '/a.txt', '{"size": 10, "mimetype": "text/plain"}'),
  ('assets', :'other' || '/b.txt', '{"size": 10, "mimetype": "text/plain"}');

select tests.act_as(:'ada');
select id as a from public.create_content_asset('A', p_storage_path => :'org' || '/a.txt') \gset
create function pg_temp.create_asset(p_path text) returns text language sql as $$
  select tests.raised_code(format('select public.create_content_asset(''X'', p_storage_path => %L)', p_path))
$$;
select is(pg_temp.create_asset(:'other' || '/b.txt'), 'VALIDATION_ERROR', 'the file of another organization is not taken');
select is(pg_temp.create_asset(:'org' || '/nope.txt'), 'VALIDATION_ERROR', 'nor one that is not there');
select is(pg_temp.create_asset(:'org' || '/a.txt'), 'CONFLICT', 'nor one twice');
select is(
  tests.raised_code($$select public.create_content_asset('X', p_source_url => 'javascript:alert(1)', p_content_type => 'blog')$$),
  'VALIDATION_ERROR', 'nor an address that is none'
);
select is(
  (public.create_content_asset('X', 'blog', p_source_url => 'https://example.test/a', p_source_platform => 'upload')).source_platform, null,
  'an address waits to be fetched'
);
select is(
  tests.raised_code(format(
    'select public.create_content_asset(''X'', ''blog'', p_source_url => ''https://e.test'', p_client_account_id => %L)', gen_random_uuid()
  )),
  'VALIDATION_ERROR', 'for a client of the organization only'
);
select is(tests.raised_code($$update public.content_assets set upload_status = 'completed'$$), '42501', 'no column is written by hand');
select is(
  tests.raised_code('insert into public.content_assets (organization_id) values (gen_random_uuid())'), '42501', 'no row either'
);
select is(
  (public.update_content_asset(:'a', '{"title": " Brood ", "tags": ["brood", "brood", "oven"], "alt_text": "Een brood"}')).tags,
  '{brood,oven}', 'its description is changed by name'
);
select is(
  tests.raised_code(format('select public.update_content_asset(%L, ''{"size_bytes": 0}'')', :'a')), 'VALIDATION_ERROR', 'its size is not'
);
select is(
  tests.raised_code(format('select public.update_content_asset(%L, ''{"title": null}'')', :'a')), 'VALIDATION_ERROR', 'a title stays'
);
select is(
  tests.raised_code(format('select public.save_content_asset(%L, ''completed'')', :'a')), '42501', 'what workers tell is theirs to tell'
);

select tests.act_as(:'bob');
select is((select count(*) from public.content_assets), 0::bigint, 'another organization sees none of it');
select is(tests.raised_code(format('select public.update_content_asset(%L, ''{"title": "x"}'')', :'a')), 'NOT_FOUND', 'changes none');
select is(tests.raised_code(format('select public.delete_content_asset(%L)', :'a')), 'NOT_FOUND', 'deletes none');
select is(tests.raised_code(format('select public.restore_content_asset(%L)', :'a')), 'NOT_FOUND', 'restores none');
select is(tests.raised_code(format('select public.finish_content_asset(%L)', :'a')), 'NOT_FOUND', 'finishes none');

select tests.act_as(:'ada');
select public.delete_content_asset(:'a');
select is(tests.raised_code(format('select public.delete_content_asset(%L)', :'a')), 'NOT_FOUND', 'it is deleted once');
select is((public.restore_content_asset(:'a')).title, 'Brood', 'and can be restored');
select tests.act_as_owner();
select throws_ok(
  format('update public.content_assets set storage_path = %L where id = %L', :'other' || '/b.txt', :'a'), '23514', null,
  'a row cannot name the file of another organization'
);
delete from auth.users where id = :'ada';
select is(
  (select count(*) from public.content_assets where id = :'a' and user_id is null), 1::bigint, 'an author who leaves does not take it away'
);

select * from finish();
rollback;
