-- Takes back 20261121001300_brand.sql.

delete from private.retention_rules where parent in ('public.brand_profiles', 'public.audience_profiles');
select private.detach_audit('public.audience_profiles');
select private.detach_audit('public.brand_profiles');
drop table public.audience_profiles;
drop table public.brand_profiles;
drop function private.follow_brand();
drop function private.check_brand_profile();
drop function private.is_http_url_list(text[], integer);
drop function private.is_text_list(text[], integer, integer);
drop type public.writing_tone;
