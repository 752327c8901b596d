begin;
\ir setup.sql
select plan(7);
select jobs_test.organization() as org \gset
select jobs_test.owner_of(:'org') as ada \gset
select jobs_test.organization() as other \gset
select public.enqueue_job('test_plain', :'org', '{}') as id \gset
select public.enqueue_job('test_full', :'org', '{}') as step \gset
select public.enqueue_job('test_plain', :'other', '{}', p_created_by => :'ada') as theirs \gset
select public.enqueue_job('test_capped', :'org', '{}') as capped \gset
select count(*) from jobs_test.claim('test_full') \gset
select public.checkpoint_job(:step, 1, 'a', '{}') as answer \gset
select count(*) from jobs_test.claim('test_plain') \gset
select public.complete_job(:id, 1) as answer \gset
delete from public.organizations where id = :'org';
select is((select count(*) from public.jobs as j where j.organization_id = :'org'), 0::bigint, 'no job of a deleted organization');
select is((select count(*) from public.job_history as h where h.organization_id = :'org'), 0::bigint, 'no finished one');
select is((select count(*) from public.job_checkpoints), 0::bigint, 'no memory');
select is((select count(*) from public.job_logs), 0::bigint, 'no log');
select is((select count(*) from private.job_slots), 0::bigint, 'no count');
delete from public.profiles where id = :'ada';
select is((select count(*) from public.jobs as j where j.created_by is not null), 0::bigint, 'and no trace of a deleted person');
select is((select count(*) from public.jobs), 1::bigint, 'other tenants keep theirs');
select * from finish();
rollback;
