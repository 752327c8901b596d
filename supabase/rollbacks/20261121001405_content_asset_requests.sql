drop function public.save_content_asset(uuid, text, jsonb);
drop function public.restore_content_asset(uuid);
drop function private.restore_content_asset(uuid);
drop function public.delete_content_asset(uuid, boolean);
drop function private.delete_content_asset(uuid, boolean);
drop function public.update_content_asset(uuid, jsonb);
drop function private.update_content_asset(uuid, jsonb);
drop function public.finish_content_asset(uuid);
drop function private.finish_content_asset(uuid);
drop function public.create_content_asset(
  text, text, text, text, bigint, text, text, text, text, text[], text, text, uuid, uuid
);
drop function private.create_content_asset(
  text, text, text, text, bigint, text, text, text, text, text[], text, text, uuid, uuid
);
