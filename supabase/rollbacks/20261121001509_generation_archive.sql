select cron.unschedule('archive-generations');

revoke select on public.generations_archive from authenticated, service_role;
drop policy generations_archive_select_members on public.generations_archive;

drop function private.archive_generations(interval, integer);
drop table public.generations_archive;
