-- Takes back 20261121001830_chat.sql.

drop table public.chat_messages;
drop type public.chat_message_status;
drop type public.chat_role;
