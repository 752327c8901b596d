-- Takes back 20261121002510_learn_brand_voice.sql.

drop trigger follow_brand_voices on public.organization_ai_settings;
drop trigger follow_delete on public.brand_voice_samples;
drop trigger follow_insert on public.brand_voice_samples;
drop function private.follow_embedding_model();
drop function private.follow_voice_samples();
drop function private.refresh_brand_voice(uuid, uuid[]);
delete from public.jobs where kind in ('learn_brand_voice', 'refresh_brand_voice');
delete from public.job_history where kind in ('learn_brand_voice', 'refresh_brand_voice');
delete from public.job_kinds where kind in ('learn_brand_voice', 'refresh_brand_voice');
drop function private.apply_refresh_brand_voice(public.jobs, jsonb);
drop function private.fail_learn_brand_voice(public.jobs, text, text);
drop function private.apply_learn_brand_voice(public.jobs, jsonb);
drop function private.save_brand_voice(public.jobs, jsonb);
drop function private.step_learn_brand_voice(public.jobs, text, jsonb);
drop function private.hold_brand(public.jobs);
drop function public.brand_voice_texts(uuid, uuid, integer);
drop function public.brand_voice_to_embed(uuid, uuid, text, text, integer, integer);
