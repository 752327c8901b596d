-- Purpose: who is written to about what and when, as each person set it: at once, once a day, once a week, or never.
-- Objects: for workers claim_notification_mails, release_notification_mails.

create function public.claim_notification_mails(p_limit integer default 100)
returns table (
  user_id uuid, email text, full_name text, language text, kind text, app_name text, support_email text,
  notifications jsonb
)
language plpgsql
volatile
security definer -- workers hold no grant on settings of people
set search_path = ''
as $$
begin
  perform private.require(p_limit between 1 and 1000, 'p_limit', 'p_limit must be 1 to 1000');
  -- A mail that leads to a closed door helps nobody.
  if coalesce(private.system_setting('app.maintenance') = 'true', false) then
    return;
  end if;
  return query
  with waiting as (
    select n.id, n.user_id, n.created_at,
      case
        when t.outcome = 'completed' and s.is_email_on_completion_enabled
          or t.outcome = 'failed' and s.is_email_on_failure_enabled then 'immediate'
        -- Days and weeks are those of the person: what came before the last midnight, or the last Monday.
        when t.outcome is null and s.is_daily_summary_enabled
          and n.created_at < date_trunc('day', now(), p.timezone) then 'daily'
        when t.outcome is null and not s.is_daily_summary_enabled and s.is_weekly_digest_enabled
          and n.created_at < date_trunc('week', now(), p.timezone) then 'weekly'
      end as kind
    from public.notifications as n
    join public.notification_types as t on t.type = n.type and t.is_emailed
    join public.profiles as p on p.id = n.user_id and p.deleted_at is null
    join public.user_settings as s on s.user_id = n.user_id and s.is_email_notifications_enabled
    join public.organization_members as m
      on m.organization_id = n.organization_id and m.user_id = n.user_id and m.status = 'active'
    where n.read_at is null and n.emailed_at is null and n.expires_at > now()
  ),
  people as (
    select w.user_id
    from waiting as w
    where w.kind is not null
    group by w.user_id
    order by min(w.created_at), w.user_id
    limit p_limit
  ),
  held as (
    select n.id, w.kind
    from waiting as w
    join people as o on o.user_id = w.user_id
    join public.notifications as n on n.id = w.id and n.emailed_at is null
    where w.kind is not null
    for no key update of n skip locked
  ),
  sent as (
    update public.notifications as n
    set emailed_at = now()
    from held as h
    where n.id = h.id
    returning n.*, h.kind
  )
  select e.user_id, p.email, p.full_name, p.language, e.kind, private.system_setting('app.name') #>> '{}',
    private.system_setting('app.support_email') #>> '{}',
    jsonb_agg(jsonb_build_object(
      'id', e.id, 'organization_id', e.organization_id, 'type', e.type, 'title', e.title, 'message', e.message,
      'action_url', e.action_url, 'action_label', e.action_label, 'created_at', e.created_at
    ) order by e.created_at, e.id)
  from sent as e
  join public.profiles as p on p.id = e.user_id
  group by e.user_id, p.email, p.full_name, p.language, e.kind
  order by e.user_id, e.kind;
end;
$$;
comment on function public.claim_notification_mails(integer) is
'For workers: mails to write now, for at most p_limit people: {user_id, email, full_name, language, kind, app_name,
support_email, notifications}. What is unread and of a type that is e-mailed: results at once (immediate), the rest once
a day or a week, as the person''s user_settings say. What is claimed counts as sent: release_notification_mails takes
back what was not. Nothing during app.maintenance. Errors: VALIDATION_ERROR.';

create function public.release_notification_mails(p_ids uuid[])
returns integer
language plpgsql
volatile
security definer -- workers hold no grant to write notifications
set search_path = ''
as $$
declare
  v_count integer;
begin
  perform private.require(cardinality(p_ids) between 1 and 10000, 'p_ids', 'p_ids must hold 1 to 10,000 ids');
  update public.notifications as n
  set emailed_at = null
  where n.id = any(p_ids) and n.emailed_at > now() - interval '1 day';
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;
comment on function public.release_notification_mails(uuid[]) is
'For workers: these notifications were claimed and their mail was not sent; they are due again. Errors: VALIDATION_ERROR.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.claim_notification_mails(integer),
  public.release_notification_mails(uuid[])
to service_role, catalyst_worker;
