-- Purpose: suggestions for a published item, made by a worker from what it says and what worked on its channel.
-- Objects: private.likely_category, request_ai_suggestion, step_ and apply_suggest_content, the kind.

create function private.likely_category(p_item public.content_items, p_words text[])
returns text
language sql
stable
set search_path = ''
as $$
  select c.category
  from (
    select o.category, cardinality(array(
        select lower(t.tag) from unnest(o.tags) as t (tag)
        intersect
        select lower(w.word) from unnest(p_words) as w (word)
      )) as shared
    from public.content_items as o
    where o.organization_id = p_item.organization_id and o.social_account_id = p_item.social_account_id
      and o.id <> p_item.id and o.deleted_at is null and o.category is not null
    order by o.published_at desc nulls last
    limit 500
  ) as c
  where c.shared >= 2
  group by c.category
  order by sum(c.shared) desc, c.category
  limit 1
$$;
comment on function private.likely_category(public.content_items, text[]) is
'The category of the channel whose items share the most tags with these words, two at least; null when none does.';

-- Asking --------------------------------------------------------------------------------------------------------------

create function private.request_ai_suggestion(p_content_item_id uuid, p_language text)
returns jsonb
language plpgsql
volatile
security definer -- clients have no insert on jobs; the organization and role are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_item public.content_items;
  v_told text;
  v_text text;
  v_job_id bigint;
begin
  perform private.require(p_content_item_id is not null, 'p_content_item_id', 'p_content_item_id is missing');
  perform private.require(p_language is null or p_language in ('en', 'nl'), 'p_language', 'p_language must be en or nl');
  select i.* into v_item
  from public.content_items as i
  where i.organization_id = v_organization_id and i.id = p_content_item_id and i.deleted_at is null
    and (private.member_client_account() is null or i.client_account_id = private.member_client_account());
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such item in the active organization');
  end if;
  v_told := private.first_told(v_item.transcript, v_item.description);
  v_text := btrim(left(v_told, 100000));
  perform private.require(
    v_text <> '', 'p_content_item_id', 'the item has neither a transcript nor a description to go by'
  );
  v_job_id := private.enqueue_job(
    p_kind => 'suggest_content',
    p_organization_id => v_organization_id,
    p_payload => jsonb_strip_nulls(jsonb_build_object(
      'language', coalesce(
        p_language,
        substring(lower(coalesce(v_item.transcript_language, v_item.language)) from '^(en|nl)(?![a-z])'), 'en'
      ),
      'title', v_item.title, 'text', v_text, 'is_cut', nullif(char_length(v_told) > 100000, false), 'tags', v_item.tags,
      'trending', array(
        select k.keyword
        from public.trending_keywords as k
        where (k.platform is null or k.platform = v_item.platform) and now() between k.valid_start and k.valid_end
        order by k.trending_score desc nulls last, k.keyword
        limit 200
      ),
      'brand', private.chosen_brand(v_organization_id, v_item.client_account_id, null, 'brand'),
      'what_worked', private.what_worked(v_organization_id, v_item.social_account_id, p_limit => 20)
    )),
    p_subject_id => v_item.id,
    p_dedupe_key => v_item.id::text,
    p_created_by => (select auth.uid())
  );
  return jsonb_build_object('content_item_id', v_item.id, 'job', jsonb_build_object('id', v_job_id));
end;
$$;
comment on function private.request_ai_suggestion(uuid, text) is 'The work of public.request_ai_suggestion.';

create function public.request_ai_suggestion(p_content_item_id uuid default null, p_language text default null)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer('request_ai_suggestion', jsonb_build_array(p_content_item_id, p_language)),
    private.remember_answer('request_ai_suggestion', private.request_ai_suggestion(p_content_item_id, p_language))
  )
$$;
comment on function public.request_ai_suggestion(uuid, text) is
'What to change about a published item: titles, description, tags, category, from what is said in it, the brand, and what
worked on its channel. Creators and above; costs one unit of ai_credits, while one is being made asking again is free.
p_language: en or nl, by default the item''s own. Returns {content_item_id, job: {id}}; the suggestion is a row of
ai_suggestions, the highest version of its item, and is applied at once for those who set
is_auto_apply_ai_suggestions_enabled, else by apply_ai_suggestion.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR, QUOTA_EXCEEDED, QUEUE_FULL.';

-- What the worker writes ----------------------------------------------------------------------------------------------

