-- Takes back 20261121001700_personal_models.sql.

drop table public.avatar_models;
drop table public.voice_models;
drop function private.count_rows();
drop function private.request_biometric_deletion();
drop function private.guard_model_consent();
drop table private.biometric_deletions;
drop type public.training_status;
