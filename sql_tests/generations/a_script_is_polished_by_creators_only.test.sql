begin;
select plan(10);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('vic@example.test') as vic \gset
select tests.create_user('bob@example.test') as bob \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select private.change_plan(:'org', 'agency') \gset ignored_
insert into public.organization_members (organization_id, user_id, role) values (:'org', :'vic', 'viewer');

select is(
  tests.raised_code(format($$insert into public.generated_scripts (organization_id, status) values (%L, 'completed')$$, :'org')),
  '23514', 'nothing is complete without a text'
);
insert into public.generated_scripts (organization_id, user_id, original_script, research_perspectives)
values (:'org', :'ada', 'They said.', '[{"title": "Others", "summary": "Say otherwise."}]') returning id as script \gset
update public.generated_scripts set status = 'completed', rewritten_script = 'We say.', generated_at = now();
select is(
  (
    select array_agg(m.payload ->> 'status') from realtime.messages as m where m.topic = format('org:%s:scripts', :'org')
  ), array['completed'], 'members hear that it is ready'
);

select tests.act_as(:'ada');
update public.generated_scripts set rewritten_script = 'We say more.';
select is((select s.rewritten_script from public.generated_scripts as s), 'We say more.', 'creators polish it');
select is(tests.raised_code($$update public.generated_scripts set status = 'pending'$$), '42501', 'and write no state');
select is(tests.raised_code($$update public.generated_scripts set generation_cost_credits = 0$$), '42501', 'nor cost');
select is(
  tests.raised_code($$update public.generated_scripts set rewritten_script = repeat('x', 200001)$$), '23514', 'nor without end'
);

select tests.act_as(:'vic', :'org');
update public.generated_scripts set rewritten_script = 'Mine.';
select is((select s.rewritten_script from public.generated_scripts as s), 'We say more.', 'a viewer changes nothing');
delete from public.generated_scripts;
select is((select count(*) from public.generated_scripts), 1::bigint, 'and deletes nothing');

select tests.act_as(:'bob');
select is((select count(*) from public.generated_scripts), 0::bigint, 'others see none');

select tests.act_as(:'ada');
delete from public.generated_scripts;
select is((select count(*) from public.generated_scripts), 0::bigint, 'creators delete it');

select * from finish();
rollback;
