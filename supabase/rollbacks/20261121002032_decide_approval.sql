-- Takes back 20261121002032_decide_approval.sql.

drop function public.decide_approval(uuid, text, text);
drop function private.decide_approval(uuid, text, text);
drop function private.apply_decision(public.approval_requests, uuid, public.approval_decision, text, uuid, text);
