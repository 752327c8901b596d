-- Purpose: addresses on their way to a search engine: asked for, sent, looked after, counted.
-- Objects: submit_urls; for workers claim_due_seo_submissions, report_seo_submission, store_seo_metrics.

create function private.give_up_seo_submissions(p_organization_id uuid, p_connection_id uuid, p_reason text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_period record;
begin
  for v_period in
    with open as (
      select s.id, s.quota_period_start
      from public.seo_submissions as s
      where s.organization_id = p_organization_id and s.connection_id = p_connection_id and s.status in ('pending', 'failed')
      for update
    ),
    ended as (
      update public.seo_submissions as s
      set status = 'gave_up', next_retry_at = null, quota_period_start = null, error_message = p_reason
      from open as o
      where s.id = o.id
    )
    select o.quota_period_start, count(*) as reserved
    from open as o
    where o.quota_period_start is not null
    group by o.quota_period_start
  loop
    perform private.release_quota(p_organization_id, 'seo_submissions', v_period.quota_period_start, v_period.reserved);
  end loop;
end;
$$;
comment on function private.give_up_seo_submissions(uuid, uuid, text) is
'Ends what was not sent yet through a connection; what was reserved for it is available again.';

-- Members -------------------------------------------------------------------------------------------------------------

create function private.submit_urls(
  p_seo_connection_id uuid, p_urls text[], p_submission_type text, p_content_item_id uuid
)
returns setof uuid
language plpgsql
volatile
security definer -- clients have no grant to write submissions; the role is checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_connection public.seo_connections;
  v_engine public.search_engines;
  v_host text;
  v_new text[];
  v_period_start date;
begin
  perform private.require(p_seo_connection_id is not null, 'p_seo_connection_id', 'p_seo_connection_id is missing');
  perform private.require(
    p_submission_type in ('url_updated', 'url_deleted', 'sitemap'), 'p_submission_type',
    'p_submission_type must be url_updated, url_deleted or sitemap'
  );
  perform private.require(cardinality(p_urls) between 1 and 100, 'p_urls', 'p_urls must hold 1 to 100 addresses');
  -- Locked, so that two who submit the same address find out about each other.
  select c.* into v_connection
  from public.seo_connections as c
  where c.organization_id = v_organization_id and c.id = p_seo_connection_id
  for no key update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such connection in the active organization');
  end if;
  perform private.require(v_connection.is_active, 'p_seo_connection_id', 'this connection is not in use');
  select e.* into strict v_engine from public.search_engines as e where e.slug = v_connection.search_engine;
  perform private.require(
    p_submission_type <> 'url_deleted' or v_engine.supports_deletion, 'p_submission_type',
    'this search engine cannot be told that an address is gone'
  );
  v_host := private.site_host(v_connection.site_url);
  perform private.require(
    not exists (
      select from unnest(p_urls) as u (url)
      where private.is_http_url(u.url) is not true
        or (
          private.site_host(u.url) <> v_host
          and not (
            v_connection.site_url ~ '^sc-domain:'
            and right(private.site_host(u.url), char_length(v_host) + 1) = '.' || v_host
          )
        )
    ),
    'p_urls', 'p_urls must be http or https addresses on the site of the connection'
  );
  perform private.require(
    p_content_item_id is null
    or exists (
      select from public.content_items as i
      where i.organization_id = v_organization_id and i.id = p_content_item_id and i.deleted_at is null
    ),
    'p_content_item_id', 'there is no such content item'
  );
  v_new := array(
    select distinct u.url
    from unnest(p_urls) as u (url)
    where not exists (
      select from public.seo_submissions as s
      where s.organization_id = v_organization_id and s.search_engine = v_connection.search_engine
        and s.connection_id = v_connection.id and s.submitted_url = u.url and s.status in ('pending', 'failed')
    )
  );
  if cardinality(v_new) > 0 then
    v_period_start := private.reserve_quota(v_organization_id, 'seo_submissions', cardinality(v_new));
    insert into public.seo_submissions (
      organization_id, client_account_id, content_item_id, connection_id, search_engine, submitted_by, submitted_url,
      submission_type, submission_method, next_retry_at, quota_period_start
    )
    select
      v_organization_id, v_connection.client_account_id, p_content_item_id, v_connection.id, v_connection.search_engine,
      (select auth.uid()), n.url, p_submission_type::public.seo_submission_type,
      case when v_connection.search_engine = 'indexnow' then 'indexnow' else 'api' end::public.seo_submission_method,
      now(), v_period_start
    from unnest(v_new) as n (url);
  end if;
  return query
  select s.id
  from public.seo_submissions as s
  where s.organization_id = v_organization_id and s.search_engine = v_connection.search_engine
    and s.connection_id = v_connection.id and s.submitted_url = any(p_urls) and s.status in ('pending', 'failed');
end;
$$;
comment on function private.submit_urls(uuid, text[], text, uuid) is 'The work of public.submit_urls.';

create function public.submit_urls(
  p_seo_connection_id uuid default null, p_urls text[] default null, p_submission_type text default 'url_updated',
  p_content_item_id uuid default null
)
returns setof uuid
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.submit_urls(p_seo_connection_id, p_urls, p_submission_type, p_content_item_id)
$$;
comment on function public.submit_urls(uuid, text[], text, uuid) is
'Tells a search engine that addresses of the site are new or changed (url_updated), gone (url_deleted), or lists of others
(sitemap). Each costs one of seo_submissions when it is sent; one that waits already is not asked for twice. Creators.
Returns the ids of seo_submissions.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR, QUOTA_EXCEEDED.';

-- Workers -------------------------------------------------------------------------------------------------------------

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
      where s.next_retry_at <= now()
      order by s.next_retry_at
      limit p_limit
      for no key update of s skip locked
    )
    update public.seo_submissions as s
    -- Whoever took it has this long to report; then it is due again.
    set next_retry_at = now() + make_interval(secs => p_hold_seconds)
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
  if v_row.status in ('indexed', 'rejected', 'gave_up') or (v_row.status = 'submitted' and p_status = 'failed') then
    return v_row.status;
  end if;
  v_status := case
    when p_status = 'failed' and v_row.retry_count >= v_row.max_retries then 'gave_up'
    else p_status
  end::public.seo_submission_status;
  v_was_sent := v_row.status = 'submitted';
  if v_row.quota_period_start is not null then
    if v_status in ('submitted', 'indexed') then
      perform private.commit_quota(v_row.organization_id, 'seo_submissions', v_row.quota_period_start, 1);
    elsif v_status in ('rejected', 'gave_up') then
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
    -- 5 minutes, doubled with each failure, a day at most; the engine's own word counts more.
    next_retry_at = case when v_status = 'failed' then now() + coalesce(
      make_interval(secs => p_retry_after_seconds), least(interval '5 minutes' * 2 ^ s.retry_count, interval '1 day')
    ) end,
    quota_period_start = case when v_status = 'failed' then s.quota_period_start end,
    status_checked_at = case when v_was_sent then now() else s.status_checked_at end,
    next_check_at = case when v_status = 'submitted' then now() + make_interval(secs => p_check_in_seconds) end,
    submitted_at = case when v_status in ('submitted', 'indexed') then coalesce(s.submitted_at, now()) else s.submitted_at end,
    indexed_at = case when v_status = 'indexed' then now() end
  where s.id = v_row.id;
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
'For workers: what the engine answered. p_details: request (without credentials), coverage_state, index_status_url. failed is
tried again until max_retries, then given up; the quota is spent when the address was sent, and available again when it
never was. Answers the status. Errors: NOT_FOUND, VALIDATION_ERROR.';

