-- Takes back 20261121001810_projects.sql.

drop function private.require_project(uuid, public.project_permission, text);
drop function private.project_permission(public.organization_members, uuid);
drop table public.project_collaborators;
drop table public.projects;
drop function private.add_project_owner();
drop function private.owned_projects();
drop function private.locked_projects();
drop function private.hidden_projects();
drop type public.project_permission;
