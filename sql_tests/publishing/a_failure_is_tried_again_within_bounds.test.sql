begin;
\ir setup.sql
select plan(15);

select tests.act_as(:'cy', :'org');
select public.schedule_post(
  array[:'x_account']::uuid[], :'content', p_options => '{"max_retries": 1}'
) #>> '{posts,0,id}' as post \gset
select tests.act_as_role('service_role');
select public.claim_due_posts() \gset ignored_
select public.begin_publish_attempt(:'post') ->> 'attempt_id' as first \gset
select is(
  public.settle_publish_attempt(:'first', 1, 'failed', p_error_code => 'RATE_LIMITED', p_retry_at => now() + interval '10 minutes'),
  'settled', 'a failure is settled'
);
select is(
  (select array[p.status::text, p.retry_count::text, (p.due_at = now() + interval '10 minutes')::text,
    (p.scheduled_for = now())::text]
    from public.scheduled_posts as p where p.id = :'post'),
  array['scheduled', '1', 'true', 'true'], 'and tried again later; the time it was for stays'
);
select is((select count(*) from public.claim_due_posts()), 0::bigint, 'not before');
select tests.act_as_owner();
update public.scheduled_posts set due_at = now() where id = :'post';
select tests.act_as_role('service_role');
select public.claim_due_posts() \gset ignored_
select public.begin_publish_attempt(:'post') as second \gset
select is(:'second'::jsonb ->> 'attempt_number', '2', 'the second attempt');
select is(
  public.settle_publish_attempt(
    (:'second'::jsonb ->> 'attempt_id')::uuid, 1, 'failed', p_error_code => 'RATE_LIMITED', p_error_message => 'Too often.',
    p_retry_at => now() + interval '10 minutes'
  ), 'settled', 'fails as well'
);
select is(
  (select array[p.status::text, p.retry_count::text, p.error_code] from public.scheduled_posts as p where p.id = :'post'),
  array['failed', '1', 'RATE_LIMITED'], 'after the last retry it has failed'
);
select tests.act_as_owner();
select is(
  (select array_agg(n.message) from public.notifications as n where n.user_id = :'cy' and n.type = 'publish_failed'),
  array['Too often.'], 'its author is told once, and why'
);

-- Too late is for a person to decide.
select tests.act_as(:'cy', :'org');
select is(
  public.reschedule_post(:'post', now() + interval '1 hour') ->> 'status', 'scheduled', 'a failed post can be planned again'
);
select tests.act_as_owner();
set local session_replication_role = 'origin';
alter table public.scheduled_posts disable trigger guard;
alter table public.scheduled_posts drop constraint scheduled_posts_are_not_for_the_past;
update public.scheduled_posts set scheduled_for = now() - interval '61 minutes', due_at = now() - interval '61 minutes' where id = :'post';
alter table public.scheduled_posts enable trigger guard;
select tests.act_as_role('service_role');
select is((select count(*) from public.claim_due_posts()), 0::bigint, 'an hour late it does not go out unasked');
select is((select p.status::text from public.scheduled_posts as p where p.id = :'post'), 'missed', 'it is missed');
select tests.act_as(:'cy', :'org');
select is(public.publish_post(:'post') ->> 'status', 'scheduled', 'until somebody says so');
select tests.act_as_role('service_role');
select is((select count(*) from public.claim_due_posts()), 1::bigint, 'then it goes');

-- Claimed, and the claimer is gone before it began.
select tests.act_as_owner();
update public.scheduled_posts set claimed_at = now() - interval '16 minutes' where id = :'post';
select is(private.rescue_publishing(), 0, 'no attempt is lost');
select is((select p.status::text from public.scheduled_posts as p where p.id = :'post'), 'scheduled', 'it is planned again');

-- An account that must be connected again keeps its posts waiting.
update public.platform_connections set status = 'needs_reauth' where id = :'x_connection';
select tests.act_as_role('service_role');
select is((select count(*) from public.claim_due_posts()), 0::bigint, 'nothing goes out through a connection that lapsed');

select * from finish();
rollback;
