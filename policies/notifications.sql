-- Notifications are for one person.

create policy notification_types_select_everyone on public.notification_types
for select to authenticated
using (type is not null);

create policy notifications_select_own on public.notifications
for select to authenticated
using (user_id = (select auth.uid()) and organization_id = any((select private.organization_ids())::uuid[]));
comment on policy notifications_select_own on public.notifications is
'Of all the person''s organizations, whichever is active; no longer of one that removed them.';

create policy notifications_update_own on public.notifications
for update to authenticated
using (user_id = (select auth.uid()) and organization_id = any((select private.organization_ids())::uuid[]))
with check (user_id = (select auth.uid()));

create policy notifications_delete_own on public.notifications
for delete to authenticated
using (user_id = (select auth.uid()) and organization_id = any((select private.organization_ids())::uuid[]));
