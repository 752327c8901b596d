-- Purpose: what the world outside writes and watches is counted against earlier weeks, and told as trending words.
-- Objects: private.trend_documents, the setting trends.sources, trend_feeds, private.rising_outside,
--          private.request_trends, step_ and apply_collect_trends, the kind, cron.

-- Table ---------------------------------------------------------------------------------------------------------------

create table private.trend_documents (
  id bigint generated always as identity constraint trend_documents_pkey primary key,
  source text not null,
  platform text,
  region text,
  language text not null,
  document_key text not null,
  publisher text not null,
  terms text[] not null,
  occurred_at timestamptz not null,
  created_at timestamptz not null default now(),
  constraint trend_documents_source_platform_region_document_key_key
    unique nulls not distinct (source, platform, region, document_key),
  constraint trend_documents_platform_fkey foreign key (platform)
    references public.platforms (slug) on update cascade on delete cascade,
  constraint trend_documents_source_check check (char_length(source) between 1 and 100),
  constraint trend_documents_region_check check (region ~ '^[A-Z]{2}$'),
  constraint trend_documents_language_check check (language ~ '^[a-z]{2}$'),
  constraint trend_documents_document_key_check check (document_key ~ '^[0-9a-f]{64}$'),
  constraint trend_documents_publisher_check check (char_length(publisher) between 1 and 255),
  constraint trend_documents_terms_check check (cardinality(terms) between 1 and 100)
);
create index trend_documents_platform_idx on private.trend_documents (platform) where platform is not null;
create index trend_documents_series_idx
on private.trend_documents (source, platform, region, language, occurred_at);
comment on index private.trend_documents_series_idx is 'A series, newest part first or last.';
create index trend_documents_occurred_at_idx on private.trend_documents (occurred_at);
comment on table private.trend_documents is
'Articles and videos of the world outside, as the words of their titles and tags; not whose feeds they came from.';
comment on column private.trend_documents.source is 'Which reader of the workers found it: feeds or youtube.';
comment on column private.trend_documents.platform is 'Null: of no platform in particular.';
comment on column private.trend_documents.region is 'The country whose list it stood in; null is the world.';
comment on column private.trend_documents.document_key is 'SHA-256 of its address or of its id on the platform.';
comment on column private.trend_documents.publisher is 'The site or channel it is of.';
comment on column private.trend_documents.terms is 'Its words and phrases of up to three words, each once, without function words.';
comment on column private.trend_documents.occurred_at is
'When it was published, or met first where a list of the popular holds it.';

insert into private.retention_rules (parent, method, time_column, retain, description) values
  ('private.trend_documents', 'delete_rows', 'occurred_at', interval '35 days', 'Rising words are counted over 31 days.');

alter table private.trend_documents enable row level security;

insert into public.system_settings (key, value, value_type, is_public, description) values
  ('trends.sources', '{"feeds": true, "youtube_regions": []}', 'object', false,
    'What is read for trending words every six hours: feeds that organizations watch, and the most popular videos of countries (needs a key).');

-- Reading -------------------------------------------------------------------------------------------------------------

create function public.trend_feeds(p_limit integer default 200)
returns table (url text, platform text)
language plpgsql
stable
security definer -- workers read no domain tables
set search_path = ''
as $$
begin
  perform private.require(p_limit between 1 and 1000, 'p_limit', 'p_limit must be 1 to 1000');
  return query
  select f.address, f.platform
  from (
    select coalesce(s.feed_url, s.url) as address, min(case s.kind when 'youtube_channel' then 'youtube' end) as platform,
      count(*) as watchers
    from public.content_sources as s
    join public.organizations as o on o.id = s.organization_id and o.deleted_at is null
    where s.status = 'active'
    group by coalesce(s.feed_url, s.url)
  ) as f
  -- Where there are too many, another part each day.
  order by f.watchers desc, md5(f.address || current_date::text)
  limit p_limit;
end;
$$;
comment on function public.trend_feeds(integer) is
'For workers: the addresses that organizations watch, each once, those of most organizations first. Errors: VALIDATION_ERROR.';

-- Counting ------------------------------------------------------------------------------------------------------------

create function private.rising_outside(
  p_source text, p_platform text, p_region text, p_language text, p_at timestamptz default now()
)
returns table (keyword text, recent_count bigint, earlier_count bigint, lift numeric, trending_score numeric)
language sql
stable
set search_path = ''
as $$
  with document as materialized (
    select d.publisher, d.terms, d.occurred_at > p_at - interval '3 days' as is_recent
    from private.trend_documents as d
    where d.source = p_source and d.platform is not distinct from p_platform and d.region is not distinct from p_region
      and d.language = p_language and d.occurred_at > p_at - interval '31 days' and d.occurred_at <= p_at
  ),
  whole as (
    select count(*) filter (where d.is_recent) as recent, count(*) filter (where not d.is_recent) as earlier
    from document as d
  ),
  recent as materialized (
    select t.word, count(*) as documents
    from document as d
    cross join lateral unnest(d.terms) as t (word)
    where d.is_recent
    group by t.word
    -- One loud voice is no trend.
    having count(distinct d.publisher) >= 3
  ),
  earlier as (
    select t.word, count(*) as documents
    from document as d
    cross join lateral unnest(d.terms) as t (word)
    join recent as r on r.word = t.word
    where not d.is_recent
    group by t.word
  ),
  risen as (
    select r.word, r.documents as recent, coalesce(e.documents, 0) as earlier, l.lift,
      r.documents * ln(l.lift) as weight
    from recent as r
    left join earlier as e on e.word = r.word
    cross join whole as w
    cross join lateral (
      select ((r.documents + 0.5) / (w.recent + 1)) / ((coalesce(e.documents, 0) + 0.5) / (w.earlier + 1)) as lift
    ) as l
    -- Without earlier weeks nothing has risen.
    where l.lift >= 2 and w.recent >= 10 and w.earlier >= 20
    order by 5 desc, 1
    limit 300
  ),
  weighed as (
    select r.*
    from risen as r
    where not exists (
      select from risen as l
      where l.word <> r.word and l.recent >= 0.8 * r.recent and strpos(' ' || l.word || ' ', ' ' || r.word || ' ') > 0
    )
  )
  select w.word, w.recent, w.earlier, round(w.lift, 2), round(100 * w.weight / max(w.weight) over (), 2)
  from weighed as w
  order by w.weight desc, w.word
  limit 50
