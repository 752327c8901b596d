-- Purpose: how admins say what way content takes before it is published.
-- Objects: workflow_stages, save_approval_workflow, delete_approval_workflow.

create function private.workflow_stages(p_stages jsonb, p_organization_id uuid)
returns table (
  stage_position smallint, name text, approvers uuid[], approver_role public.member_role, quorum smallint,
  allows_review_links boolean, sla_hours integer
)
language plpgsql
stable
set search_path = ''
as $$
declare
  v_stage record;
  v_field text;
  v_unknown text;
begin
  perform private.require(
    jsonb_typeof(p_stages) = 'array' and jsonb_array_length(p_stages) between 1 and 20, 'p_stages',
    'p_stages must be an array of 1 to 20 stages'
  );
  for v_stage in
    select s.value as stage, s.position
    from jsonb_array_elements(p_stages) with ordinality as s (value, position)
    order by s.position
  loop
    v_field := format('p_stages[%s]', v_stage.position - 1);
    perform private.require(jsonb_typeof(v_stage.stage) = 'object', v_field, v_field || ' must be an object');
    select k.key into v_unknown
    from jsonb_object_keys(v_stage.stage) as k (key)
    where k.key not in ('order', 'name', 'approvers', 'role', 'quorum', 'allows_review_links', 'sla_hours')
    limit 1;
    perform private.require(v_unknown is null, v_field, format('%s.%s is not known', v_field, left(v_unknown, 40)));
    -- The place in the array counts; an order that says otherwise is a mistake.
    perform private.require(
      coalesce(v_stage.stage -> 'order', 'null') in ('null', to_jsonb(v_stage.position)), v_field || '.order',
      format('%s.order must be %s: stages are given in their order', v_field, v_stage.position)
    );
    perform private.require(
      jsonb_typeof(v_stage.stage -> 'name') = 'string' and char_length(v_stage.stage ->> 'name') between 1 and 100,
      v_field || '.name', v_field || '.name must have 1 to 100 characters'
    );
    perform private.require(
      coalesce(v_stage.stage ->> 'quorum', '1') ~ '^[0-9]{1,2}$' and coalesce(v_stage.stage ->> 'quorum', '1')::integer between 1 and 50,
      v_field || '.quorum', v_field || '.quorum must be from 1 to 50'
    );
    perform private.require(
      coalesce(v_stage.stage ->> 'sla_hours', '1') ~ '^[0-9]{1,3}$'
      and coalesce(v_stage.stage ->> 'sla_hours', '1')::integer between 1 and 720,
      v_field || '.sla_hours', v_field || '.sla_hours must be from 1 to 720'
    );
    perform private.require(
      coalesce(jsonb_typeof(v_stage.stage -> 'allows_review_links'), 'null') in ('null', 'boolean'),
      v_field || '.allows_review_links', v_field || '.allows_review_links must be true or false'
    );
    perform private.require(
      coalesce(v_stage.stage ->> 'role', 'viewer') = any(enum_range(null::public.member_role)::text[]),
      v_field || '.role', v_field || '.role must be one of ' || array_to_string(enum_range(null::public.member_role), ', ')
    );
    perform private.require(
      case coalesce(jsonb_typeof(v_stage.stage -> 'approvers'), 'null')
        when 'null' then true
        when 'array' then jsonb_array_length(v_stage.stage -> 'approvers') <= 50
      end,
      v_field || '.approvers', v_field || '.approvers must be an array of at most 50 members'
    );
    select v_stage.position, v_stage.stage ->> 'name', coalesce(array_agg(m.user_id), '{}'),
      (v_stage.stage ->> 'role')::public.member_role, coalesce((v_stage.stage ->> 'quorum')::smallint, 1),
      coalesce((v_stage.stage ->> 'allows_review_links')::boolean, false), (v_stage.stage ->> 'sla_hours')::integer
    into stage_position, name, approvers, approver_role, quorum, allows_review_links, sla_hours
    from public.organization_members as m
    where m.organization_id = p_organization_id and m.status = 'active'
      and coalesce(nullif(v_stage.stage -> 'approvers', 'null'), '[]') ? m.user_id::text;
    perform private.require(
      cardinality(approvers) = (
        select count(distinct lower(e.value))
        from jsonb_array_elements_text(coalesce(nullif(v_stage.stage -> 'approvers', 'null'), '[]')) as e (value)
      ),
      v_field || '.approvers', v_field || '.approvers must be active members of this organization'
    );
    perform private.require(
      approver_role is not null or cardinality(approvers) > 0 or allows_review_links, v_field,
      v_field || ' needs approvers, a role, or allows_review_links'
    );
    perform private.require(
      approver_role is not null or allows_review_links or quorum <= cardinality(approvers), v_field || '.quorum',
      v_field || '.quorum is more than there are approvers'
    );
    return next;
  end loop;
