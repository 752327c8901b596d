-- Takes back 20261121002712_channel_insights.sql.

drop function private.compare_creators(uuid, uuid[], integer);
drop function private.channel_insights(uuid, uuid[], integer);
drop function private.engagement_patterns(uuid, uuid[], integer);
drop function private.posting_hours(uuid, uuid[], integer);
