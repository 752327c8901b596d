-- Takes back 20261121001800_creators.sql.

drop table public.followed_creators;
drop table public.creators;
drop table public.creator_categories;
drop function private.schedule_scrape();
