-- Verbs and kinds for the files beside this one, which read it inside their own transaction.

create schema jobs_test;
grant usage on schema jobs_test to public;

create table jobs_test.hook_calls (
  id bigint generated always as identity primary key, hook text, job_id bigint, status text, detail text
);

create function private.apply_test_full(p_job public.jobs, p_result jsonb) returns void language plpgsql as $$
begin
  if p_result ? 'refuse' then
    raise exception 'apply refuses';
  end if;
  insert into jobs_test.hook_calls (hook, job_id, status, detail) values ('apply', p_job.id, p_job.status, p_result ->> 'value');
end;
$$;

create function private.step_test_full(p_job public.jobs, p_step text, p_state jsonb) returns void language sql as $$
  insert into jobs_test.hook_calls (hook, job_id, status, detail) values ('step', p_job.id, p_job.status, p_step);
$$;

create function private.fail_test_full(p_job public.jobs, p_code text, p_message text)
  returns void language plpgsql as $$
begin
  if p_job.payload ? 'refuse_failure' then
    raise exception 'failure refuses';
  end if;
  insert into jobs_test.hook_calls (hook, job_id, status, detail) values ('failure', p_job.id, p_job.status, p_code);
end;
$$;

insert into public.job_kinds
  (kind, queue, apply_function, step_function, failure_function, quota_metric, max_attempts, lease_seconds,
    backoff_base_seconds,
    backoff_max_seconds, max_per_organization, max_backlog_per_organization, batch_complete, is_system)
values
  ('test_plain', 'test_plain', null, null, null, null, 3, 60, 10, 100, null, null, true, false),
  ('test_other', 'test_plain', null, null, null, null, 3, 60, 10, 100, null, null, true, false),
  ('test_system', 'test_system', null, null, null, null, 3, 60, 10, 100, null, null, true, true),
  ('test_full', 'test_full', 'private.apply_test_full', 'private.step_test_full', 'private.fail_test_full', 'generations',
    3, 60, 10, 100, null, null, false, false),
  ('test_capped', 'test_capped', null, null, null, null, 3, 60, 10, 100, 2, 5, true, false);

create function jobs_test.organization() returns uuid language plpgsql as $$
declare
  v_user uuid := tests.create_user();
begin
  return (select m.organization_id from public.organization_members as m where m.user_id = v_user);
end;
$$;

create function jobs_test.owner_of(p_organization_id uuid) returns uuid language sql as $$
  select m.user_id from public.organization_members as m where m.organization_id = p_organization_id and m.role = 'owner'
$$;

create function jobs_test.claim(p_queue text, p_limit integer default 1)
  returns setof public.claimed_job language sql as $$
  select c.* from public.claim_jobs(array[p_queue], 'tester', p_limit) as c
$$;

create function jobs_test.status_of(p_id bigint) returns text language sql as $$
  select j.status::text from public.jobs as j where j.id = p_id
  union all
  select h.status::text from public.job_history as h where h.id = p_id
$$;

create function jobs_test.lapse(p_id bigint) returns void language sql as $$
  update public.jobs as j set lease_expires_at = now() - interval '1 second' where j.id = p_id;
$$;

create function jobs_test.wait_over(p_id bigint) returns void language sql as $$
  update public.jobs as j set run_at = now() where j.id = p_id;
$$;

create function jobs_test.slots(p_organization_id uuid, p_kind text default 'test_capped') returns text language sql as $$
  select s.active_count || '/' || s.pending_count
  from private.job_slots as s
  where s.organization_id = p_organization_id and s.kind = p_kind
$$;

create function jobs_test.quota(p_organization_id uuid) returns text language sql as $$
  select c.used || '/' || c.reserved
  from public.usage_counters as c
  where c.organization_id = p_organization_id and c.metric = 'generations'
$$;

grant all on jobs_test.hook_calls to public;
grant execute on all functions in schema jobs_test to public;
