begin;
select plan(22);

select tests.create_user('owner@example.test') as owner \gset
select tests.create_user('admin@example.test') as admin \gset
select tests.create_user('admin2@example.test') as admin2 \gset
select tests.create_user('creator@example.test') as creator \gset
select tests.create_user('stranger@example.test') as stranger \gset
select tests.act_as(:'owner');
select private.active_org() as org \gset
select tests.act_as_owner();
insert into public.organization_members (organization_id, user_id, role) values
  (:'org', :'admin', 'admin'), (:'org', :'admin2', 'admin'), (:'org', :'creator', 'creator');

create function pg_temp.try(p_sql text)
returns text language sql as $$ select coalesce(tests.raised_code(p_sql), 'done') $$;
grant execute on function pg_temp.try(text) to public;

select tests.act_as(:'admin', :'org');
select is(pg_temp.try(format('select public.change_member_role(%L, %L)', :'creator', 'manager')), 'done', 'an admin promotes below admin');
select is(pg_temp.try(format('select public.change_member_role(%L, %L)', :'creator', 'admin')), 'FORBIDDEN', 'not to admin');
select is(pg_temp.try(format('select public.change_member_role(%L, %L)', :'admin', 'owner')), 'FORBIDDEN', 'not themselves to owner');
select is(pg_temp.try(format('select public.change_member_role(%L, %L)', :'admin2', 'viewer')), 'FORBIDDEN', 'does not demote another admin');
select is(pg_temp.try(format('select public.remove_member(%L)', :'owner')), 'FORBIDDEN', 'does not remove an owner');
select is(pg_temp.try(format('select public.transfer_ownership(%L)', :'admin')), 'FORBIDDEN', 'does not take the ownership');
select is(pg_temp.try(format('select public.delete_organization(%L)', :'org')), 'FORBIDDEN', 'does not delete the organization');
select is(pg_temp.try($$select public.invite_member('x@example.test', 'admin')$$), 'FORBIDDEN', 'does not invite admins');
select is(pg_temp.try($$select public.invite_member('x@example.test', 'owner')$$), 'VALIDATION_ERROR', 'nobody invites owners');
select is(pg_temp.try($$update public.organizations set name = 'New name'$$), 'done', 'may rename the organization');
select is((select name from public.organizations where id = :'org'), 'New name', 'really');
select set_eq(
  $$select c from unnest(array['id', 'slug', 'type', 'created_by', 'timezone', 'timezone_changed_at', 'created_at', 'updated_at',
      'deleted_at']) as c
    where tests.raised_code(format('update public.organizations set %1$I = %1$I', c)) is distinct from '42501'$$,
  '{}'::text[], 'but write none of its other columns'
);

select tests.act_as(:'creator', :'org');
select is(pg_temp.try(format('select public.remove_member(%L)', :'admin')), 'FORBIDDEN', 'a creator manages nobody');
select is(pg_temp.try($$update public.organization_members set role = 'owner'$$), '42501', 'nor writes the table');
select is(pg_temp.try('delete from public.organization_members'), '42501', 'nor deletes from it');
with changed as (update public.organizations set name = 'Mine' returning 1)
select is(count(*), 0::bigint, 'nor renames the organization') from changed;
select is((select count(*) from public.organization_members where organization_id = :'org'), 4::bigint, 'but sees the colleagues');
select is((select count(*) from public.list_members()), 4::bigint, 'with their names');

select tests.act_as(:'stranger');
select is((select count(*) from public.organization_members), 1::bigint, 'a stranger sees only their own membership');
select is(pg_temp.try(format('select public.remove_member(%L)', :'creator')), 'NOT_FOUND', 'and reaches nobody');

select tests.act_as(:'owner');
select is(pg_temp.try(format('select public.transfer_ownership(%L)', :'admin')), 'done', 'an owner hands over');
select tests.act_as_owner();
select results_eq(
  format($$select user_id, role::text from public.organization_members
    where organization_id = %L and role >= 'admin' order by role desc, user_id = %L desc$$, :'org', :'owner'),
  format('values (%L::uuid, %L), (%L::uuid, %L), (%L::uuid, %L)', :'admin', 'owner', :'owner', 'admin', :'admin2', 'admin'),
  'and is admin afterwards'
);

select * from finish();
rollback;
