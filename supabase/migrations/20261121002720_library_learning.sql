-- Purpose: saved hashtags and calls to action learn from what the posts that used them reached.
-- Objects: private.library_uses, private.relearn_libraries, relearn_libraries, cron.

create function private.library_uses(p_organization_id uuid)
returns table (
  client_account_id uuid, platform text, published_at timestamptz, percentile numeric, hashtags text[], cta text,
  ending text
)
language sql
stable
set search_path = ''
as $$
  select i.client_account_id, i.platform, i.published_at, m.percentile,
    array(
      select distinct lower(btrim(ltrim(btrim(t.tag), '#')))
      from unnest(i.hashtags || coalesce(g.hashtags, '{}')) as t (tag) where t.tag ~ '[^#\s]'
    ),
    lower(btrim(g.cta)), lower(right(i.description, 1200))
  from public.content_items as i
  left join lateral (
    -- A week shows what it became; younger and older milestones stand in for a missing one.
    select r.percentile
    from public.content_milestones as r
    where r.organization_id = p_organization_id and r.content_item_id = i.id and r.percentile is not null
      and r.age_days <= 28
    order by array_position('{7,28,1}', r.age_days::integer)
    limit 1
  ) as m on true
  left join lateral (
    select c.cta, coalesce(c.hashtags, '{}') || s.post_hashtags as hashtags
    from public.scheduled_posts as s
    left join public.generated_content as c on c.organization_id = s.organization_id and c.id = s.generated_content_id
    where s.organization_id = p_organization_id and s.social_account_id = i.social_account_id
      and s.platform_post_id = i.platform_content_id
    limit 1
  ) as g on true
  where i.organization_id = p_organization_id and i.deleted_at is null
    and i.published_at > now() - interval '1 year'
$$;
comment on function private.library_uses(uuid) is
'What went online in a year: its tags, the call it was made with, how its text ends, and its percentile at the same
age where measured.';

create function private.relearn_libraries(p_organization_id uuid default null)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_organization_id uuid;
  v_changed integer;
  v_count integer := 0;
begin
  for v_organization_id in
    select o.id
    from public.organizations as o
    where o.deleted_at is null and (p_organization_id is null or o.id = p_organization_id)
      and (
        exists (select from public.hashtag_library as h where h.organization_id = o.id)
        or exists (select from public.cta_library as c where c.organization_id = o.id)
      )
    order by o.id
  loop
    with tag as materialized (
      select u.client_account_id, u.platform, u.published_at, u.percentile, t.tag
      from private.library_uses(v_organization_id) as u
      cross join lateral unnest(u.hashtags) as t (tag)
    ),
    learned as (
      select h.id, count(*)::integer as uses, count(t.percentile)::integer as scored,
        round(avg(t.percentile), 2) as score, max(t.published_at) as last_used_at
      from public.hashtag_library as h
      join tag as t
        on t.tag = lower(h.hashtag) and (h.platform is null or h.platform = t.platform)
        and (h.client_account_id is null or h.client_account_id = t.client_account_id)
      where h.organization_id = v_organization_id
      group by h.id
    )
    update public.hashtag_library as h
    set performance_score = coalesce(l.score, h.performance_score),
      scored_count = case when l.score is null then h.scored_count else l.scored end,
      usage_count = greatest(h.usage_count, l.uses), last_used_at = greatest(h.last_used_at, l.last_used_at)
    from learned as l
    where h.id = l.id
      and (h.performance_score, h.scored_count, h.usage_count, h.last_used_at) is distinct from (
        coalesce(l.score, h.performance_score), case when l.score is null then h.scored_count else l.scored end,
        greatest(h.usage_count, l.uses), greatest(h.last_used_at, l.last_used_at)
      );
    get diagnostics v_changed = row_count;
    v_count := v_count + v_changed;

    with learned as (
      select c.id, count(*)::integer as uses, count(u.percentile)::integer as scored,
        round(avg(u.percentile), 2) as score, max(u.published_at) as last_used_at
      from public.cta_library as c
      join private.library_uses(v_organization_id) as u
        on (u.cta = lower(btrim(c.cta_text)) or strpos(u.ending, lower(btrim(c.cta_text))) > 0)
        and (c.platform is null or c.platform = u.platform)
        and (c.client_account_id is null or c.client_account_id = u.client_account_id)
      where c.organization_id = v_organization_id
      group by c.id
    )
    update public.cta_library as c
    set performance_score = coalesce(l.score, c.performance_score),
      scored_count = case when l.score is null then c.scored_count else l.scored end,
      usage_count = greatest(c.usage_count, l.uses), last_used_at = greatest(c.last_used_at, l.last_used_at)
    from learned as l
    where c.id = l.id
      and (c.performance_score, c.scored_count, c.usage_count, c.last_used_at) is distinct from (
        coalesce(l.score, c.performance_score), case when l.score is null then c.scored_count else l.scored end,
        greatest(c.usage_count, l.uses), greatest(c.last_used_at, l.last_used_at)
      );
    get diagnostics v_changed = row_count;
    v_count := v_count + v_changed;
  end loop;
  return v_count;
end;
$$;
comment on function private.relearn_libraries(uuid) is
'Scores saved hashtags and calls of one organization, or of all, by the mean percentile at the same age of the posts
of a year that used them: counted anew from what is stored, so that a corrected metric corrects them too. What was
never measured keeps what it had. Answers how many changed.';

create function public.relearn_libraries(p_organization_id uuid)
returns integer
language plpgsql
volatile
security definer -- what is learned is written by functions only
set search_path = ''
as $$
begin
  perform private.require(p_organization_id is not null, 'p_organization_id', 'p_organization_id is missing');
  return private.relearn_libraries(p_organization_id);
end;
$$;
comment on function public.relearn_libraries(uuid) is
'For workers and operators: the libraries of an organization learn at once instead of with the nightly run; answers
how many entries changed. Errors: VALIDATION_ERROR.';

grant execute on function public.relearn_libraries(uuid) to service_role, catalyst_worker;

select cron.schedule('relearn-libraries', '52 3 * * *', 'select private.relearn_libraries()');
