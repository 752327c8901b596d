begin;
\ir setup.sql
select plan(31);

select tests.act_as(:'cy', :'org');
select public.schedule_post(array[:'x_account', :'linkedin_account']::uuid[], :'content') as made \gset
select :'made'::jsonb #>> '{posts,0,id}' as post \gset
select is(jsonb_array_length(:'made'::jsonb -> 'posts'), 2, 'one post for each account');
select is(
  tests.raised_code(format('select public.begin_publish_attempt(%L)', :'post')), '42501', 'members begin nothing'
);
select is(tests.raised_code('select public.claim_due_posts()'), '42501', 'and claim nothing');

select tests.act_as_role('service_role');
select is(tests.raised_code(format('select public.begin_publish_attempt(%L)', :'post')), 'CONFLICT', 'a post is claimed first');
select is((select count(*) from public.claim_due_posts()), 2::bigint, 'both are due');
select is((select count(*) from public.claim_due_posts()), 0::bigint, 'and taken once');
select public.begin_publish_attempt(:'post', 7, 'worker-1') as attempt \gset
select :'attempt'::jsonb ->> 'attempt_id' as attempt_id \gset
select is(:'attempt'::jsonb #>> '{request,caption}', 'Bread is baked.', 'what is sent is frozen');
select is(
  tests.raised_code(format('select public.begin_publish_attempt(%L)', :'post')), 'CONFLICT', 'no second attempt beside a running one'
);
select tests.act_as_owner();
select is(
  tests.raised_code(format(
    'insert into public.publish_attempts (organization_id, scheduled_post_id, attempt_number, lease_expires_at, content_digest, request)
     select organization_id, id, 2, now(), content_digest, %L from public.scheduled_posts where id = %L', '{}', :'post'
  )), '23505', 'not even by hand'
);
select is(
  tests.raised_code(format('update public.scheduled_posts set status = %L where id = %L', 'scheduled', :'post')), 'CONFLICT',
  'and no planning anew meanwhile'
);
select is(
  tests.raised_code(format('update public.scheduled_posts set status = %L, published_at = now() where id = %L', 'published', :'post')),
  'CONFLICT', 'nor saying that it is out'
);
update public.generated_content set generated_text = 'Changed while it is sent.' where id = :'content';
select is((select p.content_version from public.scheduled_posts as p where p.id = :'post'), 1, 'what is sent keeps its version');

select tests.act_as_role('service_role');
select is(
  public.checkpoint_publish_attempt(:'attempt_id', 1, '{"session": "s1"}', 40), true, 'progress and checkpoint are kept'
);
select is(public.checkpoint_publish_attempt(:'attempt_id', 2, '{"session": "s2"}'), false, 'for the lease that was given');
select is((select p.upload_progress_percentage from public.scheduled_posts as p where p.id = :'post'), 40::smallint, 'people see it');

-- The worker dies in the middle.
select tests.act_as_owner();
update public.publish_attempts set lease_expires_at = now() - interval '1 second' where id = :'attempt_id';
select is(private.rescue_publishing(), 1, 'a lapsed lease is found');
select is(
  (select array[p.status::text, a.outcome::text] from public.scheduled_posts as p
    join public.publish_attempts as a on a.scheduled_post_id = p.id
    where p.id = :'post'),
  array['unconfirmed', 'unknown'], 'nobody knows whether it is out'
);
select tests.act_as_role('service_role');
select is(tests.raised_code(format('select public.begin_publish_attempt(%L)', :'post')), 'CONFLICT', 'so it is not sent again');
select is((select count(*) from public.claim_due_posts() as c where c.id = :'post'), 0::bigint, 'nor claimed');
select tests.act_as(:'cy', :'org');
select is(
  tests.raised_code(format('select public.reschedule_post(%L, now() + interval %L)', :'post', '1 hour')), 'CONFLICT', 'nor moved'
);

-- It is asked about.
select tests.act_as_role('service_role');
select is(
  (select array_agg(u.checkpoint ->> 'session') from public.claim_unknown_attempts() as u), array['s1'],
  'who asks the platform has the checkpoint'
);
select is((select count(*) from public.claim_unknown_attempts()), 0::bigint, 'one asks at a time');
select is(public.settle_publish_attempt(:'attempt_id', 1, 'failed', p_error_code => 'LATE'), 'lost', 'the first worker is out of it');
select is(public.settle_publish_attempt(:'attempt_id', 2, 'unknown'), 'settled', 'it may stay unknown');
select is(
  public.settle_publish_attempt(:'attempt_id', 2, 'succeeded', 'x-1', 'https://x.com/a/1'), 'settled', 'or turn out to have arrived'
);
select is(public.settle_publish_attempt(:'attempt_id', 2, 'succeeded', 'x-1'), 'settled', 'said twice, it is so once');
select is(public.settle_publish_attempt(:'attempt_id', 2, 'failed'), 'lost', 'and is not taken back');
select is(
  (select array[p.status::text, p.platform_post_id, p.retry_count::text] from public.scheduled_posts as p
    where p.id = :'post'),
  array['published', 'x-1', '0'], 'the post is out'
);
select is(tests.raised_code(format('select public.begin_publish_attempt(%L)', :'post')), 'CONFLICT', 'and never sent again');
select tests.act_as_owner();
select is(
  tests.raised_code(format('update public.publish_attempts set outcome = %L where id = %L', 'failed', :'attempt_id')), 'CONFLICT',
  'a settled attempt is not rewritten'
);
select is(
  (select array_agg(n.type) from public.notifications as n where n.user_id = :'cy'), array['publish_succeeded'], 'its author is told once'
);

select * from finish();
rollback;
