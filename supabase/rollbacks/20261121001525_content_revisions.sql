drop trigger record_revisions on public.content_items;
drop function private.record_revisions();
drop table public.content_revisions;
drop type public.change_source;
