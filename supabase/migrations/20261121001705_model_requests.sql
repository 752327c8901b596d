-- Purpose: voices and avatars of people who agree.
-- Objects: create_voice_model, create_avatar_model.

-- Helpers -------------------------------------------------------------------------------------------------------------

create function private.require_sample(
  p_organization_id uuid, p_path text, p_field text, p_optional boolean default false
)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if p_path is null and p_optional then
    return;
  end if;
  perform private.require(
    starts_with(p_path, p_organization_id::text || '/') and char_length(p_path) <= 1024
    and exists (select from storage.objects as o where o.bucket_id = 'voice-samples' and o.name = p_path),
    p_field, p_field || ' is not a file of this organization in the bucket voice-samples'
  );
end;
$$;
comment on function private.require_sample(uuid, text, text, boolean) is
'VALIDATION_ERROR unless the file was uploaded to the bucket voice-samples by this organization.';

create function private.require_client_account(p_organization_id uuid, p_client_account_id uuid)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  perform private.require(
    p_client_account_id is null or exists (
      select from public.client_accounts as c
      where c.organization_id = p_organization_id and c.id = p_client_account_id and c.deleted_at is null
    ),
    'p_client_account_id', 'p_client_account_id is not a client of this organization'
  );
end;
$$;
comment on function private.require_client_account(uuid, uuid) is 'VALIDATION_ERROR unless null or a client of the organization.';

create function private.require_consent(
  p_organization_id uuid, p_full_name text, p_purpose text, p_is_mine boolean, p_evidence_path text
)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  perform private.require(
    char_length(btrim(p_full_name)) between 1 and 255, 'p_consent_full_name', 'p_consent_full_name must have 1 to 255 characters'
  );
  perform private.require(
    char_length(btrim(p_purpose)) between 1 and 1000, 'p_consent_purpose', 'p_consent_purpose must have 1 to 1000 characters'
  );
  perform private.require(p_is_mine is not null, 'p_consent_is_mine', 'p_consent_is_mine must be true or false');
  perform private.require_sample(p_organization_id, p_evidence_path, 'p_consent_evidence_path', p_is_mine);
end;
$$;
comment on function private.require_consent(uuid, text, text, boolean, text) is
'VALIDATION_ERROR unless the consent is whole; that of somebody else needs evidence.';

-- Voices --------------------------------------------------------------------------------------------------------------

create function private.create_voice_model(
  p_name text,
  p_sample_audio_path text,
  p_consent_full_name text,
  p_consent_purpose text,
  p_consent_is_mine boolean,
  p_consent_evidence_path text,
  p_language text,
  p_client_account_id uuid
)
returns jsonb
language plpgsql
volatile
security definer -- clients have no insert on models; role and consent are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_user_id uuid := (select auth.uid());
  v_model public.voice_models;
begin
  p_name := private.require_text(p_name, 'p_name', 255);
  perform private.require_sample(v_organization_id, p_sample_audio_path, 'p_sample_audio_path');
  perform private.require_consent(
    v_organization_id, p_consent_full_name, p_consent_purpose, p_consent_is_mine, p_consent_evidence_path
  );
  perform private.require(
    p_language is null or p_language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', 'p_language', 'p_language must be a BCP 47 tag'
  );
  perform private.require_client_account(v_organization_id, p_client_account_id);
  -- Two versions made at once: the second waits here and then counts the first.
  perform pg_advisory_xact_lock(hashtextextended(v_organization_id::text || 'voice' || p_name, 0));
  insert into public.voice_models (
    organization_id, user_id, client_account_id, name, version_number, sample_audio_path, language,
    consent_given_by, consent_full_name, consent_purpose, consent_evidence_path, consent_given_at
  )
  select
    v_organization_id, v_user_id, p_client_account_id, p_name, coalesce(max(m.version_number), 0) + 1,
    p_sample_audio_path, p_language, case when p_consent_is_mine then v_user_id end, btrim(p_consent_full_name),
    btrim(p_consent_purpose), p_consent_evidence_path, now()
  from public.voice_models as m
  where m.organization_id = v_organization_id and m.name = p_name
  returning * into v_model;
  return to_jsonb(v_model);
end;
$$;
comment on function private.create_voice_model(text, text, text, text, boolean, text, text, uuid) is
'The work of public.create_voice_model.';

create function public.create_voice_model(
  p_name text default null,
  p_sample_audio_path text default null,
  p_consent_full_name text default null,
  p_consent_purpose text default null,
  p_consent_is_mine boolean default false,
  p_consent_evidence_path text default null,
  p_language text default null,
  p_client_account_id uuid default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer(
      'create_voice_model', jsonb_build_array(
        p_name, p_sample_audio_path, p_consent_full_name, p_consent_purpose, p_consent_is_mine,
        p_consent_evidence_path, p_language, p_client_account_id
      )
    ),
    private.remember_answer(
      'create_voice_model', private.create_voice_model(
        p_name, p_sample_audio_path, p_consent_full_name, p_consent_purpose, p_consent_is_mine,
        p_consent_evidence_path, p_language, p_client_account_id
      )
    )
  )
