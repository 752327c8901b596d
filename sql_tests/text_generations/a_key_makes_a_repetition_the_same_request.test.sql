begin;
\ir setup.sql
select plan(6);
select tests.create_user() as ada \gset
select tests.act_as(:'ada');
create function pg_temp.ask(p_count integer, p_key text) returns jsonb language sql as $$
  select public.generate_titles(
    '{"video_ids": []}', jsonb_build_object('count', p_count, 'style', 'business', 'language', 'en', 'target_keywords', array['tea']),
    null, p_key
  )
$$;
select pg_temp.ask(2, 'order 1') as first \gset
select tests.act_as_role('service_role');
select job, lease from text_test.claim() \gset
select is(public.checkpoint_job(:job, :lease, 'written', text_test.written('A plan for tea')), 'ok', 'written');
select is(public.complete_job(:job, :lease, '{"count": 1}'), 'completed', 'completed');
select tests.act_as(:'ada');
select is(pg_temp.ask(2, 'order 1'), :'first'::jsonb, 'the same key gets the same answer, even when the work is done');
select isnt(pg_temp.ask(2, 'order 2') ->> 'generation_id', :'first'::jsonb ->> 'generation_id', 'another key is another request');
select is(
  text_test.refused($$select pg_temp.ask(3, 'order 1')$$), 'VALIDATION_ERROR idempotency_key',
  'the same key with another request is a mistake'
);
select tests.act_as_owner();
select is((select count(*) from public.text_generations), 2::bigint, 'two requests were made');
select * from finish();
rollback;
