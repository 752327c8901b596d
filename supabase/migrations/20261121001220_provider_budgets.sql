-- Purpose: what platforms allow an application or a connection per day, hour or minute, shared by all workers.
-- Objects: provider_limits, provider_budgets, budget_window, take_budget, give_back_budget, exhaust_budget.
-- One guarded statement on the budget's row decides; nothing reads first and writes later.

create type public.budget_scope as enum ('application', 'connection');
comment on type public.budget_scope is
'application: all organizations together, because the platform counts per registered application; connection: each by itself.';

create type public.budget_period as enum ('minute', 'quarter_hour', 'hour', 'day');
comment on type public.budget_period is 'Days begin at midnight in the zone of the limit, the others at full ones of UTC.';

-- Tables --------------------------------------------------------------------------------------------------------------

create table public.provider_limits (
  slug text constraint provider_limits_pkey primary key,
  provider text not null,
  resource text not null,
  scope public.budget_scope not null,
  period public.budget_period not null,
  timezone text not null default 'UTC',
  limit_value bigint not null,
  description text,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint provider_limits_provider_resource_scope_period_key unique (provider, resource, scope, period),
  constraint provider_limits_slug_check check (slug ~ '^[a-z][a-z0-9_]{0,79}$'),
  constraint provider_limits_provider_check check (provider ~ '^[a-z][a-z0-9_]{0,31}$'),
  constraint provider_limits_resource_check check (resource ~ '^[a-z][a-z0-9_]{0,39}$'),
  constraint provider_limits_timezone_check check (private.is_timezone(timezone)),
  constraint provider_limits_limit_value_check check (limit_value > 0)
);
comment on table public.provider_limits is
'What providers allow. A resource may have several limits; all of them must have room. Operators raise them as providers do.';
comment on column public.provider_limits.provider is 'A platform or search engine by its slug, or another API that workers call.';
comment on column public.provider_limits.resource is 'What is counted, e.g. uploads, units, posts.';
comment on column public.provider_limits.timezone is 'IANA zone whose midnight begins a day.';
comment on column public.provider_limits.is_active is 'When false the resource is not limited by it.';

insert into public.provider_limits (slug, provider, resource, scope, period, timezone, limit_value, description) values
  ('youtube_uploads_day', 'youtube', 'uploads', 'application', 'day', 'America/Los_Angeles', 100, 'videos.insert has a bucket of its own.'),
  ('youtube_searches_day', 'youtube', 'searches', 'application', 'day', 'America/Los_Angeles', 100, 'search.list has a bucket of its own.'),
  ('youtube_units_day', 'youtube', 'units', 'application', 'day', 'America/Los_Angeles', 10000, 'Every other call of the Data API, at its price in units.'),
  ('youtube_analytics_queries_day', 'youtube', 'analytics_queries', 'application', 'day', 'America/Los_Angeles', 100000, null),
  ('youtube_analytics_queries_minute', 'youtube', 'analytics_queries', 'connection', 'minute', 'UTC', 720, null),
  ('tiktok_post_inits_minute', 'tiktok', 'post_inits', 'connection', 'minute', 'UTC', 6, 'Direct posts and inbox uploads begun per token.'),
  ('tiktok_posts_day', 'tiktok', 'posts', 'connection', 'day', 'UTC', 15, 'TikTok publishes no figure; creators report about 15.'),
  ('tiktok_creator_infos_minute', 'tiktok', 'creator_infos', 'connection', 'minute', 'UTC', 20, null),
  ('tiktok_status_fetches_minute', 'tiktok', 'status_fetches', 'connection', 'minute', 'UTC', 30, null),
  ('tiktok_user_infos_minute', 'tiktok', 'user_infos', 'application', 'minute', 'UTC', 600, null),
  ('tiktok_video_queries_minute', 'tiktok', 'video_queries', 'application', 'minute', 'UTC', 600, null),
  ('tiktok_video_lists_minute', 'tiktok', 'video_lists', 'application', 'minute', 'UTC', 600, null),
  ('instagram_posts_day', 'instagram', 'posts', 'connection', 'day', 'UTC', 50,
    'Counted over the last 24 hours; content_publishing_limit tells the true total of an account.'),
  ('instagram_containers_day', 'instagram', 'containers', 'connection', 'day', 'UTC', 400, 'Counted over the last 24 hours.'),
  ('facebook_reels_day', 'facebook', 'reels', 'connection', 'day', 'UTC', 30, 'Per page, counted over the last 24 hours.'),
  ('threads_posts_day', 'threads', 'posts', 'connection', 'day', 'UTC', 250, 'Counted over the last 24 hours.'),
  ('threads_replies_day', 'threads', 'replies', 'connection', 'day', 'UTC', 1000, 'Counted over the last 24 hours.'),
  ('threads_deletes_day', 'threads', 'deletes', 'connection', 'day', 'UTC', 100, null),
  ('linkedin_posts_day', 'linkedin', 'posts', 'connection', 'day', 'UTC', 150, 'LinkedIn publishes no figure; resets at midnight UTC.'),
  ('x_posts_quarter_hour', 'x', 'posts', 'connection', 'quarter_hour', 'UTC', 100, null),
  ('x_posts_day', 'x', 'posts', 'application', 'day', 'UTC', 10000, null),
  ('x_deletes_quarter_hour', 'x', 'deletes', 'connection', 'quarter_hour', 'UTC', 50, null),
  ('x_post_lookups_quarter_hour', 'x', 'post_lookups', 'application', 'quarter_hour', 'UTC', 3500, null),
  ('x_me_quarter_hour', 'x', 'me', 'connection', 'quarter_hour', 'UTC', 75, null),
  ('x_media_calls_quarter_hour', 'x', 'media_calls', 'connection', 'quarter_hour', 'UTC', 1875, 'Initialize, append and finalize together.'),
  ('x_media_calls_day', 'x', 'media_calls', 'application', 'day', 'UTC', 180000, null),
  ('google_urls_day', 'google', 'urls', 'application', 'day', 'America/Los_Angeles', 200, 'urlNotifications.publish.'),
  ('google_requests_minute', 'google', 'requests', 'application', 'minute', 'UTC', 380, 'Every call of the Indexing API.'),
  ('google_metadata_minute', 'google', 'metadata', 'application', 'minute', 'UTC', 180, null),
  ('google_inspections_day', 'google', 'inspections', 'connection', 'day', 'America/Los_Angeles', 2000, 'Per Search Console property.'),
  ('google_inspections_minute', 'google', 'inspections', 'connection', 'minute', 'UTC', 600, 'Per Search Console property.'),
  ('bing_urls_day', 'bing', 'urls', 'connection', 'day', 'UTC', 100, 'A site that Bing trusts gets more: GetUrlSubmissionQuota tells.'),
  ('yandex_urls_day', 'yandex', 'urls', 'connection', 'day', 'UTC', 150, 'Depends on the site: recrawl/quota tells.');

