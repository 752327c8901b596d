begin;
select plan(18);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
insert into public.organization_members (organization_id, user_id, role) values (:'org', :'bob', 'creator');
select tests.act_as_role('service_role');

select is(
  public.record_api_usage(jsonb_build_array(
    jsonb_build_object('organization_id', :'org', 'user_id', :'ada', 'api_provider', 'youtube', 'endpoint', '/videos', 'method', 'GET',
      'status_code', 200, 'response_time_ms', 100, 'quota_cost', 5, 'financial_cost_usd', 0.25, 'ip_address', '203.0.113.9'),
    jsonb_build_object('organization_id', :'org', 'user_id', :'ada', 'api_provider', 'youtube', 'status_code', 500, 'response_time_ms', 300,
      'quota_cost', 1),
    jsonb_build_object('organization_id', :'org', 'user_id', :'bob', 'api_provider', 'youtube', 'quota_cost', 2)
  )), 3, 'calls are recorded'
);
select is(tests.raised_code($$select public.record_api_usage('[{"api_provider": "x"}]')$$), 'VALIDATION_ERROR', 'each has an organization');
select is(tests.raised_code($$select public.record_api_usage('[7]')$$), 'VALIDATION_ERROR', 'and is an object');

select tests.act_as(:'ada');
select results_eq(
  $$select request_count, total_quota_cost, total_financial_cost, avg_response_time, error_count
    from public.monthly_api_usage where user_id = auth.uid()$$,
  $$values (2::bigint, 6::bigint, 0.250000, 200.00, 1::bigint)$$, 'the month is summed up at once'
);
select is((select count(*) from public.monthly_api_usage), 2::bigint, 'the owner sees everybody''s');
select is((select count(*) from public.api_usage), 3::bigint, 'and each call');
select is(tests.raised_code('select ip_address from public.api_usage'), '42501', 'but not from where');
select tests.act_as(:'bob', :'org');
select results_eq('select request_count from public.monthly_api_usage', $$values (1::bigint)$$, 'a member sees their own');
select is((select count(*) from public.api_usage), 1::bigint, 'calls too');
select tests.act_as(:'bob');
select is((select count(*) from public.monthly_api_usage), 0::bigint, 'and nothing of it elsewhere');

-- Generations leave entries; they are no calls.
select tests.act_as_owner();
insert into public.generations (
  organization_id, user_id, input_content, input_content_hash, request_hash, selected_platforms, selected_tone, language
)
values (:'org', :'ada', 'x', repeat('a', 64), repeat('b', 64), '{x,email}', 'authority', 'en');
update public.generations
set status = 'completed', completed_at = now(), total_tokens_used = 50, ai_provider = 'gemini', estimated_cost_usd = 0.5,
  unknown_cost_count = 2;
update public.generations set core_message = 'later';
select results_eq(
  $$select event_type, platform_count, tokens_used, estimated_cost_usd, unknown_cost_count from public.api_usage
    where generation_id is not null order by id$$,
  $$values ('generation_started', 2, 0, 0.000000, 0), ('generation_completed', 2, 50, 0.500000, 2)$$, 'a start and an end'
);
select is(
  (select sum(total_unknown_cost_count) from public.api_usage_monthly), 2::numeric, 'with the calls whose cost is not in the sum'
);
select is((select sum(request_count) from public.monthly_api_usage), 3::numeric, 'which are not counted as calls');
select is((select sum(total_financial_cost) from public.monthly_api_usage), 0.25, 'nor as their cost');

-- Both go: the entries by age, the person by deletion.
delete from auth.users where id = :'bob';
select results_eq(
  $$select user_id is null, request_count from public.monthly_api_usage order by 1$$,
  $$values (false, 2::bigint), (true, 1::bigint)$$,
  'a deleted person''s total stays, without them'
);
select is((select count(*) from public.api_usage where user_id = :'bob'), 0::bigint, 'their calls do not name them');
insert into public.api_usage (organization_id, api_provider, created_at) values (:'org', 'gemini', now() - interval '200 days');
select private.maintain_partitions();
select is((select dropped_partitions from private.apply_retention('public.api\_usage')), 1, 'entries go after 90 days');
select is((select sum(request_count) from public.monthly_api_usage), 4::numeric, 'and totals stay');

select * from finish();
rollback;
