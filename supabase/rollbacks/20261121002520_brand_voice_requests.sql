-- Takes back 20261121002520_brand_voice_requests.sql.

drop function public.get_brand_voice(uuid);
drop function public.learn_brand_voice(uuid, jsonb);
drop function private.learn_brand_voice(uuid, jsonb);
drop function private.voice_sources(public.brand_profiles, jsonb);
drop function private.voice_source(public.brand_profiles, jsonb, text);
