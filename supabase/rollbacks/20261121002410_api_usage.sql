-- Takes back 20261121002410_api_usage.sql.

drop trigger log_usage_update on public.generations;
drop trigger log_usage_insert on public.generations;
drop function private.log_generation_usage();
drop function public.record_api_usage(jsonb);
drop function private.count_or_null(jsonb);
drop view public.monthly_api_usage;
drop function private.anonymise_api_usage(uuid);
delete from private.retention_rules where parent = 'public.api_usage';
drop table public.api_usage;
drop table public.api_usage_monthly;
drop function private.total_api_usage();
