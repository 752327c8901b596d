-- Purpose: the one way metrics come in: stored as reported, counted in the daily statistics exactly once.
-- Objects: private.metrics_rows, private.refresh_item_totals, record_content_metrics.

-- Reading -------------------------------------------------------------------------------------------------------------

create function private.metrics_rows(p_organization_id uuid, p_social_account_id uuid, p_rows jsonb)
returns public.content_metrics[]
language plpgsql
stable
set search_path = ''
as $$
declare
  v_rows public.content_metrics[];
begin
  select array_agg(row(
    p_organization_id, r.content_item_id, r.captured_on, r.granularity, r.views, r.impressions, r.reach, r.likes,
    r.comments,
    r.shares, r.saves, r.clicks, r.subscribers_gained, r.end_screen_clicks, r.card_clicks, r.watch_time_minutes,
    r.average_view_duration_seconds, r.click_through_rate, r.completion_rate, null, r.collected_at
  )::public.content_metrics)
  into v_rows
  from (
    -- Of two reports of one day in one batch the later one counts.
    select distinct on (coalesce(k.content_item_id, i.id), k.captured_on, g.granularity)
      coalesce(k.content_item_id, i.id) as content_item_id, k.captured_on, g.granularity, k.views, k.impressions,
        k.reach,
      k.likes, k.comments, k.shares, k.saves, k.clicks, k.subscribers_gained, k.end_screen_clicks, k.card_clicks,
      k.watch_time_minutes, k.average_view_duration_seconds, k.click_through_rate, k.completion_rate,
      least(coalesce(k.collected_at, now()), now()) as collected_at
    from rows from (
      jsonb_to_recordset(p_rows) as (
        content_item_id uuid, platform_content_id text, captured_on date, granularity public.metrics_granularity,
        views bigint, impressions bigint, reach bigint, likes bigint, comments bigint, shares bigint, saves bigint,
        clicks bigint, subscribers_gained bigint, end_screen_clicks bigint, card_clicks bigint,
        watch_time_minutes numeric(14, 2), average_view_duration_seconds numeric(10, 2),
        click_through_rate numeric(5, 4), completion_rate numeric(5, 2), collected_at timestamptz
      )
    ) with ordinality as k (
      content_item_id, platform_content_id, captured_on, granularity, views, impressions, reach, likes, comments,
      shares, saves,
      clicks, subscribers_gained, end_screen_clicks, card_clicks, watch_time_minutes, average_view_duration_seconds,
      click_through_rate, completion_rate, collected_at, position
    )
    cross join lateral (select coalesce(k.granularity, 'daily') as granularity) as g
    left join public.content_items as i
      on i.social_account_id = p_social_account_id and i.platform_content_id = k.platform_content_id
      and k.content_item_id is null
    order by 1, 2, 3, collected_at desc, k.position desc
  ) as r;
  return coalesce(v_rows, '{}');
exception
  when data_exception or invalid_parameter_value then
    perform private.require(false, 'p_rows', 'p_rows holds a value of the wrong type: ' || left(sqlerrm, 200));
    return null;
end;
$$;
comment on function private.metrics_rows(uuid, uuid, jsonb) is
'The reported rows as rows of content_metrics, one per key; of an unknown item with a null id. VALIDATION_ERROR for wrong types.';

-- The call of the workers ---------------------------------------------------------------------------------------------

create function public.record_content_metrics(p_social_account_id uuid, p_rows jsonb)
returns jsonb
language plpgsql
volatile
security definer -- workers have no write grant on metrics
set search_path = ''
-- The arrays differ in length a thousandfold: a plan made for none in particular joins them row by row.
set plan_cache_mode = 'force_custom_plan'
as $$
declare
  v_organization_id uuid;
  v_rows public.content_metrics[];
  v_given integer;
  v_problem text;
  v_items uuid[];
  v_from date[];
  v_to date[];
  v_before private.daily_gains[];
  v_changed integer;
