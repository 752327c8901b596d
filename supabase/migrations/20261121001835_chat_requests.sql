-- Purpose: say something in a chat, and hear it.
-- Objects: append_chat_message, private.add_chat_message, broadcast of chat_messages.

create function private.add_chat_message(
  p_organization_id uuid,
  p_chat_interface_id uuid,
  p_role public.chat_role,
  p_content text,
  p_status public.chat_message_status default 'completed',
  p_user_id uuid default null,
  p_job_id bigint default null
)
returns public.chat_messages
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_project_id uuid;
  v_position integer;
  v_message public.chat_messages;
begin
  -- The chat hands out places: two who write at once wait for each other here, and neither is lost.
  update public.chat_interfaces as c
  set message_count = c.message_count + 1, last_message_at = now()
  where c.organization_id = p_organization_id and c.id = p_chat_interface_id
  returning c.project_id, c.message_count - 1 into v_project_id, v_position;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such chat in the active organization');
  end if;
  insert into public.chat_messages (
    organization_id, project_id, chat_interface_id, position, role, content, status, user_id, job_id, completed_at
  )
  values (
    p_organization_id, v_project_id, p_chat_interface_id, v_position, p_role, p_content, p_status, p_user_id, p_job_id,
    case when p_status in ('completed', 'failed', 'cancelled') then now() end
  )
  returning * into v_message;
  return v_message;
end;
$$;
comment on function private.add_chat_message(
  uuid, uuid, public.chat_role, text, public.chat_message_status, uuid, bigint
) is
'The next message of a chat: what a person says, or the place where an answer will stream in. The caller has checked who may.';

create function private.append_chat_message(p_chat_interface_id uuid, p_content text)
returns jsonb
language plpgsql
volatile
security definer -- clients have no insert on messages: role, place and author are not theirs to choose
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_project_id uuid;
begin
  perform private.require(p_chat_interface_id is not null, 'p_chat_interface_id', 'p_chat_interface_id is missing');
  p_content := private.require_text(p_content, 'p_content', 100000);
  select c.project_id into v_project_id
  from public.chat_interfaces as c
  where c.organization_id = v_organization_id and c.id = p_chat_interface_id
    and c.project_id <> all(private.hidden_projects());
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such chat in the active organization');
  end if;
  perform private.require_project(v_project_id, 'editor');
  return to_jsonb(private.add_chat_message(
    v_organization_id, p_chat_interface_id, 'user', p_content, p_user_id => (select auth.uid())
  ));
end;
$$;
comment on function private.append_chat_message(uuid, text) is 'The work of public.append_chat_message.';

create function public.append_chat_message(p_chat_interface_id uuid default null, p_content text default null)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer('append_chat_message', jsonb_build_array(p_chat_interface_id, p_content)),
    private.remember_answer('append_chat_message', private.append_chat_message(p_chat_interface_id, p_content))
  )
$$;
comment on function public.append_chat_message(uuid, text) is
'Say something in a chat: 1 to 100,000 characters, in the name of the caller, as its next message. For editors of the project. Returns the
message. Pages of a chat: chat_messages with chat_interface_id, ordered by position descending, position below
the last one seen.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR, NOT_FOUND.';

-- Live updates --------------------------------------------------------------------------------------------------------

create function private.broadcast_chat_messages()
returns trigger
language plpgsql
volatile
security definer -- sending needs insert on realtime.messages, which the writing role may not have
set search_path = ''
as $$
begin
  perform realtime.send(
    jsonb_build_object(
      'table', tg_table_name, 'operation', lower(tg_op), 'project_id', n.project_id,
      'chat_interface_id', n.chat_interface_id, 'id', n.id, 'position', n.position, 'role', n.role, 'status', n.status,
      'characters', char_length(n.content)
    ),
    'chat', concat('org:', n.organization_id, ':canvas:', n.project_id), true
  )
  from new_rows as n;
  return null;
end;
$$;
comment on function private.broadcast_chat_messages() is
'Tells who follows a canvas that a chat has another message, or an answer another state or length. The text is read, or streamed beside this.';

create trigger broadcast_insert after insert on public.chat_messages
referencing new table as new_rows for each statement execute function private.broadcast_chat_messages();
create trigger broadcast_update after update on public.chat_messages
referencing new table as new_rows for each statement execute function private.broadcast_chat_messages();
create trigger broadcast_delete after delete on public.chat_messages
referencing old table as old_rows for each statement execute function private.broadcast_canvas();

grant execute on function public.append_chat_message(uuid, text), private.append_chat_message(uuid, text)
to authenticated;
