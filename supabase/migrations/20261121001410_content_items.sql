-- Purpose: what exists on the platforms: videos, posts and articles of the connected accounts, as last seen.
-- Objects: content_items, private.hidden_content_items, policies and grants.

create type public.analysis_status as enum ('pending', 'processing', 'completed', 'failed');
comment on type public.analysis_status is 'How far the analysis of a piece of content is.';

-- Table ---------------------------------------------------------------------------------------------------------------

create table public.content_items (
  id uuid constraint content_items_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  client_account_id uuid,
  social_account_id uuid not null,
  platform text not null,
  content_type text,
  platform_content_id text not null,
  platform_url text,
  title text,
  description text,
  thumbnail_url text,
  media_url text,
  duration_seconds integer,
  is_short boolean not null default false,
  visibility public.visibility not null default 'public',
  published_at timestamptz,
  view_count bigint not null default 0,
  like_count bigint not null default 0,
  dislike_count bigint not null default 0,
  comment_count bigint not null default 0,
  share_count bigint not null default 0,
  save_count bigint not null default 0,
  average_view_duration_seconds numeric(10, 2),
  watch_time_minutes numeric(14, 2),
  click_through_rate numeric(5, 4),
  subscriber_growth integer not null default 0,
  tags text[] not null default '{}',
  hashtags text[] not null default '{}',
  category text,
  language text,
  transcript text,
  transcript_language text,
  analytics_data jsonb not null default '{}',
  analysis_status public.analysis_status not null default 'pending',
  last_analyzed_at timestamptz,
  search_vector tsvector generated always as (
    private.content_search_vector(
      coalesce(language, transcript_language), title, description, tags || hashtags, transcript
    )
  ) stored,
  synced_at timestamptz,
  edited_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint content_items_organization_id_id_key unique (organization_id, id),
  constraint content_items_social_account_id_platform_content_id_key unique (social_account_id, platform_content_id),
  constraint content_items_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint content_items_social_account_id_fkey foreign key (organization_id, platform, social_account_id)
    references public.social_accounts (organization_id, platform, id) on update cascade on delete cascade,
  constraint content_items_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint content_items_content_type_fkey foreign key (content_type)
    references public.content_types (slug) on update cascade on delete restrict,
  constraint content_items_platform_content_id_check check (char_length(platform_content_id) between 1 and 512),
  constraint content_items_platform_url_check check (private.is_http_url(platform_url)),
  constraint content_items_title_check check (char_length(title) <= 1000),
  constraint content_items_description_check check (char_length(description) <= 100000),
  constraint content_items_thumbnail_url_check check (private.is_http_url(thumbnail_url)),
  constraint content_items_media_url_check check (private.is_http_url(media_url)),
  constraint content_items_duration_seconds_check check (duration_seconds >= 0),
  constraint content_items_view_count_check check (view_count >= 0),
  constraint content_items_like_count_check check (like_count >= 0),
  constraint content_items_dislike_count_check check (dislike_count >= 0),
  constraint content_items_comment_count_check check (comment_count >= 0),
  constraint content_items_share_count_check check (share_count >= 0),
  constraint content_items_save_count_check check (save_count >= 0),
  constraint content_items_average_view_duration_seconds_check check (average_view_duration_seconds >= 0),
  constraint content_items_watch_time_minutes_check check (watch_time_minutes >= 0),
  constraint content_items_click_through_rate_check check (click_through_rate between 0 and 1),
  constraint content_items_tags_check check (cardinality(tags) <= 500),
  constraint content_items_hashtags_check check (cardinality(hashtags) <= 500),
  constraint content_items_category_check check (char_length(category) between 1 and 100),
  constraint content_items_language_check check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  constraint content_items_transcript_check check (char_length(transcript) <= 2000000),
  constraint content_items_transcript_language_check
    check (transcript_language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  constraint content_items_analytics_data_is_an_object check (jsonb_typeof(analytics_data) = 'object')
)
-- Every sync writes the counters: room on each page keeps rows that move in no index where they are.
with (fillfactor = 85);
create index content_items_organization_id_published_at_idx
on public.content_items (organization_id, published_at desc nulls last, id desc) where deleted_at is null;
comment on index public.content_items_organization_id_published_at_idx is 'Pages of a tenant''s content, newest published first.';
create index content_items_social_account_id_published_at_idx
on public.content_items (organization_id, social_account_id, published_at desc nulls last, id desc)
where deleted_at is null;
comment on index public.content_items_social_account_id_published_at_idx is 'The newest content of an account.';
create index content_items_social_account_id_view_count_idx
on public.content_items (organization_id, social_account_id, view_count desc, id desc) where deleted_at is null;
comment on index public.content_items_social_account_id_view_count_idx is 'The most viewed content of an account.';
create index content_items_social_account_id_idx
on public.content_items (organization_id, platform, social_account_id);
comment on index public.content_items_social_account_id_idx is 'For the foreign key, and a tenant''s content of one platform.';
create index content_items_needs_analysis_idx on public.content_items (organization_id, created_at)
where analysis_status in ('pending', 'failed') and deleted_at is null;
comment on index public.content_items_needs_analysis_idx is 'What is still to be analysed; shrinks as work is done.';
create index content_items_analysis_status_idx on public.content_items (analysis_status, last_analyzed_at)
where deleted_at is null;
comment on index public.content_items_analysis_status_idx is 'Analyses that hang or have grown old, across tenants.';
create index content_items_client_account_id_idx
on public.content_items (organization_id, client_account_id, published_at desc nulls last)
where client_account_id is not null;
comment on index public.content_items_client_account_id_idx is 'What a client''s members see, and the foreign key.';
create index content_items_hidden_idx on public.content_items (organization_id, id) where deleted_at is not null;
comment on index public.content_items_hidden_idx is 'For private.hidden_content_items.';
create index content_items_deleted_at_idx on public.content_items (deleted_at) where deleted_at is not null;
comment on index public.content_items_deleted_at_idx is 'For the purge.';
create index content_items_edited_at_idx on public.content_items (edited_at) where edited_at is not null;
comment on index public.content_items_edited_at_idx is 'Edits that wait to be sent to their platform.';
create index content_items_content_type_idx on public.content_items (content_type) where content_type is not null;
create index content_items_tags_idx on public.content_items using gin (organization_id, tags);
comment on index public.content_items_tags_idx is 'browse_content: content with these tags, inside one tenant.';
create index content_items_search_vector_idx
on public.content_items using gin (uuid_send(organization_id), search_vector);
comment on index public.content_items_search_vector_idx is
'Words inside one tenant, as bytes: no other index answers that, so the planner, to whom reading long words costs nothing, takes this one.';

comment on table public.content_items is
'One row per video, post or article of a connected account, with its latest numbers; how these grew is in
content_metrics, how good they are in content_scores. Sync writes it through upsert_content_items.';
comment on column public.content_items.client_account_id is 'The account''s client; limits which client members see it.';
comment on column public.content_items.platform is 'The account''s platform.';
comment on column public.content_items.platform_content_id is 'The platform''s own id, unique within the account.';
comment on column public.content_items.media_url is 'The file itself, where the platform tells it; often valid for a while only.';
comment on column public.content_items.is_short is 'A YouTube Short, a reel or the like.';
comment on column public.content_items.published_at is 'When the platform shows it from; null: unknown or not published.';
comment on column public.content_items.click_through_rate is 'A fraction: 0.0456 is 4.56 %.';
comment on column public.content_items.subscriber_growth is 'Subscribers won through it, less those lost.';
comment on column public.content_items.hashtags is 'Without the leading number sign.';
comment on column public.content_items.category is 'As the platform names or numbers its categories.';
comment on column public.content_items.language is 'BCP 47; null: unknown, then the transcript''s counts.';
comment on column public.content_items.transcript is 'Captions or transcription of a video, as far as known.';
comment on column public.content_items.analytics_data is
'What else the platform tells: {"demographics": {"age_groups", "gender", "geography"}, "traffic_sources":
{"youtube_search": 0.35, …}, "retention_data": [{"timestamp": 0, "retention": 1.0}, …]}.';
comment on column public.content_items.synced_at is 'When the platform last told about it.';
comment on column public.content_items.edited_at is
'When a member last changed it here without the platform knowing yet: sync leaves what people wrote alone until then.';
comment on column public.content_items.deleted_at is
'When it was found gone from the platform, or its account was removed; a sync that sees it again clears it. Purged 90 days after, with its
account after 30.';

create trigger touch before update on public.content_items
for each row execute function private.touch();

-- Functions -----------------------------------------------------------------------------------------------------------

create function private.hidden_content_items()
returns uuid[]
language sql
stable
security definer -- the policy of the table hides from the caller what is asked for
set search_path = ''
as $$
  select coalesce(array_agg(i.id), '{}')
  from public.content_items as i
  where i.organization_id = private.active_org() and i.deleted_at is not null
$$;
comment on function private.hidden_content_items() is
'Items of the active organization that are gone from their platform, or whose account was removed. Policies of what hangs on them ask once
per statement.';

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.content_items enable row level security;

create policy content_items_select_members on public.content_items
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and deleted_at is null
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

grant select on public.content_items to authenticated, service_role;
grant execute on function private.hidden_content_items() to authenticated;
