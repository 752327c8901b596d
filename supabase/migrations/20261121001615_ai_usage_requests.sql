-- Purpose: recording AI calls and adding them up by month.
-- Objects: record_ai_usage, monthly_ai_usage, get_ai_usage.

create function private.require_ai_usage_numbers(p_entry jsonb)
returns void
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_wrong text := (
    select k.name
    from unnest(
      '{prompt_tokens,cached_prompt_tokens,completion_tokens,audio_seconds,images,cost_usd,processing_time_ms}'::text[]
    ) as k (name)
    where case jsonb_typeof(p_entry -> k.name)
      when 'number' then (p_entry ->> k.name)::numeric not between 0 and 1000000000
      when 'null' then false
      else p_entry ? k.name
    end
    limit 1
  );
begin
  perform private.require(
    v_wrong is null, 'p_entries', format('p_entries.%s must be a number from 0 to 1,000,000,000', v_wrong)
  );
end;
$$;
comment on function private.require_ai_usage_numbers(jsonb) is
'VALIDATION_ERROR unless the counts of an entry are numbers, null or not given.';

create function private.record_ai_usage(
  p_entries jsonb, out recorded integer, out cost_usd numeric, out unknown_count integer
)
returns record
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_entry jsonb;
  v_prompt bigint;
  v_cached bigint;
  v_completion bigint;
  v_audio numeric;
  v_images integer;
  v_call_id uuid;
  v_certainty public.ai_usage_certainty;
  v_cost numeric;
begin
  recorded := 0;
  cost_usd := 0;
  unknown_count := 0;
  perform private.require(jsonb_typeof(p_entries) = 'array', 'p_entries', 'p_entries must be an array');
  perform private.require(jsonb_array_length(p_entries) <= 1000, 'p_entries', 'p_entries must have at most 1000 elements');
  for v_entry in select e.value from jsonb_array_elements(p_entries) as e loop
    perform private.require(
      jsonb_typeof(v_entry) = 'object' and v_entry ?& array['organization_id', 'ai_provider', 'ai_model', 'feature'],
      'p_entries', 'p_entries must hold objects with organization_id, ai_provider, ai_model and feature'
    );
    perform private.require_ai_usage_numbers(v_entry);
    v_call_id := (v_entry ->> 'call_id')::uuid;
    if v_call_id is not null then
      -- Of two who record one call at once, the second waits here and then finds the first.
      perform pg_advisory_xact_lock(hashtextextended(v_call_id::text, 0));
      delete from private.ai_calls_under_way as c where c.call_id = v_call_id;
      continue when exists (
        select from public.ai_usage as u where u.call_id = v_call_id and u.created_at > now() - interval '30 days'
      );
    end if;
    v_prompt := coalesce((v_entry ->> 'prompt_tokens')::numeric, 0);
    v_cached := least(coalesce((v_entry ->> 'cached_prompt_tokens')::numeric, 0), v_prompt);
    v_completion := coalesce((v_entry ->> 'completion_tokens')::numeric, 0);
    v_audio := coalesce((v_entry ->> 'audio_seconds')::numeric, 0);
    v_images := coalesce((v_entry ->> 'images')::numeric, 0);
    v_certainty := coalesce(v_entry ->> 'certainty', 'known')::public.ai_usage_certainty;
    v_cost := case when v_certainty <> 'unknown' then coalesce(
      (v_entry ->> 'cost_usd')::numeric,
      private.ai_cost(v_entry ->> 'ai_provider', v_entry ->> 'ai_model', v_prompt, v_completion, v_cached, v_audio, v_images)
    ) end;
    insert into public.ai_usage (
      organization_id, user_id, client_account_id, content_item_id, generation_id, job_id, ai_provider, ai_model,
      feature, operation_type, status, error_code, certainty, prompt_tokens, cached_prompt_tokens, completion_tokens,
      audio_seconds, images, cost_usd, is_own_key, processing_time_ms, request_id, call_id,
      billing_cycle_start, billing_cycle_end
    )
    select
      (v_entry ->> 'organization_id')::uuid, (v_entry ->> 'user_id')::uuid, (v_entry ->> 'client_account_id')::uuid,
      (v_entry ->> 'content_item_id')::uuid, (v_entry ->> 'generation_id')::uuid, (v_entry ->> 'job_id')::bigint,
      v_entry ->> 'ai_provider', v_entry ->> 'ai_model', v_entry ->> 'feature',
      coalesce(v_entry ->> 'operation_type', 'generate'),
      coalesce(v_entry ->> 'status', 'succeeded')::public.ai_usage_status, left(v_entry ->> 'error_code', 100),
      v_certainty, v_prompt, v_cached, v_completion, v_audio, v_images, v_cost,
      coalesce((v_entry ->> 'is_own_key')::boolean, false),
      (v_entry ->> 'processing_time_ms')::numeric::integer, left(v_entry ->> 'request_id', 200), v_call_id,
      s.current_period_start, s.current_period_end
    from (values (1)) as one (row)
    left join public.subscriptions as s
      on s.organization_id = (v_entry ->> 'organization_id')::uuid and s.ended_at is null;
    recorded := recorded + 1;
    cost_usd := cost_usd + coalesce(v_cost, 0);
    unknown_count := unknown_count + (v_cost is null)::integer;
  end loop;
