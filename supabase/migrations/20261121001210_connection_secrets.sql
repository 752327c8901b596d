-- Purpose: the consent of a person at a platform, from the first redirect to the stored tokens and their end.
-- Objects: private.base64url, put_secret, begin_oauth; public.begin_oauth, consume_oauth_state, store_connection,
--          rotate_connection_secret, read_connection_secret, report_connection.

create function private.base64url(p_bytes bytea)
returns text
language sql
immutable
set search_path = ''
as $$
  select rtrim(translate(encode(p_bytes, 'base64'), E'+/\n', '-_'), '=')
$$;
comment on function private.base64url(bytea) is 'Base64 for addresses, without padding (RFC 4648, section 5).';

create function private.put_secret(p_name text, p_secret text, p_description text)
returns void
language plpgsql
volatile
security definer -- callers have no right on Vault
set search_path = ''
as $$
declare
  v_id uuid;
begin
  select s.id into v_id from vault.secrets as s where s.name = p_name;
  if found then
    perform vault.update_secret(v_id, p_secret);
  else
    perform vault.create_secret(p_secret, p_name, p_description);
  end if;
end;
$$;
comment on function private.put_secret(text, text, text) is 'Stores a secret under a name, in the place of an earlier one.';

-- Begin and finish a consent ------------------------------------------------------------------------------------------

