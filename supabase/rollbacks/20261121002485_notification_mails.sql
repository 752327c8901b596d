-- Takes back 20261121002485_notification_mails.sql.

drop function public.release_notification_mails(uuid[]);
drop function public.claim_notification_mails(integer);