exception
  when data_exception or check_violation or not_null_violation then
    perform private.raise_error(
      'VALIDATION_ERROR', 'p_entries holds a value that its column does not take', jsonb_build_object('field', 'p_entries')
    );
end;
$$;
comment on function private.record_ai_usage(jsonb) is
'The work of public.record_ai_usage: how many calls were new, what those of known cost cost, and how many are not among these.';

create function public.record_ai_usage(p_entries jsonb)
returns integer
language sql
volatile
security definer -- nobody else may write usage
set search_path = ''
as $$
  select r.recorded from private.record_ai_usage(p_entries) as r
$$;
comment on function public.record_ai_usage(jsonb) is
'For workers: one row per call: [{"organization_id", "ai_provider", "ai_model", "feature", and any other column of ai_usage}]; the cost is reckoned
from ai_models unless the provider told it, and null where certainty is unknown.
An entry with a call_id counts once, however often it is sent.
All are stored, or none; answers how many were new. Errors: VALIDATION_ERROR.';

create function private.record_job_ai_usage(
  p_job public.jobs, p_calls jsonb, p_about jsonb default '{}', out cost_usd numeric, out unknown_count integer
)
returns record
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_entries jsonb;
begin
  select jsonb_agg(
    c.value || p_about
      || jsonb_build_object('organization_id', p_job.organization_id, 'user_id', p_job.created_by, 'job_id', p_job.id)
  ) into v_entries
  from jsonb_array_elements(coalesce(nullif(p_calls, 'null'), '[]')) as c;
  if v_entries is null then
    cost_usd := 0;
    unknown_count := 0;
    return;
  end if;
  select r.cost_usd, r.unknown_count into cost_usd, unknown_count from private.record_ai_usage(v_entries) as r;
end;
$$;
comment on function private.record_job_ai_usage(public.jobs, jsonb, jsonb) is
'For step and apply functions: records the calls that a checkpoint or result names in its usage, with what they were about
(generation_id, content_item_id, client_account_id), and answers what they
cost and how many of them nobody knows the cost of.';

create function private.sum_job_ai_usage(
  p_job public.jobs, out prompt_tokens integer, out completion_tokens integer, out cost_usd numeric,
  out unknown_count integer
)
returns record
language sql
stable
set search_path = ''
as $$
  select coalesce(sum(u.prompt_tokens), 0)::integer, coalesce(sum(u.completion_tokens), 0)::integer,
    coalesce(sum(u.cost_usd), 0), (count(*) filter (where u.cost_usd is null))::integer
  from public.ai_usage as u
  where u.job_id = p_job.id and u.organization_id = p_job.organization_id and u.created_at >= p_job.created_at
$$;
comment on function private.sum_job_ai_usage(public.jobs) is
'What all calls of a job took, those of its failed attempts included, and how many of them are not in cost_usd because nobody knows.';

