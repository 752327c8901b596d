-- Purpose: voices and faces made from real people, with the consent each of them rests on.
-- Objects: voice_models, avatar_models, private.biometric_deletions, their guards, private.count_rows, policies and
--          grants.
-- A model is usable while the consent of the person stands. What providers and Storage hold of it is deleted then.

create type public.training_status as enum ('pending', 'training', 'completed', 'failed');
comment on type public.training_status is 'pending: awaits its turn; training: at the provider; completed: may be used; failed: see the error.';

-- Tables --------------------------------------------------------------------------------------------------------------

create table public.voice_models (
  id uuid constraint voice_models_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  user_id uuid,
  client_account_id uuid,
  name text not null,
  version_number integer not null default 1,
  provider text not null default 'elevenlabs',
  provider_voice_id text,
  sample_audio_path text,
  training_status public.training_status not null default 'pending',
  training_duration_seconds integer,
  is_active boolean not null default false,
  quality_score numeric(5, 2),
  language text,
  error_code text,
  error_message text,
  job_id bigint,
  consent_given_by uuid,
  consent_full_name text,
  consent_purpose text,
  consent_evidence_path text,
  consent_given_at timestamptz,
  consent_revoked_at timestamptz,
  consent_revoked_by uuid,
  provider_deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint voice_models_organization_id_id_key unique (organization_id, id),
  constraint voice_models_organization_id_name_version_number_key unique (organization_id, name, version_number),
  constraint voice_models_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint voice_models_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint voice_models_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint voice_models_consent_given_by_fkey foreign key (consent_given_by)
    references public.profiles (id) on delete cascade,
  constraint voice_models_consent_revoked_by_fkey foreign key (consent_revoked_by)
    references public.profiles (id) on delete set null,
  constraint voice_models_name_check check (char_length(name) between 1 and 255),
  constraint voice_models_version_number_check check (version_number between 1 and 10000),
  constraint voice_models_provider_check check (provider ~ '^[a-z][a-z0-9_]{0,39}$'),
  constraint voice_models_provider_voice_id_check check (char_length(provider_voice_id) between 1 and 255),
  constraint voice_models_sample_audio_path_check
    check (starts_with(sample_audio_path, organization_id::text || '/') and char_length(sample_audio_path) <= 1024),
  constraint voice_models_training_duration_seconds_check check (training_duration_seconds >= 0),
  constraint voice_models_quality_score_check check (quality_score between 0 and 100),
  constraint voice_models_language_check check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  constraint voice_models_error_code_check check (char_length(error_code) between 1 and 100),
  constraint voice_models_error_message_check check (char_length(error_message) <= 2000),
  constraint voice_models_consent_full_name_check check (char_length(consent_full_name) between 1 and 255),
  constraint voice_models_consent_purpose_check check (char_length(consent_purpose) between 1 and 1000),
  constraint voice_models_consent_evidence_path_check check (
    starts_with(consent_evidence_path, organization_id::text || '/') and char_length(consent_evidence_path) <= 1024
  ),
  constraint consent_to_voice_models_is_whole_or_absent
    check (num_nonnulls(consent_full_name, consent_purpose, consent_given_at) in (0, 3)),
  constraint consent_to_voice_models_is_given_before_it_is_revoked
    check (consent_revoked_at is null or (consent_given_at is not null and consent_revoked_at >= consent_given_at)),
  constraint voice_models_are_trained_with_consent
    check (training_status in ('pending', 'failed') or consent_given_at is not null),
  constraint active_voice_models_are_trained_and_consented_to check (
    not is_active
    or (
      training_status = 'completed' and provider_voice_id is not null and provider_deleted_at is null
      and consent_given_at is not null and consent_revoked_at is null
    )
  ),
  constraint failed_voice_models_have_an_error_code check (training_status <> 'failed' or error_code is not null)
);
create unique index voice_models_provider_voice_id_key on public.voice_models (provider, provider_voice_id)
where provider_voice_id is not null;
create unique index voice_models_organization_id_name_key on public.voice_models (organization_id, name)
where is_active;
comment on index public.voice_models_organization_id_name_key is 'Of the versions of a voice one is in use.';
create index voice_models_organization_id_created_at_idx
on public.voice_models (organization_id, created_at desc, id desc);
create index voice_models_user_id_is_active_idx on public.voice_models (user_id, is_active)
where user_id is not null;
create index voice_models_client_account_id_idx on public.voice_models (organization_id, client_account_id)
where client_account_id is not null;
create index voice_models_consent_given_by_idx on public.voice_models (consent_given_by)
where consent_given_by is not null;
create index voice_models_consent_revoked_by_idx on public.voice_models (consent_revoked_by)
where consent_revoked_by is not null;
comment on table public.voice_models is 'Voices cloned from a person, version by version. Biometric: usable only while that person consents.';
comment on column public.voice_models.user_id is 'Who made it; null once that person is deleted.';
comment on column public.voice_models.client_account_id is 'The client it is for; limits which client members see it.';
comment on column public.voice_models.provider_voice_id is 'The provider''s own id of the voice.';
comment on column public.voice_models.sample_audio_path is
'Object name in the bucket voice-samples, beginning with the organization''s id; read it through a signed URL.';
comment on column public.voice_models.training_duration_seconds is 'How long the provider trained.';
comment on column public.voice_models.is_active is 'The version of this name that is used.';
comment on column public.voice_models.quality_score is '0 to 100.';
comment on column public.voice_models.job_id is 'The job that trains it; no foreign key, finished jobs move to job_history.';
comment on column public.voice_models.consent_given_by is
'Whose voice it is, when that person has an account: the model goes when the account does.';
comment on column public.voice_models.consent_full_name is 'The person whose voice it is.';
comment on column public.voice_models.consent_purpose is 'What the person consented to, in the words they saw.';
comment on column public.voice_models.consent_evidence_path is 'A signed form or a recording, in the bucket voice-samples.';
comment on column public.voice_models.consent_revoked_at is 'Final: a new consent is a new version.';
comment on column public.voice_models.provider_deleted_at is 'When the provider confirmed that it keeps no copy.';

