-- The same facts in the shape of an ordinary first design, for comparison on the same server and the same rows.
-- One row per measurement with a surrogate key and a foreign key to what was measured, no tenant in it, no partitions;
-- scores ranked by a row trigger; policies that ask a sub-query who belongs where.

create schema baseline;

create table baseline.posts (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null,
  organization_id uuid not null,
  title text not null,
  body text,
  created_at timestamptz not null default now(),
  deleted_at timestamptz
);
create table baseline.engagement_metrics (
  id uuid default gen_random_uuid(),
  post_id uuid not null,
  platform varchar(50) not null,
  views integer default 0,
  impressions integer default 0,
  reach integer default 0,
  likes integer default 0,
  comments integer default 0,
  shares integer default 0,
  saves integer default 0,
  clicks integer default 0,
  engagement_rate decimal(5, 2),
  collected_at timestamp not null default current_timestamp
);
create table baseline.videos (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null,
  external_id text unique not null,
  title text not null,
  description text,
  duration_seconds integer,
  published_at timestamptz,
  view_count integer default 0,
  like_count integer default 0,
  comment_count integer default 0,
  average_view_duration_seconds decimal(10, 2),
  subscriber_growth integer default 0,
  tags text[] default '{}',
  performance_score decimal(5, 2),
  performance_percentile decimal(5, 2),
  analysis_status text default 'pending',
  updated_at timestamptz default now()
);

insert into baseline.posts (id, owner_id, organization_id, title, body, created_at)
select i.id, i.organization_id, i.organization_id, i.title, i.description, i.created_at from public.content_items as i;
-- What each day added, so that both sides add up to the same; as totals, which first designs store, they would not.
insert into baseline.engagement_metrics (post_id, platform, views, impressions, reach, likes, comments, shares, saves, collected_at)
select g.content_item_id, 'youtube', g.views, g.impressions, g.reach, g.likes, g.comments, g.shares, g.saves,
  g.captured_on + interval '3 hours'
from bench.gains as g
order by g.captured_on;
-- After the rows: random keys one by one would take longer than all the rest.
alter table baseline.engagement_metrics add primary key (id);
alter table baseline.engagement_metrics add unique (post_id, platform, collected_at);
create index on baseline.posts (owner_id);
create index on baseline.posts (organization_id, created_at desc, id desc);
create index on baseline.engagement_metrics (post_id);
create index on baseline.videos (user_id);
create index on baseline.videos (user_id, performance_score desc nulls last);
create index on baseline.videos (user_id, published_at desc);
create index on baseline.videos (user_id, view_count desc);
create index on baseline.videos (analysis_status);
create index on baseline.videos using gin (tags);

-- The list that policies are tried on: ours without ours.
create table baseline.generated_content (like public.generated_content including defaults including generated);
insert into baseline.generated_content (id, organization_id, content_type, title, generated_text, ai_model, created_at, updated_at)
select g.id, g.organization_id, g.content_type, g.title, g.generated_text, g.ai_model, g.created_at, g.updated_at
from public.generated_content as g;
create index on baseline.generated_content (organization_id, created_at desc, id desc);
create index on baseline.generated_content (created_at desc);
alter table baseline.generated_content enable row level security;
create policy members on baseline.generated_content
for select to authenticated
using (
  organization_id in (
    select m.organization_id from public.organization_members as m where m.user_id = auth.uid() and m.status = 'active'
  )
);
grant usage on schema baseline to authenticated;
grant select on baseline.generated_content to authenticated;
