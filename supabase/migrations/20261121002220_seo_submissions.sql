-- Purpose: addresses on their way to a search engine: what is to be said about each, and in which order.
-- Objects: submit_urls, private.queue_seo_submissions, end_seo_submissions, give_up_seo_submissions.

create function private.end_seo_submissions(
  p_organization_id uuid, p_ids uuid[], p_status public.seo_submission_status, p_reason text
)
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
      select s.id, s.quota_period_start from public.seo_submissions as s where s.id = any(p_ids)
    ),
    ended as (
      update public.seo_submissions as s
      set
        status = p_status, next_retry_at = null, claimed_at = null, follows_id = null, quota_period_start = null,
        error_message = p_reason
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
comment on function private.end_seo_submissions(uuid, uuid[], public.seo_submission_status, text) is
'Ends submissions that were not sent, which the caller has locked; what was reserved for them is available again.';

create function private.give_up_seo_submissions(p_organization_id uuid, p_connection_id uuid, p_reason text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_ids uuid[];
begin
  -- What is followed before what follows it, in the order in which report_seo_submission takes them.
  select array_agg(o.id) into v_ids
  from (
    select s.id
    from public.seo_submissions as s
    where s.organization_id = p_organization_id and s.connection_id = p_connection_id and s.status in ('pending', 'failed')
    order by s.follows_id is not null, s.id
    for update
  ) as o;
  perform private.end_seo_submissions(p_organization_id, v_ids, 'gave_up', p_reason);
end;
$$;
comment on function private.give_up_seo_submissions(uuid, uuid, text) is
'Ends what was not sent yet through a connection; what was reserved for it is available again.';

create function private.queue_seo_submissions(
  p_connection public.seo_connections,
  p_urls text[],
  p_submission_type public.seo_submission_type,
  p_content_item_id uuid
)
returns setof uuid
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_open public.seo_submissions[];
  v_new text[];
  v_period_start date;
begin
  -- What is followed before what follows it, in the order in which report_seo_submission takes them. Whoever claims or
  -- reports one of them ends first, so that what is read here is what holds until the end of the transaction.
  select array_agg(o.held) into v_open
  from (
    select s as held
    from public.seo_submissions as s
    where s.organization_id = p_connection.organization_id and s.search_engine = p_connection.search_engine
      and s.connection_id = p_connection.id and s.submitted_url = any(p_urls) and s.status in ('pending', 'failed')
      -- A list of addresses is read at its own address, which says nothing about a page there.
      and (s.submission_type = 'sitemap') = (p_submission_type = 'sitemap')
    order by s.follows_id is not null, s.id
    for update
  ) as o;
  v_new := array(
    select distinct u.url
    from unnest(p_urls) as u (url)
    where not exists (
      select from unnest(v_open) as o
      where o.submitted_url = u.url and o.claimed_at is null and o.submission_type = p_submission_type
    )
  );
  perform private.end_seo_submissions(
    p_connection.organization_id,
    array(select o.id from unnest(v_open) as o where o.claimed_at is null and o.submission_type <> p_submission_type),
    'superseded', 'something else was to be said about this address before it was sent'
  );
  if cardinality(v_new) > 0 then
    v_period_start := private.reserve_quota(p_connection.organization_id, 'seo_submissions', cardinality(v_new));
  end if;
  return query
  select o.id
  from unnest(v_open) as o
  where o.claimed_at is null and o.submission_type = p_submission_type;
  return query
  insert into public.seo_submissions as s (
    organization_id, client_account_id, content_item_id, connection_id, search_engine, submitted_by, submitted_url,
    submission_type, submission_method, next_retry_at, follows_id, quota_period_start
  )
  select
    p_connection.organization_id, p_connection.client_account_id, p_content_item_id, p_connection.id,
    p_connection.search_engine, (select auth.uid()), n.url, p_submission_type,
    case when p_connection.search_engine = 'indexnow' then 'indexnow' else 'api' end::public.seo_submission_method,
    -- An engine that was busy for the one before is busy for this one.
    coalesce((
      select greatest(o.next_retry_at, now()) from unnest(v_open) as o
      where o.submitted_url = n.url and o.claimed_at is null and o.status = 'failed'
    ), now()),
    (select o.id from unnest(v_open) as o where o.submitted_url = n.url and o.claimed_at is not null),
    v_period_start
  from unnest(v_new) as n (url)
  returning s.id;
end;
$$;
comment on function private.queue_seo_submissions(
  public.seo_connections, text[], public.seo_submission_type, uuid
) is
'One submission for each address, reserved and queued: one that waits to say the same is kept, one that waits to say
something else is superseded, and one that a worker is sending is followed. The caller has locked the connection.';

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
  return query
  select q.id
  from private.queue_seo_submissions(
    v_connection, p_urls, p_submission_type::public.seo_submission_type, p_content_item_id
  ) as q (id);
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
  select a.id::uuid
  from jsonb_array_elements_text(coalesce(
    private.earlier_answer(
      'submit_urls', jsonb_build_array(
        p_seo_connection_id, p_urls, p_submission_type, p_content_item_id
      )
    ),
    private.remember_answer(
      'submit_urls', (select coalesce(jsonb_agg(i.id), '[]') from private.submit_urls(
        p_seo_connection_id, p_urls, p_submission_type, p_content_item_id
      ) as i (id))
    )
  )) as a (id)
$$;
comment on function public.submit_urls(uuid, text[], text, uuid) is
'Tells a search engine that addresses of the site are new or changed (url_updated), gone (url_deleted), or lists of others
(sitemap). Each costs one of seo_submissions when it is sent; one that waits already is not asked for twice. What waits
to say something else about the address is superseded and costs nothing; what is being sent is followed. Creators.
Returns the ids of seo_submissions, one per address.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR, QUOTA_EXCEEDED.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  private.submit_urls(uuid, text[], text, uuid),
  public.submit_urls(uuid, text[], text, uuid)
to authenticated;
