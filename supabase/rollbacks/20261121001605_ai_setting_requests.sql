-- Takes back 20261121001605_ai_setting_requests.sql.

drop function public.get_organization_ai_key(uuid, text);
drop trigger delete_secret on public.organization_ai_keys;
drop function private.delete_ai_key_secret();
drop function public.delete_organization_ai_key(text);
drop function private.delete_organization_ai_key(text);
drop function public.set_organization_ai_key(text, text);
drop function private.set_organization_ai_key(text, text);
drop function public.clear_organization_ai_model(text);
drop function private.clear_organization_ai_model(text);
drop function public.set_organization_ai_model(text, text, text, integer);
drop function private.set_organization_ai_model(text, text, text, integer);
drop function private.ai_capability(text);
drop function public.set_user_ai_settings(text, text, text, text);
drop function private.set_user_ai_settings(text, text, text, text);
