begin;
select plan(15);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select tests.act_as(:'ada');
select public.create_generation('Old.', array['x', 'email'], 'authority', 'en') ->> 'generation_id' as old \gset
select public.create_generation('Running.', array['x']) ->> 'generation_id' as running \gset
select public.create_generation('Young.', array['x']) ->> 'generation_id' as young \gset

select tests.act_as_role('service_role');
select id as job, lease from public.claim_jobs(array['ai'], 'test', 1) \gset
select public.checkpoint_job(
  :job, :lease, 'platform:x', '{"status": "completed", "output": {"thread": ["a"], "hashtags": []}, "ai_model": "m"}'
) \gset ignored_
select public.checkpoint_job(:job, :lease, 'platform:email', '{"status": "failed", "code": "REJECTED", "message": "no"}') \gset ignored_
select public.complete_job(:job, :lease, '{"ai_provider": "local", "ai_model": "m", "generation_time_ms": 12}') \gset ignored_

select tests.act_as(:'ada');
select public.get_generation(:'old') as before \gset
select is(:'before'::jsonb ->> 'status', 'partial', 'a generation with an output and a failure');

select tests.act_as_owner();
select is(private.archive_generations(), 0, 'what is young stays');
update public.generations set created_at = created_at - interval '91 days' where id in (:'old', :'running');
select is(private.archive_generations(), 1, 'what is old and ended goes');
select is(
  (select array_agg(g.id order by g.id) from public.generations as g),
  (select array_agg(i order by i) from unnest(array[:'running', :'young']::uuid[]) as i), 'what still runs stays'
);
select is(
  (select count(*) from public.generation_outputs as o where o.generation_id = :'old'), 0::bigint,
  'its outputs go with it'
);
select is(
  (select count(*) from public.generated_content as c where c.organization_id = :'org' and c.generation_id is null),
  1::bigint, 'the content it made does not'
);
select is(
  (select a.generation ? 'user_id' from public.generations_archive as a), false, 'the person is named where a deletion finds it'
);

select tests.act_as(:'ada');
select is(
  public.get_generation(:'old') - 'created_at', :'before'::jsonb - 'created_at', 'it reads as before'
);
select is(
  tests.raised_code(format('select public.cancel_generation(%L)', :'old')), 'NOT_FOUND', 'there is nothing to stop'
);
select is((select count(*) from public.generations_archive), 1::bigint, 'members list the archive');
select is(tests.raised_code('delete from public.generations_archive'), '42501', 'and do not empty it');

select tests.act_as(:'bob');
select is((select count(*) from public.generations_archive), 0::bigint, 'others see nothing of it');
select is(tests.raised_code(format('select public.get_generation(%L)', :'old')), 'NOT_FOUND', 'not by its id either');

select tests.act_as_owner();
select is(private.archive_generations(), 0, 'once is enough');
select is((select count(*) from cron.job as j where j.jobname = 'archive-generations' and j.active), 1::bigint, 'cron does it');

select * from finish();
rollback;
