begin;
\ir setup.sql
select plan(27);
select jobs_test.organization() as org \gset
select jobs_test.organization() as other \gset
select jobs_test.owner_of(:'org') as ada \gset
select jobs_test.owner_of(:'other') as bob \gset

select public.enqueue_job('test_full', :'org', '{}') as queued \gset
select tests.act_as(:'bob');
select is(tests.raised_code(format('select public.cancel_job(%s)', :queued)), 'NOT_FOUND', 'a stranger''s job does not exist');
select tests.act_as_role('anon');
select is(tests.raised_code(format('select public.cancel_job(%s)', :queued)), '42501', 'nobody cancels anonymously');
select tests.act_as(:'ada');
select is(public.cancel_job(:queued), 'cancelled', 'a waiting job ends at once');
select is((public.get_job(:queued)).status, 'cancelled', 'and says so');
select is(tests.raised_code(format('select public.cancel_job(%s)', :queued)), 'CONFLICT', 'it ends once');
select tests.act_as_owner();
select is(jobs_test.quota(:'org'), '0/0', 'its quota is back');
select is((select string_agg(h.detail, ',') from jobs_test.hook_calls as h where h.hook = 'failure'), 'CANCELLED', 'the domain knows');
select is((select count(*) from jobs_test.claim('test_full')), 0::bigint, 'it never starts');

select public.enqueue_job('test_full', :'org', '{}') as running \gset
select count(*) from jobs_test.claim('test_full') \gset
select is(public.cancel_job(:running), 'cancel_requested', 'a running job is asked');
select is(public.cancel_job(:running), 'cancel_requested', 'as often as you like');
select is(public.heartbeat_job(:running, 1), 'cancel_requested', 'the worker learns it with a heartbeat');
select is((select h.outcome from public.heartbeat_jobs(array[:running], array[1]) as h), 'cancel_requested', 'of either kind');
select is(public.checkpoint_job(:running, 1, 'step', '{}'), 'cancel_requested', 'or a checkpoint');
select is(public.complete_job(:running, 1, '{"value": "late"}'), 'cancelled', 'or at the end');
select is((select count(*) from jobs_test.hook_calls as h where h.hook = 'apply'), 0::bigint, 'whose result is not applied');
select is((select h.result ->> 'value' from public.job_history as h where h.id = :running), 'late', 'but kept for support');
select is((select count(*) from jobs_test.hook_calls as h where h.job_id = :running and h.hook = 'failure'), 1::bigint, 'the domain is told once');
select is(jobs_test.quota(:'org'), '0/0', 'and nothing is charged');

create function jobs_test.cancelled_run(p_end text) returns text language plpgsql as $$
declare
  v_id bigint := public.enqueue_job('test_full', (select id from public.organizations order by created_at limit 1), '{}');
  v_answer text;
begin
  perform jobs_test.claim('test_full');
  perform public.cancel_job(v_id);
  execute format(p_end, v_id) into v_answer;
  return v_answer || ' ' || jobs_test.status_of(v_id);
end;
$$;
select is(jobs_test.cancelled_run(e.call), 'cancelled cancelled', e.call)
from (values
  ('select public.fail_job(%s, 1, ''X'', ''x'')'), ('select public.release_job(%s, 1)'),
  ('select public.snooze_job(%s, 1, now() + interval ''1 hour'')'),
  ('select outcome from public.complete_jobs(array[%s], array[1])')
) as e (call);
select public.enqueue_job('test_full', :'org', '{}') as orphan \gset
select count(*) from jobs_test.claim('test_full') \gset
select public.cancel_job(:orphan);
select jobs_test.lapse(:orphan);
select is(public.rescue_expired_jobs(), 1, 'its worker dies');
select is(jobs_test.status_of(:orphan), 'cancelled', 'it is not tried again');

select public.enqueue_job('test_full', :'org', '{}') as snoozed \gset
select count(*) from jobs_test.claim('test_full') \gset
select public.snooze_job(:snoozed, 1, now() + interval '1 hour') as answer \gset
select is(public.cancel_job(:snoozed), 'cancelled', 'a sleeping job ends at once');
select tests.create_user() as eve \gset
insert into public.organization_members (organization_id, user_id, role) values (:'other', :'eve', 'viewer');
select public.enqueue_job('test_plain', :'other', '{}') as theirs \gset
select tests.act_as(:'eve', :'other');
select is(tests.raised_code(format('select public.cancel_job(%s)', :theirs)), 'FORBIDDEN', 'a viewer cancels nothing');
select is(tests.raised_code('select public.cancel_job(null)'), 'FORBIDDEN', 'not even nothing');
select * from finish();
rollback;
