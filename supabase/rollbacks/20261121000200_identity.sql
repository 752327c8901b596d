-- Takes back 20261121000200_identity.sql.

select cron.unschedule(jobname) from cron.job where jobname = 'cleanup-sessions' and username = current_user;

drop function public.cleanup_expired_sessions();
drop function public.public_profile(uuid);
drop function private.public_profile(uuid);
drop function public.revoke_session(uuid);
drop function private.revoke_session(uuid);
drop function public.register_session(jsonb);
drop function private.register_session(jsonb);
drop function private.has_app_role(public.app_role);
drop function private.is_backend();
drop table public.user_sessions;
drop table public.user_roles;
drop table public.user_settings;
drop table public.profiles;
drop function private.reset_phone_verified();
drop function private.request_ip();
drop function private.request_header(text);
drop type public.app_role;
drop type public.profile_status;
