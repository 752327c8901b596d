begin;
select plan(16);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'bob');
insert into public.projects (title) values ('Bob''s');
select id as foreign_project from public.projects \gset
insert into public.content_pieces (project_id, content_type, title) values (:'foreign_project', 'text', 'His');
select id as foreign_piece from public.content_pieces \gset

select tests.act_as(:'ada');
insert into public.projects (title) values ('One');
select id as one from public.projects where title = 'One' \gset
insert into public.projects (title) values ('Two');
select id as two from public.projects where title = 'Two' \gset
insert into public.content_pieces (project_id, content_type, title)
values (:'one', 'text', 'A'), (:'one', 'text', 'B'), (:'two', 'text', 'C');
select id as a from public.content_pieces where title = 'A' \gset
select id as b from public.content_pieces where title = 'B' \gset
select id as c from public.content_pieces where title = 'C' \gset
insert into public.canvas_folders (project_id, name) values (:'one', 'F');
select id as folder from public.canvas_folders \gset
insert into public.chat_interfaces (project_id) values (:'one');
select id as chat from public.chat_interfaces \gset
insert into public.canvas_connections (project_id, source_content_piece_id, target_chat_interface_id)
values (:'one', :'a', :'chat');

create function pg_temp.connect(p_columns text, p_values text) returns text
language sql as $$
  select tests.raised_code(format('insert into public.canvas_connections (project_id, %s) values (%s)', p_columns, p_values))
$$;
grant execute on function pg_temp.connect(text, text) to authenticated;

select results_eq(
  'select source_type, target_type, source_id, target_id from public.canvas_connections',
  format($$values ('content_piece', 'chat_interface', %L::uuid, %L::uuid)$$, :'a', :'chat'), 'a connection says what it joins'
);
select is(
  pg_temp.connect('source_content_piece_id, target_content_piece_id', format('%L, %L, %L', :'one', :'a', :'a')), '23514', 'nothing is tied to itself'
);
select is(
  pg_temp.connect('source_content_piece_id, target_chat_interface_id', format('%L, %L, %L', :'one', :'a', :'chat')), '23505',
  'two things are tied once'
);
select is(
  pg_temp.connect('source_content_piece_id, target_content_piece_id', format('%L, %L, %L', :'one', :'a', :'c')), '23503',
  'the other end lies in the same project'
);
select is(
  pg_temp.connect('source_content_piece_id, target_content_piece_id', format('%L, %L, %L', :'one', :'a', :'foreign_piece')), '23503',
  'and never in another organization'
);
select is(
  pg_temp.connect('source_content_piece_id, source_folder_id, target_content_piece_id', format('%L, %L, %L, %L', :'one', :'a', :'folder', :'b')),
  '23514', 'an end is one thing'
);
select isnt(pg_temp.connect('source_content_piece_id', format('%L, %L', :'one', :'b')), null, 'both ends exist');
select is(
  pg_temp.connect('source_folder_id, target_chat_interface_id, connection_style', format('%L, %L, %L, %L', :'one', :'folder', :'chat', '{"color": "red"}')),
  '23514', 'a style has a colour and a width'
);
select is(
  tests.raised_code(format('insert into public.canvas_folder_items (project_id, folder_id, content_piece_id) values (%L, %L, %L)', :'one', :'folder', :'c')),
  '23503', 'a folder holds pieces of its project'
);
select is(
  tests.raised_code(format('insert into public.content_pieces (project_id, content_type) values (%L, %L)', :'foreign_project', 'text')), '23503',
  'nothing is put into another organization''s project'
);
select is(
  tests.raised_code(format($$insert into public.canvas_folders (project_id, name, color) values (%L, 'x', 'blue')$$, :'one')),
  '23514', 'colours are #rrggbb'
);
select is(
  tests.raised_code(format($$insert into public.canvas_folders (project_id, name, width) values (%L, 'x', -1)$$, :'one')),
  '23514', 'sizes are positive'
);
select is(
  tests.raised_code(format($$insert into public.content_pieces (project_id, content_type, platform)
    values (%L, 'video', 'tiktok')$$, :'one')), '23514',
  'what a platform published has an address'
);
select is(
  tests.raised_code(format($$insert into public.content_pieces (project_id, content_type) values (%L, 'video')$$, :'one')),
  null, 'an upload needs none'
);
delete from public.content_pieces where id = :'a';
select is((select count(*) from public.canvas_connections), 0::bigint, 'connections go with either end');
delete from public.projects where id = :'one';
select results_eq(
  $$select (select count(*) from public.content_pieces),
      (select count(*) from public.canvas_folders), (select count(*) from public.chat_interfaces)$$,
  $$values (1::bigint, 0::bigint, 0::bigint)$$, 'a project goes with its canvas, and with no other'
);

select * from finish();
rollback;
