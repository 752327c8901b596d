-- Purpose: which moments the slots of an account mean, and the next that is free.
-- Objects: private.slot_times, next_slot_times, next_available_slot, schedule_in_queue.

create function private.slot_times(
  p_organization_id uuid, p_social_account_id uuid, p_queue text, p_after timestamptz, p_count integer
)
returns table (
  slot_at timestamptz, posting_slot_id uuid, local_on date, local_time time, timezone text,
  time_resolution public.time_resolution
)
language sql
stable
set search_path = ''
as $$
  select t.slot_at, t.id, t.day, t.local_time, t.timezone, t.resolution
  from (
    -- Two slots that meet, because clocks skip the one, are one moment; the one that was not moved names it.
    select distinct on (r.resolved_at)
      r.resolved_at as slot_at, s.id, d.day, s.local_time, s.timezone, r.resolution
    from public.posting_slots as s
    cross join lateral unnest(s.weekdays) as w (weekday)
    -- As many weeks as the slot with most weekdays needs by itself; days there begin up to a day from ours.
    cross join (
      select max(cardinality(array(select distinct unnest(m.weekdays)))) as most
      from public.posting_slots as m
      where m.organization_id = p_organization_id and m.social_account_id = p_social_account_id and m.is_active
        and (p_queue is null or m.queue = p_queue)
    ) as k
    cross join lateral (
      select ((p_after at time zone s.timezone)::date - 1 + ((w.weekday - extract(isodow from
        (p_after at time zone s.timezone)::date - 1)::integer + 7) % 7) + 7 * n.week)::date as day
      from generate_series(0, ceil(p_count / k.most::numeric)::integer + 1) as n (week)
    ) as d
    cross join lateral private.resolve_local_time(d.day, s.local_time, s.timezone) as r
    where s.organization_id = p_organization_id and s.social_account_id = p_social_account_id and s.is_active
      and (p_queue is null or s.queue = p_queue) and r.resolved_at > p_after
    order by r.resolved_at, r.resolution, s.id
  ) as t
  order by t.slot_at
  limit p_count
$$;
comment on function private.slot_times(uuid, uuid, text, timestamptz, integer) is
'The next p_count moments after p_after at which an account has a slot, in order; right across changes of clocks.';

create function private.next_slot_times(
  p_social_account_id uuid, p_after timestamptz, p_count integer, p_queue text, p_available_only boolean
)
returns table (
  slot_at timestamptz, posting_slot_id uuid, local_on date, local_time time, timezone text,
  time_resolution public.time_resolution, is_taken boolean
)
language plpgsql
stable
security definer -- a slot is taken also by a post the caller may not see; the organization is checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.active_org_or_raise();
  v_after timestamptz := coalesce(p_after, now());
begin
  perform private.require(p_count between 1 and 100, 'p_count', 'p_count must be from 1 to 100');
  perform private.require(
    v_after between timestamptz '2000-01-01 00:00Z' and timestamptz '2199-01-01 00:00Z', 'p_after', 'p_after is out of range'
  );
  perform private.require(p_social_account_id is not null, 'p_social_account_id', 'p_social_account_id is missing');
  if private.member_client_account() is not null or not exists (
    select from public.social_accounts as a
    where a.organization_id = v_organization_id and a.id = p_social_account_id and a.deleted_at is null
  ) then
    perform private.raise_error('NOT_FOUND', 'there is no such account in the active organization');
  end if;
  return query
  select t.slot_at, t.posting_slot_id, t.local_on, t.local_time, t.timezone, t.time_resolution, k.is_taken
  from private.slot_times(
    v_organization_id, p_social_account_id, p_queue, v_after,
    -- Beside the free ones as many as there are posts ahead may be taken.
    p_count + case when p_available_only then (
      select least(count(*), 1000)::integer from public.scheduled_posts as p
      where p.social_account_id = p_social_account_id and p.organization_id = v_organization_id
        and p.scheduled_for > v_after and p.status <> 'cancelled'
    ) else 0 end
  ) as t
  cross join lateral (
    select exists (
      select from public.scheduled_posts as p
      where p.organization_id = v_organization_id and p.social_account_id = p_social_account_id
        and p.scheduled_for = t.slot_at and p.status not in ('cancelled', 'missed', 'failed')
    ) as is_taken
  ) as k
  where not (p_available_only and k.is_taken)
  order by t.slot_at
  limit p_count;
