-- Purpose: the loop: which openings, calls, hashtags, lengths and hours worked for a channel, measured at the same age.
-- Objects: private.measured_items, private.measured_features, private.what_worked, what_worked, what_worked_for,
--          what_worked_on_platforms, private.post_reasons, private.video_reasons.

create function private.measured_items(
  p_organization_id uuid, p_social_account_id uuid, p_platform text, p_client_account_id uuid, p_is_short boolean,
  p_days integer
)
returns table (
  content_item_id uuid, platform text, is_short boolean, published_at timestamptz, age_days integer, percentile numeric,
  views bigint, engagement bigint, title text, hook text, cta text, description_length integer,
  duration_seconds integer, tags text[], hashtags text[], topics text[]
)
language sql
stable
security invoker
set search_path = ''
as $$
  with measured as materialized (
    -- Chosen before anything is read out of their texts.
    select i.id, m.age_days, m.percentile, m.views, m.engagement
    from public.content_items as i
    cross join lateral (
      -- A week shows what it became; younger and older milestones stand in for a missing one.
      select r.age_days, r.percentile, r.views, r.engagement
      from public.content_milestones as r
      where r.organization_id = p_organization_id and r.content_item_id = i.id and r.percentile is not null
        and r.age_days <= 28
      order by array_position('{7,28,1}', r.age_days::integer)
      limit 1
    ) as m
    where i.organization_id = p_organization_id and i.deleted_at is null
      and i.published_at > now() - make_interval(days => p_days)
      and (p_platform is null or i.platform = p_platform)
      and (p_is_short is null or i.is_short = p_is_short)
      and case
        when p_social_account_id is not null then i.social_account_id = p_social_account_id
          and (p_client_account_id is null or i.client_account_id = p_client_account_id)
        else i.client_account_id is not distinct from p_client_account_id
      end
    order by i.published_at desc, i.id
    limit 500
  )
  select i.id, i.platform, i.is_short, i.published_at, m.age_days::integer, m.percentile, m.views, m.engagement,
    i.title,
    nullif(coalesce(
      g.hook, private.first_sentence(i.transcript),
      -- The description of a post is the post; that of a video is not heard.
      case when coalesce(i.duration_seconds, 0) = 0 then private.first_sentence(i.description) end
    ), ''),
    -- The end of a long transcript is too dear to read: all before it would have to be unpacked.
    coalesce(
      g.cta, nullif(right(i.description, 400), ''),
      case when octet_length(i.transcript) <= 8000 then right(i.transcript, 400) end
    ),
    case when coalesce(i.duration_seconds, 0) = 0 then char_length(i.description) end,
    i.duration_seconds, i.tags, i.hashtags || coalesce(g.hashtags, '{}'), coalesce(a.topics, '{}')
  from measured as m
  join public.content_items as i on i.organization_id = p_organization_id and i.id = m.id
  left join lateral (
    -- What was written for it here.
    select c.cta, coalesce(c.hashtags, '{}') || s.post_hashtags as hashtags,
      left(coalesce(
        c.content ->> 'opening_hook', c.content -> 'hooks' ->> 0, c.content ->> 'hook',
        private.first_sentence(coalesce(c.content -> 'thread' ->> 0, c.content -> 'posts' ->> 0))
      ), 300) as hook
    from public.scheduled_posts as s
    left join public.generated_content as c on c.organization_id = s.organization_id and c.id = s.generated_content_id
    where s.organization_id = p_organization_id and s.social_account_id = i.social_account_id
      and s.platform_post_id = i.platform_content_id
    limit 1
  ) as g on true
  left join lateral (
    select n.topics
    from public.content_analyses as n
    where n.organization_id = p_organization_id and n.content_item_id = i.id and n.analysis_status = 'completed'
    order by n.version desc
    limit 1
  ) as a on true
$$;
comment on function private.measured_items(uuid, uuid, text, uuid, boolean, integer) is
'The newest 500 items with a percentile among their channel''s at the same age, and how they open, end and are
tagged. Without an account: those of the client, or those of no client.';

