-- Takes back 20261121000306_idempotency.sql.

drop function public.finish_idempotent(uuid, text, text, jsonb, integer);
drop function public.begin_idempotent(uuid, text, text, text, integer);
drop function private.remember_answer(text, jsonb, text, text[]);
drop function private.earlier_answer(text, jsonb, text, text);
drop function private.idempotency_place(text, text);
drop type private.idempotency_place;
drop function private.finish_idempotent(uuid, text, text, jsonb, integer);
drop function private.begin_idempotent(uuid, text, text, text, integer);
delete from private.retention_rules where parent = 'public.idempotency_keys';
drop table public.idempotency_keys;
drop type public.idempotency_status;
