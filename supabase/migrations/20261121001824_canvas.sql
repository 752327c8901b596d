-- Purpose: what arranges a canvas: folders, chats, and the lines between all that lies on it.
-- Objects: canvas_folders, canvas_folder_items, chat_interfaces, canvas_connections, policies and grants.
-- Every reference carries the project, so that nothing is put into or tied to another project's canvas.

create function private.is_connection_style(p_style jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(
    jsonb_typeof(p_style) = 'object'
    and p_style - array['color', 'width'] = '{}'
    and (not p_style ? 'color' or p_style ->> 'color' ~ '^#[0-9A-Fa-f]{6}$')
    and (not p_style ? 'width' or (jsonb_typeof(p_style -> 'width') = 'number' and p_style ->> 'width' ~ '^([1-9]|1[0-9]|20)$')),
    false
  )
$$;
comment on function private.is_connection_style(jsonb) is 'An object with color (#rrggbb) and width (1 to 20), both optional, and nothing else.';
-- Checks run as whoever writes the row.
grant execute on function private.is_connection_style(jsonb) to authenticated, service_role;

-- Tables --------------------------------------------------------------------------------------------------------------

create table public.canvas_folders (
  id uuid constraint canvas_folders_pkey primary key default gen_random_uuid(),
  organization_id uuid not null default private.active_org(),
  project_id uuid not null,
  name text not null,
  position_x numeric(10, 2) not null default 0,
  position_y numeric(10, 2) not null default 0,
  width numeric(10, 2) not null default 300,
  height numeric(10, 2) not null default 200,
  is_collapsed boolean not null default false,
  color text not null default '#3B82F6',
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint canvas_folders_organization_id_project_id_id_key unique (organization_id, project_id, id),
  constraint canvas_folders_project_id_fkey foreign key (organization_id, project_id)
    references public.projects (organization_id, id) on delete cascade,
  constraint canvas_folders_created_by_fkey foreign key (created_by)
    references public.profiles (id) on delete set null,
  constraint canvas_folders_name_check check (char_length(name) between 1 and 255),
  constraint canvas_folders_position_x_check check (position_x between -10000000 and 10000000),
  constraint canvas_folders_position_y_check check (position_y between -10000000 and 10000000),
  constraint canvas_folders_width_check check (width > 0 and width <= 1000000),
  constraint canvas_folders_height_check check (height > 0 and height <= 1000000),
  constraint canvas_folders_color_check check (color ~ '^#[0-9A-Fa-f]{6}$')
);
create index canvas_folders_created_by_idx on public.canvas_folders (created_by) where created_by is not null;
comment on table public.canvas_folders is 'Folders on a canvas.';
comment on column public.canvas_folders.position_x is 'Canvas units, to the right; position_y downwards; width and height likewise.';
comment on column public.canvas_folders.color is '#rrggbb.';

create table public.canvas_folder_items (
  id uuid constraint canvas_folder_items_pkey primary key default gen_random_uuid(),
  organization_id uuid not null default private.active_org(),
  project_id uuid not null,
  folder_id uuid not null,
  content_piece_id uuid not null,
  sort_order integer not null default 0,
  added_by uuid default auth.uid(),
  added_at timestamptz not null default now(),
  -- With the tenant in front: a collision tells nothing about other organizations.
  constraint canvas_folder_items_folder_id_content_piece_id_key
    unique (organization_id, project_id, folder_id, content_piece_id),
  constraint canvas_folder_items_folder_id_fkey foreign key (organization_id, project_id, folder_id)
    references public.canvas_folders (organization_id, project_id, id) on delete cascade,
  constraint canvas_folder_items_content_piece_id_fkey foreign key (organization_id, project_id, content_piece_id)
    references public.content_pieces (organization_id, project_id, id) on delete cascade,
  constraint canvas_folder_items_added_by_fkey foreign key (added_by) references public.profiles (id) on delete set null
);
create index canvas_folder_items_folder_id_idx
on public.canvas_folder_items (organization_id, project_id, folder_id, sort_order);
create index canvas_folder_items_content_piece_id_idx
on public.canvas_folder_items (organization_id, project_id, content_piece_id);
create index canvas_folder_items_added_by_idx on public.canvas_folder_items (added_by) where added_by is not null;
comment on table public.canvas_folder_items is 'Which pieces lie in which folder of the same project.';

create table public.chat_interfaces (
  id uuid constraint chat_interfaces_pkey primary key default gen_random_uuid(),
  organization_id uuid not null default private.active_org(),
  project_id uuid not null,
  name text not null default 'AI Chat',
  position_x numeric(10, 2) not null default 0,
  position_y numeric(10, 2) not null default 0,
  width numeric(10, 2) not null default 400,
  height numeric(10, 2) not null default 500,
  ai_model_preference text,
  message_count integer not null default 0,
  last_message_at timestamptz,
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint chat_interfaces_organization_id_project_id_id_key unique (organization_id, project_id, id),
  constraint chat_interfaces_project_id_fkey foreign key (organization_id, project_id)
    references public.projects (organization_id, id) on delete cascade,
  constraint chat_interfaces_created_by_fkey foreign key (created_by)
    references public.profiles (id) on delete set null,
  constraint chat_interfaces_name_check check (char_length(name) between 1 and 255),
  constraint chat_interfaces_position_x_check check (position_x between -10000000 and 10000000),
  constraint chat_interfaces_position_y_check check (position_y between -10000000 and 10000000),
  constraint chat_interfaces_width_check check (width > 0 and width <= 1000000),
  constraint chat_interfaces_height_check check (height > 0 and height <= 1000000),
  constraint chat_interfaces_ai_model_preference_check check (ai_model_preference ~ '^[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}$'),
  constraint chat_interfaces_message_count_check check (message_count >= 0)
);
create index chat_interfaces_created_by_idx on public.chat_interfaces (created_by) where created_by is not null;
comment on table public.chat_interfaces is
'A chat on a canvas. It knows what is connected to it; its messages are rows of chat_messages.';
comment on column public.chat_interfaces.ai_model_preference is
'The model to answer with, by its name; null or unknown: the default of the organization.';
comment on column public.chat_interfaces.message_count is 'Messages ever added; the next one takes this place.';

create table public.canvas_connections (
  id uuid constraint canvas_connections_pkey primary key default gen_random_uuid(),
  organization_id uuid not null default private.active_org(),
  project_id uuid not null,
  source_content_piece_id uuid,
  source_folder_id uuid,
  source_chat_interface_id uuid,
  target_content_piece_id uuid,
  target_folder_id uuid,
  target_chat_interface_id uuid,
  source_type text not null generated always as (
    case
      when source_content_piece_id is not null then 'content_piece'
      when source_folder_id is not null then 'folder'
      else 'chat_interface'
    end
  ) stored,
  source_id uuid not null generated always as (
    coalesce(source_content_piece_id, source_folder_id, source_chat_interface_id)
  ) stored,
  target_type text not null generated always as (
    case
      when target_content_piece_id is not null then 'content_piece'
      when target_folder_id is not null then 'folder'
      else 'chat_interface'
    end
  ) stored,
  target_id uuid not null generated always as (
    coalesce(target_content_piece_id, target_folder_id, target_chat_interface_id)
  ) stored,
  connection_style jsonb not null default '{"color": "#6B7280", "width": 2}',
  created_by uuid default auth.uid(),
  created_at timestamptz not null default now(),
  constraint canvas_connections_source_id_target_id_key unique (organization_id, project_id, source_id, target_id),
  constraint canvas_connections_project_id_fkey foreign key (organization_id, project_id)
    references public.projects (organization_id, id) on delete cascade,
  constraint canvas_connections_source_content_piece_id_fkey
    foreign key (organization_id, project_id, source_content_piece_id)
    references public.content_pieces (organization_id, project_id, id) on delete cascade,
  constraint canvas_connections_source_folder_id_fkey foreign key (organization_id, project_id, source_folder_id)
    references public.canvas_folders (organization_id, project_id, id) on delete cascade,
  constraint canvas_connections_source_chat_interface_id_fkey
    foreign key (organization_id, project_id, source_chat_interface_id)
    references public.chat_interfaces (organization_id, project_id, id) on delete cascade,
  constraint canvas_connections_target_content_piece_id_fkey
    foreign key (organization_id, project_id, target_content_piece_id)
    references public.content_pieces (organization_id, project_id, id) on delete cascade,
  constraint canvas_connections_target_folder_id_fkey foreign key (organization_id, project_id, target_folder_id)
    references public.canvas_folders (organization_id, project_id, id) on delete cascade,
  constraint canvas_connections_target_chat_interface_id_fkey
    foreign key (organization_id, project_id, target_chat_interface_id)
    references public.chat_interfaces (organization_id, project_id, id) on delete cascade,
  constraint canvas_connections_created_by_fkey foreign key (created_by)
    references public.profiles (id) on delete set null,
  constraint canvas_connections_start_at_one_thing
    check (num_nonnulls(source_content_piece_id, source_folder_id, source_chat_interface_id) = 1),
  constraint canvas_connections_end_at_one_thing
    check (num_nonnulls(target_content_piece_id, target_folder_id, target_chat_interface_id) = 1),
  constraint canvas_connections_join_two_things check (source_id <> target_id),
  constraint canvas_connections_connection_style_check check (private.is_connection_style(connection_style))
);
create index canvas_connections_source_content_piece_id_idx
on public.canvas_connections (organization_id, project_id, source_content_piece_id)
where source_content_piece_id is not null;
create index canvas_connections_source_folder_id_idx
on public.canvas_connections (organization_id, project_id, source_folder_id) where source_folder_id is not null;
create index canvas_connections_source_chat_interface_id_idx
on public.canvas_connections (organization_id, project_id, source_chat_interface_id)
where source_chat_interface_id is not null;
create index canvas_connections_target_content_piece_id_idx
on public.canvas_connections (organization_id, project_id, target_content_piece_id)
where target_content_piece_id is not null;
create index canvas_connections_target_folder_id_idx
on public.canvas_connections (organization_id, project_id, target_folder_id) where target_folder_id is not null;
create index canvas_connections_target_chat_interface_id_idx
on public.canvas_connections (organization_id, project_id, target_chat_interface_id)
where target_chat_interface_id is not null;
create index canvas_connections_created_by_idx on public.canvas_connections (created_by) where created_by is not null;
comment on table public.canvas_connections is
'Lines from one thing to another on the same canvas, such as from a piece to the chat that talks about it. They go with either end.';
comment on column public.canvas_connections.source_type is 'content_piece, folder or chat_interface: which of the three columns is set.';
comment on column public.canvas_connections.source_id is 'The one that is set.';
comment on column public.canvas_connections.connection_style is '{"color": "#rrggbb", "width": 1 to 20}.';

create trigger touch before update on public.canvas_folders
for each row execute function private.touch();
create trigger touch before update on public.chat_interfaces
for each row execute function private.touch();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.canvas_folders enable row level security;
alter table public.canvas_folder_items enable row level security;
alter table public.chat_interfaces enable row level security;
alter table public.canvas_connections enable row level security;

create policy canvas_folders_select_members on public.canvas_folders
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and project_id <> all((select private.hidden_projects())::uuid[])
);

