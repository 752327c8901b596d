-- Takes back 20261121001820_content_pieces.sql.

alter table public.generated_scripts drop constraint generated_scripts_content_piece_id_fkey;
-- What it points at goes; coming back, the constraint would find nothing there.
update public.generated_scripts set content_piece_id = null where content_piece_id is not null;
drop table public.content_annotations;
drop table public.content_pieces;
drop function private.begin_content_piece();
drop type public.content_annotation_type;
drop type public.content_piece_status;
drop type public.content_piece_type;
