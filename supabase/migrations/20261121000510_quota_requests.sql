-- Purpose: what clients and operators ask about quotas.
-- Objects: get_quotas, check_user_quota, check_and_update_user_quota.

create function private.get_quotas(p_organization_id uuid)
returns table (
  metric text, display_name text, unit text, period public.quota_period, period_start date, "limit" bigint, used bigint,
  reserved bigint, remaining bigint, resets_at timestamptz, plan text
)
language sql
stable
set search_path = ''
as $$
  select
    m.metric, m.display_name, m.unit, m.period, s.period_start, l.limit_value, coalesce(c.used, 0),
    coalesce(c.reserved, 0),
    -- greatest() leaves nulls out: of no limit it would make zero.
    case when l.limit_value is not null then greatest(l.limit_value - coalesce(c.used + c.reserved, 0), 0) end,
    private.quota_resets_at(m.period, o.timezone, s.period_start),
    l.plan
  from public.organizations as o
  cross join lateral (select private.effective_plan(o.id) as plan) as e
  join public.plan_limits as l on l.plan = e.plan
  join public.quota_metrics as m on m.metric = l.metric
  cross join lateral (select private.quota_period_start(m.period, o.timezone) as period_start) as s
  left join public.usage_counters as c
    on c.organization_id = o.id and c.metric = m.metric and c.period_start = s.period_start
  where o.id = p_organization_id
  order by m.sort_order, m.metric
$$;
comment on function private.get_quotas(uuid) is 'Limits and use of one organization in the running periods.';

create function private.get_quotas()
returns table (
  metric text, display_name text, unit text, period public.quota_period, period_start date, "limit" bigint, used bigint,
  reserved bigint, remaining bigint, resets_at timestamptz, plan text
)
language sql
stable
security definer -- members limited to a client account do not read subscriptions, but may know what is left
set search_path = ''
as $$
  select * from private.get_quotas(private.active_org_or_raise())
$$;

create function public.get_quotas()
returns table (
  metric text, display_name text, unit text, period public.quota_period, period_start date, "limit" bigint, used bigint,
  reserved bigint, remaining bigint, resets_at timestamptz, plan text
)
language sql
stable
security invoker
set search_path = ''
as $$
  select * from private.get_quotas()
$$;
comment on function public.get_quotas() is
'What the active organization''s plan includes, what is used and reserved, what remains (null: unlimited) and when it renews.
Errors: UNAUTHORIZED, FORBIDDEN.';

create function private.user_organization(p_user_id uuid)
returns uuid
language plpgsql
stable
set search_path = ''
as $$
declare
  v_organization_id uuid;
begin
  perform private.require(p_user_id is not null, 'p_user_id', 'p_user_id is missing');
  if not private.is_backend() and p_user_id is distinct from auth.uid() then
    perform private.raise_error('FORBIDDEN', 'you can ask about yourself only');
  end if;
  select m.organization_id into v_organization_id
  from public.profiles as p
  join public.organization_members as m
    on m.user_id = p.id and m.organization_id = p.active_organization_id and m.status = 'active'
  join public.organizations as o on o.id = m.organization_id and o.deleted_at is null
  where p.id = p_user_id and p.status = 'active';
  return v_organization_id;
end;
$$;
comment on function private.user_organization(uuid) is
'Where a user''s work is counted; null for a person who works nowhere. FORBIDDEN for clients who name somebody else.';

create function private.check_user_quota(p_user_id uuid)
returns boolean
language plpgsql
stable
security definer -- reads subscriptions and counters for members who may not
set search_path = ''
as $$
declare
  v_organization_id uuid := private.user_organization(p_user_id);
begin
  if v_organization_id is null then
    return false;
  end if;
  return exists (
    select from private.get_quotas(v_organization_id) as q
    where q.metric = 'generations' and (q.remaining is null or q.remaining > 0)
  );
end;
$$;
comment on function private.check_user_quota(uuid) is 'The work of public.check_user_quota.';

create function public.check_user_quota(p_user_id uuid default null)
returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select private.check_user_quota(p_user_id)
$$;
comment on function public.check_user_quota(uuid) is
'Whether a generation is left in the organization the user works in; false for a person who works nowhere. A hint for the screen: creating one decides.
Errors: FORBIDDEN, VALIDATION_ERROR.';

create function private.check_and_update_user_quota(p_user_id uuid, p_video_count integer)
returns jsonb
language plpgsql
volatile
security definer -- clients have no grant on counters
set search_path = ''
as $$
declare
  v_organization_id uuid := private.user_organization(p_user_id);
  v_taken date;
  v_quota record;
begin
  perform private.require(
    p_video_count between 1 and 1000, 'p_video_count', 'p_video_count must be between 1 and 1000'
  );
  if v_organization_id is null then
    return jsonb_build_object('success', false, 'error', 'User not found');
  end if;
  v_taken := private.take_quota(v_organization_id, 'videos', p_video_count, 'consume', null, false);
  select q.* into v_quota from private.get_quotas(v_organization_id) as q where q.metric = 'videos';
  return jsonb_build_object(
    'success', v_taken is not null,
    'quota_limit', v_quota."limit",
    'quota_used', v_quota.used + v_quota.reserved,
    'quota_remaining', v_quota.remaining
  ) || case when v_taken is null then '{"error": "Quota exceeded"}' else '{}' end::jsonb;
end;
$$;
comment on function private.check_and_update_user_quota(uuid, integer) is 'The work of public.check_and_update_user_quota.';

create function public.check_and_update_user_quota(p_user_id uuid default null, p_video_count integer default 1)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer('check_and_update_user_quota', jsonb_build_array(p_user_id, p_video_count)),
    private.remember_answer(
      'check_and_update_user_quota', private.check_and_update_user_quota(p_user_id, p_video_count)
    )
  )
$$;
comment on function public.check_and_update_user_quota(uuid, integer) is
'Takes videos from the quota when there are enough: {success, quota_limit, quota_used, quota_remaining[, error]}; null means unlimited.
Work that may fail is better served by generate_video, which gives back what was not used.
Errors: FORBIDDEN, VALIDATION_ERROR.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.get_quotas(), private.get_quotas(),
  public.check_user_quota(uuid), private.check_user_quota(uuid),
  public.check_and_update_user_quota(uuid, integer), private.check_and_update_user_quota(uuid, integer)
to authenticated, service_role;
