-- Takes back 20261121001590_content_sources.sql.

drop function public.record_source_poll(uuid, text[], text, text, text, text);
drop function public.claim_due_sources(integer, integer);
drop function public.delete_content_source(uuid);
drop function private.delete_content_source(uuid);
drop function public.set_content_source(uuid, text, text, text, jsonb, boolean, integer, text, uuid, uuid);
drop function private.set_content_source(uuid, text, text, text, jsonb, boolean, integer, text, uuid, uuid);
drop function private.check_content_plan(jsonb);
drop table public.content_sources;
drop type public.content_source_status;
drop type public.content_source_kind;
