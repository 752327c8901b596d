-- Takes back 20261121002810_remixes.sql.

delete from public.jobs where kind = 'remix_piece';
delete from public.job_history where kind = 'remix_piece';
delete from public.job_kinds where kind = 'remix_piece';
drop function private.fail_remix_piece(public.jobs, text, text);
drop function private.apply_remix_piece(public.jobs, jsonb);
drop function private.step_remix_piece(public.jobs, text, jsonb);
drop function public.remix_content_piece(uuid, text, uuid[], text[], text, text);
drop function private.remix_content_piece(uuid, text, uuid[], text[], text, text);
drop function private.readable_piece(uuid, uuid, uuid, integer, text);
drop function private.piece_source(public.content_pieces, uuid, integer);