create function private.measured_features(
  p_organization_id uuid, p_social_account_id uuid, p_platform text, p_client_account_id uuid, p_is_short boolean,
  p_days integer
)
returns table (
  feature text, value text, example text, content_item_id uuid, title text, percentile numeric, views bigint,
  age_days integer
)
language sql
stable
security invoker
set search_path = ''
as $$
  with item as materialized (
    select m.*, o.timezone
    from private.measured_items(
      p_organization_id, p_social_account_id, p_platform, p_client_account_id, p_is_short, p_days
    ) as m
    cross join lateral (select z.timezone from public.organizations as z where z.id = p_organization_id) as o
  )
  select f.feature, f.value, f.example, i.content_item_id, i.title, i.percentile, i.views, i.age_days
  from item as i
  cross join lateral (
    values
    ('items', 'all', null),
    ('hooks', private.hook_kind(i.hook), i.hook),
    ('titles', private.hook_kind(i.title), i.title),
    ('title_lengths', private.length_band(char_length(i.title), '{30,50,70,100}'), null),
    ('durations', private.length_band(i.duration_seconds, '{15,30,60,180,480,900,1800}'), null),
    ('text_lengths', private.length_band(i.description_length, '{140,280,700,1500,3000}'), null),
    ('hashtag_counts', case when cardinality(i.hashtags) = 0 then '0'
      else private.length_band(cardinality(i.hashtags), '{3,8,15}') end, null),
    ('slots', to_char(i.published_at at time zone i.timezone, 'FMDay HH24":00"'), null)
  ) as f (feature, value, example)
  where f.value is not null
  union all
  select 'ctas', k.kind::text, private.cta_sentence(i.cta, k.kind), i.content_item_id, i.title, i.percentile, i.views,
    i.age_days
  from item as i
  cross join lateral unnest(private.cta_kinds(i.cta)) as k (kind)
  union all
  select w.feature, w.word, null, i.content_item_id, i.title, i.percentile, i.views, i.age_days
  from item as i
  cross join lateral (
    select distinct u.feature, lower(btrim(ltrim(btrim(u.word), '#'))) as word
    from (
      select 'hashtags', h.word from unnest(i.hashtags) as h (word)
      union all
      select 'keywords', t.word from unnest(i.tags) as t (word)
      union all
      select 'topics', t.word from unnest(i.topics) as t (word)
    ) as u (feature, word)
    where u.word ~ '[^#\s]'
  ) as w
$$;
comment on function private.measured_features(uuid, uuid, text, uuid, boolean, integer) is
'One row per measured item and thing it has: its kind of hook, its title''s length, each hashtag, its hour of the
week ….';

create function private.what_worked(
  p_organization_id uuid, p_social_account_id uuid default null, p_platform text default null,
  p_client_account_id uuid default null, p_is_short boolean default null, p_days integer default 365,
  p_limit integer default 5, p_minimum_samples integer default 3
)
returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_platform text := private.platform_slug(p_platform);
  v_nothing jsonb;
  v_result jsonb;
