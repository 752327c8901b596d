begin;
\ir setup.sql
select plan(9);
select tests.create_user() as ada \gset
select tests.create_user() as bob \gset
select tests.create_user() as eve \gset
select m.organization_id as org from public.organization_members as m where m.user_id = :'ada' \gset
insert into public.organization_members (organization_id, user_id, role, status) values (:'org', :'bob', 'viewer', 'active');
select tests.act_as(:'ada');
select text_test.titles() ->> 'generation_id' as generation \gset
select tests.act_as_role('service_role');
select job, lease from text_test.claim() \gset
select public.checkpoint_job(:job, :lease, 'written', text_test.written('Clear audio at home')) \g /dev/null
select public.complete_job(:job, :lease, '{"count": 1}') \g /dev/null

select tests.act_as(:'bob', :'org');
select is(public.get_titles(:'generation') #>> '{titles,0,text}', 'Clear audio at home', 'a viewer reads');
select is(tests.raised_code('select text_test.titles()'), 'FORBIDDEN', 'but asks for nothing');
select is(
  tests.raised_code(format('select public.cancel_text_generation(%L)', :'generation')), 'FORBIDDEN', 'nor stops anything'
);
select tests.act_as(:'eve');
select is(tests.raised_code(format('select public.get_titles(%L)', :'generation')), 'NOT_FOUND', 'a stranger finds nothing');
select is(
  tests.raised_code(format('select public.cancel_text_generation(%L)', :'generation')), 'NOT_FOUND', 'nor can stop it'
);
select is((select count(*) from public.text_generations), 0::bigint, 'no request');
select is((select count(*) from public.text_generation_outputs), 0::bigint, 'and no output');
select is(
  tests.raised_code(format($$update public.text_generations set status = 'failed' where id = %L$$, :'generation')), '42501',
  'and nobody changes one by hand'
);
select tests.act_as_role('anon');
select is(tests.raised_code('select public.generate_titles()'), '42501', 'without signing in there is nothing');
select * from finish();
rollback;
