-- Purpose: which models work for an organization is tried on, in order.
-- Objects: ai_wishes, ai_route.

create function private.ai_wishes(
  p_organization_id uuid, p_user_id uuid, p_capability public.ai_capability, p_ai_model text, p_platform_model text
)
returns table (
  chosen_by text, rank integer, place bigint, ai_provider text, ai_model text, embedding_dimensions integer
)
language sql
stable
set search_path = ''
as $$
  select 'request', 0, row_number() over (order by m.sort_order, m.provider), m.provider, m.name, null::integer
  from public.ai_models as m
  where m.name = p_ai_model and p_capability = any(m.capabilities)
  union all
  select 'person', 1, 1, u.preferred_provider, u.preferred_model, null::integer
  from public.user_ai_settings as u
  where u.user_id = p_user_id and p_capability = 'text' and u.preferred_provider is not null
  union all
  select 'organization', 2, 1, o.ai_provider, o.ai_model, o.embedding_dimensions
  from public.organization_ai_settings as o
  where o.organization_id = p_organization_id and o.capability = p_capability
  union all
  -- A model's name may hold slashes, a provider's may not.
  select 'platform', 3, m.place, split_part(m.name, '/', 1), substr(m.name, strpos(m.name, '/') + 1), null::integer
  from jsonb_array_elements_text(
    case when p_platform_model is not null then jsonb_build_array(p_platform_model)
      when jsonb_typeof(private.system_setting('ai.models') -> p_capability::text) = 'array'
      then private.system_setting('ai.models') -> p_capability::text else '[]' end
  ) with ordinality as m (name, place)
$$;
comment on function private.ai_wishes(uuid, uuid, public.ai_capability, text, text) is
'What the request, the person, the organization and the platform want, first of them first; a model that is null is the provider''s first.
p_platform_model stands in for the setting ai.models.';

create function public.ai_route(
  p_organization_id uuid, p_capability text default 'text', p_user_id uuid default null, p_ai_model text default null,
  p_call jsonb default null, p_platform_model text default null
)
returns table (
  ai_provider text, ai_model text, chosen_by text, base_url text, is_api_key_required boolean, has_own_key boolean,
  has_budget boolean, max_context_tokens integer, max_output_tokens integer, embedding_dimensions integer,
  input_cost_per_million_tokens numeric, cached_input_cost_per_million_tokens numeric,
  output_cost_per_million_tokens numeric, cost_per_minute numeric
)
language plpgsql
volatile
security definer -- workers without service_role read no tables
set search_path = ''
set plan_cache_mode = force_generic_plan -- to plan it for each call takes twice as long as to run it
as $$
declare
  v_capability public.ai_capability := private.ai_capability(p_capability);
  v_fallback jsonb := coalesce(private.system_setting('ai.fallback'), '{}');
  v_is_first boolean := true;
  v_job public.jobs;
