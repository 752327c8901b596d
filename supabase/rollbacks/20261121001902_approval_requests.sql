-- Takes back 20261121001902_approval_requests.sql.

drop trigger close_outdated_approvals on public.generated_content;
drop function private.close_outdated_approvals();
drop table public.approval_decisions;
drop table public.approval_requests;
drop function private.guard_approval_request();
drop type public.approval_decision;
drop type public.approval_status;