begin
  perform private.require(
    p_platform is null or v_platform is not null, 'p_platform', 'p_platform must be a platform such as youtube'
  );
  perform private.require(p_days between 1 and 1100, 'p_days', 'p_days must be from 1 to 1100');
  perform private.require(p_limit between 1 and 50, 'p_limit', 'p_limit must be from 1 to 50');
  perform private.require(
    p_minimum_samples between 1 and 1000, 'p_minimum_samples', 'p_minimum_samples must be from 1 to 1000'
  );
  v_nothing := '{"sample_count": 0, "average_percentile": null, "is_learned": false, "age_days": {}, "best": [],
    "avoid": [], "hooks": [], "titles": [], "title_lengths": [], "ctas": [], "hashtags": [], "hashtag_counts": [],
    "keywords": [], "topics": [], "durations": [], "text_lengths": [], "slots": []}'::jsonb || jsonb_build_object(
    'days', p_days, 'timezone', (select o.timezone from public.organizations as o where o.id = p_organization_id)
  );
  if not exists (select from public.content_items as i where i.organization_id = p_organization_id) then
    return v_nothing;
  end if;
  with seen as materialized (
    select f.* from private.measured_features(
      p_organization_id, p_social_account_id, v_platform, p_client_account_id, p_is_short, p_days
    ) as f
  ),
  whole as (
    select count(*) as sample_count, avg(s.percentile) as mean
    from seen as s where s.feature = 'items'
  ),
  found as (
    select s.feature, s.value, count(*) as sample_count, avg(s.percentile) as average, min(w.mean) as mean,
      -- Five ordinary items are mixed in: three lucky posts prove little.
      (sum(s.percentile) + 5 * min(w.mean)) / (count(*) + 5) as score,
      (array_agg(
        jsonb_build_object('text', s.example, 'percentile', s.percentile, 'content_item_id', s.content_item_id)
        order by s.percentile desc, s.content_item_id
      ) filter (where s.example is not null))[1:3] as examples
    from seen as s
    cross join whole as w
    where s.feature <> 'items'
    group by s.feature, s.value
    having count(*) >= p_minimum_samples
  ),
  ranked as (
    select r.feature, r.score, r.mean,
      row_number() over (partition by r.feature order by r.score desc, r.sample_count desc, r.value) as place,
      jsonb_strip_nulls(jsonb_build_object(
        'value', r.value, 'sample_count', r.sample_count, 'average_percentile', round(r.average, 2),
        'lift', round(r.average - r.mean, 2), 'score', round(r.score, 2), 'examples', to_jsonb(r.examples)
      )) as entry
    from found as r
  )
  select v_nothing || jsonb_build_object(
    'sample_count', w.sample_count, 'average_percentile', round(w.mean, 2), 'is_learned', w.sample_count >= 10,
    'age_days', (
      select coalesce(jsonb_object_agg(a.age_days, a.items), '{}')
      from (select s.age_days, count(*) as items from seen as s where s.feature = 'items' group by s.age_days) as a
    ),
    'best', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'content_item_id', b.content_item_id, 'title', b.title, 'percentile', b.percentile, 'views', b.views, 'age_days', b.age_days
      ) order by b.percentile desc, b.views desc, b.content_item_id), '[]')
      from (
        select s.* from seen as s where s.feature = 'items'
        order by s.percentile desc, s.views desc, s.content_item_id limit p_limit
      ) as b
    ),
    'avoid', (
      select coalesce(jsonb_agg(jsonb_build_object('feature', l.feature) || l.entry - 'examples' order by l.score), '[]')
      from (
        select k.* from ranked as k where k.score <= k.mean - 5 order by k.score, k.feature, k.place limit p_limit
      ) as l
    )
  ) || (
    select coalesce(jsonb_object_agg(f.feature, f.entries), '{}')
    from (
      select r.feature, jsonb_agg(r.entry order by r.place) as entries
      from ranked as r where r.place <= p_limit group by r.feature
    ) as f
  )
  into v_result
  from whole as w;
  return v_result;
end;
$$;
comment on function private.what_worked(uuid, uuid, text, uuid, boolean, integer, integer, integer) is
'The work of public.what_worked for any caller that knows the organization: under policies, or not when workers ask.';

create function public.what_worked(
  p_social_account_id uuid default null, p_platform text default null, p_client_account_id uuid default null,
  p_is_short boolean default null, p_days integer default 365, p_limit integer default 5,
  p_minimum_samples integer default 3
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
  return private.what_worked(
    v_organization_id, p_social_account_id, p_platform, coalesce(private.member_client_account(), p_client_account_id),
    p_is_short, p_days, p_limit, p_minimum_samples
  );
end;
$$;
comment on function public.what_worked(uuid, text, uuid, boolean, integer, integer, integer) is
'What measured results teach: {sample_count, average_percentile, is_learned (from 10 items on), age_days: {"7":
items compared at seven days, …}, timezone, best: [items], avoid: […], hooks, titles, title_lengths, ctas, hashtags,
hashtag_counts, keywords, topics, durations (seconds), text_lengths, slots: each [{value, sample_count,
average_percentile (0 to 100, among the channel''s own at the same age), lift (distance to the mean), score (with
five ordinary items mixed in), examples}], best first}. Of an account, or of the client''s content, or of what is no
client''s. Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

