-- Purpose: what models and templates make: a title, script, caption, thread, video …, and what it was made from.
-- Objects: generated_content, generated_content_sources, private.generated_content_materials,
--          private.hidden_generated_content, policies and grants.

create type public.generated_content_status as enum ('generated', 'approved', 'rejected', 'used', 'archived');
comment on type public.generated_content_status is
'generated → approved or rejected; approved → used; any → archived → generated. An edit leads back to generated.';

-- Generated content ---------------------------------------------------------------------------------------------------

create table public.generated_content (
  id uuid constraint generated_content_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  user_id uuid,
  client_account_id uuid,
  generation_id uuid,
  repurposing_job_id uuid,
  content_asset_id uuid,
  brand_profile_id uuid,
  audience_profile_id uuid,
  content_template_id uuid,
  parent_id uuid,
  variant_number smallint not null default 1,
  target_platform text,
  content_type public.generated_content_type not null,
  language text,
  title text,
  generated_text text not null,
  formatted_text text,
  content jsonb not null default '{}',
  caption text,
  hashtags text[] not null default '{}',
  keywords text[] not null default '{}',
  cta text,
  alt_text text,
  file_path text,
  file_url text,
  file_size_bytes bigint,
  thumbnail_path text,
  thumbnail_url text,
  duration_seconds integer,
  word_count integer,
  character_count integer not null generated always as (char_length(generated_text)) stored,
  estimated_reading_seconds integer,
  metadata jsonb not null default '{}',
  ai_provider text,
  ai_model text not null,
  prompt_template text,
  prompt_used text,
  generation_parameters jsonb not null default '{}',
  generation_metadata jsonb not null default '{}',
  reasons text[] not null default '{}',
  status public.generated_content_status not null default 'generated',
  quality_score numeric(4, 2),
  quality_metrics jsonb not null default '{}',
  predicted_quality_score numeric(5, 2),
  estimated_performance numeric(5, 2),
  virality_prediction numeric(5, 2),
  seo_score numeric(5, 2),
  readability_score numeric(5, 2),
  emotional_tone_score numeric(5, 2),
  voice_fit_score numeric(5, 2),
  user_rating smallint,
  user_feedback text,
  approved_at timestamptz,
  approved_by uuid,
  approved_version integer,
  rejected_at timestamptz,
  rejected_by uuid,
  rejection_reason text,
  used_at timestamptz,
  usage_count integer not null default 0,
  archived_at timestamptz,
  version integer not null default 1,
  search_vector tsvector generated always as (
    private.content_search_vector(language, title, coalesce(caption || ' ', '') || generated_text, hashtags || keywords)
  ) stored,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint generated_content_organization_id_id_key unique (organization_id, id),
  constraint generated_content_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint generated_content_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint generated_content_approved_by_fkey foreign key (approved_by)
    references public.profiles (id) on delete set null,
  constraint generated_content_rejected_by_fkey foreign key (rejected_by)
    references public.profiles (id) on delete set null,
  constraint generated_content_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint generated_content_generation_id_fkey foreign key (organization_id, generation_id)
    references public.generations (organization_id, id) on delete set null (generation_id),
  constraint generated_content_content_asset_id_fkey foreign key (organization_id, content_asset_id)
    references public.content_assets (organization_id, id) on delete set null (content_asset_id),
  constraint generated_content_brand_profile_id_fkey foreign key (organization_id, brand_profile_id)
    references public.brand_profiles (organization_id, id) on delete set null (brand_profile_id),
  constraint generated_content_audience_profile_id_fkey foreign key (organization_id, audience_profile_id)
    references public.audience_profiles (organization_id, id) on delete set null (audience_profile_id),
  -- Published templates are used by every organization.
  constraint generated_content_content_template_id_fkey foreign key (content_template_id)
    references public.content_templates (id) on delete set null,
  constraint generated_content_repurposing_job_id_fkey foreign key (organization_id, repurposing_job_id)
    references public.repurposing_jobs (organization_id, id) on delete set null (repurposing_job_id),
  constraint generated_content_parent_id_fkey foreign key (organization_id, parent_id)
    references public.generated_content (organization_id, id) on delete set null (parent_id),
  constraint generated_content_target_platform_fkey foreign key (target_platform)
    references public.platforms (slug) on update cascade on delete restrict,
  constraint generated_content_variant_number_check check (variant_number between 1 and 100),
  constraint generated_content_title_check check (char_length(title) <= 500),
  constraint generated_content_generated_text_check check (char_length(generated_text) <= 200000),
  constraint generated_content_formatted_text_check check (char_length(formatted_text) <= 200000),
  constraint generated_content_caption_check check (char_length(caption) <= 10000),
  constraint generated_content_hashtags_check check (cardinality(hashtags) <= 100),
  constraint generated_content_keywords_check check (cardinality(keywords) <= 200),
  constraint generated_content_cta_check check (char_length(cta) <= 1000),
  constraint generated_content_alt_text_check check (char_length(alt_text) <= 2000),
  constraint generated_content_file_path_check
    check (starts_with(file_path, organization_id::text || '/') and char_length(file_path) <= 1024),
  constraint generated_content_file_url_check check (private.is_http_url(file_url)),
  constraint generated_content_file_size_bytes_check check (file_size_bytes >= 0),
  constraint generated_content_thumbnail_path_check
    check (starts_with(thumbnail_path, organization_id::text || '/') and char_length(thumbnail_path) <= 1024),
  constraint generated_content_thumbnail_url_check check (private.is_http_url(thumbnail_url)),
  constraint generated_content_user_feedback_check check (char_length(user_feedback) <= 5000),
  constraint generated_content_rejection_reason_check check (char_length(rejection_reason) between 1 and 2000),
  constraint generated_content_content_is_an_object check (jsonb_typeof(content) = 'object'),
  constraint generated_content_metadata_is_an_object check (jsonb_typeof(metadata) = 'object'),
  constraint generated_content_quality_metrics_is_an_object check (jsonb_typeof(quality_metrics) = 'object'),
  constraint generated_content_generation_parameters_is_an_object check (jsonb_typeof(generation_parameters) = 'object'),
  constraint generated_content_generation_metadata_is_an_object check (jsonb_typeof(generation_metadata) = 'object'),
  constraint generated_content_language_check check (language ~ '^[a-z]{2}(-[A-Z]{2})?$'),
  constraint generated_content_duration_seconds_check check (duration_seconds >= 0),
  constraint generated_content_word_count_check check (word_count >= 0),
  constraint generated_content_estimated_reading_seconds_check check (estimated_reading_seconds >= 0),
  constraint generated_content_quality_score_check check (quality_score between 0 and 10),
  constraint generated_content_predicted_quality_score_check check (predicted_quality_score between 0 and 100),
  constraint generated_content_estimated_performance_check check (estimated_performance between 0 and 100),
  constraint generated_content_virality_prediction_check check (virality_prediction between 0 and 100),
  constraint generated_content_seo_score_check check (seo_score between 0 and 100),
  constraint generated_content_readability_score_check check (readability_score between 0 and 100),
  constraint generated_content_emotional_tone_score_check check (emotional_tone_score between 0 and 100),
  constraint generated_content_voice_fit_score_check check (voice_fit_score between 0 and 100),
  constraint generated_content_user_rating_check check (user_rating between 1 and 5),
  constraint generated_content_usage_count_check check (usage_count >= 0),
  constraint generated_content_version_check check (version >= 1),
  constraint generated_content_is_nobodys_own_parent check (parent_id <> id),
  constraint approved_generated_content_has_approved_at check (status <> 'approved' or approved_at is not null),
  constraint an_approval_of_generated_content_covers_its_version
    check ((approved_at is null) = (approved_version is null) and coalesce(approved_version, version) = version),
  constraint rejected_generated_content_has_rejected_at check (status <> 'rejected' or rejected_at is not null),
  constraint used_generated_content_has_used_at check (status <> 'used' or used_at is not null),
  constraint archived_generated_content_has_archived_at check ((status = 'archived') = (archived_at is not null))
);
comment on table public.generated_content is
  'A piece of content a model or template made: title, script, caption, thread, e-mail, video …, with the review it went through.';
