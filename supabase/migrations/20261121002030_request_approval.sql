-- Purpose: who may decide about a request, and asking for approval or taking that back.
-- Objects: stage_reviewers, enter_stage, approval_state, lock_approval, request_approval, cancel_approval.

-- Who decides ---------------------------------------------------------------------------------------------------------

create function private.stage_reviewers(p_request public.approval_requests)
returns setof uuid
language sql
stable
set search_path = ''
as $$
  select m.user_id
  from public.approval_stages as s
  join public.organization_members as m on m.organization_id = s.organization_id and m.status = 'active'
  where s.organization_id = p_request.organization_id and s.workflow_id = p_request.workflow_id
    and s.position = p_request.current_stage
    and (
      m.role >= s.approver_role
      or exists (select from public.approval_stage_approvers as a where a.stage_id = s.id and a.user_id = m.user_id)
    )
    -- Who is limited to a client decides about that client's content only.
    and (m.client_account_id is null or m.client_account_id = p_request.client_account_id)
    -- Nobody approves what they ask for themselves, unless there is nobody else at all.
    and (
      m.user_id is distinct from p_request.requested_by
      or not exists (
        select from public.organization_members as o
        where o.organization_id = p_request.organization_id and o.status = 'active' and o.user_id <> m.user_id
      )
    )
$$;
comment on function private.stage_reviewers(public.approval_requests) is
'Who may decide about this request where it stands: named approvers and members of the role of its stage, not the one
who asked, except in an organization of one person.';

create function private.enter_stage(p_request public.approval_requests, p_position smallint)
returns public.approval_requests
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_request public.approval_requests;
  v_stage public.approval_stages;
begin
  select s.* into strict v_stage
  from public.approval_stages as s
  where s.organization_id = p_request.organization_id and s.workflow_id = p_request.workflow_id
    and s.position = p_position;
  update public.approval_requests as r
  set current_stage = p_position, due_at = now() + make_interval(hours => v_stage.sla_hours), breached_at = null
  where r.id = p_request.id
  returning r.* into strict v_request;
  perform private.notify(
    p_organization_id => v_request.organization_id, p_user_id => u.id, p_type => 'approval_needed',
    p_title => 'Approval is needed: ' || v_stage.name, p_message => v_request.message,
    p_entity_type => 'approval_request', p_entity_id => v_request.id,
    p_metadata => jsonb_strip_nulls(jsonb_build_object('due_at', v_request.due_at))
  )
  from private.stage_reviewers(v_request) as u (id);
  return v_request;
end;
$$;
comment on function private.enter_stage(public.approval_requests, smallint) is
'Puts a request before the approvers of a stage, tells them, and starts the clock of that stage.';

create function private.approval_state(p_request public.approval_requests)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object(
    'id', p_request.id, 'status', p_request.status, 'workflow_id', p_request.workflow_id,
    'generated_content_id', p_request.generated_content_id, 'content_version', p_request.content_version,
    'scheduled_post_id', p_request.scheduled_post_id, 'current_stage', p_request.current_stage,
    'stage', (
      select jsonb_build_object(
        'name', s.name, 'quorum', s.quorum, 'approved', (
          select count(*) from public.approval_decisions as d
          where d.organization_id = p_request.organization_id and d.approval_request_id = p_request.id
            and d.stage_position = p_request.current_stage and d.decision = 'approved'
        )
      )
      from public.approval_stages as s
      where s.organization_id = p_request.organization_id and s.workflow_id = p_request.workflow_id
        and s.position = p_request.current_stage
    ),
    'revision_count', p_request.revision_count, 'due_at', p_request.due_at, 'requested_by', p_request.requested_by,
    'requested_at', p_request.requested_at, 'reviewed_by', p_request.reviewed_by, 'reviewed_at', p_request.reviewed_at,
    'feedback', p_request.feedback
  )
$$;
comment on function private.approval_state(public.approval_requests) is 'What the calls on approvals answer.';

create function private.lock_approval(p_organization_id uuid, p_id uuid)
returns public.approval_requests
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_request public.approval_requests;
begin
  -- The content or post before the request, as everybody who changes it does.
  perform from public.generated_content as c
  join public.approval_requests as r on r.organization_id = c.organization_id and r.generated_content_id = c.id
  where r.organization_id = p_organization_id and r.id = p_id
  for no key update of c;
  perform from public.scheduled_posts as p
  join public.approval_requests as r on r.organization_id = p.organization_id and r.scheduled_post_id = p.id
  where r.organization_id = p_organization_id and r.id = p_id
  for no key update of p;
  select r.* into v_request
  from public.approval_requests as r
  where r.organization_id = p_organization_id and r.id = p_id
  for no key update;
  return v_request;
end;
$$;
comment on function private.lock_approval(uuid, uuid) is 'The request and what it is about, locked; all null when there is none.';

-- Asking --------------------------------------------------------------------------------------------------------------

