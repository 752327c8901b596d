-- Takes back 20261121001910_reviews.sql.

drop table public.qa_requests;
drop table public.revision_requests;
drop type public.qa_status;
drop type public.request_priority;
drop type public.qa_type;
drop type public.revision_status;