create function private.begin_oauth(
  p_organization_id uuid,
  p_user_id uuid,
  p_platform text,
  p_search_engine text,
  p_redirect_uri text,
  p_requested_scopes text[] default '{}',
  p_redirect_to text default null,
  p_client_account_id uuid default null,
  p_session_hash text default null
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_state text := private.new_token();
  v_verifier text := private.new_token();
  v_platform text := private.platform_slug(p_platform);
  v_row public.oauth_states;
begin
  perform private.require(
    num_nonnulls(p_platform, p_search_engine) = 1, 'p_platform', 'name either p_platform or p_search_engine'
  );
  perform private.require(
    p_platform is null
    or exists (select from public.platforms as p where p.slug = v_platform and p.is_oauth_required),
    'p_platform', 'p_platform is not a platform one connects to'
  );
  perform private.require(
    p_search_engine is null
    or exists (
      select from public.search_engines as e where e.slug = p_search_engine and e.is_active and e.supports_oauth
    ),
    'p_search_engine', 'p_search_engine is not a search engine one connects to'
  );
  perform private.require(
    private.is_http_url(p_redirect_uri) is true, 'p_redirect_uri', 'p_redirect_uri must be an http or https address'
  );
  perform private.require(
    p_redirect_to is null
    or (p_redirect_to ~ '^/([^/\\[:cntrl:]][^\\[:cntrl:]]*)?$' and char_length(p_redirect_to) <= 2048),
    'p_redirect_to', 'p_redirect_to must be a path that starts with one slash'
  );
  perform private.require(
    p_session_hash is null or p_session_hash ~ '^[0-9a-f]{64}$', 'p_session_hash', 'p_session_hash must be a SHA-256 in hexadecimal'
  );
  perform private.require(
    coalesce(cardinality(p_requested_scopes), 0) <= 64, 'p_requested_scopes', 'p_requested_scopes has more than 64 entries'
  );
  perform private.require(
    p_client_account_id is null
    or exists (
      select from public.client_accounts as c
      where c.organization_id = p_organization_id and c.id = p_client_account_id and c.deleted_at is null
    ),
    'p_client_account_id', 'there is no such client account'
  );
  if (
    select count(*) >= 20 from public.oauth_states as s
    where s.user_id = p_user_id and s.consumed_at is null and s.expires_at > now()
  ) then
    perform private.raise_error(
      'RATE_LIMITED', 'too many consents were begun and not finished', '{"retry_after_seconds": 600}'
    );
  end if;
  insert into public.oauth_states (
    organization_id, user_id, client_account_id, platform, search_engine, state_hash, session_hash, vault_secret_name,
    redirect_uri, redirect_to, requested_scopes
  )
  values (
    p_organization_id, p_user_id, p_client_account_id, v_platform, p_search_engine, private.token_hash(v_state),
    p_session_hash, 'oauth_state:' || gen_random_uuid(), p_redirect_uri, p_redirect_to,
    coalesce(p_requested_scopes, '{}')
  )
  returning * into strict v_row;
  perform private.put_secret(v_row.vault_secret_name, v_verifier, 'PKCE verifier of a started consent');
  return jsonb_build_object(
    'state', v_state,
    'code_challenge', private.base64url(sha256(convert_to(v_verifier, 'utf8'))),
    'code_challenge_method', 'S256',
    'expires_at', v_row.expires_at
  );
end;
$$;
comment on function private.begin_oauth(uuid, uuid, text, text, text, text[], text, uuid, text) is
'Begins a consent for a person who may connect: {state, code_challenge, code_challenge_method, expires_at}. The verifier stays in Vault.
Errors: VALIDATION_ERROR, RATE_LIMITED (20 open ones).';

create function public.begin_oauth(
  p_organization_id uuid, p_user_id uuid, p_redirect_uri text, p_platform text default null,
  p_search_engine text default null, p_requested_scopes text[] default '{}', p_redirect_to text default null,
  p_client_account_id uuid default null, p_session_hash text default null
)
returns jsonb
language plpgsql
volatile
security definer -- landing points hold no grant on the table, nor on Vault
set search_path = ''
as $$
begin
  perform private.require(
    exists (
      select
      from public.organization_members as m
      join public.organizations as o on o.id = m.organization_id and o.deleted_at is null
      where m.organization_id = p_organization_id and m.user_id = p_user_id and m.status = 'active'
        and m.role >= 'manager'
    ),
    'p_user_id', 'this person is no manager of the organization'
  );
  return private.begin_oauth(
    p_organization_id, p_user_id, p_platform, p_search_engine, p_redirect_uri, p_requested_scopes, p_redirect_to,
    p_client_account_id, p_session_hash
  );
end;
$$;
comment on function public.begin_oauth(uuid, uuid, text, text, text, text[], text, uuid, text) is
'For landing points, on behalf of a signed-in manager: what the address of the consent page needs.
Errors: VALIDATION_ERROR, RATE_LIMITED.';

create function public.consume_oauth_state(
  p_state text, p_session_hash text default null, p_user_id uuid default null
)
returns jsonb
language plpgsql
volatile
security definer -- landing points hold no grant on the table, nor on Vault
set search_path = ''
as $$
declare
  v_row public.oauth_states;
  v_verifier text;
begin
  -- The update is the lock: of two who bring the same state, one finds it unused.
  update public.oauth_states as s
  set consumed_at = now(), vault_secret_name = null
  from public.oauth_states as old
  where old.id = s.id and s.state_hash = private.token_hash(p_state) and s.consumed_at is null
    and s.expires_at > clock_timestamp()
    -- Whoever makes another person open their own consent page would get that person's tokens: the browser or the
    -- person that began it must be the one that comes back.
    and s.session_hash is not distinct from p_session_hash
    and (s.user_id = p_user_id or (p_user_id is null and p_session_hash is not null))
    and exists (
      select
      from public.organization_members as m
      join public.organizations as o on o.id = m.organization_id and o.deleted_at is null
      where m.organization_id = s.organization_id and m.user_id = s.user_id and m.status = 'active'
        and m.role >= 'manager'
    )
  returning s.id, s.organization_id, s.user_id, s.client_account_id, s.platform, s.search_engine, s.state_hash,
    s.session_hash, old.vault_secret_name, s.redirect_uri, s.redirect_to, s.requested_scopes, s.expires_at,
    s.consumed_at, s.created_at
  into v_row;
  if v_row.id is null or v_row.vault_secret_name is null then
    perform private.raise_error(
      'VALIDATION_ERROR', 'this consent was used before, has expired or was never begun: connect again',
      jsonb_build_object('field', 'p_state')
    );
  end if;
  select d.decrypted_secret into strict v_verifier
  from vault.decrypted_secrets as d
  where d.name = v_row.vault_secret_name;
  delete from vault.secrets as d where d.name = v_row.vault_secret_name;
  return jsonb_build_object(
    'organization_id', v_row.organization_id, 'user_id', v_row.user_id, 'client_account_id', v_row.client_account_id,
    'platform', v_row.platform, 'search_engine', v_row.search_engine, 'redirect_uri', v_row.redirect_uri,
    'redirect_to', v_row.redirect_to, 'requested_scopes', v_row.requested_scopes, 'code_verifier', v_verifier
  );
end;
$$;
comment on function public.consume_oauth_state(text, text, uuid) is
'For the redirect''s landing point, once: whose consent it is, with the verifier. It takes the hash of the browser''s
session if one was given to begin with, else the signed-in person. One answer for unknown, used, expired, another
browser, another person, and one who is no manager any more. Errors: VALIDATION_ERROR.';

-- Tokens --------------------------------------------------------------------------------------------------------------

create function public.store_connection(
  p_organization_id uuid,
  p_platform text,
  p_platform_user_id text,
  p_secret jsonb,
  p_connected_by uuid default null,
  p_client_account_id uuid default null,
  p_profile jsonb default '{}',
  p_scopes text[] default '{}',
  p_token_expires_at timestamptz default null,
  p_refresh_expires_at timestamptz default null
)
returns uuid
language plpgsql
volatile
security definer -- landing points hold no grant on the table, nor on Vault
set search_path = ''
as $$
declare
  v_platform text := private.platform_slug(p_platform);
  v_connection public.platform_connections;
begin
  perform private.require(v_platform is not null, 'p_platform', 'there is no such platform');
  perform private.require(
    char_length(p_platform_user_id) between 1 and 255, 'p_platform_user_id', 'p_platform_user_id must have 1 to 255 characters'
  );
  perform private.require(
    jsonb_typeof(p_secret) = 'object' and p_secret ->> 'access_token' <> '' and octet_length(p_secret::text) <= 65536,
    'p_secret', 'p_secret must be an object with access_token'
  );
  perform private.require(
    exists (select from public.organizations as o where o.id = p_organization_id and o.deleted_at is null),
    'p_organization_id', 'there is no such organization'
  );
  perform private.require(
    p_connected_by is null
    or exists (
      select from public.organization_members as m
      where m.organization_id = p_organization_id and m.user_id = p_connected_by
    ),
    'p_connected_by', 'this person is no member of the organization'
  );
  perform private.require(
    p_client_account_id is null
    or exists (
      select from public.client_accounts as c
      where c.organization_id = p_organization_id and c.id = p_client_account_id and c.deleted_at is null
    ),
    'p_client_account_id', 'there is no such client account'
  );
  perform private.require(coalesce(cardinality(p_scopes), 0) <= 64, 'p_scopes', 'p_scopes has more than 64 entries');
  insert into public.platform_connections as c (
    organization_id, client_account_id, connected_by, platform, platform_user_id, platform_username,
    platform_display_name, platform_avatar_url, vault_secret_name, scopes, token_expires_at, refresh_expires_at,
    is_verified, last_verified_at
  )
  values (
    p_organization_id, p_client_account_id, p_connected_by, v_platform, p_platform_user_id,
    left(p_profile ->> 'username', 255), left(p_profile ->> 'display_name', 255),
    case when private.is_http_url(p_profile ->> 'avatar_url') then p_profile ->> 'avatar_url' end,
    'connection:' || gen_random_uuid(), coalesce(p_scopes, '{}'), p_token_expires_at, p_refresh_expires_at, true, now()
  )
  on conflict (organization_id, platform, platform_user_id) where disconnected_at is null do update
  set
    connected_by = coalesce(excluded.connected_by, c.connected_by),
    client_account_id = coalesce(excluded.client_account_id, c.client_account_id),
    platform_username = coalesce(excluded.platform_username, c.platform_username),
    platform_display_name = coalesce(excluded.platform_display_name, c.platform_display_name),
    platform_avatar_url = coalesce(excluded.platform_avatar_url, c.platform_avatar_url),
    vault_secret_name = coalesce(c.vault_secret_name, excluded.vault_secret_name),
    secret_version = c.secret_version + 1, scopes = excluded.scopes, token_expires_at = excluded.token_expires_at,
    refresh_expires_at = excluded.refresh_expires_at, status = 'active', is_verified = true, last_verified_at = now(),
    last_error = null, last_error_at = null, connected_at = now()
  returning c.* into strict v_connection;
  perform private.put_secret(v_connection.vault_secret_name, p_secret::text, 'tokens of a platform connection');
  return v_connection.id;
end;
$$;
comment on function public.store_connection(
  uuid, text, text, jsonb, uuid, uuid, jsonb, text[], timestamptz, timestamptz
) is
'For landing points: the tokens of a new consent, or of one given again, which revives the connection there is. p_secret
{access_token, refresh_token, …} goes to Vault. Returns the connection. Errors: VALIDATION_ERROR.';

create function public.rotate_connection_secret(
  p_connection_id uuid, p_secret_version integer, p_secret jsonb, p_token_expires_at timestamptz default null,
  p_refresh_expires_at timestamptz default null
)
returns integer
language plpgsql
volatile
security definer -- workers hold no grant on the table, nor on Vault
set search_path = ''
as $$
declare
  v_connection public.platform_connections;
begin
  perform private.require(
    jsonb_typeof(p_secret) = 'object' and p_secret ->> 'access_token' <> '' and octet_length(p_secret::text) <= 65536,
    'p_secret', 'p_secret must be an object with access_token'
  );
  update public.platform_connections as c
  set secret_version = c.secret_version + 1, token_expires_at = p_token_expires_at,
    refresh_expires_at = coalesce(p_refresh_expires_at, c.refresh_expires_at), status = 'active', is_verified = true,
    last_verified_at = now(), last_error = null, last_error_at = null
  where c.id = p_connection_id and c.secret_version = p_secret_version and c.vault_secret_name is not null
  returning c.* into v_connection;
  if not found then
    perform private.raise_error('CONFLICT', 'the connection has ended, or another worker has refreshed it: read it again');
  end if;
  perform private.put_secret(v_connection.vault_secret_name, p_secret::text, 'tokens of a platform connection');
  return v_connection.secret_version;
end;
$$;
comment on function public.rotate_connection_secret(uuid, integer, jsonb, timestamptz, timestamptz) is
'For workers: replaces the tokens whose version was read, and returns the new version. Errors: CONFLICT, VALIDATION_ERROR.';

create function public.read_connection_secret(p_connection_id uuid, p_purpose text)
returns jsonb
language plpgsql
volatile
security definer -- the only way to the tokens, and it leaves a record
set search_path = ''
as $$
declare
  v_connection public.platform_connections;
  v_secret jsonb;
begin
  perform private.require_text(p_purpose, 'p_purpose', 200);
  select c.* into v_connection
  from public.platform_connections as c
  join public.organizations as o on o.id = c.organization_id and o.deleted_at is null
  where c.id = p_connection_id and c.vault_secret_name is not null;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such connection, or it has ended');
  end if;
  select d.decrypted_secret::jsonb into strict v_secret
  from vault.decrypted_secrets as d
  where d.name = v_connection.vault_secret_name;
  -- To the minute, so that a busy worker does not rewrite the row for each call it makes.
  update public.platform_connections as c
  set last_used_at = now()
  where c.id = p_connection_id and (c.last_used_at is null or c.last_used_at < now() - interval '1 minute');
  perform private.write_audit(
    'secret.read', 'platform_connections', v_connection.organization_id, v_connection.id,
    p_metadata => jsonb_build_object('platform', v_connection.platform, 'purpose', p_purpose)
  );
  return jsonb_build_object(
    'secret', v_secret, 'secret_version', v_connection.secret_version, 'platform', v_connection.platform,
    'platform_user_id', v_connection.platform_user_id, 'status', v_connection.status, 'scopes', v_connection.scopes,
    'token_expires_at', v_connection.token_expires_at
  );
end;
$$;
comment on function public.read_connection_secret(uuid, text) is
'For workers: {secret, secret_version, platform, platform_user_id, status, scopes, token_expires_at}. Each reading is recorded with its
purpose. Errors: NOT_FOUND, VALIDATION_ERROR.';

create function public.report_connection(p_connection_id uuid, p_status text, p_error text default null)
returns void
language plpgsql
volatile
security definer -- workers hold no grant on the table, nor on Vault
set search_path = ''
as $$
declare
  v_connection public.platform_connections;
begin
  perform private.require(
    p_status in ('active', 'expired', 'needs_reauth', 'revoked'), 'p_status',
    'p_status must be active, expired, needs_reauth or revoked'
  );
  select c.* into v_connection
  from public.platform_connections as c
  where c.id = p_connection_id and c.vault_secret_name is not null
  for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such connection, or it has ended');
  end if;
  update public.platform_connections as c
  set status = p_status::public.connection_status, is_verified = p_status = 'active', last_verified_at = now(),
    last_error = left(p_error, 1000), last_error_at = case when p_error is not null then now() end,
    vault_secret_name = case when p_status <> 'revoked' then c.vault_secret_name end
  where c.id = p_connection_id;
  if p_status = 'revoked' then
    delete from vault.secrets as d where d.name = v_connection.vault_secret_name;
  end if;
  if p_status in ('needs_reauth', 'revoked') and v_connection.status in ('active', 'expired')
    and v_connection.connected_by is not null then
    perform private.notify(
      p_organization_id => v_connection.organization_id,
      p_user_id => v_connection.connected_by,
      p_type => 'connection_expired',
      p_title => format('%s has to be connected again', coalesce(v_connection.platform_display_name, v_connection.platform)),
      p_message => 'The platform no longer accepts the consent that was given. Nothing is published there until it is renewed.',
      p_entity_type => 'platform_connections',
      p_entity_id => v_connection.id
    );
  end if;
end;
$$;
comment on function public.report_connection(uuid, text, text) is
'For workers: what the platform said of the tokens. revoked removes them; whoever connected is told once that a new consent is needed.
Errors: NOT_FOUND, VALIDATION_ERROR.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.begin_oauth(uuid, uuid, text, text, text, text[], text, uuid, text),
  public.consume_oauth_state(text, text, uuid),
  public.store_connection(uuid, text, text, jsonb, uuid, uuid, jsonb, text[], timestamptz, timestamptz)
to service_role;
grant execute on function
  public.rotate_connection_secret(uuid, integer, jsonb, timestamptz, timestamptz),
  public.read_connection_secret(uuid, text),
  public.report_connection(uuid, text, text)
to service_role, catalyst_worker;
