-- Purpose: copy a project with its canvas, and carry a piece to another project.
-- Objects: duplicate_project, move_content_piece.

create function private.duplicate_project(p_project_id uuid, p_title text)
returns jsonb
language plpgsql
volatile
security definer -- copies columns that clients have no grant on; role and permission are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_user_id uuid := (select auth.uid());
  v_id uuid := gen_random_uuid();
  v_project public.projects;
begin
  perform private.require_project(p_project_id, 'viewer');
  p_title := private.require_text(p_title, 'p_title', 255, p_optional => true);
  insert into public.projects (
    id, organization_id, client_account_id, title, description, is_restricted, created_by, last_accessed_by
  )
  select
    v_id, p.organization_id, p.client_account_id, coalesce(p_title, left(p.title, 248) || ' (copy)'), p.description,
    p.is_restricted, v_user_id, v_user_id
  from public.projects as p
  where p.organization_id = v_organization_id and p.id = p_project_id
  returning * into v_project;

  -- One statement, so that every copy sees the new id of what it refers to; keys are checked at its end.
  with pieces as materialized (
    select c.*, gen_random_uuid() as new_id
    from public.content_pieces as c
    where c.organization_id = v_organization_id and c.project_id = p_project_id
  ),
  folders as materialized (
    select f.*, gen_random_uuid() as new_id
    from public.canvas_folders as f
    where f.organization_id = v_organization_id and f.project_id = p_project_id
  ),
  chats as materialized (
    select c.*, gen_random_uuid() as new_id
    from public.chat_interfaces as c
    where c.organization_id = v_organization_id and c.project_id = p_project_id
  ),
  new_pieces as (
    insert into public.content_pieces (
      id, organization_id, project_id, creator_id, uploaded_by, content_asset_id, content_item_id, source_url, platform,
      content_type, title, description, thumbnail_url, transcript, duration_seconds, position_x, position_y, metadata,
      is_remix, processing_status, error_code, error_message, read_digests
    )
    select
      p.new_id, v_organization_id, v_id, p.creator_id, v_user_id, p.content_asset_id, p.content_item_id, p.source_url,
      p.platform, p.content_type, p.title, p.description, p.thumbnail_url, p.transcript, p.duration_seconds,
      p.position_x, p.position_y, p.metadata, p.is_remix,
      -- Nobody is at work on the copy: one that is not read yet is asked for anew.
      case p.processing_status when 'processing' then 'pending' else p.processing_status end, p.error_code,
      p.error_message, p.read_digests
    from pieces as p
  ),
  new_folders as (
    insert into public.canvas_folders (
      id, organization_id, project_id, name, position_x, position_y, width, height, is_collapsed, color, created_by
    )
    select
      f.new_id, v_organization_id, v_id, f.name, f.position_x, f.position_y, f.width, f.height, f.is_collapsed, f.color,
      v_user_id
    from folders as f
  ),
  new_chats as (
    insert into public.chat_interfaces (
      id, organization_id, project_id, name, position_x, position_y, width, height, ai_model_preference, created_by
    )
    select
      c.new_id, v_organization_id, v_id, c.name, c.position_x, c.position_y, c.width, c.height, c.ai_model_preference,
      v_user_id
    from chats as c
  ),
  new_items as (
    insert into public.canvas_folder_items (
      organization_id, project_id, folder_id, content_piece_id, sort_order, added_by
    )
    select v_organization_id, v_id, f.new_id, p.new_id, i.sort_order, v_user_id
    from public.canvas_folder_items as i
    join folders as f on f.id = i.folder_id
    join pieces as p on p.id = i.content_piece_id
    where i.organization_id = v_organization_id and i.project_id = p_project_id
  )
  insert into public.canvas_connections (
    organization_id, project_id, source_content_piece_id, source_folder_id, source_chat_interface_id,
    target_content_piece_id, target_folder_id, target_chat_interface_id, connection_style, created_by
  )
  select
    v_organization_id, v_id, sp.new_id, sf.new_id, sc.new_id, tp.new_id, tf.new_id, tc.new_id, n.connection_style,
    v_user_id
  from public.canvas_connections as n
  left join pieces as sp on sp.id = n.source_content_piece_id
  left join folders as sf on sf.id = n.source_folder_id
  left join chats as sc on sc.id = n.source_chat_interface_id
  left join pieces as tp on tp.id = n.target_content_piece_id
  left join folders as tf on tf.id = n.target_folder_id
  left join chats as tc on tc.id = n.target_chat_interface_id
  where n.organization_id = v_organization_id and n.project_id = p_project_id;
  return to_jsonb(v_project);
end;
$$;
comment on function private.duplicate_project(uuid, text) is 'The work of public.duplicate_project.';

create function public.duplicate_project(p_project_id uuid default null, p_title text default null)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer('duplicate_project', jsonb_build_array(p_project_id, p_title)),
    private.remember_answer('duplicate_project', private.duplicate_project(p_project_id, p_title))
  )
$$;
comment on function public.duplicate_project(uuid, text) is
'A copy of a project that the caller sees, owned by the caller: its pieces, folders, chats without their messages, and connections; not its
annotations and collaborators. Assets and items are shared, not copied. Creators and above. Returns the new project.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR, NOT_FOUND.';

create function private.move_content_piece(p_content_piece_id uuid, p_project_id uuid)
returns jsonb
language plpgsql
volatile
security definer -- clients have no grant on the project of a piece; permissions in both projects are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_piece public.content_pieces;
begin
  perform private.require(p_content_piece_id is not null, 'p_content_piece_id', 'p_content_piece_id is missing');
  perform private.require_project(p_project_id, 'editor');
  select c.* into v_piece
  from public.content_pieces as c
  where c.organization_id = v_organization_id and c.id = p_content_piece_id
    and c.project_id <> all(private.hidden_projects())
  for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such piece in the active organization');
  end if;
  perform private.require_project(v_piece.project_id, 'editor');
  if v_piece.project_id <> p_project_id then
    delete from public.canvas_folder_items as i
    where i.organization_id = v_organization_id and i.project_id = v_piece.project_id
      and i.content_piece_id = v_piece.id;
    delete from public.canvas_connections as n
    where n.organization_id = v_organization_id and n.project_id = v_piece.project_id
      and v_piece.id in (n.source_id, n.target_id);
    update public.content_pieces as c
    set project_id = p_project_id
    where c.id = v_piece.id
    returning * into v_piece;
  end if;
  return to_jsonb(v_piece);
end;
$$;
comment on function private.move_content_piece(uuid, uuid) is 'The work of public.move_content_piece.';

create function public.move_content_piece(p_content_piece_id uuid default null, p_project_id uuid default null)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.move_content_piece(p_content_piece_id, p_project_id)
$$;
comment on function public.move_content_piece(uuid, uuid) is
'Carry a piece to another project with its annotations; it leaves its folders and connections behind. For editors of both projects.
Returns the piece.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR, NOT_FOUND.';

grant execute on function
  public.duplicate_project(uuid, text), private.duplicate_project(uuid, text),
  public.move_content_piece(uuid, uuid), private.move_content_piece(uuid, uuid)
to authenticated;
