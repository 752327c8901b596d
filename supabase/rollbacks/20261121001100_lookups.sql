-- Takes back 20261121001100_lookups.sql.

revoke select on public.platforms from anon, authenticated, service_role;
drop policy platforms_select_everyone on public.platforms;
alter table public.platforms disable row level security;
drop table public.platforms;
drop type public.generated_content_type;
