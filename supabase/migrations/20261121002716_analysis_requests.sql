-- Purpose: the calls of a frontend: analyse an asset, an item or many videos, and read what came of it.
-- Objects: private.request_analyses, private.analyses_left, analyze_content, get_content_analysis,
--          analyze_videos, get_video_analysis.

create function private.request_analyses(p_organization_id uuid, p_subject text, p_subject_ids uuid[], p_user_id uuid)
returns bigint[]
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_jobs bigint[];
begin
  -- One that is analysed at this moment has its job already, which costs nothing again.
  v_jobs := array(
    select j from private.enqueue_jobs(
      'analyze_content', p_organization_id,
      array(
        select jsonb_build_object('subject', p_subject, 'subject_id', s.id)
        from unnest(p_subject_ids) with ordinality as s (id, position) order by s.position
      ),
      p_subject_ids,
      p_dedupe_keys => array(
        select concat(p_subject, ':', s.id)
        from unnest(p_subject_ids) with ordinality as s (id, position) order by s.position
      ),
      p_created_by => p_user_id
    ) as j
  );
  for v_position in 1..cardinality(p_subject_ids) loop
    if not exists (
      select from public.content_analyses as a
      where a.organization_id = p_organization_id and a.job_id = v_jobs[v_position]
        and p_subject_ids[v_position] in (a.content_asset_id, a.content_item_id)
    ) then
      perform public.save_content_analysis(
        p_subject, p_subject_ids[v_position], 'pending', jsonb_build_object('job_id', v_jobs[v_position])
      );
    end if;
  end loop;
  return v_jobs;
end;
$$;
comment on function private.request_analyses(uuid, text, uuid[], uuid) is
'A job for each, or the one that is at it; answers their ids in order. Costs one unit of ai_analyses each.';

create function private.recent_analysis(p_organization_id uuid, p_subject text, p_subject_id uuid)
returns public.content_analyses
language sql
stable
set search_path = ''
as $$
  select a.*
  from public.content_analyses as a
  where a.organization_id = p_organization_id and a.analysis_status = 'completed'
    and a.analyzed_at > now() - interval '30 days'
    and case p_subject when 'asset' then a.content_asset_id = p_subject_id else a.content_item_id = p_subject_id end
  order by a.version desc
  limit 1
$$;
comment on function private.recent_analysis(uuid, text, uuid) is 'The latest analysis when it is younger than 30 days.';

-- One asset or item ---------------------------------------------------------------------------------------------------

create function private.analyze_content(p_subject text, p_subject_id uuid, p_force_refresh boolean)
returns jsonb
language plpgsql
volatile
security definer -- clients have no insert on analyses or jobs
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_recent public.content_analyses;
  v_jobs bigint[];
begin
  perform private.require(p_subject in ('asset', 'item'), 'p_subject', 'p_subject must be asset or item');
  perform private.require(p_subject_id is not null, 'p_subject_id', 'p_subject_id is missing');
  perform private.require(p_force_refresh is not null, 'p_force_refresh', 'p_force_refresh must be true or false');
  if not exists (
    select from public.content_assets as a
    where p_subject = 'asset' and a.organization_id = v_organization_id and a.id = p_subject_id and a.deleted_at is null
      and (private.member_client_account() is null or a.client_account_id = private.member_client_account())
    union all
    select from public.content_items as i
    where p_subject = 'item' and i.organization_id = v_organization_id and i.id = p_subject_id and i.deleted_at is null
      and (private.member_client_account() is null or i.client_account_id = private.member_client_account())
  ) then
    perform private.raise_error('NOT_FOUND', format('there is no such %s in the active organization', p_subject));
  end if;
  v_recent := private.recent_analysis(v_organization_id, p_subject, p_subject_id);
  if v_recent.id is not null and not p_force_refresh then
    return jsonb_build_object(
      'analysis_id', v_recent.id, 'status', v_recent.analysis_status, 'reused', true, 'job', null
    );
  end if;
  v_jobs := private.request_analyses(v_organization_id, p_subject, array[p_subject_id], auth.uid());
  return (
    select jsonb_build_object(
      'analysis_id', a.id, 'status', a.analysis_status, 'reused', false, 'job', jsonb_build_object('id', v_jobs[1])
    )
    from public.content_analyses as a
    where a.organization_id = v_organization_id and a.job_id = v_jobs[1]
      and p_subject_id in (a.content_asset_id, a.content_item_id)
  );
