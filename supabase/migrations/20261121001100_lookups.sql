-- Purpose: lookups that operators extend: the platforms content lives on.
-- Objects: platforms, policies and grants.

create type public.generated_content_type as enum (
  'title', 'script', 'description', 'tags', 'thumbnail_prompt', 'caption', 'social_post', 'thread', 'email',
  'short_video', 'blog_article', 'carousel'
);
comment on type public.generated_content_type is 'What a piece of generated content is.';

-- Platforms -----------------------------------------------------------------------------------------------------------

create table public.platforms (
  slug text constraint platforms_pkey primary key,
  display_name text not null,
  description text,
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
comment on column public.platforms.is_generation_target is 'create_generation can write for it.';
comment on column public.platforms.content_type is 'The kind of content a generation for this platform yields.';
comment on column public.platforms.limits is
  'Platform limits by name, e.g. max_characters, max_hashtags, max_items; characters are counted as the platform counts.';

insert into public.platforms
  (
    slug, display_name, website_url, api_docs_url, is_oauth_required, is_generation_target, content_type, sort_order,
    limits
  )
values
  ('youtube', 'YouTube', 'https://www.youtube.com', 'https://developers.google.com/youtube/v3', true, false, 'description', 10,
    '{"max_title_characters": 100, "max_description_bytes": 5000, "max_tags_characters": 500}'),
  ('instagram', 'Instagram', 'https://www.instagram.com', 'https://developers.facebook.com/docs/instagram-platform', true, true,
    'caption', 20, '{"max_characters": 2200, "max_hashtags": 30, "advised_hashtags": 5, "max_mentions": 20}'),
  ('tiktok', 'TikTok', 'https://www.tiktok.com', 'https://developers.tiktok.com', true, true, 'short_video', 30,
    '{"max_characters": 2200, "character_unit": "utf16"}'),
  ('facebook', 'Facebook', 'https://www.facebook.com', 'https://developers.facebook.com/docs/pages-api', true, false, 'social_post', 40,
    '{"max_characters": 63206}'),
  ('x', 'X', 'https://x.com', 'https://docs.x.com', true, true, 'thread', 50,
    '{"max_characters": 280, "character_unit": "weighted", "url_characters": 23}'),
  ('linkedin', 'LinkedIn', 'https://www.linkedin.com', 'https://learn.microsoft.com/linkedin', true, true, 'social_post', 60,
    '{"max_characters": 3000}'),
  ('threads', 'Threads', 'https://www.threads.com', 'https://developers.facebook.com/docs/threads', true, true, 'thread', 70,
    '{"max_characters": 500, "max_topic_tags": 1, "max_links": 5}'),
  ('email', 'E-mail', null, null, false, true, 'email', 80,
    '{"max_subject_characters": 60}');

create trigger touch before update on public.platforms
for each row execute function private.touch();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.platforms enable row level security;

create policy platforms_select_everyone on public.platforms
for select to anon, authenticated
using (is_active);

grant select on public.platforms to anon, authenticated, service_role;