begin
  perform private.require(p_social_account_id is not null, 'p_social_account_id', 'p_social_account_id is missing');
  perform private.require(jsonb_typeof(p_rows) = 'array', 'p_rows', 'p_rows must be an array');
  perform private.require(jsonb_array_length(p_rows) <= 10000, 'p_rows', 'p_rows can hold 10,000 rows');
  select a.organization_id into v_organization_id
  from public.social_accounts as a where a.id = p_social_account_id;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such social account');
  end if;
  v_rows := private.metrics_rows(v_organization_id, p_social_account_id, p_rows);
  v_given := cardinality(v_rows);

  select case
    when r.captured_on is null or not isfinite(r.captured_on) then 'captured_on is missing'
    when r.captured_on not between date '2005-01-01' and (now() at time zone 'UTC')::date + 1 then
      'captured_on must be a day from 2005 to today'
    when least(
      r.views, r.impressions, r.reach, r.likes, r.comments, r.shares, r.saves, r.clicks, r.end_screen_clicks,
      r.card_clicks,
      r.watch_time_minutes, r.average_view_duration_seconds
    ) < 0 then 'a total is negative'
    when r.click_through_rate not between 0 and 1 then 'click_through_rate must be a fraction from 0 to 1'
    when r.completion_rate not between 0 and 100 then 'completion_rate must be from 0 to 100'
    when 'NaN' in (r.watch_time_minutes, r.average_view_duration_seconds, r.click_through_rate, r.completion_rate) then
      'a number is not a number'
  end as problem
  into v_problem
  from unnest(v_rows) as r
  order by 1 nulls last
  limit 1;
  perform private.require(v_problem is null, 'p_rows', 'p_rows: ' || v_problem);

  -- Two batches of one account would each add what both bring.
  perform pg_advisory_xact_lock(hashtextextended('content_metrics:' || p_social_account_id::text, 0));

  select array_agg(r) into v_rows
  from unnest(v_rows) as r
  join public.content_items as i
    on i.organization_id = v_organization_id and i.id = r.content_item_id and i.social_account_id = p_social_account_id;
  select array_agg(p.content_item_id), array_agg(p.from_on), array_agg(p.to_on)
  into v_items, v_from, v_to
  from (
    select r.content_item_id, min(r.captured_on) as from_on, max(r.captured_on) as to_on
    from unnest(v_rows) as r
    group by r.content_item_id
  ) as p;

  v_before := array(select g from private.content_gains(v_organization_id, v_items, v_from, v_to) as g);
  insert into public.content_metrics as m (
    organization_id, content_item_id, captured_on, granularity, views, impressions, reach, likes, comments, shares,
    saves,
    clicks, subscribers_gained, end_screen_clicks, card_clicks, watch_time_minutes, average_view_duration_seconds,
    click_through_rate, completion_rate, collected_at
  )
  select r.organization_id, r.content_item_id, r.captured_on, r.granularity, r.views, r.impressions, r.reach, r.likes,
    r.comments, r.shares, r.saves, r.clicks, r.subscribers_gained, r.end_screen_clicks, r.card_clicks,
    r.watch_time_minutes,
    r.average_view_duration_seconds, r.click_through_rate, r.completion_rate, r.collected_at
  from unnest(v_rows) as r
  on conflict (organization_id, content_item_id, captured_on, granularity) do update set
    views = coalesce(excluded.views, m.views),
    impressions = coalesce(excluded.impressions, m.impressions),
    reach = coalesce(excluded.reach, m.reach),
    likes = coalesce(excluded.likes, m.likes),
    comments = coalesce(excluded.comments, m.comments),
    shares = coalesce(excluded.shares, m.shares),
    saves = coalesce(excluded.saves, m.saves),
    clicks = coalesce(excluded.clicks, m.clicks),
    subscribers_gained = coalesce(excluded.subscribers_gained, m.subscribers_gained),
    end_screen_clicks = coalesce(excluded.end_screen_clicks, m.end_screen_clicks),
    card_clicks = coalesce(excluded.card_clicks, m.card_clicks),
    watch_time_minutes = coalesce(excluded.watch_time_minutes, m.watch_time_minutes),
    average_view_duration_seconds = coalesce(excluded.average_view_duration_seconds, m.average_view_duration_seconds),
    click_through_rate = coalesce(excluded.click_through_rate, m.click_through_rate),
    completion_rate = coalesce(excluded.completion_rate, m.completion_rate),
    collected_at = excluded.collected_at
  where excluded.collected_at >= m.collected_at
    -- What a later report leaves out stays; the same report again writes nothing.
    and (
      m.views, m.impressions, m.reach, m.likes, m.comments, m.shares, m.saves, m.clicks, m.subscribers_gained,
      m.end_screen_clicks, m.card_clicks, m.watch_time_minutes, m.average_view_duration_seconds,
      m.click_through_rate, m.completion_rate
    ) is distinct from (
      coalesce(excluded.views, m.views), coalesce(excluded.impressions, m.impressions),
      coalesce(excluded.reach, m.reach), coalesce(excluded.likes, m.likes),
      coalesce(excluded.comments, m.comments), coalesce(excluded.shares, m.shares),
      coalesce(excluded.saves, m.saves), coalesce(excluded.clicks, m.clicks),
      coalesce(excluded.subscribers_gained, m.subscribers_gained),
      coalesce(excluded.end_screen_clicks, m.end_screen_clicks), coalesce(excluded.card_clicks, m.card_clicks),
      coalesce(excluded.watch_time_minutes, m.watch_time_minutes),
      coalesce(excluded.average_view_duration_seconds, m.average_view_duration_seconds),
      coalesce(excluded.click_through_rate, m.click_through_rate),
      coalesce(excluded.completion_rate, m.completion_rate)
    );
  get diagnostics v_changed = row_count;

  if v_changed > 0 then
    -- First, as the scoring run does: it holds the request while it writes the organization's day.
    perform private.request_rescore(v_organization_id, p_social_account_id, (select min(f) from unnest(v_from) as f));
    perform private.refresh_item_totals(v_organization_id, v_items, v_from);
    perform private.add_gains(
      v_organization_id, p_social_account_id,
      array(
        select g from private.content_gains(v_organization_id, v_items, v_from, v_to) as g
        union all
        select row(
          b.stat_on, -b.views, -b.impressions, -b.reach, -b.likes, -b.comments, -b.shares, -b.saves, -b.clicks,
          -b.subscribers_gained, -b.watch_time_minutes
        )::private.daily_gains
        from unnest(v_before) as b
      )
    );
  end if;
  return jsonb_build_object(
    'received', jsonb_array_length(p_rows), 'changed', v_changed, 'unknown', v_given - coalesce(cardinality(v_rows), 0)
  );
