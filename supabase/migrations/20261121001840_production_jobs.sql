-- Purpose: videos, audio and avatar clips made from generated content by providers that render.
-- Objects: production_jobs, its settings, its states, live broadcast, policies and grants.
-- The executing, its queue, leases and log lines belong to the row of public.jobs that job_id names.

create type public.production_kind as enum ('video', 'audio', 'avatar');
comment on type public.production_kind is 'video: rendered from a script; audio: read by a voice; avatar: spoken by a likeness.';

create type public.production_status as enum ('pending', 'queued', 'processing', 'completed', 'failed', 'cancelled');
comment on type public.production_status is
'pending and queued wait, processing is at the provider. failed may be queued again while retries remain; completed and cancelled are final.';

create type public.production_priority as enum ('low', 'normal', 'high');
comment on type public.production_priority is 'Place in the queue of the organization.';

-- Settings ------------------------------------------------------------------------------------------------------------

create function private.production_settings_problem(p_settings jsonb)
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_key text;
  v_value jsonb;
  v_text text;
  v_kind text;
begin
  if jsonb_typeof(p_settings) is distinct from 'object' then
    return 'production_settings must be an object';
  end if;
  for v_key, v_value in
    select s.key, s.value from jsonb_each(p_settings) as s where s.key <> 'custom_settings'
    union all
    select 'custom_settings.' || s.key, s.value
    from jsonb_each(case when jsonb_typeof(p_settings -> 'custom_settings') = 'object' then p_settings -> 'custom_settings' end) as s
  loop
    v_text := v_value #>> '{}';
    v_kind := jsonb_typeof(v_value);
    if v_key in ('voice_id', 'background_music_id') then
      if v_kind <> 'string' or v_text !~ '^[A-Za-z0-9_.:-]{1,100}$' then
        return v_key || ' must be an id of the provider';
      end if;
    elsif v_key = 'generation_preset' then
      if v_kind <> 'string' or v_text not in ('PIXAR', 'REALISTIC', 'ANIMATED') then
        return 'generation_preset must be PIXAR, REALISTIC or ANIMATED';
      end if;
    elsif v_key = 'enhanced_generation' then
      if v_kind <> 'boolean' then
        return 'enhanced_generation must be true or false';
      end if;
    elsif v_key = 'aspect_ratio' then
      if v_kind <> 'string' or v_text not in ('9:16', '16:9', '1:1') then
        return 'aspect_ratio must be 9:16, 16:9 or 1:1';
      end if;
    elsif v_key = 'duration_seconds' then
      if v_kind <> 'number' or v_text !~ '^[0-9]{1,4}$' or v_text::integer not between 1 and 3600 then
        return 'duration_seconds must be a whole number from 1 to 3600';
      end if;
    elsif v_key = 'custom_settings.voice_speed' then
      if v_kind <> 'number' or v_text !~ '^[0-9](\.[0-9]{1,3})?$' or v_text::numeric not between 0.5 and 2 then
        return v_key || ' must be a number from 0.5 to 2';
      end if;
    elsif v_key = 'custom_settings.music_volume' then
      if v_kind <> 'number' or v_text !~ '^[0-9]{1,3}(\.[0-9]{1,3})?$' or v_text::numeric not between 0 and 100 then
        return v_key || ' must be a number from 0 to 100';
      end if;
    elsif v_key = 'custom_settings.transition_style' then
      if v_kind <> 'string' or v_text !~ '^[A-Za-z0-9_ -]{1,50}$' then
        return v_key || ' must be a word of at most 50 characters';
      end if;
    else
      return left(v_key, 60) || ' is not known';
    end if;
  end loop;
  if p_settings ? 'custom_settings' and jsonb_typeof(p_settings -> 'custom_settings') <> 'object' then
    return 'custom_settings must be an object';
  end if;
  return null;
end;
$$;
comment on function private.production_settings_problem(jsonb) is
'What is wrong with the settings of a production, beginning with the name of the setting; null when nothing is. Every setting is optional.';

-- Table ---------------------------------------------------------------------------------------------------------------

