begin;
select plan(25);

select tests.act_as_role('service_role');
select public.receive_webhook_event('stripe', 'evt_1', 'customer.subscription.updated', '{"n": 1}', 'sub_1', now() - interval '3 minutes') as first \gset
select is((:'first'::jsonb ->> 'is_duplicate')::boolean, false, 'an event is taken in');
select is(
  public.receive_webhook_event('stripe', 'evt_1', 'customer.subscription.updated', '{"n": 1}', 'sub_1'),
  jsonb_build_object('id', :'first'::jsonb ->> 'id', 'is_duplicate', true), 'its second delivery changes nothing'
);
select is(
  (public.receive_webhook_event('clerk', 'evt_1', 'user.created', '{}') ->> 'is_duplicate')::boolean, false, 'ids belong to their sender'
);
select is(tests.raised_code($$select public.receive_webhook_event('nobody', 'e', 't', '{}')$$), 'VALIDATION_ERROR', 'a sender must be known');
select is(
  tests.raised_code($$select public.receive_webhook_event('stripe', 'e', 't', to_jsonb(repeat('x', 1100000)))$$), 'VALIDATION_ERROR', 'and brief'
);
select is(tests.raised_code($$select public.receive_webhook_event('stripe', null, 't', '{}')$$), 'VALIDATION_ERROR', 'an event has an id');
select public.receive_webhook_event('stripe', 'evt_3', 'customer.subscription.deleted', '{"n": 3}', 'sub_1', now() - interval '1 minute');
select public.receive_webhook_event('stripe', 'evt_2', 'customer.subscription.updated', '{"n": 2}', 'sub_1', now() - interval '2 minutes');
select public.receive_webhook_event('stripe', 'evt_9', 'invoice.paid', '{"n": 9}', 'sub_9', now());

select results_eq(
  $$select event_id from public.claim_webhook_events('w1', p_sources => '{stripe}') order by occurred_at$$,
  $$values ('evt_1'), ('evt_9')$$, 'one of each subject at a time, the oldest first'
);
select is_empty($$select * from public.claim_webhook_events('w2', p_sources => '{stripe}')$$, 'what follows waits');
select is(
  tests.raised_code(format($$select public.complete_webhook_event(%L, 2)$$, :'first'::jsonb ->> 'id')), 'CONFLICT', 'another attempt has no say'
);
select lives_ok(format($$select public.complete_webhook_event(%L, 1)$$, :'first'::jsonb ->> 'id'), 'the first is done');
select is(
  tests.raised_code(format($$select public.complete_webhook_event(%L, 1)$$, :'first'::jsonb ->> 'id')), 'CONFLICT', 'once'
);
select results_eq(
  $$select event_id, payload from public.claim_webhook_events('w1', p_sources => '{stripe}')$$,
  $$values ('evt_2', '{"n": 2}'::jsonb)$$, 'then the second, though it came last'
);
select id as second from public.webhook_events where event_id = 'evt_2' \gset

-- Failing.
select is(public.fail_webhook_event(:'second', 1, 'UNAVAILABLE', 'try later')::text, 'pending', 'a failure is tried again');
select ok((select next_retry_at > now() from public.webhook_events where id = :'second'), 'later');
select is_empty($$select * from public.claim_webhook_events('w1', p_sources => '{stripe}')$$, 'and its successor still waits');
select tests.act_as_owner();
update public.webhook_events set next_retry_at = now(), attempts = 7 where id = :'second';
select tests.act_as_role('service_role');
select is((select attempts from public.claim_webhook_events('w1', p_sources => '{stripe}')), 8, 'the last try');
select is(public.fail_webhook_event(:'second', 8, 'BROKEN', 'no')::text, 'failed', 'is the last');
select is((select event_id from public.claim_webhook_events('w1', p_sources => '{stripe}')), 'evt_3', 'then the others go on');
select is((select count(*) from public.system_logs where event_type = 'webhook_failed'), 1::bigint, 'and somebody is told');
select lives_ok(format('select public.replay_webhook_event(%L)', :'second'), 'an operator may have it tried again');

-- A worker that is gone.
select tests.act_as_owner();
update public.webhook_events set lease_expires_at = now() where event_id = 'evt_3';
select tests.act_as_role('service_role');
select results_eq(
  $$select event_id, attempts from public.claim_webhook_events('w2', p_sources => '{stripe}')$$,
  $$values ('evt_2', 1)$$, 'what it held waits again, in its order'
);
select is((select status::text from public.webhook_events where event_id = 'evt_3'), 'pending', 'not in work any more');

-- The key outlives the event.
select tests.act_as_owner();
update public.webhook_events set processed_at = now() - interval '31 days'
where source = 'stripe' and event_id = 'evt_1';
select is((select deleted_rows from private.apply_retention('public.webhook_events')), 1::bigint, 'processed events go after 30 days');
select tests.act_as_role('service_role');
select is(
  public.receive_webhook_event('stripe', 'evt_1', 'customer.subscription.updated', '{"n": 1}'), '{"id": null, "is_duplicate": true}'::jsonb,
  'and are still known'
);
select tests.act_as_role('authenticated');
select is(tests.raised_code('select * from public.webhook_events'), '42501', 'clients see nothing of it');

select * from finish();
rollback;
