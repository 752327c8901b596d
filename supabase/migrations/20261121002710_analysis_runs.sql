-- Purpose: analyses that were asked for together, and what they taught about the channel.
-- Objects: analysis_runs, private.analysis_run_items, live broadcasts of runs and analyses, policies and grants.

create table public.analysis_runs (
  id uuid constraint analysis_runs_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  client_account_id uuid,
  user_id uuid,
  status public.analysis_status not null default 'processing',
  is_refresh boolean not null default false,
  includes_competitors boolean not null default false,
  social_account_ids uuid[] not null default '{}',
  requested_count integer not null,
  skipped_count integer not null default 0,
  analyzed_count integer not null default 0,
  updated_count integer not null default 0,
  failed_count integer not null default 0,
  insights jsonb,
  competitors jsonb,
  completed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint analysis_runs_organization_id_id_key unique (organization_id, id),
  constraint analysis_runs_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint analysis_runs_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint analysis_runs_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint analysis_runs_counts_check check (
    least(requested_count, skipped_count, analyzed_count, failed_count) >= 0
    and updated_count between 0 and analyzed_count
  ),
  constraint analysis_runs_insights_is_an_object check (jsonb_typeof(insights) = 'object'),
  constraint analysis_runs_competitors_is_an_object check (jsonb_typeof(competitors) = 'object'),
  constraint ended_analysis_runs_have_completed_at
    check ((completed_at is not null) = (status in ('completed', 'failed')))
);
create index analysis_runs_organization_id_created_at_idx
on public.analysis_runs (organization_id, created_at desc, id desc);
create index analysis_runs_client_account_id_idx
on public.analysis_runs (organization_id, client_account_id, created_at desc) where client_account_id is not null;
create index analysis_runs_user_id_idx on public.analysis_runs (user_id) where user_id is not null;
create index analysis_runs_completed_at_idx on public.analysis_runs (completed_at) where completed_at is not null;
comment on index public.analysis_runs_completed_at_idx is 'What is old enough to go.';
comment on table public.analysis_runs is
'One row per call of analyze_videos: how many videos were analysed and what their channels teach.';
comment on column public.analysis_runs.user_id is 'Who asked; null once that person is deleted.';
comment on column public.analysis_runs.status is 'failed: not one of its videos could be analysed.';
comment on column public.analysis_runs.is_refresh is 'Analyses younger than 30 days were made anew.';
comment on column public.analysis_runs.social_account_ids is 'The channels of its videos, which the insights are of.';
comment on column public.analysis_runs.skipped_count is 'Videos whose analysis was recent enough.';
comment on column public.analysis_runs.analyzed_count is
'Analyses made by this run; updated_count of them replace an older one.';
comment on column public.analysis_runs.insights is
'{"top_performing_topics", "optimal_posting_times", "audience_preferences": {"preferred_duration",
"engagement_patterns"}, "sample_count"}; see docs/analysis.md.';
comment on column public.analysis_runs.competitors is
'The own channels beside followed creators of the same platforms; null when it was not asked for.';

insert into private.retention_rules (parent, method, time_column, retain, description)
values (
  'public.analysis_runs', 'delete_rows', 'completed_at', interval '1 year',
  'What calls of analyze_videos counted and taught; the analyses stay.'
);

create table private.analysis_run_items (
  organization_id uuid not null,
  analysis_run_id uuid not null,
  content_item_id uuid not null,
  job_id bigint not null,
  status public.analysis_status not null default 'pending',
  had_analysis boolean not null default false,
  error_code text,
  error_message text,
  created_at timestamptz not null default now(),
  constraint analysis_run_items_pkey primary key (organization_id, analysis_run_id, content_item_id),
  constraint analysis_run_items_analysis_run_id_fkey foreign key (organization_id, analysis_run_id)
    references public.analysis_runs (organization_id, id) on delete cascade,
  constraint analysis_run_items_content_item_id_fkey foreign key (organization_id, content_item_id)
    references public.content_items (organization_id, id) on delete cascade
);
create index analysis_run_items_content_item_id_idx
on private.analysis_run_items (organization_id, content_item_id);
create index analysis_run_items_job_id_idx on private.analysis_run_items (job_id) where status = 'pending';
comment on index private.analysis_run_items_job_id_idx is 'Which runs an ending job belongs to.';
comment on table private.analysis_run_items is
'The videos a run waits for. A job that several runs wait for is one job.';
comment on column private.analysis_run_items.had_analysis is 'It had been analysed before.';

alter table private.analysis_run_items enable row level security;

-- Live ----------------------------------------------------------------------------------------------------------------

create trigger touch before update on public.analysis_runs
for each row execute function private.touch();

create function private.broadcast_analysis_runs()
returns trigger
language plpgsql
volatile
security definer -- sending needs insert on realtime.messages, which the writing role may not have
set search_path = ''
as $$
begin
  perform realtime.send(
    jsonb_build_object(
      'analysis_id', n.id, 'status', n.status, 'analyzed_count', n.analyzed_count, 'failed_count', n.failed_count
    ),
    'analysis_run', t.topic, true
  )
  from new_rows as n
  cross join lateral private.member_topics(n.organization_id, n.client_account_id, 'analyses') as t (topic);
  return null;
end;
$$;
comment on function private.broadcast_analysis_runs() is 'Tells members that a run began or ended.';

create trigger broadcast_insert after insert on public.analysis_runs
referencing new table as new_rows for each statement execute function private.broadcast_analysis_runs();
create trigger broadcast_update after update on public.analysis_runs
referencing new table as new_rows for each statement execute function private.broadcast_analysis_runs();

create function private.broadcast_analyses()
returns trigger
language plpgsql
volatile
security definer -- sending needs insert on realtime.messages, which the writing role may not have
set search_path = ''
as $$
begin
  perform realtime.send(
    jsonb_build_object(
      'analysis_id', n.id, 'content_asset_id', n.content_asset_id, 'content_item_id', n.content_item_id, 'version', n.version,
      'status', n.analysis_status
    ),
    'analysis', t.topic, true
  )
  from new_rows as n
  left join public.content_assets as a on a.organization_id = n.organization_id and a.id = n.content_asset_id
  left join public.content_items as i on i.organization_id = n.organization_id and i.id = n.content_item_id
  cross join lateral private.member_topics(
    n.organization_id, coalesce(a.client_account_id, i.client_account_id), 'analyses'
  ) as t (topic)
  -- What lies on a canvas is followed there: a project may be hidden from members.
  where n.content_piece_id is null;
  return null;
end;
$$;
comment on function private.broadcast_analyses() is 'Tells members how far the analysis of an asset or item is.';

create trigger broadcast_insert after insert on public.content_analyses
referencing new table as new_rows for each statement execute function private.broadcast_analyses();
create trigger broadcast_update after update on public.content_analyses
referencing new table as new_rows for each statement execute function private.broadcast_analyses();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.analysis_runs enable row level security;

create policy analysis_runs_select_members on public.analysis_runs
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

grant select on public.analysis_runs to authenticated, service_role;
