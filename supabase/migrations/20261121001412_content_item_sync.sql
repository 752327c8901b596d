-- Purpose: what a sync found on a platform comes in as one statement each, however many items it is.
-- Objects: upsert_content_items, mark_missing_content_items, confirm_content_item_edits, follow_social_accounts,
--          purge_removed_content, cron.

-- One sync ------------------------------------------------------------------------------------------------------------

create function private.parse_content_items(p_items jsonb)
returns setof public.content_items
language sql
stable
set search_path = ''
as $$
  -- Fields that are absent or null stay null here: then what is known is kept.
  select
    null::uuid, null::uuid, null::uuid, null::uuid, null::text, i.content_type, i.platform_content_id,
    case when private.is_http_url(i.platform_url) then i.platform_url end,
    left(i.title, 1000), left(i.description, 100000),
    case when private.is_http_url(i.thumbnail_url) then i.thumbnail_url end,
    case when private.is_http_url(i.media_url) then i.media_url end,
    round(i.duration_seconds)::integer, i.is_short, i.visibility::public.visibility, i.published_at,
    i.view_count, i.like_count, i.dislike_count, i.comment_count, i.share_count, i.save_count,
    i.average_view_duration_seconds, i.watch_time_minutes, i.click_through_rate, i.subscriber_growth,
    case when i.tags is not null then (private.json_texts(i.tags))[1:500] end,
    case when i.hashtags is not null
      then (select coalesce(array_agg(ltrim(h, '#')), '{}') from unnest((private.json_texts(i.hashtags))[1:500]) as h) end,
    left(nullif(i.category, ''), 100),
    case when i.language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' then i.language end,
    left(i.transcript, 2000000),
    case when i.transcript_language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' then i.transcript_language end,
    case when jsonb_typeof(i.analytics_data) = 'object' then i.analytics_data end,
    null::public.analysis_status, null::timestamptz, null::tsvector, null::timestamptz, null::timestamptz,
    null::timestamptz, null::timestamptz, null::timestamptz
  from jsonb_to_recordset(p_items) as i (
    content_type text, platform_content_id text, platform_url text, title text, description text, thumbnail_url text,
    media_url text, duration_seconds numeric, is_short boolean, visibility text, published_at timestamptz,
    view_count bigint, like_count bigint, dislike_count bigint, comment_count bigint, share_count bigint,
    save_count bigint, average_view_duration_seconds numeric, watch_time_minutes numeric, click_through_rate numeric,
    subscriber_growth integer, tags jsonb, hashtags jsonb, category text, language text, transcript text,
    transcript_language text, analytics_data jsonb
  )
$$;
comment on function private.parse_content_items(jsonb) is
'Items as a platform adapter tells them, as rows: texts cut to fit, addresses and languages that are none left out.';

create function public.upsert_content_items(p_social_account_id uuid, p_items jsonb)
returns jsonb
language plpgsql
volatile
security definer -- workers write no domain table themselves
set search_path = ''
as $$
declare
  v_account record;
  v_items jsonb;
  v_bad bigint;
  v_inserted bigint;
  v_updated bigint;
