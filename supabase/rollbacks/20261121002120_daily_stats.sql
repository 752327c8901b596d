-- Takes back 20261121002120_daily_stats.sql.

revoke select on public.organization_daily_stats, public.social_account_daily_stats from authenticated, service_role;

drop policy social_account_daily_stats_select_members on public.social_account_daily_stats;
drop policy organization_daily_stats_select_members on public.organization_daily_stats;

alter table public.social_account_daily_stats disable row level security;
alter table public.organization_daily_stats disable row level security;

drop table public.social_account_daily_stats;
drop table public.organization_daily_stats;
