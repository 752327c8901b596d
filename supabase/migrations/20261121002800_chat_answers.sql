-- Purpose: what the job kind answer_chat reads and writes: the talk so far and what lies beside it, the answer as it
--          grows, its end.
-- Objects: private.chat_turns, private.chat_pieces, chat_context, stream_chat_answer, step_, apply_ and
--          fail_answer_chat, the kind.

-- Reading -------------------------------------------------------------------------------------------------------------

create function private.chat_turns(p_organization_id uuid, p_chat_interface_id uuid, p_before integer)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select coalesce(jsonb_agg(jsonb_build_object('role', t.role, 'text', t.content) order by t.position), '[]')
  from (
    select m.position, m.role, m.content,
      sum(char_length(m.content)) over (order by m.position desc) as characters,
      row_number() over (order by m.position desc) as place
    from (
      select c.position, c.role, c.content
      from public.chat_messages as c
      where c.organization_id = p_organization_id and c.chat_interface_id = p_chat_interface_id
        and c.position < p_before and c.role in ('user', 'assistant') and c.content <> ''
        and c.status in ('completed', 'cancelled')
      order by c.position desc
      limit 60
    ) as m
  ) as t
  -- The question itself is never left out.
  where t.characters <= 60000 or t.place = 1
$$;
comment on function private.chat_turns(uuid, uuid, integer) is
'The talk before a message, oldest first: the newest 60 messages as far as they hold 60,000 characters together.';

create function private.chat_pieces(
  p_organization_id uuid, p_project_id uuid, p_chat_interface_id uuid, p_client_account_id uuid
)
returns jsonb
language sql
stable
set search_path = ''
as $$
  with tied as (
    select n.source_content_piece_id as id, n.created_at, 0 as sort_order
    from public.canvas_connections as n
    where n.organization_id = p_organization_id and n.project_id = p_project_id
      and n.target_chat_interface_id = p_chat_interface_id and n.source_content_piece_id is not null
    union all
    select f.content_piece_id, n.created_at, f.sort_order
    from public.canvas_connections as n
    join public.canvas_folder_items as f
      on f.organization_id = n.organization_id and f.project_id = n.project_id and f.folder_id = n.source_folder_id
    where n.organization_id = p_organization_id and n.project_id = p_project_id
      and n.target_chat_interface_id = p_chat_interface_id
  ),
  chosen as (
    select t.id, min(t.created_at) as tied_at, min(t.sort_order) as sort_order, count(*) over () as pieces
    from tied as t
    group by t.id
    order by 2, 3, 1
    limit 30
  )
  select coalesce(jsonb_agg(
    jsonb_strip_nulls(jsonb_build_object(
      'title', coalesce(p.title, a.title, i.title), 'kind', p.content_type, 'platform', p.platform,
      'description', left(private.first_told(p.description, a.description, i.description), 2000),
      -- Together about 80,000 characters, however many there are.
      'text', left(private.first_told(a.transcript, i.transcript, p.transcript), 80000 / least(c.pieces, 30)::integer),
      'reading', case
        when private.first_told(a.transcript, i.transcript, p.transcript) is not null then null
        when p.processing_status in ('pending', 'processing') then 'pending'
        when p.processing_status = 'failed' then 'failed'
      end,
      'notes', (
        select jsonb_agg(left(x.annotation_text, 500) order by x.created_at, x.id)
        from (
          select o.id, o.annotation_text, o.created_at
          from public.content_annotations as o
          where o.organization_id = p.organization_id and o.project_id = p.project_id and o.content_piece_id = p.id
          order by o.created_at, o.id
          limit 10
        ) as x
      )
    )) order by c.tied_at, c.sort_order, c.id
  ), '[]')
  from chosen as c
  join public.content_pieces as p
    on p.organization_id = p_organization_id and p.project_id = p_project_id and p.id = c.id
  left join public.content_assets as a
    on a.organization_id = p.organization_id and a.id = p.content_asset_id and a.deleted_at is null
    and (p_client_account_id is null or a.client_account_id = p_client_account_id)
  left join public.content_items as i
    on i.organization_id = p.organization_id and i.id = p.content_item_id and i.deleted_at is null
    and (p_client_account_id is null or i.client_account_id = p_client_account_id)