-- What a key may do depends on its tier, so operators set the figure before they switch it on.
insert into public.provider_limits (slug, provider, resource, scope, period, limit_value, is_active, description) values
  ('openai_ai_requests_minute', 'openai', 'ai_requests', 'application', 'minute', 500, false, 'Tier 1; organizations with keys of their own count apart.'),
  ('anthropic_ai_requests_minute', 'anthropic', 'ai_requests', 'application', 'minute', 50, false, 'Tier 1; likewise.'),
  ('google_ai_requests_minute', 'google', 'ai_requests', 'application', 'minute', 150, false, 'Tier 1; likewise.');

create table public.provider_budgets (
  id bigint generated always as identity constraint provider_budgets_pkey primary key,
  provider_limit text not null,
  application text not null,
  connection_id uuid,
  period_start timestamptz not null,
  period_end timestamptz not null,
  limit_value bigint not null,
  used bigint not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint provider_budgets_key
    unique nulls not distinct (provider_limit, application, connection_id, period_start),
  constraint provider_budgets_provider_limit_fkey foreign key (provider_limit)
    references public.provider_limits (slug) on update cascade on delete cascade,
  constraint provider_budgets_application_check check (char_length(application) between 1 and 100),
  constraint provider_budgets_used_check check (used between 0 and limit_value),
  constraint provider_budgets_end_after_they_start check (period_end > period_start)
)
-- Room on each page for the next version of a row: updates then touch no index.
with (fillfactor = 60);
create index provider_budgets_period_end_idx on public.provider_budgets (period_end);
comment on table public.provider_budgets is
'What was taken of a limit in a period. A new period is a new row; rows go a week after their period.';
comment on column public.provider_budgets.application is
'The application registered at the provider (Google project, client id) whose limit it is; default where there is one.';
comment on column public.provider_budgets.connection_id is
'A platform or seo connection, null for limits of the application. No foreign key: the row outlives it by days at most.';
comment on column public.provider_budgets.limit_value is 'The limit that was checked last.';

insert into private.retention_rules (parent, method, time_column, retain, description)
values ('public.provider_budgets', 'delete_rows', 'period_end', interval '7 days', 'Counts of past periods decide nothing.');

-- Functions -----------------------------------------------------------------------------------------------------------

