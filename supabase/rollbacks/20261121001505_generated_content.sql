revoke update (user_rating, user_feedback) on public.generated_content from authenticated;
revoke select on public.generated_content, public.generated_content_sources from authenticated, service_role;
drop policy generated_content_sources_select_staff on public.generated_content_sources;
drop policy generated_content_update_creators on public.generated_content;
drop policy generated_content_select_members on public.generated_content;

delete from private.retention_rules where parent = 'public.generated_content';
drop function private.hidden_generated_content();
drop table private.generated_content_materials;
drop table public.generated_content_sources;
drop table public.generated_content;
drop type public.generated_content_status;
