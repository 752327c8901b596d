begin;
\ir setup.sql
select plan(10);
select jobs_test.organization() as org \gset
select jobs_test.organization() as other \gset
select jobs_test.owner_of(:'org') as ada \gset
select public.enqueue_job('test_full', :'org', '{}') as running \gset
select count(*) from jobs_test.claim('test_full') \gset
select public.enqueue_job('test_full', :'org', '{}') as waiting \gset
select public.enqueue_job('test_full', :'other', '{}') as theirs \gset
select is(private.stop_closed_organizations(), 0, 'nobody has closed');
select tests.act_as(:'ada');
select public.delete_organization(:'org');
select tests.act_as_owner();
select is(private.stop_closed_organizations(1), 1, 'one after the other');
select is(private.stop_closed_organizations(), 1, 'until all are stopped');
select is(private.stop_closed_organizations(), 0, 'once each');
select is(jobs_test.status_of(:waiting), 'cancelled', 'what waits never starts');
select is(
  (select string_agg(h.detail, ',') from jobs_test.hook_calls as h where h.job_id = :waiting and h.hook = 'failure'), 'CANCELLED', 'the domain knows'
);
select is(public.heartbeat_job(:running, 1), 'cancel_requested', 'who works on it is told');
select is(public.complete_job(:running, 1, '{"value": "late"}'), 'cancelled', 'and brings it too late');
select is(jobs_test.quota(:'org'), '0/0', 'nothing is charged');
select is(jobs_test.status_of(:theirs), 'queued', 'other tenants go on');
select * from finish();
rollback;
