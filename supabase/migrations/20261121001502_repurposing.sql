-- Purpose: one upload turned into many formats: what is advised, and each transformation on its way.
-- Objects: repurposing_strategies, repurposing_jobs, their states, live broadcast, policies and grants.

create type public.repurposing_job_type as enum ('video_to_shorts', 'blog_to_social', 'podcast_to_blog');
comment on type public.repurposing_job_type is 'What is turned into what.';

create type public.repurposing_format as enum (
  'short_video', 'linkedin_post', 'twitter_thread', 'social_post', 'blog_article', 'carousel', 'email'
);
comment on type public.repurposing_format is 'What a transformation yields, before it is fitted to a platform.';

create type public.repurposing_job_status as enum ('queued', 'processing', 'completed', 'failed', 'cancelled');
comment on type public.repurposing_job_status is
'queued → processing → completed, failed or cancelled; back to queued when a failed one is tried again.';

create function private.are_recommended_formats(p_formats jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(
    jsonb_typeof(p_formats) = 'array'
    and (
      select bool_and(
        coalesce(f ->> 'format' = any(enum_range(null::public.repurposing_format)::text[]), false)
        and coalesce(f ->> 'priority' in ('high', 'medium', 'low'), not f ? 'priority')
        and coalesce(jsonb_typeof(f -> 'platforms') = 'array', not f ? 'platforms')
      ) is not false
      from jsonb_array_elements(case when jsonb_typeof(p_formats) = 'array' then p_formats end) as f
    ),
    false
  )
$$;
comment on function private.are_recommended_formats(jsonb) is
'An array of {format, priority, platforms} whose formats and priorities are known.';

-- Strategies ----------------------------------------------------------------------------------------------------------

create table public.repurposing_strategies (
  id uuid constraint repurposing_strategies_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  user_id uuid,
  client_account_id uuid,
  content_asset_id uuid not null,
  brand_profile_id uuid,
  recommended_formats jsonb not null default '[]',
  content_calendar_suggestions jsonb not null default '[]',
  estimated_output_count integer,
  estimated_reach bigint,
  estimated_processing_seconds integer,
  ai_provider text,
  ai_model text,
  job_id bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint repurposing_strategies_organization_id_id_key unique (organization_id, id),
  constraint repurposing_strategies_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint repurposing_strategies_user_id_fkey foreign key (user_id)
    references public.profiles (id) on delete set null,
  constraint repurposing_strategies_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint repurposing_strategies_content_asset_id_fkey foreign key (organization_id, content_asset_id)
    references public.content_assets (organization_id, id) on delete cascade,
  constraint repurposing_strategies_brand_profile_id_fkey foreign key (organization_id, brand_profile_id)
    references public.brand_profiles (organization_id, id) on delete set null (brand_profile_id),
  constraint repurposing_strategies_recommend_known_formats
    check (private.are_recommended_formats(recommended_formats)),
  constraint repurposing_strategies_content_calendar_suggestions_is_an_array
    check (jsonb_typeof(content_calendar_suggestions) = 'array'),
  constraint repurposing_strategies_estimated_output_count_check check (estimated_output_count >= 0),
  constraint repurposing_strategies_estimated_reach_check check (estimated_reach >= 0),
  constraint repurposing_strategies_estimated_processing_seconds_check check (estimated_processing_seconds >= 0)
);
comment on table public.repurposing_strategies is 'What an analysis advises to make of an upload.';
comment on column public.repurposing_strategies.recommended_formats is
'Array of {format, priority: high|medium|low, platforms: [slug]}, most worthwhile first; format is a repurposing_format.';
comment on column public.repurposing_strategies.content_calendar_suggestions is
'Array of {on, platform, format, note}: when to publish what.';
comment on column public.repurposing_strategies.estimated_reach is 'People; predicted, never shown as measured.';
comment on column public.repurposing_strategies.job_id is 'The job that made it; no foreign key, finished jobs move to job_history.';

create index repurposing_strategies_organization_id_created_at_idx
on public.repurposing_strategies (organization_id, created_at desc, id desc);
create index repurposing_strategies_content_asset_id_idx
on public.repurposing_strategies (organization_id, content_asset_id, created_at desc);
create index repurposing_strategies_brand_profile_id_idx
on public.repurposing_strategies (organization_id, brand_profile_id) where brand_profile_id is not null;
create index repurposing_strategies_user_id_idx on public.repurposing_strategies (user_id) where user_id is not null;
create index repurposing_strategies_client_account_id_idx
on public.repurposing_strategies (organization_id, client_account_id) where client_account_id is not null;

-- Jobs ----------------------------------------------------------------------------------------------------------------

create table public.repurposing_jobs (
  id uuid constraint repurposing_jobs_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  user_id uuid,
  client_account_id uuid,
  content_asset_id uuid not null,
  repurposing_strategy_id uuid,
  brand_profile_id uuid,
  template_id uuid,
  job_type public.repurposing_job_type not null,
  output_format public.repurposing_format not null,
  target_platforms text[] not null default '{}',
  config jsonb not null default '{}',
  status public.repurposing_job_status not null default 'queued',
  priority smallint not null default 5,
  progress smallint not null default 0,
  error_code text,
  error_message text,
  credits_used integer not null default 0,
  job_id bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  started_at timestamptz,
  completed_at timestamptz,
  failed_at timestamptz,
  cancelled_at timestamptz,
  constraint repurposing_jobs_organization_id_id_key unique (organization_id, id),
  constraint repurposing_jobs_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint repurposing_jobs_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint repurposing_jobs_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint repurposing_jobs_content_asset_id_fkey foreign key (organization_id, content_asset_id)
    references public.content_assets (organization_id, id) on delete cascade,
  constraint repurposing_jobs_repurposing_strategy_id_fkey foreign key (organization_id, repurposing_strategy_id)
    references public.repurposing_strategies (organization_id, id) on delete set null (repurposing_strategy_id),
  constraint repurposing_jobs_brand_profile_id_fkey foreign key (organization_id, brand_profile_id)
    references public.brand_profiles (organization_id, id) on delete set null (brand_profile_id),
  -- Published templates are used by every organization.
  constraint repurposing_jobs_template_id_fkey foreign key (template_id)
    references public.templates (id) on delete set null,
  constraint repurposing_jobs_target_platforms_check check (cardinality(target_platforms) <= 16),
  constraint repurposing_jobs_config_is_a_small_object
    check (jsonb_typeof(config) = 'object' and octet_length(config::text) <= 16384),
  constraint repurposing_jobs_priority_check check (priority between 1 and 10),
  constraint repurposing_jobs_progress_check check (progress between 0 and 100),
  constraint repurposing_jobs_error_message_check check (char_length(error_message) <= 2000),
  constraint repurposing_jobs_credits_used_check check (credits_used >= 0),
  constraint completed_repurposing_jobs_have_completed_at check ((status = 'completed') = (completed_at is not null)),
  constraint failed_repurposing_jobs_have_failed_at_and_a_code
    check ((status = 'failed') = (failed_at is not null) and (status <> 'failed' or error_code is not null)),
  constraint cancelled_repurposing_jobs_have_cancelled_at check ((status = 'cancelled') = (cancelled_at is not null)),
  constraint completed_repurposing_jobs_are_at_the_end check (status <> 'completed' or progress = 100)
);
comment on table public.repurposing_jobs is
'One transformation of an upload, as its members see it; a row of jobs does the work.';
comment on column public.repurposing_jobs.template_id is 'The look: intro, captions, colours.';
comment on column public.repurposing_jobs.target_platforms is 'Slugs of platforms.';
comment on column public.repurposing_jobs.config is
'What is asked of the output, e.g. {"aspect_ratio": "9:16", "caption_style": "mrbeast", "duration": 60}; duration in seconds.';
comment on column public.repurposing_jobs.priority is '1 to 10; 10 is the most urgent.';
comment on column public.repurposing_jobs.progress is '0 to 100.';
comment on column public.repurposing_jobs.credits_used is 'Credits, unit of the metric ai_credits.';
comment on column public.repurposing_jobs.job_id is 'The job that does the work; no foreign key, finished jobs move to job_history.';

create index repurposing_jobs_organization_id_created_at_idx
on public.repurposing_jobs (organization_id, created_at desc, id desc);
create index repurposing_jobs_unfinished_idx
on public.repurposing_jobs (organization_id, status, priority desc, created_at) where status in ('queued', 'processing');
comment on index public.repurposing_jobs_unfinished_idx is 'What waits and what runs, most urgent first.';
create index repurposing_jobs_content_asset_id_idx
on public.repurposing_jobs (organization_id, content_asset_id, created_at desc);
create index repurposing_jobs_repurposing_strategy_id_idx
on public.repurposing_jobs (organization_id, repurposing_strategy_id) where repurposing_strategy_id is not null;
create index repurposing_jobs_brand_profile_id_idx
on public.repurposing_jobs (organization_id, brand_profile_id) where brand_profile_id is not null;
create index repurposing_jobs_template_id_idx on public.repurposing_jobs (template_id) where template_id is not null;
create index repurposing_jobs_user_id_idx on public.repurposing_jobs (user_id) where user_id is not null;
create index repurposing_jobs_client_account_id_idx
on public.repurposing_jobs (organization_id, client_account_id) where client_account_id is not null;

-- States --------------------------------------------------------------------------------------------------------------

create function private.guard_repurposing_job()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  if tg_op = 'INSERT' then
    perform private.require(new.status = 'queued', 'status', 'a repurposing job begins as queued');
    return new;
  end if;
  if new.status = old.status then
    -- A late report of an earlier step does not turn the bar back.
    new.progress := case when new.status = 'processing' then greatest(new.progress, old.progress) else new.progress end;
    return new;
  end if;
  if not (old.status, new.status) in (
    ('queued', 'processing'), ('queued', 'failed'), ('queued', 'cancelled'),
    ('processing', 'completed'), ('processing', 'failed'), ('processing', 'cancelled'), ('processing', 'queued'),
    ('failed', 'queued')
  ) then
    perform private.raise_error('CONFLICT', format('a repurposing job that is %s does not become %s', old.status, new.status),
      jsonb_build_object('field', 'status'));
  end if;
  new.started_at := case when new.status = 'processing' then coalesce(old.started_at, now()) else new.started_at end;
  new.completed_at := case when new.status = 'completed' then now() end;
  new.failed_at := case when new.status = 'failed' then now() end;
  new.cancelled_at := case when new.status = 'cancelled' then now() end;
  if new.status = 'completed' then
    new.progress := 100;
  elsif new.status = 'queued' then
    new.progress := 0;
    new.error_code := null;
    new.error_message := null;
  end if;
  return new;
end;
$$;
comment on function private.guard_repurposing_job() is
'Holds every writer to the order of states, and keeps the moments and the progress that go with them.';

create trigger guard before insert or update of status, progress on public.repurposing_jobs
for each row execute function private.guard_repurposing_job();
create trigger touch before update on public.repurposing_jobs
for each row execute function private.touch();
create trigger touch before update on public.repurposing_strategies
for each row execute function private.touch();

create function private.broadcast_repurposing_jobs()
returns trigger
language plpgsql
volatile
security definer -- sending needs insert on realtime.messages, which the writing role may not have
set search_path = ''
as $$
begin
  perform realtime.send(
    jsonb_build_object(
      'repurposing_job_id', n.id, 'content_asset_id', n.content_asset_id, 'status', n.status, 'progress', n.progress,
      'error_code', n.error_code
    ),
    'repurposing_job', t.topic, true
  )
  from new_rows as n
  cross join lateral private.member_topics(n.organization_id, n.client_account_id, 'repurposing') as t (topic);
  return null;
end;
$$;
comment on function private.broadcast_repurposing_jobs() is 'Tells members how far a transformation is.';

create trigger broadcast_insert after insert on public.repurposing_jobs
referencing new table as new_rows for each statement execute function private.broadcast_repurposing_jobs();
create trigger broadcast_update after update on public.repurposing_jobs
referencing new table as new_rows for each statement execute function private.broadcast_repurposing_jobs();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.repurposing_strategies enable row level security;
alter table public.repurposing_jobs enable row level security;

create policy repurposing_strategies_select_members on public.repurposing_strategies
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
  and content_asset_id not in (select unnest((select private.hidden_content_assets())))
);

create policy repurposing_strategies_delete_creators on public.repurposing_strategies
for delete to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
);

create policy repurposing_jobs_select_members on public.repurposing_jobs
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

grant select on public.repurposing_strategies, public.repurposing_jobs to authenticated, service_role;
grant delete on public.repurposing_strategies to authenticated;
