begin;
select plan(15);

select tests.create_user('ada@example.test') as ada \gset
select tests.act_as(:'ada');
select public.create_generation('Will fail.', array['x', 'email'], 'authority', 'en') ->> 'generation_id' as failing \gset

select tests.act_as_role('service_role');
select id as job, lease from public.claim_jobs(array['ai'], 'test') \gset
select is(public.fail_job(:job, :lease, 'INPUT_UNREADABLE', 'cannot read it', false), 'failed', 'a permanent failure');

select tests.act_as(:'ada');
select is(
  (
    select array_agg(concat_ws(' | ', n.type, n.title, n.message, n.metadata ->> 'error_code', n.related_entity_type))
    from public.notifications as n where n.related_entity_id = :'failing'
  ), '{content_failed | The posts could not be made | cannot read it | INPUT_UNREADABLE | generation}', 'who asked is told'
);
select is(public.get_generation(:'failing') #>> '{error,code}', 'INPUT_UNREADABLE', 'the reason can be read');
select is((select count(*) from public.generation_outputs where status = 'failed'), 2::bigint, 'every platform has failed');

select public.create_generation('Half of it.', array['x', 'email'], 'authority', 'nl') ->> 'generation_id' as half \gset
select tests.act_as_role('service_role');
select id as job, lease from public.claim_jobs(array['ai'], 'test') \gset
select public.checkpoint_job(:job, :lease, 'platform:x',
  '{"status": "completed", "output": {"thread": ["1/1 Half."], "tweet_count": 1, "hashtags": []}, "ai_model": "m"}', 0.5
) \g /dev/null
select public.fail_job(:job, :lease, 'AI_REFUSED', 'declined', false) \g /dev/null
select tests.act_as_owner();
select is(
  (select array_agg(n.type || ' | ' || n.title) from public.notifications as n where n.related_entity_id = :'half'),
  '{content_ready | 1 van 2 posts klaar}', 'what was made before the failure is told as ready'
);
select private.fail_generate_posts(j, 'AI_REFUSED', 'declined') from public.jobs as j where j.subject_id in (:'half', :'failing') \g /dev/null
select is(
  (select count(*) from public.notifications as n where n.related_entity_id in (:'half', :'failing')), 2::bigint, 'once'
);
select tests.act_as(:'ada');

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
  (select count(*) from public.notifications as n where n.related_entity_id in (:'waiting', :'running')), 0::bigint,
  'who cancels needs not be told'
);
select is((select count(*) from public.notifications), 2::bigint, 'nobody else is told');
select is(
  (select array[c.reserved, c.used] from public.usage_counters as c where c.metric = 'generations'), array[0, 0]::bigint[], 'nothing is charged'
);

select * from finish();
rollback;
