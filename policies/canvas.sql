-- Who sees and changes projects and what is on their canvas.
-- What one may not see or change among them comes as an array of ids, asked for once per statement.

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

create policy content_pieces_select_members on public.content_pieces
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and project_id <> all((select private.hidden_projects())::uuid[])
);

create policy content_pieces_insert_editors on public.content_pieces
for insert to authenticated
with check (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
);

create policy content_pieces_update_editors on public.content_pieces
for update to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
)
with check (organization_id = (select organization_id from private.acting_member));

create policy content_pieces_delete_editors on public.content_pieces
for delete to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
);

create policy content_annotations_select_members on public.content_annotations
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and project_id <> all((select private.hidden_projects())::uuid[])
);

create policy content_annotations_insert_clients on public.content_annotations
for insert to authenticated
with check (
  organization_id = (select organization_id from private.acting_member where role >= 'client')
  and project_id <> all((select private.hidden_projects())::uuid[])
);
comment on policy content_annotations_insert_clients on public.content_annotations is
'Whoever may review may also say why: clients and above, in every project they see.';

create policy content_annotations_update_authors on public.content_annotations
for update to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and user_id = (select auth.uid())
  and (select private.has_role('client'))
  and project_id <> all((select private.hidden_projects())::uuid[])
)
with check (organization_id = (select organization_id from private.acting_member));

create policy content_annotations_delete_authors on public.content_annotations
for delete to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and project_id <> all((select private.hidden_projects())::uuid[])
  and (
    user_id = (select auth.uid())
    or ((select private.has_role('creator')) and project_id <> all((select private.locked_projects())::uuid[]))
  )
);

create policy canvas_folders_select_members on public.canvas_folders
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and project_id <> all((select private.hidden_projects())::uuid[])
);

create policy canvas_folders_insert_editors on public.canvas_folders
for insert to authenticated
with check (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
);

create policy canvas_folders_update_editors on public.canvas_folders
for update to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
)
with check (organization_id = (select organization_id from private.acting_member));

create policy canvas_folders_delete_editors on public.canvas_folders
for delete to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
);

create policy canvas_folder_items_select_members on public.canvas_folder_items
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and project_id <> all((select private.hidden_projects())::uuid[])
);

create policy canvas_folder_items_insert_editors on public.canvas_folder_items
for insert to authenticated
with check (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
);

create policy canvas_folder_items_update_editors on public.canvas_folder_items
for update to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
)
with check (organization_id = (select organization_id from private.acting_member));

create policy canvas_folder_items_delete_editors on public.canvas_folder_items
for delete to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
);

create policy chat_interfaces_select_members on public.chat_interfaces
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and project_id <> all((select private.hidden_projects())::uuid[])
);

create policy chat_interfaces_insert_editors on public.chat_interfaces
for insert to authenticated
with check (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
);

create policy chat_interfaces_update_editors on public.chat_interfaces
for update to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
)
with check (organization_id = (select organization_id from private.acting_member));

create policy chat_interfaces_delete_editors on public.chat_interfaces
for delete to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
);

create policy canvas_connections_select_members on public.canvas_connections
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and project_id <> all((select private.hidden_projects())::uuid[])
);

create policy canvas_connections_insert_editors on public.canvas_connections
for insert to authenticated
with check (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
);

create policy canvas_connections_update_editors on public.canvas_connections
for update to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
)
with check (organization_id = (select organization_id from private.acting_member));

create policy canvas_connections_delete_editors on public.canvas_connections
for delete to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
);

create policy chat_messages_select_members on public.chat_messages
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and project_id <> all((select private.hidden_projects())::uuid[])
);

create policy chat_messages_delete_editors on public.chat_messages
for delete to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
);
