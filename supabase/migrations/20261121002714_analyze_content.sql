-- Purpose: what the job kind analyze_content reads and writes: the subject, its text, what was found, a failure.
-- Objects: analysis_subject, private.trending_among, private.measured_engagement, private.end_run_items,
--          private.finish_analysis_run, follow_analysis_run_items, private.hold_analyzed,
--          step_, apply_ and fail_analyze_content, the kind.

-- Reading -------------------------------------------------------------------------------------------------------------

create function public.analysis_subject(p_organization_id uuid, p_subject text, p_subject_id uuid)
returns jsonb
language plpgsql
stable
security definer -- workers read no domain tables
set search_path = ''
as $$
declare
  v_result jsonb;
begin
  perform private.require(p_subject in ('asset', 'item'), 'p_subject', 'p_subject must be asset or item');
  if p_subject = 'item' then
    select jsonb_build_object(
      'title', i.title, 'description', i.description, 'transcript', i.transcript,
      'language', coalesce(i.language, i.transcript_language), 'duration_seconds', i.duration_seconds,
      'platform', i.platform, 'is_video', private.is_video(i.content_type, i.platform, i.duration_seconds),
      'tags', i.tags, 'hashtags', i.hashtags
    )
    into v_result
    from public.content_items as i
    where i.organization_id = p_organization_id and i.id = p_subject_id and i.deleted_at is null;
  else
    select jsonb_build_object(
      'title', a.title, 'description', a.description, 'transcript', a.transcript, 'segments', private.asset_segments(a),
      'language', coalesce(a.language, a.transcript_language), 'duration_seconds', a.duration_seconds,
      'platform', a.source_platform, 'is_video', a.content_type in ('video', 'audio'), 'tags', a.tags, 'hashtags', '[]'::jsonb,
      'storage_bucket', a.storage_bucket, 'storage_path', a.storage_path, 'mime_type', a.mime_type,
      'size_bytes', a.size_bytes, 'source_url', case when a.content_type in ('blog', 'document') then a.source_url end
    )
    into v_result
    from public.content_assets as a
    where a.organization_id = p_organization_id and a.id = p_subject_id and a.deleted_at is null;
  end if;
  if v_result is null then
    perform private.raise_error('NOT_FOUND', format('there is no such %s', p_subject));
  end if;
  return v_result || jsonb_build_object('platform_limits', (
    select jsonb_object_agg(p.slug, p.limits -> 'media') from public.platforms as p where p.is_active and p.limits ? 'media'
  ));
end;
$$;
comment on function public.analysis_subject(uuid, text, uuid) is
'For workers: what an analysis of an asset or item is made of: words, length, where its file is, and
platform_limits, the media each platform takes. Errors: NOT_FOUND, VALIDATION_ERROR.';

create function private.trending_among(p_platform text, p_words text[])
returns jsonb
language sql
stable
set search_path = ''
as $$
  select jsonb_build_object('keywords', coalesce(jsonb_agg(t.keyword order by t.score desc nulls last, t.keyword), '[]'))
  from (
    select k.keyword, max(k.trending_score) as score
    from public.trending_keywords as k
    where now() between k.valid_start and k.valid_end
      and (p_platform is null or k.platform is null or k.platform = p_platform)
      and k.keyword = any(array(select private.trend_word(w.word) from unnest(p_words) as w (word)))
    group by k.keyword
  ) as t
$$;
comment on function private.trending_among(text, text[]) is
'Those of the words that outside sources call trending at this moment.';

create function private.measured_engagement(p_organization_id uuid, p_content_item_id uuid)
returns numeric
language sql
stable
set search_path = ''
as $$
  with mine as (
    select m.age_days, i.social_account_id, i.is_short, m.engagement::numeric / nullif(m.views, 0) as rate
    from public.content_items as i
    join public.content_milestones as m on m.organization_id = i.organization_id and m.content_item_id = i.id
    where i.organization_id = p_organization_id and i.id = p_content_item_id and m.age_days <= 28
    order by array_position('{7,28,1}', m.age_days::integer)
    limit 1
  )
  select round(
    100.0 * count(*) filter (where o.engagement::numeric / nullif(o.views, 0) < n.rate) / nullif(count(*), 0), 2
  )
  from mine as n
  join public.content_items as i
    on i.organization_id = p_organization_id and i.social_account_id = n.social_account_id and i.is_short = n.is_short
    and i.deleted_at is null and i.id <> p_content_item_id
  join public.content_milestones as o
    on o.organization_id = i.organization_id and o.content_item_id = i.id and o.age_days = n.age_days and o.views > 0
  where n.rate is not null
