-- Takes back 20261121002800_chat_answers.sql.

delete from public.jobs where kind = 'answer_chat';
delete from public.job_history where kind = 'answer_chat';
delete from public.job_kinds where kind = 'answer_chat';
drop function private.fail_answer_chat(public.jobs, text, text);
drop function private.apply_answer_chat(public.jobs, jsonb);
drop function private.step_answer_chat(public.jobs, text, jsonb);
drop function public.stream_chat_answer(bigint, integer, integer, text, text);
drop function public.chat_context(uuid, uuid);
drop function private.chat_pieces(uuid, uuid, uuid, uuid);
drop function private.chat_turns(uuid, uuid, integer);
