begin;
\ir setup.sql
select plan(39);

select jobs_test.organization() as org \gset

-- One row in each state a row of jobs can have, with what the constraints ask of that state.
create function jobs_test.put(p_status public.job_status) returns bigint language sql as $$
  insert into public.jobs (
    organization_id, kind, queue, status, attempt, max_attempts, lease, lease_seconds, lease_expires_at, worker_id,
    started_at,
    finished_at, error_code, has_slot
  )
  overriding system value
  select
    o.id, 'test_plain', 'test_plain', p_status, 1, 3, 1, 60,
    case when p_status = 'processing' then now() + interval '1 minute' end, case when p_status = 'processing' then 'w' end, now(),
    case when p_status = 'failed' then now() end, case when p_status = 'failed' then 'X' end, p_status = 'pending'
  from public.organizations as o
  limit 1
  returning id
$$;
create function jobs_test.move(p_from public.job_status, p_to public.job_status) returns text language plpgsql as $$
declare
  v_id bigint;
begin
  alter table public.jobs disable trigger refuse_birth;
  v_id := jobs_test.put(p_from);
  alter table public.jobs enable trigger refuse_birth;
  return tests.raised_code(format(
    'update public.jobs set status = %L, lease = lease + %s, lease_expires_at = %s, worker_id = %s, finished_at = %s, error_code = %s, has_slot = %L
     where id = %s',
    p_to, (p_to = 'processing')::integer, case when p_to = 'processing' then 'now() + interval ''1 minute''' else 'null' end,
    case when p_to = 'processing' then '''w''' else 'null' end, case when p_to = 'failed' then 'now()' else 'null' end,
    case when p_to = 'failed' then '''X''' else 'null' end, p_to = 'pending', v_id
  ));
end;
$$;

create temporary table legal on commit drop as
select * from (values
  ('pending', 'queued'), ('queued', 'processing'), ('processing', 'queued'), ('processing', 'failed'), ('failed', 'pending'),
  ('failed', 'queued')
) as l (came, went);

-- 4 states of a live row x 6 targets; completed and cancelled are no states of a row of jobs at all.
select is(
  jobs_test.move(f.state, t.state),
  case
    when f.state = t.state or (f.state::text, t.state::text) in (select came, went from legal) then null
    else 'CONFLICT'
  end,
  format('%s to %s', f.state, t.state)
)
from unnest('{pending,queued,processing,failed}'::public.job_status[]) as f (state)
cross join unnest(enum_range(null::public.job_status)) as t (state);

select is(
  tests.raised_code(format('insert into public.jobs (organization_id, kind, queue, status, max_attempts, lease_seconds, has_slot)
    values (%L, ''test_plain'', ''test_plain'', %L, 3, 60, %L)', :'org', s.state, s.state = 'pending')),
  case when s.state in ('pending', 'queued') then null else 'CONFLICT' end,
  format('a job born %s', s.state)
)
from unnest(enum_range(null::public.job_status)) as s (state);

insert into public.job_history (id, kind, queue, status, priority, attempt, max_attempts, created_at, error_code)
values (-1, 'test_plain', 'test_plain', 'completed', 1, 1, 3, now(), null);
select is(tests.raised_code('update public.job_history set status = ''failed'' where id = -1'), 'CONFLICT', 'history does not change');
select is(
  tests.raised_code(format(
    'insert into public.job_history (id, kind, queue, status, priority, attempt, max_attempts, created_at, error_code)
     values (-2, ''test_plain'', ''test_plain'', %L, 1, 1, 3, now(), ''X'')', s.state
  )),
  '23514', format('history holds no %s job', s.state)
)
from unnest('{pending,queued,processing}'::public.job_status[]) as s (state);
select is(tests.raised_code('update public.jobs set lease = 0 where lease > 0'), 'CONFLICT', 'a lease never goes back');

-- What belongs to a state cannot be taken from it.
select is(tests.raised_code(s.statement), '23514', s.statement)
from (values
  ('update public.jobs set lease_expires_at = null where status = ''processing'''),
  ('update public.jobs set worker_id = ''w'' where status = ''queued'''),
  ('update public.jobs set finished_at = null where status = ''failed'''),
  ('update public.jobs set cancel_requested_at = now() where status = ''queued''')
) as s (statement);

select * from finish();
rollback;
