-- Takes back 20261121002720_library_learning.sql.

select cron.unschedule('relearn-libraries');
drop function public.relearn_libraries(uuid);
drop function private.relearn_libraries(uuid);
drop function private.library_uses(uuid);
