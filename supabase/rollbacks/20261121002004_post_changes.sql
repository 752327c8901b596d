-- Takes back 20261121002004_post_changes.sql.

drop function public.cancel_scheduled_post(uuid);
drop function private.cancel_scheduled_post(uuid);
drop function public.publish_post(uuid);
drop function private.publish_post(uuid);
drop function public.reschedule_post(uuid, timestamptz, date, time, text);
drop function private.reschedule_post(uuid, timestamptz, date, time, text);
drop function public.update_scheduled_post(uuid, jsonb);
drop function private.update_scheduled_post(uuid, jsonb);
