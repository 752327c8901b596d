-- Takes back 20261121001805_follow_creators.sql.

drop function public.save_creator(text, text, jsonb);
drop function public.unfollow_creator(uuid);
drop function private.unfollow_creator(uuid);
drop function public.follow_creator(text, text, text);
drop function private.follow_creator(text, text, text);
drop function private.creator_profile_url(text, text);
drop function private.creator_name(text, text);
