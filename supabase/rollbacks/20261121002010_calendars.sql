-- Takes back 20261121002010_calendars.sql.

drop trigger complete_calendar_entries on public.scheduled_posts;
drop function private.complete_calendar_entries();
drop function public.set_calendar_entry_status(uuid, public.calendar_entry_status);
drop function private.set_calendar_entry_status(uuid, public.calendar_entry_status);
drop table public.calendar_entries;
drop function private.inherit_calendar_client();
drop table public.content_calendars;
drop type public.calendar_entry_status;
