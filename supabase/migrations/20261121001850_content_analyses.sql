-- Purpose: what models found in originals, in content on the platforms and in pieces on a canvas.
-- Objects: content_analyses, save_content_analysis, policies and grants.

create table public.content_analyses (
  id uuid constraint content_analyses_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  content_asset_id uuid,
  content_item_id uuid,
  content_piece_id uuid,
  project_id uuid,
  version integer not null default 1,
  analysis_status public.analysis_status not null default 'pending',
  error_code text,
  error_message text,
  language text,
  transcript_summary text,
  topics text[] not null default '{}',
  keywords text[] not null default '{}',
  hashtags text[] not null default '{}',
  mentions text[] not null default '{}',
  entities jsonb not null default '{}',
  sentiment_score numeric(5, 2),
  emotion_analysis jsonb not null default '{}',
  virality_score numeric(5, 2),
  repurposing_value numeric(5, 2),
  seo_score numeric(5, 2),
  readability_score numeric(5, 2),
  engagement_potential numeric(5, 2),
  engagement_score numeric(5, 2),
  platform_scores jsonb not null default '{}',
  hook_moments jsonb not null default '[]',
  quotable_moments jsonb not null default '[]',
  key_insights text[] not null default '{}',
  hook_analysis text,
  body_analysis text,
  cta_analysis text,
  content_style_analysis text,
  trending_elements jsonb not null default '{}',
  ai_provider text,
  ai_model text,
  analysis_cost_credits integer not null default 0,
  job_id bigint,
  analyzed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint content_analyses_organization_id_id_key unique (organization_id, id),
  constraint content_analyses_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint content_analyses_content_asset_id_fkey foreign key (organization_id, content_asset_id)
    references public.content_assets (organization_id, id) on delete cascade,
  constraint content_analyses_content_item_id_fkey foreign key (organization_id, content_item_id)
    references public.content_items (organization_id, id) on delete cascade,
  constraint content_analyses_content_piece_id_fkey foreign key (organization_id, project_id, content_piece_id)
    references public.content_pieces (organization_id, project_id, id) on update cascade on delete cascade,
  constraint content_analyses_are_of_one_thing
    check (num_nonnulls(content_asset_id, content_item_id, content_piece_id) = 1),
  constraint analyses_of_pieces_name_the_project check ((project_id is null) = (content_piece_id is null)),
  constraint completed_content_analyses_have_analyzed_at
    check ((analyzed_at is not null) = (analysis_status = 'completed')),
  constraint failed_content_analyses_say_why
    check (analysis_status <> 'failed' or num_nonnulls(error_code, error_message) = 2),
  constraint content_analyses_version_check check (version >= 1),
  constraint content_analyses_entities_is_an_object check (jsonb_typeof(entities) = 'object'),
  constraint content_analyses_emotion_analysis_is_an_object check (jsonb_typeof(emotion_analysis) = 'object'),
  constraint content_analyses_platform_scores_is_an_object check (jsonb_typeof(platform_scores) = 'object'),
  constraint content_analyses_trending_elements_is_an_object check (jsonb_typeof(trending_elements) = 'object'),
  constraint content_analyses_hook_moments_is_an_array check (jsonb_typeof(hook_moments) = 'array'),
  constraint content_analyses_quotable_moments_is_an_array check (jsonb_typeof(quotable_moments) = 'array'),
  constraint content_analyses_sentiment_score_check check (sentiment_score between -100 and 100),
  constraint content_analyses_virality_score_check check (virality_score between 0 and 100),
  constraint content_analyses_repurposing_value_check check (repurposing_value between 0 and 100),
  constraint content_analyses_seo_score_check check (seo_score between 0 and 100),
  constraint content_analyses_readability_score_check check (readability_score between 0 and 100),
  constraint content_analyses_engagement_potential_check check (engagement_potential between 0 and 100),
  constraint content_analyses_engagement_score_check check (engagement_score between 0 and 100),
  constraint content_analyses_analysis_cost_credits_check check (analysis_cost_credits >= 0)
);
create unique index content_analyses_content_asset_id_version_key
on public.content_analyses (organization_id, content_asset_id, version desc) where content_asset_id is not null;
comment on index public.content_analyses_content_asset_id_version_key is 'The latest analysis of an asset comes first.';
create unique index content_analyses_content_item_id_version_key
on public.content_analyses (organization_id, content_item_id, version desc) where content_item_id is not null;
comment on index public.content_analyses_content_item_id_version_key is 'The latest analysis of an item comes first.';
create unique index content_analyses_content_piece_id_version_key
on public.content_analyses (organization_id, project_id, content_piece_id, version desc)
where content_piece_id is not null;
comment on index public.content_analyses_content_piece_id_version_key is 'The latest analysis of a piece comes first.';
create index content_analyses_organization_id_created_at_idx
on public.content_analyses (organization_id, created_at desc, id desc);
comment on index public.content_analyses_organization_id_created_at_idx is 'Keyset pages of the newest analyses of a tenant.';
create index content_analyses_unfinished_idx on public.content_analyses (updated_at)
where analysis_status in ('pending', 'processing');
comment on index public.content_analyses_unfinished_idx is 'Analyses that hang, across tenants.';

