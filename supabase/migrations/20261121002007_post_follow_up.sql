-- Purpose: how posts did at the first look, a day and a week after they went out.
-- Objects: due_follow_ups, record_post_metrics.

create function public.due_follow_ups(p_limit integer default 100)
returns table (
  scheduled_post_id uuid, organization_id uuid, platform text, social_account_id uuid, platform_post_id text,
  follow_up text
)
language sql
stable
security definer -- workers have no grant on the rows of every tenant through the API
set search_path = ''
as $$
  select p.id, p.organization_id, p.platform, p.social_account_id, p.platform_post_id, f.follow_up
  from public.scheduled_posts as p
  cross join lateral (
    select case
      when p.views_7d is null and p.published_at <= now() - interval '7 days' then '7d'
      -- A figure of the second day would be none of the first.
      when p.views_24h is null and p.published_at between now() - interval '48 hours' and now() - interval '24 hours' then '24h'
      when p.initial_views is null and p.published_at > now() - interval '24 hours' then 'initial'
    end as follow_up
  ) as f
  where p.status = 'published' and (p.initial_views is null or p.views_24h is null or p.views_7d is null)
    -- What was not to be had in a month is not asked for any more.
    and p.published_at between now() - interval '30 days' and now() - interval '1 hour'
    and p.social_account_id is not null and f.follow_up is not null
  order by p.published_at
  limit least(greatest(p_limit, 1), 1000)
$$;
comment on function public.due_follow_ups(integer) is
'Posts whose next follow-up (initial, 24h or 7d) has come and is not recorded.';

create function public.record_post_metrics(
  p_scheduled_post_id uuid, p_follow_up text, p_views bigint, p_likes bigint default null,
  p_comments bigint default null
)
returns boolean
language plpgsql
volatile
security definer -- workers have no grant to write posts
set search_path = ''
as $$
begin
  perform private.require(
    p_follow_up in ('initial', '24h', '7d'), 'p_follow_up', 'p_follow_up must be initial, 24h or 7d'
  );
  perform private.require(p_views >= 0, 'p_views', 'p_views must be 0 or more');
  perform private.require(coalesce(p_likes, 0) >= 0, 'p_likes', 'p_likes must be 0 or more');
  perform private.require(coalesce(p_comments, 0) >= 0, 'p_comments', 'p_comments must be 0 or more');
  update public.scheduled_posts as p
  set initial_views = case p_follow_up when 'initial' then p_views else coalesce(p.initial_views, p_views) end,
    initial_likes = case p_follow_up when 'initial' then p_likes else coalesce(p.initial_likes, p_likes) end,
    initial_comments = case p_follow_up when 'initial' then p_comments else coalesce(p.initial_comments, p_comments) end,
    views_24h = case p_follow_up when '24h' then p_views else p.views_24h end,
    likes_24h = case p_follow_up when '24h' then p_likes else p.likes_24h end,
    comments_24h = case p_follow_up when '24h' then p_comments else p.comments_24h end,
    views_7d = case p_follow_up when '7d' then p_views else p.views_7d end,
    likes_7d = case p_follow_up when '7d' then p_likes else p.likes_7d end,
    comments_7d = case p_follow_up when '7d' then p_comments else p.comments_7d end
  where p.id = p_scheduled_post_id and p.status = 'published'
    -- The first figure of its time stays.
    and case p_follow_up when 'initial' then p.initial_views when '24h' then p.views_24h else p.views_7d end is null;
  return found;
end;
$$;
comment on function public.record_post_metrics(uuid, text, bigint, bigint, bigint) is
'Keeps the figures of one follow-up; what is recorded already stays. Answers whether it was new.';

grant execute on function
  public.due_follow_ups(integer),
  public.record_post_metrics(uuid, text, bigint, bigint, bigint)
to service_role, catalyst_worker;
