-- Takes back 20261121002430_system_settings.sql.

drop function public.set_system_setting(text, jsonb, boolean, text);
drop function private.set_system_setting(text, jsonb, boolean, text);
drop function private.system_setting(text);
drop table public.system_settings;
drop type public.setting_type;
