-- Purpose: what creators that are followed publish, as far as their public feeds tell, and what it comes to on average.
-- Objects: private.creator_posts, private.creator_figures, private.request_creator_readings, apply_ and
--          fail_read_creator, the kind, cron.

create table private.creator_posts (
  creator_id uuid not null,
  platform_post_id text not null,
  published_at timestamptz not null,
  view_count bigint,
  like_count bigint,
  comment_count bigint,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  constraint creator_posts_pkey primary key (creator_id, platform_post_id),
  constraint creator_posts_creator_id_fkey foreign key (creator_id) references public.creators (id) on delete cascade,
  constraint creator_posts_platform_post_id_check check (char_length(platform_post_id) between 1 and 200),
  constraint creator_posts_view_count_check check (view_count >= 0),
  constraint creator_posts_like_count_check check (like_count >= 0),
  constraint creator_posts_comment_count_check check (comment_count >= 0)
);
create index creator_posts_published_at_idx on private.creator_posts (published_at);
comment on table private.creator_posts is
'Public posts of creators with their public figures, shared by all tenants as creators are; not what they say.';
comment on column private.creator_posts.view_count is 'As it was last seen; null where the platform does not show it. Likes and comments likewise.';
comment on column private.creator_posts.seen_at is 'When the figures were read last.';

insert into private.retention_rules (parent, method, time_column, retain, description) values
  ('private.creator_posts', 'delete_rows', 'published_at', interval '400 days', 'Averages are of a year.');

alter table private.creator_posts enable row level security;

create function private.creator_figures(p_creator_id uuid, p_days integer)
returns table (post_count bigint, average_views numeric, engagement_rate numeric, uploads_per_week numeric)
language sql
stable
set search_path = ''
as $$
  select count(*), round(avg(p.view_count)),
    round(
      100.0 * sum(coalesce(p.like_count, 0) + coalesce(p.comment_count, 0)) filter (where t.is_counted)
        / nullif(sum(p.view_count) filter (where t.is_counted), 0), 2
    ),
    -- A feed shows the newest posts only: what was before the oldest of them is not known to be nothing.
    round(
      count(*) * 7.0 / nullif(greatest(7, least(p_days, extract(epoch from now() - min(p.published_at)) / 86400)), 0), 2
    )
  from private.creator_posts as p
  cross join lateral (
    select p.view_count is not null and num_nonnulls(p.like_count, p.comment_count) > 0 as is_counted
  ) as t
  where p.creator_id = p_creator_id and p.published_at between now() - make_interval(days => p_days) and now()
  having count(*) > 0
$$;
comment on function private.creator_figures(uuid, integer) is
'Means over the public posts of a creator that were seen: views, likes and comments per 100 views (of posts that show both sides), posts a
week since the oldest of them. No row where none was seen; null where the platform shows no such figure.';

-- The kind ------------------------------------------------------------------------------------------------------------

create function private.request_creator_readings(p_limit integer default 500)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_creators public.creators[] := array(
    select c
    from public.creators as c
    -- The one platform whose feeds are public and have figures.
    where c.platform = 'youtube' and c.is_active and coalesce(c.next_scrape_at, now()) <= now()
      and exists (
        select from public.followed_creators as f
        join public.organizations as o on o.id = f.organization_id and o.deleted_at is null
        where f.creator_id = c.id and f.is_active
      )
    order by c.next_scrape_at nulls first, c.id
    limit p_limit
  );
begin
  return (
    select count(*)
    from private.enqueue_jobs(
      'read_creator', null,
      array(select jsonb_build_object('platform', c.platform, 'profile_url', c.profile_url) from unnest(v_creators) as c),
      array(select c.id from unnest(v_creators) as c),
      p_dedupe_keys => array(select c.id::text from unnest(v_creators) as c)
    )
  );
end;
$$;
comment on function private.request_creator_readings(integer) is
'Has the public feeds of followed creators read whose profile is due; those that wait already are not asked for again. Answers how many.';

create function private.apply_read_creator(p_job public.jobs, p_result jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  update public.creators as c
  set last_scraped_at = now(), display_name = coalesce(c.display_name, left(p_result ->> 'display_name', 255))
  where c.id = p_job.subject_id;
  if not found then
    return;
  end if;
  insert into private.creator_posts as p (
    creator_id, platform_post_id, published_at, view_count, like_count, comment_count
  )
  select distinct on (r.platform_post_id) p_job.subject_id, r.platform_post_id, r.published_at, r.view_count,
    r.like_count, r.comment_count
  from jsonb_to_recordset(coalesce(p_result -> 'posts', '[]')) as r (
    platform_post_id text, published_at timestamptz, view_count bigint, like_count bigint, comment_count bigint
  )
  where char_length(r.platform_post_id) between 1 and 200
    -- What says that it is of the future would outlive every retention.
    and r.published_at between now() - interval '400 days' and now() + interval '1 day'
  order by r.platform_post_id
  on conflict (creator_id, platform_post_id) do update
  set
    view_count = coalesce(excluded.view_count, p.view_count),
    like_count = coalesce(excluded.like_count, p.like_count),
    comment_count = coalesce(excluded.comment_count, p.comment_count),
    seen_at = now();
end;
$$;
comment on function private.apply_read_creator(public.jobs, jsonb) is
'Keeps {display_name, posts: [{platform_post_id, published_at, view_count, like_count, comment_count}]}; the profile is due again its
frequency from now.';

create function private.fail_read_creator(p_job public.jobs, p_code text, p_message text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  -- What is not found today is not looked for every hour. @plpgsql_check_options: extra_warnings = off
  update public.creators as c set next_scrape_at = now() + interval '1 day' where c.id = p_job.subject_id;
end;
$$;
comment on function private.fail_read_creator(public.jobs, text, text) is 'A profile that could not be read is tried again tomorrow.';

insert into public.job_kinds
  (kind, queue, subject_table, apply_function, failure_function, max_attempts, lease_seconds, backoff_base_seconds,
    backoff_max_seconds, timeout_seconds, batch_complete, is_system, description)
values
  ('read_creator', 'ai', 'creators', 'private.apply_read_creator', 'private.fail_read_creator', 3, 60, 60, 3600, 120, false, true,
    'Reads the public feed of a creator whom somebody follows');

select cron.schedule('request-creator-readings', '27 */6 * * *', 'select private.request_creator_readings()');
