-- Takes back 20261121002012_calendar_month.sql.

drop function public.calendar_month(date, text, text, uuid);
