-- Takes back 20261121002220_seo_submissions.sql.

drop function public.store_seo_metrics(uuid, jsonb);
drop function public.report_seo_submission(uuid, text, integer, jsonb, text, jsonb, integer, integer);
drop function public.claim_due_seo_submissions(text, integer, integer);
drop function public.submit_urls(uuid, text[], text, uuid);
drop function private.submit_urls(uuid, text[], text, uuid);
drop function private.give_up_seo_submissions(uuid, uuid, text);
