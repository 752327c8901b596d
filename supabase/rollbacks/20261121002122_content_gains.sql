-- Takes back 20261121002122_content_gains.sql.

drop function private.record_average_score(uuid);
drop function private.rebuild_daily_stats(uuid, uuid, date);
drop function private.add_gains(uuid, uuid, private.daily_gains[]);
drop function private.content_gains(uuid, uuid[], date[], date[]);
drop type private.daily_gains;
