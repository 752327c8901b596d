-- Takes back 20261121001824_canvas.sql.

drop table public.canvas_connections;
drop table public.chat_interfaces;
drop table public.canvas_folder_items;
drop table public.canvas_folders;
drop function private.is_connection_style(jsonb);
