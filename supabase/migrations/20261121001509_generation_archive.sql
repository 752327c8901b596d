-- Purpose: generations of which nobody works any more move out of the way of those of today.
-- Objects: generations_archive, private.archive_generations, cron, policies and grants.

create table public.generations_archive (
  id uuid constraint generations_archive_pkey primary key,
  organization_id uuid not null,
  user_id uuid,
  client_account_id uuid,
  status public.generation_status not null,
  generation jsonb not null,
  outputs jsonb not null,
  created_at timestamptz not null,
  archived_at timestamptz not null default now(),
  constraint generations_archive_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint generations_archive_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint generations_archive_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint generations_archive_generation_is_an_object check (jsonb_typeof(generation) = 'object'),
  constraint generations_archive_outputs_is_an_array check (jsonb_typeof(outputs) = 'array')
);
comment on table public.generations_archive is
'Generations older than 90 days, as they were; get_generation reads them like the others. The content they made stays where it is.';
comment on column public.generations_archive.generation is 'The row of generations, without its person.';
comment on column public.generations_archive.outputs is 'The rows of generation_outputs.';
comment on column public.generations_archive.created_at is 'When the generation was asked for.';

create index generations_archive_organization_id_created_at_idx
on public.generations_archive (organization_id, created_at desc, id desc);
create index generations_archive_user_id_idx on public.generations_archive (user_id) where user_id is not null;
create index generations_archive_client_account_id_idx
on public.generations_archive (organization_id, client_account_id) where client_account_id is not null;

create function private.archive_generations(p_older_than interval default '90 days', p_limit integer default 2000)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_count integer;
begin
  -- Bounded, so that one run never holds a transaction open for long; what is left goes with the next run.
  with old as (
    select g.id
    from public.generations as g
    where g.completed_at is not null and g.created_at < now() - p_older_than
    order by g.created_at
    limit p_limit
    for update skip locked
  ),
  archived as (
    insert into public.generations_archive
      (id, organization_id, user_id, client_account_id, status, generation, outputs, created_at)
    select g.id, g.organization_id, g.user_id, g.client_account_id, g.status, to_jsonb(g) - 'user_id',
      coalesce(
        (
          select jsonb_agg(to_jsonb(o) order by o.platform)
          from public.generation_outputs as o
          where o.organization_id = g.organization_id and o.generation_id = g.id
        ),
        '[]'
      ),
      g.created_at
    from public.generations as g
    where g.id in (select old.id from old)
    returning id
  )
  delete from public.generations as g
  where g.id in (select archived.id from archived);
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;
comment on function private.archive_generations(interval, integer) is
'Moves ended generations past this age into generations_archive, the oldest first; answers how many.';

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.generations_archive enable row level security;

create policy generations_archive_select_members on public.generations_archive
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

grant select on public.generations_archive to authenticated, service_role;

-- Cron ----------------------------------------------------------------------------------------------------------------

select cron.schedule('archive-generations', '17 * * * *', 'select private.archive_generations()');
