-- Takes back 20261121001610_ai_usage.sql.

delete from private.retention_rules where parent = 'public.ai_usage';
drop table public.ai_usage;
drop type public.ai_usage_certainty;
drop type public.ai_usage_status;
