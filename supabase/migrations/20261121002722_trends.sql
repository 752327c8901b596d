-- Purpose: what is rising: words that outside sources call trending, and words that rise on the channel itself.
-- Objects: private.rising_words, private.trends, get_trends, trends_for.

create function private.rising_words(
  p_organization_id uuid, p_social_account_id uuid, p_platform text, p_client_account_id uuid
)
returns table (keyword text, sample_count bigint, percentile numeric, lift numeric)
language sql
stable
security invoker
set search_path = ''
as $$
  with seen as (
    -- A word that is a tag and a hashtag of an item is one word of one item.
    select distinct f.value, f.content_item_id, f.percentile,
      i.published_at > now() - interval '35 days' as is_recent
    from private.measured_features(
      p_organization_id, p_social_account_id, p_platform, p_client_account_id, null, 365
    ) as f
    join public.content_items as i on i.organization_id = p_organization_id and i.id = f.content_item_id
    where f.feature in ('keywords', 'hashtags', 'topics')
  ),
  word as (
    select s.value, count(*) filter (where s.is_recent) as recent_count,
      avg(s.percentile) filter (where s.is_recent) as recent,
      -- A word that is new on the channel is set against the channel's middle.
      coalesce(avg(s.percentile) filter (where not s.is_recent), 50) as before
    from seen as s
    group by s.value
  )
  select w.value, w.recent_count, round((w.recent * w.recent_count + 5 * 50) / (w.recent_count + 5), 2),
    round(w.recent - w.before, 2)
  from word as w
  where w.recent_count >= 2 and w.recent > w.before and w.recent >= 50
$$;
comment on function private.rising_words(uuid, uuid, text, uuid) is
'Tags, hashtags and topics whose items of the last five weeks did better at the same age than those before, and than the channel''s middle; at
least two of them. percentile has five ordinary items mixed in.';

create function private.trends(
  p_organization_id uuid, p_social_account_id uuid, p_platform text, p_client_account_id uuid, p_language text,
  p_region text, p_limit integer
)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_platform text := private.platform_slug(p_platform);
  v_result jsonb;
begin
  perform private.require(
    p_platform is null or v_platform is not null, 'p_platform', 'p_platform must be a platform such as youtube'
  );
  perform private.require(p_limit between 1 and 100, 'p_limit', 'p_limit must be from 1 to 100');
  perform private.require(
    p_language is null or p_language ~ '^[a-z]{2}(-[A-Z]{2})?$', 'p_language', 'p_language must be a language such as nl or en-GB'
  );
  perform private.require(p_region is null or p_region ~ '^[A-Z]{2}$', 'p_region', 'p_region must be a country such as NL');
  if v_platform is null then
    select a.platform into v_platform
    from public.social_accounts as a where a.organization_id = p_organization_id and a.id = p_social_account_id;
  end if;
  select jsonb_build_object(
    'outside', (
      select coalesce(jsonb_agg(to_jsonb(o) order by o.trending_score desc nulls last, o.keyword), '[]')
      from (
        select d.*
        from (
          select distinct on (k.keyword) k.keyword, k.platform, k.trending_score, k.search_volume,
            k.competition_level, k.category, k.source, k.valid_end
          from public.trending_keywords as k
          where k.valid_start <= now() and k.valid_end > now()
            and (v_platform is null or k.platform is null or k.platform = v_platform)
            and (p_language is null or k.language is null or left(k.language, 2) = left(p_language, 2))
            and (p_region is null or k.region is null or k.region = p_region)
          order by k.keyword, k.trending_score desc nulls last
        ) as d
        order by d.trending_score desc nulls last, d.keyword
        limit p_limit
      ) as o
    ),
    'channel', (
      select coalesce(jsonb_agg(to_jsonb(r) order by r.percentile desc, r.keyword), '[]')
      from (
        select w.* from private.rising_words(
          p_organization_id, p_social_account_id, v_platform, p_client_account_id
        ) as w
        order by w.percentile desc, w.keyword
        limit p_limit
      ) as r
    )
  )
  into v_result;
  return v_result;
end;
$$;
comment on function private.trends(uuid, uuid, text, uuid, text, text, integer) is
'The work of get_trends and trends_for.';

create function public.get_trends(
  p_platform text default null, p_social_account_id uuid default null, p_client_account_id uuid default null,
  p_language text default null, p_region text default null, p_limit integer default 20
)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_organization_id uuid := private.active_org_or_raise();
begin
  perform private.require_social_account(v_organization_id, p_social_account_id);
  return private.trends(
    v_organization_id, p_social_account_id, p_platform, coalesce(private.member_client_account(), p_client_account_id),
    p_language, p_region, p_limit
  );
end;
$$;
comment on function public.get_trends(text, uuid, uuid, text, text, integer) is
'What is rising: {outside: [{keyword, platform, trending_score, search_volume, competition_level, category, source,
valid_end}] as outside sources say and while it is valid (platform null: of none in particular), channel:
[{keyword, sample_count, percentile, lift}] as the own content shows:
words whose items of the last five weeks did better at the same age than those before}. Of a
platform, an account, a client''s content or what is no client''s; p_limit of each. Errors: UNAUTHORIZED, FORBIDDEN,
NOT_FOUND, VALIDATION_ERROR.';

create function public.trends_for(
  p_organization_id uuid, p_social_account_id uuid default null, p_platform text default null,
  p_client_account_id uuid default null, p_language text default null, p_region text default null,
  p_limit integer default 20
)
returns jsonb
language plpgsql
stable
security definer -- workers read no domain tables
set search_path = ''
as $$
begin
  perform private.require(p_organization_id is not null, 'p_organization_id', 'p_organization_id is missing');
  return private.trends(
    p_organization_id, p_social_account_id, p_platform, p_client_account_id, p_language, p_region, p_limit
  );
end;
$$;
comment on function public.trends_for(uuid, uuid, text, uuid, text, text, integer) is
'For workers: get_trends of an organization. Errors: VALIDATION_ERROR.';

grant execute on function
  private.rising_words(uuid, uuid, text, uuid),
  private.trends(uuid, uuid, text, uuid, text, text, integer),
  public.get_trends(text, uuid, uuid, text, text, integer)
to authenticated;
grant execute on function public.trends_for(uuid, uuid, text, uuid, text, text, integer)
to service_role, catalyst_worker;