create table public.avatar_models (
  id uuid constraint avatar_models_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  user_id uuid,
  client_account_id uuid,
  name text not null,
  version_number integer not null default 1,
  provider text not null default 'heygen',
  provider_avatar_id text,
  sample_video_path text,
  training_photo_paths text[] not null default '{}',
  creation_status public.training_status not null default 'pending',
  is_active boolean not null default false,
  quality_score numeric(5, 2),
  error_code text,
  error_message text,
  job_id bigint,
  consent_given_by uuid,
  consent_full_name text,
  consent_purpose text,
  consent_evidence_path text,
  consent_given_at timestamptz,
  consent_revoked_at timestamptz,
  consent_revoked_by uuid,
  provider_deleted_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint avatar_models_organization_id_id_key unique (organization_id, id),
  constraint avatar_models_organization_id_name_version_number_key unique (organization_id, name, version_number),
  constraint avatar_models_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint avatar_models_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint avatar_models_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint avatar_models_consent_given_by_fkey foreign key (consent_given_by)
    references public.profiles (id) on delete cascade,
  constraint avatar_models_consent_revoked_by_fkey foreign key (consent_revoked_by)
    references public.profiles (id) on delete set null,
  constraint avatar_models_name_check check (char_length(name) between 1 and 255),
  constraint avatar_models_version_number_check check (version_number between 1 and 10000),
  constraint avatar_models_provider_check check (provider ~ '^[a-z][a-z0-9_]{0,39}$'),
  constraint avatar_models_provider_avatar_id_check check (char_length(provider_avatar_id) between 1 and 255),
  constraint avatar_models_sample_video_path_check
    check (starts_with(sample_video_path, organization_id::text || '/') and char_length(sample_video_path) <= 1024),
  constraint avatar_models_training_photo_paths_check check (
    cardinality(training_photo_paths) <= 100 and array_position(training_photo_paths, null) is null
    and octet_length(array_to_string(training_photo_paths, ' ')) <= 32768
  ),
  constraint avatar_models_quality_score_check check (quality_score between 0 and 100),
  constraint avatar_models_error_code_check check (char_length(error_code) between 1 and 100),
  constraint avatar_models_error_message_check check (char_length(error_message) <= 2000),
  constraint avatar_models_consent_full_name_check check (char_length(consent_full_name) between 1 and 255),
  constraint avatar_models_consent_purpose_check check (char_length(consent_purpose) between 1 and 1000),
  constraint avatar_models_consent_evidence_path_check check (
    starts_with(consent_evidence_path, organization_id::text || '/') and char_length(consent_evidence_path) <= 1024
  ),
  constraint consent_to_avatar_models_is_whole_or_absent
    check (num_nonnulls(consent_full_name, consent_purpose, consent_given_at) in (0, 3)),
  constraint consent_to_avatar_models_is_given_before_it_is_revoked
    check (consent_revoked_at is null or (consent_given_at is not null and consent_revoked_at >= consent_given_at)),
  constraint avatar_models_are_trained_with_consent
    check (creation_status in ('pending', 'failed') or consent_given_at is not null),
  constraint active_avatar_models_are_trained_and_consented_to check (
    not is_active
    or (
      creation_status = 'completed' and provider_avatar_id is not null and provider_deleted_at is null
      and consent_given_at is not null and consent_revoked_at is null
    )
  ),
  constraint failed_avatar_models_have_an_error_code check (creation_status <> 'failed' or error_code is not null)
);
create unique index avatar_models_provider_avatar_id_key on public.avatar_models (provider, provider_avatar_id)
where provider_avatar_id is not null;
create unique index avatar_models_organization_id_name_key on public.avatar_models (organization_id, name)
where is_active;
comment on index public.avatar_models_organization_id_name_key is 'Of the versions of an avatar one is in use.';
create index avatar_models_organization_id_created_at_idx
on public.avatar_models (organization_id, created_at desc, id desc);
create index avatar_models_user_id_is_active_idx on public.avatar_models (user_id, is_active)
where user_id is not null;
create index avatar_models_client_account_id_idx on public.avatar_models (organization_id, client_account_id)
where client_account_id is not null;
create index avatar_models_consent_given_by_idx on public.avatar_models (consent_given_by)
where consent_given_by is not null;
create index avatar_models_consent_revoked_by_idx on public.avatar_models (consent_revoked_by)
where consent_revoked_by is not null;
comment on table public.avatar_models is 'Speaking likenesses of a person, version by version. Biometric: usable only while that person consents.';
comment on column public.avatar_models.user_id is 'Who made it; null once that person is deleted.';
comment on column public.avatar_models.client_account_id is 'The client it is for; limits which client members see it.';
comment on column public.avatar_models.provider_avatar_id is 'The provider''s own id of the avatar.';
comment on column public.avatar_models.sample_video_path is
'Object name in the bucket voice-samples, beginning with the organization''s id; read it through a signed URL.';
comment on column public.avatar_models.training_photo_paths is 'Object names in the bucket voice-samples.';
comment on column public.avatar_models.is_active is 'The version of this name that is used.';
comment on column public.avatar_models.quality_score is '0 to 100.';
comment on column public.avatar_models.job_id is 'The job that makes it; no foreign key, finished jobs move to job_history.';
comment on column public.avatar_models.consent_given_by is
'Whose likeness it is, when that person has an account: the model goes when the account does.';
comment on column public.avatar_models.consent_full_name is 'The person whose likeness it is.';
comment on column public.avatar_models.consent_purpose is 'What the person consented to, in the words they saw.';
comment on column public.avatar_models.consent_evidence_path is 'A signed form or a recording, in the bucket voice-samples.';
comment on column public.avatar_models.consent_revoked_at is 'Final: a new consent is a new version.';
comment on column public.avatar_models.provider_deleted_at is 'When the provider confirmed that it keeps no copy.';

