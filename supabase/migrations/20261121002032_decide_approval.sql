-- Purpose: what happens when an approver has spoken: the next stage, the end, or changes to be made.
-- Objects: apply_decision, decide_approval.

create function private.apply_decision(
  p_request public.approval_requests, p_reviewer_id uuid, p_decision public.approval_decision, p_comment text,
  p_review_link_id uuid default null, p_reviewer_name text default null
)
returns public.approval_requests
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_request public.approval_requests := p_request;
  v_stage public.approval_stages;
  v_next smallint;
  v_content public.generated_content;
begin
  select s.* into strict v_stage
  from public.approval_stages as s
  where s.organization_id = v_request.organization_id and s.workflow_id = v_request.workflow_id
    and s.position = v_request.current_stage;
  insert into public.approval_decisions (
    organization_id, client_account_id, approval_request_id, stage_id, stage_position, reviewer_id, review_link_id,
    reviewer_name, decision, comment
  )
  values (
    v_request.organization_id, v_request.client_account_id, v_request.id, v_stage.id, v_stage.position, p_reviewer_id,
    p_review_link_id, p_reviewer_name, p_decision, p_comment
  );

  if p_decision = 'approved' then
    if (
      select count(*)
      from public.approval_decisions as d
      where d.organization_id = v_request.organization_id and d.approval_request_id = v_request.id
        and d.stage_position = v_stage.position and d.decision = 'approved'
    ) < v_stage.quorum then
      return v_request;
    end if;
    select min(s.position) into v_next
    from public.approval_stages as s
    where s.organization_id = v_request.organization_id and s.workflow_id = v_request.workflow_id
      and s.position > v_stage.position;
    if v_next is not null then
      return private.enter_stage(v_request, v_next);
    end if;
  end if;

  update public.approval_requests as r
  set status = p_decision::text::public.approval_status, reviewed_by = p_reviewer_id, reviewed_at = now(),
    feedback = p_comment, due_at = null
  where r.id = v_request.id
  returning r.* into strict v_request;

  if p_decision = 'revision_requested' then
    insert into public.revision_requests (
      organization_id, client_account_id, generated_content_id, content_version, scheduled_post_id, approval_request_id,
      revision_number, requested_by, requested_by_name, assigned_to, feedback
    )
    values (
      v_request.organization_id, v_request.client_account_id, v_request.generated_content_id, v_request.content_version,
      v_request.scheduled_post_id, v_request.id,
      1 + (
        select coalesce(max(v.revision_number), 0) from public.revision_requests as v
        where v.organization_id = v_request.organization_id
          and (v.generated_content_id = v_request.generated_content_id
          or v.scheduled_post_id = v_request.scheduled_post_id)
      ),
      p_reviewer_id, p_reviewer_name, v_request.requested_by, p_comment
    );
  elsif v_request.generated_content_id is not null then
    -- The content itself says so too; one that is used or archived by now stays that.
    select c.* into v_content
    from public.generated_content as c
    where c.organization_id = v_request.organization_id and c.id = v_request.generated_content_id;
    if v_content.status in ('generated', 'approved', 'rejected') and v_content.deleted_at is null then
      perform private.move_generated_content(
        v_request.organization_id, v_content.id, case p_decision when 'approved' then 'approve' else 'reject' end,
        p_reviewer_id, left(p_comment, 2000)
      );
    end if;
  end if;
  -- The author of content hears of its new state already.
  if v_request.requested_by is not null and v_request.requested_by is distinct from p_reviewer_id
    and (p_decision = 'revision_requested' or v_request.requested_by is distinct from v_content.user_id) then
    perform private.notify(
      p_organization_id => v_request.organization_id, p_user_id => v_request.requested_by,
      p_type => case p_decision when 'revision_requested' then 'revision_requested' else 'approval_decided' end,
      p_title => case p_decision when 'approved' then 'Approved' when 'rejected' then 'Not approved' else 'Changes are requested' end,
      p_message => p_comment, p_entity_type => 'approval_request', p_entity_id => v_request.id
    );
  end if;
  return v_request;
end;
$$;
comment on function private.apply_decision(
  public.approval_requests, uuid, public.approval_decision, text, uuid, text
) is
'Records a word about a locked, pending request and draws the conclusion. The caller has decided that it counts.';

create function private.decide_approval(p_approval_request_id uuid, p_decision text, p_comment text)
returns jsonb
language plpgsql
volatile
security definer -- clients have no grant to write decisions; membership of the stage is checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.active_org_or_raise();
  v_client_account_id uuid := private.member_client_account();
  v_comment text := private.require_text(p_comment, 'p_comment', 5000, 1, true);
  v_request public.approval_requests;
begin
  perform private.require(p_approval_request_id is not null, 'p_approval_request_id', 'p_approval_request_id is missing');
  perform private.require(
    p_decision = any(enum_range(null::public.approval_decision)::text[]), 'p_decision',
    'p_decision must be approved, rejected or revision_requested'
  );
  perform private.require(
    p_decision <> 'revision_requested' or v_comment is not null, 'p_comment', 'p_comment says which changes are wanted'
  );
  v_request := private.lock_approval(v_organization_id, p_approval_request_id);
  if v_request.id is null
    or (v_client_account_id is not null and v_request.client_account_id is distinct from v_client_account_id) then
    perform private.raise_error('NOT_FOUND', 'there is no such approval request in the active organization');
  elsif v_request.status <> 'pending' then
    perform private.raise_error('CONFLICT', format('this request is %s', v_request.status), jsonb_build_object('field', 'status'));
  elsif v_request.current_stage is null then
    perform private.raise_error('CONFLICT', 'the stage of this request is gone; cancel it and ask again',
      jsonb_build_object('field', 'current_stage'));
  elsif not exists (select from private.stage_reviewers(v_request) as u (id) where u.id = auth.uid()) then
    perform private.raise_error('FORBIDDEN', 'others decide at this stage');
  elsif exists (
    select from public.approval_decisions as d
    where d.approval_request_id = v_request.id and d.stage_position = v_request.current_stage
      and d.reviewer_id = auth.uid()
  ) then
    perform private.raise_error('CONFLICT', 'you have decided at this stage', jsonb_build_object('field', 'p_approval_request_id'));
  end if;
  return private.approval_state(
    private.apply_decision(v_request, auth.uid(), p_decision::public.approval_decision, v_comment)
  );
end;
$$;
comment on function private.decide_approval(uuid, text, text) is 'The work of public.decide_approval.';

create function public.decide_approval(
  p_approval_request_id uuid default null, p_decision text default null, p_comment text default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.decide_approval(p_approval_request_id, p_decision, p_comment)
$$;
comment on function public.decide_approval(uuid, text, text) is
'Says approved, rejected or revision_requested (with p_comment) at the present stage, once per approver. The quorum
leads to the next stage or the approval; one rejection or wish for changes ends the request. Nobody decides about what
they asked for, except in an organization of one person. Errors: UNAUTHORIZED, FORBIDDEN (others decide), NOT_FOUND,
CONFLICT (decided, changed), VALIDATION_ERROR.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.decide_approval(uuid, text, text),
  private.decide_approval(uuid, text, text)
to authenticated;
