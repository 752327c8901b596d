-- Purpose: what workers do for search engines: take what is due, say what became of it, bring readings.
-- Objects: claim_due_seo_submissions, report_seo_submission, store_seo_metrics, private.seo_reading_error.

create function public.claim_due_seo_submissions(
  p_what text default 'send', p_limit integer default 100, p_hold_seconds integer default 600
)
returns setof public.seo_submissions
language plpgsql
volatile
security definer -- workers hold no grant to write submissions
set search_path = ''
as $$
begin
  perform private.require(p_what in ('send', 'check'), 'p_what', 'p_what must be send or check');
  perform private.require(p_limit between 1 and 1000, 'p_limit', 'p_limit must be 1 to 1000');
  perform private.require(p_hold_seconds between 60 and 86400, 'p_hold_seconds', 'p_hold_seconds must be 60 to 86400');
  if p_what = 'send' then
    return query
    with due as (
      select s.id
      from public.seo_submissions as s
      join public.seo_connections as c
        on c.organization_id = s.organization_id and c.id = s.connection_id and c.is_active
      join public.organizations as o on o.id = s.organization_id and o.deleted_at is null
      where s.next_retry_at <= now() and s.follows_id is null
      order by s.next_retry_at
      limit p_limit
      for no key update of s skip locked
    )
    update public.seo_submissions as s
    -- Whoever took it has this long to report; then it is due again.
    set next_retry_at = now() + make_interval(secs => p_hold_seconds), claimed_at = now()
    from due as d
    where s.id = d.id
    returning s.*;
  else
    return query
    with due as (
      select s.id
      from public.seo_submissions as s
      join public.seo_connections as c
        on c.organization_id = s.organization_id and c.id = s.connection_id and c.is_active
      join public.organizations as o on o.id = s.organization_id and o.deleted_at is null
      where s.next_check_at <= now()
      order by s.next_check_at
      limit p_limit
      for no key update of s skip locked
    )
    update public.seo_submissions as s
    set next_check_at = now() + make_interval(secs => p_hold_seconds)
    from due as d
    where s.id = d.id
    returning s.*;
  end if;
end;
$$;
comment on function public.claim_due_seo_submissions(text, integer, integer) is
'For workers: submissions to send, or to check if they are indexed, each given to one caller; due again when that one does not report.
Errors: VALIDATION_ERROR.';

create function public.report_seo_submission(
  p_seo_submission_id uuid,
  p_status text,
  p_response_status integer default null,
  p_response_body jsonb default null,
  p_error text default null,
  p_details jsonb default '{}',
  p_retry_after_seconds integer default null,
  p_check_in_seconds integer default null
)
returns public.seo_submission_status
language plpgsql
volatile
security definer -- workers hold no grant to write submissions
set search_path = ''
as $$
declare
  v_row public.seo_submissions;
  v_status public.seo_submission_status;
  v_was_sent boolean;
  v_next_try_at timestamptz;
  v_newer uuid;
