begin;
select plan(13);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
insert into public.projects (title) values ('Talk');
select id as project from public.projects \gset
insert into public.chat_interfaces (project_id) values (:'project');
select id as chat from public.chat_interfaces \gset
select tests.act_as_owner();
insert into public.organization_members (organization_id, user_id, role) values (:'org', :'bob', 'viewer');
select tests.act_as(:'ada');

select results_eq(
  format($$select m ->> 'position', m ->> 'role', m ->> 'status', m ->> 'user_id'
    from (select public.append_chat_message(%L, 'Hello') as m) as t$$, :'chat'),
  format($$values ('0', 'user', 'completed', %L)$$, :'ada'), 'a person speaks in their own name'
);
select is((public.append_chat_message(:'chat', 'Again')) ->> 'position', '1', 'one after the other');
select is(tests.raised_code(format('select public.append_chat_message(%L, %L)', :'chat', '  ')), 'VALIDATION_ERROR', 'with words');
select is(
  tests.raised_code(format('select public.append_chat_message(%L, repeat(%L, 100001))', :'chat', 'a')), 'VALIDATION_ERROR', 'not too many'
);
select is(tests.raised_code(format('select public.append_chat_message(%L, %L)', gen_random_uuid(), 'a')), 'NOT_FOUND', 'in a chat that exists');
select is(
  tests.raised_code(format($$insert into public.chat_messages
    (organization_id, project_id, chat_interface_id, position, role, content)
    values (%L, %L, %L, 9, 'assistant', 'forged')$$, :'org', :'project', :'chat')),
  '42501', 'nobody writes what the assistant says'
);
select is(tests.raised_code($$update public.chat_messages set content = 'changed'$$), '42501', 'or changes what was said');
select tests.act_as(:'bob', :'org');
select is(tests.raised_code(format('select public.append_chat_message(%L, %L)', :'chat', 'me too')), 'FORBIDDEN', 'viewers read');
select is((select count(*) from public.chat_messages), 2::bigint, 'all of it');
select tests.act_as(:'bob');
select is(tests.raised_code(format('select public.append_chat_message(%L, %L)', :'chat', 'x')), 'NOT_FOUND', 'elsewhere there is no such chat');

select tests.act_as_owner();
select (private.add_chat_message(:'org', :'chat', 'assistant', '', 'pending')).id as answer \gset
update public.chat_messages set status = 'streaming', content = 'Hel' where id = :'answer';
select is(
  tests.raised_code(format('update public.chat_messages set status = %L where id = %L', 'completed', :'answer')), '23514', 'what is said has a moment'
);
update public.chat_messages set status = 'completed', content = 'Hello', completed_at = now() where id = :'answer';
select is(
  (select string_agg(position || ':' || content, ' ' order by position) from public.chat_messages), '0:Hello 1:Again 2:Hello', 'answers take their place'
);
insert into public.chat_messages (organization_id, project_id, chat_interface_id, position, role, content, completed_at)
select :'org', :'project', :'chat', g, 'user', 'Message ' || g, now() from generate_series(3, 2000) as g;
create function pg_temp.plan_of(p_sql text) returns text language plpgsql as $$
declare
  v_line text;
  v_plan text := '';
begin
  for v_line in execute 'explain (costs off) ' || p_sql loop
    v_plan := v_plan || v_line;
  end loop;
  return v_plan;
end;
$$;
grant execute on function pg_temp.plan_of(text) to authenticated;
select tests.act_as(:'ada');
select matches(
  pg_temp.plan_of(format(
    'select * from public.chat_messages where chat_interface_id = %L and position < 1000 order by position desc limit 50', :'chat')),
  'Index Scan Backward using chat_messages_chat_interface_id_position_key', 'a page of two thousand messages is read from the index'
);

select * from finish();
rollback;
