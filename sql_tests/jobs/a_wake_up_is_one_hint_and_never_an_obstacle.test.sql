begin;
\ir setup.sql
select plan(9);
select jobs_test.organization() as org \gset
create function jobs_test.sent(p_topic text) returns bigint language sql as $$ select count(*)
  from realtime.messages as m where m.topic = p_topic $$;

select count(*) from public.enqueue_jobs('test_plain', :'org', array_fill('{}'::jsonb, array[500])) \gset
select is(jobs_test.sent('jobs:test_plain'), 1::bigint, 'one for a statement, however many jobs');
select is(
  (select m.payload ->> 'queue' from realtime.messages as m where m.topic = 'jobs:test_plain' and m.private
    and m.event = 'wake'),
  'test_plain', 'private, with the queue'
);
select count(*) from jobs_test.claim('test_plain', 500) \gset
select count(*) from public.complete_jobs(array(select j.id from public.jobs as j),
  array(select j.lease from public.jobs as j)) \gset
select is((select count(*) from realtime.messages), 1::bigint, 'a drain sends nothing');

select public.enqueue_job('test_full', :'org', '{}') as id \gset
select count(*) from jobs_test.claim('test_full') \gset
select public.heartbeat_job(:id, 1, 0.5, 'half') as answer \gset
select is(
  (select m.payload - 'id' from realtime.messages as m where m.topic = format('org:%s:jobs', :'org')),
  jsonb_build_object('job_id', :id, 'kind', 'test_full', 'subject_id', null, 'status', 'processing', 'progress', 0.5000, 'step', 'half'),
  'progress goes to the organization'
);
select public.heartbeat_job(:id, 1) as answer \gset
select is(jobs_test.sent(format('org:%s:jobs', :'org')), 1::bigint, 'a bare heartbeat says nothing');
select is((select j.progress from public.jobs as j where j.id = :id), 0.5000, 'and takes no progress back');

set local client_min_messages = error;
alter table realtime.messages add constraint realtime_is_down check (false) not valid;
select public.enqueue_job('test_plain', :'org', '{}') as unheard \gset
select is(jobs_test.status_of(:unheard), 'queued', 'when Realtime is down, work is still accepted');
select is(public.checkpoint_job(:id, 1, 'step', '{}'), 'ok', 'and done');
select is((select j.progress from public.jobs as j where j.id = :id), 0.5000, 'a step that names no progress leaves it');
select * from finish();
rollback;
