begin;
\ir setup.sql
select plan(10);
select jobs_test.organization() as org \gset
select jobs_test.organization() as other \gset
select public.enqueue_job('test_full', :'org', '{}', p_dedupe_key => 'k') as id \gset
select is(public.enqueue_job('test_full', :'org', '{"again": 1}', p_dedupe_key => 'k'), :id::bigint, 'the same key is the same job');
select is(jobs_test.quota(:'org'), '0/1', 'and is charged once');
select isnt(public.enqueue_job('test_full', :'other', '{}', p_dedupe_key => 'k'), :id::bigint, 'of one tenant');
select isnt(public.enqueue_job('test_plain', :'org', '{}', p_dedupe_key => 'k'), :id::bigint, 'and one kind');
select is(
  (select count(distinct i) from public.enqueue_jobs('test_full', :'org', array_fill('{}'::jsonb, array[4]),
    p_dedupe_keys => array['k', 'l', 'l', null]) as i),
  3::bigint, 'in bulk too'
);
select public.enqueue_job('test_system', null, '{}', p_dedupe_key => 'k') as system \gset
select is(public.enqueue_job('test_system', null, '{}', p_dedupe_key => 'k'), :system::bigint, 'a job of nobody has keys as well');
select count(*) from jobs_test.claim('test_full', 9) \gset
select is(public.enqueue_job('test_full', :'org', '{}', p_dedupe_key => 'k'), :id::bigint, 'also while it runs');
select is(public.complete_job(:id, 1, '{}'), 'completed', 'once it ended');
select isnt(public.enqueue_job('test_full', :'org', '{}', p_dedupe_key => 'k'), :id::bigint, 'the key is free');
select is(
  tests.raised_code(format('select public.enqueue_job(''test_plain'', %L, ''{}'', p_dedupe_key => '''')', :'org')),
  'VALIDATION_ERROR', 'an empty key is none'
);
select * from finish();
rollback;
