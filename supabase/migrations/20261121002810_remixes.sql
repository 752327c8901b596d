-- Purpose: a piece of the canvas told anew: what others say about it, the rewrite, and the piece it becomes.
-- Objects: private.piece_source, private.readable_piece, remix_content_piece, step_, apply_ and fail_remix_piece,
--          the kind.

create function private.piece_source(p_piece public.content_pieces, p_client_account_id uuid, p_characters integer)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'title', left(coalesce(p_piece.title, a.title, i.title), 500),
    'text', nullif(btrim(left(t.text, p_characters)), ''),
    'source_url', coalesce(p_piece.source_url, a.source_url, i.platform_url),
    'is_cut', nullif(char_length(t.text) > p_characters, false)
  ))
  from (values (1)) as one (row)
  left join public.content_assets as a
    on a.organization_id = p_piece.organization_id and a.id = p_piece.content_asset_id and a.deleted_at is null
    and (p_client_account_id is null or a.client_account_id = p_client_account_id)
  left join public.content_items as i
    on i.organization_id = p_piece.organization_id and i.id = p_piece.content_item_id and i.deleted_at is null
    and (p_client_account_id is null or i.client_account_id = p_client_account_id)
  cross join lateral (
    select private.first_told(
      a.transcript, i.transcript, p_piece.transcript, p_piece.description, a.description, i.description
    ) as text
  ) as t
$$;
comment on function private.piece_source(public.content_pieces, uuid, integer) is
'{title, text, source_url} of a piece as workers are given it, is_cut where its text is longer;
of the assets and items of others nothing for who is limited to a client account.';

