-- Purpose: what is to be published where and when: one row per target account.
-- Objects: resolve_local_time, scheduled_posts, its guard, live broadcasts, policies and grants.

create type public.post_status as enum (
  'scheduled', 'publishing', 'unconfirmed', 'published', 'failed', 'missed', 'cancelled'
);
comment on type public.post_status is
'scheduled → publishing → published, failed or back to scheduled (a retry). unconfirmed: the platform may or may not
have it; it is asked before anything is sent again. missed: its time passed by more than max_delay_minutes, a person
decides. cancelled: for good.';

create type public.time_resolution as enum ('exact', 'moved_forward', 'earlier_of_two');
comment on type public.time_resolution is
'What became of a time of day: it exists once; it is skipped when clocks go forward, and moved by as much; it
comes twice when they go back, and the first is meant.';

create type public.post_license as enum ('youtube', 'creativeCommons');
comment on type public.post_license is 'The licences YouTube knows, in its own spelling.';

-- Time ----------------------------------------------------------------------------------------------------------------

create function private.resolve_local_time(
  p_local_on date, p_local_time time, p_timezone text,
  out resolved_at timestamptz, out resolution public.time_resolution
)
language sql
stable
set search_path = ''
as $$
  select
    case when e.is_wanted then e.earlier_at else l.later_at end,
    case
      when e.is_wanted then 'earlier_of_two'
      when l.later_at at time zone p_timezone <> l.local_at then 'moved_forward'
      else 'exact'
    end::public.time_resolution
  -- Postgres takes a skipped time by the offset before the change, which moves it forward, and a repeated one by
  -- the offset after it.
  from (
    select p_local_on + p_local_time as local_at, (p_local_on + p_local_time) at time zone p_timezone as later_at
  ) as l
  -- The offset of the day before gives the other reading; it counts when it shows the same time of day, and is first.
  cross join lateral (
    select (l.local_at - (
      (l.later_at - interval '1 day') at time zone p_timezone
      - (l.later_at - interval '1 day') at time zone 'UTC'
    )) at time zone 'UTC' as earlier_at
  ) as c
  cross join lateral (
    select c.earlier_at, c.earlier_at < l.later_at and c.earlier_at at time zone p_timezone = l.local_at as is_wanted
  ) as e
$$;
comment on function private.resolve_local_time(date, time, text) is
'The moment a clock in this zone shows this date and time: skipped times move forward by the gap, of repeated ones the
first counts.';

create function private.content_digest(
  p_generated_content_id uuid, p_content_version integer, p_production_job_id uuid, p_content_asset_id uuid,
  p_social_account_id uuid, p_title text, p_description text, p_tags text[], p_post_caption text,
  p_post_hashtags text[], p_post_metadata jsonb, p_thumbnail_url text, p_privacy_status public.visibility
)
returns text
language sql
immutable
set search_path = ''
as $$
  select encode(sha256(convert_to(jsonb_build_array(
    p_generated_content_id, p_content_version, p_production_job_id, p_content_asset_id, p_social_account_id, p_title,
    p_description, p_tags, p_post_caption, p_post_hashtags, p_post_metadata, p_thumbnail_url, p_privacy_status
  )::text, 'UTF8')), 'hex')
$$;
comment on function private.content_digest(
  uuid, integer, uuid, uuid, uuid, text, text, text[], text, text[], jsonb, text, public.visibility
) is 'SHA-256, hex, of everything an approver of a post has seen.';

-- Posts ---------------------------------------------------------------------------------------------------------------

