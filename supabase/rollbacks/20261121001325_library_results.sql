-- Takes back 20261121001325_library_results.sql.

drop function public.record_cta_results(uuid, uuid, numeric, timestamptz);
drop function public.record_hashtag_results(uuid, text[], text, uuid, numeric, timestamptz);
drop function private.running_mean(numeric, integer, numeric);
