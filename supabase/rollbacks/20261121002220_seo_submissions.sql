-- Takes back 20261121002220_seo_submissions.sql.

drop function public.submit_urls(uuid, text[], text, uuid);
drop function private.submit_urls(uuid, text[], text, uuid);
drop function private.queue_seo_submissions(
  public.seo_connections, text[], public.seo_submission_type, uuid
);
drop function private.give_up_seo_submissions(uuid, uuid, text);
drop function private.end_seo_submissions(uuid, uuid[], public.seo_submission_status, text);
