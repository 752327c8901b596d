-- Purpose: what AI would change about published items, and which of it people took over.
-- Objects: ai_suggestions, ai_suggestion_applications, private.hidden_ai_suggestions, policies and grants.

create type public.ai_suggestion_field as enum ('title', 'description', 'tags', 'category');
comment on type public.ai_suggestion_field is 'Fields of a content item that a suggestion can be applied to.';

-- Suggestions ---------------------------------------------------------------------------------------------------------

create table public.ai_suggestions (
  id uuid constraint ai_suggestions_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  user_id uuid,
  content_item_id uuid not null,
  ai_provider text,
  ai_model text,
  suggested_titles text[] not null default '{}',
  suggested_description text,
  suggested_tags text[] not null default '{}',
  suggested_category text,
  trending_keywords text[] not null default '{}',
  trending_hashtags text[] not null default '{}',
  related_topics text[] not null default '{}',
  trending_score numeric(5, 2),
  seo_score numeric(5, 2),
  readability_score numeric(5, 2),
  voice_fit_score numeric(5, 2),
  voice_fit jsonb not null default '{}',
  confidence_score numeric(5, 2),
  reasons text[] not null default '{}',
  notes jsonb not null default '[]',
  sentiment text,
  target_audience text[] not null default '{}',
  prompt_tokens integer not null default 0,
  completion_tokens integer not null default 0,
  total_cost_usd numeric(12, 6) not null default 0,
  unknown_cost_count integer not null default 0,
  processing_time_ms integer,
  is_applied boolean not null generated always as (applied_at is not null) stored,
  applied_at timestamptz,
  version integer not null,
  job_id bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint ai_suggestions_organization_id_id_key unique (organization_id, id),
  constraint ai_suggestions_content_item_id_version_key unique (content_item_id, version),
  constraint ai_suggestions_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint ai_suggestions_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint ai_suggestions_content_item_id_fkey foreign key (organization_id, content_item_id)
    references public.content_items (organization_id, id) on delete cascade,
  constraint ai_suggestions_ai_model_fkey foreign key (ai_provider, ai_model)
    references public.ai_models (provider, name) on update cascade on delete restrict,
  constraint ai_suggestions_name_provider_and_model_or_neither check ((ai_provider is null) = (ai_model is null)),
  constraint ai_suggestions_suggested_titles_check check (private.is_text_list(suggested_titles, 20, 500)),
  constraint ai_suggestions_suggested_description_check check (char_length(suggested_description) between 1 and 20000),
  constraint ai_suggestions_suggested_tags_check check (private.is_text_list(suggested_tags, 100, 100)),
  constraint ai_suggestions_suggested_category_check check (char_length(suggested_category) between 1 and 100),
  constraint ai_suggestions_trending_keywords_check check (private.is_text_list(trending_keywords, 100, 200)),
  constraint ai_suggestions_trending_hashtags_check check (private.is_text_list(trending_hashtags, 100, 100)),
  constraint ai_suggestions_related_topics_check check (private.is_text_list(related_topics, 100, 200)),
  constraint ai_suggestions_target_audience_check check (private.is_text_list(target_audience, 50, 200)),
  constraint ai_suggestions_sentiment_check check (char_length(sentiment) between 1 and 50),
  constraint ai_suggestions_trending_score_check check (trending_score between 0 and 100),
  constraint ai_suggestions_seo_score_check check (seo_score between 0 and 100),
  constraint ai_suggestions_readability_score_check check (readability_score between 0 and 100),
  constraint ai_suggestions_voice_fit_score_check check (voice_fit_score between 0 and 100),
  constraint ai_suggestions_voice_fit_is_an_object check (jsonb_typeof(voice_fit) = 'object'),
  constraint ai_suggestions_confidence_score_check check (confidence_score between 0 and 100),
  constraint ai_suggestions_reasons_check check (private.is_text_list(reasons, 20, 500)),
  constraint ai_suggestions_notes_is_an_array check (jsonb_typeof(notes) = 'array'),
  constraint ai_suggestions_prompt_tokens_check check (prompt_tokens >= 0),
  constraint ai_suggestions_completion_tokens_check check (completion_tokens >= 0),
  constraint ai_suggestions_total_cost_usd_check check (total_cost_usd >= 0),
  constraint ai_suggestions_unknown_cost_count_check check (unknown_cost_count >= 0),
  constraint ai_suggestions_processing_time_ms_check check (processing_time_ms >= 0),
  constraint ai_suggestions_version_check check (version >= 1)
);
comment on table public.ai_suggestions is
'What a model would change about a published item; each analysis adds one, the highest version is the latest.';
comment on column public.ai_suggestions.user_id is 'Who asked; null for a scheduled analysis or once that person is deleted.';
comment on column public.ai_suggestions.suggested_titles is 'Best first.';
comment on column public.ai_suggestions.voice_fit is
'Of the description: {score, manner, nearness}, or {score: null, reason}; docs/brand-voice.md.';
comment on column public.ai_suggestions.confidence_score is
'0 to 100: how likely the first title does better than the present one, by what was measured on the channel; null without such evidence.
docs/scores.md has the formula.';
comment on column public.ai_suggestions.reasons is 'What was measured of titles like the first one, or that too little was.';
comment on column public.ai_suggestions.notes is
'How it was made, in sentences of its language: how much of a long text was read, who wrote it after whom.';
comment on column public.ai_suggestions.sentiment is 'Of the item as it is: positive, neutral, negative or mixed.';
comment on column public.ai_suggestions.total_cost_usd is 'What the AI provider charges for it, US dollars, as far as that is known.';
comment on column public.ai_suggestions.unknown_cost_count is 'Calls to the provider that may have cost and are not in total_cost_usd.';
comment on column public.ai_suggestions.applied_at is 'When a field of it was first applied; kept by ai_suggestion_applications.';
comment on column public.ai_suggestions.version is 'Counts the suggestions for one item.';
comment on column public.ai_suggestions.job_id is 'The job that made it; no foreign key, finished jobs move to job_history.';

