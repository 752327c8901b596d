-- Takes back 20261121001310_brand_voice.sql. The extension stays: the platform may have brought it.

drop table public.brand_voice_samples;
drop function private.check_brand_voice_sample();
