-- Takes back 20261121000305_sign_up.sql.

select cron.unschedule(jobname) from cron.job
where jobname in ('purge-deleted-organizations') and username = current_user;

drop trigger release_organizations on public.profiles;
drop trigger keep_an_owner on public.organization_members;
drop trigger keep_an_owner_on_change on public.organization_members;
drop trigger leave_active_organization on public.organization_members;
drop function private.leave_active_organization();
drop function private.keep_an_owner();
drop function private.purge_deleted_organizations();
drop function private.fallback_organization(uuid, uuid);
drop function private.close_organization(uuid, uuid);
drop function private.release_organizations();
-- Cascade: only the owner of auth.users may drop its triggers by name.
drop function private.handle_user_change() cascade;
drop function private.phone_or_null(text);
drop function private.handle_new_user() cascade;
drop function private.add_organization(text, public.organization_type, uuid, text, text);
