-- Takes back 20261121001912_review_requests.sql.

drop function public.update_revision_request(uuid, text, uuid);
drop function private.update_revision_request(uuid, text, uuid);
drop function public.update_qa_request(uuid, text, uuid, text, numeric);
drop function private.update_qa_request(uuid, text, uuid, text, numeric);
drop function public.request_qa(uuid, text, text, integer, uuid, text);
drop function private.request_qa(uuid, text, text, integer, uuid, text);
drop function private.require_colleague(uuid, uuid, text);
