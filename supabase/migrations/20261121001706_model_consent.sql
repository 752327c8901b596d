-- Purpose: the version in use, the end of a consent, the end of a model.
-- Objects: activate_voice_model, revoke_voice_model_consent, delete_voice_model, the same for avatars; for servers
--          due_biometric_deletions, finish_biometric_deletion.

-- Voices --------------------------------------------------------------------------------------------------------------

create function private.activate_voice_model(p_voice_model_id uuid)
returns void
language plpgsql
volatile
security definer -- clients have no write grant on models; role and organization are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_model public.voice_models;
begin
  perform private.require(p_voice_model_id is not null, 'p_voice_model_id', 'p_voice_model_id is missing');
  select m.* into v_model from public.voice_models as m
  where m.organization_id = v_organization_id and m.id = p_voice_model_id for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such voice in the active organization');
  end if;
  if v_model.training_status <> 'completed' or v_model.provider_voice_id is null or v_model.consent_revoked_at is not null
    or v_model.provider_deleted_at is not null then
    perform private.raise_error('CONFLICT', 'only a finished voice with a standing consent can be used');
  end if;
  -- First one ends, then the other begins: two versions are never active.
  update public.voice_models as m set is_active = false
  where m.organization_id = v_organization_id and m.name = v_model.name and m.is_active and m.id <> v_model.id;
  update public.voice_models as m set is_active = true where m.id = v_model.id and not m.is_active;
end;
$$;
comment on function private.activate_voice_model(uuid) is 'The work of public.activate_voice_model.';

