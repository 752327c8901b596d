-- Purpose: projects, each with a canvas, and what a person may do in each of them.
-- Objects: projects, project_collaborators; hidden_projects, locked_projects and owned_projects for policies,
--          project_permission and require_project for functions; policies and grants.

create type public.project_permission as enum ('viewer', 'editor', 'owner');
comment on type public.project_permission is
'Ordered. viewer: looks; editor: changes the canvas; owner: also shares, restricts and deletes the project. Never more than the role in the
organization allows: below creator everybody is a viewer, from admin on everybody is an owner.';

-- Tables --------------------------------------------------------------------------------------------------------------

create table public.projects (
  id uuid constraint projects_pkey primary key default gen_random_uuid(),
  organization_id uuid not null default private.active_org(),
  client_account_id uuid,
  title text not null,
  description text,
  is_archived boolean not null default false,
  is_restricted boolean not null default false,
  created_by uuid default auth.uid(),
  last_accessed_by uuid default auth.uid(),
  last_accessed_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint projects_organization_id_id_key unique (organization_id, id),
  constraint projects_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint projects_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint projects_created_by_fkey foreign key (created_by) references public.profiles (id) on delete set null,
  constraint projects_last_accessed_by_fkey foreign key (last_accessed_by)
    references public.profiles (id) on delete set null,
  constraint projects_title_check check (char_length(title) between 1 and 255),
  constraint projects_description_check check (char_length(description) <= 10000)
);
create index projects_organization_id_created_at_idx on public.projects (organization_id, created_at desc, id desc);
create index projects_organization_id_last_accessed_at_idx
on public.projects (organization_id, last_accessed_at desc, id desc) where not is_archived;
comment on index public.projects_organization_id_last_accessed_at_idx is 'Keyset pages of the projects last worked on.';
create index projects_organization_id_is_restricted_idx on public.projects (organization_id) where is_restricted;
create index projects_client_account_id_idx on public.projects (organization_id, client_account_id)
where client_account_id is not null;
create index projects_created_by_idx on public.projects (created_by) where created_by is not null;
create index projects_last_accessed_by_idx on public.projects (last_accessed_by) where last_accessed_by is not null;
comment on table public.projects is
'A canvas with what is on it. Deleting one deletes its canvas; assets, items and generated content stay.';
comment on column public.projects.client_account_id is 'The client it is for; limits which client members see it.';
comment on column public.projects.is_restricted is 'Only its collaborators and the admins of the organization see it.';
comment on column public.projects.last_accessed_at is 'When somebody last opened it: open_project.';

create table public.project_collaborators (
  id uuid constraint project_collaborators_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  project_id uuid not null,
  user_id uuid not null,
  permission_level public.project_permission not null default 'editor',
  added_by uuid,
  added_at timestamptz not null default now(),
  constraint project_collaborators_project_id_user_id_key unique (project_id, user_id),
  constraint project_collaborators_project_id_fkey foreign key (organization_id, project_id)
    references public.projects (organization_id, id) on delete cascade,
  constraint project_collaborators_user_id_fkey foreign key (user_id, organization_id)
    references public.organization_members (user_id, organization_id) on delete cascade,
  constraint project_collaborators_added_by_fkey foreign key (added_by)
    references public.profiles (id) on delete set null
);
create index project_collaborators_project_id_idx on public.project_collaborators (organization_id, project_id);
create index project_collaborators_user_id_idx
on public.project_collaborators (user_id, organization_id, permission_level);
create index project_collaborators_added_by_idx on public.project_collaborators (added_by) where added_by is not null;
comment on table public.project_collaborators is
'What a member may do in one project, where that differs from what the role says. Who leaves the organization leaves its projects.';
comment on column public.project_collaborators.permission_level is
'Decides instead of the default, which is editor for creators in projects that are not restricted.';

-- Who may do what -----------------------------------------------------------------------------------------------------

create function private.hidden_projects()
returns uuid[]
language plpgsql
stable
security definer -- runs inside the policies of the tables it reads
set search_path = ''
as $$
declare
  v_member public.organization_members := private.active_member();
begin
  if v_member.client_account_id is not null then
    return coalesce((
      select array_agg(p.id)
      from public.projects as p
      left join public.project_collaborators as c
        on c.organization_id = p.organization_id and c.project_id = p.id and c.user_id = v_member.user_id
      where p.organization_id = v_member.organization_id
        and (p.client_account_id is distinct from v_member.client_account_id or (p.is_restricted and c.id is null))
    ), '{}');
  elsif v_member.role < 'admin' then
    return coalesce((
      select array_agg(p.id)
      from public.projects as p
      left join public.project_collaborators as c
        on c.organization_id = p.organization_id and c.project_id = p.id and c.user_id = v_member.user_id
      where p.organization_id = v_member.organization_id and p.is_restricted and c.id is null
    ), '{}');
  end if;
  return array[]::uuid[];
end;
$$;
comment on function private.hidden_projects() is
'Projects of the active organization that the caller does not see: restricted ones of others, and those of other clients. Policies ask once
per statement; the answer is empty for most.';

create function private.locked_projects()
returns uuid[]
language plpgsql
stable
security definer -- runs inside the policies of the tables it reads
set search_path = ''
as $$
declare
  v_member public.organization_members := private.active_member();