comment on column public.generated_content.content_asset_id is
  'The upload it was made from; the first, where there were several.';
comment on column public.generated_content.content_template_id is 'The prompt template it was made with; prompt_template keeps its name.';
comment on column public.generated_content.parent_id is
  'The piece it was derived from: the title of a script, the original of a translation or rewrite.';
comment on column public.generated_content.variant_number is 'Its place among the alternatives of one request.';
comment on column public.generated_content.content is 'The structured output in the shape of its content type and platform.';
comment on column public.generated_content.generated_text is 'The same output as plain text, ready to copy.';
comment on column public.generated_content.formatted_text is 'The text in the form a production provider wants, for instance RevID script marks.';
comment on column public.generated_content.hashtags is 'Without the leading number sign.';
comment on column public.generated_content.keywords is 'Search words the text was written for.';
comment on column public.generated_content.alt_text is 'Describes the image or video to those who do not see it.';
comment on column public.generated_content.file_path is 'Object name in the bucket renders.';
comment on column public.generated_content.file_url is 'Where a provider keeps the file, until it is copied to file_path.';
comment on column public.generated_content.thumbnail_path is 'Object name in the bucket renders.';
comment on column public.generated_content.metadata is 'Facts about the file: width, height, frame rate, codec …';
comment on column public.generated_content.generation_parameters is 'What was asked: style, tone, language, duration, keywords …';
comment on column public.generated_content.generation_metadata is 'What it took: model version, tokens, milliseconds, confidence, cost.';
comment on column public.generated_content.reasons is 'Why the model proposed this, in sentences.';
comment on column public.generated_content.quality_score is '0 to 10, given by the check after writing or by a quality reviewer.';
comment on column public.generated_content.quality_metrics is
  'The parts of the quality, each 0 to 10: hook_strength, flow_coherence, engagement_potential, brand_alignment.';
