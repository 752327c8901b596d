begin;
select plan(8);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
insert into public.organization_members (organization_id, user_id, role) values (:'org', :'bob', 'creator');
create function pg_temp.counts(p_organization uuid, p_user uuid) returns boolean language sql as $$
  select m.is_in_force
  from public.organization_members as m where m.organization_id = p_organization and m.user_id = p_user
$$;

select is(pg_temp.counts(:'org', :'bob'), true, 'from the start');
update public.organization_members set status = 'inactive' where organization_id = :'org' and user_id = :'bob';
select is(pg_temp.counts(:'org', :'bob'), false, 'not while it is inactive');
update public.profiles set status = 'suspended' where id = :'bob';
update public.organization_members set status = 'active' where organization_id = :'org' and user_id = :'bob';
select is(pg_temp.counts(:'org', :'bob'), false, 'not while the person is suspended');
update public.profiles set status = 'active' where id = :'bob';
select is(pg_temp.counts(:'org', :'bob'), true, 'again when they are back');
update public.organizations set deleted_at = now() where id = :'org';
select is(pg_temp.counts(:'org', :'bob'), false, 'not in an organization that is deleted');
insert into public.organization_members (organization_id, user_id, role)
select :'org', tests.create_user('cleo@example.test'), 'viewer';
select is(
  (select count(*) from public.organization_members as m where m.organization_id = :'org' and m.is_in_force), 0::bigint,
  'nor one that begins there'
);
update public.organizations set deleted_at = null where id = :'org';
select is(
  (select count(*) from public.organization_members as m where m.organization_id = :'org' and m.is_in_force), 3::bigint,
  'all again when it is restored'
);
select is(
  (
    select count(*) from public.audit_log as a
    where a.entity_type = 'organization_members' and a.action like '%update' and not a.new_values ? 'status'
  ),
  0::bigint, 'what follows from something else is not recorded twice'
);

select * from finish();
rollback;
