-- Purpose: the history of what people read: which field was changed by whom, from what to what, and how.
-- Objects: content_revisions, the trigger function record_revisions, attached to content_items.

create type public.change_source as enum ('manual', 'ai_suggestion', 'bulk_edit', 'sync', 'system');
comment on type public.change_source is
'manual: a member; ai_suggestion: a member took a suggestion over; bulk_edit: a member, many at once; sync: the
platform had it changed; system: a worker or upkeep.';

create table public.content_revisions (
  id uuid constraint content_revisions_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  client_account_id uuid,
  content_item_id uuid,
  generated_content_id uuid,
  user_id uuid,
  field_name text not null,
  old_value text,
  new_value text,
  change_source public.change_source not null,
  change_reason text,
  created_at timestamptz not null default now(),
  constraint content_revisions_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint content_revisions_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint content_revisions_content_item_id_fkey foreign key (organization_id, content_item_id)
    references public.content_items (organization_id, id) on delete cascade,
  constraint content_revisions_generated_content_id_fkey foreign key (organization_id, generated_content_id)
    references public.generated_content (organization_id, id) on delete cascade,
  constraint content_revisions_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint content_revisions_are_of_one_thing check (num_nonnulls(content_item_id, generated_content_id) = 1),
  constraint content_revisions_change_something check (old_value is distinct from new_value),
  constraint content_revisions_field_name_check check (char_length(field_name) between 1 and 63),
  constraint content_revisions_change_reason_check check (char_length(change_reason) <= 500)
);
create index content_revisions_content_item_id_created_at_idx
on public.content_revisions (organization_id, content_item_id, created_at desc) where content_item_id is not null;
comment on index public.content_revisions_content_item_id_created_at_idx is 'The history of an item, newest first.';
create index content_revisions_generated_content_id_created_at_idx
on public.content_revisions (organization_id, generated_content_id, created_at desc)
where generated_content_id is not null;
comment on index public.content_revisions_generated_content_id_created_at_idx is 'The history of generated content, newest first.';
create index content_revisions_organization_id_created_at_idx
on public.content_revisions (organization_id, created_at desc, id desc);
comment on index public.content_revisions_organization_id_created_at_idx is 'Keyset pages of what changed in a tenant.';
create index content_revisions_client_account_id_idx on public.content_revisions (organization_id, client_account_id)
where client_account_id is not null;
create index content_revisions_user_id_idx on public.content_revisions (user_id) where user_id is not null;
comment on table public.content_revisions is
'One row per changed field, written by triggers and by nobody else; it goes with the content.';
comment on column public.content_revisions.client_account_id is 'The client the content was for when it changed.';
comment on column public.content_revisions.user_id is 'Who changed it; null for workers, and once that person is deleted.';
comment on column public.content_revisions.old_value is 'The text; a list or an object as json.';

-- Recording -----------------------------------------------------------------------------------------------------------

create function private.record_revisions()
returns trigger
language plpgsql
volatile
security definer -- nobody else may write the history
set search_path = ''
as $$
declare
  v_source text := nullif(current_setting('catalyst.change_source', true), '');
  v_versions text;
begin
  select string_agg(
    format(
      'select t.id, t.organization_id, t.client_account_id, %1$L as field_name, %3$L::boolean as is_old,
        to_jsonb(t.%1$I) #>> ''{}'' as value
      from %2$I as t', f.name, r.name, r.name = 'old_rows'
    ), ' union all '
  )
  into v_versions
  from unnest(tg_argv[1:]) as f (name)
  cross join unnest(array['old_rows', 'new_rows']) as r (name);
  -- Both versions of each field are brought together by grouping: a join of transition tables is quadratic.
  execute format(
    'insert into public.content_revisions
      (organization_id, client_account_id, %I, user_id, field_name, old_value, new_value, change_source, change_reason)
    select v.organization_id, (array_agg(v.client_account_id) filter (where not v.is_old))[1], v.id, $1, v.field_name,
      max(v.value) filter (where v.is_old), max(v.value) filter (where not v.is_old), $2, $3
    from (%s) as v
    group by v.organization_id, v.id, v.field_name
    having max(v.value) filter (where v.is_old) is distinct from max(v.value) filter (where not v.is_old)',
    tg_argv[0], v_versions
  )
  using
    auth.uid(),
    coalesce(v_source, case when auth.uid() is null then 'system' else 'manual' end)::public.change_source,
    left(nullif(current_setting('catalyst.change_reason', true), ''), 500);
  return null;
end;
$$;
comment on function private.record_revisions() is
'Statement trigger after update, with old_rows and new_rows. Arguments: the column of content_revisions that names the
row, then the fields to watch. Functions say how it came about in the settings catalyst.change_source and
catalyst.change_reason, for their transaction.';

create trigger record_revisions after update on public.content_items
referencing old table as old_rows new table as new_rows
for each statement execute function private.record_revisions(
  'content_item_id', 'title', 'description', 'tags', 'hashtags', 'category', 'language'
);

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.content_revisions enable row level security;

create policy content_revisions_select_members on public.content_revisions
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
  and case
    when content_item_id is not null
      then content_item_id not in (select unnest((select private.hidden_content_items())))
    else generated_content_id not in (select unnest((select private.hidden_generated_content())))
  end
);

grant select on public.content_revisions to authenticated, service_role;
