-- Purpose: find what is later than agreed and say so, once.
-- Objects: private.note_sla_breaches, notification type sla_breached, cron.

-- Hours are hours by the wall clock, nights and weekends included: an agreement people can check without a calendar
-- of ours.

insert into public.notification_types (type, display_name, is_emailed, sort_order)
values ('sla_breached', 'An agreed time has passed', true, 55);

create function private.note_sla_breaches(p_limit integer default 1000)
returns integer
language sql
volatile
set search_path = ''
as $$
  with approvals as (
    update public.approval_requests as r set breached_at = now()
    where r.id in (
      select a.id from public.approval_requests as a
      where a.status = 'pending' and a.breached_at is null and a.due_at <= now()
      order by a.due_at
      limit p_limit
      for update skip locked
    )
    returning r.organization_id, r.id, 'approval_request' as entity, r.requested_by as owner_id, r.due_at
  ),
  checks as (
    update public.qa_requests as r set breached_at = now()
    where r.id in (
      select q.id from public.qa_requests as q
      where q.status in ('pending', 'assigned', 'in_review') and q.breached_at is null and q.due_at <= now()
      order by q.due_at
      limit p_limit
      for update skip locked
    )
    returning r.organization_id, r.id, 'qa_request' as entity, coalesce(r.assigned_to, r.user_id) as owner_id, r.due_at
  ),
  breaches as (
    select a.* from approvals as a
    union all
    select c.* from checks as c
  )
  -- One notification per breach: to whoever it is with, or to the managers when that person is gone.
  select count(private.notify(
    p_organization_id => b.organization_id, p_user_id => m.user_id, p_type => 'sla_breached',
    p_title => case b.entity when 'qa_request' then 'A check is late' else 'An approval is late' end,
    p_entity_type => b.entity, p_entity_id => b.id, p_metadata => jsonb_build_object('due_at', b.due_at),
    p_minimum_role => case when m.user_id is null then 'manager' else 'viewer' end::public.member_role
  ))::integer
  from breaches as b
  left join public.organization_members as m
    on m.organization_id = b.organization_id and m.user_id = b.owner_id and m.status = 'active'
$$;
comment on function private.note_sla_breaches(integer) is
'Marks approvals and checks past due_at and tells the one they are with; answers how many. What is marked is not told
again; a paused check is not late.';

select cron.schedule('note-sla-breaches', '*/5 * * * *', 'select private.note_sla_breaches()');
