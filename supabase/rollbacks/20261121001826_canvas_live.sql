-- Takes back 20261121001826_canvas_live.sql.

drop trigger broadcast_insert on public.content_pieces;
drop trigger broadcast_update on public.content_pieces;
drop trigger broadcast_delete on public.content_pieces;
drop trigger broadcast_insert on public.content_annotations;
drop trigger broadcast_update on public.content_annotations;
drop trigger broadcast_delete on public.content_annotations;
drop trigger broadcast_insert on public.canvas_folders;
drop trigger broadcast_update on public.canvas_folders;
drop trigger broadcast_delete on public.canvas_folders;
drop trigger broadcast_insert on public.canvas_folder_items;
drop trigger broadcast_update on public.canvas_folder_items;
drop trigger broadcast_delete on public.canvas_folder_items;
drop trigger broadcast_insert on public.chat_interfaces;
drop trigger broadcast_update on public.chat_interfaces;
drop trigger broadcast_delete on public.chat_interfaces;
drop trigger broadcast_insert on public.canvas_connections;
drop trigger broadcast_update on public.canvas_connections;
drop trigger broadcast_delete on public.canvas_connections;
drop trigger broadcast_delete on public.projects;
drop trigger broadcast_update on public.projects;
drop function private.broadcast_projects();
drop function private.broadcast_canvas();
drop function private.send_canvas(uuid, uuid, text, text, uuid[]);