begin
  select a.organization_id, a.client_account_id, a.platform into v_account
  from public.social_accounts as a
  where a.id = p_social_account_id and a.deleted_at is null;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such social account');
  end if;
  perform private.require(
    jsonb_typeof(p_items) = 'array' and jsonb_array_length(p_items) <= 5000, 'p_items', 'p_items must be an array of at most 5,000 items'
  );
  select min(e.position) into v_bad
  from jsonb_array_elements(p_items) with ordinality as e (item, position)
  where jsonb_typeof(e.item) <> 'object' or jsonb_typeof(e.item -> 'platform_content_id') is distinct from 'string'
    or char_length(e.item ->> 'platform_content_id') not between 1 and 512;
  perform private.require(
    v_bad is null, 'p_items', format('p_items[%s] must be an object with a platform_content_id', v_bad - 1)
  );
  -- What is named twice counts as it was named last.
  select coalesce(jsonb_agg(d.item), '[]') into v_items
  from (
    select distinct on (e.item ->> 'platform_content_id') e.item
    from jsonb_array_elements(p_items) with ordinality as e (item, position)
    order by e.item ->> 'platform_content_id', e.position desc
  ) as d;

  -- Two syncs of one account at once: the second finds what the first wrote.
  perform pg_advisory_xact_lock(hashtextextended('upsert_content_items:' || p_social_account_id, 0));
  perform set_config('catalyst.change_source', 'sync', true);

  -- Texts first, and only where they differ: their columns make the search vector anew.
  update public.content_items as c
  set
    title = coalesce(i.title, c.title), description = coalesce(i.description, c.description),
    tags = coalesce(i.tags, c.tags), hashtags = coalesce(i.hashtags, c.hashtags),
    language = coalesce(i.language, c.language), transcript = coalesce(i.transcript, c.transcript),
    transcript_language = coalesce(i.transcript_language, c.transcript_language)
  from private.parse_content_items(v_items) as i
  where c.social_account_id = p_social_account_id and c.platform_content_id = i.platform_content_id
    and c.edited_at is null
    and (c.title, c.description, c.tags, c.hashtags, c.language, c.transcript, c.transcript_language) is distinct from (
      coalesce(i.title, c.title), coalesce(i.description, c.description), coalesce(i.tags, c.tags),
      coalesce(i.hashtags, c.hashtags), coalesce(i.language, c.language), coalesce(i.transcript, c.transcript),
      coalesce(i.transcript_language, c.transcript_language)
    );

  update public.content_items as c
  set
    content_type = coalesce(i.content_type, c.content_type), platform_url = coalesce(i.platform_url, c.platform_url),
    thumbnail_url = coalesce(i.thumbnail_url, c.thumbnail_url), media_url = coalesce(i.media_url, c.media_url),
    duration_seconds = coalesce(i.duration_seconds, c.duration_seconds), is_short = coalesce(i.is_short, c.is_short),
    visibility = coalesce(i.visibility, c.visibility), published_at = coalesce(i.published_at, c.published_at),
    view_count = coalesce(i.view_count, c.view_count), like_count = coalesce(i.like_count, c.like_count),
    dislike_count = coalesce(i.dislike_count, c.dislike_count),
    comment_count = coalesce(i.comment_count, c.comment_count), share_count = coalesce(i.share_count, c.share_count),
    save_count = coalesce(i.save_count, c.save_count),
    average_view_duration_seconds = coalesce(i.average_view_duration_seconds, c.average_view_duration_seconds),
    watch_time_minutes = coalesce(i.watch_time_minutes, c.watch_time_minutes),
    click_through_rate = coalesce(i.click_through_rate, c.click_through_rate),
    subscriber_growth = coalesce(i.subscriber_growth, c.subscriber_growth),
    category = case when c.edited_at is null then coalesce(i.category, c.category) else c.category end,
    analytics_data = c.analytics_data || coalesce(i.analytics_data, '{}'),
    client_account_id = v_account.client_account_id, synced_at = now(), deleted_at = null
  from private.parse_content_items(v_items) as i
  where c.social_account_id = p_social_account_id and c.platform_content_id = i.platform_content_id;
  get diagnostics v_updated = row_count;

  insert into public.content_items (
    organization_id, client_account_id, social_account_id, platform, content_type, platform_content_id, platform_url,
    title, description, thumbnail_url, media_url, duration_seconds, is_short, visibility, published_at, view_count,
    like_count, dislike_count, comment_count, share_count, save_count, average_view_duration_seconds,
    watch_time_minutes, click_through_rate, subscriber_growth, tags, hashtags, category, language, transcript,
    transcript_language, analytics_data, synced_at
  )
  select
    v_account.organization_id, v_account.client_account_id, p_social_account_id, v_account.platform, i.content_type,
    i.platform_content_id, i.platform_url, i.title, i.description, i.thumbnail_url, i.media_url, i.duration_seconds,
    coalesce(i.is_short, false), coalesce(i.visibility, 'public'), i.published_at, coalesce(i.view_count, 0),
    coalesce(i.like_count, 0), coalesce(i.dislike_count, 0), coalesce(i.comment_count, 0), coalesce(i.share_count, 0),
    coalesce(i.save_count, 0), i.average_view_duration_seconds, i.watch_time_minutes, i.click_through_rate,
    coalesce(i.subscriber_growth, 0), coalesce(i.tags, '{}'), coalesce(i.hashtags, '{}'), i.category, i.language,
    i.transcript, i.transcript_language, coalesce(i.analytics_data, '{}'), now()
  from private.parse_content_items(v_items) as i
  on conflict (social_account_id, platform_content_id) do nothing;
  get diagnostics v_inserted = row_count;

  perform set_config('catalyst.change_source', '', true);
  if v_inserted + v_updated > 0 then
    perform realtime.send(
      jsonb_build_object(
        'social_account_id', p_social_account_id, 'platform', v_account.platform, 'inserted', v_inserted, 'updated', v_updated
      ),
      'content_items', t.topic, true
    )
    from (
      select format('org:%s:content_items', v_account.organization_id) as topic
      union all
      select format('org:%s:client:%s:content_items', v_account.organization_id, v_account.client_account_id)
      where v_account.client_account_id is not null
    ) as t;
  end if;
  return jsonb_build_object(
    'received', jsonb_array_length(p_items), 'inserted', v_inserted, 'updated', v_updated
  );
exception
  when data_exception or check_violation or foreign_key_violation then
    perform private.raise_error(
      'VALIDATION_ERROR', 'p_items holds a value that does not fit: ' || sqlerrm, jsonb_build_object('field', 'p_items')
    );
    return null;