$$;
comment on function private.chat_pieces(uuid, uuid, uuid, uuid) is
'What a chat talks about: the pieces that are connected to it, alone or in a folder, the first 30 of them. Who is limited to a client account
hears nothing of the assets and items of others.';

create function public.chat_context(p_organization_id uuid, p_message_id uuid)
returns jsonb
language plpgsql
stable
security definer -- workers read no domain tables
set search_path = ''
as $$
declare
  v_message public.chat_messages;
  v_client_account_id uuid;
begin
  select m.* into v_message
  from public.chat_messages as m
  where m.organization_id = p_organization_id and m.id = p_message_id;
  if not found then
    perform private.raise_error('NOT_FOUND', 'the message is gone');
  end if;
  select m.client_account_id into v_client_account_id
  from public.organization_members as m
  where m.organization_id = p_organization_id and m.user_id = v_message.user_id and m.is_in_force;
  if not found then
    perform private.raise_error('FORBIDDEN', 'whoever asked is no member any more');
  end if;
  return (
    select jsonb_build_object(
      'project', p.title, 'model', c.ai_model_preference,
      'brand', private.chosen_brand(p_organization_id, p.client_account_id, null, 'brand'),
      'what_worked', private.what_worked(p_organization_id, p_client_account_id => p.client_account_id, p_limit => 10),
      'turns', private.chat_turns(p_organization_id, c.id, v_message.position),
      'pieces', private.chat_pieces(p_organization_id, c.project_id, c.id, v_client_account_id)
    )
    from public.chat_interfaces as c
    join public.projects as p on p.organization_id = c.organization_id and p.id = c.project_id
    where c.organization_id = p_organization_id and c.project_id = v_message.project_id
      and c.id = v_message.chat_interface_id
  );
end;
$$;
comment on function public.chat_context(uuid, uuid) is
'For workers: what an answer is made of: {project, model (the chat''s preference, or null), turns: [{role, text}], pieces: [{title, kind,
platform, description, text, notes, reading: pending or failed where the address was not read}], brand and
what_worked: of the project''s client, or of no client}.
Errors: NOT_FOUND, FORBIDDEN.';

-- Writing while it grows ----------------------------------------------------------------------------------------------

create function public.stream_chat_answer(
  p_job_id bigint, p_lease integer, p_offset integer default 0, p_text text default '', p_content text default null
)
returns text
language plpgsql
volatile
security definer -- workers have no grant on jobs, messages or Realtime
set search_path = ''
as $$
declare
  v_job public.jobs;
  v_message public.chat_messages;
begin
  select j.* into v_job
  from public.jobs as j
  where j.id = p_job_id and j.lease = p_lease and j.kind = 'answer_chat' and j.lease_expires_at > now()
    -- Not an equation: on a table that is mostly empty, the index of jobs under way looks as good as that of ids.
    and j.status is not distinct from 'processing';
  if not found then
    return 'lost';
  end if;
  select m.* into v_message
  from public.chat_messages as m
  where m.organization_id = v_job.organization_id and m.id = v_job.subject_id;
  if not found or v_message.status not in ('pending', 'streaming') then
    return 'gone';
  end if;
  if v_message.status = 'pending' or p_content is not null then
    update public.chat_messages as m
    set status = 'streaming', content = left(coalesce(p_content, m.content), 100000)
    where m.id = v_message.id and m.status in ('pending', 'streaming');
  end if;
  if p_text <> '' then
    perform realtime.send(
      jsonb_build_object(
        'chat_interface_id', v_message.chat_interface_id, 'message_id', v_message.id, 'offset', p_offset, 'text', p_text
      ),
      'chat_text',
      concat('org:', v_message.organization_id, ':canvas:', v_message.project_id, ':chat:', v_message.chat_interface_id),
      true
    );
  end if;
  return case when v_job.cancel_requested_at is not null then 'cancel_requested' else 'ok' end;
end;
$$;
comment on function public.stream_chat_answer(bigint, integer, integer, text, text) is
'For workers: sends the next piece of an answer to those who follow the chat, p_offset being the characters before it; p_content keeps what was
said so far. Answers ok, cancel_requested (stop), gone (the message was deleted or has ended) or lost (another worker
has the job).';

-- The kind ------------------------------------------------------------------------------------------------------------

