begin;
select plan(21);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select active_organization_id as other from public.profiles where id = :'bob' \gset
select tests.act_as_role('service_role');

select id as payment from public.record_payment(:'org', 'stripe', 'pi_1', 25, 'eur', 'pending', p_user_id => :'ada',
  p_payer => '{"name": "Ada", "email": "ada@example.test", "country_code": "NL"}') \gset
select is(
  (select id from public.record_payment(:'org', 'stripe', 'pi_1', 25, 'EUR', 'succeeded', p_response => '{"status": "ok"}')),
  :'payment'::uuid, 'the same payment again is the same row'
);
select is((select count(*) from public.payments where provider_payment_id = 'pi_1'), 1::bigint, 'there is one');
select results_eq(
  format('select status::text, currency, payer_name, paid_at is not null, provider_response from public.payments where id = %L', :'payment'),
  $$values ('succeeded', 'EUR', 'Ada', true, '{"status": "ok"}'::jsonb)$$, 'with what both pieces of news said'
);
select lives_ok(format($$select public.record_payment(%L, 'razorpay', 'pi_1', 25, 'INR', 'succeeded')$$, :'org'),
  'another provider may use the same id');

-- Late and out of order.
select is(
  (select status::text from public.record_payment(:'org', 'stripe', 'pi_1', 25, 'EUR', 'failed', p_response => '{"late": 1}')),
  'succeeded', 'a late failure undoes nothing'
);
select is((select provider_response from public.payments where id = :'payment'), '{"status": "ok"}'::jsonb, 'nor its answer');
select is((public.record_payment(:'org', 'stripe', 'pi_2', 9, 'EUR', 'failed', p_failure => '{"code": "declined"}')).failure_code, 'declined',
  'a failure says why');
select is((public.record_payment(:'org', 'stripe', 'pi_2', 9, 'EUR', 'failed')).status::text, 'failed', 'told twice');
select is((select count(*) from public.notifications where type = 'payment_failed' and user_id = :'ada'), 1::bigint,
  'those who pay are told once');
select is((public.record_payment(:'org', 'stripe', 'pi_2', 9, 'EUR', 'succeeded')).failure_code, null, 'a second try may succeed');

-- Refunds.
select is(
  (public.record_payment(:'org', 'stripe', 'pi_1', 25, 'EUR', 'succeeded', p_refund_amount => 10)).status::text, 'partially_refunded',
  'a part goes back'
);
select is(
  (public.record_payment(:'org', 'stripe', 'pi_1', 25, 'EUR', 'refunded', p_refund_amount => 25)).status::text, 'refunded', 'and then all'
);
select is((public.record_payment(:'org', 'stripe', 'pi_1', 25, 'EUR', 'succeeded')).refund_amount, 25::numeric, 'it stays so');
select is(
  tests.raised_code(format($$select public.record_payment(%L, 'stripe', 'pi_3', 25, 'EUR', 'refunded', p_refund_amount => 26)$$, :'org')),
  'VALIDATION_ERROR', 'never more than was paid'
);
select is(
  tests.raised_code(format($$select public.record_payment(%L, 'stripe', 'pi_3', -1, 'EUR', 'succeeded')$$, :'org')),
  'VALIDATION_ERROR', 'nothing negative'
);
select is(
  tests.raised_code(format($$select public.record_payment(%L, 'stripe', 'pi_3', 'nan', 'EUR', 'succeeded')$$, :'org')),
  'VALIDATION_ERROR', 'nor what is no number'
);
select is(
  tests.raised_code(format($$select public.record_payment(%L, 'stripe', 'pi_1', 99, 'EUR', 'succeeded')$$, :'org')),
  'CONFLICT', 'a booked amount does not change'
);
select is(
  tests.raised_code(format($$select public.record_payment(%L, 'stripe', 'pi_1', 25, 'EUR', 'succeeded')$$, :'other')),
  'CONFLICT', 'nor whose it is'
);

-- Who sees it.
select tests.act_as(:'ada');
select is((select count(*) from public.payments), 3::bigint, 'the owner sees what was paid');
select tests.act_as(:'bob');
select is((select count(*) from public.payments), 0::bigint, 'others do not');
select is(tests.raised_code($$select provider_response from public.payments$$), '42501', 'what the provider said stays inside');

select * from finish();
rollback;
