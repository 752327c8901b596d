-- Takes back 20261121002500_brand_voices.sql.

drop function public.brand_voice_nearness(uuid, uuid, jsonb, text, text);
drop function public.brand_voice_for(uuid, uuid);
drop function private.calibrate_brand_voice(uuid, text, text, integer);
drop function private.brand_voice_nearness(uuid, extensions.vector, text, text, uuid);
drop table public.brand_voices;
drop function private.broadcast_brand_voices();
