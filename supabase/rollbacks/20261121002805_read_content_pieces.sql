-- Takes back 20261121002805_read_content_pieces.sql.

delete from public.jobs where kind = 'read_content_piece';
delete from public.job_history where kind = 'read_content_piece';
delete from public.job_kinds where kind = 'read_content_piece';
drop function private.fail_read_content_piece(public.jobs, text, text);
drop function private.step_read_content_piece(public.jobs, text, jsonb);
drop function public.content_piece_address(uuid, uuid, bigint);
drop function public.read_content_piece(uuid);
drop function private.read_content_piece(uuid);
drop trigger follow_address on public.content_pieces;
drop trigger request_readings_anew on public.content_pieces;
drop trigger request_readings on public.content_pieces;
drop function private.follow_piece_address();
drop function private.unless_read(text, text);
drop function private.request_piece_readings();
drop function private.queue_piece_readings(uuid, uuid[]);
drop function private.reading_advice(text);
