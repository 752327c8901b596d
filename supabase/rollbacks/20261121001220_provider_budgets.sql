-- Takes back 20261121001220_provider_budgets.sql.

delete from private.retention_rules where parent = 'public.provider_budgets';
drop function public.exhaust_budget(text, text, public.budget_period, uuid, text);
drop function public.give_back_budget(bigint[], integer);
drop function public.take_budget(text, text, integer, uuid, text, bigint);
drop function private.take_budget(text, text, integer, uuid, text, bigint, timestamptz);
drop function private.budget_resources(text, text, uuid);
drop function private.budget_window(public.budget_period, text, timestamptz);
drop table public.provider_budgets;
drop table public.provider_limits;
drop type public.budget_period;
drop type public.budget_scope;