$$;
comment on function public.create_voice_model(text, text, text, text, boolean, text, text, uuid) is
'A voice, or the next version of the one of this name, from a sample in the bucket voice-samples. The person whose voice it is consents:
the caller (p_consent_is_mine), or somebody else with evidence on file. Counts against the metric voice_models
until it is deleted or the consent is revoked. Returns the row.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR, QUOTA_EXCEEDED.';

-- Avatars -------------------------------------------------------------------------------------------------------------

create function private.create_avatar_model(
  p_name text,
  p_sample_video_path text,
  p_training_photo_paths text[],
  p_consent_full_name text,
  p_consent_purpose text,
  p_consent_is_mine boolean,
  p_consent_evidence_path text,
  p_client_account_id uuid
)
returns jsonb
language plpgsql
volatile
security definer -- clients have no insert on models; role and consent are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_user_id uuid := (select auth.uid());
  v_model public.avatar_models;
  v_path text;
begin
  p_name := private.require_text(p_name, 'p_name', 255);
  p_training_photo_paths := coalesce(p_training_photo_paths, '{}');
  perform private.require(
    p_sample_video_path is not null or cardinality(p_training_photo_paths) > 0,
    'p_sample_video_path', 'give p_sample_video_path, p_training_photo_paths or both'
  );
  perform private.require_sample(v_organization_id, p_sample_video_path, 'p_sample_video_path', true);
  perform private.require(
    cardinality(p_training_photo_paths) <= 100 and octet_length(array_to_string(p_training_photo_paths, ' ')) <= 32768,
    'p_training_photo_paths', 'p_training_photo_paths has at most 100 files'
  );
  foreach v_path in array p_training_photo_paths loop
    perform private.require_sample(v_organization_id, v_path, 'p_training_photo_paths');
  end loop;
  perform private.require_consent(
    v_organization_id, p_consent_full_name, p_consent_purpose, p_consent_is_mine, p_consent_evidence_path
  );
  perform private.require_client_account(v_organization_id, p_client_account_id);
  -- Two versions made at once: the second waits here and then counts the first.
  perform pg_advisory_xact_lock(hashtextextended(v_organization_id::text || 'avatar' || p_name, 0));
  insert into public.avatar_models (
    organization_id, user_id, client_account_id, name, version_number, sample_video_path, training_photo_paths,
    consent_given_by, consent_full_name, consent_purpose, consent_evidence_path, consent_given_at
  )
  select
    v_organization_id, v_user_id, p_client_account_id, p_name, coalesce(max(m.version_number), 0) + 1,
    p_sample_video_path, p_training_photo_paths, case when p_consent_is_mine then v_user_id end,
    btrim(p_consent_full_name), btrim(p_consent_purpose), p_consent_evidence_path, now()
  from public.avatar_models as m
  where m.organization_id = v_organization_id and m.name = p_name
  returning * into v_model;
  return to_jsonb(v_model);
end;
$$;
comment on function private.create_avatar_model(text, text, text[], text, text, boolean, text, uuid) is
'The work of public.create_avatar_model.';

create function public.create_avatar_model(
  p_name text default null,
  p_sample_video_path text default null,
  p_training_photo_paths text[] default '{}',
  p_consent_full_name text default null,
  p_consent_purpose text default null,
  p_consent_is_mine boolean default false,
  p_consent_evidence_path text default null,
  p_client_account_id uuid default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer(
      'create_avatar_model', jsonb_build_array(
        p_name, p_sample_video_path, p_training_photo_paths, p_consent_full_name, p_consent_purpose,
        p_consent_is_mine, p_consent_evidence_path, p_client_account_id
      )
    ),
    private.remember_answer(
      'create_avatar_model', private.create_avatar_model(
        p_name, p_sample_video_path, p_training_photo_paths, p_consent_full_name, p_consent_purpose,
        p_consent_is_mine, p_consent_evidence_path, p_client_account_id
      )
    )
  )
$$;
comment on function public.create_avatar_model(text, text, text[], text, text, boolean, text, uuid) is
'A likeness, or the next version of the one of this name, from a video or photos in the bucket voice-samples. The person shown consents:
the caller (p_consent_is_mine), or somebody else with evidence on file. Returns the row.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.create_voice_model(text, text, text, text, boolean, text, text, uuid),
  private.create_voice_model(text, text, text, text, boolean, text, text, uuid),
  public.create_avatar_model(text, text, text[], text, text, boolean, text, uuid),
  private.create_avatar_model(text, text, text[], text, text, boolean, text, uuid)
to authenticated;
