-- Purpose: choosing models and bringing keys.
-- Objects: set_user_ai_settings, set_organization_ai_model, clear_organization_ai_model, set_organization_ai_key,
--          delete_organization_ai_key, get_organization_ai_key, the trigger that deletes the secret.

-- People --------------------------------------------------------------------------------------------------------------

create function private.set_user_ai_settings(
  p_preferred_provider text, p_preferred_model text, p_tone text, p_language text
)
returns public.user_ai_settings
language plpgsql
volatile
security definer -- clients have no grant to write settings
set search_path = ''
as $$
declare
  v_settings public.user_ai_settings;
begin
  if auth.uid() is null then
    perform private.raise_error('UNAUTHORIZED', 'sign in first');
  end if;
  perform private.require(
    p_preferred_model is null or p_preferred_provider is not null,
    'p_preferred_provider', 'p_preferred_provider must name the provider of the model'
  );
  if p_preferred_model is not null then
    perform private.require_ai_model(p_preferred_provider, p_preferred_model, 'text', 'p_preferred_model');
  else
    perform private.require(
      p_preferred_provider is null
        or exists (select from public.ai_providers as p where p.slug = p_preferred_provider and p.is_active),
      'p_preferred_provider', 'p_preferred_provider is not a provider on offer'
    );
  end if;
  perform private.require(
    p_tone is null or p_tone = any(enum_range(null::public.writing_tone)::text[]),
    'p_tone', 'p_tone must be one of ' || array_to_string(enum_range(null::public.writing_tone), ', ')
  );
  perform private.require(
    p_language is null or (p_language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' and char_length(p_language) <= 35),
    'p_language', 'p_language must be a language tag such as en or nl'
  );
  insert into public.user_ai_settings as s (user_id, preferred_provider, preferred_model, tone, language)
  values (auth.uid(), p_preferred_provider, p_preferred_model, p_tone::public.writing_tone, p_language)
  on conflict (user_id) do update
  set preferred_provider = excluded.preferred_provider, preferred_model = excluded.preferred_model,
    tone = excluded.tone, language = excluded.language
  returning s.* into v_settings;
  return v_settings;
exception
  when foreign_key_violation then
    perform private.raise_error('UNAUTHORIZED', 'this account is gone');
    return null;
end;
$$;

create function public.set_user_ai_settings(
  p_preferred_provider text default null,
  p_preferred_model text default null,
  p_tone text default null,
  p_language text default null
)
returns public.user_ai_settings
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.set_user_ai_settings(p_preferred_provider, p_preferred_model, p_tone, p_language)
$$;
comment on function public.set_user_ai_settings(text, text, text, text) is
'Replaces the caller''s preferences; what is not given is no longer preferred. Errors: UNAUTHORIZED, VALIDATION_ERROR.';

-- Organizations -------------------------------------------------------------------------------------------------------

create function private.ai_capability(p_capability text)
returns public.ai_capability
language plpgsql
immutable
set search_path = ''
as $$
begin
  perform private.require(
    p_capability = any(enum_range(null::public.ai_capability)::text[]),
    'p_capability', 'p_capability must be one of ' || array_to_string(enum_range(null::public.ai_capability), ', ')
  );
  return p_capability::public.ai_capability;
end;
$$;
comment on function private.ai_capability(text) is 'The capability of this name, or VALIDATION_ERROR.';

create function private.set_organization_ai_model(
  p_capability text, p_ai_provider text, p_ai_model text, p_embedding_dimensions integer
)
returns public.organization_ai_settings
language plpgsql
volatile
security definer -- clients have no grant to write settings
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('admin');
  v_capability public.ai_capability := private.ai_capability(p_capability);
  v_model public.ai_models := private.require_ai_model(p_ai_provider, p_ai_model, v_capability, 'p_ai_model');
  v_settings public.organization_ai_settings;
begin
  perform private.require(
    p_embedding_dimensions is null
      or p_embedding_dimensions between v_model.min_embedding_dimensions and v_model.max_embedding_dimensions,
    'p_embedding_dimensions',
    case when v_model.min_embedding_dimensions is null then 'p_embedding_dimensions is for embedding models only'
    else format('p_embedding_dimensions must be from %s to %s', v_model.min_embedding_dimensions, v_model.max_embedding_dimensions) end
  );
  insert into public.organization_ai_settings as s
    (organization_id, capability, ai_provider, ai_model, embedding_dimensions, updated_by)
  values (v_organization_id, v_capability, p_ai_provider, p_ai_model, p_embedding_dimensions, auth.uid())
  on conflict (organization_id, capability) do update
  set ai_provider = excluded.ai_provider, ai_model = excluded.ai_model,
    embedding_dimensions = excluded.embedding_dimensions, updated_by = excluded.updated_by
  returning s.* into v_settings;
  return v_settings;
end;
$$;

create function public.set_organization_ai_model(
  p_capability text default null,
  p_ai_provider text default null,
  p_ai_model text default null,
  p_embedding_dimensions integer default null
)
returns public.organization_ai_settings
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.set_organization_ai_model(p_capability, p_ai_provider, p_ai_model, p_embedding_dimensions)
$$;
comment on function public.set_organization_ai_model(text, text, text, integer) is
'The model the organization uses for a capability (text, vision, embedding, transcription, image). Errors: FORBIDDEN, VALIDATION_ERROR.';

create function private.clear_organization_ai_model(p_capability text)
returns void
language plpgsql
volatile
security definer -- clients have no grant to write settings
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('admin');
begin
  delete from public.organization_ai_settings
  where organization_id = v_organization_id and capability = private.ai_capability(p_capability);
end;
$$;

create function public.clear_organization_ai_model(p_capability text default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.clear_organization_ai_model(p_capability)
$$;
comment on function public.clear_organization_ai_model(text) is
'Goes back to the platform''s choice for a capability. Errors: FORBIDDEN, VALIDATION_ERROR.';

-- Keys ----------------------------------------------------------------------------------------------------------------

create function private.set_organization_ai_key(p_ai_provider text, p_api_key text)
returns jsonb
language plpgsql
volatile
security definer -- only this function and those of workers reach Vault
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('admin');
  v_api_key text := btrim(p_api_key, E' \t\r\n');
  v_key public.organization_ai_keys;
  v_secret_id uuid;
begin
  perform private.require(
    exists (
      select from public.ai_providers as p where p.slug = p_ai_provider and p.is_active and p.is_api_key_required
    ),
    'p_ai_provider', 'p_ai_provider is not a provider that takes keys'
  );
  perform private.require(
    v_api_key ~ '^[\x21-\x7e]+$' and char_length(v_api_key) between 16 and 500,
    'p_api_key', 'p_api_key must have 16 to 500 characters and no blanks'
  );
  -- The row first: of two who set a key at once, the second waits here.
  insert into public.organization_ai_keys as k (organization_id, ai_provider, vault_secret_name, last_four, updated_by)
  values (
    v_organization_id, p_ai_provider, concat('ai_key:', v_organization_id, ':', p_ai_provider), right(v_api_key, 4), auth.uid()
  )
  on conflict (organization_id, ai_provider) do update
  set last_four = excluded.last_four, updated_by = excluded.updated_by, last_used_at = null
  returning k.* into v_key;
  select s.id into v_secret_id from vault.secrets as s where s.name = v_key.vault_secret_name;
  if found then
    perform vault.update_secret(v_secret_id, v_api_key);
  else
    perform vault.create_secret(v_api_key, v_key.vault_secret_name, 'AI key of an organization');
  end if;
  return jsonb_build_object('ai_provider', v_key.ai_provider, 'last_four', v_key.last_four, 'updated_at', v_key.updated_at);
end;
$$;

create function public.set_organization_ai_key(p_ai_provider text default null, p_api_key text default null)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.set_organization_ai_key(p_ai_provider, p_api_key)
$$;
comment on function public.set_organization_ai_key(text, text) is
'Stores the organization''s own key for a provider in Vault, in the place of an earlier one: {ai_provider, last_four, updated_at}. No function
gives it back to a client. Errors: FORBIDDEN, VALIDATION_ERROR.';

create function private.delete_organization_ai_key(p_ai_provider text)
returns void
language plpgsql
volatile
security definer -- clients have no grant to delete keys
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('admin');
begin
  perform private.require(p_ai_provider is not null, 'p_ai_provider', 'p_ai_provider is missing');
  delete from public.organization_ai_keys where organization_id = v_organization_id and ai_provider = p_ai_provider;
  if not found then
    perform private.raise_error('NOT_FOUND', 'the organization has no key for this provider');
  end if;
end;
$$;

create function public.delete_organization_ai_key(p_ai_provider text default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.delete_organization_ai_key(p_ai_provider)
$$;
comment on function public.delete_organization_ai_key(text) is
'Deletes the organization''s own key for a provider, in Vault as well. Errors: FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

create function private.delete_ai_key_secret()
returns trigger
language plpgsql
volatile
security definer -- whoever deletes an organization has no rights on Vault
set search_path = ''
as $$
begin
  delete from vault.secrets as s using old_rows as o where s.name = o.vault_secret_name;
  return null;
end;
$$;
comment on function private.delete_ai_key_secret() is 'A key goes with its row, also when the organization is purged.';

create trigger delete_secret after delete on public.organization_ai_keys
referencing old table as old_rows for each statement execute function private.delete_ai_key_secret();

-- Workers -------------------------------------------------------------------------------------------------------------

create function public.get_organization_ai_key(p_organization_id uuid, p_ai_provider text)
returns text
language plpgsql
volatile
security definer -- the only way to the key, and it leaves a record
set search_path = ''
as $$
declare
  v_key public.organization_ai_keys;
  v_api_key text;
begin
  update public.organization_ai_keys set last_used_at = now()
  where organization_id = p_organization_id and ai_provider = p_ai_provider
  returning * into v_key;
  if not found then
    return null;
  end if;
  select s.decrypted_secret into v_api_key from vault.decrypted_secrets as s where s.name = v_key.vault_secret_name;
  perform private.write_audit(
    'secret.read', 'organization_ai_keys', p_organization_id, v_key.id, null, null,
    jsonb_build_object('ai_provider', p_ai_provider)
  );
  return v_api_key;
end;
$$;
comment on function public.get_organization_ai_key(uuid, text) is
'For workers: the organization''s own key for a provider, or null when it has none. Each reading is recorded.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.set_user_ai_settings(text, text, text, text),
  private.set_user_ai_settings(text, text, text, text),
  public.set_organization_ai_model(text, text, text, integer),
  private.set_organization_ai_model(text, text, text, integer),
  public.clear_organization_ai_model(text),
  private.clear_organization_ai_model(text),
  public.set_organization_ai_key(text, text),
  private.set_organization_ai_key(text, text),
  public.delete_organization_ai_key(text),
  private.delete_organization_ai_key(text)
to authenticated;
grant execute on function public.get_organization_ai_key(uuid, text) to service_role, catalyst_worker;
