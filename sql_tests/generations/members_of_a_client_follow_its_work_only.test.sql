begin;
select plan(6);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('cleo@example.test') as cleo \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select private.change_plan(:'org', 'agency') \gset ignored_
insert into public.client_accounts (organization_id, name, slug) values (:'org', 'Bakery', 'bakery') returning id as bakery \gset
insert into public.organization_members (organization_id, user_id, role, client_account_id)
values (:'org', :'cleo', 'client', :'bakery');

select tests.act_as(:'ada');
select public.create_generation(
  'Bread.', array['x'], null, null, jsonb_build_object('client_account_id', :'bakery')
) ->> 'generation_id' as bread \gset
select public.create_generation('Own work.', array['x']) ->> 'generation_id' as own \gset

select tests.act_as_owner();
select is(
  (select count(*) from realtime.messages as m where m.topic = format('org:%s:generations', :'org')), 2::bigint,
  'members hear of both'
);
select is(
  (
    select array_agg(m.payload ->> 'generation_id') from realtime.messages as m
    where m.topic = format('org:%s:client:%s:generations', :'org', :'bakery')
  ),
  array[:'bread'], 'on the client''s topic only its own is told'
);

select tests.act_as(:'cleo', :'org');
select is((select array_agg(g.id) from public.generations as g), array[:'bread'::uuid], 'the client sees its own');
select is((select count(*) from public.generation_outputs), 1::bigint, 'with its outputs');
select is(tests.raised_code(format('select public.get_generation(%L)', :'own')), 'NOT_FOUND', 'and no other');
select is(
  tests.raised_code($$select public.create_generation('Text.', array['x'])$$), 'FORBIDDEN', 'and cannot ask for work'
);

select * from finish();
rollback;