create table private.biometric_deletions (
  id bigint generated always as identity constraint biometric_deletions_pkey primary key,
  organization_id uuid not null,
  model_kind text not null,
  model_id uuid not null,
  provider text,
  provider_model_id text,
  storage_paths text[] not null default '{}',
  reason text not null,
  requested_at timestamptz not null default now(),
  deleted_at timestamptz,
  attempts integer not null default 0,
  last_error text,
  constraint biometric_deletions_model_kind_check check (model_kind in ('voice', 'avatar')),
  constraint biometric_deletions_reason_check check (reason in ('consent_revoked', 'model_deleted')),
  constraint biometric_deletions_attempts_check check (attempts >= 0),
  constraint biometric_deletions_last_error_check check (char_length(last_error) <= 2000)
);
create index biometric_deletions_requested_at_idx on private.biometric_deletions (requested_at)
where deleted_at is null;
create index biometric_deletions_model_id_idx on private.biometric_deletions (model_id) where deleted_at is null;
comment on table private.biometric_deletions is
'Copies of voices and faces at providers and in Storage that have to go, and when they were gone. It refers to nothing by key: the duty
outlives the model, the person and the organization.';
comment on column private.biometric_deletions.storage_paths is 'Object names in the bucket voice-samples.';

alter table private.biometric_deletions enable row level security;

-- Guards --------------------------------------------------------------------------------------------------------------

create function private.guard_model_consent()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  if old.consent_given_at is not null and (new.consent_given_at, new.consent_full_name, new.consent_purpose)
    is distinct from (old.consent_given_at, old.consent_full_name, old.consent_purpose) then
    perform private.raise_error('CONFLICT', 'a consent is not rewritten; make another version of the model');
  end if;
  if old.consent_revoked_at is not null and new.consent_revoked_at is distinct from old.consent_revoked_at then
    perform private.raise_error('CONFLICT', 'a revoked consent stays revoked; make another version of the model');
  end if;
  if new.consent_revoked_at is not null then
    new.is_active := false;
  end if;
  return new;
end;
$$;
comment on function private.guard_model_consent() is
'Consent is given once and revoked once; a model without it is not in use, whoever writes the row.';

