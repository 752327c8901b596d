-- Purpose: what organizations made and used each day, counted from the rows themselves.
-- Objects: private.refresh_usage_stats, cron.
-- Counting anew needs no trigger on a dozen tables, locks no counter that everybody writes, and cannot drift.

create function private.refresh_usage_stats(p_from date default (now() at time zone 'UTC')::date - 1)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_count integer;
begin
  with counted as (
    select o.id as organization_id, d.day::date as stat_on, b.starts_at, b.ends_at,
      (
        select count(*) from public.generated_content as g
        where g.organization_id = o.id and g.created_at >= b.starts_at and g.created_at < b.ends_at
      ) as content_created,
      (
        select count(*) from public.content_items as i
        where i.organization_id = o.id and i.published_at >= b.starts_at and i.published_at < b.ends_at
          and i.deleted_at is null
      ) as content_published,
      (
        select count(*) from public.projects as p
        where p.organization_id = o.id and p.created_at >= b.starts_at and p.created_at < b.ends_at
      ) as projects_created,
      (
        select count(*) from public.content_pieces as p
        where p.organization_id = o.id and p.created_at >= b.starts_at and p.created_at < b.ends_at
      ) as content_pieces_added,
      (
        select count(*) from public.generated_scripts as s
        where s.organization_id = o.id and s.created_at >= b.starts_at and s.created_at < b.ends_at
      ) as scripts_generated,
      j.voice_generations, j.avatar_generations,
      (
        select coalesce(sum(l.amount), 0) from public.usage_ledger as l
        where l.organization_id = o.id and l.metric = 'ai_credits' and l.operation in ('commit', 'consume')
          and l.created_at >= b.starts_at and l.created_at < b.ends_at
      ) as credits_used,
      case when d.day::date = (now() at time zone 'UTC')::date then (
        select c.used from public.usage_counters as c
        where c.organization_id = o.id and c.metric = 'storage_bytes' and c.period_start = date '1970-01-01'
      ) end as storage_used_bytes
    from public.organizations as o
    cross join generate_series(p_from::timestamp, (now() at time zone 'UTC')::date::timestamp, interval '1 day') as d (day)
    cross join lateral (
      select d.day at time zone 'UTC' as starts_at, (d.day + interval '1 day') at time zone 'UTC' as ends_at
    ) as b
    cross join lateral (
      select count(*) filter (where p.kind = 'audio') as voice_generations,
        count(*) filter (where p.kind = 'avatar') as avatar_generations
      from public.production_jobs as p
      where p.organization_id = o.id and p.created_at >= b.starts_at and p.created_at < b.ends_at
    ) as j
    where o.deleted_at is null
  )
  insert into public.organization_daily_stats as t (
    organization_id, stat_on, content_created, content_published, projects_created, content_pieces_added,
    scripts_generated,
    voice_generations, avatar_generations, credits_used, storage_used_bytes
  )
  select c.organization_id, c.stat_on, c.content_created, c.content_published, c.projects_created,
    c.content_pieces_added,
    c.scripts_generated, c.voice_generations, c.avatar_generations, c.credits_used, c.storage_used_bytes
  from counted as c
  left join public.organization_daily_stats as s on s.organization_id = c.organization_id and s.stat_on = c.stat_on
  -- A day on which nothing happened has no row, unless the storage has changed since the last one.
  where s.stat_on is not null
    or c.content_created + c.content_published + c.projects_created + c.content_pieces_added + c.scripts_generated
    + c.voice_generations + c.avatar_generations + c.credits_used > 0
    or c.storage_used_bytes is distinct from (
      select l.storage_used_bytes from public.organization_daily_stats as l
      where l.organization_id = c.organization_id and l.stat_on < c.stat_on and l.storage_used_bytes is not null
      order by l.stat_on desc
      limit 1
    ) and c.storage_used_bytes is not null
  order by c.organization_id, c.stat_on
  on conflict (organization_id, stat_on) do update set
    content_created = excluded.content_created, content_published = excluded.content_published,
    projects_created = excluded.projects_created, content_pieces_added = excluded.content_pieces_added,
    scripts_generated = excluded.scripts_generated, voice_generations = excluded.voice_generations,
    avatar_generations = excluded.avatar_generations, credits_used = excluded.credits_used,
    storage_used_bytes = coalesce(excluded.storage_used_bytes, t.storage_used_bytes)
  where (
    t.content_created, t.content_published, t.projects_created, t.content_pieces_added, t.scripts_generated,
    t.voice_generations, t.avatar_generations, t.credits_used, t.storage_used_bytes
  ) is distinct from (
    excluded.content_created, excluded.content_published, excluded.projects_created, excluded.content_pieces_added,
    excluded.scripts_generated, excluded.voice_generations, excluded.avatar_generations, excluded.credits_used,
    coalesce(excluded.storage_used_bytes, t.storage_used_bytes)
  );
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;
comment on function private.refresh_usage_stats(date) is
'Counts the UTC days since p_from anew and writes those that changed. A few index look-ups per organization and day.';

-- Cron ----------------------------------------------------------------------------------------------------------------

select cron.schedule('refresh-usage-stats', '52 * * * *', 'select private.refresh_usage_stats()');