create function private.readable_piece(
  p_organization_id uuid, p_content_piece_id uuid, p_client_account_id uuid, p_characters integer, p_field text
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_piece public.content_pieces;
  v_source jsonb;
begin
  select c.* into v_piece
  from public.content_pieces as c
  where c.organization_id = p_organization_id and c.id = p_content_piece_id
    and c.project_id <> all(private.hidden_projects());
  if not found then
    perform private.raise_error(
      'NOT_FOUND', 'there is no such piece in the active organization', jsonb_build_object('field', p_field)
    );
  end if;
  v_source := private.piece_source(v_piece, p_client_account_id, p_characters);
  perform private.require(
    v_source ? 'text', p_field, format('%s has no text yet: it has neither a transcript nor a description', p_field)
  );
  return v_source;
end;
$$;
comment on function private.readable_piece(uuid, uuid, uuid, integer, text) is
'The piece''s {title, text, source_url, is_cut}; NOT_FOUND when the caller does not see it, VALIDATION_ERROR while it has no text.';

-- Asking --------------------------------------------------------------------------------------------------------------

create function private.remix_content_piece(
  p_content_piece_id uuid, p_instructions text, p_research_piece_ids uuid[], p_research_urls text[], p_language text,
  p_brand_voice text
)
returns jsonb
language plpgsql
volatile
security definer -- clients have no insert on rewrites or jobs; role and project are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_client_account_id uuid := private.member_client_account();
  v_user_id uuid := (select auth.uid());
  v_original jsonb;
  v_project public.projects;
  v_brand jsonb;
  v_script public.generated_scripts;
  v_id uuid := gen_random_uuid();
begin
  perform private.require(p_content_piece_id is not null, 'p_content_piece_id', 'p_content_piece_id is missing');
  p_instructions := private.require_text(p_instructions, 'p_instructions', 2000, p_optional => true);
  p_brand_voice := private.require_text(p_brand_voice, 'p_brand_voice', 1000, p_optional => true);
  perform private.require(p_language is null or p_language in ('en', 'nl'), 'p_language', 'p_language must be en or nl');
  p_research_piece_ids := array(
    select distinct r.id from unnest(p_research_piece_ids) as r (id) where r.id <> p_content_piece_id
  );
  perform private.require(
    cardinality(p_research_piece_ids) <= 10, 'p_research_piece_ids', 'p_research_piece_ids must name at most 10 pieces'
  );
  p_research_urls := array(select distinct btrim(u.url) from unnest(p_research_urls) as u (url));
  perform private.require(
    cardinality(p_research_urls) <= 5
      and (
        select bool_and(u.url is not null and private.is_http_url(u.url)) is not false
        from unnest(p_research_urls) as u (url)
      ),
    'p_research_urls', 'p_research_urls must hold at most 5 addresses that begin with http:// or https://'
  );
  v_original := private.readable_piece(
    v_organization_id, p_content_piece_id, v_client_account_id, 60000, 'p_content_piece_id'
  );
  p_language := coalesce(p_language, private.text_language(v_original ->> 'text'));
  select p.* into strict v_project
  from public.content_pieces as c
  join public.projects as p on p.organization_id = c.organization_id and p.id = c.project_id
  where c.organization_id = v_organization_id and c.id = p_content_piece_id;
  perform private.require_project(v_project.id, 'editor');
  v_client_account_id := coalesce(v_client_account_id, v_project.client_account_id);
  v_brand := private.chosen_brand(v_organization_id, v_client_account_id, p_brand_voice, 'p_brand_voice');
  insert into public.generated_scripts (
    id, organization_id, user_id, client_account_id, content_piece_id, brand_profile_id, original_script,
    generation_prompt, job_id
  )
  values (
    v_id, v_organization_id, v_user_id, v_client_account_id, p_content_piece_id, (v_brand ->> 'id')::uuid,
    v_original ->> 'text', p_instructions,
    private.enqueue_job(
      p_kind => 'remix_piece',
      p_organization_id => v_organization_id,
      p_payload => jsonb_strip_nulls(jsonb_build_object(
        'language', p_language, 'instructions', p_instructions, 'brand', v_brand, 'original', v_original,
        'sources', (
          select coalesce(jsonb_agg(private.readable_piece(
            v_organization_id, r.id, private.member_client_account(), 20000, 'p_research_piece_ids'
          )), '[]')
          from unnest(p_research_piece_ids) as r (id)
        ),
        'urls', p_research_urls
      )),
      p_subject_id => v_id,
      p_created_by => v_user_id
    )
  )
  returning * into v_script;
  return jsonb_build_object(
    'generated_script_id', v_script.id, 'status', v_script.status, 'job', jsonb_build_object('id', v_script.job_id)
  );
end;
$$;
comment on function private.remix_content_piece(uuid, text, uuid[], text[], text, text) is
'The work of public.remix_content_piece.';

create function public.remix_content_piece(
  p_content_piece_id uuid default null, p_instructions text default null, p_research_piece_ids uuid[] default null,
  p_research_urls text[] default null, p_language text default null, p_brand_voice text default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer(
      'remix_content_piece', jsonb_build_array(
        p_content_piece_id, p_instructions, p_research_piece_ids, p_research_urls, p_language, p_brand_voice
      )
    ),
    private.remember_answer(
      'remix_content_piece', private.remix_content_piece(
        p_content_piece_id, p_instructions, p_research_piece_ids, p_research_urls, p_language, p_brand_voice
      )
    )
  )
$$;
comment on function public.remix_content_piece(uuid, text, uuid[], text[], text, text) is
'Tell a piece of the canvas anew, in the voice of a brand (p_brand_voice: id or name of a brand profile, or a
description; by default the default one), as p_instructions ask (at most 2,000 characters), with what others say about
it: at most 10 other pieces and 5 web addresses; p_language: en or nl, by default that of the piece, which needs a
transcript or a description. For editors of the
project; costs one unit of generations. Returns {generated_script_id, status, job: {id}}: read generated_scripts,
whose notes say what was left out or read in part, follow org:<id>:scripts. When it is done a text piece marked is_remix
lies beside the original, with a line to it.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR, NOT_FOUND, QUOTA_EXCEEDED, QUEUE_FULL.';

-- What the worker writes ----------------------------------------------------------------------------------------------

