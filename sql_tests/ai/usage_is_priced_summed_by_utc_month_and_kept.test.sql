-- Deleting content may neither lose billing records nor be blocked by them.
begin;
select plan(30);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.create_user('cleo@example.test') as cleo \gset
select tests.act_as(:'ada');
select private.active_org() as organization \gset
select gen_random_uuid() as stranger, gen_random_uuid() as call \gset

select tests.act_as_owner();
select is(private.ai_cost('anthropic', 'claude-opus-5-5', 1000000, 500000), 14.000000, 'prices are per million tokens');
select is(private.ai_cost('anthropic', 'claude-opus-5-5', 1000000, 0, 1000000), 0.200000, 'cached input is cheaper');
select is(private.ai_cost('google', 'gemini-3.8-flash', 1000, 0), 0.000750, 'a call that reads nothing from a cache needs no price of it');
select is(private.ai_cost('google', 'gemini-3.8-flash', 1000, 0, 1000), null::numeric, 'one that does costs what nobody knows');
select is(private.ai_cost('anthropic', 'claude-haiku-5-5', 100000, 1000), 0.010500, 'a prompt is long');
select is(
  private.ai_cost('anthropic', 'claude-haiku-5-5', 100001, 1000, 1), 0.052500, 'beyond a length at which every token of the call costs more'
);
update public.ai_models set prices_end_on = (now() at time zone 'UTC')::date where name = 'gemini-3.8-flash';
select is(private.ai_cost('google', 'gemini-3.8-flash', 1000, 0), 0.000750, 'an announced price holds through its last day');
update public.ai_models set prices_end_on = (now() at time zone 'UTC')::date - 1 where name = 'gemini-3.8-flash';
select is(private.ai_cost('google', 'gemini-3.8-flash', 1000, 0), null::numeric, 'and nobody knows the next one');
select is(private.ai_cost('openai', 'whisper-1', 0, 0, 0, 90), 0.009000, 'speech is paid by the minute');
select is(private.ai_cost('local', 'local-extractive', 5000, 5000), 0.000000, 'the local model is free');
select is(private.ai_cost('openai', 'gpt-4', 10, 10), null::numeric, 'an unknown price is not zero');
select is(private.ai_cost('openai', 'no-such-model', 10, 10), null::numeric, 'nor is that of an unknown model');

select tests.act_as_role('catalyst_worker');
select is(public.record_ai_usage(jsonb_build_array(
  jsonb_build_object('organization_id', :'organization', 'user_id', :'ada', 'ai_provider', 'openai', 'ai_model', 'gpt-6-sol', 'feature',
    'title_generation', 'prompt_tokens', 1000, 'completion_tokens', 100, 'processing_time_ms', 800),
  jsonb_build_object('organization_id', :'organization', 'user_id', :'ada', 'ai_provider', 'openai', 'ai_model', 'gpt-6-sol', 'feature',
    'title_generation', 'prompt_tokens', 1000, 'status', 'failed', 'cost_usd', 0.5, 'is_own_key', true),
  jsonb_build_object('organization_id', :'organization', 'ai_provider', 'openai', 'ai_model', 'brand-new', 'feature', 'title_generation',
    'prompt_tokens', 7)
)), 3, 'workers record calls');
select is(
  tests.raised_code($$select public.record_ai_usage('[{"ai_provider": "a"}]')$$), 'VALIDATION_ERROR', 'whole ones'
);
select is(
  tests.raised_code(format(
    $$select public.record_ai_usage('[{"organization_id": "%s", "ai_provider": "a", "ai_model": "b", "feature": "c", "prompt_tokens": -1}]')$$,
    :'organization'
  )), 'VALIDATION_ERROR', 'with counts that count up'
);
select is(
  tests.raised_code($$select public.record_ai_usage('[{"organization_id": "x", "ai_provider": "a", "ai_model": "b", "feature": "c"}]')$$),
  'VALIDATION_ERROR', 'and ids that are ids'
);

