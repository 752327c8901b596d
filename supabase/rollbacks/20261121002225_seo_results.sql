-- Takes back 20261121002225_seo_results.sql.

drop function public.store_seo_metrics(uuid, jsonb);
drop function private.seo_reading_error(jsonb);
drop function public.report_seo_submission(uuid, text, integer, jsonb, text, jsonb, integer, integer);
drop function public.claim_due_seo_submissions(text, integer, integer);