create index ai_suggestions_organization_id_created_at_idx
on public.ai_suggestions (organization_id, created_at desc, id desc);
create index ai_suggestions_organization_id_content_item_id_idx
on public.ai_suggestions (organization_id, content_item_id, version desc);
create index ai_suggestions_ai_provider_ai_model_idx on public.ai_suggestions (ai_provider, ai_model)
where ai_model is not null;
create index ai_suggestions_user_id_idx on public.ai_suggestions (user_id) where user_id is not null;

create trigger touch before update on public.ai_suggestions
for each row execute function private.touch();

-- Applications --------------------------------------------------------------------------------------------------------

create table public.ai_suggestion_applications (
  id uuid constraint ai_suggestion_applications_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  ai_suggestion_id uuid not null,
  applied_field public.ai_suggestion_field not null,
  applied_value text not null,
  applied_by uuid,
  applied_at timestamptz not null default now(),
  constraint ai_suggestion_applications_organization_id_id_key unique (organization_id, id),
  constraint ai_suggestion_applications_ai_suggestion_id_applied_field_key
    unique (organization_id, ai_suggestion_id, applied_field),
  constraint ai_suggestion_applications_ai_suggestion_id_fkey foreign key (organization_id, ai_suggestion_id)
    references public.ai_suggestions (organization_id, id) on delete cascade,
  constraint ai_suggestion_applications_applied_by_fkey foreign key (applied_by)
    references public.profiles (id) on delete set null,
  constraint ai_suggestion_applications_applied_value_check check (char_length(applied_value) <= 20000)
);
comment on table public.ai_suggestion_applications is
'Which fields of a suggestion were taken over; what they replaced is in content_revisions.';
comment on column public.ai_suggestion_applications.applied_value is 'The text as applied; tags as a json array.';
comment on column public.ai_suggestion_applications.applied_by is
'Who applied it; for automatic application the person whose setting allowed it.';

create index ai_suggestion_applications_applied_by_idx on public.ai_suggestion_applications (applied_by)
where applied_by is not null;

create function private.hidden_ai_suggestions()
returns uuid[]
language sql
stable
security definer -- the policy of the table hides from the caller what is asked for
set search_path = ''
as $$
  select coalesce(array_agg(s.id), '{}')
  from public.ai_suggestions as s
  where s.organization_id = private.active_org() and s.content_item_id = any(private.hidden_content_items())
$$;
comment on function private.hidden_ai_suggestions() is
'Suggestions for items that private.hidden_content_items names.';

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.ai_suggestions enable row level security;
alter table public.ai_suggestion_applications enable row level security;

create policy ai_suggestions_select_staff on public.ai_suggestions
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and (select client_account_id from private.acting_member) is null
  and content_item_id not in (select unnest((select private.hidden_content_items())))
);

create policy ai_suggestion_applications_select_staff on public.ai_suggestion_applications
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and (select client_account_id from private.acting_member) is null
  and ai_suggestion_id not in (select unnest((select private.hidden_ai_suggestions())))
);

grant select on public.ai_suggestions, public.ai_suggestion_applications to authenticated, service_role;
grant execute on function private.hidden_ai_suggestions() to authenticated;