create table public.production_jobs (
  id uuid constraint production_jobs_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  user_id uuid,
  client_account_id uuid,
  project_id uuid,
  kind public.production_kind not null default 'video',
  title_id uuid,
  script_id uuid,
  description_id uuid,
  tags_id uuid,
  generated_script_id uuid,
  voice_model_id uuid,
  avatar_model_id uuid,
  provider text not null default 'revid',
  provider_job_id text,
  provider_video_id text,
  status public.production_status not null default 'pending',
  priority public.production_priority not null default 'normal',
  progress_percentage smallint not null default 0,
  current_step text,
  production_settings jsonb not null
    default '{"voice_id": "cjVigY5qzO86Huf0OWal", "background_music_id": "iky1ZYcS4AfCoof9TRhn", "generation_preset": "PIXAR",
      "enhanced_generation": true, "aspect_ratio": "9:16", "duration_seconds": 40}',
  output_url text,
  output_path text,
  thumbnail_url text,
  thumbnail_path text,
  duration_seconds integer,
  file_size_bytes bigint,
  quality_metrics jsonb not null default '{}',
  metadata jsonb not null default '{}',
  error_message text,
  error_code text,
  retry_count smallint not null default 0,
  max_retries smallint not null default 3,
  generation_cost_usd numeric(12, 4),
  generation_cost_credits integer not null default 0,
  job_id bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  queued_at timestamptz,
  started_at timestamptz,
  completed_at timestamptz,
  constraint production_jobs_organization_id_id_key unique (organization_id, id),
  constraint production_jobs_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint production_jobs_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint production_jobs_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint production_jobs_project_id_fkey foreign key (organization_id, project_id)
    references public.projects (organization_id, id) on delete set null (project_id),
  constraint production_jobs_title_id_fkey foreign key (organization_id, title_id)
    references public.generated_content (organization_id, id) on delete set null (title_id),
  constraint production_jobs_script_id_fkey foreign key (organization_id, script_id)
    references public.generated_content (organization_id, id) on delete set null (script_id),
  constraint production_jobs_description_id_fkey foreign key (organization_id, description_id)
    references public.generated_content (organization_id, id) on delete set null (description_id),
  constraint production_jobs_tags_id_fkey foreign key (organization_id, tags_id)
    references public.generated_content (organization_id, id) on delete set null (tags_id),
  constraint production_jobs_generated_script_id_fkey foreign key (organization_id, generated_script_id)
    references public.generated_scripts (organization_id, id) on delete set null (generated_script_id),
  constraint production_jobs_voice_model_id_fkey foreign key (organization_id, voice_model_id)
    references public.voice_models (organization_id, id) on delete set null (voice_model_id),
  constraint production_jobs_avatar_model_id_fkey foreign key (organization_id, avatar_model_id)
    references public.avatar_models (organization_id, id) on delete set null (avatar_model_id),
  constraint production_jobs_provider_check check (provider ~ '^[a-z][a-z0-9_]{0,39}$'),
  constraint production_jobs_provider_job_id_check check (char_length(provider_job_id) between 1 and 255),
  constraint production_jobs_provider_video_id_check check (char_length(provider_video_id) between 1 and 255),
  constraint production_jobs_progress_percentage_check check (progress_percentage between 0 and 100),
  constraint production_jobs_current_step_check check (char_length(current_step) between 1 and 100),
  constraint production_jobs_production_settings_check
    check (private.production_settings_problem(production_settings) is null),
  constraint production_jobs_output_url_check check (private.is_http_url(output_url)),
  constraint production_jobs_output_path_check
    check (starts_with(output_path, organization_id::text || '/') and char_length(output_path) <= 1024),
  constraint production_jobs_thumbnail_url_check check (private.is_http_url(thumbnail_url)),
  constraint production_jobs_thumbnail_path_check
    check (starts_with(thumbnail_path, organization_id::text || '/') and char_length(thumbnail_path) <= 1024),
  constraint production_jobs_duration_seconds_check check (duration_seconds >= 0),
  constraint production_jobs_file_size_bytes_check check (file_size_bytes >= 0),
  constraint production_jobs_quality_metrics_is_an_object check (jsonb_typeof(quality_metrics) = 'object'),
  constraint production_jobs_metadata_is_a_small_object
    check (jsonb_typeof(metadata) = 'object' and octet_length(metadata::text) <= 16384),
  constraint production_jobs_error_message_check check (char_length(error_message) <= 2000),
  constraint production_jobs_error_code_check check (char_length(error_code) between 1 and 100),
  constraint production_jobs_max_retries_check check (max_retries between 0 and 20),
  constraint production_jobs_retry_count_check check (retry_count between 0 and max_retries),
  constraint production_jobs_generation_cost_usd_check check (generation_cost_usd >= 0),
  constraint production_jobs_generation_cost_credits_check check (generation_cost_credits >= 0),
  constraint ended_production_jobs_have_completed_at
    check ((completed_at is not null) = (status in ('completed', 'failed', 'cancelled'))),
  constraint completed_production_jobs_have_an_output
    check (status <> 'completed' or (progress_percentage = 100 and num_nonnulls(output_url, output_path) > 0)),
  constraint failed_production_jobs_have_an_error_code check (status <> 'failed' or error_code is not null)
);
create unique index production_jobs_provider_job_id_key on public.production_jobs (provider, provider_job_id)
where provider_job_id is not null;
comment on index public.production_jobs_provider_job_id_key is 'A provider''s render belongs to one job; webhooks find it here.';
create unique index production_jobs_provider_video_id_key on public.production_jobs (provider, provider_video_id)
where provider_video_id is not null;
create index production_jobs_organization_id_created_at_idx
on public.production_jobs (organization_id, created_at desc, id desc);
comment on index public.production_jobs_organization_id_created_at_idx is 'Keyset pages of the newest jobs of a tenant.';
create index production_jobs_organization_id_status_idx
on public.production_jobs (organization_id, status, priority desc, created_at)
where status in ('pending', 'queued', 'processing');
comment on index public.production_jobs_organization_id_status_idx is 'What waits and runs, in order: places in the queue.';
create index production_jobs_user_id_idx on public.production_jobs (user_id, created_at desc) where user_id is not null;
create index production_jobs_client_account_id_idx
on public.production_jobs (organization_id, client_account_id, created_at desc) where client_account_id is not null;
create index production_jobs_project_id_idx
on public.production_jobs (organization_id, project_id, created_at desc) where project_id is not null;
create index production_jobs_title_id_idx on public.production_jobs (organization_id, title_id)
where title_id is not null;
create index production_jobs_script_id_idx on public.production_jobs (organization_id, script_id)
where script_id is not null;
create index production_jobs_description_id_idx on public.production_jobs (organization_id, description_id)
where description_id is not null;
create index production_jobs_tags_id_idx on public.production_jobs (organization_id, tags_id) where tags_id is not null;
create index production_jobs_generated_script_id_idx on public.production_jobs (organization_id, generated_script_id)
where generated_script_id is not null;
create index production_jobs_voice_model_id_idx on public.production_jobs (organization_id, voice_model_id)
where voice_model_id is not null;
create index production_jobs_avatar_model_id_idx on public.production_jobs (organization_id, avatar_model_id)
where avatar_model_id is not null;
comment on table public.production_jobs is 'One video, audio track or avatar clip to be made, and what came of it.';
comment on column public.production_jobs.user_id is 'Who asked; null once that person is deleted.';
comment on column public.production_jobs.client_account_id is 'The client the work is for; limits which client members see it.';
comment on column public.production_jobs.project_id is 'The project whose canvas it was asked from.';
comment on column public.production_jobs.title_id is 'Generated content of the kind title; script_id, description_id and tags_id likewise.';
comment on column public.production_jobs.generated_script_id is 'The rewritten script it reads, when it reads one.';
comment on column public.production_jobs.provider_job_id is 'The provider''s own id of the render.';
comment on column public.production_jobs.provider_video_id is 'The provider''s own id of the finished video, where it has another.';
comment on column public.production_jobs.current_step is 'script_formatting, api_call, video_generation and so on.';
comment on column public.production_jobs.production_settings is
'voice_id, background_music_id, generation_preset (PIXAR, REALISTIC, ANIMATED), enhanced_generation, aspect_ratio (9:16, 16:9, 1:1),
duration_seconds, custom_settings: {voice_speed 0.5-2, music_volume 0-100, transition_style}; all optional.';
comment on column public.production_jobs.output_url is 'Where the provider serves it; may expire.';
comment on column public.production_jobs.output_path is 'Our copy: object name in the bucket renders, beginning with the organization''s id.';
comment on column public.production_jobs.duration_seconds is 'Of the output.';
comment on column public.production_jobs.file_size_bytes is 'Of the output.';
comment on column public.production_jobs.quality_metrics is '{"video_quality", "audio_quality", "sync_accuracy"} as the provider reports them.';
comment on column public.production_jobs.retry_count is 'How often it was queued again after a failure.';
comment on column public.production_jobs.generation_cost_usd is 'What the provider charges, US dollars; null: not known yet.';
comment on column public.production_jobs.generation_cost_credits is 'Credits of the provider or of the metric ai_credits.';
comment on column public.production_jobs.job_id is 'The job that does the work; no foreign key, finished jobs move to job_history.';

