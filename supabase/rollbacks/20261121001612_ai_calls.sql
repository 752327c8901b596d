-- Takes back 20261121001612_ai_calls.sql.

select cron.unschedule('forget-unmade-ai-calls');
drop function private.forget_unmade_ai_calls();
drop function private.lose_ai_calls(public.jobs);
drop function public.begin_ai_calls(bigint, integer, jsonb);
drop function private.note_ai_calls(bigint, integer, jsonb);
drop table private.ai_calls_under_way;
