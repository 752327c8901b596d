begin;
select plan(33);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select active_organization_id as other from public.profiles where id = :'bob' \gset

-- Endpoints.
select tests.act_as(:'ada');
select public.create_webhook_endpoint('https://hooks.example.com/a', '{generation.completed,post.published}') as made \gset
select matches(:'made'::jsonb ->> 'secret', '^whsec_[A-Za-z0-9+/]{43}=$', 'the secret is shown');
select (:'made'::jsonb ->> 'id') as endpoint \gset
select public.create_webhook_endpoint('https://hooks.example.com/b', '{generation.failed}') as second \gset
select is(tests.raised_code(format('select public.create_webhook_endpoint(%L, %L)', url, '{post.published}')), 'VALIDATION_ERROR', 'refused: ' || url)
from (values ('http://hooks.example.com'), ('https://127.0.0.1/x'), ('https://[::1]/x'), ('https://localhost/x'),
  ('https://user:pass@example.com/'), ('https://2130706433/'), ('https://metadata.google.internal/'), ('https://a@b.example.com/')) as v (url);
select is(
  tests.raised_code($$select public.create_webhook_endpoint('https://hooks.example.com', '{no.such}')$$), 'VALIDATION_ERROR', 'types must exist'
);
select is(tests.raised_code($$select vault_secret_name from public.webhook_endpoints$$), '42501', 'where secrets lie is not shown');
select is(tests.raised_code($$insert into public.webhook_endpoints (url) values ('x')$$), '42501', 'nothing is written directly');
select tests.act_as(:'bob');
select is(tests.raised_code(format('select public.delete_webhook_endpoint(%L)', :'endpoint')), 'NOT_FOUND', 'others do not reach it');
select is(tests.raised_code(format('select public.replay_webhook_delivery(%L)', gen_random_uuid())), 'NOT_FOUND', 'nor what is not');

-- Emitting.
select tests.act_as_owner();
select is(private.emit_event(:'org', 'post.published', '{"post": 1}'), 1, 'an event reaches the endpoint that wants it');
select is(private.emit_event(:'org', 'post.failed'), 0, 'one that nobody wants reaches nobody');
select is(private.emit_event(:'other', 'post.published'), 0, 'nor another organization');
select ok(
  (select payload ->> 'id' = event_id::text and payload -> 'data' = '{"post": 1}' and payload ->> 'type' = 'post.published'
    from public.webhook_deliveries),
  'the body says what and when'
);

-- Delivering.
select tests.act_as_role('service_role');
select id as delivery, attempt from public.claim_webhook_deliveries('w1') \gset
select is_empty($$select * from public.claim_webhook_deliveries('w2')$$, 'one worker has it');
select is(
  public.get_webhook_secrets(:'endpoint'), array[:'made'::jsonb ->> 'secret'], 'it can sign'
);
select is(
  public.settle_webhook_delivery(:'delivery', 1, 503, repeat('x', 5000))::text, 'pending', 'an error is tried again'
);
select results_eq(
  format(
    $$select char_length(response_body), response_code, next_attempt_at - now() between interval '4 seconds' and interval '6 seconds'
      from public.webhook_deliveries where id = %L$$,
    :'delivery'
  ),
  $$values (2000, 503, true)$$, 'what it answered is kept, cut; who named no time is asked again after the first delay'
);
select is(tests.raised_code(format('select public.settle_webhook_delivery(%L, 1, 200)', :'delivery')), 'CONFLICT', 'a late word is no word');
select tests.act_as_owner();
update public.webhook_deliveries set next_attempt_at = now() where id = :'delivery';
select tests.act_as_role('service_role');
select is((select attempt from public.claim_webhook_deliveries('w1')), 2, 'the second try');
select is(public.settle_webhook_delivery(:'delivery', 2, 204)::text, 'succeeded', 'succeeds');
select is((select failure_count from public.webhook_endpoints where id = :'endpoint'), 0, 'and earlier failures are forgotten');

-- Again, rotation, silence.
select tests.act_as(:'ada');
select lives_ok(format('select public.replay_webhook_delivery(%L)', :'delivery'), 'an admin has it sent again');
select public.rotate_webhook_secret(:'endpoint') ->> 'secret' as rotated \gset
select tests.act_as_role('service_role');
select is(
  public.get_webhook_secrets(:'endpoint'), array[:'rotated', :'made'::jsonb ->> 'secret'], 'for a day both secrets sign'
);
select tests.act_as_owner();
update public.webhook_endpoints set failure_count = 19, first_failure_at = now() - interval '6 days' where id = :'endpoint';
select private.emit_event(:'org', 'post.published');
select tests.act_as_role('service_role');
select id as again from public.claim_webhook_deliveries('w1', 1) \gset
select is(public.settle_webhook_delivery(:'again', 1, p_error_message => 'no answer')::text, 'cancelled', 'one that has been silent for days is switched off');
select is((select count(*) from public.webhook_deliveries where status = 'pending'), 0::bigint, 'nothing waits for it any more');
select tests.act_as_owner();
select is(private.emit_event(:'org', 'post.published'), 0, 'nor will');
select is((select count(*) from public.notifications where user_id = :'ada' and title like 'A webhook%'), 1::bigint, 'the admins are told');
select tests.act_as(:'ada');
select public.delete_webhook_endpoint(:'endpoint');
select tests.act_as_owner();
select is(
  (select count(*) from vault.secrets where name like 'webhook_endpoint:%'), 1::bigint, 'a deleted endpoint leaves no secret'
);

select * from finish();
rollback;
