-- Takes back 20261121002022_slot_times.sql.

drop function public.schedule_in_queue(uuid, uuid, text, jsonb);
drop function private.schedule_in_queue(uuid, uuid, text, jsonb);
drop function public.next_available_slot(uuid, timestamptz, text);
drop function public.next_slot_times(uuid, timestamptz, integer, text);
drop function private.next_slot_times(uuid, timestamptz, integer, text, boolean);
drop function private.slot_times(uuid, uuid, text, timestamptz, integer);
