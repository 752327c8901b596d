-- Takes back 20261121001914_review_links.sql.

alter table public.approval_decisions drop constraint approval_decisions_review_link_id_fkey;
drop table public.review_link_decisions;
drop table public.review_links;
delete from private.retention_rules where parent = 'public.review_links';
