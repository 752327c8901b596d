-- Takes back 20261121001705_model_requests.sql.

drop function public.create_avatar_model(text, text, text[], text, text, boolean, text, uuid);
drop function private.create_avatar_model(text, text, text[], text, text, boolean, text, uuid);
drop function public.create_voice_model(text, text, text, text, boolean, text, text, uuid);
drop function private.create_voice_model(text, text, text, text, boolean, text, text, uuid);
drop function private.require_consent(uuid, text, text, boolean, text);
drop function private.require_client_account(uuid, uuid);
drop function private.require_sample(uuid, text, text, boolean);