create function private.budget_window(
  p_period public.budget_period, p_timezone text, p_at timestamptz,
  out period_start timestamptz, out period_end timestamptz
)
returns record
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_day date;
  v_length interval;
begin
  if p_period = 'day' then
    -- Local midnights, so that a day of 23 or 25 hours is one day.
    v_day := (p_at at time zone p_timezone)::date;
    period_start := v_day::timestamp at time zone p_timezone;
    period_end := (v_day + 1)::timestamp at time zone p_timezone;
  else
    v_length := case p_period
      when 'minute' then interval '1 minute' when 'quarter_hour' then interval '15 minutes' else interval '1 hour' end;
    period_start := date_bin(v_length, p_at, timestamptz '2000-01-01 00:00:00+00');
    period_end := period_start + v_length;
  end if;
end;
$$;
comment on function private.budget_window(public.budget_period, text, timestamptz) is
'The period that holds this instant: from when until, the end excluded.';

create function private.budget_resources(p_provider text, p_resource text, p_connection_id uuid)
returns setof public.provider_limits
language plpgsql
stable
set search_path = ''
as $$
declare
  v_known boolean;
  v_needs_connection boolean;
begin
  select count(*) > 0, bool_or(l.is_active and l.scope = 'connection') into v_known, v_needs_connection
  from public.provider_limits as l
  where l.provider = p_provider and l.resource = p_resource;
  -- A misspelt resource must not become an unlimited one.
  perform private.require(v_known, 'p_resource', 'no limit is known for this provider and resource');
  perform private.require(
    p_connection_id is not null or not v_needs_connection, 'p_connection_id', 'p_connection_id is missing: the limit is each connection''s own'
  );
  return query
  select l.* from public.provider_limits as l
  where l.provider = p_provider and l.resource = p_resource and l.is_active
  order by l.slug;
end;
$$;
comment on function private.budget_resources(text, text, uuid) is 'The limits in force on a resource, or VALIDATION_ERROR.';

