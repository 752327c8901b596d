-- Purpose: lookups that operators extend: platforms, kinds of content on them, search engines.
-- Objects: platforms, content_types, search_engines, platform_slug, policies and grants.

create type public.generated_content_type as enum (
  'title', 'script', 'description', 'tags', 'thumbnail_prompt', 'caption', 'social_post', 'thread', 'email',
  'short_video', 'blog_article', 'carousel'
);
comment on type public.generated_content_type is 'What a piece of generated content is.';

create type public.visibility as enum ('public', 'unlisted', 'private');
comment on type public.visibility is 'Who sees an account or a piece of content on its platform; unlisted: whoever has the link.';

-- Content types -------------------------------------------------------------------------------------------------------

create table public.content_types (
  slug text constraint content_types_pkey primary key,
  display_name text not null,
  description text,
  is_active boolean not null default true,
  sort_order integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint content_types_slug_check check (slug ~ '^[a-z][a-z0-9_]{0,31}$')
);
comment on table public.content_types is
'Forms in which content exists on a platform. Which of them a platform takes,
  and within which bounds: platforms.limits, key media.';

insert into public.content_types (slug, display_name, description, sort_order) values
  ('long_video', 'Long video', 'A video watched for its own sake, usually wide.', 10),
  ('short_video', 'Short video', 'A vertical video of at most a few minutes, such as a Short.', 20),
  ('image', 'Image', 'A single picture with a caption.', 30),
  ('carousel', 'Carousel', 'Several pictures or videos to swipe through.', 40),
  ('story', 'Story', 'A picture or video that disappears after a day.', 50),
  ('reel', 'Reel', 'A short video in the reels of Instagram or Facebook.', 60),
  ('post', 'Post', 'Text, with or without a link.', 70),
  ('thread', 'Thread', 'Several posts that answer each other.', 80),
  ('article', 'Article', 'A long text with a title: a blog article, a newsletter.', 90),
  ('document', 'Document', 'Pages to leaf through.', 100),
  ('audio', 'Audio', 'Something to listen to, such as a podcast episode.', 110);

-- Platforms -----------------------------------------------------------------------------------------------------------

create table public.platforms (
  slug text constraint platforms_pkey primary key,
  display_name text not null,
  description text,
  aliases text[] not null default '{}',
  website_url text,
  api_docs_url text,
  logo_url text,
  is_oauth_required boolean not null default true,
  is_generation_target boolean not null default false,
  content_type public.generated_content_type not null default 'social_post',
  limits jsonb not null default '{}',
  is_active boolean not null default true,
  sort_order integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint platforms_slug_check check (slug ~ '^[a-z][a-z0-9_]{0,31}$'),
  constraint platforms_limits_is_an_object check (jsonb_typeof(limits) = 'object')
);
comment on table public.platforms is 'Where content is published. Operators extend it; limits are the platform''s own.';
comment on column public.platforms.aliases is 'Other names it is known by; accepted wherever a platform is named.';
comment on column public.platforms.is_oauth_required is 'Whether it is reached through a platform connection.';
comment on column public.platforms.is_generation_target is 'create_generation can write for it.';
comment on column public.platforms.content_type is 'The kind of content a generation for this platform yields.';
comment on column public.platforms.limits is
  'The platform''s own limits: text at the top, e.g. max_characters,
    max_hashtags (counted as the platform counts); media by content
type, sizes in bytes and lengths in seconds,
  ratios as width to height; daily: what one account may publish in 24 hours.';

insert into public.platforms
  (
    slug, display_name, description, aliases, website_url, api_docs_url, is_oauth_required, is_generation_target,
    content_type, sort_order, limits
  )
