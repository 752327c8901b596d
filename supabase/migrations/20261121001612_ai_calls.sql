-- Purpose: AI calls that are under way, so that those of a worker that dies before it says what came of them are on
--          record.
-- Objects: private.ai_calls_under_way, note_ai_calls, lose_ai_calls, forget_unmade_ai_calls; public.begin_ai_calls;
--          cron.

create table private.ai_calls_under_way (
  call_id uuid not null,
  job_id bigint not null,
  lease integer not null,
  ai_provider text not null,
  ai_model text not null,
  feature text not null,
  operation_type text not null default 'generate',
  is_own_key boolean not null default false,
  about jsonb not null default '{}',
  began_at timestamptz not null default now(),
  constraint ai_calls_under_way_pkey primary key (call_id),
  constraint ai_calls_under_way_about_is_an_object check (jsonb_typeof(about) = 'object')
);
create index ai_calls_under_way_job_id_idx on private.ai_calls_under_way (job_id, lease);
comment on table private.ai_calls_under_way is
'Calls that a worker makes or is about to make. Each goes when it is recorded; those of a lapsed lease become records whose
outcome nobody knows.';
comment on column private.ai_calls_under_way.about is 'generation_id, content_item_id, client_account_id: as in ai_usage.';

create function private.note_ai_calls(p_job_id bigint, p_lease integer, p_calls jsonb)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_noted integer;
begin
  insert into private.ai_calls_under_way as c (
    call_id, job_id, lease, ai_provider, ai_model, feature, operation_type, is_own_key, about
  )
  select (e.value ->> 'call_id')::uuid, j.id, j.lease, e.value ->> 'ai_provider', e.value ->> 'ai_model',
    e.value ->> 'feature', coalesce(e.value ->> 'operation_type', 'generate'),
    coalesce((e.value ->> 'is_own_key')::boolean, false), coalesce(nullif(e.value -> 'about', 'null'), '{}')
  from public.jobs as j
  cross join jsonb_array_elements(p_calls) as e
  where j.id = p_job_id and j.lease = p_lease and j.organization_id is not null
    -- Not an equation: on a table that is mostly empty, the index of jobs under way looks as good as that of ids.
    and j.status is not distinct from 'processing'
  on conflict on constraint ai_calls_under_way_pkey do update
  set ai_provider = excluded.ai_provider, ai_model = excluded.ai_model, feature = excluded.feature,
    operation_type = excluded.operation_type, is_own_key = excluded.is_own_key, about = excluded.about
  where c.job_id = excluded.job_id;
  get diagnostics v_noted = row_count;
  return v_noted;
exception
  when data_exception or check_violation or not_null_violation then
    perform private.raise_error(
      'VALIDATION_ERROR', 'p_calls holds a value that its column does not take', jsonb_build_object('field', 'p_calls')
    );
    return 0;
end;
$$;
comment on function private.note_ai_calls(bigint, integer, jsonb) is
'The work of public.begin_ai_calls: how many calls are noted, none when another worker has the job.';

create function public.begin_ai_calls(p_job_id bigint, p_lease integer, p_calls jsonb)
returns integer
language plpgsql
volatile
security definer -- workers have no grant on the table
set search_path = ''
as $$
begin
  perform private.require(
    jsonb_typeof(p_calls) = 'array' and jsonb_array_length(p_calls) <= 1000,
    'p_calls', 'p_calls must be an array of at most 1000'
  );
  return private.note_ai_calls(p_job_id, p_lease, p_calls);
end;
$$;
comment on function public.begin_ai_calls(bigint, integer, jsonb) is
'For workers, while they call a model: [{"call_id", "ai_provider", "ai_model", "feature", and any of operation_type,
is_own_key, about}].
A call that is noted and never recorded is recorded with unknown cost when its worker''s lease lapses. Noting one again
changes what is noted. Answers how many were noted; 0 when the lease is lost. Errors: VALIDATION_ERROR.';

create function private.lose_ai_calls(p_job public.jobs)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_entries jsonb;
begin
  with lost as (
    delete from private.ai_calls_under_way as c
    where c.job_id = p_job.id and c.lease = p_job.lease
    returning c.*
  )
  select jsonb_agg(
    l.about || jsonb_build_object(
      'call_id', l.call_id, 'ai_provider', l.ai_provider, 'ai_model', l.ai_model, 'feature', l.feature,
      'operation_type', l.operation_type, 'is_own_key', l.is_own_key, 'status', 'failed', 'error_code', 'OUTCOME_UNKNOWN',
      'certainty', 'unknown'
    )
    order by l.began_at, l.call_id
  ) into v_entries
  from lost as l;
  if v_entries is not null then
    perform private.record_job_ai_usage(p_job, v_entries);
  end if;
exception
  when deadlock_detected or serialization_failure or lock_not_available then
    raise;
  -- A job must not stay lost because of what cannot be recorded of it.
  when others then
    raise warning 'the calls of job % that were under way are not on record: %', p_job.id, sqlerrm;
end;
$$;
comment on function private.lose_ai_calls(public.jobs) is
'For the engine, when a lease has lapsed: the calls that its worker had begun and not recorded become records of unknown cost (error_code
OUTCOME_UNKNOWN). A call that was recorded meanwhile is not counted twice.';

create function private.forget_unmade_ai_calls()
returns void
language sql
volatile
set search_path = ''
as $$
  delete from private.ai_calls_under_way as c
  where c.began_at < now() - interval '1 minute'
    and not exists (
      select from public.jobs as j
      where j.id = c.job_id and j.lease = c.lease and j.status is not distinct from 'processing'
    )
$$;
comment on function private.forget_unmade_ai_calls() is
'A worker that ends an attempt itself has recorded the calls it made before: what is still noted was given up before anything was sent,
or the note came later than the record.';

select cron.schedule('forget-unmade-ai-calls', '* * * * *', 'select private.forget_unmade_ai_calls()');

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function public.begin_ai_calls(bigint, integer, jsonb) to service_role, catalyst_worker;
