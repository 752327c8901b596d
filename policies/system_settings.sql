-- Who reads settings. Only set_system_setting writes.

create policy system_settings_select_everyone on public.system_settings
for select to anon
using (is_public);

create policy system_settings_select_admins on public.system_settings
for select to authenticated
using (is_public or (select private.has_app_role('admin')));