end;
$$;
comment on function public.record_content_metrics(uuid, jsonb) is
'For workers: stores what a platform reports about an account''s content, up to 10,000 rows in one call. A row names content_item_id or
platform_content_id, captured_on, granularity (daily if left out), collected_at (now),
and the totals since publication; see
content_metrics. The same batch again, days out of order and corrected days leave the daily statistics exact.
Returns {received, changed, unknown}; rows about unknown items are skipped. Errors: VALIDATION_ERROR, NOT_FOUND.';

create function private.refresh_item_totals(p_organization_id uuid, p_items uuid[], p_from date[])
returns void
language sql
volatile
set search_path = ''
as $$
  update public.content_items as i
  set view_count = coalesce(m.views, i.view_count),
    like_count = coalesce(m.likes, i.like_count),
    comment_count = coalesce(m.comments, i.comment_count),
    share_count = coalesce(m.shares, i.share_count),
    save_count = coalesce(m.saves, i.save_count),
    -- greatest() and least() leave nulls out: what was not reported would become two thousand million.
    subscriber_growth = case
      when m.subscribers_gained is null then i.subscriber_growth
      else greatest(-2147483648, least(2147483647, m.subscribers_gained))::integer
    end,
    watch_time_minutes = coalesce(m.watch_time_minutes, i.watch_time_minutes),
    average_view_duration_seconds = coalesce(m.average_view_duration_seconds, i.average_view_duration_seconds),
    click_through_rate = coalesce(m.click_through_rate, i.click_through_rate),
    synced_at = greatest(i.synced_at, m.collected_at)
  from unnest(p_items, p_from) as p (content_item_id, from_on)
  cross join lateral (
    select s.* from public.content_metrics as s
    where s.organization_id = p_organization_id and s.content_item_id = p.content_item_id
      and s.captured_on between p.from_on and (now() at time zone 'UTC')::date + 1
    order by s.captured_on desc, s.granularity desc
    limit 1
  ) as m
  where i.organization_id = p_organization_id and i.id = p.content_item_id
    and coalesce(i.synced_at <= m.collected_at, true)
    and (
      i.view_count, i.like_count, i.comment_count, i.share_count, i.save_count, i.subscriber_growth,
      i.watch_time_minutes,
      i.average_view_duration_seconds, i.click_through_rate
    ) is distinct from (
      coalesce(m.views, i.view_count), coalesce(m.likes, i.like_count), coalesce(m.comments, i.comment_count),
      coalesce(m.shares, i.share_count), coalesce(m.saves, i.save_count),
      coalesce(m.subscribers_gained, i.subscriber_growth), coalesce(m.watch_time_minutes, i.watch_time_minutes),
      coalesce(m.average_view_duration_seconds, i.average_view_duration_seconds),
      coalesce(m.click_through_rate, i.click_through_rate)
    )
$$;
comment on function private.refresh_item_totals(uuid, uuid[], date[]) is
'Takes the newest snapshot over into the items themselves, unless a sync has told them something younger.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function public.record_content_metrics(uuid, jsonb) to service_role, catalyst_worker;
