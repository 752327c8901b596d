-- Purpose: the way content takes before it may be published: workflows, their stages and who approves at each.
-- Objects: approval_workflows, approval_stages, approval_stage_approvers, the live topic `publishing`, policies and
--          grants.

-- Live updates --------------------------------------------------------------------------------------------------------

create function private.publishing_topics(p_organization_id uuid, p_client_account_id uuid)
returns setof text
language sql
immutable
set search_path = ''
as $$
  select concat('org:', p_organization_id, ':publishing')
  union all
  select concat('org:', p_organization_id, ':client:', p_client_account_id, ':publishing')
  where p_client_account_id is not null
$$;
comment on function private.publishing_topics(uuid, uuid) is
'Where members follow approvals and posts; those limited to a client account have a topic of their own.';

create function private.broadcast_publishing()
returns trigger
language plpgsql
volatile
security definer -- sending needs insert on realtime.messages, which the writing role may not have
set search_path = ''
as $$
declare
  v_columns text[] := tg_argv[1]::text[];
  v_row record;
begin
  for v_row in execute case tg_op
    when 'INSERT' then 'select null::jsonb as old_row, to_jsonb(n) as new_row from new_rows as n'
    else 'select to_jsonb(o) as old_row, to_jsonb(n) as new_row from old_rows as o join new_rows as n on n.id = o.id'
  end
  loop
    perform realtime.send(m.payload, tg_argv[0], t.topic, true)
    from (
      select jsonb_object_agg(c.name, v_row.new_row -> c.name) as payload,
        bool_or(v_row.new_row -> c.name is distinct from v_row.old_row -> c.name) as is_changed
      from unnest(v_columns) as c (name)
    ) as m
    cross join lateral private.publishing_topics(
      (v_row.new_row ->> 'organization_id')::uuid, (v_row.new_row ->> 'client_account_id')::uuid
    ) as t (topic)
    where m.is_changed;
  end loop;
  return null;
end;
$$;
comment on function private.broadcast_publishing() is
'Statement trigger: tells members of rows whose named columns changed, and only those. Arguments: event, columns as a
text array.';

-- Workflows -----------------------------------------------------------------------------------------------------------

create table public.approval_workflows (
  id uuid constraint approval_workflows_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  client_account_id uuid,
  name text not null,
  description text,
  auto_publish boolean not null default false,
  is_required boolean not null default false,
  is_active boolean not null default true,
  created_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint approval_workflows_organization_id_id_key unique (organization_id, id),
  constraint approval_workflows_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  -- Not "set null": the rule of one client would become the rule of all.
  constraint approval_workflows_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete cascade,
  constraint approval_workflows_created_by_fkey foreign key (created_by)
    references public.profiles (id) on delete set null,
  constraint approval_workflows_name_check check (char_length(name) between 1 and 255),
  constraint approval_workflows_description_check check (char_length(description) <= 5000)
);
create index approval_workflows_organization_id_created_at_idx
on public.approval_workflows (organization_id, created_at desc, id desc);
create index approval_workflows_client_account_id_idx
on public.approval_workflows (organization_id, client_account_id) where client_account_id is not null;
create index approval_workflows_created_by_idx on public.approval_workflows (created_by) where created_by is not null;
create index approval_workflows_required_idx on public.approval_workflows (organization_id, client_account_id)
where is_required and is_active;
comment on table public.approval_workflows is
'Stages that content passes, in order, before it may be published. Changed by save_approval_workflow.';
comment on column public.approval_workflows.client_account_id is
'The client whose content it is for; null: of the whole organization.';
comment on column public.approval_workflows.auto_publish is
'With the last approval the posts of that content go out at their time without another word.';
comment on column public.approval_workflows.is_required is
'Posts it applies to are not published without its approval of exactly what they publish. A required workflow of the
client takes the place of those of the whole organization.';

create table public.approval_stages (
  id uuid constraint approval_stages_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  workflow_id uuid not null,
  position smallint not null,
  name text not null,
  approver_role public.member_role,
  quorum smallint not null default 1,
  allows_review_links boolean not null default false,
  sla_hours integer,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint approval_stages_organization_id_id_key unique (organization_id, id),
  constraint approval_stages_organization_id_workflow_id_position_key unique (organization_id, workflow_id, position),
  constraint approval_stages_workflow_id_fkey foreign key (organization_id, workflow_id)
    references public.approval_workflows (organization_id, id) on delete cascade,
  constraint approval_stages_position_check check (position between 1 and 20),
  constraint approval_stages_name_check check (char_length(name) between 1 and 100),
  constraint approval_stages_quorum_check check (quorum between 1 and 50),
  constraint approval_stages_sla_hours_check check (sla_hours between 1 and 720)
);
comment on table public.approval_stages is 'One step of a workflow. A stage is passed when quorum approvers have approved.';
comment on column public.approval_stages.position is 'From 1, without gaps.';
comment on column public.approval_stages.approver_role is
'Members of this role or a higher one approve, beside those named in approval_stage_approvers; null: only those
named.';
comment on column public.approval_stages.allows_review_links is 'Approvals through a review link count toward the quorum.';
comment on column public.approval_stages.sla_hours is 'Hours, by the wall clock, from entering the stage to its being late.';

create table public.approval_stage_approvers (
  organization_id uuid not null,
  stage_id uuid not null,
  user_id uuid not null,
  created_at timestamptz not null default now(),
  constraint approval_stage_approvers_pkey primary key (stage_id, user_id),
  constraint approval_stage_approvers_stage_id_fkey foreign key (organization_id, stage_id)
    references public.approval_stages (organization_id, id) on delete cascade,
  constraint approval_stage_approvers_user_id_fkey foreign key (user_id, organization_id)
    references public.organization_members (user_id, organization_id) on delete cascade
);
create index approval_stage_approvers_organization_id_stage_id_idx
on public.approval_stage_approvers (organization_id, stage_id);
create index approval_stage_approvers_user_id_idx on public.approval_stage_approvers (user_id, organization_id);
comment on table public.approval_stage_approvers is
'Who approves at a stage, by name. Whoever leaves the organization is no approver any more.';

-- Triggers ------------------------------------------------------------------------------------------------------------

create trigger touch before update on public.approval_workflows
for each row execute function private.touch();
create trigger touch before update on public.approval_stages
for each row execute function private.touch();

select private.attach_audit('public.approval_workflows', p_shown => '{name}');
select private.attach_audit('public.approval_stages', p_shown => '{name}');
select private.attach_audit('public.approval_stage_approvers', 'user_id');

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.approval_workflows enable row level security;
alter table public.approval_stages enable row level security;
alter table public.approval_stage_approvers enable row level security;

create policy approval_workflows_select_members on public.approval_workflows
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy approval_stages_select_staff on public.approval_stages
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));
comment on policy approval_stages_select_staff on public.approval_stages is
'A client learns what is asked of them by the request, not who else approves.';

create policy approval_stage_approvers_select_staff on public.approval_stage_approvers
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));

grant select on public.approval_workflows, public.approval_stages, public.approval_stage_approvers
to authenticated, service_role;