create table public.scheduled_posts (
  id uuid constraint scheduled_posts_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  client_account_id uuid,
  user_id uuid,
  group_id uuid not null default gen_random_uuid(),
  platform text not null,
  social_account_id uuid,
  generated_content_id uuid,
  content_version integer,
  production_job_id uuid,
  content_asset_id uuid,
  title text,
  description text,
  tags text[] not null default '{}',
  category_id integer not null default 22,
  privacy_status public.visibility not null default 'public',
  is_made_for_kids boolean not null default false,
  license public.post_license not null default 'youtube',
  post_caption text,
  post_hashtags text[] not null default '{}',
  post_metadata jsonb not null default '{}',
  thumbnail_url text,
  has_own_content boolean not null generated always as (
    num_nonnulls(title, description, post_caption, thumbnail_url, production_job_id, content_asset_id) > 0
    or cardinality(tags) > 0 or cardinality(post_hashtags) > 0 or post_metadata <> '{}'
  ) stored,
  content_digest text not null generated always as (
    private.content_digest(
      generated_content_id, content_version, production_job_id, content_asset_id, social_account_id, title, description,
      tags, post_caption, post_hashtags, post_metadata, thumbnail_url, privacy_status
    )
  ) stored,
  scheduled_for timestamptz not null default now(),
  local_on date not null,
  local_time time not null,
  timezone text not null default 'Europe/Amsterdam',
  time_resolution public.time_resolution not null default 'exact',
  is_immediate boolean not null default false,
  due_at timestamptz not null,
  max_delay_minutes integer not null default 60,
  auto_publish boolean not null default true,
  is_ai_optimized boolean not null default false,
  optimal_time_score numeric(5, 2),
  status public.post_status not null default 'scheduled',
  claimed_at timestamptz,
  upload_started_at timestamptz,
  upload_progress_percentage smallint not null default 0,
  uploaded_at timestamptz,
  published_at timestamptz,
  platform_post_id text,
  platform_post_url text,
  publish_response jsonb not null default '{}',
  retry_count integer not null default 0,
  max_retries integer not null default 3,
  error_code text,
  error_message text,
  initial_views bigint,
  initial_likes bigint,
  initial_comments bigint,
  views_24h bigint,
  likes_24h bigint,
  comments_24h bigint,
  views_7d bigint,
  likes_7d bigint,
  comments_7d bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint scheduled_posts_organization_id_id_key unique (organization_id, id),
  constraint scheduled_posts_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint scheduled_posts_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint scheduled_posts_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint scheduled_posts_platform_fkey foreign key (platform)
    references public.platforms (slug) on update cascade on delete restrict,
  constraint scheduled_posts_social_account_id_fkey foreign key (organization_id, platform, social_account_id)
    references public.social_accounts (organization_id, platform, id)
    on update cascade on delete set null (social_account_id),
  constraint scheduled_posts_generated_content_id_fkey foreign key (organization_id, generated_content_id)
    references public.generated_content (organization_id, id) on delete set null (generated_content_id),
  constraint scheduled_posts_production_job_id_fkey foreign key (organization_id, production_job_id)
    references public.production_jobs (organization_id, id) on delete set null (production_job_id),
  constraint scheduled_posts_content_asset_id_fkey foreign key (organization_id, content_asset_id)
    references public.content_assets (organization_id, id) on delete set null (content_asset_id),
  constraint scheduled_posts_of_content_name_its_version check (generated_content_id is null or content_version >= 1),
  constraint scheduled_posts_have_something_to_publish check (
    status not in ('scheduled', 'missed')
    or num_nonnulls(generated_content_id, production_job_id, content_asset_id, title, description, post_caption) > 0
  ),
  constraint scheduled_posts_title_check check (char_length(title) between 1 and 500),
  constraint scheduled_posts_description_check check (char_length(description) <= 10000),
  constraint scheduled_posts_tags_check check (cardinality(tags) <= 500 and octet_length(tags::text) <= 10000),
  constraint scheduled_posts_category_id_check check (category_id between 1 and 1000),
  constraint scheduled_posts_post_caption_check check (char_length(post_caption) between 1 and 70000),
  constraint scheduled_posts_post_hashtags_check
    check (cardinality(post_hashtags) <= 100 and octet_length(post_hashtags::text) <= 10000),
  constraint scheduled_posts_post_metadata_is_a_small_object
    check (jsonb_typeof(post_metadata) = 'object' and octet_length(post_metadata::text) <= 16384),
  constraint scheduled_posts_thumbnail_url_check check (private.is_http_url(thumbnail_url)),
  constraint scheduled_posts_timezone_check check (private.is_timezone(timezone)),
  constraint scheduled_posts_local_time_check check (local_time < '24:00'),
  constraint scheduled_posts_are_not_for_the_past check (scheduled_for >= created_at - interval '5 minutes'),
  constraint scheduled_posts_max_delay_minutes_check check (max_delay_minutes between 1 and 10080),
  constraint scheduled_posts_optimal_time_score_check check (optimal_time_score between 0 and 100),
  constraint scheduled_posts_upload_progress_percentage_check check (upload_progress_percentage between 0 and 100),
  constraint scheduled_posts_platform_post_id_check check (char_length(platform_post_id) between 1 and 255),
  constraint scheduled_posts_platform_post_url_check check (private.is_http_url(platform_post_url)),
  constraint scheduled_posts_publish_response_check
    check (jsonb_typeof(publish_response) = 'object' and octet_length(publish_response::text) <= 65536),
  constraint scheduled_posts_max_retries_check check (max_retries between 0 and 10),
  constraint scheduled_posts_retry_count_check check (retry_count between 0 and max_retries),
  constraint scheduled_posts_error_code_check check (char_length(error_code) <= 100),
  constraint scheduled_posts_error_message_check check (char_length(error_message) <= 2000),
  constraint scheduled_posts_follow_up_check check (
    least(
      initial_views, initial_likes, initial_comments, views_24h, likes_24h, comments_24h, views_7d, likes_7d,
      comments_7d
    ) >= 0
  ),
  constraint published_scheduled_posts_have_published_at check ((published_at is not null) = (status = 'published')),
  constraint failed_scheduled_posts_have_an_error_code check (status <> 'failed' or error_code is not null)
);
create index scheduled_posts_organization_id_created_at_idx
on public.scheduled_posts (organization_id, created_at desc, id desc);
create index scheduled_posts_organization_id_scheduled_for_idx
on public.scheduled_posts (organization_id, scheduled_for, id);
comment on index public.scheduled_posts_organization_id_scheduled_for_idx is 'A month of the calendar; what comes next.';
create index scheduled_posts_organization_id_status_idx
on public.scheduled_posts (organization_id, status, scheduled_for);
create index scheduled_posts_organization_id_group_id_idx on public.scheduled_posts (organization_id, group_id);
create index scheduled_posts_due_idx on public.scheduled_posts (due_at) where status = 'scheduled' and auto_publish;
comment on index public.scheduled_posts_due_idx is 'What claim_due_posts walks; the query compares due_at with the clock.';
create index scheduled_posts_claimed_at_idx on public.scheduled_posts (claimed_at) where status = 'publishing';
create index scheduled_posts_published_at_idx on public.scheduled_posts (published_at)
where status = 'published' and (initial_views is null or views_24h is null or views_7d is null);
comment on index public.scheduled_posts_published_at_idx is 'Posts whose follow-up figures are not complete.';
create index scheduled_posts_social_account_id_idx
on public.scheduled_posts (organization_id, platform, social_account_id, scheduled_for)
where social_account_id is not null;
create unique index scheduled_posts_social_account_id_platform_post_id_key
on public.scheduled_posts (social_account_id, platform_post_id)
where social_account_id is not null and platform_post_id is not null;
create index scheduled_posts_client_account_id_idx
on public.scheduled_posts (organization_id, client_account_id, scheduled_for) where client_account_id is not null;
create index scheduled_posts_user_id_idx on public.scheduled_posts (user_id) where user_id is not null;
create index scheduled_posts_platform_idx on public.scheduled_posts (platform, platform_post_id);
create index scheduled_posts_generated_content_id_idx on public.scheduled_posts (organization_id, generated_content_id)
where generated_content_id is not null;
create index scheduled_posts_production_job_id_idx on public.scheduled_posts (organization_id, production_job_id)
where production_job_id is not null;
create index scheduled_posts_content_asset_id_idx on public.scheduled_posts (organization_id, content_asset_id)
where content_asset_id is not null;

