-- Purpose: what each day brought, added up once, so that no dashboard reads the metrics themselves.
-- Objects: organization_daily_stats, social_account_daily_stats, policies and grants.

-- Tables --------------------------------------------------------------------------------------------------------------

create table public.organization_daily_stats (
  organization_id uuid not null,
  stat_on date not null,
  views bigint not null default 0,
  impressions bigint not null default 0,
  reach bigint not null default 0,
  likes bigint not null default 0,
  comments bigint not null default 0,
  shares bigint not null default 0,
  saves bigint not null default 0,
  clicks bigint not null default 0,
  subscribers_gained bigint not null default 0,
  watch_time_minutes numeric(18, 2) not null default 0,
  engagement bigint generated always as (likes + comments + shares + saves) stored,
  content_created integer not null default 0,
  content_published integer not null default 0,
  projects_created integer not null default 0,
  content_pieces_added integer not null default 0,
  scripts_generated integer not null default 0,
  voice_generations integer not null default 0,
  avatar_generations integer not null default 0,
  credits_used bigint not null default 0,
  storage_used_bytes bigint,
  average_performance_score numeric(5, 2),
  scored_item_count integer,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint organization_daily_stats_pkey primary key (organization_id, stat_on),
  constraint organization_daily_stats_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint organization_daily_stats_usage_check check (
    least(
      content_created, content_published, projects_created, content_pieces_added, scripts_generated, voice_generations,
      avatar_generations, credits_used, storage_used_bytes, scored_item_count
    ) >= 0
  ),
  constraint organization_daily_stats_average_performance_score_check
    check (average_performance_score between 0 and 100)
)
-- Room on each page for the next version of a row: today's changes all day and touches no index.
with (fillfactor = 80);
comment on table public.organization_daily_stats is
'One row per organization and day: what was gained on all platforms, and what was made and used. Weeks and months are sums of it.';
comment on column public.organization_daily_stats.stat_on is
'UTC day for what the product counts itself, the platform''s day for what it reports.';
comment on column public.organization_daily_stats.views is
'Gained that day, as every count here: the difference of two snapshots. Negative where a platform takes some back.';
comment on column public.organization_daily_stats.reach is 'Sum over items: one person may count for several.';
comment on column public.organization_daily_stats.engagement is 'Likes, comments, shares and saves.';
comment on column public.organization_daily_stats.content_created is 'Pieces of generated content.';
comment on column public.organization_daily_stats.content_published is 'Items that went online.';
comment on column public.organization_daily_stats.credits_used is 'Units of ai_credits charged.';
comment on column public.organization_daily_stats.storage_used_bytes is 'At the end of the day, or so far; null before the first count.';
comment on column public.organization_daily_stats.average_performance_score is 'Of all scored items, as of that day.';

create table public.social_account_daily_stats (
  organization_id uuid not null,
  social_account_id uuid not null,
  stat_on date not null,
  views bigint not null default 0,
  impressions bigint not null default 0,
  reach bigint not null default 0,
  likes bigint not null default 0,
  comments bigint not null default 0,
  shares bigint not null default 0,
  saves bigint not null default 0,
  clicks bigint not null default 0,
  subscribers_gained bigint not null default 0,
  watch_time_minutes numeric(18, 2) not null default 0,
  engagement bigint generated always as (likes + comments + shares + saves) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint social_account_daily_stats_pkey primary key (organization_id, social_account_id, stat_on),
  constraint social_account_daily_stats_social_account_id_fkey foreign key (organization_id, social_account_id)
    references public.social_accounts (organization_id, id) on delete cascade
)
with (fillfactor = 80);
comment on table public.social_account_daily_stats is
'What each social account gained each day; the accounts of a platform add up to the platform.';
comment on column public.social_account_daily_stats.stat_on is 'The platform''s day, UTC where it names none.';
comment on column public.social_account_daily_stats.views is 'Gained that day, as in organization_daily_stats.';

create trigger touch before update on public.organization_daily_stats
for each row execute function private.touch();
create trigger touch before update on public.social_account_daily_stats
for each row execute function private.touch();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.organization_daily_stats enable row level security;
alter table public.social_account_daily_stats enable row level security;

create policy organization_daily_stats_select_members on public.organization_daily_stats
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));
comment on policy organization_daily_stats_select_members on public.organization_daily_stats is
'Not for members limited to a client account: the sums are of all clients.';

create policy social_account_daily_stats_select_members on public.social_account_daily_stats
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null
      then social_account_id not in (select unnest((select private.hidden_social_accounts())))
    else social_account_id in (
      select a.id from public.social_accounts as a
      where a.organization_id = (select organization_id from private.acting_member)
        and a.client_account_id = (select private.member_client_account())
    )
  end
);

grant select on public.organization_daily_stats, public.social_account_daily_stats to authenticated, service_role;
