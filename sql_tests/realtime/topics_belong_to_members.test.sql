begin;
select plan(7);

select tests.create_user('owner@example.test') as owner \gset
select tests.create_user('creator@example.test') as creator \gset
select tests.create_user('viewer@example.test') as viewer \gset
select tests.create_user('client@example.test') as client \gset
select tests.create_user('stranger@example.test') as stranger \gset
select tests.act_as(:'owner');
select private.active_org() as org \gset
select id as account from public.create_client_account('Acme') \gset
insert into public.projects (title) values ('Open'), ('Secret');
select id as project from public.projects where title = 'Open' \gset
select id as secret from public.projects where title = 'Secret' \gset
insert into public.projects (title, client_account_id) values ('Acme', :'account');
select id as acme from public.projects where title = 'Acme' \gset
select public.restrict_project(:'secret');
select tests.act_as_owner();
insert into public.organization_members (organization_id, user_id, role, client_account_id) values
  (:'org', :'creator', 'creator', null), (:'org', :'viewer', 'viewer', null), (:'org', :'client', 'client', :'account');

-- As the Realtime server asks: a probe row, then select or insert as the subscriber. Answers r, w, rw or -.
create function pg_temp.rights(p_user uuid, p_role text, p_topic text, p_extension text default 'broadcast') returns text
language plpgsql as $$
declare
  v_read boolean;
  v_write boolean;
begin
  perform tests.act_as_owner();
  insert into realtime.messages (topic, extension) values (p_topic, p_extension), ('org:other:secret', p_extension);
  perform set_config('realtime.topic', p_topic, true);
  perform set_config('request.jwt.claims', json_build_object('sub', p_user, 'role', p_role)::text, true);
  perform set_config('role', p_role, true);
  begin
    -- A server passes every policy: it alone may see the row of the other topic.
    select bool_or(topic = p_topic) and (p_role = 'service_role' or bool_and(topic = p_topic)) into v_read
    from realtime.messages where extension = p_extension;
  exception when insufficient_privilege then
    v_read := false;
  end;
  begin
    insert into realtime.messages (topic, extension) values (p_topic, p_extension);
    v_write := true;
  exception when insufficient_privilege then
    v_write := false;
  end;
  perform tests.act_as_owner();
  delete from realtime.messages;
  return case when v_read and v_write then 'rw' when v_read then 'r' when v_write then 'w' else '-' end;
end;
$$;

select results_eq(
  format($$select p, pg_temp.rights(u::uuid, 'authenticated', 'org:%1$s:generations'), pg_temp.rights(u::uuid, 'authenticated', 'org:%1$s:canvas:%8$s'),
      pg_temp.rights(u::uuid, 'authenticated', 'org:%1$s:client:%2$s:posts')
    from (values ('owner', %3$L), ('creator', %4$L), ('viewer', %5$L), ('client', %6$L), ('stranger', %7$L)) as v (p, u)$$,
    :'org', :'account', :'owner', :'creator', :'viewer', :'client', :'stranger', :'project'),
  $$values ('owner', 'r', 'rw', 'r'), ('creator', 'r', 'rw', 'r'), ('viewer', 'r', 'r', 'r'), ('client', '-', '-', 'r'), ('stranger', '-', '-', '-')$$,
  'members read, creators write on a canvas, a limited client reads the topics of its account'
);
select results_eq(
  format($$select p, pg_temp.rights(u::uuid, 'authenticated', 'org:%1$s:canvas:%2$s'),
      pg_temp.rights(u::uuid, 'authenticated', 'org:%1$s:canvas:%3$s')
    from (values ('owner', %4$L), ('creator', %5$L), ('client', %6$L)) as v (p, u)$$, :'org', :'secret', :'acme', :'owner', :'creator', :'client'),
  $$values ('owner', 'rw', 'rw'), ('creator', '-', 'rw'), ('client', '-', 'r')$$,
  'a restricted canvas is followed by its collaborators, that of a client by the client as well'
);
select is(pg_temp.rights(:'creator', 'authenticated', 'org:' || :'org' || ':canvas:' || :'project', 'presence'), 'rw', 'presence follows the same rules');
select results_eq(
  format($$select t, pg_temp.rights(%1$L, 'authenticated', t) from unnest(array['user:%1$s:notifications', 'user:%2$s:notifications', 'user:%1$s',
    'jobs:ai', 'org:%3$s', 'org:nonsense:x', 'org::x', '', 'anything', 'ORG:%3$s:x', 'org:%3$s:canvas',
    'org:%3$s:canvas:1']) t$$, :'creator', :'owner', :'org'),
  format($$values ('user:%1$s:notifications', 'r'), ('user:%2$s:notifications', '-'), ('user:%1$s', '-'), ('jobs:ai', '-'), ('org:%3$s', '-'),
    ('org:nonsense:x', '-'), ('org::x', '-'), ('', '-'), ('anything', '-'), ('ORG:%3$s:x', '-'), ('org:%3$s:canvas', '-'),
    ('org:%3$s:canvas:1', '-')$$, :'creator', :'owner', :'org'),
  'a person hears their own topic; nothing else is open'
);
select is(pg_temp.rights(null, 'anon', 'org:' || :'org' || ':canvas:' || :'project'), '-', 'visitors hear nothing');
select is(pg_temp.rights(null, 'service_role', 'jobs:ai'), 'rw', 'servers hear the queues');
select tests.act_as_owner();
delete from public.organization_members where user_id = :'viewer' and organization_id = :'org';
select is(pg_temp.rights(:'viewer', 'authenticated', 'org:' || :'org' || ':canvas:' || :'project'), '-', 'who was removed hears nothing more');

select * from finish();
rollback;