create function private.step_suggest_content(p_job public.jobs, p_step text, p_state jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_item public.content_items;
  v_titles text[] := private.json_texts(p_state -> 'titles');
  v_tags text[] := private.json_texts(p_state -> 'tags');
  v_words text[] := v_tags || private.json_texts(p_state -> 'keywords');
  v_category text;
begin
  -- Whoever deletes it waits, or is waited for; a suggestion may be written into it at once.
  select i.* into v_item
  from public.content_items as i
  where i.organization_id = p_job.organization_id and i.id = p_job.subject_id and i.deleted_at is null
  for no key update;
  perform private.record_job_ai_usage(
    p_job, p_state -> 'usage',
    jsonb_strip_nulls(
      jsonb_build_object('content_item_id', p_job.subject_id, 'client_account_id', v_item.client_account_id)
    )
  );
  if p_step <> 'written' or v_item.id is null then
    return;
  end if;
  v_category := private.likely_category(v_item, v_words);
  insert into public.ai_suggestions (
    organization_id, user_id, content_item_id, ai_provider, ai_model, suggested_titles, suggested_description,
    suggested_tags, suggested_category, trending_keywords, trending_hashtags, related_topics, trending_score, seo_score,
    readability_score, voice_fit_score, voice_fit, confidence_score, reasons, notes, sentiment, target_audience,
    prompt_tokens, completion_tokens, total_cost_usd, unknown_cost_count, processing_time_ms, version, job_id
  )
  select v_item.organization_id, p_job.created_by, v_item.id, m.provider, m.name, v_titles, p_state ->> 'description',
    v_tags, nullif(v_category, coalesce(v_item.category, '')), t.keywords, t.hashtags,
    private.json_texts(p_state -> 'topics'), t.score, (p_state ->> 'seo_score')::numeric,
    (p_state ->> 'readability_score')::numeric, (p_state #>> '{voice_fit,score}')::numeric,
    coalesce(nullif(p_state -> 'voice_fit', 'null'), '{}'),
    private.title_confidence(v_titles[1], p_job.payload ->> 'title', p_job.payload -> 'what_worked'),
    private.json_texts(private.title_outlook(
      v_titles[1], p_job.payload -> 'what_worked', p_job.payload ->> 'language',
      private.is_video(v_item.content_type, v_item.platform, v_item.duration_seconds)
    ) -> 'reasons'),
    coalesce(nullif(p_state -> 'notes', 'null'), '[]'), f.sentiment, private.json_texts(p_state -> 'audience'),
    u.prompt_tokens, u.completion_tokens, u.cost_usd, u.unknown_count, (p_state ->> 'milliseconds')::numeric::integer, 1,
    p_job.id
  from (values (1)) as one (row)
  -- Endpoints of one's own serve models that no catalogue knows.
  left join public.ai_models as m on m.provider = p_state ->> 'ai_provider' and m.name = p_state ->> 'ai_model'
  cross join lateral (
    select coalesce(array_agg(k.keyword order by k.score desc nulls last, k.keyword), '{}') as keywords,
      coalesce(array_agg(k.keyword order by k.score desc nulls last, k.keyword) filter (where k.is_hashtag), '{}')
      as hashtags, max(k.score) as score
    from (
      select r.keyword, max(r.trending_score) as score,
        r.keyword = any(array(
          select private.trend_word(h.tag) from unnest(private.json_texts(p_state -> 'hashtags')) as h (tag)
        )) as is_hashtag
      from public.trending_keywords as r
      where (r.platform is null or r.platform = v_item.platform) and now() between r.valid_start and r.valid_end
        and r.keyword = any(array(
          select private.trend_word(w.word)
          from unnest(v_words || private.json_texts(p_state -> 'hashtags')) as w (word)
        ))
      group by r.keyword
    ) as k
  ) as t
  cross join private.sum_job_ai_usage(p_job) as u
  left join lateral (
    select case when n.sentiment_score > 10 then 'positive' when n.sentiment_score < -10 then 'negative' else 'neutral' end
      as sentiment
    from public.content_analyses as n
    where n.organization_id = v_item.organization_id and n.content_item_id = v_item.id
      and n.analysis_status = 'completed' and n.sentiment_score is not null
    order by n.version desc
    limit 1
  ) as f on true;
end;
$$;
comment on function private.step_suggest_content(public.jobs, text, jsonb) is
'Makes the suggestion of what was written. Trending words are those that outside sources call so; the sentiment is that of the latest analysis,
beyond 10 of 100 to either side; the confidence rests on what was measured of titles like the first one: no model was
asked for it.';

create function private.apply_suggest_content(p_job public.jobs, p_result jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_title text;
begin
  -- The engine calls it with a result, which the step has stored. @plpgsql_check_options: extra_warnings = off
  select i.title into v_title
  from public.content_items as i
  where i.organization_id = p_job.organization_id and i.id = p_job.subject_id;
  if p_job.created_by is not null and exists (
    select from public.organization_members as m
    where m.organization_id = p_job.organization_id and m.user_id = p_job.created_by and m.status = 'active'
  ) then
    perform private.notify(
      p_organization_id => p_job.organization_id,
      p_user_id => p_job.created_by,
      p_type => 'content_ready',
      p_title => case p_job.payload ->> 'language' when 'nl' then 'Suggesties klaar' else 'Suggestions ready' end,
      p_message => v_title,
      p_entity_type => 'content_item',
      p_entity_id => p_job.subject_id
    );
  end if;
end;
$$;
comment on function private.apply_suggest_content(public.jobs, jsonb) is
'Tells whoever asked; the suggestion came with the step.';

insert into public.job_kinds
  (kind, queue, subject_table, apply_function, step_function, failure_function, quota_metric, quota_amount,
    max_attempts, lease_seconds, backoff_base_seconds, backoff_max_seconds, timeout_seconds,
    max_per_organization, max_backlog_per_organization, batch_complete, description)
values
  ('suggest_content', 'ai', 'content_items', 'private.apply_suggest_content', 'private.step_suggest_content', null,
    'ai_credits', 1, 5, 60, 5, 300, 600, 4, 500, false, 'What to change about a published item');

grant execute on function
  public.request_ai_suggestion(uuid, text), private.request_ai_suggestion(uuid, text)
to authenticated;
