-- Purpose: saved hashtags, calls to action and templates learn from what the posts that used them reached.
-- Objects: private.library_uses, plain_words, uses_of_calls, relearn_hashtags, relearn_ctas, relearn_templates,
--          relearn_libraries, private.request_library_learning, the kind relearn_libraries, cron.

-- What was used -------------------------------------------------------------------------------------------------------

create function private.library_uses(p_organization_id uuid)
returns table (
  client_account_id uuid, brand_profile_id uuid, content_template_id uuid, platform text, published_at timestamptz,
  percentile numeric, hashtags text[], cta text, ending text
)
language sql
stable
set search_path = ''
as $$
  select i.client_account_id, coalesce(g.brand_profile_id, d.id, o.brand_profile_id), g.content_template_id,
    i.platform, i.published_at, m.percentile,
    array(
      select distinct lower(btrim(ltrim(btrim(t.tag), '#')))
      from unnest(i.hashtags || coalesce(g.hashtags, '{}')) as t (tag) where t.tag ~ '[^#\s]'
    ),
    g.cta, right(i.description, 1200)
  from public.content_items as i
  cross join (select private.default_brand_profile(p_organization_id) as brand_profile_id) as o
  left join public.brand_profiles as d
    on d.organization_id = p_organization_id and d.is_default and d.client_account_id = i.client_account_id
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
    select c.brand_profile_id, c.content_template_id, c.cta, coalesce(c.hashtags, '{}') || s.post_hashtags as hashtags
    from public.scheduled_posts as s
    left join public.generated_content as c on c.organization_id = s.organization_id and c.id = s.generated_content_id
    where s.organization_id = p_organization_id and s.social_account_id = i.social_account_id
      and s.platform_post_id = i.platform_content_id
    limit 1
  ) as g on true
  where i.organization_id = p_organization_id and i.deleted_at is null
    and i.published_at between now() - interval '1 year' and now()
$$;
comment on function private.library_uses(uuid) is
'What went online in a year: its tags, the template and the call it was made with, how its text ends, its percentile at the same age where
measured, and its brand: the one it was written for here, else default_brand_profile of its client.';

create function private.plain_words(p_text text)
returns text
language sql
immutable
set search_path = ''
as $$
  -- A single blank between two words is left alone: most of them are.
  select regexp_replace(concat(' ', lower(p_text), ' '), ' *[^[:alnum:] ][^[:alnum:]]*|  +', ' ', 'g')
$$;
comment on function private.plain_words(text) is 'The words of a text in small letters, with one blank before, between and after them, and nothing else.';

create function private.uses_of_calls(p_organization_id uuid)
returns table (id uuid, uses integer, scored integer, score numeric, last_used_at timestamptz)
language sql
stable
set search_path = ''
-- The planner takes a text for ten words; for a merge it would sort all words of all texts, each with its text.
set enable_mergejoin = 'off'
as $$
  with used as materialized (
    select row_number() over () as place, u.client_account_id, u.brand_profile_id, u.platform, u.published_at,
      u.percentile, private.plain_words(u.cta) as cta, private.plain_words(u.ending) as ending
    from private.library_uses(p_organization_id) as u
  ),
  call as materialized (
    select c.id, c.client_account_id, c.brand_profile_id, c.platform, private.plain_words(c.cta_text) as words
    from public.cta_library as c
    where c.organization_id = p_organization_id and c.cta_text ~ '[[:alnum:]]'
  ),
  -- Every text is read once, for the word of each call that tells it from the other calls; only texts with that word
  -- are compared with the whole call.
  anchor as materialized (
    select distinct on (w.id) w.*
    from (
      select c.*, t.word, count(*) over (partition by t.word) as calls
      from call as c
      cross join lateral (
        select distinct w.word from unnest(string_to_array(btrim(c.words), ' ')) as w (word)
      ) as t
    ) as w
    order by w.id, w.calls, char_length(w.word) desc, w.word
  ),
  -- All that is needed of both is taken along: to look it up again would be to pair every call with every text.
  said as (
    select c.id, c.client_account_id, c.brand_profile_id, c.platform, u.place, u.client_account_id as used_for,
      u.brand_profile_id as used_by, u.platform as used_on, u.published_at, u.percentile
    from used as u
    cross join lateral unnest(string_to_array(u.ending, ' ')) as t (word)
    join anchor as c on c.word = t.word
    where strpos(u.ending, c.words) > 0
    union
    -- Scripts that put no blanks between words have no word to look up.
    select c.id, c.client_account_id, c.brand_profile_id, c.platform, u.place, u.client_account_id, u.brand_profile_id,
      u.platform, u.published_at, u.percentile
    from call as c
    join used as u on strpos(u.ending, btrim(c.words)) > 0
    where c.words ~ '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]'
    union
    select c.id, c.client_account_id, c.brand_profile_id, c.platform, u.place, u.client_account_id, u.brand_profile_id,
      u.platform, u.published_at, u.percentile
    from call as c
    join used as u on u.cta = c.words
  )
  select s.id, count(*)::integer, count(s.percentile)::integer, round(avg(s.percentile), 2), max(s.published_at)
  from said as s
  where (s.platform is null or s.platform = s.used_on)
    and (s.client_account_id is null or s.client_account_id = s.used_for)
    and (s.brand_profile_id is null or s.brand_profile_id = s.used_by)
  group by s.id