end;
$$;
comment on function public.upsert_content_items(uuid, jsonb) is
'For workers: writes up to 5,000 items of an account at once and answers {received, inserted, updated}. Each item is an
object with platform_content_id and any of the columns content_type … save_count, average_view_duration_seconds,
watch_time_minutes, click_through_rate, subscriber_growth, tags, hashtags, category, language, transcript,
transcript_language, analytics_data. Absent or null keeps what is known; calling it again with the same items changes
nothing but synced_at. An item that was gone returns; what members edited and the platform does not have yet stays.
Errors: NOT_FOUND, VALIDATION_ERROR.';

create function public.mark_missing_content_items(p_social_account_id uuid, p_seen_since timestamptz)
returns integer
language plpgsql
volatile
security definer -- workers write no domain table themselves
set search_path = ''
as $$
declare
  v_count integer;
begin
  perform private.require(p_seen_since <= now(), 'p_seen_since', 'p_seen_since must be when the sync began');
  update public.content_items as c
  set deleted_at = now()
  where c.social_account_id = p_social_account_id and c.deleted_at is null and c.synced_at < p_seen_since;
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;
comment on function public.mark_missing_content_items(uuid, timestamptz) is
'For workers, after a sync that listed everything: items not seen since it began are gone from the platform. Answers how many.';

create function public.confirm_content_item_edits(p_content_item_id uuid, p_edited_at timestamptz)
returns boolean
language plpgsql
volatile
security definer -- workers write no domain table themselves
set search_path = ''
as $$
begin
  update public.content_items as c
  set edited_at = null
  where c.id = p_content_item_id and c.edited_at = p_edited_at;
  return found;
end;
$$;
comment on function public.confirm_content_item_edits(uuid, timestamptz) is
'For workers: the platform has the edits of that moment. False when somebody edited it again meanwhile.';

-- What happens to an account happens to its content -------------------------------------------------------------------

create function private.follow_social_accounts()
returns trigger
language plpgsql
volatile
security definer -- whoever changes an account has no grant on its content
set search_path = ''
as $$
begin
  if not exists (
    select n.id, n.client_account_id, n.deleted_at from new_rows as n
    except
    select o.id, o.client_account_id, o.deleted_at from old_rows as o
  ) then
    return null;
  end if;
  update public.content_items as c
  set
    client_account_id = n.client_account_id,
    -- Gone with the account, and back with it; what was gone before stays gone.
    deleted_at = case when c.deleted_at is null or c.deleted_at = o.deleted_at then n.deleted_at else c.deleted_at end
  from new_rows as n
  join old_rows as o on o.id = n.id
  where c.social_account_id = n.id
    and (o.client_account_id, o.deleted_at) is distinct from (n.client_account_id, n.deleted_at);
  return null;
end;
$$;
comment on function private.follow_social_accounts() is
'Content belongs to the client of its account, and is seen as long as its account is.';

create trigger follow_content after update on public.social_accounts
referencing old table as old_rows new table as new_rows
for each statement execute function private.follow_social_accounts();

create function private.purge_removed_content(p_limit integer default 2000)
returns bigint
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_items bigint;
  v_accounts bigint;
begin
  -- Some at a time: snapshots, scores, revisions and suggestions go with each.
  with due as (
    select c.id
    from public.content_items as c
    where c.deleted_at < now() - interval '30 days'
      and (
        c.deleted_at < now() - interval '90 days'
        or exists (
          select from public.social_accounts as a
          where a.organization_id = c.organization_id and a.id = c.social_account_id
            and a.deleted_at < now() - interval '30 days'
        )
      )
    order by c.deleted_at
    limit p_limit
    for update of c skip locked
  )
  delete from public.content_items as c using due as d where c.id = d.id;
  get diagnostics v_items = row_count;

  -- An account goes after its last item.
  with due as (
    select a.id
    from public.social_accounts as a
    where a.deleted_at < now() - interval '30 days'
      and not exists (
        select from public.content_items as c
        where c.organization_id = a.organization_id and c.platform = a.platform and c.social_account_id = a.id
      )
    order by a.deleted_at
    limit p_limit
    for update of a skip locked
  )
  delete from public.social_accounts as a using due as d where a.id = d.id;
  get diagnostics v_accounts = row_count;
  return v_items + v_accounts;
end;
$$;
comment on function private.purge_removed_content(integer) is
'Removes accounts 30 days after a member removed them, with their content, and items 90 days after they were gone from their platform. What
their days added to the organization stays. Answers how many went, at most p_limit of each.';

grant execute on function
  public.upsert_content_items(uuid, jsonb),
  public.mark_missing_content_items(uuid, timestamptz),
  public.confirm_content_item_edits(uuid, timestamptz)
to service_role;

-- Cron ----------------------------------------------------------------------------------------------------------------

select cron.schedule('purge-removed-content', '*/15 * * * *', 'select private.purge_removed_content()');
