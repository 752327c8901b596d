begin;
select plan(17);

select tests.create_user('ada@example.test') as ada \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select public.generate_titles('{"video_ids": []}',
  '{"count": 1, "style": "educational", "language": "en", "target_keywords": ["clear audio"]}') \g /dev/null
select tests.act_as_owner();
select gen_random_uuid() as first, gen_random_uuid() as second, gen_random_uuid() as third \gset
update public.system_settings set value = '{"text": ["openai/gpt-6-luna"]}' where key = 'ai.models';
select c.id as job, c.lease from public.claim_jobs(array['ai'], 'test', 1) as c \gset

create function pg_temp.under_way() returns bigint language sql as $$
  select count(*) from private.ai_calls_under_way
$$;
create function pg_temp.on_record() returns setof text language sql as $$
  select concat_ws(
    ' ', ai_model, feature, status, error_code, certainty, coalesce(cost_usd::text, 'null'), is_own_key
  )
  from public.ai_usage order by certainty, is_own_key
$$;
create function pg_temp.noted(p_job bigint, p_lease integer, variadic p_ids uuid[]) returns integer language sql as $$
  select public.begin_ai_calls(p_job, p_lease, jsonb_agg(jsonb_build_object(
    'call_id', i, 'ai_provider', 'openai', 'ai_model', 'gpt-6-luna', 'feature', 'titles', 'is_own_key', true
  ))) from unnest(p_ids) as i
$$;
create function pg_temp.lapse(p_job bigint) returns integer language sql as $$
  update public.jobs set lease_expires_at = now() - interval '1 second' where id = p_job;
  select public.rescue_expired_jobs()
$$;

select is(
  (select ai_model from public.ai_route(:'org', 'text', :'ada', null, jsonb_build_object(
    'job_id', :job, 'lease', :lease, 'call_id', :'first', 'feature', 'titles'))), 'gpt-6-luna', 'a route is asked for'
);
select is(pg_temp.under_way(), 1::bigint, 'and its first call is noted with it');
select count(*) from public.ai_route(:'org', 'text', :'ada', null, null) \g /dev/null
select is(pg_temp.under_way(), 1::bigint, 'only for whoever is about to make it');
select is(pg_temp.noted(:job, :lease + 1, :'second'), 0, 'nobody notes for another worker');
select is(pg_temp.noted(:job, :lease, :'second', :'third'), 2, 'further ones are noted together');
select is(pg_temp.noted(:job, :lease, :'second'), 1, 'or again');
select is(pg_temp.under_way(), 3::bigint, 'which makes no more of them');
select is(
  tests.raised_code(format($$select public.begin_ai_calls(%s, %s, '[{"call_id": "x"}]')$$, :job, :lease)), 'VALIDATION_ERROR',
  'they have names'
);

select public.checkpoint_job(:job, :lease, 'other', '{}') \g /dev/null
select public.record_ai_usage(jsonb_build_array(jsonb_build_object(
  'organization_id', :'org', 'ai_provider', 'openai', 'ai_model', 'gpt-6-luna', 'feature', 'titles', 'call_id', :'third',
  'prompt_tokens', 1000, 'job_id', :job
))) \g /dev/null
select is(pg_temp.under_way(), 2::bigint, 'what is recorded is no longer under way');
select is(pg_temp.lapse(:job), 1, 'the worker dies');
select results_eq('select pg_temp.on_record()', $$values
  ('gpt-6-luna titles succeeded known 0.000100 f'),
  ('gpt-6-luna titles failed OUTCOME_UNKNOWN unknown null f'), ('gpt-6-luna titles failed OUTCOME_UNKNOWN unknown null t')$$,
  'and of the calls it had begun there are records, of which nobody knows the cost'
);
select is(pg_temp.under_way(), 0::bigint, 'nothing is under way');
select is(public.record_ai_usage(jsonb_build_array(jsonb_build_object(
  'organization_id', :'org', 'ai_provider', 'openai', 'ai_model', 'gpt-6-luna', 'feature', 'titles', 'call_id', :'first'
))), 0, 'a worker that comes back counts none of them twice');

select tests.act_as(:'ada');
select results_eq(
  'select call_count, failed_count, cost_usd, unpriced_count, unknown_count, estimated_count from public.get_ai_usage()',
  $$values (3::bigint, 2::bigint, 0.000100, 0::bigint, 2::bigint, 0::bigint)$$, 'the sum of the month says how many it does not hold'
);
select is((select unknown_count from public.monthly_ai_usage), 2::bigint, 'so does the view');

select tests.act_as_owner();
update public.jobs set run_at = now() where id = :job;
select c.lease as lease from public.claim_jobs(array['ai'], 'test', 1) as c \gset
select pg_temp.noted(:job, :lease, gen_random_uuid()) \g /dev/null
update private.ai_calls_under_way set began_at = now() - interval '2 minutes';
select private.forget_unmade_ai_calls();
select is(pg_temp.under_way(), 1::bigint, 'a long call is not forgotten');
select public.fail_job(:job, :lease, 'AI_RATE_LIMITED', 'later') \g /dev/null
select private.forget_unmade_ai_calls();
select is(pg_temp.under_way(), 0::bigint, 'what a living worker gave up before it was sent, is');

select * from finish();
rollback;
