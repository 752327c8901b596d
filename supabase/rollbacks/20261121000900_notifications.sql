-- Takes back 20261121000900_notifications.sql.

delete from private.retention_rules where parent = 'public.notifications';
drop table public.notifications;
drop table public.notification_types;
drop function private.broadcast_notifications();
drop function public.mark_notifications_read(uuid[]);
drop function private.notify(uuid, uuid, text, text, text, text, text, text, uuid, jsonb, public.member_role,
timestamptz);