$$;
comment on function private.uses_of_calls(uuid) is
'For each saved call that was used: how often, how many of the posts were measured, their mean percentile, and when last. A post used it when it
was written with it here, or when its text ends with these words, whatever stands between them.';

-- Learning ------------------------------------------------------------------------------------------------------------

create function private.relearn_hashtags(p_organization_id uuid)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_count integer;
begin
  with tag as materialized (
    select u.client_account_id, u.brand_profile_id, u.platform, u.published_at, u.percentile, t.tag
    from private.library_uses(p_organization_id) as u
    cross join lateral unnest(u.hashtags) as t (tag)
  ),
  learned as (
    select h.id, count(*)::integer as uses, count(t.percentile)::integer as scored,
      round(avg(t.percentile), 2) as score, max(t.published_at) as last_used_at
    from public.hashtag_library as h
    join tag as t
      on t.tag = lower(h.hashtag) and (h.platform is null or h.platform = t.platform)
      and (h.client_account_id is null or h.client_account_id = t.client_account_id)
      and (h.brand_profile_id is null or h.brand_profile_id = t.brand_profile_id)
    where h.organization_id = p_organization_id
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
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;
comment on function private.relearn_hashtags(uuid) is 'The saved hashtags of an organization learn; answers how many changed.';

create function private.relearn_ctas(p_organization_id uuid)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_count integer;
begin
  update public.cta_library as c
  set performance_score = coalesce(l.score, c.performance_score),
    scored_count = case when l.score is null then c.scored_count else l.scored end,
    usage_count = greatest(c.usage_count, l.uses), last_used_at = greatest(c.last_used_at, l.last_used_at)
  from private.uses_of_calls(p_organization_id) as l
  where c.id = l.id
    and (c.performance_score, c.scored_count, c.usage_count, c.last_used_at) is distinct from (
      coalesce(l.score, c.performance_score), case when l.score is null then c.scored_count else l.scored end,
      greatest(c.usage_count, l.uses), greatest(c.last_used_at, l.last_used_at)
    );
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;
comment on function private.relearn_ctas(uuid) is 'The saved calls to action of an organization learn; answers how many changed.';

create function private.relearn_templates(p_organization_id uuid)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_count integer;
begin
  update public.content_templates as t
  set average_performance = l.score, scored_count = l.scored
  from (
    select u.content_template_id as id, count(*)::integer as scored, round(avg(u.percentile), 2) as score
    from private.library_uses(p_organization_id) as u
    where u.content_template_id is not null and u.percentile is not null
    group by u.content_template_id
  ) as l
  where t.id = l.id and t.organization_id = p_organization_id
    and (t.average_performance, t.scored_count) is distinct from (l.score, l.scored);
  get diagnostics v_count = row_count;
  return v_count;
end;
$$;
comment on function private.relearn_templates(uuid) is
'The templates of an organization learn from its own posts, not from those of others who use a public one; answers how many changed.';

create function public.relearn_libraries(p_organization_id uuid)
returns integer
language plpgsql
volatile
security definer -- what is learned is written by functions only
set search_path = ''
as $$
begin
  perform private.require(p_organization_id is not null, 'p_organization_id', 'p_organization_id is missing');
  return private.relearn_hashtags(p_organization_id) + private.relearn_ctas(p_organization_id)
    + private.relearn_templates(p_organization_id);
end;
$$;
comment on function public.relearn_libraries(uuid) is
'For workers and operators: scores the saved hashtags, calls and templates of an organization by the mean percentile
at the same age of the posts of a year that used them: counted anew from what is stored, so that a corrected metric
corrects them too. What was never measured keeps what it had. Answers how many entries changed.
Errors: VALIDATION_ERROR.';

grant execute on function public.relearn_libraries(uuid) to service_role, catalyst_worker;

-- Every night ---------------------------------------------------------------------------------------------------------

insert into public.job_kinds
  (kind, queue, max_attempts, lease_seconds, backoff_base_seconds, backoff_max_seconds, timeout_seconds,
    batch_complete, description)
values
  ('relearn_libraries', 'ai', 3, 60, 60, 3600, 600, false,
    'Saved hashtags, calls to action and templates of an organization learn from its measured posts');

create function private.request_library_learning()
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_organization_id uuid;
  v_count integer := 0;
begin
  for v_organization_id in
    select o.id
    from public.organizations as o
    where o.deleted_at is null
      and (
        exists (select from public.hashtag_library as h where h.organization_id = o.id)
        or exists (select from public.cta_library as c where c.organization_id = o.id)
        or exists (select from public.content_templates as t where t.organization_id = o.id)
      )
    order by o.id
    for key share of o skip locked
  loop
    -- Nobody waits for it: whatever somebody does wait for goes first.
    perform private.enqueue_job(
      'relearn_libraries', v_organization_id, '{}', p_priority => 0::smallint, p_dedupe_key => 'libraries'
    );
    v_count := v_count + 1;
  end loop;
  return v_count;
end;
$$;
comment on function private.request_library_learning() is
'Has the libraries of every organization learn, each in a job of its own: what goes wrong with one holds up no other. Answers how many.';

select cron.schedule('relearn-libraries', '52 3 * * *', 'select private.request_library_learning()');
