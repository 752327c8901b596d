alter publication supabase_realtime drop table public.generation_outputs;

revoke select on public.generation_outputs from authenticated, service_role;
drop policy generation_outputs_select_members on public.generation_outputs;
alter table public.generation_outputs disable row level security;

drop trigger broadcast_update on public.generation_outputs;
drop function private.broadcast_generation_outputs();

drop table public.generation_outputs;
drop type public.generation_output_status;
