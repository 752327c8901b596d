-- Takes back 20261121001810_projects.sql.

drop table public.project_collaborators;
drop table public.projects;
drop function private.add_project_owner();
drop function private.owned_projects();
drop function private.locked_projects();
drop function private.hidden_projects();
drop type public.project_permission;