create function private.request_approval(
  p_generated_content_id uuid, p_scheduled_post_id uuid, p_workflow_id uuid, p_message text
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
  v_post public.scheduled_posts;
  v_client_account_id uuid;
  v_workflow_id uuid;
  v_request public.approval_requests;
begin
  perform private.require(
    num_nonnulls(p_generated_content_id, p_scheduled_post_id) = 1,
    'p_generated_content_id', 'give p_generated_content_id or p_scheduled_post_id'
  );
  if p_generated_content_id is not null then
    -- Locked, so that the version asked about is the one there is when the request is made.
    perform from public.generated_content as c
    where c.organization_id = v_organization_id and c.id = p_generated_content_id
    for share;
    v_content := private.find_generated_content(v_organization_id, p_generated_content_id);
    v_client_account_id := v_content.client_account_id;
  else
    v_post := private.find_post(v_organization_id, p_scheduled_post_id);
    if v_post.status not in ('scheduled', 'missed', 'failed') then
      perform private.raise_error('CONFLICT', format('a post that is %s needs no approval', v_post.status),
        jsonb_build_object('field', 'p_scheduled_post_id'));
    end if;
    v_client_account_id := v_post.client_account_id;
  end if;

  -- The one named; else one that is required; else one that applies.
  select w.id into v_workflow_id
  from public.approval_workflows as w
  where w.organization_id = v_organization_id and w.is_active
    and (w.client_account_id is null or w.client_account_id = v_client_account_id)
    and (p_workflow_id is null or w.id = p_workflow_id)
  order by
    w.id in (select private.required_workflows(v_organization_id, v_client_account_id)) desc,
    w.client_account_id is null, w.created_at, w.id
  limit 1;
  perform private.require(
    v_workflow_id is not null, 'p_workflow_id',
    case when p_workflow_id is null then 'this organization has no workflow for this content'
      else 'p_workflow_id is not an active workflow for this content' end
  );
  if exists (
    select from public.approval_requests as r
    where r.organization_id = v_organization_id and r.status = 'pending'
      and (r.generated_content_id = v_content.id or r.scheduled_post_id = v_post.id)
  ) then
    perform private.raise_error('CONFLICT', 'this waits for approval already',
      jsonb_build_object('field', case when v_post.id is null then 'p_generated_content_id' else 'p_scheduled_post_id' end));
  end if;
  insert into public.approval_requests (
    organization_id, client_account_id, workflow_id, generated_content_id, content_version, scheduled_post_id,
    post_digest,
    requested_by, message, revision_count
  )
  values (
    v_organization_id, v_client_account_id, v_workflow_id, v_content.id, v_content.version, v_post.id,
    v_post.content_digest,
    auth.uid(), v_message,
    (
      select count(*) from public.revision_requests as v
      where v.organization_id = v_organization_id
        and (v.generated_content_id = v_content.id or v.scheduled_post_id = v_post.id)
    )
  )
  returning * into v_request;
  return private.approval_state(private.enter_stage(v_request, 1::smallint));
end;
$$;
comment on function private.request_approval(uuid, uuid, uuid, text) is 'The work of public.request_approval.';

create function public.request_approval(
  p_generated_content_id uuid default null,
  p_scheduled_post_id uuid default null,
  p_workflow_id uuid default null,
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
      'request_approval', jsonb_build_array(
        p_generated_content_id, p_scheduled_post_id, p_workflow_id, p_message
      )
    ),
    private.remember_answer(
      'request_approval', private.request_approval(
        p_generated_content_id, p_scheduled_post_id, p_workflow_id, p_message
      )
    )
  )
$$;
comment on function public.request_approval(uuid, uuid, uuid, text) is
'Lays the present version of content before the approvers, or a post with words or media of its own. Without
p_workflow_id the one that is required, else the oldest that applies. Errors: UNAUTHORIZED, FORBIDDEN (creators),
NOT_FOUND, CONFLICT (it waits already), VALIDATION_ERROR.';

create function private.cancel_approval(p_approval_request_id uuid, p_reason text)
returns jsonb
language plpgsql
volatile
security definer -- clients have no grant to write requests; the organization and role are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_reason text := private.require_text(p_reason, 'p_reason', 2000, 1, true);
  v_request public.approval_requests;
begin
  perform private.require(p_approval_request_id is not null, 'p_approval_request_id', 'p_approval_request_id is missing');
  v_request := private.lock_approval(v_organization_id, p_approval_request_id);
  if v_request.id is null then
    perform private.raise_error('NOT_FOUND', 'there is no such approval request in the active organization');
  elsif v_request.status not in ('pending', 'approved') then
    perform private.raise_error('CONFLICT', format('this request is %s', v_request.status), jsonb_build_object('field', 'status'));
  elsif (v_request.status = 'approved' or v_request.requested_by is distinct from auth.uid())
    and not private.has_role('manager') then
    perform private.raise_error(
      'FORBIDDEN', 'managers take back what was approved or what others asked for', jsonb_build_object('required_role', 'manager')
    );
  end if;
  if v_request.status = 'approved' and exists (
    select from public.generated_content as c
    where c.organization_id = v_organization_id and c.id = v_request.generated_content_id and c.deleted_at is null
      and c.status = 'approved' and c.version = v_request.content_version
  ) then
    perform private.move_generated_content(v_organization_id, v_request.generated_content_id, 'reopen');
  end if;
  update public.approval_requests as r set status = 'cancelled', feedback = coalesce(v_reason, r.feedback)
  where r.id = v_request.id
  returning r.* into strict v_request;
  return private.approval_state(v_request);
end;
$$;
comment on function private.cancel_approval(uuid, text) is 'The work of public.cancel_approval.';

create function public.cancel_approval(p_approval_request_id uuid default null, p_reason text default null)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.cancel_approval(p_approval_request_id, p_reason)
$$;
comment on function public.cancel_approval(uuid, text) is
'Takes a request back; managers also take back an approval: what is not published yet then needs another one.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, CONFLICT (decided or closed), VALIDATION_ERROR.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.request_approval(uuid, uuid, uuid, text),
  private.request_approval(uuid, uuid, uuid, text),
  public.cancel_approval(uuid, text),
  private.cancel_approval(uuid, text)
to authenticated;
