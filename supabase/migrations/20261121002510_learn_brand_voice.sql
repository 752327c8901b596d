-- Purpose: what the job kinds learn_brand_voice and refresh_brand_voice read and write: samples and what they teach.
-- Objects: brand_voice_to_embed, brand_voice_texts, private.hold_brand, private.refresh_brand_voice, its triggers,
--          step_, apply_ and fail_learn_brand_voice, apply_refresh_brand_voice, the kinds.

-- Reading -------------------------------------------------------------------------------------------------------------

create function public.brand_voice_to_embed(
  p_organization_id uuid, p_brand_profile_id uuid, p_ai_provider text, p_ai_model text, p_embedding_dimensions integer,
  p_limit integer default 100
)
returns table (sample_id uuid, sample_text text)
language plpgsql
stable
security definer -- workers without service_role read no tables
set search_path = ''
as $$
begin
  perform private.require(p_limit between 1 and 1000, 'p_limit', 'p_limit must be from 1 to 1000');
  return query
  select s.id, s.sample_text
  from public.brand_voice_samples as s
  where s.organization_id = p_organization_id and s.brand_profile_id = p_brand_profile_id
    -- Vectors of one model do not compare with those of another: a brand changes its model as a whole.
    and (
      s.embedded_at is null or s.ai_provider <> p_ai_provider or s.ai_model <> p_ai_model
      or s.embedding_dimensions <> p_embedding_dimensions
    )
  order by s.created_at, s.id
  limit p_limit;
end;
$$;
comment on function public.brand_voice_to_embed(uuid, uuid, text, text, integer, integer) is
'For workers: samples of a brand that this model has not seen at these dimensions (null: any), oldest first. Errors: VALIDATION_ERROR.';

create function public.brand_voice_texts(
  p_organization_id uuid, p_brand_profile_id uuid, p_limit integer default 400
)
returns table (sample_id uuid, sample_text text, language text, platform text, source text)
language plpgsql
stable
security definer -- workers without service_role read no tables
set search_path = ''
as $$
begin
  perform private.require(p_limit between 1 and 1000, 'p_limit', 'p_limit must be from 1 to 1000');
  return query
  select s.id, s.sample_text, s.language, s.platform,
    -- What people add one by one are texts of their own.
    coalesce(s.metadata ->> 'source_id', s.source_url, s.metadata ->> 'title', s.id::text)
  from public.brand_voice_samples as s
  where s.organization_id = p_organization_id and s.brand_profile_id = p_brand_profile_id
  order by md5(s.id::text)
  limit p_limit;
end;
$$;
comment on function public.brand_voice_texts(uuid, uuid, integer) is
'For workers: so many samples of a brand, the same ones each time, in no order that means anything; those of one text have one source.
Errors: VALIDATION_ERROR.';

-- Learning ------------------------------------------------------------------------------------------------------------

create function private.hold_brand(p_job public.jobs)
returns boolean
language sql
volatile
set search_path = ''
as $$
  select exists (
    select from public.brand_profiles as b
    where b.organization_id = p_job.organization_id and b.id = p_job.subject_id and b.deleted_at is null
    for share
  )
$$;
comment on function private.hold_brand(public.jobs) is
'Whether the brand of a job is there. It stays until the transaction ends: whoever deletes it waits, or is waited for.';