comment on column public.generated_content.predicted_quality_score is '0 to 100, predicted before publishing; never shown as measured.';
comment on column public.generated_content.estimated_performance is '0 to 100, predicted before publishing; never shown as measured.';
comment on column public.generated_content.virality_prediction is '0 to 100, predicted; never shown as measured.';
comment on column public.generated_content.seo_score is '0 to 100: how well it is made to be found.';
comment on column public.generated_content.readability_score is '0 to 100; 100 reads most easily.';
comment on column public.generated_content.emotional_tone_score is '0 to 100; 100 is the most emotional.';
comment on column public.generated_content.voice_fit_score is
  '0 to 100: how near it is to the brand''s own samples, by their own spread; null where there are too few. See docs/brand-voice.md.';
comment on column public.generated_content.approved_version is 'The version that approved_by saw; an edit withdraws the approval.';
comment on column public.generated_content.used_at is 'When it was used last.';
comment on column public.generated_content.version is 'Rises with every change of what readers see; approvals name the version they cover.';

create index generated_content_organization_id_created_at_idx
on public.generated_content (organization_id, created_at desc, id desc);
create index generated_content_organization_id_content_type_status_idx
on public.generated_content (organization_id, content_type, status, created_at desc, id desc);
comment on index public.generated_content_organization_id_content_type_status_idx is
'Lists such as the approved titles, newest first.';
create index generated_content_generation_id_idx on public.generated_content (organization_id, generation_id)
where generation_id is not null;
create index generated_content_repurposing_job_id_idx on public.generated_content (organization_id, repurposing_job_id)
where repurposing_job_id is not null;
create index generated_content_content_asset_id_idx on public.generated_content (organization_id, content_asset_id)
where content_asset_id is not null;
create index generated_content_brand_profile_id_idx on public.generated_content (organization_id, brand_profile_id)
where brand_profile_id is not null;
create index generated_content_audience_profile_id_idx
on public.generated_content (organization_id, audience_profile_id)
where audience_profile_id is not null;
create index generated_content_content_template_id_idx on public.generated_content (content_template_id)
where content_template_id is not null;
create index generated_content_parent_id_idx on public.generated_content (organization_id, parent_id)
where parent_id is not null;
create index generated_content_user_id_idx on public.generated_content (user_id, organization_id, created_at desc)
where user_id is not null;
comment on index public.generated_content_user_id_idx is 'What a person made, for get_content_generation_analytics.';
create index generated_content_approved_by_idx on public.generated_content (approved_by) where approved_by is not null;
create index generated_content_rejected_by_idx on public.generated_content (rejected_by) where rejected_by is not null;
create index generated_content_client_account_id_idx
on public.generated_content (organization_id, client_account_id, created_at desc, id desc)
where client_account_id is not null;
create index generated_content_target_platform_idx
on public.generated_content (target_platform, organization_id, created_at desc)
where target_platform is not null;
create index generated_content_search_vector_idx
on public.generated_content using gin (uuid_send(organization_id), search_vector);
comment on index public.generated_content_search_vector_idx is
'Words inside one tenant, as bytes: no other index answers that, so the planner, to whom reading long words costs nothing, takes this one.';
create index generated_content_hidden_idx on public.generated_content (organization_id, id)
where deleted_at is not null;
comment on index public.generated_content_hidden_idx is 'For private.hidden_generated_content.';
create index generated_content_deleted_at_idx on public.generated_content (deleted_at) where deleted_at is not null;

