begin;
select plan(4);

select tests.create_user('ada@example.test') as ada \gset
select tests.act_as(:'ada');
select public.create_organization('Team', p_slug => 'team') \gset ignored_
select private.active_org() as org \gset
select tests.act_as_owner();
select private.change_plan(:'org', 'agency') \gset ignored_
select tests.act_as(:'ada');
select public.invite_member('never@example.test') \gset ignored_
select public.invite_member('late@example.test') \gset ignored_
select public.invite_member('new@example.test') \gset ignored_
select tests.act_as_owner();
update public.organization_invitations set expires_at = now() - interval '91 days' where email = 'never@example.test';
update public.organization_invitations set expires_at = now() - interval '89 days' where email = 'late@example.test';

select is(
  (select deleted_rows from private.apply_retention('public.organization_invitations')), 1::bigint, 'retention looks at invitations'
);
select results_eq(
  'select email from public.organization_invitations order by email', $$values ('late@example.test'), ('new@example.test')$$,
  'the address of somebody who never came is forgotten after 90 days'
);
select is(
  (select count(*) from public.audit_log where organization_id = :'org' and action = 'organization_invitations.insert'), 3::bigint,
  'that somebody was invited stays on record'
);
select is((select count(*) from public.audit_log as a where a::text ~ 'never@'), 0::bigint, 'without the address');

select * from finish();
rollback;
