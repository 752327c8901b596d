begin;
select plan(3);

select tests.create_user('ada@example.test') as ada \gset
select tests.act_as(:'ada');
select id as a from public.create_content_asset('Dinner with Eve', p_source_url => 'https://example.com/eve.mp4', p_content_type => 'video') \gset
select public.update_content_asset(:'a', '{"title": "Dinner with Mallory"}') \gset ignored_
select public.delete_content_asset(:'a') \gset ignored_
select tests.act_as_owner();
select results_eq(
  format('select action, actor_id from public.audit_log where entity_id = %L order by id', :'a'),
  format('values (''content_assets.insert'', %1$L::uuid), (''content_assets.update'', %1$L::uuid)', :'ada'),
  'who brought and who deleted it is on record; other words for it are not'
);
select ok(
  (select new_values ? 'deleted_at' from public.audit_log where entity_id = :'a' and action = 'content_assets.update'), 'the deletion says so'
);
select is(
  (select count(*) from public.audit_log as l where l.entity_id = :'a' and to_jsonb(l)::text ~* 'eve|mallory'), 0::bigint,
  'its title and address are not'
);

select * from finish();
rollback;