-- By month ------------------------------------------------------------------------------------------------------------

create view public.monthly_ai_usage
with (security_invoker = true)
as
select
  u.organization_id,
  (date_trunc('month', u.created_at, 'UTC') at time zone 'UTC')::date as month_start,
  u.ai_provider,
  u.ai_model,
  u.feature,
  count(*) as call_count,
  count(*) filter (where u.status <> 'succeeded') as failed_count,
  sum(u.prompt_tokens)::bigint as prompt_tokens,
  sum(u.completion_tokens)::bigint as completion_tokens,
  sum(u.total_tokens)::bigint as total_tokens,
  coalesce(sum(u.cost_usd), 0)::numeric(18, 6) as cost_usd,
  count(*) filter (where u.cost_usd is null and u.certainty <> 'unknown') as unpriced_count,
  round(avg(u.processing_time_ms), 0)::integer as average_processing_time_ms,
  count(*) filter (where u.certainty = 'unknown') as unknown_count,
  count(*) filter (where u.certainty = 'estimated') as estimated_count
from public.ai_usage as u
group by 1, 2, 3, 4, 5;
comment on view public.monthly_ai_usage is
'What AI cost, by UTC month, model and feature; who reads it sees the rows of ai_usage that they may see.';
comment on column public.monthly_ai_usage.unpriced_count is 'Calls whose price was not known: they are not in cost_usd.';
comment on column public.monthly_ai_usage.unknown_count is
'Calls of which nobody said what they took: they may have cost, are not in cost_usd, and their tokens are the least.';
comment on column public.monthly_ai_usage.estimated_count is 'Calls whose tokens are reckoned: answers that were stopped.';

create function public.get_ai_usage(p_month date default null)
returns table (
  month_start date, ai_provider text, ai_model text, feature text, call_count bigint, failed_count bigint,
  prompt_tokens bigint, completion_tokens bigint, total_tokens bigint, cost_usd numeric, own_key_cost_usd numeric,
  unpriced_count bigint, average_processing_time_ms integer, unknown_count bigint, estimated_count bigint
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('manager');
  v_from timestamptz;
begin
  perform private.require(
    p_month is null or p_month between date '2000-01-01' and date '2999-12-31', 'p_month', 'p_month must be a date of this millennium'
  );
  v_from := date_trunc('month', coalesce(p_month::timestamp at time zone 'UTC', now()), 'UTC');
  return query
  select
    (v_from at time zone 'UTC')::date, u.ai_provider, u.ai_model, u.feature, count(*),
    count(*) filter (where u.status <> 'succeeded'), sum(u.prompt_tokens)::bigint, sum(u.completion_tokens)::bigint,
    sum(u.total_tokens)::bigint, coalesce(sum(u.cost_usd) filter (where not u.is_own_key), 0),
    coalesce(sum(u.cost_usd) filter (where u.is_own_key), 0),
    count(*) filter (where u.cost_usd is null and u.certainty <> 'unknown'),
    round(avg(u.processing_time_ms), 0)::integer, count(*) filter (where u.certainty = 'unknown'),
    count(*) filter (where u.certainty = 'estimated')
  from public.ai_usage as u
  where u.organization_id = v_organization_id
    and u.created_at >= v_from and u.created_at < date_trunc('month', v_from + interval '32 days', 'UTC')
  group by u.ai_provider, u.ai_model, u.feature
  order by 10 desc, 5 desc, 2, 3, 4;
end;
$$;
comment on function public.get_ai_usage(date) is
'The organization''s AI calls in the UTC month of this day (this month unless given), dearest first; calls on its own keys are in own_key_cost_usd.
No sum holds the calls of unpriced_count (no price is known) and unknown_count (nobody said what they took).
Errors: FORBIDDEN, VALIDATION_ERROR.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant select on public.monthly_ai_usage to authenticated, service_role;
grant execute on function public.get_ai_usage(date) to authenticated;
grant execute on function public.record_ai_usage(jsonb) to service_role, catalyst_worker;
