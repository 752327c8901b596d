-- Takes back 20261121002702_what_worked.sql.

drop function private.video_reasons(jsonb, text, jsonb, text[], text);
drop function private.post_reasons(text, jsonb, text, jsonb, text);
drop function public.what_worked_on_platforms(uuid, uuid);
drop function public.what_worked_for(uuid, uuid, text, uuid, boolean, integer, integer, integer);
drop function public.what_worked(uuid, text, uuid, boolean, integer, integer, integer);
drop function private.what_worked(uuid, uuid, text, uuid, boolean, integer, integer, integer);
drop function private.measured_features(uuid, uuid, text, uuid, boolean, integer);
drop function private.measured_items(uuid, uuid, text, uuid, boolean, integer);
