-- Takes back 20261121001706_model_consent.sql.

drop function public.finish_biometric_deletion(bigint, text);
drop function public.due_biometric_deletions(integer);
drop function public.delete_avatar_model(uuid);
drop function private.delete_avatar_model(uuid);
drop function public.revoke_avatar_model_consent(uuid);
drop function private.revoke_avatar_model_consent(uuid);
drop function public.activate_avatar_model(uuid);
drop function private.activate_avatar_model(uuid);
drop function public.delete_voice_model(uuid);
drop function private.delete_voice_model(uuid);
drop function public.revoke_voice_model_consent(uuid);
drop function private.revoke_voice_model_consent(uuid);
drop function public.activate_voice_model(uuid);
drop function private.activate_voice_model(uuid);
