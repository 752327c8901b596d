-- Takes back 20261121001828_canvas_requests.sql.

drop function public.move_content_piece(uuid, uuid);
drop function private.move_content_piece(uuid, uuid);
drop function public.duplicate_project(uuid, text);
drop function private.duplicate_project(uuid, text);