create policy canvas_folders_insert_editors on public.canvas_folders
for insert to authenticated
with check (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
);

create policy canvas_folders_update_editors on public.canvas_folders
for update to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
)
with check (organization_id = (select organization_id from private.acting_member));

create policy canvas_folders_delete_editors on public.canvas_folders
for delete to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
);

create policy canvas_folder_items_select_members on public.canvas_folder_items
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and project_id <> all((select private.hidden_projects())::uuid[])
);

create policy canvas_folder_items_insert_editors on public.canvas_folder_items
for insert to authenticated
with check (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
);

create policy canvas_folder_items_update_editors on public.canvas_folder_items
for update to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
)
with check (organization_id = (select organization_id from private.acting_member));

create policy canvas_folder_items_delete_editors on public.canvas_folder_items
for delete to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
);

create policy chat_interfaces_select_members on public.chat_interfaces
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and project_id <> all((select private.hidden_projects())::uuid[])
);

create policy chat_interfaces_insert_editors on public.chat_interfaces
for insert to authenticated
with check (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
);

create policy chat_interfaces_update_editors on public.chat_interfaces
for update to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
)
with check (organization_id = (select organization_id from private.acting_member));

create policy chat_interfaces_delete_editors on public.chat_interfaces
for delete to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
);

create policy canvas_connections_select_members on public.canvas_connections
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and project_id <> all((select private.hidden_projects())::uuid[])
);

