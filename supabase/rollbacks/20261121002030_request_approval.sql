-- Takes back 20261121002030_request_approval.sql.

drop function public.cancel_approval(uuid, text);
drop function private.cancel_approval(uuid, text);
drop function public.request_approval(uuid, uuid, uuid, text);
drop function private.request_approval(uuid, uuid, uuid, text);
drop function private.lock_approval(uuid, uuid);
drop function private.approval_state(public.approval_requests);
drop function private.enter_stage(public.approval_requests, smallint);
drop function private.stage_reviewers(public.approval_requests);
