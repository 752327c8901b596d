-- Takes back 20261121001250_ai_models.sql.

select private.detach_audit('public.ai_models');
select private.detach_audit('public.ai_providers');
drop function private.require_ai_model(text, text, public.ai_capability, text);
drop function private.ai_cost(text, text, bigint, bigint, bigint, numeric, integer);
drop table public.ai_models;
drop table public.ai_providers;
drop type public.ai_capability;
