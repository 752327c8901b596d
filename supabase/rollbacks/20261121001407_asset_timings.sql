-- Takes back 20261121001407_asset_timings.sql.

drop function private.asset_segments(public.content_assets);
drop function private.keep_transcript(uuid, uuid, jsonb);
drop table private.asset_timings;
