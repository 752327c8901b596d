-- Purpose: two browsers on one canvas follow each other.
-- Objects: private.send_canvas, private.broadcast_canvas and its triggers.
-- One small message per statement and project on org:<organization>:canvas:<project>: what changed, not how; those who
-- follow read the rows, under their own rights.

create function private.send_canvas(
  p_organization_id uuid, p_project_id uuid, p_table text, p_operation text, p_ids uuid[]
)
returns void
language sql
volatile
set search_path = ''
as $$
  select realtime.send(
    jsonb_build_object(
      'table', p_table, 'operation', p_operation, 'project_id', p_project_id, 'count', cardinality(p_ids),
      'ids', case when cardinality(p_ids) <= 100 then to_jsonb(p_ids) end
    ),
    'canvas', concat('org:', p_organization_id, ':canvas:', p_project_id), true
  )
$$;
comment on function private.send_canvas(uuid, uuid, text, text, uuid[]) is
'Tells who follows a canvas that rows changed; ids is null when they are more than 100: read the table again.';

create function private.broadcast_canvas()
returns trigger
language plpgsql
volatile
security definer -- sending needs insert on realtime.messages, which the writing role may not have
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    perform private.send_canvas(n.organization_id, n.project_id, tg_table_name, 'insert', array_agg(n.id))
    from new_rows as n
    group by n.organization_id, n.project_id;
  elsif tg_op = 'UPDATE' then
    -- That a chat has another message is told by the message.
    perform private.send_canvas(n.organization_id, n.project_id, tg_table_name, 'update', array_agg(n.id))
    from new_rows as n
    join old_rows as o on o.id = n.id
    where tg_table_name <> 'chat_interfaces'
      or to_jsonb(n) - '{updated_at,message_count,last_message_at}'::text[]
      <> to_jsonb(o) - '{updated_at,message_count,last_message_at}'::text[]
    group by n.organization_id, n.project_id;
    perform private.send_canvas(o.organization_id, o.project_id, tg_table_name, 'delete', array_agg(o.id))
    from new_rows as n
    join old_rows as o on o.id = n.id and o.project_id <> n.project_id
    group by o.organization_id, o.project_id;
  else
    -- When the project itself is deleted, that one message says it all.
    perform private.send_canvas(o.organization_id, o.project_id, tg_table_name, 'delete', array_agg(o.id))
    from old_rows as o
    join public.projects as p on p.organization_id = o.organization_id and p.id = o.project_id
    group by o.organization_id, o.project_id;
  end if;
  return null;
end;
$$;
comment on function private.broadcast_canvas() is 'Statement trigger of the tables whose rows lie on a canvas.';

create function private.broadcast_projects()
returns trigger
language plpgsql
volatile
security definer -- sending needs insert on realtime.messages, which the writing role may not have
set search_path = ''
as $$
begin
  if tg_op = 'UPDATE' then
    perform private.send_canvas(n.organization_id, n.id, tg_table_name, 'update', array[n.id])
    from new_rows as n
    join old_rows as o on o.id = n.id
    where (n.title, n.description, n.client_account_id, n.is_archived, n.is_restricted)
      is distinct from (o.title, o.description, o.client_account_id, o.is_archived, o.is_restricted);
  else
    perform private.send_canvas(o.organization_id, o.id, tg_table_name, 'delete', array[o.id])
    from old_rows as o
    join public.organizations as g on g.id = o.organization_id;
  end if;
  return null;
end;
$$;
comment on function private.broadcast_projects() is 'Tells who follows a canvas that its project changed or is gone; opening it is no change.';

create trigger broadcast_update after update on public.projects
referencing old table as old_rows new table as new_rows
for each statement execute function private.broadcast_projects();
create trigger broadcast_delete after delete on public.projects
referencing old table as old_rows for each statement execute function private.broadcast_projects();

create trigger broadcast_insert after insert on public.content_pieces
referencing new table as new_rows for each statement execute function private.broadcast_canvas();
create trigger broadcast_update after update on public.content_pieces
referencing old table as old_rows new table as new_rows
for each statement execute function private.broadcast_canvas();
create trigger broadcast_delete after delete on public.content_pieces
referencing old table as old_rows for each statement execute function private.broadcast_canvas();
create trigger broadcast_insert after insert on public.content_annotations
referencing new table as new_rows for each statement execute function private.broadcast_canvas();
create trigger broadcast_update after update on public.content_annotations
referencing old table as old_rows new table as new_rows
for each statement execute function private.broadcast_canvas();
create trigger broadcast_delete after delete on public.content_annotations
referencing old table as old_rows for each statement execute function private.broadcast_canvas();
create trigger broadcast_insert after insert on public.canvas_folders
referencing new table as new_rows for each statement execute function private.broadcast_canvas();
create trigger broadcast_update after update on public.canvas_folders
referencing old table as old_rows new table as new_rows
for each statement execute function private.broadcast_canvas();
create trigger broadcast_delete after delete on public.canvas_folders
referencing old table as old_rows for each statement execute function private.broadcast_canvas();
create trigger broadcast_insert after insert on public.canvas_folder_items
referencing new table as new_rows for each statement execute function private.broadcast_canvas();
create trigger broadcast_update after update on public.canvas_folder_items
referencing old table as old_rows new table as new_rows
for each statement execute function private.broadcast_canvas();
create trigger broadcast_delete after delete on public.canvas_folder_items
referencing old table as old_rows for each statement execute function private.broadcast_canvas();
create trigger broadcast_insert after insert on public.chat_interfaces
referencing new table as new_rows for each statement execute function private.broadcast_canvas();
create trigger broadcast_update after update on public.chat_interfaces
referencing old table as old_rows new table as new_rows
for each statement execute function private.broadcast_canvas();
create trigger broadcast_delete after delete on public.chat_interfaces
referencing old table as old_rows for each statement execute function private.broadcast_canvas();
create trigger broadcast_insert after insert on public.canvas_connections
referencing new table as new_rows for each statement execute function private.broadcast_canvas();
create trigger broadcast_update after update on public.canvas_connections
referencing old table as old_rows new table as new_rows
for each statement execute function private.broadcast_canvas();
create trigger broadcast_delete after delete on public.canvas_connections
referencing old table as old_rows for each statement execute function private.broadcast_canvas();
