-- Takes back 20261121002455_idempotency.sql.

drop function public.finish_idempotent(uuid, text, text, jsonb, integer);
drop function public.begin_idempotent(uuid, text, text, text, integer);
drop function private.finish_idempotent(uuid, text, text, jsonb, integer);
drop function private.begin_idempotent(uuid, text, text, text, integer);
delete from private.retention_rules where parent = 'public.idempotency_keys';
drop table public.idempotency_keys;
drop type public.idempotency_status;
