-- Takes back 20261121002005_publish_attempts.sql.

drop table public.publish_attempts;
drop function private.guard_publish_attempt();
drop type public.publish_outcome;
