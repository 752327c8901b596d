-- Takes back 20261121002003_post_requests.sql.

drop function public.schedule_post(uuid[], uuid, timestamptz, date, time, text, jsonb);
drop function private.schedule_post(uuid[], uuid, timestamptz, date, time, text, jsonb);
drop function private.post_state(public.scheduled_posts);
drop function private.find_post(uuid, uuid);
drop function private.require_post_time(timestamptz, date, time, text);
drop function private.post_options(jsonb, text);
