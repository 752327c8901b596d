-- Purpose: pieces of the canvas that are nothing but an address are read by a worker.
-- Objects: private.reading_advice, private.queue_piece_readings, private.request_piece_readings and
--          private.follow_piece_address with their triggers, read_content_piece, content_piece_address, step_ and
--          fail_read_content_piece, the kind.

-- Asking --------------------------------------------------------------------------------------------------------------

create function private.reading_advice(p_code text)
returns text
language sql
immutable
set search_path = ''
as $$
  select case
    when p_code in ('URL_UNREACHABLE', 'URL_TIMEOUT', 'URL_RATE_LIMITED') then
      'The page could not be reached. Check the address, or have it read again later.'
    when p_code = 'URL_NOT_FOUND' then 'There is no page at this address. Correct it.'
    when p_code = 'URL_FORBIDDEN' then
      'The page is not open to everybody. Upload the file, or paste what it says as the description.'
    when p_code = 'URL_REFUSED' then 'Only addresses of the public web are read. Give another one, or upload the file.'
    when p_code = 'UNSUPPORTED_TYPE' then
      'Web pages, subtitles (.srt, .vtt), .txt and .md are read. Paste what it says as the description, or upload a recording.'
    when p_code in ('INPUT_EMPTY', 'INPUT_UNREADABLE') then
      'The page holds no text that could be read. Paste what it says as the description.'
    when p_code in ('INPUT_TOO_LARGE', 'URL_TOO_LARGE') then
      'It is too long to be read. Paste the part that matters as the description.'
    when p_code = 'QUEUE_FULL' then 'Too much waits to be read. Have it read again once that is done.'
    when p_code = 'CANCELLED' then 'The reading was stopped. Have it read again.'
    else 'Something went wrong on our side. Have it read again later.'
  end
$$;
comment on function private.reading_advice(text) is 'What to do about a piece that was not read, in a sentence.';

create function private.queue_piece_readings(p_organization_id uuid, p_content_piece_ids uuid[])
returns bigint[]
language plpgsql
volatile
set search_path = ''
as $$
begin
  return array(
    select private.enqueue_jobs(
      -- No address: members who do not see the project see its jobs.
      p_kind => 'read_content_piece', p_organization_id => p_organization_id,
      p_payloads => array_fill('{}'::jsonb, array[cardinality(p_content_piece_ids)]),
      p_subject_ids => p_content_piece_ids, p_created_by => (select auth.uid())
    )
  );
exception
  -- Whoever puts something on a canvas is not refused because much waits: the piece says that it was not read.
  when sqlstate 'PGRST' then
    if (sqlerrm::jsonb ->> 'code') <> 'QUEUE_FULL' then
      raise;
    end if;
    return null;
end;
$$;
comment on function private.queue_piece_readings(uuid, uuid[]) is
'Queues a reading of each piece: the jobs in the order of the pieces, or null when the organization has too much waiting work.';

create function private.request_piece_readings()
returns trigger
language plpgsql
volatile
security definer -- people have no grant on jobs, nor on the status of a piece
set search_path = ''
as $$
declare
  v_organization_id uuid;
  v_ids uuid[];
  v_jobs bigint[];
begin
  for v_organization_id in
    select distinct n.organization_id
    from new_rows as n
    where n.processing_status = 'pending' and n.job_id is null
    order by 1
  loop
    v_ids := array(
      select n.id
      from new_rows as n
      where n.organization_id = v_organization_id and n.processing_status = 'pending' and n.job_id is null
      order by n.id
    );
    v_jobs := private.queue_piece_readings(v_organization_id, v_ids);
    update public.content_pieces as p
    set job_id = q.job_id,
      processing_status = case when q.job_id is null then 'failed' else 'pending' end::public.content_piece_status,
      error_code = case when q.job_id is null then 'QUEUE_FULL' end,
      error_message = case when q.job_id is null then private.reading_advice('QUEUE_FULL') end
    from unnest(v_ids, v_jobs) as q (id, job_id)
    where p.organization_id = v_organization_id and p.id = q.id;
  end loop;
  return null;
end;
$$;
comment on function private.request_piece_readings() is
'Has the pieces of a statement read that wait for it and have no job, in one go; copies of a project as well.';

-- After those that broadcast: who follows the canvas hears of the pieces first, then of what becomes of them. Once per
-- statement: whoever counts a job keeps others from ending theirs, and locks no further piece after that.
create trigger request_readings after insert on public.content_pieces
referencing new table as new_rows for each statement execute function private.request_piece_readings();
create trigger request_readings_anew after update on public.content_pieces
referencing new table as new_rows for each statement execute function private.request_piece_readings();

create function private.follow_piece_address()
returns trigger
language plpgsql
volatile
security definer -- people may not call the functions it asks
set search_path = ''
as $$
declare
  v_was_read boolean := old.read_digests <> '{}' or old.processing_status <> 'completed';