create trigger touch before update on public.production_jobs
for each row execute function private.touch();

-- States --------------------------------------------------------------------------------------------------------------

create function private.guard_production_status()
returns trigger
language plpgsql
volatile
security definer -- reads the models, whatever the writer may see of them
set search_path = ''
as $$
declare
  v_allowed boolean;
begin
  if tg_op = 'UPDATE' and new.status <> old.status then
    v_allowed := case old.status
      when 'pending' then new.status in ('queued', 'processing', 'failed', 'cancelled')
      when 'queued' then new.status in ('processing', 'failed', 'cancelled')
      when 'processing' then new.status in ('queued', 'completed', 'failed', 'cancelled')
      when 'failed' then new.status = 'queued'
      else false
    end;
    if not v_allowed then
      perform private.raise_error('CONFLICT', format('a production that is %s does not become %s', old.status, new.status));
    end if;
    if old.status = 'failed' then
      if old.retry_count >= old.max_retries then
        perform private.raise_error('CONFLICT', format('the production was retried %s times; no retry remains', old.retry_count));
      end if;
      new.retry_count := old.retry_count + 1;
      new.progress_percentage := 0;
      new.current_step := null;
      new.error_code := null;
      new.error_message := null;
      new.provider_job_id := null;
      new.provider_video_id := null;
      new.started_at := null;
    end if;
  end if;
  if new.status in ('pending', 'queued', 'processing') then
    if exists (
      select from public.voice_models as m
      where m.organization_id = new.organization_id and m.id = new.voice_model_id
        and (m.training_status <> 'completed' or m.consent_revoked_at is not null or m.provider_deleted_at is not null)
    ) or exists (
      select from public.avatar_models as m
      where m.organization_id = new.organization_id and m.id = new.avatar_model_id
        and (m.creation_status <> 'completed' or m.consent_revoked_at is not null or m.provider_deleted_at is not null)
    ) then
      perform private.raise_error('CONFLICT', 'the voice or avatar is not finished or its consent was revoked; nothing may be made with it');
    end if;
    new.completed_at := null;
    if new.status = 'queued' then
      new.queued_at := now();
    elsif new.status = 'processing' then
      new.started_at := coalesce(new.started_at, now());
    end if;
  else
    new.completed_at := coalesce(new.completed_at, now());
    if new.status = 'completed' then
      new.progress_percentage := 100;
    end if;
  end if;
  return new;
