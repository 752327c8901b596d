alter publication supabase_realtime drop table public.generations, public.generation_outputs;

revoke update (user_rating, user_feedback) on public.generated_content from authenticated;
revoke select on public.generations, public.generation_outputs, public.generated_content
from authenticated, service_role;

drop policy generated_content_update_creators on public.generated_content;
drop policy generated_content_select_members on public.generated_content;
drop policy generation_outputs_select_members on public.generation_outputs;
drop policy generations_select_members on public.generations;

alter table public.generated_content disable row level security;
alter table public.generation_outputs disable row level security;
alter table public.generations disable row level security;

drop trigger broadcast_update on public.generation_outputs;
drop function private.broadcast_generation_outputs();
drop trigger broadcast_update on public.generations;
drop trigger broadcast_insert on public.generations;
drop function private.broadcast_generations();
drop function private.generation_topics(uuid, uuid);

drop table public.generation_outputs;
drop table public.generated_content;
drop table public.generations;
drop type public.generated_content_status;
drop type public.generation_input_kind;
drop type public.generation_tone;
drop type public.generation_output_status;
drop type public.generation_status;
