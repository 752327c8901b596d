-- A year of a busy installation, straight into the tables: no triggers, no row by row functions. The same each time.
-- Reads bench.scale (1 is the full size). What functions derive is derived by them or by one statement here.
-- Tenants are skewed: of 2,500 organizations the largest has one per cent of everything, the median three hundredths.

set session_replication_role = replica;
set synchronous_commit = off;
set work_mem = '256MB';
set maintenance_work_mem = '512MB';
select setseed(0.42);

create schema bench;
create function bench.size(p_full bigint) returns bigint language sql immutable as $$
  select greatest(1, (p_full * current_setting('bench.scale')::numeric)::bigint)
$$;
create function bench.key(p_kind text, p_number bigint) returns uuid language sql immutable parallel safe as $$
  select md5(p_kind || p_number)::uuid
$$;
create function bench.tenant() returns bigint language sql volatile as $$
  select 1 + floor(bench.size(2500) * power(random(), 1.7))::bigint
$$;
create table bench.paragraphs as
select n, (
  select string_agg(
    (array['light', 'garden', 'people', 'market', 'story', 'camera', 'question', 'music', 'city', 'recipe', 'simple', 'review',
      'winter', 'travel', 'budget', 'learn', 'morning', 'plant', 'record', 'studio'])[1 + floor(random() * 20)::integer]
    || case when random() < 0.3 then floor(random() * 2000)::text else '' end, ' ')
  from generate_series(1, 120 + n % 80)
) as words
from generate_series(1, 2000) as n;

-- People and tenants --------------------------------------------------------------------------------------------------