$$;
comment on function private.rising_outside(text, text, text, text, timestamptz) is
'Words of a series that at least three publishers used in the last three days, and whose share of the documents is
twice that of the 28 days before, or more: lift = ((recent + ½) ÷ (recent documents + 1)) ÷ ((earlier + ½) ÷ (earlier
documents + 1)). trending_score is recent · ln(lift) as a share of the strongest word''s. A word that mostly stands
inside a longer one is left to that. Nothing below ten recent or twenty earlier documents.';

-- The kind ------------------------------------------------------------------------------------------------------------

create function private.request_trends()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_sources jsonb := coalesce(private.system_setting('trends.sources'), '{}');
  v_payloads jsonb[] := array[]::jsonb[];
begin
  if v_sources -> 'feeds' = 'true' and exists (select from public.content_sources as s where s.status = 'active') then
    v_payloads := v_payloads || '{"source": "feeds"}'::jsonb;
  end if;
  v_payloads := v_payloads || array(
    select jsonb_build_object('source', 'youtube', 'region', r.region)
    from (
      select distinct upper(e.value) as region
      from jsonb_array_elements_text(
        case jsonb_typeof(v_sources -> 'youtube_regions') when 'array' then v_sources -> 'youtube_regions' else '[]' end
      ) as e (value)
      where upper(e.value) ~ '^[A-Z]{2}$'
      order by 1
      limit 100
    ) as r
  );
  return (
    select count(*)
    from private.enqueue_jobs(
      'collect_trends', null, v_payloads,
      p_dedupe_keys => array(
        select concat_ws(':', p.payload ->> 'source', p.payload ->> 'region')
        from unnest(v_payloads) with ordinality as p (payload, position)
        order by p.position
      )
    )
  );
end;
$$;
comment on function private.request_trends() is
'Has the sources of the setting trends.sources read; one that is being read already is left to that. Answers how many.';

create function private.step_collect_trends(p_job public.jobs, p_step text, p_state jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  -- Every step is a batch, whatever it is called. @plpgsql_check_options: extra_warnings = off
  insert into private.trend_documents (
    source, platform, region, language, document_key, publisher, terms, occurred_at
  )
  select p_job.payload ->> 'source', d.platform, p_job.payload ->> 'region', d.language, d.document_key,
    left(d.publisher, 255), d.terms, t.occurred_at
  from jsonb_to_recordset(coalesce(p_state -> 'documents', '[]')) as d (
    platform text, language text, document_key text, publisher text, terms text[], occurred_at timestamptz
  )
  cross join lateral (select least(coalesce(d.occurred_at, now()), now()) as occurred_at) as t
  where t.occurred_at > now() - interval '31 days' and cardinality(d.terms) between 1 and 100
  -- What is met again was counted when it was met first.
  on conflict on constraint trend_documents_source_platform_region_document_key_key do nothing;
end;
$$;
comment on function private.step_collect_trends(public.jobs, text, jsonb) is
'Each step is a batch: {documents: [{platform, language, document_key, publisher, terms, occurred_at}]}.';

create function private.apply_collect_trends(p_job public.jobs, p_result jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_source text := p_job.payload ->> 'source';
  v_region text := p_job.payload ->> 'region';
  v_series record;
begin
  -- The engine calls it with a result, which the steps have stored. @plpgsql_check_options: extra_warnings = off
  for v_series in
    select distinct d.platform, d.language
    from private.trend_documents as d
    where d.source = v_source and d.region is not distinct from v_region and d.occurred_at > now() - interval '3 days'
    order by 1, 2
  loop
    perform public.record_trending_keywords(coalesce((
      select jsonb_agg(jsonb_build_object(
        'platform', v_series.platform, 'keyword', r.keyword, 'source', v_source, 'region', v_region,
        'language', v_series.language, 'trending_score', r.trending_score
      ))
      from private.rising_outside(v_source, v_series.platform, v_region, v_series.language) as r
    ), '[]'));
  end loop;
end;
$$;
comment on function private.apply_collect_trends(public.jobs, jsonb) is
'Counts every platform and language of the source; what does not rise any more expires by itself, a day after it last did.';

insert into public.job_kinds
  (kind, queue, apply_function, step_function, max_attempts, lease_seconds, backoff_base_seconds, backoff_max_seconds,
    timeout_seconds, batch_complete, is_system, description)
values
  ('collect_trends', 'ai', 'private.apply_collect_trends', 'private.step_collect_trends', 3, 60, 60, 3600, 1800, false, true,
    'Reads feeds or a list of popular videos, and counts which words rise');

grant execute on function public.trend_feeds(integer) to service_role, catalyst_worker;

select cron.schedule('request-trends', '47 */6 * * *', 'select private.request_trends()');