create trigger touch before update on public.generated_content
for each row execute function private.touch();

insert into private.retention_rules (parent, method, time_column, retain, description)
values ('public.generated_content', 'delete_rows', 'deleted_at', interval '90 days', 'Deleted content can be brought back for 90 days.');

-- Sources -------------------------------------------------------------------------------------------------------------

create table public.generated_content_sources (
  organization_id uuid not null,
  generated_content_id uuid not null,
  content_item_id uuid not null,
  created_at timestamptz not null default now(),
  constraint generated_content_sources_pkey primary key (organization_id, generated_content_id, content_item_id),
  constraint generated_content_sources_generated_content_id_fkey foreign key (organization_id, generated_content_id)
    references public.generated_content (organization_id, id) on delete cascade,
  constraint generated_content_sources_content_item_id_fkey foreign key (organization_id, content_item_id)
    references public.content_items (organization_id, id) on delete cascade
);
comment on table public.generated_content_sources is 'The published items whose analysis a piece of generated content is based on.';

create index generated_content_sources_content_item_id_idx
on public.generated_content_sources (organization_id, content_item_id);

-- Not among the tables of the API: with it there would be two ways from content to an upload, and from content to a
-- generation, and PostgREST would refuse to embed either without a hint.
create table private.generated_content_materials (
  id bigint generated always as identity constraint generated_content_materials_pkey primary key,
  organization_id uuid not null,
  generated_content_id uuid not null,
  content_asset_id uuid,
  generation_id uuid,
  created_at timestamptz not null default now(),
  constraint generated_content_materials_are_named_once
    unique nulls not distinct (organization_id, generated_content_id, content_asset_id, generation_id),
  constraint generated_content_materials_generated_content_id_fkey foreign key (organization_id, generated_content_id)
    references public.generated_content (organization_id, id) on delete cascade,
  constraint generated_content_materials_content_asset_id_fkey foreign key (organization_id, content_asset_id)
    references public.content_assets (organization_id, id) on delete cascade,
  constraint generated_content_materials_generation_id_fkey foreign key (organization_id, generation_id)
    references public.generations (organization_id, id) on delete cascade,
  constraint a_generated_content_material_is_one_thing check (num_nonnulls(content_asset_id, generation_id) = 1)
);
comment on table private.generated_content_materials is
'Uploads and generations that a piece of generated content is based on, beside the first of each, which the content names itself.';
create index generated_content_materials_content_asset_id_idx
on private.generated_content_materials (organization_id, content_asset_id) where content_asset_id is not null;
create index generated_content_materials_generation_id_idx
on private.generated_content_materials (organization_id, generation_id) where generation_id is not null;
alter table private.generated_content_materials enable row level security;

create function private.hidden_generated_content()
returns uuid[]
language sql
stable
security definer -- the policy of the table hides from the caller what is asked for
set search_path = ''
as $$
  select coalesce(array_agg(t.id), '{}')
  from public.generated_content as t
  where t.organization_id = private.active_org() and t.deleted_at is not null
$$;
comment on function private.hidden_generated_content() is
'Deleted content of the active organization, for the policies of what hangs on it.';

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.generated_content enable row level security;
alter table public.generated_content_sources enable row level security;

create policy generated_content_select_members on public.generated_content
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and deleted_at is null
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy generated_content_update_creators on public.generated_content
for update to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and deleted_at is null
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
)
with check (organization_id = (select organization_id from private.acting_member));
comment on policy generated_content_update_creators on public.generated_content is
'Creators rate content; every other column changes through functions only.';

create policy generated_content_sources_select_staff on public.generated_content_sources
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));
comment on policy generated_content_sources_select_staff on public.generated_content_sources is
'Those limited to one client account do not see what else the organization looked at.';

grant select on public.generated_content, public.generated_content_sources to authenticated, service_role;
grant update (user_rating, user_feedback) on public.generated_content to authenticated;
grant execute on function private.hidden_generated_content() to authenticated;
