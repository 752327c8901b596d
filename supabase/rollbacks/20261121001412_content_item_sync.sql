select cron.unschedule('purge-removed-content');
drop function private.purge_removed_content(integer);
drop trigger follow_content on public.social_accounts;
drop function private.follow_social_accounts();
drop function public.confirm_content_item_edits(uuid, timestamptz);
drop function public.mark_missing_content_items(uuid, timestamptz);
drop function public.upsert_content_items(uuid, jsonb);
drop function private.parse_content_items(jsonb);
