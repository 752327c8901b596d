begin;
select plan(10);

select tests.create_user('ada@example.test') as ada \gset
select tests.act_as(:'ada');
select public.create_generation('Will fail.', array['x', 'email'], 'authority', 'en') ->> 'generation_id' as failing \gset

select tests.act_as_role('service_role');
select id as job, lease from public.claim_jobs(array['ai'], 'test') \gset
select is(public.fail_job(:job, :lease, 'INPUT_UNREADABLE', 'cannot read it', false), 'failed', 'a permanent failure');

select tests.act_as(:'ada');
select is(public.get_generation(:'failing') #>> '{error,code}', 'INPUT_UNREADABLE', 'the reason can be read');
select is((select count(*) from public.generation_outputs where status = 'failed'), 2::bigint, 'every platform has failed');

select public.create_generation('Will be cancelled.', array['x'], 'authority', 'en') ->> 'generation_id' as waiting \gset
select is(public.cancel_generation(:'waiting') ->> 'status', 'cancelled', 'a waiting one is cancelled at once');
select is((select status::text from public.generation_outputs where generation_id = :'waiting'), 'cancelled', 'with its platforms');

select public.create_generation('Will be stopped.', array['x'], 'authority', 'en') ->> 'generation_id' as running \gset
select tests.act_as_role('service_role');
select id as job, lease from public.claim_jobs(array['ai'], 'test') \gset
select tests.act_as(:'ada');
select is(public.cancel_generation(:'running') ->> 'status', 'pending', 'a running one ends when its worker hears of it');
select tests.act_as_role('service_role');
select is(public.heartbeat_job(:job, :lease), 'cancel_requested', 'which is at its next heartbeat');
select is(public.fail_job(:job, :lease, 'CANCELLED', 'stopped'), 'cancelled', 'and then it stops');

select tests.act_as(:'ada');
select is(public.get_generation(:'running') ->> 'status', 'cancelled', 'it is cancelled');
select tests.act_as_owner();
select is(
  (select array[c.reserved, c.used] from public.usage_counters as c where c.metric = 'generations'), array[0, 0]::bigint[], 'nothing is charged'
);

select * from finish();
rollback;