$$;
comment on function private.measured_engagement(uuid, uuid) is
'The share of the channel''s other items of this format that had less engagement per view at the same age, 0 to 100; null while not measured.';

-- Runs ----------------------------------------------------------------------------------------------------------------

create function private.finish_analysis_run(p_organization_id uuid, p_analysis_run_id uuid)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_run public.analysis_runs;
  v_accounts uuid[];
  v_done bigint;
  v_again bigint;
  v_failed bigint;
begin
  -- The last two of its videos may end at once: the second waits here and then sees the first.
  select r.* into v_run
  from public.analysis_runs as r
  where r.organization_id = p_organization_id and r.id = p_analysis_run_id
  for update;
  if not found or v_run.completed_at is not null or exists (
    select from private.analysis_run_items as i
    where i.organization_id = p_organization_id and i.analysis_run_id = p_analysis_run_id and i.status = 'pending'
  ) then
    return;
  end if;
  select count(*) filter (where i.status = 'completed'),
    count(*) filter (where i.status = 'completed' and i.had_analysis),
    count(*) filter (where i.status = 'failed')
  into v_done, v_again, v_failed
  from private.analysis_run_items as i
  where i.organization_id = p_organization_id and i.analysis_run_id = p_analysis_run_id;
  v_accounts := array(
    select a.id
    from public.social_accounts as a
    where a.organization_id = p_organization_id and a.id = any(v_run.social_account_ids) and a.deleted_at is null
    order by a.id
  );
  update public.analysis_runs as r
  set
    status = case when v_done + r.analyzed_count + r.skipped_count = 0 and r.requested_count > 0 then 'failed'
      else 'completed' end::public.analysis_status,
    -- What was counted already are videos that went for good meanwhile.
    analyzed_count = r.analyzed_count + v_done, updated_count = r.updated_count + v_again,
    failed_count = r.failed_count + v_failed, completed_at = now(),
    insights = private.channel_insights(p_organization_id, v_accounts),
    competitors = case when r.includes_competitors then private.compare_creators(p_organization_id, v_accounts) end
  where r.organization_id = p_organization_id and r.id = p_analysis_run_id;
end;
$$;
comment on function private.finish_analysis_run(uuid, uuid) is
'Ends a run when none of its videos is waited for any more: counts them and draws the insights. Else does nothing.';

create function private.end_run_items(
  p_job public.jobs, p_status public.analysis_status, p_code text default null, p_message text default null
)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_run_id uuid;
begin
  for v_run_id in
    with ended as (
      update private.analysis_run_items as i
      set status = p_status, error_code = p_code, error_message = left(p_message, 1000)
      where i.job_id = p_job.id and i.status = 'pending' and i.organization_id = p_job.organization_id
      returning i.analysis_run_id
    )
    select e.analysis_run_id from ended as e order by 1
  loop
    perform private.finish_analysis_run(p_job.organization_id, v_run_id);
  end loop;
end;
$$;
comment on function private.end_run_items(public.jobs, public.analysis_status, text, text) is
'Tells the runs that wait for this job how it ended.';

create function private.follow_analysis_run_items()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_run record;
begin
  for v_run in
    update public.analysis_runs as r
    set analyzed_count = r.analyzed_count + g.done, updated_count = r.updated_count + g.again,
      failed_count = r.failed_count + g.failed
    from (
      select o.organization_id, o.analysis_run_id, count(*) filter (where o.status = 'completed') as done,
        count(*) filter (where o.status = 'completed' and o.had_analysis) as again,
        count(*) filter (where o.status <> 'completed') as failed
      from old_rows as o
      group by o.organization_id, o.analysis_run_id
    ) as g
    where r.organization_id = g.organization_id and r.id = g.analysis_run_id and r.completed_at is null
    returning r.organization_id, r.id
  loop
    perform private.finish_analysis_run(v_run.organization_id, v_run.id);
  end loop;
  return null;
end;
$$;
comment on function private.follow_analysis_run_items() is
'A video that is purged is not waited for any more: what was not analysed of it has failed, and its run may have ended by that.';

create trigger follow_delete after delete on private.analysis_run_items
referencing old table as old_rows for each statement execute function private.follow_analysis_run_items();