select is(public.record_ai_usage(format(
  '[{"organization_id": "%1$s", "ai_provider": "openai", "ai_model": "gpt-6-luna", "feature": "f", "call_id": "%2$s"},
    {"organization_id": "%1$s", "ai_provider": "openai", "ai_model": "gpt-6-luna", "feature": "f", "call_id": "%2$s"}]',
  :'stranger', :'call'
)::jsonb), 1, 'a call counts once');
select is(public.record_ai_usage(format(
  '[{"organization_id": "%s", "ai_provider": "openai", "ai_model": "gpt-6-luna", "feature": "f", "call_id": "%s"}]', :'stranger', :'call'
)::jsonb), 0, 'also when it is told again');
select tests.act_as_owner();
select is(
  (select cost_usd from private.record_job_ai_usage(
    jsonb_populate_record(null::public.jobs, jsonb_build_object('id', 7, 'organization_id', :'stranger', 'created_by', :'bob')),
    '[{"ai_provider": "openai", "ai_model": "gpt-6-luna", "feature": "step", "completion_tokens": 1000000,
        "organization_id": "other"},
      {"ai_provider": "openai", "ai_model": "brand-new", "feature": "step", "completion_tokens": 1}]',
    jsonb_build_object('generation_id', :'call')
  ) as r), 0.5, 'a step says what its calls cost, as far as it is known'
);
select results_eq(
  format(
    $$select user_id, job_id, generation_id from public.ai_usage where feature = 'step' and organization_id = %L$$,
    :'stranger'
  ),
  format($$select %L::uuid, 7::bigint, %L::uuid from generate_series(1, 2)$$, :'bob', :'call'),
  'for the organization and the person of its job, whatever the worker wrote'
);

select tests.act_as(:'ada');
select results_eq(
  'select ai_model, call_count, failed_count, total_tokens, cost_usd, own_key_cost_usd, unpriced_count from public.get_ai_usage()',
  $$values ('gpt-6-sol', 2::bigint, 1::bigint, 2100::bigint, 0.003000, 0.500000, 0::bigint), ('brand-new', 1, 0, 7, 0, 0, 1)$$,
  'a manager sees the month, dearest first'
);
select is((select count(*) from public.get_ai_usage(date '2020-02-03')), 0::bigint, 'another month is another month');
select is((select sum(call_count) from public.monthly_ai_usage), 3::numeric, 'the view has every month');
select is(tests.raised_code('update public.ai_usage set cost_usd = 0'), '42501', 'nobody changes it');
select is(tests.raised_code('delete from public.ai_usage'), '42501', 'or deletes it');

select tests.act_as(:'bob');
select is((select count(*) from public.ai_usage) + (select count(*) from public.monthly_ai_usage), 0::bigint, 'others see nothing');
select tests.act_as_owner();
insert into public.organization_members (organization_id, user_id, role) values (:'organization', :'cleo', 'creator');
select tests.act_as(:'cleo', :'organization');
select is(tests.raised_code('select public.get_ai_usage()'), 'FORBIDDEN', 'creators do not see what it cost');

select tests.act_as_owner();
select is(tests.raised_code('delete from public.ai_usage'), '42501', 'not even the owner of the schema');
insert into public.ai_usage (organization_id, ai_provider, ai_model, feature, created_at)
values (:'organization', 'a', 'b', 'c', date_trunc('month', now(), 'UTC') - interval '1 second');
set local timezone = 'Pacific/Auckland';
select is(
  (select month_start from public.monthly_ai_usage where organization_id = :'organization' and ai_provider = 'a'),
  (date_trunc('month', now() at time zone 'UTC') - interval '1 month')::date, 'months are those of UTC wherever the session is'
);
delete from public.organizations where id = :'organization';
select is((select count(*) from public.ai_usage where organization_id = :'organization'), 4::bigint, 'the evidence outlives the organization');

select * from finish();
rollback;
