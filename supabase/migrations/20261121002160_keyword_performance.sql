-- Purpose: which keywords and hashtags go with content that does well.
-- Objects: private.ranked_items, keyword_performance, hashtag_performance.

create function private.ranked_items(p_organization_id uuid, p_social_account_id uuid, p_days integer)
returns table (content_item_id uuid, tags text[], hashtags text[], percentile numeric, views bigint, engagement bigint)
language sql
stable
security invoker
set search_path = ''
as $$
  select i.id, i.tags, i.hashtags || coalesce(g.hashtags, '{}'), m.percentile, m.views, m.engagement
  from public.content_items as i
  cross join lateral (
    -- A week shows what it became; younger and older milestones stand in for a missing one.
    select r.percentile, r.views, r.engagement
    from public.content_milestones as r
    where r.organization_id = p_organization_id and r.content_item_id = i.id and r.percentile is not null
      and r.age_days <= 28
    order by array_position('{7,28,1}', r.age_days::integer)
    limit 1
  ) as m
  left join lateral (
    -- What was written for it here, which the platform may not report back as hashtags.
    select c.hashtags || s.post_hashtags as hashtags
    from public.scheduled_posts as s
    left join public.generated_content as c on c.organization_id = s.organization_id and c.id = s.generated_content_id
    where s.organization_id = p_organization_id and s.social_account_id = i.social_account_id
      and s.platform_post_id = i.platform_content_id
    limit 1
  ) as g on true
  where i.organization_id = p_organization_id and i.deleted_at is null
    and (p_social_account_id is null or i.social_account_id = p_social_account_id)
    and i.published_at > now() - make_interval(days => p_days)
$$;
comment on function private.ranked_items(uuid, uuid, integer) is
'Items of the last days with their words and their percentile among the channel''s items at the same age.';

create function public.keyword_performance(
  p_social_account_id uuid default null, p_days integer default 365, p_minimum_samples integer default 3,
  p_limit integer default 50
)
returns table (
  keyword text, sample_count bigint, average_percentile numeric, average_views numeric,
  average_engagement_rate numeric, lift numeric
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_organization_id uuid := private.active_org_or_raise();
begin
  perform private.require(p_days between 1 and 1100, 'p_days', 'p_days must be from 1 to 1100');
  perform private.require(p_minimum_samples between 1 and 1000, 'p_minimum_samples', 'p_minimum_samples must be from 1 to 1000');
  perform private.require(p_limit between 1 and 500, 'p_limit', 'p_limit must be from 1 to 500');
  return query
  select w.word, count(*), round(avg(r.percentile), 2), round(avg(r.views), 2),
    round(100 * sum(r.engagement) / nullif(sum(r.views), 0), 2),
    round(avg(r.percentile) - avg(avg(r.percentile)) over (), 2)
  from private.ranked_items(v_organization_id, p_social_account_id, p_days) as r
  cross join lateral (
    select distinct lower(btrim(t.word)) as word
    from unnest(r.tags) as t (word)
    where t.word ~ '\S'
  ) as w
  group by w.word
  having count(*) >= p_minimum_samples
  order by 3 desc nulls last, 2 desc, 1
  limit p_limit;
end;
$$;
comment on function public.keyword_performance(uuid, integer, integer, integer) is
'How content with each tag did among its channel''s at the same age: sample_count items, average_percentile (0 to 100), average views and
engagement at that age, and lift, the difference
from the mean of all tags. Of one account or all, published in the last p_days days.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR.';

create function public.hashtag_performance(
  p_social_account_id uuid default null, p_days integer default 365, p_minimum_samples integer default 3,
  p_limit integer default 50
)
returns table (
  hashtag text, sample_count bigint, average_percentile numeric, average_views numeric,
  average_engagement_rate numeric, lift numeric
)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_organization_id uuid := private.active_org_or_raise();
begin
  perform private.require(p_days between 1 and 1100, 'p_days', 'p_days must be from 1 to 1100');
  perform private.require(p_minimum_samples between 1 and 1000, 'p_minimum_samples', 'p_minimum_samples must be from 1 to 1000');
  perform private.require(p_limit between 1 and 500, 'p_limit', 'p_limit must be from 1 to 500');
  return query
  select w.word, count(*), round(avg(r.percentile), 2), round(avg(r.views), 2),
    round(100 * sum(r.engagement) / nullif(sum(r.views), 0), 2),
    round(avg(r.percentile) - avg(avg(r.percentile)) over (), 2)
  from private.ranked_items(v_organization_id, p_social_account_id, p_days) as r
  cross join lateral (
    select distinct lower(ltrim(btrim(t.word), '#')) as word
    from unnest(r.hashtags) as t (word)
    where t.word ~ '[^#\s]'
  ) as w
  group by w.word
  having count(*) >= p_minimum_samples
  order by 3 desc nulls last, 2 desc, 1
  limit p_limit;
end;
$$;
comment on function public.hashtag_performance(uuid, integer, integer, integer) is
'As keyword_performance, for hashtags: those the platform reports and those that were generated for the post.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  private.ranked_items(uuid, uuid, integer),
  public.keyword_performance(uuid, integer, integer, integer),
  public.hashtag_performance(uuid, integer, integer, integer)
to authenticated;