create function private.take_budget(
  p_provider text, p_resource text, p_amount integer, p_connection_id uuid, p_application text, p_limit bigint,
  p_at timestamptz
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_limits public.provider_limits[];
  v_taken bigint[];
  v_taken_limits text[];
  v_remaining bigint;
  v_ends_at timestamptz;
begin
  perform private.require(p_amount between 1 and 1000000, 'p_amount', 'p_amount must be between 1 and 1,000,000');
  perform private.require_text(p_application, 'p_application', 100);
  perform private.require(p_limit is null or p_limit > 0, 'p_limit', 'p_limit must be at least 1');
  select array_agg(r order by r.slug) into v_limits
  from private.budget_resources(p_provider, p_resource, p_connection_id) as r;
  if v_limits is null then
    return jsonb_build_object('granted', true, 'remaining', null, 'resets_at', null, 'budget_ids', '[]'::jsonb);
  end if;
  perform private.require(
    p_amount <= (
      select min(case when l.scope = 'connection' then coalesce(p_limit, l.limit_value) else l.limit_value end)
      from unnest(v_limits) as l
    ),
    'p_amount', 'p_amount is more than the provider ever allows at once'
  );

  -- In the order of slugs, so that two callers never wait for each other in a circle.
  with taken as (
    insert into public.provider_budgets as b (
      provider_limit, application, connection_id, period_start, period_end, limit_value, used
    )
    select
      l.slug, p_application, case when l.scope = 'connection' then p_connection_id end, w.period_start, w.period_end,
      case when l.scope = 'connection' then coalesce(p_limit, l.limit_value) else l.limit_value end, p_amount
    from unnest(v_limits) as l
    cross join lateral private.budget_window(l.period, l.timezone, p_at) as w
    order by l.slug
    on conflict (provider_limit, application, connection_id, period_start) do update
    set used = b.used + p_amount, limit_value = excluded.limit_value, updated_at = now()
    where b.used + p_amount <= excluded.limit_value
    returning b.id, b.provider_limit, b.limit_value - b.used as remaining, b.period_end
  )
  select array_agg(t.id order by t.id), array_agg(t.provider_limit), min(t.remaining), min(t.period_end)
  into v_taken, v_taken_limits, v_remaining, v_ends_at
  from taken as t;

  if cardinality(v_taken) = cardinality(v_limits) then
    return jsonb_build_object('granted', true, 'remaining', v_remaining, 'resets_at', v_ends_at, 'budget_ids', v_taken);
  end if;
  -- All or nothing; the rows are still locked, so nobody saw them taken.
  update public.provider_budgets as b set used = b.used - p_amount where b.id = any(v_taken);
  select max(w.period_end) into v_ends_at
  from unnest(v_limits) as l
  cross join lateral private.budget_window(l.period, l.timezone, p_at) as w
  where v_taken_limits is null or l.slug <> all(v_taken_limits);
  return jsonb_build_object('granted', false, 'remaining', 0, 'resets_at', v_ends_at, 'budget_ids', '[]'::jsonb);
end;
$$;
comment on function private.take_budget(text, text, integer, uuid, text, bigint, timestamptz) is
'The work of public.take_budget, at a moment.';

create function public.take_budget(
  p_provider text,
  p_resource text,
  p_amount integer default 1,
  p_connection_id uuid default null,
  p_application text default 'default',
  p_limit bigint default null
)
returns jsonb
language sql
volatile
security definer -- workers have no grant on the budgets
set search_path = ''
as $$
  -- The clock, not the start of the transaction: a call made after midnight belongs to the new day.
  select private.take_budget(
    p_provider, p_resource, p_amount, p_connection_id, p_application, p_limit, clock_timestamp()
  )
$$;
comment on function public.take_budget(text, text, integer, uuid, text, bigint) is
'For workers, before a call: takes from every limit on the resource, or from none. p_limit replaces the limit of the connection where the
provider tells the true one. Answers {granted, remaining, resets_at, budget_ids}; not granted: try again at resets_at.';

create function public.give_back_budget(p_budget_ids bigint[], p_amount integer default 1)
returns integer
language plpgsql
volatile
security definer -- workers have no grant on the budgets
set search_path = ''
as $$
declare
  v_count integer;
begin
  perform private.require(p_amount between 1 and 1000000, 'p_amount', 'p_amount must be between 1 and 1,000,000');
  perform private.require(cardinality(p_budget_ids) <= 16, 'p_budget_ids', 'p_budget_ids must be those of one take_budget');
  with held as (
    select b.id from public.provider_budgets as b
    where b.id = any(p_budget_ids) and b.used >= p_amount
    order by b.provider_limit
    for no key update
  )
  update public.provider_budgets as b set used = b.used - p_amount, updated_at = now()
  from held as h
  where b.id = h.id;
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;
comment on function public.give_back_budget(bigint[], integer) is
'For workers: the call that take_budget granted was never made. It returns to the period it was taken from, so an old one gives nothing
to the present. Answers how many budgets it went back to.';

create function public.exhaust_budget(
  p_provider text,
  p_resource text,
  p_period public.budget_period,
  p_connection_id uuid default null,
  p_application text default 'default'
)
returns timestamptz
language plpgsql
volatile
security definer -- workers have no grant on the budgets
set search_path = ''
as $$
declare
  v_ends_at timestamptz;
begin
  perform private.require_text(p_application, 'p_application', 100);
  with spent as (
    insert into public.provider_budgets as b (
      provider_limit, application, connection_id, period_start, period_end, limit_value, used
    )
    select
      r.slug, p_application, case when r.scope = 'connection' then p_connection_id end, w.period_start, w.period_end,
      r.limit_value, r.limit_value
    from private.budget_resources(p_provider, p_resource, p_connection_id) as r
    cross join lateral private.budget_window(r.period, r.timezone, clock_timestamp()) as w
    where r.period = p_period
    order by r.slug
    on conflict (provider_limit, application, connection_id, period_start) do update
    set used = b.limit_value, updated_at = now()
    returning b.period_end
  )
  select max(s.period_end) into v_ends_at from spent as s;
  perform private.require(v_ends_at is not null, 'p_period', 'the resource has no limit with this period');
  return v_ends_at;
end;
$$;
comment on function public.exhaust_budget(text, text, public.budget_period, uuid, text) is
'For workers: the provider itself says that nothing is left, because others share the limit. Answers when it resets.';

-- Triggers ------------------------------------------------------------------------------------------------------------

create trigger touch before update on public.provider_limits
for each row execute function private.touch();
create trigger touch before update on public.provider_budgets
for each row execute function private.touch();

select private.attach_audit('public.provider_limits', 'slug', p_shown => '{slug,provider,resource,timezone}');

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.provider_limits enable row level security;
alter table public.provider_budgets enable row level security;

create policy provider_limits_select_everyone on public.provider_limits
for select to authenticated
using (is_active);

grant select on public.provider_limits to authenticated;
grant select, insert, update on public.provider_limits to service_role;
grant select on public.provider_budgets to service_role;
grant execute on function
  public.take_budget(text, text, integer, uuid, text, bigint),
  public.give_back_budget(bigint[], integer),
  public.exhaust_budget(text, text, public.budget_period, uuid, text)
to service_role, catalyst_worker;
