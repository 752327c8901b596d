-- Takes back 20261121002460_outgoing_webhooks.sql.

drop trigger emit_events on public.generations;
drop function private.emit_generation_events();
drop function private.emit_event(uuid, text, jsonb);
drop function private.emit_events(uuid[], text[], jsonb[]);
drop function private.webhook_body(uuid, text, uuid, jsonb);
delete from private.retention_rules where parent = 'public.webhook_deliveries';
drop table public.webhook_deliveries;
drop table public.webhook_endpoints;
drop table public.webhook_event_types;
drop function private.is_webhook_url(text);
drop type public.webhook_delivery_status;