begin
  if new.source_url is null or num_nonnulls(new.content_asset_id, new.content_item_id) > 0 then
    -- Nothing is left to be read there; whoever is at it finds that the piece is no longer its own.
    if new.processing_status <> 'completed' and old.source_url is not null then
      new.processing_status := 'completed';
      new.job_id := null;
      new.error_code := null;
      new.error_message := null;
    end if;
    return new;
  end if;
  if new.source_url is not distinct from old.source_url then
    -- Told by somebody after all.
    if new.processing_status = 'failed' and new.description ~ '\S' and new.description is distinct from old.description then
      new.processing_status := 'completed';
      new.error_code := null;
      new.error_message := null;
    end if;
    return new;
  end if;
  -- What the former address said goes with it; what people wrote stays.
  new.title := private.unless_read(new.title, old.read_digests ->> 'title');
  new.description := private.unless_read(new.description, old.read_digests ->> 'description');
  new.thumbnail_url := private.unless_read(new.thumbnail_url, old.read_digests ->> 'thumbnail_url');
  new.transcript := private.unless_read(new.transcript, old.read_digests ->> 'transcript');
  if private.unless_read(new.duration_seconds::text, old.read_digests ->> 'duration_seconds') is null then
    new.duration_seconds := null;
  end if;
  new.read_digests := '{}';
  if v_was_read or private.first_told(new.transcript, new.description) is null then
    -- request_readings_anew finds it.
    new.processing_status := 'pending';
    new.job_id := null;
    new.error_code := null;
    new.error_message := null;
  end if;
  return new;
end;
$$;
comment on function private.follow_piece_address() is
'Another address is read anew, and what comes of the former one is not applied; a piece that got a file or an item, or a
description after it failed, waits for nothing.';

create function private.unless_read(p_value text, p_digest text)
returns text
language sql
immutable
set search_path = ''
as $$
  select case when p_value ~ '\S' and md5(p_value) is distinct from p_digest then p_value end
$$;
comment on function private.unless_read(text, text) is
'A text that somebody wrote; null for none and for what was read at the address, whose MD5 is given.';

create trigger follow_address before update of source_url, content_asset_id, content_item_id, description
on public.content_pieces
for each row execute function private.follow_piece_address();

create function private.read_content_piece(p_content_piece_id uuid)
returns jsonb
language plpgsql
volatile
security definer -- clients have no insert on jobs and no grant on the status of a piece; the permission is checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_piece public.content_pieces;
begin
  perform private.require(p_content_piece_id is not null, 'p_content_piece_id', 'p_content_piece_id is missing');
  select c.* into v_piece
  from public.content_pieces as c
  where c.organization_id = v_organization_id and c.id = p_content_piece_id
    and c.project_id <> all(private.hidden_projects())
  for no key update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such piece in the active organization');
  end if;
  perform private.require_project(v_piece.project_id, 'editor');
  perform private.require(
    v_piece.source_url is not null, 'p_content_piece_id', 'the piece has no source_url that could be read'
  );
  perform private.require(
    num_nonnulls(v_piece.content_asset_id, v_piece.content_item_id) = 0, 'p_content_piece_id',
    'the piece shows a file or an item, whose text counts'
  );
  if v_piece.processing_status in ('completed', 'failed') or not exists (
    select from public.jobs as j where j.id = v_piece.job_id and j.status <> 'failed'
  ) then
    update public.content_pieces as c
    set processing_status = 'pending', error_code = null, error_message = null,
      job_id = private.enqueue_job(
        p_kind => 'read_content_piece', p_organization_id => v_organization_id, p_payload => '{}',
        p_subject_id => v_piece.id, p_created_by => (select auth.uid())
      )
    where c.id = v_piece.id
    returning c.* into v_piece;
  end if;
  return jsonb_build_object(
    'content_piece_id', v_piece.id, 'status', v_piece.processing_status,
    'job', jsonb_build_object('id', v_piece.job_id)
  );
end;
$$;
comment on function private.read_content_piece(uuid) is 'The work of public.read_content_piece.';

create function public.read_content_piece(p_content_piece_id uuid default null)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer('read_content_piece', jsonb_build_array(p_content_piece_id)),
    private.remember_answer('read_content_piece', private.read_content_piece(p_content_piece_id))
  )
$$;
comment on function public.read_content_piece(uuid) is
'Have the address of a piece read, again or for the first time: {content_piece_id, status, job: {id}}; one that is being
read goes on as it is. What people wrote stays. For editors of the project; costs nothing of the plan. Follow it on
org:<organization>:canvas:<project>.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR (no source_url, or a file or an item counts instead), NOT_FOUND,
QUEUE_FULL.';

-- What the worker reads and writes ------------------------------------------------------------------------------------