end;
$$;

create function public.analyze_content(
  p_subject text default null, p_subject_id uuid default null, p_force_refresh boolean default false
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer('analyze_content', jsonb_build_array(p_subject, p_subject_id, p_force_refresh)),
    private.remember_answer('analyze_content', private.analyze_content(p_subject, p_subject_id, p_force_refresh))
  )
$$;
comment on function public.analyze_content(text, uuid, boolean) is
'Analyses an asset or a published item (p_subject asset or item): {analysis_id, status, reused, job: {id}}. Costs
one unit of ai_analyses; an analysis younger than 30 days is returned at no cost unless p_force_refresh. Follow it
on the topic org:<id>:analyses, read get_content_analysis. Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND,
VALIDATION_ERROR, QUOTA_EXCEEDED, QUEUE_FULL.';

create function public.get_content_analysis(p_subject text default null, p_subject_id uuid default null)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_organization_id uuid := private.active_org_or_raise();
  v_result jsonb;
begin
  perform private.require(p_subject in ('asset', 'item', 'piece'), 'p_subject', 'p_subject must be asset, item or piece');
  perform private.require(p_subject_id is not null, 'p_subject_id', 'p_subject_id is missing');
  select to_jsonb(a) - '{organization_id,job_id}'::text[] || jsonb_build_object(
    'progress_percentage', case when a.analysis_status in ('completed', 'failed') then 100
      else round(coalesce(j.progress, 0) * 100) end,
    'job', case when a.job_id is not null then jsonb_build_object('id', a.job_id, 'status', coalesce(
      j.status::text, case when a.analysis_status in ('completed', 'failed') then a.analysis_status::text end
    )) end
  )
  into v_result
  from public.content_analyses as a
  left join public.jobs as j on j.id = a.job_id
  where a.organization_id = v_organization_id
    and case p_subject
      when 'asset' then a.content_asset_id = p_subject_id
      when 'item' then a.content_item_id = p_subject_id
      else a.content_piece_id = p_subject_id
    end
  order by a.version desc
  limit 1;
  if v_result is null then
    perform private.raise_error('NOT_FOUND', format('there is no analysis of such a %s in the active organization', p_subject));
  end if;
  return v_result;
end;
$$;
comment on function public.get_content_analysis(text, uuid) is
'The latest analysis of an asset, item or piece: the columns of content_analyses, progress_percentage and job.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

-- Many videos ---------------------------------------------------------------------------------------------------------

create function private.analyses_left(p_organization_id uuid)
returns bigint
language sql
stable
set search_path = ''
as $$
  select case when t.limit_value is not null then greatest(0, t.limit_value - coalesce((
    select u.used + u.reserved from public.usage_counters as u
    where u.organization_id = p_organization_id and u.metric = 'ai_analyses' and u.period_start = t.period_start
  ), 0)) end
  from private.quota_terms(p_organization_id, 'ai_analyses') as t
$$;
comment on function private.analyses_left(uuid) is 'How many units of ai_analyses the plan has left in this period; null for any number.';

create function private.videos_to_analyze(p_organization_id uuid, p_video_ids text[])
returns uuid[]
language plpgsql
stable
set search_path = ''
as $$
declare
  v_client_account_id uuid := private.member_client_account();
  v_found uuid[];
  v_missing text;