create function private.step_remix_piece(p_job public.jobs, p_step text, p_state jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform private.record_job_ai_usage(
    p_job, p_state -> 'usage',
    (
      select jsonb_strip_nulls(jsonb_build_object('client_account_id', s.client_account_id))
      from public.generated_scripts as s
      where s.organization_id = p_job.organization_id and s.id = p_job.subject_id
    )
  );
  update public.generated_scripts as s
  set status = 'processing',
    research_perspectives = case p_step
      when 'perspectives' then p_state -> 'perspectives' else s.research_perspectives
    end,
    rewritten_script = case p_step when 'written' then left(p_state ->> 'script', 200000) else s.rewritten_script end,
    voice_fit_score = case p_step
      when 'written' then (p_state #>> '{voice_fit,score}')::numeric else s.voice_fit_score
    end,
    voice_fit = case p_step
      when 'written' then coalesce(nullif(p_state -> 'voice_fit', 'null'), '{}') else s.voice_fit
    end,
    notes = coalesce(p_state -> 'notes', s.notes),
    prompt = coalesce(p_state ->> 'prompt', s.prompt),
    ai_provider = coalesce(p_state ->> 'ai_provider', s.ai_provider),
    ai_model = coalesce(p_state ->> 'ai_model', s.ai_model)
  where s.organization_id = p_job.organization_id and s.id = p_job.subject_id and p_step in ('perspectives', 'written');
end;
$$;
comment on function private.step_remix_piece(public.jobs, text, jsonb) is
'What others say can be read before the rewrite is there.';

create function private.apply_remix_piece(p_job public.jobs, p_result jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_script public.generated_scripts;
  v_original public.content_pieces;
  v_piece_id uuid;
begin
  -- First the canvas, then what lies on it, then the script, as whoever deletes them takes them.
  perform from public.projects as p
  where p.organization_id = p_job.organization_id and p.id = (
    select c.project_id
    from public.generated_scripts as s
    join public.content_pieces as c on c.organization_id = s.organization_id and c.id = s.content_piece_id
    where s.organization_id = p_job.organization_id and s.id = p_job.subject_id
  )
  for key share;
  select c.* into v_original
  from public.generated_scripts as s
  join public.content_pieces as c on c.organization_id = s.organization_id and c.id = s.content_piece_id
  where s.organization_id = p_job.organization_id and s.id = p_job.subject_id
  for key share of c;
  update public.generated_scripts as s
  set status = 'completed', generated_at = now(), generation_cost_credits = coalesce(p_job.quota_amount, 0)
  where s.organization_id = p_job.organization_id and s.id = p_job.subject_id
  returning * into v_script;
  -- The rewrite stays without its original; a canvas that is gone gets no piece, nor does a script that is.
  if num_nonnulls(v_script.id, v_original.id) < 2 then
    return;
  end if;
  insert into public.content_pieces (
    organization_id, project_id, uploaded_by, content_type, title, transcript, position_x, position_y, metadata,
    is_remix, processing_status
  )
  values (
    v_original.organization_id, v_original.project_id, v_script.user_id, 'text', left(p_result ->> 'title', 500),
    v_script.rewritten_script, least(v_original.position_x + 360, 10000000), v_original.position_y,
    jsonb_build_object('generated_script_id', v_script.id, 'remix_of', v_original.id), true, 'completed'
  )
  returning id into v_piece_id;
  insert into public.canvas_connections (
    organization_id, project_id, source_content_piece_id, target_content_piece_id, created_by
  )
  values (v_original.organization_id, v_original.project_id, v_original.id, v_piece_id, v_script.user_id);
end;
$$;
comment on function private.apply_remix_piece(public.jobs, jsonb) is
'Ends a rewrite and lays it beside its original, with a line between them.';

create function private.fail_remix_piece(p_job public.jobs, p_code text, p_message text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  update public.generated_scripts as s
  set status = 'failed', error_code = p_code, error_message = left(p_message, 2000)
  where s.organization_id = p_job.organization_id and s.id = p_job.subject_id and s.status <> 'completed';
end;
$$;
comment on function private.fail_remix_piece(public.jobs, text, text) is
'A rewrite that failed or was cancelled (error_code CANCELLED); its unit is given back.';

insert into public.job_kinds
  (kind, queue, subject_table, apply_function, step_function, failure_function, quota_metric, quota_amount,
    max_attempts, lease_seconds, backoff_base_seconds, backoff_max_seconds, timeout_seconds,
    max_per_organization, max_backlog_per_organization, batch_complete, description)
values
  ('remix_piece', 'ai', 'generated_scripts', 'private.apply_remix_piece', 'private.step_remix_piece', 'private.fail_remix_piece',
    'generations', 1, 5, 60, 5, 300, 600, 4, 200, false, 'A piece of the canvas told anew, with what others say about it');

grant execute on function
  public.remix_content_piece(uuid, text, uuid[], text[], text, text),
  private.remix_content_piece(uuid, text, uuid[], text[], text, text)
to authenticated;
