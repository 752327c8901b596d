-- Purpose: one month of posts and plans, as a calendar shows it.
-- Objects: calendar_month.

create function public.calendar_month(
  p_month date default null, p_timezone text default null, p_status text default null,
  p_social_account_id uuid default null
)
returns table (
  entry_on date,
  entry_time time,
  kind text,
  id uuid,
  title text,
  status text,
  platform text,
  social_account_id uuid,
  calendar_id uuid,
  generated_content_id uuid,
  platform_post_url text,
  thumbnail_url text,
  views_24h bigint,
  likes_24h bigint,
  comments_24h bigint
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_organization_id uuid := private.active_org_or_raise();
  v_timezone text := coalesce(
    p_timezone, (select o.timezone from public.organizations as o where o.id = v_organization_id)
  );
  v_starts_on date := date_trunc('month', coalesce(p_month, (now() at time zone 'UTC')::date)::timestamp)::date;
  v_ends_on date;
begin
  perform private.require(
    private.is_timezone(v_timezone), 'p_timezone', 'p_timezone must be an IANA time zone such as Europe/Amsterdam'
  );
  perform private.require(v_starts_on between date '2000-01-01' and date '2199-12-01', 'p_month', 'p_month is out of range');
  perform private.require(
    p_status is null or p_status in (
      'scheduled', 'publishing', 'unconfirmed', 'published', 'failed', 'missed', 'cancelled', 'planned', 'in_progress', 'completed'
    ),
    'p_status', 'p_status is no status of a post or calendar entry'
  );
  if p_month is null then
    v_starts_on := date_trunc('month', now() at time zone v_timezone)::date;
  end if;
  v_ends_on := (v_starts_on + interval '1 month')::date;
  return query
  select
    (p.scheduled_for at time zone v_timezone)::date, (p.scheduled_for at time zone v_timezone)::time, 'post', p.id,
    coalesce(p.title, c.title, left(coalesce(p.post_caption, c.generated_text), 100)), p.status::text, p.platform,
    p.social_account_id, null::uuid, p.generated_content_id, p.platform_post_url,
    coalesce(p.thumbnail_url, c.thumbnail_url), p.views_24h, p.likes_24h, p.comments_24h
  from public.scheduled_posts as p
  left join public.generated_content as c on c.organization_id = p.organization_id and c.id = p.generated_content_id
  where p.organization_id = v_organization_id
    -- Midnight may be skipped by the clock there; Postgres then takes the next moment there is.
    and p.scheduled_for >= (v_starts_on::timestamp at time zone v_timezone)
    and p.scheduled_for < (v_ends_on::timestamp at time zone v_timezone)
    and (p_status is null or p.status::text = p_status)
    and (p_social_account_id is null or p.social_account_id = p_social_account_id)
  union all
  -- What is scheduled already is shown as its post.
  select
    e.scheduled_on, e.time_slot, 'entry', e.id, coalesce(e.planned_topic, c.title), e.status::text, e.platform, null::uuid,
    e.calendar_id, e.generated_content_id, null, c.thumbnail_url, null::bigint, null::bigint, null::bigint
  from public.calendar_entries as e
  left join public.generated_content as c on c.organization_id = e.organization_id and c.id = e.generated_content_id
  where e.organization_id = v_organization_id and e.scheduled_post_id is null
    and e.scheduled_on >= v_starts_on and e.scheduled_on < v_ends_on
    and (p_status is null or e.status::text = p_status)
    and p_social_account_id is null
  order by 1, 2, 4;
end;
$$;
comment on function public.calendar_month(date, text, text, uuid) is
'Posts (kind post) and plans not scheduled yet (kind entry) of the month that holds p_month, by the days and times of
p_timezone (the organization''s zone when null); plans by the zone of their calendar. p_status and p_social_account_id
narrow it.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR.';

grant execute on function public.calendar_month(date, text, text, uuid) to authenticated;