end;
$$;
comment on function private.workflow_stages(jsonb, uuid) is 'The stages of save_approval_workflow as rows, or VALIDATION_ERROR.';

create function private.save_approval_workflow(
  p_name text, p_stages jsonb, p_description text, p_client_account_id uuid, p_auto_publish boolean,
  p_is_required boolean, p_is_active boolean, p_workflow_id uuid
)
returns jsonb
language plpgsql
volatile
security definer -- clients have no grant to write workflows; the organization and role are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('admin');
  v_name text := private.require_text(p_name, 'p_name', 255);
  v_description text := private.require_text(p_description, 'p_description', 5000, 0, true);
  v_workflow public.approval_workflows;
begin
  perform private.require(
    p_client_account_id is null or exists (
      select from public.client_accounts as c
      where c.organization_id = v_organization_id and c.id = p_client_account_id and c.deleted_at is null
    ),
    'p_client_account_id', 'p_client_account_id is not a client of this organization'
  );
  -- Checked before anything is written.
  perform from private.workflow_stages(p_stages, v_organization_id);
  if p_workflow_id is null then
    insert into public.approval_workflows (
      organization_id, client_account_id, name, description, auto_publish, is_required, is_active, created_by
    )
    values (
      v_organization_id, p_client_account_id, v_name, v_description, coalesce(p_auto_publish, false),
      coalesce(p_is_required, false), coalesce(p_is_active, true), auth.uid()
    )
    returning * into v_workflow;
  else
    update public.approval_workflows as w
    set client_account_id = p_client_account_id, name = v_name, description = v_description,
      auto_publish = coalesce(p_auto_publish, false), is_required = coalesce(p_is_required, false),
      is_active = coalesce(p_is_active, true)
    where w.organization_id = v_organization_id and w.id = p_workflow_id
    returning w.* into v_workflow;
    if not found then
      perform private.raise_error('NOT_FOUND', 'there is no such workflow in the active organization');
    end if;
    -- Who waits for a stage would wait for another one, or for none.
    if exists (
      select from public.approval_requests as r
      where r.organization_id = v_organization_id and r.workflow_id = v_workflow.id and r.status = 'pending'
    ) then
      perform private.raise_error(
        'CONFLICT', 'content waits for this workflow; decide or cancel those requests first, or make another workflow',
        jsonb_build_object('field', 'p_workflow_id')
      );
    end if;
    delete from public.approval_stages as s
    where s.organization_id = v_organization_id and s.workflow_id = v_workflow.id;
  end if;
  insert into public.approval_stages (
    organization_id, workflow_id, position, name, approver_role, quorum, allows_review_links, sla_hours
  )
  select v_organization_id, v_workflow.id, s.stage_position, s.name, s.approver_role, s.quorum,
    s.allows_review_links, s.sla_hours
  from private.workflow_stages(p_stages, v_organization_id) as s;
  insert into public.approval_stage_approvers (organization_id, stage_id, user_id)
  select v_organization_id, t.id, a.user_id
  from private.workflow_stages(p_stages, v_organization_id) as s
  cross join lateral unnest(s.approvers) as a (user_id)
  join public.approval_stages as t
    on t.organization_id = v_organization_id and t.workflow_id = v_workflow.id and t.position = s.stage_position;
  return to_jsonb(v_workflow) || jsonb_build_object('stages', (
    select jsonb_agg(
      jsonb_build_object(
        'id', t.id, 'order', t.position, 'name', t.name, 'role', t.approver_role, 'quorum', t.quorum,
        'allows_review_links', t.allows_review_links, 'sla_hours', t.sla_hours,
        'approvers', array(select a.user_id from public.approval_stage_approvers as a where a.stage_id = t.id)
      )
      order by t.position
    )
    from public.approval_stages as t
    where t.organization_id = v_organization_id and t.workflow_id = v_workflow.id
  ));
