-- Takes back 20261121002470_erasure.sql.

drop function public.erase_user(uuid);
drop trigger scrub_person on public.profiles;
drop function private.scrub_deleted_person();
drop function private.scrub_person(uuid, text, uuid[]);
drop function private.sole_organizations(uuid);
