-- Who sees outgoing webhooks. Only functions write; incoming ones are for servers alone.

create policy webhook_event_types_select_everyone on public.webhook_event_types
for select to authenticated
using (is_active);

create policy webhook_endpoints_select_admins on public.webhook_endpoints
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'admin'));

create policy webhook_deliveries_select_admins on public.webhook_deliveries
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'admin'));
