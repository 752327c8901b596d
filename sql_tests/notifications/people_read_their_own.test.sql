begin;
select plan(17);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select tests.act_as_owner();
insert into public.organization_members (organization_id, user_id, role) values (:'org', :'bob', 'viewer');
select is(private.notify(:'org', :'ada', 'content_ready', 'Ready', p_entity_type => 'generation'), 1, 'one person is told');
select is(private.notify(:'org', null, 'quota_warning', 'Nearly full'), 2, 'or everybody');
select is(private.notify(:'org', null, 'payment_failed', 'Card', p_minimum_role => 'admin'), 1, 'or those who decide');
select is(private.notify(:'org', gen_random_uuid(), 'content_ready', 'x'), 0, 'a stranger is not');
select is(
  private.notify(:'org', :'ada', 'no_such_type', repeat('x', 5000), repeat('y', 50000), p_metadata => '[]'), 1,
  'telling never fails what it tells about'
);
select results_eq(
  $$select type, char_length(title), char_length(message), metadata from public.notifications where title like 'xxx%'$$,
  $$values ('system_notice', 255, 2000, '{}'::jsonb)$$, 'texts are cut to fit'
);
select results_eq(
  format($$select event, private, payload ->> 'title' from realtime.messages where topic = 'user:%s:notifications'$$, :'bob'),
  $$values ('notification', true, 'Nearly full')$$, 'it is shown live on the person''s own topic'
);

select tests.act_as(:'bob');
select is((select count(*) from public.notifications), 1::bigint, 'a person reads their own, whichever organization is active');
select is(tests.raised_code($$update public.notifications set title = 'x'$$), '42501', 'and changes nothing but having read it');
select is(tests.raised_code($$insert into public.notifications (title) values ('x')$$), '42501', 'nor writes any');
select is(public.mark_notifications_read(), 1, 'marking all');
select is(public.mark_notifications_read(), 0, 'counts the unread only');
select tests.act_as(:'ada');
select is(
  public.mark_notifications_read((select array_agg(id) from (select id from public.notifications limit 2) as n)), 2,
  'or the given ones'
);
select is((select count(*) from public.notifications where not is_read), 2::bigint, 'and no others');
select is(tests.raised_code('select public.mark_notifications_read(array_fill(gen_random_uuid(), array[1001]))'), 'VALIDATION_ERROR', 'a thousand at a time');

select tests.act_as_owner();
delete from public.organization_members where user_id = :'bob' and organization_id = :'org';
select tests.act_as(:'bob');
select is((select count(*) from public.notifications), 0::bigint, 'who was removed reads no more');

select tests.act_as_owner();
update public.notifications set created_at = now() - interval '2 days', expires_at = now() - interval '1 day' where type = 'payment_failed';
select is(
  (select deleted_rows from private.apply_retention() where parent = 'public.notifications'), 1::bigint, 'expired ones are deleted'
);

select * from finish();
rollback;