comment on table public.scheduled_posts is
'One post for one account. Words and media not given here are taken from the generated content when it is published.';
comment on column public.scheduled_posts.user_id is 'Who scheduled it; null once that person is deleted.';
comment on column public.scheduled_posts.group_id is 'Shared by the posts that were scheduled together for several accounts.';
comment on column public.scheduled_posts.content_version is
'The version it publishes. It follows the content while it waits, and loses an approval given to an older one.';
comment on column public.scheduled_posts.production_job_id is 'The production whose video is published.';
comment on column public.scheduled_posts.category_id is 'YouTube category; 22 is People & Blogs. Other platforms ignore it.';
comment on column public.scheduled_posts.post_hashtags is 'Without the leading number sign.';
comment on column public.scheduled_posts.post_metadata is 'Settings of the platform by name, such as a board, a reply setting, a cover time.';
comment on column public.scheduled_posts.has_own_content is
'Whether it publishes anything beside the generated content: then an approval of that content alone does not cover
it.';
comment on column public.scheduled_posts.content_digest is 'Changes with anything an approver of the post has seen.';
comment on column public.scheduled_posts.scheduled_for is 'When it is to be public; follows from local_on, local_time and timezone.';
comment on column public.scheduled_posts.local_on is 'The date as a clock in timezone shows it.';
comment on column public.scheduled_posts.local_time is 'The time of day as entered, also when time_resolution moved it.';
comment on column public.scheduled_posts.is_immediate is 'Asked for at once, not for a time.';
comment on column public.scheduled_posts.due_at is 'scheduled_for, or later after a failure that is tried again.';
comment on column public.scheduled_posts.max_delay_minutes is
'Minutes after scheduled_for within which it may still go out by itself; later it is missed and a person decides.';
comment on column public.scheduled_posts.auto_publish is 'False: it waits for publish_post, or for an approval that publishes.';
comment on column public.scheduled_posts.optimal_time_score is '0 to 100: how good the time is for the account, when it was proposed.';
comment on column public.scheduled_posts.claimed_at is 'When it was last taken for publishing.';
comment on column public.scheduled_posts.uploaded_at is 'When the platform had the whole file.';
comment on column public.scheduled_posts.publish_response is 'What the platform answered, without secrets.';
comment on column public.scheduled_posts.initial_views is 'At the first look after publishing, as initial_likes and initial_comments.';
comment on column public.scheduled_posts.views_24h is '24 hours after publishing, as likes_24h and comments_24h.';
comment on column public.scheduled_posts.views_7d is '7 days after publishing, as likes_7d and comments_7d.';