begin
  if p_video_ids is null then
    -- The newest that were not analysed lately, as many as the plan has left, and one to be refused for.
    return array(
      select i.id
      from public.content_items as i
      where i.organization_id = p_organization_id and i.deleted_at is null and i.published_at is not null
        and (v_client_account_id is null or i.client_account_id = v_client_account_id)
        and private.is_video(i.content_type, i.platform, i.duration_seconds)
        and (private.recent_analysis(p_organization_id, 'item', i.id)).id is null
      order by i.published_at desc, i.id
      limit least(50, greatest(1, coalesce(private.analyses_left(p_organization_id), 50)))
    );
  end if;
  perform private.require(
    cardinality(p_video_ids) between 1 and 100 and private.is_text_list(p_video_ids, 100, 512),
    'video_ids', 'video_ids must name 1 to 100 videos'
  );
  select array_agg(v.item_id order by v.position), min(v.wanted) filter (where v.item_id is null)
  into v_found, v_missing
  from (
    select w.wanted, w.position, (
      select f.id
      from (
        select i.id, i.published_at, i.client_account_id, true as is_own_id
        from public.content_items as i
        where i.organization_id = p_organization_id and i.id = w.own_id and i.deleted_at is null
        union all
        -- Account by account: that is how the platforms' ids are indexed.
        select i.id, i.published_at, i.client_account_id, false
        from public.social_accounts as a
        join public.content_items as i
          on i.social_account_id = a.id and i.platform_content_id = w.wanted
          and i.organization_id = a.organization_id and i.deleted_at is null
        where a.organization_id = p_organization_id
      ) as f
      where v_client_account_id is null or f.client_account_id = v_client_account_id
      order by f.is_own_id desc, f.published_at desc nulls last, f.id
      limit 1
    ) as item_id
    from (
      select g.wanted, min(g.position) as position,
        case when pg_input_is_valid(g.wanted, 'uuid') then g.wanted::uuid end as own_id
      from unnest(p_video_ids) with ordinality as g (wanted, position)
      group by g.wanted
    ) as w
  ) as v;
  if v_missing is not null then
    perform private.raise_error(
      'NOT_FOUND', format('there is no video %s in the active organization', left(v_missing, 100)),
      jsonb_build_object('field', 'video_ids')
    );
  end if;
  return array(select distinct f.id from unnest(v_found) as f (id));
end;
$$;
comment on function private.videos_to_analyze(uuid, text[]) is
'The items that are named by their id or by the platform''s, or NOT_FOUND; else the newest without a recent analysis, at most 50.';

create function private.analyze_videos(p_video_ids text[], p_force_refresh boolean, p_include_competitors boolean)
returns jsonb
language plpgsql
volatile
security definer -- clients have no insert on analyses or jobs
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_run public.analysis_runs;
  v_items uuid[];
  v_due uuid[];
  v_jobs bigint[];
begin
  perform private.require(p_force_refresh is not null, 'force_refresh', 'force_refresh must be true or false');
  perform private.require(
    p_include_competitors is not null, 'include_competitors', 'include_competitors must be true or false'
  );
  v_items := private.videos_to_analyze(v_organization_id, p_video_ids);
  v_due := array(
    select i.id from unnest(v_items) as i (id)
    where p_force_refresh or (private.recent_analysis(v_organization_id, 'item', i.id)).id is null
    order by i.id
  );
  v_jobs := private.request_analyses(v_organization_id, 'item', v_due, auth.uid());
  insert into public.analysis_runs (
    organization_id, client_account_id, user_id, is_refresh, includes_competitors, social_account_ids, requested_count,
    skipped_count
  )
  values (
    v_organization_id, private.member_client_account(), auth.uid(), p_force_refresh,
    -- Whom the organization follows is not for those limited to one client.
    p_include_competitors and private.member_client_account() is null,
    array(
      select distinct i.social_account_id
      from public.content_items as i
      where i.organization_id = v_organization_id and (i.id = any(v_items) or (
        p_video_ids is null and i.deleted_at is null
        and private.is_video(i.content_type, i.platform, i.duration_seconds)
        and (private.member_client_account() is null or i.client_account_id = private.member_client_account())
      ))
    ),
    cardinality(v_items), cardinality(v_items) - cardinality(v_due)
  )
  returning * into v_run;
  insert into private.analysis_run_items (organization_id, analysis_run_id, content_item_id, job_id, had_analysis)
  select v_organization_id, v_run.id, d.id, d.job_id, exists (
    select from public.content_analyses as a
    where a.organization_id = v_organization_id and a.content_item_id = d.id and a.analysis_status = 'completed'
  )
  from unnest(v_due, v_jobs) as d (id, job_id);
  if cardinality(v_due) = 0 then
    perform private.finish_analysis_run(v_organization_id, v_run.id);
    select r.* into v_run from public.analysis_runs as r where r.id = v_run.id;
  end if;
  return jsonb_build_object(
    'analysis_id', v_run.id, 'status', v_run.status, 'requested_count', v_run.requested_count,
    'skipped_count', v_run.skipped_count, 'job', case when cardinality(v_jobs) > 0 then jsonb_build_object('id', v_jobs[1]) end,
    'jobs', (
      select coalesce(jsonb_agg(jsonb_build_object('id', d.job_id, 'content_item_id', d.id)), '[]')
      from unnest(v_due, v_jobs) as d (id, job_id)
    )
  );
