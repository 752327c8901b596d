begin;
\ir setup.sql
select plan(16);
select jobs_test.organization() as org \gset
create function jobs_test.field(p_sql text) returns text language plpgsql as $$
declare
  v_message text;
begin
  execute p_sql;
  return 'accepted';
exception when sqlstate 'PGRST' then
  get stacked diagnostics v_message = message_text;
  return (v_message::jsonb ->> 'details')::jsonb ->> 'field';
end;
$$;
select is(jobs_test.field(format('select public.%s', replace(c.call, '$org', quote_literal(:'org')))), c.field, c.call)
from (values
  ('enqueue_job(null, $org, ''{}'')', 'p_kind'),
  ('enqueue_job(''nonsense'', $org, ''{}'')', 'p_kind'),
  ('enqueue_job(''test_plain'', null, ''{}'')', 'p_organization_id'),
  ('enqueue_job(''test_system'', $org, ''{}'')', 'p_organization_id'),
  ('enqueue_job(''test_plain'', gen_random_uuid(), ''{}'')', 'p_organization_id'),
  ('enqueue_job(''test_plain'', $org, null)', 'p_payload'),
  ('enqueue_job(''test_plain'', $org, ''[]'')', 'p_payload'),
  ('enqueue_job(''test_plain'', $org, jsonb_build_object(''a'', repeat(''x'', 5000000)))', 'p_payload'),
  ('enqueue_job(''test_plain'', $org, ''{}'', p_priority => 4::smallint)', 'p_priority'),
  ('enqueue_job(''test_plain'', $org, ''{}'', p_priority => null)', 'p_priority'),
  ('enqueue_job(''test_plain'', $org, ''{}'', p_run_at => ''infinity'')', 'p_run_at'),
  ('enqueue_job(''test_full'', $org, ''{}'', p_quota_amount => -1000)', 'p_quota_amount'),
  ('enqueue_jobs(''test_plain'', $org, array[''{}'', null]::jsonb[])', 'p_payloads'),
  ('enqueue_jobs(''test_plain'', $org, array[''{}'']::jsonb[], ''{}'')', 'p_subject_ids')
) as c (call, field);
select is((select count(*) from public.jobs), 0::bigint, 'and nothing was enqueued');
select is(
  jobs_test.field('insert into public.job_kinds (kind, apply_function) values (''broken'', ''private.no_such_function'')'), 'apply_function',
  'a kind names functions that exist'
);
select * from finish();
rollback;
