-- Purpose: what a generation makes for each of its platforms: waiting, made, failed or cancelled.
-- Objects: generation_outputs, its live broadcast, policies and grants.

create type public.generation_output_status as enum ('pending', 'completed', 'failed', 'cancelled');
comment on type public.generation_output_status is 'State of one platform of a generation.';

-- Table ---------------------------------------------------------------------------------------------------------------

create table public.generation_outputs (
  organization_id uuid not null,
  generation_id uuid not null,
  platform text not null,
  status public.generation_output_status not null default 'pending',
  generated_content_id uuid,
  error_code text,
  error_message text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  completed_at timestamptz,
  constraint generation_outputs_pkey primary key (generation_id, platform),
  constraint generation_outputs_generation_id_fkey foreign key (organization_id, generation_id)
    references public.generations (organization_id, id) on delete cascade,
  constraint generation_outputs_platform_fkey foreign key (platform)
    references public.platforms (slug) on update cascade on delete restrict,
  constraint generation_outputs_generated_content_id_fkey foreign key (organization_id, generated_content_id)
    references public.generated_content (organization_id, id) on delete set null (generated_content_id),
  constraint ended_generation_outputs_have_completed_at check ((completed_at is not null) = (status <> 'pending')),
  constraint failed_generation_outputs_have_an_error_code check (status <> 'failed' or error_code is not null)
);
comment on table public.generation_outputs is 'One row for each platform of a generation: waiting, made, failed or cancelled.';

create index generation_outputs_organization_id_generation_id_idx
on public.generation_outputs (organization_id, generation_id);
create index generation_outputs_generated_content_id_idx
on public.generation_outputs (organization_id, generated_content_id) where generated_content_id is not null;
create index generation_outputs_platform_idx on public.generation_outputs (platform);

create trigger touch before update on public.generation_outputs
for each row execute function private.touch();

-- Live updates --------------------------------------------------------------------------------------------------------

create function private.broadcast_generation_outputs()
returns trigger
language plpgsql
volatile
security definer -- sending needs insert on realtime.messages, which the writing role may not have
set search_path = ''
as $$
begin
  perform realtime.send(
    jsonb_build_object(
      'generation_id', n.generation_id, 'platform', n.platform, 'status', n.status,
      'generated_content_id', n.generated_content_id, 'error_code', n.error_code
    ),
    'generation_output', t.topic, true
  )
  from new_rows as n
  join public.generations as g on g.organization_id = n.organization_id and g.id = n.generation_id
  cross join lateral private.member_topics(n.organization_id, g.client_account_id, 'generations') as t (topic);
  return null;
end;
$$;
comment on function private.broadcast_generation_outputs() is 'Tells members that a platform has ended.';

create trigger broadcast_update after update on public.generation_outputs
referencing new table as new_rows for each statement execute function private.broadcast_generation_outputs();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.generation_outputs enable row level security;

create policy generation_outputs_select_members on public.generation_outputs
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and (
    (select client_account_id from private.acting_member) is null
    or generation_id in (
      select g.id from public.generations as g
      where g.organization_id = (select organization_id from private.acting_member)
        and g.client_account_id = (select private.member_client_account())
    )
  )
);

grant select on public.generation_outputs to authenticated, service_role;

alter publication supabase_realtime add table public.generation_outputs;