create function public.what_worked_for(
  p_organization_id uuid, p_social_account_id uuid default null, p_platform text default null,
  p_client_account_id uuid default null, p_is_short boolean default null, p_days integer default 365,
  p_limit integer default 5, p_minimum_samples integer default 3
)
returns jsonb
language plpgsql
stable
security definer -- workers read no domain tables
set search_path = ''
as $$
begin
  perform private.require(p_organization_id is not null, 'p_organization_id', 'p_organization_id is missing');
  return private.what_worked(
    p_organization_id, p_social_account_id, p_platform, p_client_account_id, p_is_short, p_days, p_limit,
    p_minimum_samples
  );
end;
$$;
comment on function public.what_worked_for(uuid, uuid, text, uuid, boolean, integer, integer, integer) is
'For workers: what_worked of an organization, as generations are told it. Name the client whose content is made,
else what worked for clients stays out of it. Errors: VALIDATION_ERROR.';

create function public.what_worked_on_platforms(p_organization_id uuid, p_generation_id uuid)
returns jsonb
language plpgsql
stable
security definer -- workers read no domain tables
set search_path = ''
as $$
declare
  v_generation public.generations;
  v_platform text;
  v_found jsonb;
  v_result jsonb := '{}'::jsonb;
begin
  select g.* into v_generation
  from public.generations as g
  where g.organization_id = p_organization_id and g.id = p_generation_id;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such generation in the organization');
  end if;
  -- A platform without measured items costs no search through their texts.
  for v_platform in
    select p.slug
    from unnest(v_generation.selected_platforms) as p (slug)
    where exists (
      select from public.content_items as i
      join public.content_milestones as m
        on m.organization_id = i.organization_id and m.content_item_id = i.id and m.percentile is not null
      where i.organization_id = p_organization_id and i.platform = p.slug and i.deleted_at is null
    )
  loop
    v_found := private.what_worked(
      p_organization_id, p_platform => v_platform, p_client_account_id => v_generation.client_account_id, p_limit => 10
    );
    if (v_found ->> 'is_learned')::boolean then
      v_result := v_result || jsonb_build_object(v_platform, v_found);
    end if;
  end loop;
  return v_result;
end;
$$;
comment on function public.what_worked_on_platforms(uuid, uuid) is
'For workers: {platform: what_worked} for the platforms of a generation that have ten measured items of its client, or of no client, or more.
Errors: NOT_FOUND.';

