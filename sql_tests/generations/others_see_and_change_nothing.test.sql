begin;
select plan(13);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select public.create_generation('Of Ada.', array['x'], 'authority', 'en') ->> 'generation_id' as generation \gset
select tests.act_as_role('service_role');
select id as job, lease from public.claim_jobs(array['ai'], 'test') \gset
select public.checkpoint_job(
  :job, :lease, 'platform:x', '{"status": "completed", "output": {"thread": ["a"], "hashtags": []}, "ai_model": "m"}'
) \gset

select tests.act_as(:'bob');
select is((select count(*) from public.generations), 0::bigint, 'no generation');
select is((select count(*) from public.generation_outputs), 0::bigint, 'no output');
select is((select count(*) from public.generated_content), 0::bigint, 'no content');
select is(tests.raised_code(format('select public.get_generation(%L)', :'generation')), 'NOT_FOUND', 'not by its id');
select is(tests.raised_code(format('select public.cancel_generation(%L)', :'generation')), 'NOT_FOUND', 'nor can it be stopped');
select is(
  tests.raised_code(format('select public.checkpoint_job(%s, %s, %L, %L)', :job, :lease, 'input', '{}')), '42501', 'nor written to'
);

select tests.act_as_role('anon');
select is(tests.raised_code($$select public.create_generation('Text', array['x'])$$), '42501', 'a visitor makes none');
select is(tests.raised_code('select from public.generations'), '42501', 'and reads none');
select cmp_ok((select count(*) from public.platforms), '>=', 8::bigint, 'but sees the platforms');

select tests.act_as(:'ada');
select is(tests.raised_code($$update public.generations set status = 'completed'$$), '42501', 'its owner cannot write its state');
select is(tests.raised_code($$update public.generated_content set status = 'approved'$$), '42501', 'nor approve content by hand');
select lives_ok($$update public.generated_content set user_rating = 5$$, 'but may rate it');
select is(tests.raised_code($$update public.generated_content set user_rating = 6$$), '23514', 'from 1 to 5');

select * from finish();
rollback;
