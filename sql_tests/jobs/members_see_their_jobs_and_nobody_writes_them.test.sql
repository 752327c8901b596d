begin;
\ir setup.sql
select plan(27);
select jobs_test.organization() as org \gset
select jobs_test.organization() as other \gset
select jobs_test.owner_of(:'org') as ada \gset
select public.enqueue_job('test_full', :'org', '{"text": "mine"}') as mine \gset
select public.enqueue_job('test_full', :'other', '{}') as theirs \gset
select public.enqueue_job('test_system', null, '{}') as nobodys \gset
select public.enqueue_job('test_plain', :'org', '{}') as done \gset
select public.enqueue_job('test_plain', :'other', '{}') as their_done \gset
select count(*) from jobs_test.claim('test_plain', 9) \gset
select public.complete_job(:done, 1, '{"value": 1}') as answer \gset
select public.complete_job(:their_done, 1, '{}') as answer \gset
select count(*) from jobs_test.claim('test_full', 9) \gset
select public.log_job(:mine, 1, 'info', 'fetched', '{"provider_response": {"secret": 1}}') as answer \gset
select public.log_job(:theirs, 1, 'info', 'fetched') as answer \gset
select public.fail_job(:mine, 1, 'APPLY_FAILED', 'relation "x" does not exist', false) as answer \gset

select tests.act_as(:'ada');
select is(array(select j.id from public.jobs as j), array[:mine]::bigint[], 'a member sees the jobs of the organization');
select is(array(select h.id from public.job_history as h), array[:done]::bigint[], 'and its finished ones');
select is((select string_agg(l.message, ',') from public.job_logs as l where l.log_level = 'info'), 'fetched', 'and its log');
select is(tests.raised_code(format('select %s from public.jobs', c.name)), '42501', format('but not jobs.%s', c.name))
from unnest(array['lease', 'worker_id', 'external_id', 'dedupe_key', 'error_message', 'quota_metric']) as c (name);
select is(tests.raised_code('select details from public.job_logs'), '42501', 'nor what is logged for support');
select is(tests.raised_code('select provider_response from public.job_logs'), '42501', 'nor what a provider said');
select is(tests.raised_code(format('select * from public.%I', t.name)), '42501', format('nor %s', t.name))
from unnest(array['job_checkpoints', 'job_kinds']) as t (name);
select is((public.get_job(:mine)).error_code, 'APPLY_FAILED', 'get_job tells the code');
select is((public.get_job(:mine)).error_message, 'something went wrong on our side', 'and words inner errors');
select is((public.get_job(:done)).result, '{"value": 1}', 'and finds finished jobs');
select is(tests.raised_code(format('select public.get_job(%s)', i.id)), 'NOT_FOUND', 'not others''')
from unnest(array[:theirs, :nobodys, :their_done]::bigint[]) as i (id);
select is(tests.raised_code(s.statement), '42501', s.statement)
from (values
  ('insert into public.jobs (kind, queue, max_attempts, lease_seconds) values (''test_plain'', ''q'', 1, 1)'),
  ('update public.jobs set status = ''queued'''),
  ('delete from public.jobs'),
  ('select public.claim_jobs(array[''test_plain''], ''me'')'),
  ('select public.enqueue_job(''test_plain'', null, ''{}'')'),
  ('select public.replay_job(1)'),
  ('update public.job_kinds set max_per_organization = 1')
) as s (statement);

select tests.act_as_role('catalyst_worker');
select is(tests.raised_code('delete from public.jobs'), '42501', 'a worker has functions, not tables');
select * from finish();
rollback;
