begin;
select plan(21);

select tests.create_user('owner@example.test') as owner \gset
select tests.create_user('maker@example.test') as maker \gset
select tests.create_user('peer@example.test') as peer \gset
select tests.create_user('viewer@example.test') as viewer \gset
select tests.create_user('client@example.test') as client \gset
select tests.create_user('stranger@example.test') as stranger \gset
select tests.act_as(:'owner');
select private.active_org() as org \gset
select id as account from public.create_client_account('Acme') \gset
select tests.act_as_owner();
insert into public.organization_members (organization_id, user_id, role, client_account_id) values
  (:'org', :'maker', 'creator', null), (:'org', :'peer', 'creator', null), (:'org', :'viewer', 'viewer', null),
  (:'org', :'client', 'client', :'account');

-- Answers r, rw, or - for what this person reaches of this project; the change is taken back.
create function pg_temp.rights(p_user uuid, p_org uuid, p_project uuid) returns text
language plpgsql as $$
declare
  v_read boolean;
  v_rows integer := 0;
begin
  perform tests.act_as(p_user, p_org);
  select exists (select from public.projects as p where p.id = p_project) into v_read;
  begin
    insert into public.canvas_folders (project_id, name) values (p_project, 'mine');
    v_rows := 1;
    raise exception 'take it back';
  exception when others then null;
  end;
  perform tests.act_as_owner();
  return concat(
    case when v_read then 'r' end, case when v_rows = 1 then 'w' end, case when not v_read and v_rows = 0 then '-' end
  );
end;
$$;

grant execute on function pg_temp.rights(uuid, uuid, uuid) to authenticated;

select tests.act_as(:'maker', :'org');
insert into public.projects (title) values ('Launch');
select id as project from public.projects \gset
select is(
  (select c.permission_level::text from public.project_collaborators as c where c.user_id = :'maker'), 'owner', 'who makes a project owns it'
);
select tests.act_as_owner();
select results_eq(
  format($$select p, pg_temp.rights(u::uuid, %L, %L) from (values ('owner', %L), ('maker', %L), ('peer', %L), ('viewer', %L), ('client', %L),
    ('stranger', %L)) as v (p, u)$$, :'org', :'project', :'owner', :'maker', :'peer', :'viewer', :'client', :'stranger'),
  $$values ('owner', 'rw'), ('maker', 'rw'), ('peer', 'rw'), ('viewer', 'r'), ('client', '-'), ('stranger', '-')$$,
  'by default members see it and creators change it; clients of others see nothing'
);
select tests.act_as(:'maker', :'org');
select public.restrict_project(:'project');
select is(pg_temp.rights(:'peer', :'org', :'project'), '-', 'restricted: a colleague sees it no more');
select is(pg_temp.rights(:'owner', :'org', :'project'), 'rw', 'admins do');
select tests.act_as(:'maker', :'org');
select public.share_project(:'project', :'peer', 'viewer') is not null as shared \gset
select is(pg_temp.rights(:'peer', :'org', :'project'), 'r', 'a viewer of the project looks');
select tests.act_as(:'peer', :'org');
select is(tests.raised_code(format('select public.share_project(%L, %L)', :'project', :'viewer')), 'FORBIDDEN', 'and does not share');
select is(tests.raised_code(format('select public.restrict_project(%L, false)', :'project')), 'FORBIDDEN', 'nor open it');
delete from public.projects where id = :'project';
update public.projects set title = 'Mine' where id = :'project';
select is((select title from public.projects where id = :'project'), 'Launch', 'nor rename or delete it');
select is(
  tests.raised_code(format('update public.projects set is_restricted = false where id = %L', :'project')), '42501', 'the switch has no grant'
);
select tests.act_as(:'maker', :'org');
select public.share_project(:'project', :'peer', 'editor') is not null as shared \gset
select is(pg_temp.rights(:'peer', :'org', :'project'), 'rw', 'an editor changes it');
select tests.act_as(:'maker', :'org');
select is(
  tests.raised_code(format('select public.share_project(%L, %L)', :'project', :'viewer')), 'VALIDATION_ERROR',
  'a viewer of the organization becomes no editor'
);
select is(
  tests.raised_code(format('select public.share_project(%L, %L)', :'project', :'stranger')), 'VALIDATION_ERROR', 'nobody from outside takes part'
);
select is(
  tests.raised_code(format('select public.share_project(%L, %L, %L)', :'project', :'client', 'viewer')), 'VALIDATION_ERROR',
  'nor does another client'
);
select is(
  tests.raised_code(format('select public.share_project(%L, %L, %L)', :'project', :'peer', 'emperor')), 'VALIDATION_ERROR', 'a level is named'
);
update public.projects set client_account_id = :'account' where id = :'project';
select is(pg_temp.rights(:'client', :'org', :'project'), '-', 'its own client waits for an invitation to a restricted one');
select tests.act_as(:'maker', :'org');
select public.share_project(:'project', :'client', 'viewer') is not null as shared \gset
select is(pg_temp.rights(:'client', :'org', :'project'), 'r', 'and then looks');
select tests.act_as(:'peer', :'org');
select public.unshare_project(:'project', :'peer');
select is(pg_temp.rights(:'peer', :'org', :'project'), '-', 'who leaves is out');
select tests.act_as(:'maker', :'org');
select public.restrict_project(:'project', false);
select public.share_project(:'project', :'peer', 'viewer') is not null as shared \gset
select is(pg_temp.rights(:'peer', :'org', :'project'), 'r', 'the level counts in an open project as well');
select tests.act_as(:'stranger');
select is(tests.raised_code(format('select public.open_project(%L)', :'project')), 'NOT_FOUND', 'strangers learn nothing');
select tests.act_as_owner();
delete from public.organization_members where user_id = :'peer' and organization_id = :'org';
select is((select count(*) from public.project_collaborators where user_id = :'peer'), 0::bigint, 'who leaves the organization leaves its projects');
select is(
  tests.raised_code(format('insert into public.project_collaborators (organization_id, project_id, user_id) values (%L, %L, %L)',
    :'org', :'project', :'stranger')),
  '23503', 'not even the owner of the schema adds a stranger'
);

select * from finish();
rollback;
