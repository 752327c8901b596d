-- Takes back 20261121002435_ai_routes.sql.

drop function public.ai_route(uuid, text, uuid, text, jsonb, text);
drop function private.ai_wishes(uuid, uuid, public.ai_capability, text, text);