begin
  if v_member.role < 'admin' then
    return private.hidden_projects() || array(
      select c.project_id
      from public.project_collaborators as c
      where c.user_id = v_member.user_id and c.organization_id = v_member.organization_id
        and c.permission_level = 'viewer'
    );
  end if;
  return array[]::uuid[];
end;
$$;
comment on function private.locked_projects() is
'Projects of the active organization that a creator may not change: hidden ones, and those where the creator is a viewer only.';

create function private.owned_projects()
returns uuid[]
language plpgsql
stable
security definer -- runs inside the policies of the tables it reads
set search_path = ''
as $$
declare
  v_member public.organization_members := private.active_member();
begin
  if v_member.role >= 'creator' then
    return array(
      select c.project_id
      from public.project_collaborators as c
      where c.user_id = v_member.user_id and c.organization_id = v_member.organization_id
        and c.permission_level = 'owner'
    );
  end if;
  return array[]::uuid[];
end;
$$;
comment on function private.owned_projects() is
'Projects of the active organization that the caller owns; admins own all without being listed.';

create function private.project_permission(p_member public.organization_members, p_project_id uuid)
returns public.project_permission
language sql
stable
set search_path = ''
as $$
  select case
    when p_member.client_account_id is not null and p.client_account_id is distinct from p_member.client_account_id
      then null
    when p_member.role >= 'admin' then 'owner'::public.project_permission
    when p.is_restricted and c.id is null then null
    when p_member.role < 'creator' then 'viewer'
    else coalesce(c.permission_level, 'editor')
  end
  from public.projects as p
  left join public.project_collaborators as c
    on c.organization_id = p.organization_id and c.project_id = p.id and c.user_id = p_member.user_id
  where p.organization_id = p_member.organization_id and p.id = p_project_id
$$;
comment on function private.project_permission(public.organization_members, uuid) is
'What a member may do in one project, null for nothing: the same answer as hidden_projects, locked_projects and owned_projects give together.';

create function private.require_project(
  p_project_id uuid, p_permission public.project_permission, p_field text default 'p_project_id'
)
returns uuid
language plpgsql
stable
security definer -- see active_member
set search_path = ''
as $$
declare
  v_organization_id uuid := private.active_org_or_raise();
  v_permission public.project_permission;
begin
  perform private.require(p_project_id is not null, p_field, p_field || ' is missing');
  v_permission := private.project_permission(private.active_member(), p_project_id);
  if v_permission is null then
    perform private.raise_error('NOT_FOUND', 'there is no such project in the active organization');
  elsif v_permission < p_permission then
    perform private.raise_error('FORBIDDEN', format('this needs the permission %s in the project', p_permission),
      jsonb_build_object('required_permission', p_permission));
  end if;
  return v_organization_id;
end;
$$;
comment on function private.require_project(uuid, public.project_permission, text) is
'The active organization when the caller has this permission in one of its projects, else UNAUTHORIZED, FORBIDDEN or NOT_FOUND.';

create function private.add_project_owner()
returns trigger
language plpgsql
volatile
security definer -- who makes a project has no grant on collaborators
set search_path = ''
as $$
begin
  insert into public.project_collaborators (organization_id, project_id, user_id, permission_level, added_by)
  select n.organization_id, n.id, n.created_by, 'owner', n.created_by
  from new_rows as n
  join public.organization_members as m on m.organization_id = n.organization_id and m.user_id = n.created_by;
  return null;
end;
$$;
comment on function private.add_project_owner() is 'Who makes a project owns it.';

create trigger add_owner after insert on public.projects
referencing new table as new_rows for each statement execute function private.add_project_owner();
-- Opening a project is not a change of it.
create trigger touch before update of title, description, client_account_id, is_archived, is_restricted
on public.projects
for each row execute function private.touch();

select private.attach_audit('public.projects', 'id', '{last_accessed_at,last_accessed_by}', p_shown => '{title}');
select private.attach_audit('public.project_collaborators');

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.projects enable row level security;
alter table public.project_collaborators enable row level security;

create policy projects_select_members on public.projects
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and id <> all((select private.hidden_projects())::uuid[])
);

create policy projects_insert_creators on public.projects
for insert to authenticated
with check (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

create policy projects_update_editors on public.projects
for update to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and id <> all((select private.locked_projects())::uuid[])
)
with check (organization_id = (select organization_id from private.acting_member));

create policy projects_delete_owners on public.projects
for delete to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and ((select private.has_role('admin')) or id = any((select private.owned_projects())::uuid[]))
);

create policy project_collaborators_select_members on public.project_collaborators
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and project_id <> all((select private.hidden_projects())::uuid[])
  and ((select client_account_id from private.acting_member) is null or user_id = (select auth.uid()))
);
comment on policy project_collaborators_select_members on public.project_collaborators is
'A client sees only that they take part themselves, not who the colleagues are.';

grant select on public.projects, public.project_collaborators to authenticated, service_role;
grant insert (title, description, client_account_id) on public.projects to authenticated;
grant update (title, description, client_account_id, is_archived) on public.projects to authenticated;
grant delete on public.projects to authenticated;

grant execute on function private.hidden_projects(), private.locked_projects(), private.owned_projects()
to authenticated, service_role;
