-- Takes back 20261121002802_chat_questions.sql.

drop function public.cancel_chat_answer(uuid);
drop function private.cancel_chat_answer(uuid);
drop function public.send_chat_message(uuid, text, text);
drop function private.send_chat_message(uuid, text, text);
drop function private.editable_chat(uuid, uuid);