values
  ('youtube', 'YouTube', 'Videos and Shorts.', '{youtube_shorts}', 'https://www.youtube.com',
    'https://developers.google.com/youtube/v3', true, false, 'description', 10,
    '{"max_title_characters": 100, "max_description_bytes": 5000, "max_tags_characters": 500,
      "forbidden_characters": "<>",
      "media": {
        "long_video": {"max_bytes": 274877906944, "max_seconds": 43200},
        "short_video": {"max_bytes": 274877906944, "max_seconds": 180, "max_ratio": 1},
        "image": {"use": "thumbnail", "formats": ["jpeg", "png"], "max_bytes": 2097152, "advised_width": 1280,
        "advised_height": 720}
      }}'),
  ('instagram', 'Instagram', 'Reels, carousels, stories and pictures.', '{}', 'https://www.instagram.com',
    'https://developers.facebook.com/docs/instagram-platform', true, true, 'caption', 20,
    '{"max_characters": 2200, "max_hashtags": 30, "advised_hashtags": 5, "max_mentions": 20,
      "max_alt_text_characters": 1000,
      "media": {
        "image": {"formats": ["jpeg"], "max_bytes": 8388608, "min_width": 320, "max_width": 1440, "min_ratio": 0.8,
        "max_ratio": 1.91},
        "carousel": {"min_items": 2, "max_items": 10},
        "reel": {"formats": ["mp4", "mov"], "max_bytes": 314572800, "min_seconds": 3, "max_seconds": 900,
        "min_fps": 23, "max_fps": 60},
        "story": {"formats": ["mp4", "mov", "jpeg"], "max_bytes": 104857600, "min_seconds": 3, "max_seconds": 60}
      },
      "daily": {"posts": 50, "containers": 400}}'),
  ('tiktok', 'TikTok', 'Short videos and photo posts.', '{}', 'https://www.tiktok.com',
    'https://developers.tiktok.com', true, true,
    'short_video', 30,
    '{"max_characters": 2200, "character_unit": "utf16", "max_photo_title_characters": 90,
      "max_photo_description_characters": 4000,
      "media": {
        "short_video": {
          "formats": ["mp4", "webm", "mov"], "max_bytes": 4294967296, "min_seconds": 3, "max_seconds": 600,
          "min_fps": 23, "max_fps": 60,
          "min_width": 360, "max_width": 4096
        },
        "carousel": {"formats": ["jpeg", "webp"], "max_bytes": 20971520, "min_items": 1, "max_items": 35}
      },
      "daily": {"posts": 15, "drafts": 5}}'),
  ('facebook', 'Facebook', 'Posts, pictures and reels of a page.', '{}', 'https://www.facebook.com',
    'https://developers.facebook.com/docs/pages-api', true, false, 'social_post', 40,
    '{"max_characters": 63206,
      "media": {
        "post": {},
        "image": {"formats": ["jpeg", "png", "gif", "bmp", "tiff"], "max_bytes": 10485760},
        "reel": {"formats": ["mp4"], "min_seconds": 3, "max_seconds": 90, "min_fps": 24, "max_fps": 60,
        "min_width": 540},
        "story": {"min_seconds": 3, "max_seconds": 60}
      },
      "daily": {"reels": 30}}'),
  ('x', 'X', 'Posts and threads.', '{twitter}', 'https://x.com', 'https://docs.x.com', true, true, 'thread', 50,
    '{"max_characters": 280, "character_unit": "weighted", "url_characters": 23, "max_cashtags": 1,
      "media": {
        "post": {},
        "thread": {},
        "image": {"formats": ["jpeg", "png", "webp"], "max_bytes": 5242880, "max_items": 4},
        "short_video": {
          "formats": ["mp4", "mov"], "max_bytes": 536870912, "min_seconds": 0.5, "max_seconds": 140, "max_fps": 60,
          "min_ratio": 0.34, "max_ratio": 3
        }
      }}'),
  ('linkedin', 'LinkedIn', 'Posts of a person or an organization.', '{}', 'https://www.linkedin.com',
    'https://learn.microsoft.com/linkedin', true, true, 'social_post', 60,
    '{"max_characters": 3000, "max_alt_text_characters": 4086,
      "media": {
        "post": {},
        "image": {"formats": ["jpeg", "png", "gif"], "max_pixels": 36152319},
        "carousel": {"min_items": 2, "max_items": 20},
        "long_video": {"formats": ["mp4"], "min_bytes": 76800, "max_bytes": 524288000, "min_seconds": 3,
        "max_seconds": 1800},
        "document": {}
      },
      "daily": {"posts": 150}}'),
  ('threads', 'Threads', 'Short posts and threads.', '{}', 'https://www.threads.com',
    'https://developers.facebook.com/docs/threads',
    true, true, 'thread', 70,
    '{"max_characters": 500, "max_topic_tags": 1, "max_links": 5, "max_alt_text_characters": 1000,
      "media": {
        "post": {},
        "thread": {},
        "image": {"formats": ["jpeg", "png"], "max_bytes": 8388608, "min_width": 320, "max_width": 1440,
        "max_ratio": 10},
        "short_video": {"formats": ["mp4", "mov"], "max_bytes": 1073741824, "max_seconds": 300, "min_fps": 23,
        "max_fps": 60},
        "carousel": {"min_items": 2, "max_items": 20}
      },
      "daily": {"posts": 250, "replies": 1000, "deletes": 100}}'),
  ('email', 'E-mail', 'Newsletters.', '{}', null, null, false, true, 'email', 80,
    '{"max_subject_characters": 60, "media": {"article": {}}}');