insert into auth.users (id, aud, role, email, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
select bench.key('user', n), 'authenticated', 'authenticated', 'user' || n || '@example.test', '{}', '{}', now(), now()
from generate_series(1, bench.size(10000)) as n;
insert into public.organizations (id, name, slug, type)
select bench.key('organization', n), 'Organization ' || n, 'organization-' || n, 'agency'
from generate_series(1, bench.size(2500)) as n;
insert into public.profiles (id, email, active_organization_id)
select bench.key('user', n), 'user' || n || '@example.test', bench.key('organization', 1 + n % bench.size(2500))
from generate_series(1, bench.size(10000)) as n;
insert into public.organization_members (organization_id, user_id, role)
select bench.key('organization', 1 + n % bench.size(2500)), bench.key('user', n), 'owner'::public.member_role
from generate_series(1, bench.size(10000)) as n
union all
-- The first eighty people work for 24 organizations beside their own.
select bench.key('organization', 1 + (n * 7 + m) % bench.size(2500)), bench.key('user', n), 'creator'::public.member_role
from generate_series(1, least(80, bench.size(10000))) as n
cross join generate_series(1, 24) as m
on conflict do nothing;
insert into public.platform_connections (id, organization_id, platform, platform_user_id, vault_secret_name)
select bench.key('connection', n * 10 + m), bench.key('organization', n), (array['youtube', 'instagram', 'tiktok'])[m],
  'person' || n, 'secret' || n || '-' || m
from generate_series(1, bench.size(2500)) as n
cross join generate_series(1, 3) as m;
insert into public.social_accounts (id, organization_id, connection_id, platform, platform_account_id, account_name)
select bench.key('account', n * 10 + m), bench.key('organization', n), bench.key('connection', n * 10 + m),
  (array['youtube', 'instagram', 'tiktok'])[m], 'channel' || n, 'Channel ' || n
from generate_series(1, bench.size(2500)) as n
cross join generate_series(1, 3) as m;

-- Content -------------------------------------------------------------------------------------------------------------

insert into public.content_assets (id, organization_id, title, content_type, storage_path, created_at)
select bench.key('asset', a.n), bench.key('organization', a.tenant), left(p.words, 60), 'video',
  bench.key('organization', a.tenant) || '/' || a.n || '.mp4', now() - random() * interval '365 days'
from (select n, bench.tenant() as tenant from generate_series(1, bench.size(100000)) as n) as a
join bench.paragraphs as p on p.n = 1 + a.n % 2000;
insert into public.generated_content (
  id, organization_id, content_type, title, generated_text, ai_model, hashtags, created_at, updated_at
)
select bench.key('generated', g.n), bench.key('organization', g.tenant), 'caption', left(p.words, 60), p.words || ' ' || g.n, 'local',
  '{garden,light}', g.created_at, g.created_at
from (
  select n, bench.tenant() as tenant, now() - random() * interval '365 days' as created_at
  from generate_series(1, bench.size(500000)) as n
) as g
join bench.paragraphs as p on p.n = 1 + g.n % 2000;
create table bench.items as
select n, bench.tenant() as tenant, 1 + floor(random() * 3)::integer as account,
  now() - random() * interval '365 days' as published_at, exp(4 + 6 * random()) as size
from generate_series(1, bench.size(200000)) as n;
insert into public.content_items (
  id, organization_id, social_account_id, platform, platform_content_id, title, description, duration_seconds, is_short,
  published_at, view_count, like_count, comment_count, share_count, average_view_duration_seconds, subscriber_growth, tags,
  created_at
)
select bench.key('item', i.n), bench.key('organization', i.tenant), bench.key('account', i.tenant * 10 + i.account),
  (array['youtube', 'instagram', 'tiktok'])[i.account], 'post' || i.n, left(p.words, 60), left(p.words, 400), 600, i.n % 4 = 0,
  i.published_at, i.size * 9, i.size * 0.4, i.size * 0.05, i.size * 0.02, 60 + i.n % 500, i.size / 40, string_to_array(left(p.words, 40), ' '),
  i.published_at
from bench.items as i
join bench.paragraphs as p on p.n = 1 + i.n % 2000;
analyze public.content_items;

-- Metrics: 28 snapshots of each item between its publication and today ------------------------------------------------

select private.create_partition('public.content_metrics', date_trunc('month', now() - m * interval '1 month'))
from generate_series(0, 13) as m;
insert into public.content_metrics (
  organization_id, content_item_id, captured_on, views, impressions, reach, likes, comments, shares, saves, watch_time_minutes
)
select s.organization_id, s.content_item_id, s.captured_on, s.total, s.total * 6, s.total * 0.8, s.total * 0.04, s.total * 0.005,
  s.total * 0.002, s.total * 0.001, round((s.total * 0.9)::numeric, 2)
from (
  select distinct on (i.n, d.captured_on) bench.key('organization', i.tenant) as organization_id,
    bench.key('item', i.n) as content_item_id, d.captured_on,
    floor(i.size * ln(2 + d.captured_on - (i.published_at at time zone 'UTC')::date))::bigint as total
  from bench.items as i
  cross join lateral (
    select (i.published_at at time zone 'UTC')::date
      + floor((k / 27.0) * ((now() at time zone 'UTC')::date - (i.published_at at time zone 'UTC')::date))::integer as captured_on
    from generate_series(0, 27) as k
  ) as d
) as s
order by s.captured_on;

-- The daily statistics that record_content_metrics would have made of them.
create table bench.gains as
select m.organization_id, m.content_item_id, m.captured_on, m.views - coalesce(lag(m.views) over item, 0) as views,
  m.impressions - coalesce(lag(m.impressions) over item, 0) as impressions,
  m.reach - coalesce(lag(m.reach) over item, 0) as reach, m.likes - coalesce(lag(m.likes) over item, 0) as likes,
  m.comments - coalesce(lag(m.comments) over item, 0) as comments, m.shares - coalesce(lag(m.shares) over item, 0) as shares,
  m.saves - coalesce(lag(m.saves) over item, 0) as saves,
  m.watch_time_minutes - coalesce(lag(m.watch_time_minutes) over item, 0) as watch_time_minutes
from public.content_metrics as m
window item as (partition by m.organization_id, m.content_item_id order by m.captured_on);
insert into public.social_account_daily_stats (
  organization_id, social_account_id, stat_on, views, impressions, reach, likes, comments, shares, saves, watch_time_minutes
)
select g.organization_id, i.social_account_id, g.captured_on, sum(g.views), sum(g.impressions), sum(g.reach), sum(g.likes),
  sum(g.comments), sum(g.shares), sum(g.saves), sum(g.watch_time_minutes)
from bench.gains as g
join public.content_items as i on i.organization_id = g.organization_id and i.id = g.content_item_id
group by g.organization_id, i.social_account_id, g.captured_on
order by g.captured_on;
insert into public.organization_daily_stats (
  organization_id, stat_on, views, impressions, reach, likes, comments, shares, saves, watch_time_minutes
)
select s.organization_id, s.stat_on, sum(s.views), sum(s.impressions), sum(s.reach), sum(s.likes), sum(s.comments), sum(s.shares),
  sum(s.saves), sum(s.watch_time_minutes)
from public.social_account_daily_stats as s
group by s.organization_id, s.stat_on
order by s.stat_on;

-- Audit ---------------------------------------------------------------------------------------------------------------

select private.create_partition('public.audit_log', date_trunc('month', now() - m * interval '1 month'))
from generate_series(0, 13) as m;
insert into public.audit_log (organization_id, actor_id, actor_kind, action, entity_type, entity_id, new_values, created_at)
select bench.key('organization', a.tenant), bench.key('user', 1 + a.n % bench.size(10000)), 'user',
  'generated_content.update', 'generated_content', bench.key('generated', 1 + a.n % bench.size(500000)),
  jsonb_build_object('status', 'approved', 'version', a.n), a.created_at
from (
  select n, bench.tenant() as tenant, now() - interval '365 days' * (1 - n / bench.size(2000000)::double precision) as created_at
  from generate_series(1, bench.size(2000000)) as n
) as a;
