alter publication supabase_realtime drop table public.generations;

revoke select on public.generations from authenticated, service_role;
drop policy generations_select_members on public.generations;
alter table public.generations disable row level security;

drop trigger broadcast_update on public.generations;
drop trigger broadcast_insert on public.generations;
drop function private.broadcast_generations();
drop function private.member_topics(uuid, uuid, text);

drop table public.generations;
drop type public.generation_input_kind;
drop type public.generation_tone;
drop type public.generation_status;
