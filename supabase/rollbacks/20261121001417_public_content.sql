-- Takes back 20261121001417_public_content.sql.

drop function public.public_content(uuid, integer, timestamptz, uuid);
drop function private.public_content(uuid, integer, timestamptz, uuid);
