begin;
select plan(8);

select tests.create_user('ada@example.test') as ada \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
insert into public.projects (title) values ('One'), ('Two');
select id as one from public.projects where title = 'One' \gset
select id as two from public.projects where title = 'Two' \gset

create function pg_temp.heard(p_project uuid) returns text[]
language plpgsql as $$
declare
  v_heard text[];
begin
  perform tests.act_as_owner();
  select coalesce(array_agg(
    concat_ws(' ', m.event, m.payload ->> 'operation', m.payload ->> 'table', m.payload ->> 'count') order by m.inserted_at
  ), '{}')
  into v_heard
  from realtime.messages as m where m.topic like 'org:%:canvas:' || p_project and m.extension = 'broadcast';
  delete from realtime.messages;
  return v_heard;
end;
$$;

insert into public.content_pieces (project_id, content_type, title)
select :'one', 'text', 'P' || g from generate_series(1, 150) as g;
select is(pg_temp.heard(:'one'), array['canvas insert content_pieces 150'], 'one message for a statement, however many rows');
select tests.act_as(:'ada', :'org');
update public.content_pieces set position_x = 5 where title = 'P1';
select tests.act_as_owner();
select is(
  (select m.payload -> 'ids' from realtime.messages as m where m.payload ->> 'operation' = 'update'),
  (select jsonb_agg(id) from public.content_pieces where title = 'P1'), 'it names the rows'
);
select is(pg_temp.heard(:'one'), array['canvas update content_pieces 1'], 'a move is told');
select tests.act_as(:'ada', :'org');
insert into public.chat_interfaces (project_id) values (:'one');
select public.append_chat_message(id, 'hello') is not null as said from public.chat_interfaces \gset
select is(
  pg_temp.heard(:'one'), array['canvas insert chat_interfaces 1', 'chat insert chat_messages'], 'a message is told once, without its text'
);
select tests.act_as(:'ada', :'org');
select public.move_content_piece(id, :'two') is not null as moved from public.content_pieces where title = 'P1' \gset
select tests.act_as_owner();
select is(
  (select count(*) from realtime.messages as m where m.topic like '%' || :'two' and m.payload ->> 'operation' = 'update'), 1::bigint,
  'a piece that moves appears there'
);
select is(pg_temp.heard(:'one'), array['canvas delete content_pieces 1'], 'and disappears here');
select tests.act_as(:'ada', :'org');
select public.open_project(:'one') is not null as opened \gset
select is(pg_temp.heard(:'one'), '{}', 'looking is silent');
select tests.act_as(:'ada', :'org');
delete from public.projects where id = :'one';
select is(pg_temp.heard(:'one'), array['canvas delete projects 1'], 'the end of a project is one message');

select * from finish();
rollback;
