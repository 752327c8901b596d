-- Who sees the models on offer, what is chosen of them, and what it costs. Settings and keys change through functions.

create policy ai_providers_select_everyone on public.ai_providers
for select to authenticated
using (is_active);

create policy ai_models_select_everyone on public.ai_models
for select to authenticated
using (is_active);

create policy user_ai_settings_select_self on public.user_ai_settings
for select to authenticated
using (user_id = (select auth.uid()));

create policy organization_ai_settings_select_members on public.organization_ai_settings
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));

create policy organization_ai_keys_select_admins on public.organization_ai_keys
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'admin'));

create policy ai_usage_select_managers on public.ai_usage
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'manager'));
