-- Takes back 20261121002100_content_metrics.sql.

revoke select on public.content_metrics from authenticated, service_role;

drop policy content_metrics_select_members on public.content_metrics;

alter table public.content_metrics disable row level security;

drop table public.content_metrics;
delete from private.retention_rules where parent = 'public.content_metrics';
drop type public.metrics_granularity;