end;
$$;
comment on function private.save_approval_workflow(text, jsonb, text, uuid, boolean, boolean, boolean, uuid) is
'The work of public.save_approval_workflow.';

create function public.save_approval_workflow(
  p_name text default null,
  p_stages jsonb default null,
  p_description text default null,
  p_client_account_id uuid default null,
  p_auto_publish boolean default false,
  p_is_required boolean default false,
  p_is_active boolean default true,
  p_workflow_id uuid default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer(
      'save_approval_workflow', jsonb_build_array(
        p_name, p_stages, p_description, p_client_account_id, p_auto_publish, p_is_required, p_is_active,
        p_workflow_id
      )
    ),
    private.remember_answer(
      'save_approval_workflow', private.save_approval_workflow(
        p_name, p_stages, p_description, p_client_account_id, p_auto_publish, p_is_required, p_is_active,
        p_workflow_id
      )
    )
  )
$$;
comment on function public.save_approval_workflow(text, jsonb, text, uuid, boolean, boolean, boolean, uuid) is
'Makes a workflow, or replaces the one named by p_workflow_id. p_stages: [{order, name, approvers: [user ids], role,
quorum, allows_review_links, sla_hours}] in their order. With p_is_required nothing it applies to is published without
its approval.
Errors: UNAUTHORIZED, FORBIDDEN (admins), NOT_FOUND, CONFLICT (requests wait for it), VALIDATION_ERROR
(details.field).';

create function private.delete_approval_workflow(p_workflow_id uuid)
returns void
language plpgsql
volatile
security definer -- clients have no grant to write workflows; the organization and role are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('admin');
begin
  perform private.require(p_workflow_id is not null, 'p_workflow_id', 'p_workflow_id is missing');
  if exists (
    select from public.approval_requests as r
    where r.organization_id = v_organization_id and r.workflow_id = p_workflow_id and r.status = 'pending'
  ) then
    perform private.raise_error('CONFLICT', 'content waits for this workflow', jsonb_build_object('field', 'p_workflow_id'));
  end if;
  delete from public.approval_workflows as w where w.organization_id = v_organization_id and w.id = p_workflow_id;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such workflow in the active organization');
  end if;
end;
$$;
comment on function private.delete_approval_workflow(uuid) is 'The work of public.delete_approval_workflow.';

create function public.delete_approval_workflow(p_workflow_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.delete_approval_workflow(p_workflow_id)
$$;
comment on function public.delete_approval_workflow(uuid) is
'Removes a workflow; what it approved stays on record. Errors: UNAUTHORIZED, FORBIDDEN (admins), NOT_FOUND, CONFLICT.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.save_approval_workflow(text, jsonb, text, uuid, boolean, boolean, boolean, uuid),
  private.save_approval_workflow(text, jsonb, text, uuid, boolean, boolean, boolean, uuid),
  public.delete_approval_workflow(uuid),
  private.delete_approval_workflow(uuid)
to authenticated;