begin
  perform private.require(
    p_platform_model is null or p_platform_model ~ '^[a-z][a-z0-9_]{0,31}/.', 'p_platform_model',
    'p_platform_model must be provider/model'
  );
  if p_call ->> 'step' is not null then
    -- With the same message: whoever waits sees that work began, and the worker makes no round trip for it.
    -- No column of an index changes: the row stays where it is.
    update public.jobs as j
    set step = left(p_call ->> 'step', 200), progress = coalesce((p_call ->> 'progress')::numeric, j.progress)
    where j.id = (p_call ->> 'job_id')::bigint and j.lease = (p_call ->> 'lease')::integer
    returning j.* into v_job;
    if found then
      perform private.broadcast_job(v_job, v_job.status);
    end if;
  end if;
  for
    ai_provider, ai_model, chosen_by, base_url, is_api_key_required, has_own_key, has_budget, max_context_tokens,
    max_output_tokens, embedding_dimensions, input_cost_per_million_tokens, cached_input_cost_per_million_tokens,
    output_cost_per_million_tokens, cost_per_minute
  in
  with offered as (
    select distinct on (w.ai_provider, m.name)
      w.ai_provider as provider, m.name, w.rank, w.place, w.chosen_by, p.base_url as address,
      coalesce(p.is_api_key_required, false) as needs_key, m.max_context_tokens, m.max_output_tokens,
      coalesce(w.embedding_dimensions, m.embedding_dimensions) as dimensions, m.input_cost_per_million_tokens,
      m.cached_input_cost_per_million_tokens, m.output_cost_per_million_tokens, m.cost_per_minute
    from private.ai_wishes(p_organization_id, p_user_id, v_capability, p_ai_model, p_platform_model) as w
    left join public.ai_providers as p on p.slug = w.ai_provider
    cross join lateral (
      (
        select c.name, c.max_context_tokens, c.max_output_tokens, c.embedding_dimensions,
          c.input_cost_per_million_tokens, c.cached_input_cost_per_million_tokens, c.output_cost_per_million_tokens,
          c.cost_per_minute
        from public.ai_models as c
        where c.provider = w.ai_provider and c.name = coalesce(w.ai_model, c.name) and c.is_active
          and v_capability = any(c.capabilities)
        order by c.sort_order, c.name
        limit 1
      )
      union all
      -- Whoever runs a worker may name a model that is on no list.
      select w.ai_model, null, null, null, null, null, null, null
      where w.chosen_by = 'platform' and p_platform_model is not null
        and not exists (select from public.ai_models as c where c.provider = w.ai_provider and c.name = w.ai_model)
    ) as m
    where coalesce(p.is_active, p_platform_model is not null)
    order by w.ai_provider, m.name, w.rank, w.place
  ),
  allowed as (
    -- Whoever chose a model did not choose where else the text may go.
    select o.* from offered as o
    where o.rank < 3
      or coalesce((v_fallback ->> 'beyond_choice')::boolean, false)
      or not exists (select from offered as other where other.rank < 3)
  )
  select a.provider, a.name, a.chosen_by, a.address, a.needs_key,
    exists (
      select from public.organization_ai_keys as k
      where k.organization_id = p_organization_id and k.ai_provider = a.provider
    ),
    exists (
      select from public.provider_limits as l
      where l.provider = a.provider and l.resource = 'ai_requests' and l.is_active
    ),
    a.max_context_tokens, a.max_output_tokens, a.dimensions,
    a.input_cost_per_million_tokens, a.cached_input_cost_per_million_tokens, a.output_cost_per_million_tokens,
    a.cost_per_minute
  from allowed as a
  -- Chosen words are not what somebody wanted who asked for a model: only where the settings say so.
  where a.provider <> 'local' or a.rank < 3 or coalesce((v_fallback ->> 'to_local')::boolean, false)
    or not exists (select from allowed as other where other.provider <> 'local')
  order by a.provider = 'local' and a.rank = 3, a.rank, a.place
  loop
    if v_is_first and p_call is not null and ai_provider <> 'local' then
      perform private.note_ai_calls(
        (p_call ->> 'job_id')::bigint, (p_call ->> 'lease')::integer,
        jsonb_build_array(
          p_call || jsonb_build_object('ai_provider', ai_provider, 'ai_model', ai_model, 'is_own_key', has_own_key)
        )
      );
    end if;
    v_is_first := false;
    return next;
  end loop;
end;
$$;
comment on function public.ai_route(uuid, text, uuid, text, jsonb, text) is
'For workers: the models to try in order: p_ai_model where there is one of that name, what the person prefers (text
only), what the organization chose, and where nobody chose, or ai.fallback.beyond_choice is set, the list ai.models of
the platform. local comes last, and as a way out only where ai.fallback.to_local is set. Models that are switched off
are passed over. With p_call {job_id, lease, call_id, feature, operation_type, about} the call of the first of them is
noted as by begin_ai_calls, unless it is local; step and progress (0 to 1) beside them are shown as by heartbeat_job.
p_platform_model, provider/model, takes the place of ai.models, also where no table knows it.
Errors: VALIDATION_ERROR.';

grant execute on function public.ai_route(uuid, text, uuid, text, jsonb, text) to service_role, catalyst_worker;