comment on table public.content_analyses is
'One row per analysis of one asset, item or piece; the highest version is the latest. Workers write it through
save_content_analysis. The transcript itself is kept with the asset, item or piece.';
comment on column public.content_analyses.error_code is 'Why it failed, to be read by programs; CANCELLED when somebody stopped it.';
comment on column public.content_analyses.project_id is 'The piece''s project, which decides who sees the analysis.';
comment on column public.content_analyses.topics is 'Most important first, as are keywords and key_insights.';
comment on column public.content_analyses.entities is
'{"persons": [], "organizations": [], "locations": [], "others": []}; others: also names of which nobody said what they are.';
comment on column public.content_analyses.sentiment_score is '-100 (bad) to 100 (good).';
comment on column public.content_analyses.emotion_analysis is 'Share by emotion: {"joy": 0.8, "sadness": 0.1}.';
comment on column public.content_analyses.virality_score is '0 to 100, predicted, as all scores here but engagement_score; never shown as measured.';
comment on column public.content_analyses.platform_scores is 'How well it fits, 0 to 100 by platform: {"youtube": 95, "linkedin": 80}.';
comment on column public.content_analyses.hook_moments is
'[{"timestamp": 10, "text": "…", "score": 95, "is_estimated": true}], seconds from the beginning, null in a text that nobody speaks;
is_estimated: reckoned from an even pace, not heard.';
comment on column public.content_analyses.quotable_moments is '[{"timestamp": 10, "text": "…"}], timed as hook_moments are.';
comment on column public.content_analyses.engagement_score is
'0 to 100, measured: the share of the channel''s other items with less engagement per view at the same age; null while not measured.';
comment on column public.content_analyses.trending_elements is '{"keywords": []}: its words that outside sources called trending at that moment.';
comment on column public.content_analyses.hashtags is 'Found in it, without the leading number sign.';
comment on column public.content_analyses.mentions is 'Found in it, without the leading at sign.';
comment on column public.content_analyses.ai_model is 'Which model it was; text, as models come and go.';
comment on column public.content_analyses.job_id is 'The job that did it; no foreign key, finished jobs move to job_history.';

create trigger touch before update on public.content_analyses
for each row execute function private.touch();

-- What workers found --------------------------------------------------------------------------------------------------

create function public.save_content_analysis(
  p_subject text, p_subject_id uuid, p_status text, p_result jsonb default '{}'
)
returns public.content_analyses
language plpgsql
volatile
security definer -- workers write no domain table themselves
set search_path = ''
as $$
declare
  v_subject record;
  v_analysis public.content_analyses;
  v_found public.content_analyses;
  v_ids uuid[] := array[
    case when p_subject = 'asset' then p_subject_id end, case when p_subject = 'item' then p_subject_id end,
    case when p_subject = 'piece' then p_subject_id end
  ];