create function public.content_piece_address(p_organization_id uuid, p_content_piece_id uuid, p_job_id bigint)
returns jsonb
language sql
stable
security definer -- workers read no domain tables
set search_path = ''
as $$
  select jsonb_build_object(
    'source_url', p.source_url, 'is_post', p.platform is not null and p.content_type <> 'text'
  )
  from public.content_pieces as p
  where p.organization_id = p_organization_id and p.id = p_content_piece_id and p.job_id = p_job_id
    and p.processing_status <> 'completed' and p.source_url is not null
$$;
comment on function public.content_piece_address(uuid, uuid, bigint) is
'For workers: the {source_url, is_post (a video, image or sound on a platform, whose page is not what is said in it)} that a job is to read;
null once nobody waits for that job.';

create function private.step_read_content_piece(p_job public.jobs, p_step text, p_state jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_title text := nullif(btrim(left(p_state ->> 'title', 500)), '');
  v_description text := nullif(btrim(left(p_state ->> 'description', 10000)), '');
  v_thumbnail_url text := case
    when private.is_http_url(p_state ->> 'thumbnail_url') then p_state ->> 'thumbnail_url'
  end;
  v_transcript text := nullif(btrim(left(p_state ->> 'transcript', 2000000)), '');
  v_duration integer := case
    when (p_state ->> 'duration_seconds')::numeric between 0 and 604800
      then round((p_state ->> 'duration_seconds')::numeric)::integer
  end;
begin
  if p_step = 'reading' then
    update public.content_pieces as p
    set processing_status = 'processing'
    where p.organization_id = p_job.organization_id and p.id = p_job.subject_id and p.job_id = p_job.id
      and p.processing_status = 'pending';
  elsif p_step = 'read' then
    -- One statement on one row: who deletes or changes the piece waits for it, or it looks at what they left.
    update public.content_pieces as p
    set processing_status = 'completed', error_code = null, error_message = null,
      title = coalesce(private.unless_read(p.title, p.read_digests ->> 'title'), v_title),
      description = coalesce(private.unless_read(p.description, p.read_digests ->> 'description'), v_description),
      thumbnail_url = coalesce(
        private.unless_read(p.thumbnail_url, p.read_digests ->> 'thumbnail_url'), v_thumbnail_url
      ),
      transcript = coalesce(private.unless_read(p.transcript, p.read_digests ->> 'transcript'), v_transcript),
      duration_seconds = coalesce(
        private.unless_read(p.duration_seconds::text, p.read_digests ->> 'duration_seconds')::integer, v_duration
      ),
      read_digests = jsonb_strip_nulls(jsonb_build_object(
        'title', md5(v_title), 'description', md5(v_description), 'thumbnail_url', md5(v_thumbnail_url),
        'transcript', md5(v_transcript), 'duration_seconds', md5(v_duration::text)
      ))
    where p.organization_id = p_job.organization_id and p.id = p_job.subject_id and p.job_id = p_job.id
      and p.processing_status <> 'completed';
  end if;
end;
$$;
comment on function private.step_read_content_piece(public.jobs, text, jsonb) is
'reading: the piece is being read. read, {title, description, transcript, thumbnail_url, duration_seconds}: where nobody
wrote something, that is what the piece says. A piece that is gone, or has another address by then, is left alone.';

create function private.fail_read_content_piece(p_job public.jobs, p_code text, p_message text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  update public.content_pieces as p
  set processing_status = 'failed', error_code = p_code,
    error_message = left(concat_ws(
      ' ', private.reading_advice(p_code),
      -- What other codes come with speaks of tables and machines.
      case when p_code ~ '^(URL|INPUT)_' or p_code = 'UNSUPPORTED_TYPE' then format('(%s)', p_message) end
    ), 2000)
  where p.organization_id = p_job.organization_id and p.id = p_job.subject_id and p.job_id = p_job.id
    and p.processing_status <> 'completed';
end;
$$;
comment on function private.fail_read_content_piece(public.jobs, text, text) is
'A piece that could not be read says why and what to do; one whose reading was cancelled as well (error_code CANCELLED).';

insert into public.job_kinds
  (kind, queue, subject_table, step_function, failure_function, max_attempts, lease_seconds, backoff_base_seconds,
    backoff_max_seconds, timeout_seconds, max_per_organization, max_backlog_per_organization, batch_complete,
    description)
values
  ('read_content_piece', 'ai', 'content_pieces', 'private.step_read_content_piece', 'private.fail_read_content_piece',
    3, 60, 15, 300, 120, 8, 5000, false, 'What a piece of the canvas says that is nothing but an address');

grant execute on function public.read_content_piece(uuid), private.read_content_piece(uuid) to authenticated;
grant execute on function public.content_piece_address(uuid, uuid, bigint) to service_role, catalyst_worker;
