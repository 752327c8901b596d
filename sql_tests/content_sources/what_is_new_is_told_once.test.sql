begin;
select plan(18);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select public.set_content_source(p_url => 'https://blog.test/feed', p_plan => '{"platforms": ["twitter", "linkedin"]}') as source \gset
select is((select name from public.content_sources), 'blog.test/feed', 'a source is called after its address');
select is(
  tests.raised_code($$select public.set_content_source(p_url => 'https://blog.test/feed')$$), 'CONFLICT', 'nobody watches it twice'
);
select is(
  (select array_agg(tests.raised_code(format('select public.set_content_source(p_url => %L, p_plan => %L)', t.url, t.plan)))
    from (values ('ftp://blog.test', '{}'), ('https://me:secret@blog.test', '{}'), (null, '{}'), ('https://a.test', '[]'),
      ('https://a.test', '{"platforms": ["nowhere"]}'), ('https://a.test', '{"tone": "shouting"}'),
      ('https://a.test', '{"colour": "red"}')) as t (url, plan)),
  array_fill('VALIDATION_ERROR'::text, array[7]), 'bad addresses and plans are refused'
);
select tests.act_as(:'bob');
select is_empty('select id from public.content_sources', 'strangers see nothing');
select is(tests.raised_code(format('select public.delete_content_source(%L)', :'source')), 'NOT_FOUND', 'and delete nothing');

select tests.act_as_role('service_role');
select is((select count(*) from public.claim_due_sources()), 1::bigint, 'it is due at once');
select is((select count(*) from public.claim_due_sources()), 0::bigint, 'for one worker');
select is(public.record_source_poll(:'source', '{c,b,a}'), '{}'::text[], 'the first poll meets the past');
select is(public.record_source_poll(:'source', '{e,d,c,b,a,e}'), '{e,d}'::text[], 'then what is new is told');
select is(public.record_source_poll(:'source', '{e,d,c}'), '{}'::text[], 'once');
select is((select item_count from public.content_sources where id = :'source'), 2::bigint, 'and counted');
select is(
  (select cardinality(last_seen_keys) from public.content_sources where id = :'source'), 5, 'each key is remembered once'
);
select public.record_source_poll(:'source', '{}', 'no route to host');
select ok(
  (select next_poll_at > now() + interval '119 minutes' and failure_count = 1 from public.content_sources where id = :'source'),
  'a failure doubles the wait'
);
select count(public.record_source_poll(:'source', '{}', 'no route to host')) from generate_series(1, 9);
select results_eq(
  format('select status::text, next_poll_at is null from public.content_sources where id = %L', :'source'),
  $$values ('failing', true)$$, 'ten in a row end it'
);
select tests.act_as(:'ada');
select public.set_content_source(:'source', p_status => 'active');
select results_eq(
  'select status::text, next_poll_at is null, failure_count from public.content_sources', $$values ('active', false, 0)$$,
  'until a member resumes it'
);
select public.set_content_source(:'source', p_url => 'https://blog.test/other');
select is((select last_seen_keys from public.content_sources), '{}'::text[], 'another address is another feed');
select is(tests.raised_code($$update public.content_sources set item_count = 0$$), '42501', 'nobody writes the row itself');
select lives_ok(format('select public.delete_content_source(%L)', :'source'), 'its organization watches it no longer');

select * from finish();
rollback;