begin
  perform private.require(p_subject in ('asset', 'item', 'piece'), 'p_subject', 'p_subject must be asset, item or piece');
  perform private.require(
    p_status = any (enum_range(null::public.analysis_status)::text[]), 'p_status',
    'p_status must be one of ' || array_to_string(enum_range(null::public.analysis_status), ', ')
  );
  perform private.require(jsonb_typeof(p_result) = 'object', 'p_result', 'p_result must be an object');
  -- Locks the subject, so that versions follow each other.
  case p_subject
    when 'asset' then
      select a.organization_id, null::uuid as project_id into v_subject
      from public.content_assets as a where a.id = p_subject_id for no key update;
    when 'item' then
      select i.organization_id, null::uuid as project_id into v_subject
      from public.content_items as i where i.id = p_subject_id for no key update;
    else
      select p.organization_id, p.project_id into v_subject
      from public.content_pieces as p where p.id = p_subject_id for no key update;
  end case;
  if v_subject.organization_id is null then
    perform private.raise_error('NOT_FOUND', format('there is no such %s', p_subject));
  end if;
  -- An analysis that is under way is continued; one that ended is followed by another.
  select a.* into v_analysis
  from public.content_analyses as a
  where a.organization_id = v_subject.organization_id and (
    a.content_asset_id = v_ids[1] or a.content_item_id = v_ids[2] or a.content_piece_id = v_ids[3]
  )
  order by a.version desc
  limit 1;
  if v_analysis.id is null or v_analysis.analysis_status in ('completed', 'failed') then
    insert into public.content_analyses (
      organization_id, content_asset_id, content_item_id, content_piece_id, project_id, version
    )
    values (
      v_subject.organization_id, v_ids[1], v_ids[2], v_ids[3], v_subject.project_id, coalesce(v_analysis.version, 0) + 1
    )
    returning * into v_analysis;
  end if;
  -- Absent and null keep what is known; a null inside a value, such as a moment without a time, is part of it.
  v_found := jsonb_populate_record(v_analysis, (
    select coalesce(jsonb_object_agg(r.key, r.value), '{}') from jsonb_each(p_result) as r where r.value <> 'null'::jsonb
  ));
  update public.content_analyses as a
  set
    analysis_status = p_status::public.analysis_status,
    analyzed_at = case when p_status = 'completed' then now() end,
    error_code = case
      when p_status = 'failed' then left(coalesce(nullif(p_result ->> 'error_code', ''), 'UNKNOWN'), 100)
    end,
    error_message = case when p_status = 'failed' then left(coalesce(nullif(p_result ->> 'error', ''), 'unknown'), 2000) end,
    language = v_found.language, transcript_summary = v_found.transcript_summary, topics = v_found.topics,
    keywords = v_found.keywords, hashtags = v_found.hashtags, mentions = v_found.mentions,
    entities = v_found.entities, sentiment_score = v_found.sentiment_score,
    emotion_analysis = v_found.emotion_analysis, virality_score = v_found.virality_score,
    repurposing_value = v_found.repurposing_value, seo_score = v_found.seo_score,
    readability_score = v_found.readability_score, engagement_potential = v_found.engagement_potential,
    engagement_score = v_found.engagement_score, platform_scores = v_found.platform_scores,
    hook_moments = v_found.hook_moments, quotable_moments = v_found.quotable_moments,
    key_insights = v_found.key_insights, hook_analysis = v_found.hook_analysis,
    body_analysis = v_found.body_analysis, cta_analysis = v_found.cta_analysis,
    content_style_analysis = v_found.content_style_analysis, trending_elements = v_found.trending_elements,
    ai_provider = v_found.ai_provider, ai_model = v_found.ai_model,
    analysis_cost_credits = v_found.analysis_cost_credits, job_id = v_found.job_id
  where a.id = v_analysis.id
  returning a.* into v_analysis;
  if p_subject = 'item' then
    update public.content_items as i
    set
      analysis_status = v_analysis.analysis_status,
      last_analyzed_at = coalesce(v_analysis.analyzed_at, i.last_analyzed_at)
    where i.id = p_subject_id;
  end if;
  return v_analysis;
exception
  when data_exception or check_violation then
    perform private.raise_error(
      'VALIDATION_ERROR', 'p_result holds a value that does not fit: ' || sqlerrm, jsonb_build_object('field', 'p_result')
    );
    return null;
end;
$$;
comment on function public.save_content_analysis(text, uuid, text, jsonb) is
'For workers: an analysis of an asset, item or piece waits, runs, was made or failed. p_result holds columns of
content_analyses by name, error_code and error. Continues the one under way, else begins the next version.
Errors: NOT_FOUND, VALIDATION_ERROR.';

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.content_analyses enable row level security;

create policy content_analyses_select_members on public.content_analyses
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when content_piece_id is not null then project_id <> all((select private.hidden_projects())::uuid[])
    when (select client_account_id from private.acting_member) is null
      then case
        when content_asset_id is not null
          then content_asset_id not in (select unnest((select private.hidden_content_assets())))
        else content_item_id not in (select unnest((select private.hidden_content_items())))
      end
    when content_asset_id is not null then content_asset_id in (
      select a.id from public.content_assets as a
      where a.organization_id = (select organization_id from private.acting_member)
        and a.client_account_id = (select private.member_client_account())
    )
    else content_item_id in (
      select i.id from public.content_items as i
      where i.organization_id = (select organization_id from private.acting_member)
        and i.client_account_id = (select private.member_client_account())
    )
  end
);
comment on policy content_analyses_select_members on public.content_analyses is
'Whoever sees the piece, the asset or the item sees what was found in it.';

grant select on public.content_analyses to authenticated, service_role;
grant execute on function public.save_content_analysis(text, uuid, text, jsonb) to service_role;
