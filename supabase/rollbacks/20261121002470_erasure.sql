-- Takes back 20261121002470_erasure.sql.

select cron.unschedule(jobname) from cron.job
where jobname = 'purge-deleted-people' and username = current_user;

drop function private.purge_deleted_people();
drop function public.erase_user(uuid);
drop trigger scrub_person on public.profiles;
drop function private.scrub_deleted_person();
drop function private.scrub_person(uuid, text, uuid[]);
drop function private.sole_organizations(uuid);
