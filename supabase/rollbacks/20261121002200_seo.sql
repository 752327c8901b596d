-- Takes back 20261121002200_seo.sql.

drop table public.seo_metrics;
drop table public.seo_usage;
drop table public.seo_submissions;
drop table public.seo_connections;
drop type public.seo_submission_status;
drop type public.seo_submission_method;
drop type public.seo_submission_type;
