-- Takes back 20261121001600_ai_settings.sql.

select private.detach_audit('public.organization_ai_keys');
select private.detach_audit('public.organization_ai_settings');
drop table public.organization_ai_keys;
drop table public.organization_ai_settings;
drop table public.user_ai_settings;