-- The kind ------------------------------------------------------------------------------------------------------------

create function private.hold_analyzed(p_job public.jobs)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
begin
  if p_job.payload ->> 'subject' = 'item' then
    perform from public.content_items as i
    where i.organization_id = p_job.organization_id and i.id = p_job.subject_id
    for no key update;
  else
    perform from public.content_assets as a
    where a.organization_id = p_job.organization_id and a.id = p_job.subject_id
    for no key update;
  end if;
  return found;
end;
$$;
comment on function private.hold_analyzed(public.jobs) is
'Whether the asset or item of a job is there. It stays until the transaction ends: whoever purges it waits, or is waited for.';

create function private.step_analyze_content(p_job public.jobs, p_step text, p_state jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_subject text := p_job.payload ->> 'subject';
begin
  perform private.record_job_ai_usage(
    p_job, p_state -> 'usage', case v_subject when 'item' then jsonb_build_object('content_item_id', p_job.subject_id) else '{}' end
  );
  if p_step <> 'text' or not private.hold_analyzed(p_job) then
    return;
  end if;
  perform public.save_content_analysis(
    v_subject, p_job.subject_id, 'processing', jsonb_build_object('job_id', p_job.id, 'language', p_state ->> 'language')
  );
  -- What was said in a file is kept with it, unless somebody has written it down meanwhile.
  if v_subject = 'asset' and p_state ->> 'transcript' is not null then
    perform private.keep_transcript(p_job.organization_id, p_job.subject_id, p_state);
  end if;
end;
$$;
comment on function private.step_analyze_content(public.jobs, text, jsonb) is
'The analysis runs from its first step on; a transcript that was made is kept with its asset, and what calls to
models took is recorded.';

create function private.apply_analyze_content(p_job public.jobs, p_result jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_subject text := p_job.payload ->> 'subject';
  v_words text[];
begin
  if not private.hold_analyzed(p_job) then
    return;
  end if;
  v_words := array(
    select w.word
    from jsonb_array_elements_text(
      coalesce(p_result -> 'topics', '[]') || coalesce(p_result -> 'keywords', '[]') || coalesce(p_result -> 'hashtags', '[]')
    ) as w (word)
  );
  perform public.save_content_analysis(
    v_subject, p_job.subject_id, 'completed',
    p_result || jsonb_build_object(
      'job_id', p_job.id, 'analysis_cost_credits', coalesce(p_job.quota_amount, 0),
      'trending_elements', private.trending_among(p_result ->> 'platform', v_words),
      'engagement_score', case when v_subject = 'item' then private.measured_engagement(p_job.organization_id, p_job.subject_id) end
    )
  );
  perform private.end_run_items(p_job, 'completed');
end;
$$;
comment on function private.apply_analyze_content(public.jobs, jsonb) is
'Stores the analysis, with what is measured and what is trending beside it.';

create function private.fail_analyze_content(p_job public.jobs, p_code text, p_message text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  -- The subject may be gone by now.
  if exists (
    select from public.content_analyses as a
    where a.organization_id = p_job.organization_id and a.job_id = p_job.id and a.analysis_status in ('pending', 'processing')
      and p_job.subject_id in (a.content_asset_id, a.content_item_id)
  ) then
    perform public.save_content_analysis(
      p_job.payload ->> 'subject', p_job.subject_id, 'failed',
      jsonb_build_object('job_id', p_job.id, 'error_code', p_code, 'error', coalesce(p_message, p_code))
    );
  end if;
  perform private.end_run_items(p_job, 'failed', p_code, p_message);
end;
$$;
comment on function private.fail_analyze_content(public.jobs, text, text) is
'The analysis failed or was cancelled; the quota is given back.';

insert into public.job_kinds
  (kind, queue, subject_table, apply_function, step_function, failure_function, quota_metric, quota_amount,
    max_attempts, lease_seconds, backoff_base_seconds, backoff_max_seconds, timeout_seconds,
    max_per_organization, max_backlog_per_organization, batch_complete, description)
values
  ('analyze_content', 'ai', 'content_items', 'private.apply_analyze_content', 'private.step_analyze_content', 'private.fail_analyze_content',
    'ai_analyses', 1, 5, 60, 5, 300, 3600, 4, 1000, false, 'What an asset or a published item says, and how well it is made');

grant execute on function public.analysis_subject(uuid, text, uuid) to service_role, catalyst_worker;