create function private.step_answer_chat(p_job public.jobs, p_step text, p_state jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  if p_step not in ('answer', 'stopped') then
    return;
  end if;
  perform private.record_job_ai_usage(
    p_job, p_state -> 'usage',
    (
      select jsonb_strip_nulls(jsonb_build_object('client_account_id', p.client_account_id))
      from public.chat_messages as m
      join public.projects as p on p.organization_id = m.organization_id and p.id = m.project_id
      where m.organization_id = p_job.organization_id and m.id = p_job.subject_id
    )
  );
  update public.chat_messages as m
  set status = 'streaming', content = left(coalesce(p_state ->> 'text', m.content), 100000), ai_provider = p_state ->> 'ai_provider',
    ai_model = p_state ->> 'ai_model', voice_fit_score = (p_state #>> '{voice_fit,score}')::numeric,
    voice_fit = coalesce(nullif(p_state -> 'voice_fit', 'null'), '{}'),
    error_code = p_state ->> 'code', cost_usd = u.cost_usd, unknown_cost_count = u.unknown_count,
    input_tokens = u.prompt_tokens, output_tokens = u.completion_tokens
  from private.sum_job_ai_usage(p_job) as u
  where m.organization_id = p_job.organization_id and m.id = p_job.subject_id and m.status in ('pending', 'streaming');
  -- Nobody takes back what was said, and the provider has been paid for it.
  if p_job.cancel_requested_at is not null and p_state ->> 'text' <> '' then
    perform private.charge_job(p_job);
  end if;
end;
$$;
comment on function private.step_answer_chat(public.jobs, text, jsonb) is
'Keeps the answer, whole or what was said until it was stopped, who gave it and what it took. One that is stopped after its first words is
charged.';

create function private.apply_answer_chat(p_job public.jobs, p_result jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  -- The engine calls it with a result, which the step has stored. @plpgsql_check_options: extra_warnings = off
  -- A message that was deleted meanwhile is not made again.
  update public.chat_messages as m
  set status = 'completed', completed_at = now()
  where m.organization_id = p_job.organization_id and m.id = p_job.subject_id and m.status in ('pending', 'streaming');
end;
$$;
comment on function private.apply_answer_chat(public.jobs, jsonb) is 'The answer is said; its text came with the step.';

create function private.fail_answer_chat(p_job public.jobs, p_code text, p_message text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  update public.chat_messages as m
  set status = case when p_code = 'CANCELLED' then 'cancelled' else 'failed' end::public.chat_message_status,
    completed_at = now(),
    error_code = case when p_code <> 'CANCELLED' then p_code end,
    error_message = case when p_code <> 'CANCELLED' then left(p_message, 2000) end,
    -- Half a sentence is not held against a voice. One that was stopped after its last word has its fit already.
    voice_fit = case
      when p_code = 'CANCELLED' and m.voice_fit = '{}' then jsonb_build_object('score', null, 'reason', 'stopped')
      else m.voice_fit
    end,
    cost_usd = u.cost_usd, unknown_cost_count = u.unknown_count,
    input_tokens = u.prompt_tokens, output_tokens = u.completion_tokens
  from private.sum_job_ai_usage(p_job) as u
  where m.organization_id = p_job.organization_id and m.id = p_job.subject_id and m.status in ('pending', 'streaming');
end;
$$;
comment on function private.fail_answer_chat(public.jobs, text, text) is
'An answer that was stopped keeps what was said, which is not compared with a voice; one that failed says why.';

insert into public.job_kinds
  (kind, queue, subject_table, apply_function, step_function, failure_function, quota_metric, quota_amount,
    max_attempts, lease_seconds, backoff_base_seconds, backoff_max_seconds, timeout_seconds,
    max_per_organization, max_backlog_per_organization, batch_complete, description)
values
  ('answer_chat', 'chat', 'chat_messages', 'private.apply_answer_chat', 'private.step_answer_chat', 'private.fail_answer_chat',
    'ai_credits', 1, 3, 30, 1, 30, 300, 8, 100, false, 'An answer in a chat on a canvas, said as it is thought');

grant execute on function
  public.chat_context(uuid, uuid), public.stream_chat_answer(bigint, integer, integer, text, text)
to service_role, catalyst_worker;