create function public.activate_voice_model(p_voice_model_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.activate_voice_model(p_voice_model_id)
$$;
comment on function public.activate_voice_model(uuid) is
'Use this version of the voice; the one used so far is kept. Creators and above.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR, NOT_FOUND, CONFLICT (not finished, or without consent).';

create function private.revoke_voice_model_consent(p_voice_model_id uuid)
returns void
language plpgsql
volatile
security definer -- the person may have left the organization; whose consent it is, is checked here
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_model public.voice_models;
begin
  perform private.require(p_voice_model_id is not null, 'p_voice_model_id', 'p_voice_model_id is missing');
  if v_user_id is null then
    perform private.raise_error('UNAUTHORIZED', 'sign in first');
  end if;
  select m.* into v_model from public.voice_models as m
  where m.id = p_voice_model_id
    and (m.consent_given_by = v_user_id or (m.organization_id = private.active_org() and private.has_role('manager')))
  for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such voice, or the consent is not yours to revoke');
  end if;
  update public.voice_models as m set consent_revoked_at = now(), consent_revoked_by = v_user_id
  where m.id = v_model.id and m.consent_revoked_at is null and m.consent_given_at is not null;
end;
$$;
comment on function private.revoke_voice_model_consent(uuid) is 'The work of public.revoke_voice_model_consent.';

create function public.revoke_voice_model_consent(p_voice_model_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.revoke_voice_model_consent(p_voice_model_id)
$$;
comment on function public.revoke_voice_model_consent(uuid) is
'The voice is used no more, from this moment: productions under way are cancelled, and what the provider and Storage hold
of it is deleted. For the person whose voice it is, member or not any more, and for managers. Final; revoking
again changes nothing.
Errors: UNAUTHORIZED, VALIDATION_ERROR, NOT_FOUND.';

create function private.delete_voice_model(p_voice_model_id uuid)
returns void
language plpgsql
volatile
security definer -- clients have no write grant on models; role and organization are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_user_id uuid := (select auth.uid());
  v_model public.voice_models;
begin
  perform private.require(p_voice_model_id is not null, 'p_voice_model_id', 'p_voice_model_id is missing');
  select m.* into v_model from public.voice_models as m
  where m.organization_id = v_organization_id and m.id = p_voice_model_id
    and (m.user_id = v_user_id or m.consent_given_by = v_user_id or private.has_role('manager'))
  for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such voice, or it is not yours to delete');
  end if;
  delete from public.voice_models as m where m.id = v_model.id;
end;
$$;
comment on function private.delete_voice_model(uuid) is 'The work of public.delete_voice_model.';

create function public.delete_voice_model(p_voice_model_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.delete_voice_model(p_voice_model_id)
$$;
comment on function public.delete_voice_model(uuid) is
'Delete a version; what the provider and Storage hold of it follows. For who made it, the person whose voice it is, and managers.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR, NOT_FOUND.';

-- Avatars -------------------------------------------------------------------------------------------------------------

create function private.activate_avatar_model(p_avatar_model_id uuid)
returns void
language plpgsql
volatile
security definer -- clients have no write grant on models; role and organization are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_model public.avatar_models;
begin
  perform private.require(p_avatar_model_id is not null, 'p_avatar_model_id', 'p_avatar_model_id is missing');
  select m.* into v_model from public.avatar_models as m
  where m.organization_id = v_organization_id and m.id = p_avatar_model_id for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such avatar in the active organization');
  end if;
  if v_model.creation_status <> 'completed' or v_model.provider_avatar_id is null or v_model.consent_revoked_at is not null
    or v_model.provider_deleted_at is not null then
    perform private.raise_error('CONFLICT', 'only a finished avatar with a standing consent can be used');
  end if;
  -- First one ends, then the other begins: two versions are never active.
  update public.avatar_models as m set is_active = false
  where m.organization_id = v_organization_id and m.name = v_model.name and m.is_active and m.id <> v_model.id;
  update public.avatar_models as m set is_active = true where m.id = v_model.id and not m.is_active;
end;
$$;
comment on function private.activate_avatar_model(uuid) is 'The work of public.activate_avatar_model.';

create function public.activate_avatar_model(p_avatar_model_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.activate_avatar_model(p_avatar_model_id)
$$;
comment on function public.activate_avatar_model(uuid) is
'Use this version of the avatar; the one used so far is kept. Creators and above.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR, NOT_FOUND, CONFLICT (not finished, or without consent).';

create function private.revoke_avatar_model_consent(p_avatar_model_id uuid)
returns void
language plpgsql
volatile
security definer -- the person may have left the organization; whose consent it is, is checked here
set search_path = ''
as $$
declare
  v_user_id uuid := (select auth.uid());
  v_model public.avatar_models;
begin
  perform private.require(p_avatar_model_id is not null, 'p_avatar_model_id', 'p_avatar_model_id is missing');
  if v_user_id is null then
    perform private.raise_error('UNAUTHORIZED', 'sign in first');
  end if;
  select m.* into v_model from public.avatar_models as m
  where m.id = p_avatar_model_id
    and (m.consent_given_by = v_user_id or (m.organization_id = private.active_org() and private.has_role('manager')))
  for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such avatar, or the consent is not yours to revoke');
  end if;
  update public.avatar_models as m set consent_revoked_at = now(), consent_revoked_by = v_user_id
  where m.id = v_model.id and m.consent_revoked_at is null and m.consent_given_at is not null;
end;
$$;
comment on function private.revoke_avatar_model_consent(uuid) is 'The work of public.revoke_avatar_model_consent.';

create function public.revoke_avatar_model_consent(p_avatar_model_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.revoke_avatar_model_consent(p_avatar_model_id)
$$;
comment on function public.revoke_avatar_model_consent(uuid) is
'The avatar is used no more, from this moment: productions under way are cancelled, and what the provider and Storage hold
of it is deleted. For the person who is shown, member or not any more, and for managers. Final; revoking
again changes nothing.
Errors: UNAUTHORIZED, VALIDATION_ERROR, NOT_FOUND.';

create function private.delete_avatar_model(p_avatar_model_id uuid)
returns void
language plpgsql
volatile
security definer -- clients have no write grant on models; role and organization are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_user_id uuid := (select auth.uid());
  v_model public.avatar_models;
begin
  perform private.require(p_avatar_model_id is not null, 'p_avatar_model_id', 'p_avatar_model_id is missing');
  select m.* into v_model from public.avatar_models as m
  where m.organization_id = v_organization_id and m.id = p_avatar_model_id
    and (m.user_id = v_user_id or m.consent_given_by = v_user_id or private.has_role('manager'))
  for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such avatar, or it is not yours to delete');
  end if;
  delete from public.avatar_models as m where m.id = v_model.id;
end;
$$;
comment on function private.delete_avatar_model(uuid) is 'The work of public.delete_avatar_model.';

create function public.delete_avatar_model(p_avatar_model_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.delete_avatar_model(p_avatar_model_id)
$$;
comment on function public.delete_avatar_model(uuid) is
'Delete a version; what the provider and Storage hold of it follows. For who made it, the person who is shown, and managers.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR, NOT_FOUND.';

-- Deletions, for servers ----------------------------------------------------------------------------------------------

create function public.due_biometric_deletions(p_limit integer default 50)
returns table (
  id bigint, model_kind text, provider text, provider_model_id text, storage_bucket text, storage_paths text[],
  attempts integer, requested_at timestamptz
)
language sql
stable
security definer -- servers read no private table directly
set search_path = ''
as $$
  select
    d.id, d.model_kind, d.provider, d.provider_model_id, 'voice-samples', d.storage_paths, d.attempts, d.requested_at
  from private.biometric_deletions as d
  where d.deleted_at is null
  order by d.requested_at, d.id
  limit least(greatest(coalesce(p_limit, 50), 1), 500)
$$;
comment on function public.due_biometric_deletions(integer) is
'What providers and Storage still hold of voices and faces that have to go, the longest waiting first.';

create function public.finish_biometric_deletion(p_id bigint, p_error text default null)
returns void
language plpgsql
volatile
security definer -- servers write no private table directly
set search_path = ''
as $$
declare
  v_deletion private.biometric_deletions;
begin
  update private.biometric_deletions as d
  set
    attempts = d.attempts + 1,
    last_error = left(p_error, 2000),
    deleted_at = case when p_error is null then now() end
  where d.id = p_id and d.deleted_at is null
  returning * into v_deletion;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such deletion, or it is done');
  end if;
  if v_deletion.deleted_at is not null then
    update public.voice_models as m set provider_deleted_at = v_deletion.deleted_at
    where v_deletion.model_kind = 'voice' and m.id = v_deletion.model_id;
    update public.avatar_models as m set provider_deleted_at = v_deletion.deleted_at
    where v_deletion.model_kind = 'avatar' and m.id = v_deletion.model_id;
  end if;
end;
$$;
comment on function public.finish_biometric_deletion(bigint, text) is
'Records that a deletion is done, or with p_error why it is not yet.
Errors: NOT_FOUND.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.activate_voice_model(uuid), private.activate_voice_model(uuid),
  public.revoke_voice_model_consent(uuid), private.revoke_voice_model_consent(uuid),
  public.delete_voice_model(uuid), private.delete_voice_model(uuid),
  public.activate_avatar_model(uuid), private.activate_avatar_model(uuid),
  public.revoke_avatar_model_consent(uuid), private.revoke_avatar_model_consent(uuid),
  public.delete_avatar_model(uuid), private.delete_avatar_model(uuid)
to authenticated;
grant execute on function public.due_biometric_deletions(integer), public.finish_biometric_deletion(bigint, text)
to service_role;
