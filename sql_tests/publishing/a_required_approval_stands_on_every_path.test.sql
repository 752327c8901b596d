begin;
\ir setup.sql
select plan(20);

select tests.act_as(:'ada', :'org');
select public.save_approval_workflow(
  'House style', jsonb_build_array(jsonb_build_object('name', 'Check', 'approvers', jsonb_build_array(:'max'))), p_is_required => true
) ->> 'id' as workflow \gset
select public.save_approval_workflow('Quick look', '[{"name": "Look", "role": "creator"}]') ->> 'id' as quick \gset

select tests.act_as(:'cy', :'org');
select public.schedule_post(array[:'x_account']::uuid[], :'content') as made \gset
select :'made'::jsonb #>> '{posts,0,id}' as post \gset
select is(:'made'::jsonb #>> '{posts,0,obstacle}', 'APPROVAL_REQUIRED', 'the answer says what is in the way');
select is(
  tests.raised_code(format('update public.scheduled_posts set status = %L where id = %L', 'publishing', :'post')), '42501',
  'members write no status'
);
select is(tests.raised_code(format('select public.publish_post(%L)', :'post')), 'CONFLICT', 'nor does the call go around it');

select tests.act_as_role('service_role');
select is((select count(*) from public.claim_due_posts()), 0::bigint, 'nothing is claimed');
select is(tests.raised_code(format('select public.begin_publish_attempt(%L)', :'post')), 'CONFLICT', 'nothing is begun');
select tests.act_as_owner();
select is(
  tests.raised_code(format('update public.scheduled_posts set status = %L where id = %L', 'publishing', :'post')), 'CONFLICT',
  'the owner of the schema cannot either'
);
select is(
  tests.raised_code(format(
    'insert into public.scheduled_posts (organization_id, platform, social_account_id, post_caption, status)
     values (%L, %L, %L, %L, %L)', :'org', 'x', :'x_account', 'x', 'publishing'
  )), 'CONFLICT', 'nobody makes one that is on its way already'
);
select is(
  tests.raised_code(format('update public.scheduled_posts set status = %L, published_at = now() where id = %L', 'published', :'post')),
  'CONFLICT', 'or out'
);
select is(
  tests.raised_code(format(
    'insert into public.publish_attempts (organization_id, scheduled_post_id, attempt_number, lease_expires_at, content_digest, request)
     select organization_id, id, 1, now(), content_digest, %L from public.scheduled_posts where id = %L', '{}', :'post'
  )), 'CONFLICT', 'or writes an attempt by hand'
);

-- An approval of another workflow is none.
select tests.act_as(:'cy', :'org');
select public.request_approval(:'content', p_workflow_id => :'quick') ->> 'id' as quick_request \gset
select tests.act_as(:'rev', :'org');
select is(public.decide_approval(:'quick_request', 'approved') ->> 'status', 'approved', 'a quick look approves');
select tests.act_as_role('service_role');
select is((select count(*) from public.claim_due_posts()), 0::bigint, 'which is not the approval that is required');

select tests.act_as(:'cy', :'org');
select public.request_approval(:'content') as asked \gset
select is(:'asked'::jsonb ->> 'workflow_id', :'workflow', 'without a name the required workflow is meant');
select tests.act_as(:'max', :'org');
select public.decide_approval((:'asked'::jsonb ->> 'id')::uuid, 'approved') \gset ignored_
select tests.act_as_owner();
select is(private.post_obstacle(p), null, 'then nothing is in the way') from public.scheduled_posts as p where p.id = :'post';

-- Another version is not approved.
update public.generated_content set generated_text = 'Bread is burnt.' where id = :'content';
select is(
  (select array[p.content_version::text, private.post_obstacle(p)] from public.scheduled_posts as p where p.id = :'post'),
  array['2', 'APPROVAL_REQUIRED'], 'an edit takes the approval from the post'
);
update public.scheduled_posts set content_version = 1 where id = :'post';
select is(
  tests.raised_code(format('update public.scheduled_posts set status = %L where id = %L', 'publishing', :'post')), 'CONFLICT',
  'calling it the old version does not help'
);
update public.scheduled_posts set content_version = 2 where id = :'post';

-- Words of the post itself are not what was approved.
select tests.act_as(:'cy', :'org');
select public.request_approval(:'content') ->> 'id' as again \gset
select tests.act_as(:'max', :'org');
select public.decide_approval(:'again', 'approved') \gset ignored_
select tests.act_as(:'cy', :'org');
select is(
  public.update_scheduled_post(:'post', '{"post_caption": "Buy now!!"}') ->> 'obstacle', 'APPROVAL_REQUIRED',
  'a caption of its own is not covered by the approval of the content'
);
select public.request_approval(p_scheduled_post_id => :'post') ->> 'id' as of_post \gset
select tests.act_as(:'max', :'org');
select public.decide_approval(:'of_post', 'approved') \gset ignored_
select tests.act_as_owner();
select is(private.post_obstacle(p), null, 'but by one of the post') from public.scheduled_posts as p where p.id = :'post';
select tests.act_as(:'cy', :'org');
select is(
  public.update_scheduled_post(:'post', '{"post_caption": "Buy now!!!"}') ->> 'obstacle', 'APPROVAL_REQUIRED', 'until it changes again'
);
select is(
  public.update_scheduled_post(:'post', '{"post_caption": null}') ->> 'obstacle', null, 'without words of its own the content counts'
);
select tests.act_as_role('service_role');
select is((select array_agg(id) from public.claim_due_posts()), array[:'post'::uuid], 'and it goes out');

select * from finish();
rollback;
