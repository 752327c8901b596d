-- Takes back 20261121001914_review_links.sql.

alter table public.approval_decisions drop constraint approval_decisions_review_link_id_fkey;
-- What it points at goes; coming back, the constraint would find nothing there.
update public.approval_decisions set review_link_id = null where review_link_id is not null;
drop table public.review_link_decisions;
drop table public.review_links;
delete from private.retention_rules where parent = 'public.review_links';
