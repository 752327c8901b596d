-- Takes back 20261121002124_metrics_ingest.sql.

drop function private.refresh_item_totals(uuid, uuid[], date[]);
drop function public.record_content_metrics(uuid, jsonb);
drop function private.metrics_rows(uuid, uuid, jsonb);
