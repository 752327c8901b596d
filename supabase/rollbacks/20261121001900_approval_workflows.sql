-- Takes back 20261121001900_approval_workflows.sql.

drop table public.approval_stage_approvers;
drop table public.approval_stages;
drop table public.approval_workflows;
drop function private.broadcast_publishing();
drop function private.publishing_topics(uuid, uuid);
