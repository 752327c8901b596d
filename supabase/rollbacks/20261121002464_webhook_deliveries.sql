-- Takes back 20261121002464_webhook_deliveries.sql.

drop function public.settle_webhook_delivery(uuid, integer, integer, text, integer, text, integer);
drop function private.count_webhook_failure(uuid, uuid, text);
drop function private.webhook_retry_delay(integer);
drop function public.get_webhook_secrets(uuid);
drop function public.claim_webhook_deliveries(text, integer, integer);
