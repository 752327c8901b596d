begin;
select plan(15);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as personal \gset
select id as team from public.create_organization('Team') \gset

select is(private.active_org(), :'team', 'creating an organization switches to it');
select tests.act_as(:'ada', :'personal');
select is(private.active_org(), :'personal', 'the header wins when the caller is a member');
select set_config('request.headers', '{"x-organization-id": "nonsense"}', true);
select is(tests.raised_code('select private.active_org()'), '22P02', 'a malformed header is refused');
select set_config('request.headers', '', true);
select is(private.active_org(), :'team', 'headers may be an empty string');
select set_config('request.headers', null, true);
select is(private.active_org(), :'team', 'or never set');

select tests.act_as(:'bob', :'team');
select is(private.active_org(), null, 'naming somebody else''s organization acts nowhere: neither there nor in one''s own');
select is(tests.raised_code($$select public.search_content('bread')$$), 'FORBIDDEN', 'which is said');
select is((select count(*) from public.brand_profiles), 0::bigint, 'and lists are empty');
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
