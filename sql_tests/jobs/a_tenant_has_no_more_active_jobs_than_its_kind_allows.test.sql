begin;
\ir setup.sql
select plan(19);
select jobs_test.organization() as org \gset
select jobs_test.organization() as other \gset

create temporary table mine on commit drop as
select i.id, row_number() over () as n from public.enqueue_jobs('test_capped', :'org', array_fill('{}'::jsonb, array[4])) as i (id);
update public.jobs set run_at = now() - interval '1 hour', created_at = now() - interval '1 hour' where kind = 'test_capped';
select is((select string_agg(j.status::text, ' ' order by j.id) from public.jobs as j), 'queued queued pending pending', 'two are admitted, the others wait');
select is(jobs_test.slots(:'org'), '2/2', 'and counted');
select is(
  tests.raised_code(format('select public.enqueue_jobs(''test_capped'', %L, array_fill(''{}''::jsonb, array[2]))', :'org')),
  'QUEUE_FULL', 'a backlog past the cap is refused as a whole'
);
select public.enqueue_job('test_capped', :'org', '{}', p_priority => 3::smallint) as urgent \gset
select is(jobs_test.slots(:'org'), '2/3', 'the last place of the backlog');
select is(tests.raised_code(format('select public.enqueue_job(''test_capped'', %L, ''{}'')', :'org')), 'QUEUE_FULL', 'and then none');
select public.enqueue_job('test_capped', :'other', '{}') as theirs \gset
select is(jobs_test.status_of(:theirs), 'queued', 'another tenant is not concerned');

select is((select count(*) from jobs_test.claim('test_capped', 1)), 1::bigint, 'one runs');
select is(
  (select public.complete_job(j.id, j.lease) from public.jobs as j where j.status = 'processing'), 'completed', 'and ends');
select is(jobs_test.status_of(:urgent), 'queued', 'the most urgent of the waiting takes its place');
select is(jobs_test.slots(:'org'), '2/2', 'the counts follow');
select is((select j.run_at from public.jobs as j where j.id = :urgent), now(), 'it queues up from now on');

select is((select public.cancel_job(m.id) from mine as m where m.n = 3), 'cancelled', 'cancelling a waiting one');
select is(jobs_test.slots(:'org'), '2/1', 'makes no place');
select is(
  (select public.cancel_job(max(j.id)) from public.jobs as j where j.organization_id = :'org' and j.status = 'queued'
    and j.id <> :urgent),
  'cancelled', 'cancelling a queued one'
);
select is(jobs_test.slots(:'org'), '2/0', 'lets the next in');
select is((select count(*) from private.reconcile_job_slots()), 0::bigint, 'nothing to repair');
update private.job_slots set active_count = 5, pending_count = 4 where organization_id = :'org';
select is(
  (select row(r.active_before, r.active_after, r.pending_before, r.pending_after)::text
    from private.reconcile_job_slots() as r),
  '(5,2,4,0)', 'drift is repaired and reported'
);

-- Without a limit nobody has to wait.
select public.enqueue_job('test_capped', :'org', '{}') as last \gset
select is(jobs_test.status_of(:last), 'pending', 'one more waits');
update public.job_kinds set max_per_organization = null where kind = 'test_capped';
select private.promote_jobs(array[:'org'::uuid], array['test_capped']) \g /dev/null
select is(jobs_test.status_of(:last), 'queued', 'until the limit is taken away');
select * from finish();
rollback;