create function private.platform_slug(p_name text)
returns text
language sql
stable
set search_path = ''
as $$
  select p.slug
  from public.platforms as p
  where p.is_active and (p.slug = lower(btrim(p_name)) or lower(btrim(p_name)) = any(p.aliases))
  order by p.slug <> lower(btrim(p_name)), p.sort_order
  limit 1
$$;
comment on function private.platform_slug(text) is
'The platform known by this name or alias, in any case; null for none.';

-- Search engines ------------------------------------------------------------------------------------------------------

create table public.search_engines (
  slug text constraint search_engines_pkey primary key,
  display_name text not null,
  description text,
  api_endpoint text not null,
  api_docs_url text,
  is_connection_required boolean not null default true,
  supports_oauth boolean not null default false,
  supports_indexnow boolean not null default false,
  supports_deletion boolean not null default false,
  supports_status_check boolean not null default false,
  limits jsonb not null default '{}',
  is_active boolean not null default true,
  sort_order integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint search_engines_slug_check check (slug ~ '^[a-z][a-z0-9_]{0,31}$'),
  constraint search_engines_api_endpoint_check check (private.is_http_url(api_endpoint)),
  constraint search_engines_api_docs_url_check check (private.is_http_url(api_docs_url)),
  constraint search_engines_limits_is_an_object check (jsonb_typeof(limits) = 'object')
);
comment on table public.search_engines is 'Where addresses are submitted for indexing. Operators extend it.';
comment on column public.search_engines.is_connection_required is
  'Whether submissions need a seo connection with credentials of the site''s owner; IndexNow needs a key,
    which is one as well.';
comment on column public.search_engines.supports_indexnow is 'Whether it takes part in IndexNow,
  so that one submission there reaches it.';
comment on column public.search_engines.supports_deletion is 'Whether it can be told that an address is gone.';
comment on column public.search_engines.supports_status_check is 'Whether it can be asked if an address is indexed.';
comment on column public.search_engines.limits is 'addresses per day (as the engine grants by default) and per call.';

insert into public.search_engines
  (
    slug, display_name, description, api_endpoint, api_docs_url, supports_oauth, supports_indexnow, supports_deletion,
    supports_status_check, limits, sort_order
  )
values
  ('google', 'Google', 'Indexing API and Search Console.',
    'https://indexing.googleapis.com/v3/urlNotifications:publish',
    'https://developers.google.com/search/apis/indexing-api/v3/quickstart', true, false, true, true,
    '{"max_urls_per_day": 200, "max_urls_per_call": 100, "max_inspections_per_day": 2000}', 10),
  ('bing', 'Bing', 'Webmaster API.', 'https://ssl.bing.com/webmaster/api.svc/json/SubmitUrlbatch',
    'https://learn.microsoft.com/bingwebmaster', true, true, false, true,
    '{"max_urls_per_day": 100, "max_urls_per_call": 500}', 20),
  ('yandex', 'Yandex', 'Webmaster API, recrawl queue.', 'https://api.webmaster.yandex.net/v4',
    'https://yandex.com/dev/webmaster/doc/en', true, true, false, true,
    '{"max_urls_per_day": 150, "max_urls_per_call": 1}', 30),
  ('indexnow', 'IndexNow', 'One submission for every engine that takes part.', 'https://api.indexnow.org/indexnow',
    'https://www.indexnow.org/documentation', false, true, true, false,
    '{"max_urls_per_call": 10000}', 40);

-- Triggers ------------------------------------------------------------------------------------------------------------

create trigger touch before update on public.content_types
for each row execute function private.touch();
create trigger touch before update on public.platforms
for each row execute function private.touch();
create trigger touch before update on public.search_engines
for each row execute function private.touch();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.content_types enable row level security;
alter table public.platforms enable row level security;
alter table public.search_engines enable row level security;

create policy content_types_select_everyone on public.content_types
for select to anon, authenticated
using (is_active);

create policy platforms_select_everyone on public.platforms
for select to anon, authenticated
using (is_active);

create policy search_engines_select_everyone on public.search_engines
for select to anon, authenticated
using (is_active);

grant select on public.content_types, public.platforms, public.search_engines to anon, authenticated;
grant select, insert, update on public.content_types, public.platforms, public.search_engines to service_role;

-- Names of platforms are looked up in the reader's own name.
grant execute on function private.platform_slug(text) to authenticated;
