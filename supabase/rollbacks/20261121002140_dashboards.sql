-- Takes back 20261121002140_dashboards.sql.

drop function public.analytics_dashboard_data(integer, date, date, text, boolean, uuid);
drop function private.percent_change(numeric, numeric);
drop function private.daily_stats(uuid, date, date, boolean, uuid);