end;
$$;
comment on function private.next_slot_times(uuid, timestamptz, integer, text, boolean) is
'The work of public.next_slot_times and public.next_available_slot.';

create function public.next_slot_times(
  p_social_account_id uuid default null,
  p_after timestamptz default now(),
  p_count integer default 10,
  p_queue text default null
)
returns table (
  slot_at timestamptz, posting_slot_id uuid, local_on date, local_time time, timezone text,
  time_resolution public.time_resolution, is_taken boolean
)
language sql
stable
security invoker
set search_path = ''
as $$
  select t.* from private.next_slot_times(p_social_account_id, p_after, p_count, p_queue, false) as t
$$;
comment on function public.next_slot_times(uuid, timestamptz, integer, text) is
'The next moments (1 to 100) at which an account publishes by its slots, of one queue or all, and which of them are
taken.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

create function public.next_available_slot(
  p_social_account_id uuid default null, p_after timestamptz default now(), p_queue text default null
)
returns timestamptz
language sql
stable
security invoker
set search_path = ''
as $$
  select t.slot_at from private.next_slot_times(p_social_account_id, p_after, 1, p_queue, true) as t
$$;
comment on function public.next_available_slot(uuid, timestamptz, text) is
'The next moment of the slots of an account that no post has taken; null without slots. Errors as next_slot_times.';

-- Queue ---------------------------------------------------------------------------------------------------------------

create function private.schedule_in_queue(
  p_social_account_id uuid, p_generated_content_id uuid, p_queue text, p_options jsonb
)
returns jsonb
language plpgsql
volatile
security definer -- clients have no grant to write posts; schedule_post checks organization and role
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_slot record;
begin
  -- One after the other, so that two people do not get one slot.
  perform pg_advisory_xact_lock(hashtextextended('queue:' || v_organization_id || ':' || p_social_account_id, 0));
  select t.* into v_slot
  from private.next_slot_times(p_social_account_id, now(), 1, p_queue, true) as t;
  if not found then
    perform private.raise_error('CONFLICT', 'this account has no slots', jsonb_build_object('field', 'p_social_account_id'));
  end if;
  return private.schedule_post(
    array[p_social_account_id], p_generated_content_id, null, v_slot.local_on, v_slot.local_time, v_slot.timezone,
      p_options
  );
end;
$$;
comment on function private.schedule_in_queue(uuid, uuid, text, jsonb) is 'The work of public.schedule_in_queue.';

create function public.schedule_in_queue(
  p_social_account_id uuid default null,
  p_generated_content_id uuid default null,
  p_queue text default null,
  p_options jsonb default '{}'
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer(
      'schedule_in_queue', jsonb_build_array(
        p_social_account_id, p_generated_content_id, p_queue, p_options
      )
    ),
    private.remember_answer(
      'schedule_in_queue', private.schedule_in_queue(p_social_account_id, p_generated_content_id, p_queue, p_options)
    )
  )
$$;
comment on function public.schedule_in_queue(uuid, uuid, text, jsonb) is
'Plans a post at the next free slot of an account; options and answer as schedule_post. Errors as there, and CONFLICT
(no slots).';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.next_slot_times(uuid, timestamptz, integer, text),
  private.next_slot_times(uuid, timestamptz, integer, text, boolean),
  public.next_available_slot(uuid, timestamptz, text),
  public.schedule_in_queue(uuid, uuid, text, jsonb),
  private.schedule_in_queue(uuid, uuid, text, jsonb)
to authenticated;
