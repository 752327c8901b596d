-- Who sees API keys. Only functions write.

create policy api_scopes_select_everyone on public.api_scopes
for select to authenticated
using (slug is not null);

create policy api_keys_select_admins on public.api_keys
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'admin'));