end;
$$;

create function public.analyze_videos(
  video_ids text[] default null, force_refresh boolean default false, include_competitors boolean default false
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer('analyze_videos', jsonb_build_array(video_ids, force_refresh, include_competitors)),
    private.remember_answer(
      'analyze_videos', private.analyze_videos(video_ids, force_refresh, include_competitors)
    )
  )
$$;
comment on function public.analyze_videos(text[], boolean, boolean) is
'Analyses videos, one job each: {analysis_id, status, requested_count, skipped_count, job, jobs: [{id,
content_item_id}]}. video_ids: ids of items or the platform''s own, at most 100; left out: the newest 50 without a
recent analysis, or as many as the plan has left. Costs one unit of ai_analyses each; those younger than 30 days are
skipped at no cost unless force_refresh. include_competitors sets the channels beside the creators that the
organization follows. Read get_video_analysis, follow org:<id>:analyses. Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND,
VALIDATION_ERROR, QUOTA_EXCEEDED, QUEUE_FULL.';

create function private.get_video_analysis(p_analysis_id uuid)
returns jsonb
language plpgsql
stable
security definer -- the items of a run are in schema private; the run itself is checked as its policy does
set search_path = ''
as $$
declare
  v_organization_id uuid := private.active_org_or_raise();
  v_run public.analysis_runs;
  v_waiting bigint;
  v_errors jsonb;
begin
  perform private.require(p_analysis_id is not null, 'p_analysis_id', 'p_analysis_id is missing');
  select r.* into v_run
  from public.analysis_runs as r
  where r.organization_id = v_organization_id and r.id = p_analysis_id
    and (private.member_client_account() is null or r.client_account_id = private.member_client_account());
  if v_run.id is null then
    perform private.raise_error('NOT_FOUND', 'there is no such analysis in the active organization');
  end if;
  select count(*) filter (where i.status = 'pending'),
    coalesce(jsonb_agg(jsonb_build_object(
      'content_item_id', i.content_item_id, 'code', i.error_code, 'message', i.error_message
    ) order by i.content_item_id) filter (where i.status = 'failed'), '[]')
  into v_waiting, v_errors
  from private.analysis_run_items as i
  where i.organization_id = v_organization_id and i.analysis_run_id = p_analysis_id;
  return jsonb_build_object(
    'id', v_run.id, 'status', v_run.status,
    'progress_percentage', case when v_run.requested_count = 0 then 100
      else round(100.0 * (v_run.requested_count - v_waiting) / v_run.requested_count) end,
    'requested_count', v_run.requested_count, 'skipped_count', v_run.skipped_count,
    'analyzed_count', v_run.analyzed_count, 'updated_count', v_run.updated_count, 'failed_count', v_run.failed_count,
    'processing_time_seconds', round(extract(epoch from v_run.completed_at - v_run.created_at), 3),
    'insights', v_run.insights, 'competitors', v_run.competitors, 'errors', v_errors,
    'created_at', v_run.created_at, 'completed_at', v_run.completed_at
  );
end;
$$;

create function public.get_video_analysis(p_analysis_id uuid default null)
returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select private.get_video_analysis(p_analysis_id)
$$;
comment on function public.get_video_analysis(uuid) is
'A run of analyze_videos: {id, status, progress_percentage, analyzed_count (made by it), updated_count (of these,
that replace an older one), failed_count, processing_time_seconds, insights: {top_performing_topics,
optimal_posting_times, posting_times_are_learned, audience_preferences: {preferred_duration, engagement_patterns},
sample_count}, competitors, errors: [{content_item_id, code, message}], requested_count, skipped_count, created_at,
completed_at}; insights are there when it has ended. Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  private.analyze_content(text, uuid, boolean), public.analyze_content(text, uuid, boolean),
  public.get_content_analysis(text, uuid),
  private.analyze_videos(text[], boolean, boolean), public.analyze_videos(text[], boolean, boolean),
  private.get_video_analysis(uuid), public.get_video_analysis(uuid)
to authenticated;
