-- Purpose: what people look for on the platforms right now, as outside sources tell it.
-- Objects: trend_word, trending_keywords, record_trending_keywords, policies and grants.

create type public.competition_level as enum ('low', 'medium', 'high');
comment on type public.competition_level is 'How many others try to be found with the same words.';

create function private.trend_word(p_keyword text)
returns text
language sql
immutable
set search_path = ''
as $$
  select btrim(ltrim(btrim(lower(p_keyword)), '#'))
$$;
comment on function private.trend_word(text) is 'A keyword in the one form it is kept in.';

-- Table ---------------------------------------------------------------------------------------------------------------

create table public.trending_keywords (
  id uuid constraint trending_keywords_pkey primary key default gen_random_uuid(),
  platform text,
  keyword text not null,
  category text,
  trending_score numeric(5, 2),
  search_volume bigint,
  competition_level public.competition_level,
  source text not null,
  region text,
  language text,
  valid_start timestamptz not null default now(),
  valid_end timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint trending_keywords_keyword_platform_region_language_source_key
    unique nulls not distinct (keyword, platform, region, language, source),
  constraint trending_keywords_platform_fkey foreign key (platform)
    references public.platforms (slug) on update cascade on delete cascade,
  constraint trending_keywords_keyword_check
    check (char_length(keyword) between 1 and 200 and keyword = private.trend_word(keyword)),
  constraint trending_keywords_category_check check (char_length(category) between 1 and 100),
  constraint trending_keywords_trending_score_check check (trending_score between 0 and 100),
  constraint trending_keywords_search_volume_check check (search_volume >= 0),
  constraint trending_keywords_source_check check (char_length(source) between 1 and 100),
  constraint trending_keywords_region_check check (region ~ '^[A-Z]{2}$'),
  constraint trending_keywords_language_check check (language ~ '^[a-z]{2}(-[A-Z]{2})?$'),
  constraint trending_keywords_end_after_they_start check (valid_end > valid_start)
);
comment on table public.trending_keywords is 'A cache of outside sources, shared by all tenants; rows go when they are no longer valid.';
comment on column public.trending_keywords.platform is 'Null: of no platform in particular.';
comment on column public.trending_keywords.keyword is 'Lower case, trimmed, without the number sign.';
comment on column public.trending_keywords.trending_score is '0 to 100 within its platform and source.';
comment on column public.trending_keywords.search_volume is 'Searches a month.';
comment on column public.trending_keywords.source is 'Who says so, e.g. google_trends.';
comment on column public.trending_keywords.region is 'ISO 3166 country; null is the world.';
comment on column public.trending_keywords.language is 'BCP 47 tag; null is any.';

create index trending_keywords_platform_region_trending_score_idx
on public.trending_keywords (platform, region, trending_score desc nulls last);
create index trending_keywords_valid_end_idx on public.trending_keywords (valid_end);

create trigger touch before update on public.trending_keywords
for each row execute function private.touch();

insert into private.retention_rules (parent, method, time_column, retain, description)
values ('public.trending_keywords', 'delete_rows', 'valid_end', interval '0', 'Each keyword knows until when it is valid.');

-- Writing -------------------------------------------------------------------------------------------------------------

create function public.record_trending_keywords(p_keywords jsonb)
returns integer
language plpgsql
volatile
security definer -- for workers, which have no grant to write the table
set search_path = ''
as $$
declare
  v_count integer;
begin
  perform private.require(
    jsonb_typeof(p_keywords) = 'array' and jsonb_array_length(p_keywords) <= 1000,
    'p_keywords', 'p_keywords must be an array of at most 1,000 keywords'
  );
  insert into public.trending_keywords as t (
    platform, keyword, category, trending_score, search_volume, competition_level, source, region, language,
    valid_start, valid_end
  )
  select distinct on (k.platform, private.trend_word(k.keyword), k.region, k.language, k.source)
    k.platform, private.trend_word(k.keyword), k.category, k.trending_score, k.search_volume, k.competition_level,
    k.source, k.region, k.language, coalesce(k.valid_start, now()), coalesce(k.valid_end, now() + interval '24 hours')
  from jsonb_to_recordset(p_keywords) as k (
    platform text, keyword text, category text, trending_score numeric, search_volume bigint,
    competition_level public.competition_level, source text, region text, language text,
    valid_start timestamptz, valid_end timestamptz
  )
  order by 1, 2, k.region, k.language, k.source, k.trending_score desc nulls last
  on conflict on constraint trending_keywords_keyword_platform_region_language_source_key do update
  set category = excluded.category, trending_score = excluded.trending_score, search_volume = excluded.search_volume,
    competition_level = excluded.competition_level, valid_start = excluded.valid_start, valid_end = excluded.valid_end;
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;
comment on function public.record_trending_keywords(jsonb) is
'For workers: an array of {platform?, keyword, source, category?, trending_score?, search_volume?, competition_level?, region?,
language?, valid_start?, valid_end?}; a known one is brought up to date. Valid for 24 hours unless said otherwise.
Answers how many.';

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.trending_keywords enable row level security;

create policy trending_keywords_select_everyone on public.trending_keywords
for select to authenticated
using (valid_end > now());

grant select on public.trending_keywords to authenticated, service_role;

revoke execute on function public.record_trending_keywords(jsonb) from public;
grant execute on function public.record_trending_keywords(jsonb) to service_role, catalyst_worker;
