begin;
select plan(11);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select is(tests.raised_code('select public.leave_organization()'), 'CONFLICT', 'the last owner cannot leave');
select is(tests.raised_code(format('select public.remove_member(%L)', :'ada')), 'CONFLICT', 'nor be removed');
select is(tests.raised_code(format('select public.change_member_role(%L, %L)', :'ada', 'admin')), 'CONFLICT', 'nor be demoted');
select is(tests.raised_code(format('select public.set_member_status(%L, %L)', :'ada', 'inactive')), 'CONFLICT', 'nor be shut out');
select tests.act_as_owner();
select is(
  tests.raised_code(format('delete from public.organization_members where organization_id = %L', :'org')), 'CONFLICT',
  'not even by the owner of the schema'
);
insert into public.organization_members (organization_id, user_id, role) values (:'org', :'bob', 'creator');
select is(
  tests.raised_code(format('delete from public.profiles where id = %L', :'ada')), 'CONFLICT',
  'nor can the account be deleted while others depend on it'
);
update public.organization_members set role = 'owner' where user_id = :'bob' and organization_id = :'org';
select tests.act_as(:'ada');
select lives_ok('select public.leave_organization()', 'with a second owner the first may leave');
select is(private.active_org(), null, 'and has no organization left');
select is((select count(*) from public.organizations), 0::bigint, 'and sees none');
select tests.act_as(:'ada', :'org');
select is(tests.raised_code('select public.get_quotas()'), 'FORBIDDEN', 'access ended at once, whatever the header says');
select lives_ok($$select public.create_organization('Again')$$, 'but may start anew');

select * from finish();
rollback;