create function private.step_learn_brand_voice(p_job public.jobs, p_step text, p_state jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_is_there boolean;
  v_room bigint;
begin
  perform private.record_job_ai_usage(p_job, p_state -> 'usage');
  if p_step not like 'source:%' then
    return;
  end if;
  -- Before what belongs to it, as whoever purges a brand takes them.
  v_is_there := private.hold_brand(p_job);
  update public.brand_voices as v
  set status = 'processing'
  where v.organization_id = p_job.organization_id and v.brand_profile_id = p_job.subject_id and v.job_id = p_job.id
    and v.status = 'pending';
  if p_state ->> 'type' = 'asset' and p_state ->> 'transcript' is not null then
    perform private.keep_transcript(p_job.organization_id, (p_state ->> 'id')::uuid, p_state);
  end if;
  if not v_is_there then
    return;
  end if;
  -- Every search compares all samples of the brand.
  select 2000 - count(*) into v_room
  from public.brand_voice_samples as s
  where s.organization_id = p_job.organization_id and s.brand_profile_id = p_job.subject_id;
  insert into public.brand_voice_samples (
    organization_id, user_id, brand_profile_id, sample_text, platform, language, source_url, metadata
  )
  select p_job.organization_id, p_job.created_by, p_job.subject_id, g.sample ->> 'text', p.slug, g.sample ->> 'language',
    p_state ->> 'url', jsonb_strip_nulls(jsonb_build_object(
      'source', p_state ->> 'type', 'source_id', p_state ->> 'id', 'title', left(p_state ->> 'title', 300)
    ))
  from jsonb_array_elements(coalesce(nullif(p_state -> 'samples', 'null'), '[]')) with ordinality as g (sample, position)
  left join public.platforms as p on p.slug = p_state ->> 'platform'
  where g.position <= v_room
  on conflict (brand_profile_id, md5(sample_text)) do nothing;
end;
$$;
comment on function private.step_learn_brand_voice(public.jobs, text, jsonb) is
'The step source:<n>, {type, id, url, title, platform, samples: [{text, language}]}, becomes samples: each text once,
at most 2,000 per brand. What was heard in an upload is kept with it, what a step paid for is recorded.';

create function private.save_brand_voice(p_job public.jobs, p_result jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_found record;
begin
  if not private.hold_brand(p_job) then
    return;
  end if;
  select * into v_found
  from private.calibrate_brand_voice(
    p_job.subject_id, p_result ->> 'ai_provider', p_result ->> 'ai_model', (p_result ->> 'embedding_dimensions')::integer
  );
  insert into public.brand_voices as v (
    organization_id, brand_profile_id, status, sample_count, embedded_count, ai_provider, ai_model,
    embedding_dimensions, nearness_median, nearness_deviation, measures, manners, tone_card,
    tone_card_ai_provider, tone_card_ai_model, learned_at
  )
  select p_job.organization_id, p_job.subject_id, 'completed', count(*), v_found.embedded_count,
    p_result ->> 'ai_provider', p_result ->> 'ai_model', (p_result ->> 'embedding_dimensions')::integer,
    v_found.median, v_found.deviation, coalesce(p_result -> 'measures', '{}'), coalesce(p_result -> 'manners', '{}'),
    coalesce(p_result -> 'tone_card', '{}'),
    p_result ->> 'tone_card_ai_provider', p_result ->> 'tone_card_ai_model', now()
  from public.brand_voice_samples as s
  where s.organization_id = p_job.organization_id and s.brand_profile_id = p_job.subject_id
  on conflict (brand_profile_id) do update
  set
    sample_count = excluded.sample_count, embedded_count = excluded.embedded_count,
    ai_provider = excluded.ai_provider, ai_model = excluded.ai_model,
    embedding_dimensions = excluded.embedding_dimensions, nearness_median = excluded.nearness_median,
    nearness_deviation = excluded.nearness_deviation, measures = excluded.measures, manners = excluded.manners,
    tone_card = excluded.tone_card,
    tone_card_ai_provider = excluded.tone_card_ai_provider, tone_card_ai_model = excluded.tone_card_ai_model,
    learned_at = now(),
    -- What a member asked for meanwhile ends by its own job.
    status = case when v.job_id = p_job.id or v.status not in ('pending', 'processing') then 'completed'
      else v.status end::public.analysis_status,
    error_code = case when v.job_id = p_job.id then null else v.error_code end,
    error_message = case when v.job_id = p_job.id then null else v.error_message end,
    sources = case when v.job_id = p_job.id then coalesce(p_result -> 'sources', '[]') else v.sources end;
end;
$$;
comment on function private.save_brand_voice(public.jobs, jsonb) is
'What a worker learned of a brand, {ai_provider, ai_model, embedding_dimensions, measures, manners, tone_card, tone_card_ai_provider,
tone_card_ai_model, sources}, and the samples'' own spread.';

create function private.apply_learn_brand_voice(p_job public.jobs, p_result jsonb)
returns void
language sql
volatile
set search_path = ''
as $$
  select private.save_brand_voice(p_job, p_result)
$$;
comment on function private.apply_learn_brand_voice(public.jobs, jsonb) is 'The voice is learned.';

create function private.fail_learn_brand_voice(p_job public.jobs, p_code text, p_message text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  update public.brand_voices as v
  set
    -- What was known before still is.
    status = case when p_code = 'CANCELLED' and v.learned_at is not null then 'completed'
      else 'failed' end::public.analysis_status,
    error_code = p_code, error_message = left(p_message, 1000),
    sources = coalesce((
      select jsonb_agg(
        jsonb_strip_nulls(jsonb_build_object(
          'type', c.state -> 'type', 'id', c.state -> 'id', 'url', c.state -> 'url', 'title', c.state -> 'title',
          'status', c.state -> 'status', 'code', c.state -> 'code', 'message', c.state -> 'message',
          'sample_count', jsonb_array_length(coalesce(c.state -> 'samples', '[]'))
        ))
        order by char_length(c.step), c.step
      )
      from public.job_checkpoints as c
      where c.job_id = p_job.id and c.step like 'source:%'
    ), v.sources)
  where v.organization_id = p_job.organization_id and v.brand_profile_id = p_job.subject_id and v.job_id = p_job.id;
end;
$$;
comment on function private.fail_learn_brand_voice(public.jobs, text, text) is
'The learning failed or was cancelled: samples that were read stay, what each source gave is told, the quota is given back.';

create function private.apply_refresh_brand_voice(p_job public.jobs, p_result jsonb)
returns void
language sql
volatile
set search_path = ''
as $$
  select private.save_brand_voice(p_job, p_result)
$$;
comment on function private.apply_refresh_brand_voice(public.jobs, jsonb) is 'The voice follows its samples.';

insert into public.job_kinds
  (kind, queue, subject_table, apply_function, step_function, failure_function, quota_metric, quota_amount,
    max_attempts, lease_seconds, backoff_base_seconds, backoff_max_seconds, timeout_seconds,
    max_per_organization, max_backlog_per_organization, batch_complete, description)
values
  ('learn_brand_voice', 'ai', 'brand_profiles', 'private.apply_learn_brand_voice', 'private.step_learn_brand_voice',
    'private.fail_learn_brand_voice', 'ai_analyses', 1, 5, 60, 5, 300, 3600, 2, 100, false,
    'How a brand sounds, from uploads, addresses and published posts'),
  ('refresh_brand_voice', 'ai', 'brand_profiles', 'private.apply_refresh_brand_voice',
    'private.step_learn_brand_voice', null, null, 1,
    5, 60, 5, 300, 900, 2, null, false, 'Vectors for samples that were added, and what follows from all of them');

-- Following changes ---------------------------------------------------------------------------------------------------

create function private.refresh_brand_voice(p_organization_id uuid, p_brand_profile_ids uuid[])
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_window bigint := floor(extract(epoch from now()) / 5);
begin
  perform private.enqueue_jobs(
    'refresh_brand_voice', p_organization_id,
    array(
      select jsonb_build_object('brand_profile_id', b.id) from unnest(p_brand_profile_ids) as b (id) order by b.id
    ),
    array(select b.id from unnest(p_brand_profile_ids) as b (id) order by b.id),
    -- People add samples one after the other: one job takes those of five seconds together, when they are over, so
    -- that none comes too late for a job that has begun.
    p_run_at => to_timestamp((v_window + 1) * 5 + 1),
    p_dedupe_keys => array(
      select concat(b.id, ':', v_window) from unnest(p_brand_profile_ids) as b (id) order by b.id
    )
  );
end;
$$;
comment on function private.refresh_brand_voice(uuid, uuid[]) is
'Queues one refresh for each brand and five seconds.';

create function private.follow_voice_samples()
returns trigger
language plpgsql
volatile
security definer -- people have no grant on jobs
set search_path = ''
as $$
declare
  v_organization_id uuid;
  v_brand_id uuid;
begin
  -- Workers refresh the brand themselves, and keep to the room there is.
  if auth.uid() is null then
    return null;
  end if;
  if tg_op = 'INSERT' then
    for v_brand_id in select distinct c.brand_profile_id from changed_rows as c order by 1 loop
      -- Of two who add at once, the second waits here and then sees what the first added.
      perform pg_advisory_xact_lock(hashtextextended(v_brand_id::text, 2510));
      if 2000 < (select count(*) from public.brand_voice_samples as s where s.brand_profile_id = v_brand_id) then
        perform private.raise_error(
          'CONFLICT', 'a brand keeps at most 2,000 samples; delete some first',
          jsonb_build_object('field', 'brand_profile_id')
        );
      end if;
    end loop;
  end if;
  for v_organization_id in select distinct c.organization_id from changed_rows as c order by 1 loop
    perform private.refresh_brand_voice(v_organization_id, array(
      select distinct c.brand_profile_id
      from changed_rows as c
      join public.brand_profiles as b on b.id = c.brand_profile_id and b.deleted_at is null
      where c.organization_id = v_organization_id
    ));
  end loop;
  return null;
end;
$$;
comment on function private.follow_voice_samples() is
'Samples that people add or delete change the voice; there are at most 2,000 of a brand, for every search compares all.';

create trigger follow_insert after insert on public.brand_voice_samples
referencing new table as changed_rows for each statement execute function private.follow_voice_samples();
create trigger follow_delete after delete on public.brand_voice_samples
referencing old table as changed_rows for each statement execute function private.follow_voice_samples();

create function private.follow_embedding_model()
returns trigger
language plpgsql
volatile
security definer -- people have no grant on jobs
set search_path = ''
as $$
declare
  v_settings public.organization_ai_settings := coalesce(new, old);
begin
  if v_settings.capability = 'embedding' and exists (
    select from public.organizations as o where o.id = v_settings.organization_id
  ) then
    perform private.refresh_brand_voice(v_settings.organization_id, array(
      select v.brand_profile_id
      from public.brand_voices as v
      join public.brand_profiles as b on b.id = v.brand_profile_id and b.deleted_at is null
      where v.organization_id = v_settings.organization_id
    ));
  end if;
  return null;
end;
$$;
comment on function private.follow_embedding_model() is 'Another embedding model makes every vector of the organization anew.';

create trigger follow_brand_voices after insert or update of ai_provider, ai_model, embedding_dimensions or delete
on public.organization_ai_settings
for each row execute function private.follow_embedding_model();

grant execute on function
  public.brand_voice_to_embed(uuid, uuid, text, text, integer, integer), public.brand_voice_texts(uuid, uuid, integer)
to service_role, catalyst_worker;
