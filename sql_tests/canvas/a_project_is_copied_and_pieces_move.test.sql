begin;
select plan(11);

select tests.create_user('ada@example.test') as ada \gset
select tests.act_as(:'ada');
insert into public.projects (title, description) values ('Plan', 'All of it');
select id as plan from public.projects \gset
insert into public.content_pieces (project_id, content_type, title) values (:'plan', 'text', 'A'), (:'plan', 'text', 'B');
select id as a from public.content_pieces where title = 'A' \gset
insert into public.canvas_folders (project_id, name, color) values (:'plan', 'F', '#112233');
insert into public.chat_interfaces (project_id) values (:'plan');
insert into public.canvas_folder_items (project_id, folder_id, content_piece_id)
select :'plan', id, :'a' from public.canvas_folders;
insert into public.canvas_connections (project_id, source_folder_id, target_chat_interface_id)
select :'plan', f.id, c.id from public.canvas_folders as f, public.chat_interfaces as c;
insert into public.canvas_connections (project_id, source_content_piece_id, target_chat_interface_id)
select :'plan', :'a', c.id from public.chat_interfaces as c;
insert into public.content_annotations (project_id, content_piece_id, annotation_text) values (:'plan', :'a', 'look');
select public.append_chat_message(id, 'hello') is not null as said from public.chat_interfaces \gset

select public.duplicate_project(:'plan') ->> 'id' as copy \gset
select is((select title from public.projects where id = :'copy'), 'Plan (copy)', 'a copy says so');
select is((select permission_level::text from public.project_collaborators where project_id = :'copy'), 'owner', 'and belongs to who made it');
select results_eq(
  format($$select title, (select count(*) from public.canvas_folder_items as i where i.content_piece_id = p.id)
    from public.content_pieces as p where project_id = %L order by title$$, :'copy'),
  $$values ('A', 1::bigint), ('B', 0::bigint)$$, 'with its pieces, in their folders'
);
select results_eq(
  format($$select source_type, target_type from public.canvas_connections where project_id = %L order by 1$$, :'copy'),
  $$values ('content_piece', 'chat_interface'), ('folder', 'chat_interface')$$, 'and its connections, between the copies'
);
select results_eq(
  format($$select count(*), sum(message_count) from public.chat_interfaces where project_id = %L$$, :'copy'),
  $$values (1::bigint, 0::bigint)$$,
  'chats begin anew'
);
select is((select count(*) from public.content_pieces where project_id = :'plan'), 2::bigint, 'the original is as it was');

select public.move_content_piece(:'a', :'copy') ->> 'project_id' as moved_to \gset
select is(:'moved_to'::text, :'copy'::text, 'a piece moves');
select is((select project_id from public.content_annotations), :'copy'::uuid, 'with its annotations');
select is(
  (select count(*) from public.canvas_connections where project_id = :'plan')
  + (select count(*) from public.canvas_folder_items where project_id = :'plan'), 1::bigint, 'out of its folders and connections'
);
select is(tests.raised_code(format('select public.move_content_piece(%L, %L)', :'a', gen_random_uuid())), 'NOT_FOUND', 'to a project that exists');
select is(tests.raised_code('select public.duplicate_project(null)'), 'VALIDATION_ERROR', 'a copy is of something');

select * from finish();
rollback;