end;
$$;
comment on function private.guard_production_status() is
'The states in their order with their moments, a bounded number of retries, and nothing made with a voice or face without a standing
consent.';

create trigger guard_status_on_insert before insert on public.production_jobs
for each row execute function private.guard_production_status();
create trigger guard_status before update on public.production_jobs
for each row when (new.status is distinct from old.status) execute function private.guard_production_status();

create function private.cancel_productions_of_model()
returns trigger
language plpgsql
volatile
security definer -- clients who revoke a consent have no write grant on productions or jobs
set search_path = ''
as $$
begin
  update public.jobs as j
  set cancel_requested_at = coalesce(j.cancel_requested_at, now())
  from public.production_jobs as p
  where p.organization_id = old.organization_id and p.status in ('pending', 'queued', 'processing')
    and case tg_argv[0] when 'voice' then p.voice_model_id else p.avatar_model_id end = old.id
    and j.id = p.job_id;
  update public.production_jobs as p
  set status = 'cancelled', error_code = 'CONSENT_REVOKED',
    error_message = 'The person whose voice or likeness it uses no longer consents.'
  where p.organization_id = old.organization_id and p.status in ('pending', 'queued', 'processing')
    and case tg_argv[0] when 'voice' then p.voice_model_id else p.avatar_model_id end = old.id;
  return case tg_op when 'DELETE' then old else new end;
end;
$$;
comment on function private.cancel_productions_of_model() is
'Nothing more is made with a voice or face once its consent or the model itself is gone. Argument: voice or avatar.';

create trigger cancel_productions before delete on public.voice_models
for each row execute function private.cancel_productions_of_model('voice');
create trigger cancel_productions before delete on public.avatar_models
for each row execute function private.cancel_productions_of_model('avatar');
create trigger cancel_productions_on_revocation after update on public.voice_models
for each row when (old.consent_revoked_at is null and new.consent_revoked_at is not null)
execute function private.cancel_productions_of_model('voice');
create trigger cancel_productions_on_revocation after update on public.avatar_models
for each row when (old.consent_revoked_at is null and new.consent_revoked_at is not null)
execute function private.cancel_productions_of_model('avatar');

-- Live updates --------------------------------------------------------------------------------------------------------

create function private.broadcast_production_jobs()
returns trigger
language plpgsql
volatile
security definer -- sending needs insert on realtime.messages, which the writing role may not have
set search_path = ''
as $$
begin
  perform realtime.send(
    jsonb_build_object(
      'production_job_id', n.id, 'kind', n.kind, 'status', n.status, 'progress_percentage', n.progress_percentage,
      'current_step', n.current_step, 'error_code', n.error_code
    ),
    'production_job', t.topic, true
  )
  from new_rows as n
  cross join lateral private.member_topics(n.organization_id, n.client_account_id, 'production') as t (topic);
  return null;
end;
$$;
comment on function private.broadcast_production_jobs() is 'Tells members how far a production is.';

create trigger broadcast_insert after insert on public.production_jobs
referencing new table as new_rows for each statement execute function private.broadcast_production_jobs();
create trigger broadcast_update after update on public.production_jobs
referencing new table as new_rows for each statement execute function private.broadcast_production_jobs();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.production_jobs enable row level security;

create policy production_jobs_select_members on public.production_jobs
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
  and (project_id is null or project_id <> all((select private.hidden_projects())::uuid[]))
);

grant select on public.production_jobs to authenticated, service_role;
