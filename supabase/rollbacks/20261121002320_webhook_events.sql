-- Takes back 20261121002320_webhook_events.sql.

drop function public.replay_webhook_event(uuid);
drop function public.fail_webhook_event(uuid, integer, text, text, integer);
drop function public.complete_webhook_event(uuid, integer, public.webhook_event_status, uuid, text);
drop function private.webhook_event_in_work(uuid, integer);
drop function public.claim_webhook_events(text, integer, integer, text[]);
drop function private.rescue_webhook_events();
drop function public.receive_webhook_event(text, text, text, jsonb, text, timestamptz, jsonb, uuid);
delete from private.retention_rules where parent in ('public.webhook_events', 'private.webhook_event_keys');
drop table public.webhook_events;
drop table private.webhook_event_keys;
drop table public.webhook_sources;
drop type public.webhook_event_status;
