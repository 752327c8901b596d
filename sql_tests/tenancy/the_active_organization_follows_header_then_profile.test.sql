begin;
select plan(13);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as personal \gset
select id as team from public.create_organization('Team') \gset

select is(private.active_org(), :'team', 'creating an organization switches to it');
select tests.act_as(:'ada', :'personal');
select is(private.active_org(), :'personal', 'the header wins when the caller is a member');
select set_config('request.headers', '{"x-organization-id": "nonsense"}', true);
select is(private.active_org(), :'team', 'a malformed header is ignored');
select set_config('request.headers', '', true);
select is(private.active_org(), :'team', 'headers may be an empty string');
select set_config('request.headers', 'no json', true);
select is(private.active_org(), :'team', 'or no json at all');

select tests.act_as(:'bob', :'team');
select isnt(private.active_org(), :'team', 'naming somebody else''s organization gives nothing of it');
select is(tests.raised_code(format('select public.switch_organization(%L)', :'team')), 'NOT_FOUND', 'nor can it be switched to');
select is((select count(*) from public.organizations), 1::bigint, 'nor seen');

select tests.act_as(:'ada');
select is((public.switch_organization(:'personal')).id, :'personal', 'switching answers the organization');
select is(private.active_org(), :'personal', 'and stays');

select tests.act_as_role('anon');
select is(tests.raised_code('select private.active_org()'), '42501', 'visitors have no organization');
select tests.act_as_owner();
update public.profiles set status = 'suspended' where id = :'ada';
select tests.act_as(:'ada', :'team');
select ok(private.active_org() is null and not private.has_role('viewer'), 'a suspended person reaches nothing at once');
select is((select count(*) from public.organizations), 0::bigint, 'not even the list');

select * from finish();
rollback;
