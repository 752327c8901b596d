begin;
\ir setup.sql
select plan(5);

select tests.create_user('ada@example.test') as ada \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select text_test.titles() \g /dev/null
select tests.act_as_owner();
select job, lease from text_test.claim() \gset
create function pg_temp.failed(p_org uuid, p_job bigint, p_certainty text) returns integer language sql as $$
  select public.record_ai_usage(jsonb_build_array(jsonb_build_object(
    'organization_id', p_org, 'job_id', p_job, 'ai_provider', 'openai', 'ai_model', 'gpt-4.1', 'feature', 'titles',
    'status', 'failed', 'error_code', 'AI_MALFORMED', 'prompt_tokens', 500, 'certainty', p_certainty
  )))
$$;
create function pg_temp.cost() returns text language sql as $$
  select format('%s %s %s %s', status, prompt_tokens, completion_tokens, coalesce(cost_usd::text, 'null'))
  from public.text_generations order by created_at desc, id limit 1
$$;

select pg_temp.failed(:'org', :job, 'known') \g /dev/null
select public.checkpoint_job(:job, :lease, 'written', text_test.written('Clear audio at home', 'A quiet room')) \g /dev/null
select is(pg_temp.cost(), 'pending 1500 500 0.007000', 'an answer that was of no use was paid as well');
select is(
  (select count(*) from public.ai_usage where generation_id = (select id from public.text_generations)), 1::bigint, 'the call that led to it names it'
);
select public.complete_job(:job, :lease, '{"count": 2}') \g /dev/null
select is(pg_temp.cost(), 'completed 1500 500 0.007000', 'and stays in the sum');
select tests.act_as(:'ada');
select text_test.titles('{}', '{"style": "business"}') \g /dev/null
select tests.act_as_owner();
update public.text_generations set created_at = created_at - interval '1 hour' where completed_at is not null;
select job, lease from text_test.claim() \gset
select pg_temp.failed(:'org', :job, 'known') \g /dev/null
select public.fail_job(:job, :lease, 'AI_REFUSED', 'the model declined to answer', false) \g /dev/null
select is(pg_temp.cost(), 'failed 500 0 0.001000', 'a request that failed says what it cost all the same');

select tests.act_as(:'ada');
select text_test.titles('{}', '{"style": "motivational"}') \g /dev/null
select tests.act_as_owner();
update public.text_generations set created_at = created_at - interval '1 hour' where completed_at is not null;
select job, lease from text_test.claim() \gset
select pg_temp.failed(:'org', :job, 'unknown') \g /dev/null
select public.checkpoint_job(:job, :lease, 'written', text_test.written('Clear audio', 'A room')) \g /dev/null
select is(pg_temp.cost(), 'pending 1500 500 null', 'and one call of unknown cost makes the whole unknown');

select * from finish();
rollback;