create function public.store_seo_metrics(p_organization_id uuid, p_metrics jsonb)
returns integer
language plpgsql
volatile
security definer -- workers hold no grant to write metrics
set search_path = ''
as $$
declare
  v_count integer;
begin
  perform private.require(
    jsonb_typeof(p_metrics) = 'array' and jsonb_array_length(p_metrics) <= 1000, 'p_metrics', 'p_metrics must be an array of at most 1,000 readings'
  );
  insert into public.seo_metrics as m (
    organization_id, client_account_id, generated_content_id, target_keywords, keyword_rankings, organic_traffic,
    backlinks_count, domain_authority_impact, collected_on
  )
  select distinct on (c.id, d.day)
    c.organization_id, c.client_account_id, c.id, (coalesce(n.target_keywords, '{}'))[1:100],
    case when jsonb_typeof(n.keyword_rankings) = 'array' then n.keyword_rankings else '[]'::jsonb end,
    coalesce(n.organic_traffic, 0), coalesce(n.backlinks_count, 0), n.domain_authority_impact, d.day
  from jsonb_array_elements(p_metrics) with ordinality as e (reading, position)
  cross join lateral jsonb_to_record(e.reading) as n (
    generated_content_id uuid, target_keywords text[], keyword_rankings jsonb, organic_traffic bigint,
    backlinks_count bigint, domain_authority_impact numeric, collected_on date
  )
  cross join lateral (select coalesce(n.collected_on, (now() at time zone 'UTC')::date)) as d (day)
  -- Of this organization, whatever ids were sent.
  join public.generated_content as c on c.organization_id = p_organization_id and c.id = n.generated_content_id
  order by c.id, d.day, e.position desc
  on conflict (organization_id, generated_content_id, collected_on) do update
  set
    client_account_id = excluded.client_account_id, target_keywords = excluded.target_keywords,
    keyword_rankings = excluded.keyword_rankings, organic_traffic = excluded.organic_traffic,
    backlinks_count = excluded.backlinks_count, domain_authority_impact = excluded.domain_authority_impact,
    collected_at = now();
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;
comment on function public.store_seo_metrics(uuid, jsonb) is
'For workers: readings [{generated_content_id, target_keywords, keyword_rankings, organic_traffic, backlinks_count, domain_authority_impact,
collected_on}], one per piece and day, the last one counts. Answers how many were stored. Errors: VALIDATION_ERROR.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  private.submit_urls(uuid, text[], text, uuid),
  public.submit_urls(uuid, text[], text, uuid)
to authenticated;
grant execute on function
  public.claim_due_seo_submissions(text, integer, integer),
  public.report_seo_submission(uuid, text, integer, jsonb, text, jsonb, integer, integer),
  public.store_seo_metrics(uuid, jsonb)
to service_role, catalyst_worker;
