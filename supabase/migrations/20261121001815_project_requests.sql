-- Purpose: open projects, share them, and say who may see them.
-- Objects: open_project, share_project, unshare_project, restrict_project.

create function private.open_project(p_project_id uuid)
returns jsonb
language plpgsql
volatile
security definer -- whoever looks leaves a trace, also without the right to change the project
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_project(p_project_id, 'viewer');
  v_user_id uuid := (select auth.uid());
  v_project public.projects;
begin
  -- Once a minute and person is enough for a list; a canvas is opened more often than it is worth a write.
  update public.projects as p
  set last_accessed_at = now(), last_accessed_by = v_user_id
  where p.organization_id = v_organization_id and p.id = p_project_id
    and (p.last_accessed_at < now() - interval '1 minute' or p.last_accessed_by is distinct from v_user_id);
  select p.* into v_project
  from public.projects as p
  where p.organization_id = v_organization_id and p.id = p_project_id;
  return to_jsonb(v_project)
    || jsonb_build_object('permission', private.project_permission(private.active_member(), p_project_id));
end;
$$;
comment on function private.open_project(uuid) is 'The work of public.open_project.';

create function public.open_project(p_project_id uuid default null)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.open_project(p_project_id)
$$;
comment on function public.open_project(uuid) is
'The project with permission (viewer, editor or owner: what the caller may do in it); it moves to the front of the projects last worked on.
Follow its canvas on the topic org:<organization>:canvas:<project>.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR, NOT_FOUND.';

create function private.share_project(p_project_id uuid, p_user_id uuid, p_permission_level text)
returns jsonb
language plpgsql
volatile
security definer -- clients have no write grant on collaborators; the permission is checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_project(p_project_id, 'owner');
  v_permission public.project_permission;
  v_member public.organization_members;
  v_collaborator public.project_collaborators;
begin
  perform private.require(
    p_permission_level = any (enum_range(null::public.project_permission)::text[]),
    'p_permission_level', 'p_permission_level must be viewer, editor or owner'
  );
  v_permission := p_permission_level::public.project_permission;
  select m.* into v_member
  from public.organization_members as m
  where m.organization_id = v_organization_id and m.user_id = p_user_id and m.status = 'active';
  perform private.require(found, 'p_user_id', 'p_user_id is not a member of this organization');
  perform private.require(
    v_permission = 'viewer' or v_member.role >= 'creator',
    'p_permission_level', format('a %s of the organization can be a viewer of a project only', v_member.role)
  );
  perform private.require(
    v_member.client_account_id is null or v_member.client_account_id = (
      select p.client_account_id from public.projects as p
      where p.organization_id = v_organization_id and p.id = p_project_id
    ),
    'p_user_id', 'p_user_id works for another client than this project'
  );
  insert into public.project_collaborators as c (organization_id, project_id, user_id, permission_level, added_by)
  values (v_organization_id, p_project_id, p_user_id, v_permission, (select auth.uid()))
  on conflict (project_id, user_id) do update set permission_level = excluded.permission_level
  returning c.* into v_collaborator;
  return to_jsonb(v_collaborator);
end;
$$;
comment on function private.share_project(uuid, uuid, text) is 'The work of public.share_project.';

create function public.share_project(
  p_project_id uuid default null, p_user_id uuid default null, p_permission_level text default 'editor'
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.share_project(p_project_id, p_user_id, p_permission_level)
$$;
comment on function public.share_project(uuid, uuid, text) is
'Say what a member may do in a project: viewer, editor or owner; below the role creator only viewer. For owners of the project and admins.
Returns the row of project_collaborators.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR, NOT_FOUND.';

create function private.unshare_project(p_project_id uuid, p_user_id uuid)
returns void
language plpgsql
volatile
security definer -- clients have no write grant on collaborators; the permission is checked here
set search_path = ''
as $$
declare
  v_organization_id uuid;
begin
  v_organization_id := private.require_project(
    p_project_id, case when p_user_id = (select auth.uid()) then 'viewer' else 'owner' end::public.project_permission
  );
  perform private.require(p_user_id is not null, 'p_user_id', 'p_user_id is missing');
  delete from public.project_collaborators as c
  where c.organization_id = v_organization_id and c.project_id = p_project_id and c.user_id = p_user_id;
  if not found then
    perform private.raise_error('NOT_FOUND', 'this person is not a collaborator of the project');
  end if;
end;
$$;
comment on function private.unshare_project(uuid, uuid) is 'The work of public.unshare_project.';

create function public.unshare_project(p_project_id uuid default null, p_user_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.unshare_project(p_project_id, p_user_id)
$$;
comment on function public.unshare_project(uuid, uuid) is
'Remove a collaborator; the role in the organization decides again. For owners of the project and admins; everybody may leave.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR, NOT_FOUND.';

create function private.restrict_project(p_project_id uuid, p_is_restricted boolean)
returns void
language plpgsql
volatile
security definer -- clients have no grant on the column; the permission is checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_project(p_project_id, 'owner');
begin
  perform private.require(p_is_restricted is not null, 'p_is_restricted', 'p_is_restricted must be true or false');
  update public.projects as p
  set is_restricted = p_is_restricted
  where p.organization_id = v_organization_id and p.id = p_project_id and p.is_restricted <> p_is_restricted;
end;
$$;
comment on function private.restrict_project(uuid, boolean) is 'The work of public.restrict_project.';

create function public.restrict_project(p_project_id uuid default null, p_is_restricted boolean default true)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.restrict_project(p_project_id, p_is_restricted)
$$;
comment on function public.restrict_project(uuid, boolean) is
'Show a project to its collaborators and admins only, or to everybody again. For owners of the project and admins.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR, NOT_FOUND.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.open_project(uuid), private.open_project(uuid),
  public.share_project(uuid, uuid, text), private.share_project(uuid, uuid, text),
  public.unshare_project(uuid, uuid), private.unshare_project(uuid, uuid),
  public.restrict_project(uuid, boolean), private.restrict_project(uuid, boolean)
to authenticated;
