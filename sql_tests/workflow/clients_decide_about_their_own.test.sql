begin;
\ir ../publishing/setup.sql
select plan(11);

select tests.act_as(:'ada', :'org');
select public.save_approval_workflow(
  'Bakery', jsonb_build_array(jsonb_build_object('name', 'Client', 'approvers', jsonb_build_array(:'cleo'))),
  p_client_account_id => :'bakery', p_is_required => true, p_auto_publish => true
) ->> 'id' as workflow \gset
select public.save_approval_workflow('House', '[{"name": "Look", "role": "manager"}]', p_is_required => true) \gset ignored_

select tests.act_as(:'cy', :'org');
select public.schedule_post(array[:'x_account']::uuid[], :'bakery_content', p_options => '{"auto_publish": false}') #>> '{posts,0,id}' as post \gset
select is((select p.client_account_id from public.scheduled_posts as p), :'bakery'::uuid, 'a post is for the client of its content');
select is(
  tests.raised_code(format('select public.schedule_post(array[%L]::uuid[], %L)', :'garage_account', :'bakery_content')), 'VALIDATION_ERROR',
  'and does not go out through the account of another client'
);
select public.request_approval(:'bakery_content') as asked \gset
select is(:'asked'::jsonb ->> 'workflow_id', :'workflow', 'the client''s own workflow comes before that of the house');

select tests.act_as(:'max', :'org');
select is(
  tests.raised_code(format('select public.decide_approval(%L, %L)', :'asked'::jsonb ->> 'id', 'approved')), 'FORBIDDEN', 'managers do not decide for the client'
);
select tests.act_as(:'cleo', :'org');
select is((select count(*) from public.approval_requests), 1::bigint, 'the client sees its request');
select is((select count(*) from public.scheduled_posts), 1::bigint, 'and its post');
select is((select count(*) from public.approval_stages), 0::bigint, 'but not who else approves what');
select is(public.decide_approval((:'asked'::jsonb ->> 'id')::uuid, 'approved') ->> 'status', 'approved', 'and decides');
select tests.act_as_owner();
select is((select p.auto_publish from public.scheduled_posts as p), true, 'with which the post goes out by itself');
select is((select count(*) from public.claim_due_posts()), 1::bigint, 'at its time');
select is(
  (select count(*) from realtime.messages as m where m.topic = format('org:%s:client:%s:publishing', :'org', :'bakery') and m.event = 'post'),
  3::bigint, 'which the client follows on a topic of its own'
);

select * from finish();
rollback;
