-- Takes back 20261121002034_review_link_requests.sql.

drop function public.decide_review_link(text, text, text, text);
drop function private.decide_review_link(text, text, text, text);
drop function public.open_review_link(text);
drop function private.open_review_link(text);
drop function private.find_review_link(text);
drop function public.revoke_review_link(uuid);
drop function private.revoke_review_link(uuid);
drop function public.create_review_link(uuid, uuid, text, integer, integer);
drop function private.create_review_link(uuid, uuid, text, integer, integer);
