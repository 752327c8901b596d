-- Purpose: what hashtags and calls to action learn from the posts that used them.
-- Objects: private.running_mean, record_hashtag_results, record_cta_results.

create function private.running_mean(p_mean numeric, p_count integer, p_value numeric)
returns numeric
language sql
immutable
set search_path = ''
as $$
  select case when p_value is null then p_mean
    else round((coalesce(p_mean, 0) * p_count + p_value) / (p_count + 1), 2) end
$$;
comment on function private.running_mean(numeric, integer, numeric) is
'The mean of p_count values after one more; a null value changes nothing.';

create function public.record_hashtag_results(
  p_organization_id uuid,
  p_hashtags text[],
  p_platform text default null,
  p_client_account_id uuid default null,
  p_score numeric default null,
  p_used_at timestamptz default null
)
returns integer
language plpgsql
volatile
security definer -- what is learned is written by functions only
set search_path = ''
as $$
declare
  v_changed integer;
begin
  perform private.require(cardinality(p_hashtags) <= 500, 'p_hashtags', 'p_hashtags must have at most 500 elements');
  perform private.require(p_score is null or p_score between 0 and 100, 'p_score', 'p_score must be from 0 to 100');
  with locked as (
    select h.id
    from public.hashtag_library as h
    where h.organization_id = p_organization_id
      and lower(h.hashtag) = any(array(select lower(ltrim(btrim(t.tag), '#')) from unnest(p_hashtags) as t (tag)))
      and (h.platform is null or h.platform = p_platform)
      and (h.client_account_id is null or h.client_account_id = p_client_account_id)
    order by h.id
    for no key update
  )
  update public.hashtag_library as h
  set
    usage_count = h.usage_count + (p_used_at is not null)::integer,
    last_used_at = greatest(h.last_used_at, p_used_at),
    performance_score = private.running_mean(h.performance_score, h.scored_count, p_score),
    scored_count = h.scored_count + (p_score is not null)::integer
  from locked as l
  where h.id = l.id;
  get diagnostics v_changed = row_count;
  return v_changed;
end;
$$;
comment on function public.record_hashtag_results(uuid, text[], text, uuid, numeric, timestamptz) is
'For workers: p_used_at when a post with these tags went out, p_score (0 to 100) when it was measured. The tags of the organization itself
learn from the posts of its clients too. Returns how many saved tags learned. Errors: VALIDATION_ERROR.';

create function public.record_cta_results(
  p_organization_id uuid, p_cta_id uuid, p_score numeric default null, p_used_at timestamptz default null
)
returns boolean
language plpgsql
volatile
security definer -- what is learned is written by functions only
set search_path = ''
as $$
begin
  perform private.require(p_score is null or p_score between 0 and 100, 'p_score', 'p_score must be from 0 to 100');
  update public.cta_library
  set
    usage_count = usage_count + (p_used_at is not null)::integer,
    last_used_at = greatest(last_used_at, p_used_at),
    performance_score = private.running_mean(performance_score, scored_count, p_score),
    scored_count = scored_count + (p_score is not null)::integer
  where organization_id = p_organization_id and id = p_cta_id;
  return found;
end;
$$;
comment on function public.record_cta_results(uuid, uuid, numeric, timestamptz) is
'For workers: p_used_at when a post with this call went out, p_score (0 to 100) when it was measured. False when it is no longer saved.
Errors: VALIDATION_ERROR.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.record_hashtag_results(uuid, text[], text, uuid, numeric, timestamptz),
  public.record_cta_results(uuid, uuid, numeric, timestamptz)
to service_role, catalyst_worker;
