-- Takes back 20261121001835_chat_requests.sql.

drop trigger broadcast_delete on public.chat_messages;
drop trigger broadcast_update on public.chat_messages;
drop trigger broadcast_insert on public.chat_messages;
drop function private.broadcast_chat_messages();
drop function public.append_chat_message(uuid, text);
drop function private.append_chat_message(uuid, text);
drop function private.add_chat_message(uuid, uuid, public.chat_role, text, public.chat_message_status, uuid, bigint);
