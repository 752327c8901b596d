-- Takes back 20261121002718_auto_analysis.sql.

select cron.unschedule('analyze-found-items');
drop function private.analyze_found_items(integer);
