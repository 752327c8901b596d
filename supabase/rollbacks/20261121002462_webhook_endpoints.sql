-- Takes back 20261121002462_webhook_endpoints.sql.

drop function public.replay_webhook_delivery(uuid);
drop function private.replay_webhook_delivery(uuid);
drop function public.test_webhook_endpoint(uuid);
drop function private.test_webhook_endpoint(uuid);
drop function public.rotate_webhook_secret(uuid);
drop function private.rotate_webhook_secret(uuid);
drop function public.delete_webhook_endpoint(uuid);
drop function private.delete_webhook_endpoint(uuid);
drop function public.update_webhook_endpoint(uuid, text, text[], text, boolean);
drop function private.cancel_webhook_deliveries(uuid, uuid);
drop function private.update_webhook_endpoint(uuid, text, text[], text, boolean);
drop function public.create_webhook_endpoint(text, text[], text);
drop function private.create_webhook_endpoint(text, text[], text);
drop trigger forget_secrets on public.webhook_endpoints;
drop function private.forget_webhook_secrets();
drop function private.new_webhook_secret(uuid);
drop function private.webhook_url_or_raise(text);
drop function private.webhook_event_types_or_raise(text[]);
