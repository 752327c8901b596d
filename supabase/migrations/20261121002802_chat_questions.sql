-- Purpose: ask something in a chat, and stop the answer.
-- Objects: private.editable_chat, send_chat_message, cancel_chat_answer.

create function private.editable_chat(p_organization_id uuid, p_chat_interface_id uuid)
returns public.chat_interfaces
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_chat public.chat_interfaces;
begin
  perform private.require(p_chat_interface_id is not null, 'p_chat_interface_id', 'p_chat_interface_id is missing');
  -- Of two who ask at once, the second waits here and then finds the answer of the first under way.
  select c.* into v_chat
  from public.chat_interfaces as c
  where c.organization_id = p_organization_id and c.id = p_chat_interface_id
    and c.project_id <> all(private.hidden_projects())
  for no key update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such chat in the active organization');
  end if;
  perform private.require_project(v_chat.project_id, 'editor');
  return v_chat;
end;
$$;
comment on function private.editable_chat(uuid, uuid) is
'The chat, held until the end of the transaction, when the caller may talk in it; else FORBIDDEN or NOT_FOUND.';

create function private.send_chat_message(p_chat_interface_id uuid, p_content text, p_language text)
returns jsonb
language plpgsql
volatile
security definer -- clients have no insert on messages or jobs: role, place and author are not theirs to choose
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_user_id uuid := (select auth.uid());
  v_chat public.chat_interfaces;
  v_question public.chat_messages;
  v_answer public.chat_messages;
begin
  p_content := private.require_text(p_content, 'p_content', 50000);
  perform private.require(p_language is null or p_language in ('en', 'nl'), 'p_language', 'p_language must be en or nl');
  v_chat := private.editable_chat(v_organization_id, p_chat_interface_id);
  if exists (
    select from public.chat_messages as m
    where m.organization_id = v_organization_id and m.chat_interface_id = v_chat.id and m.status in ('pending', 'streaming')
  ) then
    perform private.raise_error('CONFLICT', 'an answer is under way in this chat; wait for it or stop it');
  end if;
  v_question := private.add_chat_message(
    v_organization_id, v_chat.id, 'user', p_content, p_user_id => v_user_id
  );
  v_answer := private.add_chat_message(
    v_organization_id, v_chat.id, 'assistant', '', 'pending', v_user_id
  );
  update public.chat_messages as m
  set job_id = private.enqueue_job(
    p_kind => 'answer_chat',
    p_organization_id => v_organization_id,
    p_payload => jsonb_build_object('language', coalesce(
      p_language,
      (
        select substring(lower(p.language) from '^(en|nl)(?![a-z])') from public.profiles as p where p.id = v_user_id
      ),
      'en'
    )),
    p_subject_id => v_answer.id,
    p_priority => 3::smallint,
    p_created_by => v_user_id
  )
  where m.id = v_answer.id
  returning m.* into v_answer;
  return jsonb_build_object(
    'question', to_jsonb(v_question), 'answer', to_jsonb(v_answer), 'job', jsonb_build_object('id', v_answer.job_id),
    'topic', concat('org:', v_organization_id, ':canvas:', v_chat.project_id, ':chat:', v_chat.id)
  );
end;
$$;
comment on function private.send_chat_message(uuid, text, text) is 'The work of public.send_chat_message.';

create function public.send_chat_message(
  p_chat_interface_id uuid default null, p_content text default null, p_language text default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer('send_chat_message', jsonb_build_array(p_chat_interface_id, p_content, p_language)),
    private.remember_answer(
      'send_chat_message', private.send_chat_message(p_chat_interface_id, p_content, p_language)
    )
  )
$$;
comment on function public.send_chat_message(uuid, text, text) is
'Ask the model of a chat: 1 to 50,000 characters. What is connected to the chat is read with it. For editors of the
project; one answer at a time. Costs one unit of ai_credits, given back when the answer fails or is stopped before its
first words.
p_language: en or nl, by default the person''s own, for fixed words; the answer is in the language of the question.
Returns {question, answer, job: {id}, topic}: the answer is an empty message that fills. Its text comes on the private
topic as events chat_text {chat_interface_id, message_id, offset, text}; offset counts characters, 0 begins anew. Its
states come on the topic of the canvas as events chat.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR, NOT_FOUND, CONFLICT, QUOTA_EXCEEDED, QUEUE_FULL.';

create function private.cancel_chat_answer(p_message_id uuid)
returns text
language plpgsql
volatile
security definer -- clients have no write grant on messages or jobs; role and project are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_message public.chat_messages;
begin
  perform private.require(p_message_id is not null, 'p_message_id', 'p_message_id is missing');
  select m.* into v_message
  from public.chat_messages as m
  where m.organization_id = v_organization_id and m.id = p_message_id
    and m.project_id <> all(private.hidden_projects());
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such message in the active organization');
  end if;
  perform private.require_project(v_message.project_id, 'editor');
  if v_message.status not in ('pending', 'streaming') or v_message.job_id is null then
    perform private.raise_error('CONFLICT', 'the answer has ended', jsonb_build_object('status', v_message.status));
  end if;
  return private.cancel_job(v_message.job_id);
end;
$$;
comment on function private.cancel_chat_answer(uuid) is 'The work of public.cancel_chat_answer.';

create function public.cancel_chat_answer(p_message_id uuid default null)
returns text
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.cancel_chat_answer(p_message_id)
$$;
comment on function public.cancel_chat_answer(uuid) is
'Stop an answer that is under way; what was said of it is kept and charged. For editors of the project. Answers
cancelled when it had not begun, else cancel_requested: its worker stops within about a second, and the message becomes
cancelled.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR, NOT_FOUND, CONFLICT.';

grant execute on function
  public.send_chat_message(uuid, text, text), private.send_chat_message(uuid, text, text),
  public.cancel_chat_answer(uuid), private.cancel_chat_answer(uuid)
to authenticated;