alter table public.approval_requests
  -- squawk-ignore adding-foreign-key-constraint, constraint-missing-not-valid
  add constraint approval_requests_scheduled_post_id_fkey foreign key (organization_id, scheduled_post_id)
    references public.scheduled_posts (organization_id, id) on delete cascade;
alter table public.revision_requests
  -- squawk-ignore adding-foreign-key-constraint, constraint-missing-not-valid
  add constraint revision_requests_scheduled_post_id_fkey foreign key (organization_id, scheduled_post_id)
    references public.scheduled_posts (organization_id, id) on delete cascade;

-- Triggers ------------------------------------------------------------------------------------------------------------

create trigger touch before update on public.scheduled_posts
for each row execute function private.touch();

create trigger broadcast_insert after insert on public.scheduled_posts
referencing new table as new_rows for each statement execute function private.broadcast_publishing(
  'post', '{id,group_id,platform,social_account_id,status,scheduled_for,auto_publish}'
);
create trigger broadcast_update after update on public.scheduled_posts
referencing old table as old_rows new table as new_rows
for each statement execute function private.broadcast_publishing(
  'post',
  '{id,group_id,platform,social_account_id,status,scheduled_for,auto_publish,upload_progress_percentage,platform_post_url,error_code}'
);

-- What changes by itself or says nothing is left out.
select private.attach_audit(
  'public.scheduled_posts', 'id',
  '{upload_progress_percentage,claimed_at,due_at,publish_response,content_digest,has_own_content,initial_views,initial_likes,
    initial_comments,views_24h,likes_24h,comments_24h,views_7d,likes_7d,comments_7d}',
  p_shown => '{timezone,platform_post_id,error_code}'
);

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.scheduled_posts enable row level security;

create policy scheduled_posts_select_members on public.scheduled_posts
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

grant select on public.scheduled_posts to authenticated, service_role;
