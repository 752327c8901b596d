revoke select on public.text_generations, public.text_generation_outputs from authenticated, service_role;
drop policy text_generation_outputs_select_members on public.text_generation_outputs;
drop policy text_generations_select_members on public.text_generations;
delete from private.retention_rules where parent = 'public.text_generations';
drop table public.text_generation_outputs;
drop table public.text_generations;
drop function private.broadcast_text_generations();
drop type public.text_generation_status;
drop type public.text_generation_kind;
