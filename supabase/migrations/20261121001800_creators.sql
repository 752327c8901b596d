-- Purpose: the creators whose work organizations watch: shared reference rows, and who follows whom.
-- Objects: creator_categories, creators, followed_creators, their upkeep, policies and grants.

-- Creator categories --------------------------------------------------------------------------------------------------

create table public.creator_categories (
  slug text constraint creator_categories_pkey primary key,
  name text not null constraint creator_categories_name_key unique,
  description text,
  sort_order integer not null default 0,
  is_active boolean not null default true,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint creator_categories_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 63),
  constraint creator_categories_name_check check (char_length(name) between 1 and 100)
);
comment on table public.creator_categories is 'What creators talk about. Operators extend it.';

insert into public.creator_categories (slug, name, description, sort_order)
values
  ('business-entrepreneurship', 'Business & Entrepreneurship', 'Marketing, Sales, Leadership, Startups', 1),
  ('health-fitness', 'Health & Fitness', 'Workouts, Nutrition, Mental Health, Wellness', 2),
  ('personal-development', 'Personal Development', 'Productivity, Motivation, Life Coaching, Mindset', 3),
  ('technology-ai', 'Technology & AI', 'Tech Reviews, AI News, Programming, Digital Trends', 4),
  ('finance-investing', 'Finance & Investing', 'Personal Finance, Crypto, Stock Market, Real Estate', 5),
  ('lifestyle-fashion', 'Lifestyle & Fashion', 'Style, Beauty, Home Decor, Travel', 6),
  ('food-cooking', 'Food & Cooking', 'Recipes, Restaurant Reviews, Nutrition, Cooking Tips', 7),
  ('entertainment', 'Entertainment', 'Comedy, Pop Culture, Movies, Music, Gaming', 8),
  ('education-learning', 'Education & Learning', 'Tutorials, Science, History, Language Learning', 9),
  ('creative-arts', 'Creative Arts', 'Art, Photography, Writing, Design, Music Creation', 10);

-- Creators ------------------------------------------------------------------------------------------------------------

create table public.creators (
  id uuid constraint creators_pkey primary key default gen_random_uuid(),
  platform text not null,
  username text not null,
  profile_url text not null,
  display_name text,
  follower_count bigint,
  category text,
  is_verified boolean not null default false,
  is_active boolean not null default true,
  last_scraped_at timestamptz,
  scrape_frequency_hours integer not null default 1,
  next_scrape_at timestamptz not null default now(),
  metadata jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint creators_platform_fkey foreign key (platform)
    references public.platforms (slug) on update cascade on delete restrict,
  constraint creators_category_fkey foreign key (category)
    references public.creator_categories (slug) on update cascade on delete set null,
  constraint creators_username_check check (username ~ '^[^[:space:][:cntrl:]@/?#]+$' and char_length(username) <= 255),
  constraint creators_profile_url_check check (private.is_http_url(profile_url)),
  constraint creators_display_name_check check (char_length(display_name) between 1 and 255),
  constraint creators_follower_count_check check (follower_count >= 0),
  constraint creators_scrape_frequency_hours_check check (scrape_frequency_hours between 1 and 8760),
  constraint creators_metadata_is_a_small_object
    check (jsonb_typeof(metadata) = 'object' and octet_length(metadata::text) <= 16384)
);
create unique index creators_platform_username_key on public.creators (platform, lower(username));
comment on index public.creators_platform_username_key is 'Platforms do not tell upper and lower case apart in names.';
create index creators_category_idx on public.creators (category, follower_count desc) where category is not null;
create index creators_next_scrape_at_idx on public.creators (next_scrape_at) where is_active;
comment on index public.creators_next_scrape_at_idx is 'Whose profile is read next.';
comment on table public.creators is
'Creators on the platforms, known to all organizations alike: nothing here tells who follows them. Servers write it.';
comment on column public.creators.username is 'As the platform spells it, without @.';
comment on column public.creators.is_active is 'False: gone from the platform, or no longer read.';
comment on column public.creators.scrape_frequency_hours is 'Hours between two readings of the profile.';
comment on column public.creators.next_scrape_at is 'last_scraped_at plus the frequency; a trigger keeps it.';
comment on column public.creators.metadata is 'What else the platform shows publicly.';

create table public.followed_creators (
  id uuid constraint followed_creators_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  creator_id uuid not null,
  followed_by uuid,
  is_active boolean not null default true,
  followed_at timestamptz not null default now(),
  unfollowed_at timestamptz,
  constraint followed_creators_organization_id_creator_id_key unique (organization_id, creator_id),
  constraint followed_creators_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint followed_creators_creator_id_fkey foreign key (creator_id)
    references public.creators (id) on delete cascade,
  constraint followed_creators_followed_by_fkey foreign key (followed_by)
    references public.profiles (id) on delete set null,
  constraint unfollowed_creators_have_unfollowed_at check ((unfollowed_at is not null) = (not is_active))
);
create index followed_creators_organization_id_followed_at_idx
on public.followed_creators (organization_id, followed_at desc, id desc) where is_active;
create index followed_creators_creator_id_idx on public.followed_creators (creator_id);
create index followed_creators_followed_by_idx on public.followed_creators (followed_by) where followed_by is not null;
comment on table public.followed_creators is 'Whom an organization watches; active rows count against the metric creators.';
comment on column public.followed_creators.is_active is 'False once unfollowed; following again takes the same row.';

-- Upkeep --------------------------------------------------------------------------------------------------------------

create function private.schedule_scrape()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  new.next_scrape_at := new.last_scraped_at + make_interval(hours => new.scrape_frequency_hours);
  return new;
end;
$$;
comment on function private.schedule_scrape() is 'A profile is due again its frequency after it was read.';

create trigger schedule_scrape before update of last_scraped_at, scrape_frequency_hours on public.creators
for each row when (new.last_scraped_at is not null) execute function private.schedule_scrape();

create trigger touch before update on public.creator_categories
for each row execute function private.touch();
create trigger touch before update on public.creators
for each row execute function private.touch();

create trigger count_insert after insert on public.followed_creators
referencing new table as new_rows for each statement execute function private.count_rows('creators', 'is_active');
create trigger count_update after update on public.followed_creators
referencing old table as old_rows new table as new_rows
for each statement execute function private.count_rows('creators', 'is_active');
create trigger count_delete after delete on public.followed_creators
referencing old table as old_rows for each statement execute function private.count_rows('creators', 'is_active');

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.creator_categories enable row level security;
alter table public.creators enable row level security;
alter table public.followed_creators enable row level security;

create policy creator_categories_select_everyone on public.creator_categories
for select to anon, authenticated
using (is_active);

create policy creators_select_people on public.creators
for select to authenticated
using (true);
comment on policy creators_select_people on public.creators is 'Public profiles: everybody signed in sees all of them.';

create policy followed_creators_select_staff on public.followed_creators
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));
comment on policy followed_creators_select_staff on public.followed_creators is
'Those limited to one client account do not see whom the organization watches.';

grant select on public.creator_categories to anon, authenticated, service_role;
grant select on public.creators, public.followed_creators to authenticated, service_role;
