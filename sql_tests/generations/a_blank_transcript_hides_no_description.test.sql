begin;
\ir ../analytics/setup.sql
select plan(7);
select is(private.first_told(null, '', e' \n', ' a ', 'b'), ' a ', 'the first text that says something, as it is');
select is(private.first_told(null, ''), null, 'none says anything');

select tests.create_user() as ada \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.account(:'org') as account \gset
select analytics_test.item(:'account', 'v', 20) as item \gset
update public.content_items set transcript = '', description = 'Worms dig.' where id = :'item';
select is(
  array(select s.body from private.text_sources(:'org', null, array[:'item']::uuid[]) as s), '{"Worms dig."}', 'what titles are made from'
);
select tests.act_as(:'ada');
select public.request_ai_suggestion(:'item') #>> '{job,id}' as job \gset
insert into public.projects (title) values ('Garden');
select id as project from public.projects \gset
select tests.act_as_owner();
insert into public.content_pieces (organization_id, project_id, content_type, title, transcript, description)
values (:'org', :'project', 'text', 'Worms', ' ', 'Worms dig in the garden.') returning id as piece \gset
insert into public.chat_interfaces (organization_id, project_id) values (:'org', :'project') returning id as chat \gset
insert into public.canvas_connections (organization_id, project_id, source_content_piece_id, target_chat_interface_id)
values (:'org', :'project', :'piece', :'chat');
select tests.act_as(:'ada');
select isnt(public.remix_content_piece(:'piece') -> 'job', null, 'a piece is told anew by its description');
select tests.act_as_owner();
select is((select payload ->> 'text' from public.jobs where id = :'job'), 'Worms dig.', 'what suggestions are made from');
update public.content_pieces set content_item_id = :'item', transcript = 'Worms eat.' where id = :'piece';
select is(
  private.chat_pieces(:'org', :'project', :'chat', null) #>> '{0,text}', 'Worms eat.', 'what a chat hears of a piece'
);
select is(
  private.piece_source(p, null, 100) ->> 'text', 'Worms eat.', 'and a rewrite'
) from public.content_pieces as p where p.id = :'piece';
select * from finish();
rollback;