begin
  perform private.require(
    p_status in ('submitted', 'indexed', 'failed', 'rejected'), 'p_status', 'p_status must be submitted, indexed, failed or rejected'
  );
  perform private.require(
    p_response_status is null or p_response_status between 100 and 599, 'p_response_status', 'p_response_status must be an HTTP status'
  );
  perform private.require(
    octet_length(p_response_body::text) <= 65536 is not false, 'p_response_body', 'p_response_body can have 64 kB'
  );
  perform private.require(
    jsonb_typeof(p_details) = 'object' and octet_length(p_details::text) <= 65536, 'p_details', 'p_details must be an object of at most 64 kB'
  );
  perform private.require(
    p_retry_after_seconds is null or p_retry_after_seconds between 1 and 2592000, 'p_retry_after_seconds',
    'p_retry_after_seconds must be 1 to 2592000'
  );
  perform private.require(
    p_check_in_seconds is null or p_check_in_seconds between 60 and 7776000, 'p_check_in_seconds', 'p_check_in_seconds must be 60 to 7776000'
  );
  select s.* into v_row from public.seo_submissions as s where s.id = p_seo_submission_id for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such submission');
  end if;
  -- Ended means ended: a report that comes late or twice changes nothing.
  if v_row.status in ('indexed', 'rejected', 'gave_up', 'superseded') or (v_row.status = 'submitted' and p_status = 'failed') then
    return v_row.status;
  end if;
  -- 5 minutes, doubled with each failure, a day at most; the engine's own word counts more.
  v_next_try_at := now() + case when p_status = 'failed' then coalesce(
    make_interval(secs => p_retry_after_seconds), least(interval '5 minutes' * 2 ^ v_row.retry_count, interval '1 day')
  ) else interval '0' end;
  select s.id into v_newer
  from public.seo_submissions as s
  where s.organization_id = v_row.organization_id and s.follows_id = v_row.id
  for update;
  v_status := case
    when p_status = 'failed' and v_newer is not null then 'superseded'
    when p_status = 'failed' and v_row.retry_count >= v_row.max_retries then 'gave_up'
    else p_status
  end::public.seo_submission_status;
  v_was_sent := v_row.status = 'submitted';
  if v_row.quota_period_start is not null then
    if v_status in ('submitted', 'indexed') then
      perform private.commit_quota(v_row.organization_id, 'seo_submissions', v_row.quota_period_start, 1);
    elsif v_status in ('rejected', 'gave_up', 'superseded') then
      perform private.release_quota(v_row.organization_id, 'seo_submissions', v_row.quota_period_start, 1);
    end if;
  end if;
  update public.seo_submissions as s
  set
    status = v_status,
    response_status = coalesce(p_response_status, s.response_status),
    response_body = coalesce(p_response_body, s.response_body),
    request_payload = case
      when jsonb_typeof(p_details -> 'request') = 'object' then p_details -> 'request' else s.request_payload
    end,
    coverage_state = coalesce(left(p_details ->> 'coverage_state', 200), s.coverage_state),
    index_status_url = coalesce(
      case when private.is_http_url(p_details ->> 'index_status_url') then p_details ->> 'index_status_url' end, s.index_status_url
    ),
    error_message = case when v_status in ('submitted', 'indexed') then null else left(p_error, 2000) end,
    retry_count = case when p_status = 'failed' and v_status = 'failed' then s.retry_count + 1 else s.retry_count end,
    next_retry_at = case when v_status = 'failed' then v_next_try_at end,
    claimed_at = null,
    quota_period_start = case when v_status = 'failed' then s.quota_period_start end,
    status_checked_at = case when v_was_sent then now() else s.status_checked_at end,
    next_check_at = case when v_status = 'submitted' then now() + make_interval(secs => p_check_in_seconds) end,
    submitted_at = case when v_status in ('submitted', 'indexed') then coalesce(s.submitted_at, now()) else s.submitted_at end,
    indexed_at = case when v_status = 'indexed' then now() end
  where s.id = v_row.id;
  update public.seo_submissions as s set follows_id = null, next_retry_at = v_next_try_at where s.id = v_newer;
  insert into public.seo_usage (
    organization_id, user_id, search_engine, content_item_id, operation_type, urls_count, billing_cycle_start,
    billing_cycle_end
  )
  select
    v_row.organization_id, v_row.submitted_by, v_row.search_engine, v_row.content_item_id,
    case
      when v_was_sent then 'inspect'
      when v_row.submission_type = 'url_deleted' then 'delete'
      when v_row.submission_type = 'sitemap' then 'sitemap'
      else 'submit'
    end,
    1, b.current_period_start, b.current_period_end
  from (select 1) as one
  left join public.subscriptions as b
    on b.organization_id = v_row.organization_id and b.ended_at is null and b.current_period_end is not null;
  return v_status;
end;
$$;
comment on function public.report_seo_submission(uuid, text, integer, jsonb, text, jsonb, integer, integer) is
'For workers: what the engine answered. p_details: request (without credentials), coverage_state, index_status_url.
failed is tried again until max_retries, then given up, unless something newer waits to be said: that is tried instead.
The quota is spent when the address was sent, and available again when it never was. Answers the status.
Errors: NOT_FOUND, VALIDATION_ERROR.';

create function private.seo_reading_error(p_reading jsonb)
returns text
language sql
immutable
set search_path = ''
as $$
  select case
    when jsonb_typeof(p_reading) <> 'object' then ''
    when p_reading ->> 'generated_content_id' !~* '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$' is not false then 'generated_content_id'
    when jsonb_typeof(coalesce(nullif(p_reading -> 'target_keywords', 'null'), '[]')) <> 'array'
      or jsonb_array_length(coalesce(nullif(p_reading -> 'target_keywords', 'null'), '[]')) > 100
      or jsonb_path_exists(p_reading, '$.target_keywords[*] ? (@.type() != "string")') then 'target_keywords'
    when jsonb_typeof(coalesce(nullif(p_reading -> 'keyword_rankings', 'null'), '[]')) <> 'array'
      or octet_length((p_reading -> 'keyword_rankings')::text) > 65536
      or jsonb_path_exists(
        p_reading, '$.keyword_rankings[*] ? (!(@.keyword.type() == "string" && @.position.type() == "number" && @.position >= 1))'
      ) then 'keyword_rankings'
    when coalesce(p_reading ->> 'organic_traffic', '0') !~ '^[0-9]{1,18}$' then 'organic_traffic'
    when coalesce(p_reading ->> 'backlinks_count', '0') !~ '^[0-9]{1,18}$' then 'backlinks_count'
    when coalesce(p_reading ->> 'domain_authority_impact', '0') !~ '^-?([0-9]{1,2}([.][0-9]{1,10})?|100)$' then 'domain_authority_impact'
    -- A date as such: the words yesterday and infinity are dates too.
    when coalesce(p_reading ->> 'collected_on', '2000-01-01') !~ '^[12][0-9]{3}-[0-9]{2}-[0-9]{2}$'
      or not pg_input_is_valid(coalesce(p_reading ->> 'collected_on', '2000-01-01'), 'date') then 'collected_on'
  end
