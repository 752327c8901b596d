-- Takes back 20261121001820_content_pieces.sql.

alter table public.generated_scripts drop constraint generated_scripts_content_piece_id_fkey;
drop table public.content_annotations;
drop table public.content_pieces;
drop type public.content_annotation_type;
drop type public.content_piece_status;
drop type public.content_piece_type;
