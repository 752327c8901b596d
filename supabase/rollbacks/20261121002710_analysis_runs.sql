-- Takes back 20261121002710_analysis_runs.sql.

drop trigger broadcast_insert on public.content_analyses;
drop trigger broadcast_update on public.content_analyses;
drop function private.broadcast_analyses();
delete from private.retention_rules where parent = 'public.analysis_runs';
drop table private.analysis_run_items;
drop table public.analysis_runs;
drop function private.broadcast_analysis_runs();