create policy canvas_connections_insert_editors on public.canvas_connections
for insert to authenticated
with check (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
);

create policy canvas_connections_update_editors on public.canvas_connections
for update to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
)
with check (organization_id = (select organization_id from private.acting_member));

create policy canvas_connections_delete_editors on public.canvas_connections
for delete to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
);

grant select on
public.canvas_folders, public.canvas_folder_items, public.chat_interfaces, public.canvas_connections
to authenticated, service_role;
grant insert (project_id, name, position_x, position_y, width, height, is_collapsed, color)
on public.canvas_folders to authenticated;
grant update (name, position_x, position_y, width, height, is_collapsed, color) on public.canvas_folders
to authenticated;
grant insert (project_id, folder_id, content_piece_id, sort_order) on public.canvas_folder_items to authenticated;
grant update (folder_id, sort_order) on public.canvas_folder_items to authenticated;
grant insert (project_id, name, position_x, position_y, width, height, ai_model_preference)
on public.chat_interfaces to authenticated;
grant update (name, position_x, position_y, width, height, ai_model_preference) on public.chat_interfaces
to authenticated;
grant insert (
  project_id, source_content_piece_id, source_folder_id, source_chat_interface_id, target_content_piece_id,
  target_folder_id, target_chat_interface_id, connection_style
) on public.canvas_connections to authenticated;
grant update (connection_style) on public.canvas_connections to authenticated;
grant delete on
public.canvas_folders, public.canvas_folder_items, public.chat_interfaces, public.canvas_connections
to authenticated;