$$;
comment on function private.seo_reading_error(jsonb) is 'The field of a reading that is not as it must be; null for none.';

create function public.store_seo_metrics(p_organization_id uuid, p_metrics jsonb)
returns integer
language plpgsql
volatile
security definer -- workers hold no grant to write metrics
set search_path = ''
as $$
declare
  v_wrong record;
  v_count integer;
begin
  perform private.require(
    jsonb_typeof(p_metrics) = 'array' and jsonb_array_length(p_metrics) <= 1000, 'p_metrics', 'p_metrics must be an array of at most 1,000 readings'
  );
  select e.position, private.seo_reading_error(e.reading) as field into v_wrong
  from jsonb_array_elements(p_metrics) with ordinality as e (reading, position)
  where private.seo_reading_error(e.reading) is not null
  order by e.position
  limit 1;
  perform private.require(
    not found, concat_ws('.', format('p_metrics[%s]', v_wrong.position - 1), nullif(v_wrong.field, '')),
    format('p_metrics[%s] is no reading: %s', v_wrong.position - 1, coalesce(nullif(v_wrong.field, ''), 'it must be an object'))
  );
  with reading as (
    select
      (e.reading ->> 'generated_content_id')::uuid as generated_content_id,
      case when jsonb_typeof(e.reading -> 'target_keywords') = 'array'
        then array(select jsonb_array_elements_text(e.reading -> 'target_keywords')) end as target_keywords,
      nullif(e.reading -> 'keyword_rankings', 'null') as keyword_rankings,
      (e.reading ->> 'organic_traffic')::bigint as organic_traffic,
      (e.reading ->> 'backlinks_count')::bigint as backlinks_count,
      (e.reading ->> 'domain_authority_impact')::numeric as domain_authority_impact,
      coalesce((e.reading ->> 'collected_on')::date, (now() at time zone 'UTC')::date) as day, e.position
    from jsonb_array_elements(p_metrics) with ordinality as e (reading, position)
  )
  insert into public.seo_metrics as m (
    organization_id, client_account_id, generated_content_id, target_keywords, keyword_rankings, organic_traffic,
    backlinks_count, domain_authority_impact, collected_on
  )
  select distinct on (c.id, r.day)
    c.organization_id, c.client_account_id, c.id, coalesce(r.target_keywords, '{}'), coalesce(r.keyword_rankings, '[]'),
    r.organic_traffic, r.backlinks_count, r.domain_authority_impact, r.day
  from reading as r
  -- Of this organization, whatever ids were sent.
  join public.generated_content as c on c.organization_id = p_organization_id and c.id = r.generated_content_id
  order by c.id, r.day, r.position desc
  -- Who counts links does not know of visits: what a later reading leaves out stays.
  on conflict (organization_id, generated_content_id, collected_on) do update
  set
    client_account_id = excluded.client_account_id,
    target_keywords = case when excluded.target_keywords = '{}' then m.target_keywords else excluded.target_keywords end,
    keyword_rankings = case
      when excluded.keyword_rankings = '[]' then m.keyword_rankings else excluded.keyword_rankings
    end,
    organic_traffic = coalesce(excluded.organic_traffic, m.organic_traffic),
    backlinks_count = coalesce(excluded.backlinks_count, m.backlinks_count),
    domain_authority_impact = coalesce(excluded.domain_authority_impact, m.domain_authority_impact),
    collected_at = now();
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;
comment on function public.store_seo_metrics(uuid, jsonb) is
'For workers: readings [{generated_content_id, target_keywords, keyword_rankings: [{keyword, position, search_volume}],
organic_traffic, backlinks_count, domain_authority_impact, collected_on (UTC today)}], one row per piece and day: a
later reading counts, what it leaves out stays, what nobody counted is null. Content of other organizations is passed
over.
Answers how many rows were stored. Errors: VALIDATION_ERROR (field p_metrics[n].…).';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.claim_due_seo_submissions(text, integer, integer),
  public.report_seo_submission(uuid, text, integer, jsonb, text, jsonb, integer, integer),
  public.store_seo_metrics(uuid, jsonb)
to service_role, catalyst_worker;