create function private.post_reasons(p_platform text, p_output jsonb, p_text text, p_worked jsonb, p_language text)
returns text[]
language sql
stable
set search_path = ''
as $$
  with said as (
    select
      private.hook_kind(coalesce(
        p_output ->> 'opening_hook', p_output -> 'hooks' ->> 0,
        private.first_sentence(coalesce(p_output -> 'thread' ->> 0, p_output -> 'posts' ->> 0, p_text))
      )) as hook,
      private.cta_kinds(coalesce(p_output ->> 'cta', right(p_text, 400)))::text[] as ctas,
      array(
        select lower(ltrim(h.tag, '#')) from unnest(private.json_texts(p_output -> 'hashtags')) as h (tag)
      ) as hashtags
  ),
  entry as (
    select f.feature, f.position, e.entry
    from unnest('{hooks,ctas,hashtags,hashtag_counts,text_lengths}'::text[]) with ordinality as f (feature, position)
    cross join lateral jsonb_array_elements(coalesce(p_worked -> f.feature, '[]')) as e (entry)
  ),
  matched as (
    select n.position, n.feature, n.entry ->> 'value' as value, (n.entry ->> 'average_percentile')::numeric as average,
      (n.entry ->> 'sample_count')::integer as sample_count
    from entry as n
    cross join said as s
    where case n.feature
      when 'hooks' then n.entry ->> 'value' = s.hook
      when 'ctas' then n.entry ->> 'value' = any(s.ctas)
      when 'hashtags' then n.entry ->> 'value' = any(s.hashtags)
      when 'hashtag_counts' then n.entry ->> 'value' = case when cardinality(s.hashtags) = 0 then '0'
        else private.length_band(cardinality(s.hashtags), '{3,8,15}') end
      else n.entry ->> 'value' = private.length_band(char_length(p_text), '{140,280,700,1500,3000}')
    end
  )
  select case
    when coalesce(p_worked, '{}') = '{}' then array[case when p_language = 'nl'
      then format(
        'Niets gemeten om van uit te gaan: minder dan tien %s op %s zijn op gelijke leeftijd gemeten.', w.noun, p_platform
      )
      else format(
        'Nothing measured to go by: fewer than ten %s on %s were measured at the same age.', w.noun, p_platform
      ) end]
    else coalesce((
      select array_agg(
        format(
          case when p_language = 'nl' then 'Gemeten: %s met %s, gemiddeld het %se percentiel van dit kanaal (%s %s).'
            else 'Measured: %s with %s, on average percentile %s of this channel (%s %s).' end,
          w.noun,
          format(
            case m.feature
              when 'hooks' then case when p_language = 'nl' then 'een opening van de soort %s' else 'an opening of the kind %s' end
              when 'ctas' then case when p_language = 'nl' then 'een oproep van de soort %s' else 'a call of the kind %s' end
              when 'hashtags' then case when p_language = 'nl' then 'de hashtag #%s' else 'the hashtag #%s' end
              when 'hashtag_counts' then case when p_language = 'nl' then '%s hashtags' else '%s hashtags' end
              else case when p_language = 'nl' then '%s tekens' else '%s characters' end
            end,
            case when m.feature in ('hooks', 'ctas') then private.kind_name(m.value, p_language) else m.value end
          ),
          round(m.average), m.sample_count, w.noun
        )
        order by m.position, m.value
      )
      from matched as m
    ), '{}')
  end
  from (
    select case
      when p_platform = 'youtube' and p_language = 'nl' then 'video''s' when p_platform = 'youtube' then 'videos'
      when p_language = 'nl' then 'berichten' else 'posts'
    end as noun
  ) as w
$$;
comment on function private.post_reasons(text, jsonb, text, jsonb, text) is
'What was measured of posts like this one: with its kind of opening and call, its hashtags, its length; p_worked as what_worked_on_platforms tells it
of the platform. Or that too little was.';

create function private.video_reasons(
  p_output jsonb, p_text text, p_worked jsonb, p_features text[], p_language text
)
returns text[]
language sql
stable
set search_path = ''
as $$
  select private.post_reasons(
    'youtube', p_output, p_text,
    case when (p_worked ->> 'is_learned')::boolean then (
      select coalesce(jsonb_object_agg(f.feature, p_worked -> f.feature), '{}') from unnest(p_features) as f (feature)
    ) else '{}' end,
    p_language
  )
$$;
comment on function private.video_reasons(jsonb, text, jsonb, text[], text) is
'What was measured of the channel''s videos with these features of what_worked in common, or that too few were.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  private.measured_items(uuid, uuid, text, uuid, boolean, integer),
  private.measured_features(uuid, uuid, text, uuid, boolean, integer),
  private.what_worked(uuid, uuid, text, uuid, boolean, integer, integer, integer),
  public.what_worked(uuid, text, uuid, boolean, integer, integer, integer)
to authenticated;
grant execute on function
  public.what_worked_for(uuid, uuid, text, uuid, boolean, integer, integer, integer),
  public.what_worked_on_platforms(uuid, uuid)
to service_role, catalyst_worker;