create function private.request_biometric_deletion()
returns trigger
language plpgsql
volatile
security definer -- the deletions belong to nobody who revokes a consent or deletes an account
set search_path = ''
as $$
declare
  v_row jsonb := to_jsonb(old);
begin
  insert into private.biometric_deletions (
    organization_id, model_kind, model_id, provider, provider_model_id, storage_paths, reason
  )
  select
    old.organization_id, tg_argv[0], old.id,
    case when old.provider_deleted_at is null and m.provider_model_id is not null then old.provider end,
    case when old.provider_deleted_at is null then m.provider_model_id end,
    m.storage_paths,
    case tg_op when 'DELETE' then 'model_deleted' else 'consent_revoked' end
  from (
    select
      v_row ->> ('provider_' || tg_argv[0] || '_id') as provider_model_id,
      array(
        select p.path
        from (
          values (v_row ->> 'sample_audio_path'), (v_row ->> 'sample_video_path'), (v_row ->> 'consent_evidence_path')
        ) as p (path)
        where p.path is not null
        union all
        select t.path from jsonb_array_elements_text(coalesce(v_row -> 'training_photo_paths', '[]')) as t (path)
      ) as storage_paths
  ) as m
  where (m.provider_model_id is not null and old.provider_deleted_at is null or cardinality(m.storage_paths) > 0)
    and not exists (
      select from private.biometric_deletions as d where d.model_id = old.id and d.deleted_at is null
    );
  return null;
end;
$$;
comment on function private.request_biometric_deletion() is
'When a model or the consent to it goes, so must the copies at the provider and the samples. Argument: voice or avatar.';

create function private.count_rows()
returns trigger
language plpgsql
volatile
security definer -- the counter belongs to nobody who writes the rows
set search_path = ''
as $$
declare
  v_change record;
begin
  for v_change in execute
    'select c.organization_id, sum(c.change) as change from ('
    || concat_ws(
      ' union all ',
      case when tg_op <> 'DELETE' then 'select r.organization_id, 1 as change from new_rows as r where r.' || tg_argv[1] end,
      case when tg_op <> 'INSERT' then 'select r.organization_id, -1 as change from old_rows as r where r.' || tg_argv[1] end
    )
    -- In one order, so that two statements never wait for each other.
    || ') as c group by c.organization_id having sum(c.change) <> 0 order by c.organization_id'
  loop
    if v_change.change > 0 then
      perform private.consume_quota(v_change.organization_id, tg_argv[0], v_change.change);
    else
      perform private.adjust_usage(v_change.organization_id, tg_argv[0], v_change.change, tg_table_name || ' ended');
    end if;
  end loop;
  return null;
end;
$$;
comment on function private.count_rows() is
'A metric that is the number of rows which meet a condition, whoever writes them; one more than the plan includes is refused. For statement
triggers with transition tables. Arguments: the metric, and the condition, which begins with a column.';

create trigger count_insert after insert on public.voice_models
referencing new table as new_rows
for each statement execute function private.count_rows('voice_models', 'consent_revoked_at is null');
create trigger count_update after update on public.voice_models
referencing old table as old_rows new table as new_rows
for each statement execute function private.count_rows('voice_models', 'consent_revoked_at is null');
create trigger count_delete after delete on public.voice_models
referencing old table as old_rows
for each statement execute function private.count_rows('voice_models', 'consent_revoked_at is null');

create trigger touch before update on public.voice_models
for each row execute function private.touch();
create trigger touch before update on public.avatar_models
for each row execute function private.touch();
create trigger guard_consent before update on public.voice_models
for each row execute function private.guard_model_consent();
create trigger guard_consent before update on public.avatar_models
for each row execute function private.guard_model_consent();
create trigger request_deletion after delete on public.voice_models
for each row execute function private.request_biometric_deletion('voice');
create trigger request_deletion after delete on public.avatar_models
for each row execute function private.request_biometric_deletion('avatar');
create trigger request_deletion_on_revocation after update on public.voice_models
for each row when (old.consent_revoked_at is null and new.consent_revoked_at is not null)
execute function private.request_biometric_deletion('voice');
create trigger request_deletion_on_revocation after update on public.avatar_models
for each row when (old.consent_revoked_at is null and new.consent_revoked_at is not null)
execute function private.request_biometric_deletion('avatar');

select private.attach_audit('public.voice_models', 'id', '{job_id}', p_shown => '{provider,language,error_code}');
select private.attach_audit('public.avatar_models', 'id', '{job_id}', p_shown => '{provider,error_code}');

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.voice_models enable row level security;
alter table public.avatar_models enable row level security;

create policy voice_models_select_members on public.voice_models
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy avatar_models_select_members on public.avatar_models
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

grant select on public.voice_models, public.avatar_models to authenticated, service_role;
