-- Who sees people, their settings, roles and devices: everybody their own. The column grants say what they may change.

create policy profiles_select_own on public.profiles
for select to authenticated
using (id = (select auth.uid()));
comment on policy profiles_select_own on public.profiles is 'Colleagues are read through list_members, without phone and country.';

create policy profiles_update_own on public.profiles
for update to authenticated
using (id = (select auth.uid()) and status = 'active')
with check (id = (select auth.uid()));

create policy user_settings_select_own on public.user_settings
for select to authenticated
using (user_id = (select auth.uid()));

create policy user_settings_update_own on public.user_settings
for update to authenticated
using (user_id = (select auth.uid()))
with check (user_id = (select auth.uid()));

create policy user_roles_select_own on public.user_roles
for select to authenticated
using (user_id = (select auth.uid()));

create policy user_sessions_select_own on public.user_sessions
for select to authenticated
using (user_id = (select auth.uid()));
