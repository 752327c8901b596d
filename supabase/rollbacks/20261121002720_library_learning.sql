-- Takes back 20261121002720_library_learning.sql.

select cron.unschedule('relearn-libraries');
drop function private.request_library_learning();
delete from public.jobs where kind = 'relearn_libraries';
delete from public.job_history where kind = 'relearn_libraries';
delete from public.job_kinds where kind = 'relearn_libraries';
drop function public.relearn_libraries(uuid);
drop function private.relearn_templates(uuid);
drop function private.relearn_ctas(uuid);
drop function private.relearn_hashtags(uuid);
drop function private.uses_of_calls(uuid);
drop function private.plain_words(text);
drop function private.library_uses(uuid);
