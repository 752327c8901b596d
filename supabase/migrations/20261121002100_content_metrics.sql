-- Purpose: what the platforms report about published content, day by day.
-- Objects: content_metrics (partitioned by month), metrics_granularity, policies and grants.

create type public.metrics_granularity as enum ('monthly', 'weekly', 'daily');
comment on type public.metrics_granularity is
'How often a platform reports. Coarse to fine: of two snapshots of one day the finer one is the later.';

-- Table ---------------------------------------------------------------------------------------------------------------

create table public.content_metrics (
  organization_id uuid not null,
  content_item_id uuid not null,
  captured_on date not null,
  granularity public.metrics_granularity not null default 'daily',
  views bigint,
  impressions bigint,
  reach bigint,
  likes bigint,
  comments bigint,
  shares bigint,
  saves bigint,
  clicks bigint,
  subscribers_gained bigint,
  end_screen_clicks bigint,
  card_clicks bigint,
  watch_time_minutes numeric(14, 2),
  average_view_duration_seconds numeric(10, 2),
  click_through_rate numeric(5, 4),
  completion_rate numeric(5, 2),
  engagement_rate numeric generated always as (
    round(
      100.0 * (coalesce(likes, 0) + coalesce(comments, 0) + coalesce(shares, 0) + coalesce(saves, 0))
      / nullif(views, 0), 2
    )
  ) stored,
  collected_at timestamptz not null default now(),
  -- In this order: one index serves the foreign key, the history of an item and the upsert of a day.
  constraint content_metrics_pkey primary key (organization_id, content_item_id, captured_on, granularity),
  constraint content_metrics_content_item_id_fkey foreign key (organization_id, content_item_id)
    references public.content_items (organization_id, id) on delete cascade,
  constraint content_metrics_counts_check check (
    least(views, impressions, reach, likes, comments, shares, saves, clicks, end_screen_clicks, card_clicks) >= 0
  ),
  constraint content_metrics_watch_time_check check (least(watch_time_minutes, average_view_duration_seconds) >= 0),
  constraint content_metrics_click_through_rate_check check (click_through_rate between 0 and 1),
  constraint content_metrics_completion_rate_check check (completion_rate between 0 and 100)
)
partition by range (captured_on);
comment on table public.content_metrics is
'One snapshot per item, day and granularity, as the platform reports it: totals since publication, so that a lost or repeated
report costs nothing. Null is what the platform does not report. What a day added is in the daily statistics.';
comment on column public.content_metrics.captured_on is
'The day the totals stand for: that of the platform''s report, UTC where it names none.';
comment on column public.content_metrics.views is 'Total since publication, as every count here.';
comment on column public.content_metrics.reach is 'People who saw it at least once, where the platform counts people.';
comment on column public.content_metrics.subscribers_gained is 'Subscribers or followers won through the item; lost ones make it negative.';
comment on column public.content_metrics.click_through_rate is 'Fraction of impressions that became views: 0.0456 is 4.56 %.';
comment on column public.content_metrics.completion_rate is 'Percentage of viewers who watched to the end.';
comment on column public.content_metrics.engagement_rate is 'Likes, comments, shares and saves per hundred views.';
comment on column public.content_metrics.collected_at is
'When the platform said so. An older report never overwrites a younger one of the same day.';

select private.manage_partitions(
  'public.content_metrics', interval '25 months', 'Two full years of daily totals; the daily statistics stay.', 'captured_on'
);

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.content_metrics enable row level security;

create policy content_metrics_select_members on public.content_metrics
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null
      then content_item_id not in (select unnest((select private.hidden_content_items())))
    else content_item_id in (
      select i.id from public.content_items as i
      where i.organization_id = (select organization_id from private.acting_member)
        and i.client_account_id = (select private.member_client_account())
    )
  end
);

grant select on public.content_metrics to authenticated, service_role;
