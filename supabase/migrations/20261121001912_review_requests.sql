-- Purpose: ask an expert to check content, and say how far checks and revisions are.
-- Objects: request_qa, update_qa_request, update_revision_request.

-- Quality assurance ---------------------------------------------------------------------------------------------------

create function private.require_colleague(p_organization_id uuid, p_user_id uuid, p_field text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform private.require(
    p_user_id is null or exists (
      select from public.organization_members as m
      where m.organization_id = p_organization_id and m.user_id = p_user_id and m.status = 'active'
        and m.client_account_id is null
    ),
    p_field, p_field || ' is not a colleague in this organization'
  );
end;
$$;
comment on function private.require_colleague(uuid, uuid, text) is
'VALIDATION_ERROR unless this is an active member of the team, or nobody.';

create function private.request_qa(
  p_generated_content_id uuid, p_qa_type text, p_priority text, p_sla_hours integer, p_assigned_to uuid, p_message text
)
returns jsonb
language plpgsql
volatile
security definer -- clients have no grant to write requests; the organization and role are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_message text := private.require_text(p_message, 'p_message', 2000, 1, true);
  v_content public.generated_content;
  v_request public.qa_requests;
begin
  perform private.require(
    p_qa_type = any(enum_range(null::public.qa_type)::text[]), 'p_qa_type',
    'p_qa_type must be copywriter_review, video_editor_review or expert_review'
  );
  perform private.require(
    p_priority = any(enum_range(null::public.request_priority)::text[]), 'p_priority',
    'p_priority must be low, normal, high or urgent'
  );
  perform private.require(coalesce(p_sla_hours, 24) in (24, 48, 72), 'p_sla_hours', 'p_sla_hours must be 24, 48 or 72');
  perform private.require_colleague(v_organization_id, p_assigned_to, 'p_assigned_to');
  v_content := private.find_generated_content(v_organization_id, p_generated_content_id);
  insert into public.qa_requests (
    organization_id, client_account_id, generated_content_id, content_version, user_id, qa_type, priority, status,
    assigned_to, assigned_at, sla_hours, due_at, message
  )
  values (
    v_organization_id, v_content.client_account_id, v_content.id, v_content.version, auth.uid(),
    p_qa_type::public.qa_type, p_priority::public.request_priority,
    case when p_assigned_to is null then 'pending' else 'assigned' end::public.qa_status,
    p_assigned_to, case when p_assigned_to is not null then now() end, p_sla_hours,
    now() + make_interval(hours => p_sla_hours), v_message
  )
  returning * into v_request;
  -- Nobody in particular: all who can assign it.
  perform private.notify(
    p_organization_id => v_organization_id, p_user_id => p_assigned_to, p_type => 'approval_needed',
    p_title => 'A check is needed', p_message => v_message, p_entity_type => 'qa_request', p_entity_id => v_request.id,
    p_minimum_role => case when p_assigned_to is null then 'manager' else 'viewer' end::public.member_role
  );
  return to_jsonb(v_request);
end;
$$;
comment on function private.request_qa(uuid, text, text, integer, uuid, text) is 'The work of public.request_qa.';

create function public.request_qa(
  p_generated_content_id uuid default null,
  p_qa_type text default null,
  p_priority text default 'normal',
  p_sla_hours integer default null,
  p_assigned_to uuid default null,
  p_message text default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer(
      'request_qa', jsonb_build_array(
        p_generated_content_id, p_qa_type, p_priority, p_sla_hours, p_assigned_to, p_message
      )
    ),
    private.remember_answer(
      'request_qa', private.request_qa(
        p_generated_content_id, p_qa_type, p_priority, p_sla_hours, p_assigned_to, p_message
      )
    )
  )
$$;
comment on function public.request_qa(uuid, text, text, integer, uuid, text) is
'Asks for a check of the present version of content: copywriter_review, video_editor_review or expert_review, within
24, 48 or 72 hours by the wall clock, or without an agreed time. Errors: UNAUTHORIZED, FORBIDDEN (creators),
NOT_FOUND, VALIDATION_ERROR.';

create function private.update_qa_request(
  p_qa_request_id uuid, p_action text, p_assigned_to uuid, p_feedback text, p_quality_score numeric
)
returns jsonb
language plpgsql
volatile
security definer -- clients have no grant to write requests; the organization and role are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_feedback text := private.require_text(p_feedback, 'p_feedback', 5000, 1, true);
  v_request public.qa_requests;
begin
  perform private.require(
    p_action in ('assign', 'start', 'wait', 'resume', 'complete', 'cancel'), 'p_action',
    'p_action must be assign, start, wait, resume, complete or cancel'
  );
  perform private.require(
    p_quality_score is null or p_quality_score between 0 and 100, 'p_quality_score', 'p_quality_score must be from 0 to 100'
  );
  perform private.require(p_action <> 'wait' or v_feedback is not null, 'p_feedback', 'p_feedback says what is waited for');
  perform private.require(p_qa_request_id is not null, 'p_qa_request_id', 'p_qa_request_id is missing');
  select q.* into v_request
  from public.qa_requests as q
  where q.organization_id = v_organization_id and q.id = p_qa_request_id
  for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such request in the active organization');
  end if;
  -- Managers do all of it; others take work, do their own, and take back what they asked for.
  if not private.has_role('manager') and not (case p_action
    when 'assign' then coalesce(p_assigned_to, auth.uid()) = auth.uid() and v_request.assigned_to is null
    when 'cancel' then v_request.user_id is not distinct from auth.uid()
    else v_request.assigned_to is not distinct from auth.uid()
  end) then
    perform private.raise_error('FORBIDDEN', 'this is for the one it is assigned to, or a manager', '{"required_role": "manager"}');
  end if;
  if not (case p_action
    when 'assign' then v_request.status in ('pending', 'assigned', 'in_review', 'waiting')
    when 'start' then v_request.status in ('pending', 'assigned')
    when 'wait' then v_request.status in ('assigned', 'in_review')
    when 'resume' then v_request.status = 'waiting'
    when 'complete' then v_request.status in ('assigned', 'in_review', 'waiting')
    else v_request.status in ('pending', 'assigned', 'in_review', 'waiting')
  end) then
    perform private.raise_error('CONFLICT', format('a request that is %s does not %s', v_request.status, p_action),
      jsonb_build_object('field', 'p_action'));
  end if;
  perform private.require_colleague(v_organization_id, p_assigned_to, 'p_assigned_to');
  update public.qa_requests as q
  set status = case p_action
      when 'assign' then case when q.status = 'pending' then 'assigned' else q.status::text end
      when 'start' then 'in_review' when 'wait' then 'waiting' when 'resume' then 'in_review'
      when 'complete' then 'completed' else 'cancelled' end::public.qa_status,
    assigned_to = case when p_action in ('assign', 'start') then coalesce(p_assigned_to, q.assigned_to, auth.uid())
      else q.assigned_to end,
    assigned_at = case when p_action in ('assign', 'start') and q.assigned_to is distinct from p_assigned_to
      then now() else q.assigned_at end,
    -- While it waits for somebody else the clock stands still, unless it was late already.
    paused_at = case when p_action = 'wait' then now() when p_action = 'assign' then q.paused_at end,
    due_at = case when q.paused_at is not null and p_action in ('resume', 'complete') and q.due_at > q.paused_at
      then q.due_at + (now() - q.paused_at) else q.due_at end,
    feedback = coalesce(v_feedback, q.feedback),
    quality_score = coalesce(p_quality_score, q.quality_score),
    completed_at = case when p_action = 'complete' then now() end
  where q.id = v_request.id
  returning q.* into strict v_request;
  if p_action = 'complete' and v_request.quality_score is not null then
    update public.generated_content as c set quality_score = round(v_request.quality_score / 10, 2)
    where c.organization_id = v_organization_id and c.id = v_request.generated_content_id
      and c.version = v_request.content_version;
  end if;
  if p_action in ('wait', 'complete') and v_request.user_id is distinct from auth.uid() and v_request.user_id is not null
    or p_action = 'assign' and v_request.assigned_to is distinct from auth.uid() then
    perform private.notify(
      p_organization_id => v_organization_id,
      p_user_id => case when p_action = 'assign' then v_request.assigned_to else v_request.user_id end,
      p_type => case when p_action = 'complete' then 'approval_decided' else 'approval_needed' end,
      p_title => case p_action when 'wait' then 'A check waits for you' when 'complete' then 'A check is complete'
        else 'A check is assigned to you' end,
      p_message => v_feedback, p_entity_type => 'qa_request', p_entity_id => v_request.id
    );
  end if;
  return to_jsonb(v_request);
end;
$$;
comment on function private.update_qa_request(uuid, text, uuid, text, numeric) is 'The work of public.update_qa_request.';

create function public.update_qa_request(
  p_qa_request_id uuid default null,
  p_action text default null,
  p_assigned_to uuid default null,
  p_feedback text default null,
  p_quality_score numeric default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.update_qa_request(p_qa_request_id, p_action, p_assigned_to, p_feedback, p_quality_score)
$$;
comment on function public.update_qa_request(uuid, text, uuid, text, numeric) is
'assign (to p_assigned_to, or oneself), start, wait (for the one who asked: the agreed time stands still), resume,
complete (with p_feedback and p_quality_score), cancel. Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, CONFLICT (not from
this status), VALIDATION_ERROR.';

-- Revisions -----------------------------------------------------------------------------------------------------------

create function private.update_revision_request(p_revision_request_id uuid, p_status text, p_assigned_to uuid)
returns jsonb
language plpgsql
volatile
security definer -- clients have no grant to write requests; the organization and role are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_request public.revision_requests;
begin
  perform private.require(
    coalesce(p_status, 'pending') = any(enum_range(null::public.revision_status)::text[]), 'p_status',
    'p_status must be pending, in_progress, completed or cancelled'
  );
  perform private.require(
    num_nonnulls(p_status, p_assigned_to) > 0, 'p_status', 'give p_status or p_assigned_to'
  );
  perform private.require(p_revision_request_id is not null, 'p_revision_request_id', 'p_revision_request_id is missing');
  perform private.require_colleague(v_organization_id, p_assigned_to, 'p_assigned_to');
  select r.* into v_request
  from public.revision_requests as r
  where r.organization_id = v_organization_id and r.id = p_revision_request_id
  for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such request in the active organization');
  elsif v_request.status in ('completed', 'cancelled') then
    perform private.raise_error('CONFLICT', format('this request is %s', v_request.status), jsonb_build_object('field', 'p_status'));
  end if;
  update public.revision_requests as r
  set status = coalesce(p_status::public.revision_status, r.status),
    assigned_to = coalesce(p_assigned_to, r.assigned_to),
    completed_at = case when p_status = 'completed' then now() end
  where r.id = v_request.id
  returning r.* into strict v_request;
  if p_assigned_to is distinct from auth.uid() and p_assigned_to is not null then
    perform private.notify(
      p_organization_id => v_organization_id, p_user_id => p_assigned_to, p_type => 'revision_requested',
      p_title => 'A revision is assigned to you', p_message => v_request.feedback, p_entity_type => 'revision_request',
      p_entity_id => v_request.id
    );
  end if;
  return to_jsonb(v_request);
end;
$$;
comment on function private.update_revision_request(uuid, text, uuid) is 'The work of public.update_revision_request.';

create function public.update_revision_request(
  p_revision_request_id uuid default null, p_status text default null, p_assigned_to uuid default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.update_revision_request(p_revision_request_id, p_status, p_assigned_to)
$$;
comment on function public.update_revision_request(uuid, text, uuid) is
'Says how far a revision is, and who makes it. Errors: UNAUTHORIZED, FORBIDDEN (creators), NOT_FOUND, CONFLICT
(ended), VALIDATION_ERROR.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.request_qa(uuid, text, text, integer, uuid, text),
  private.request_qa(uuid, text, text, integer, uuid, text),
  public.update_qa_request(uuid, text, uuid, text, numeric),
  private.update_qa_request(uuid, text, uuid, text, numeric),
  public.update_revision_request(uuid, text, uuid),
  private.update_revision_request(uuid, text, uuid)
to authenticated;
