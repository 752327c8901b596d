-- Purpose: the right to submit addresses to a search engine: given, read, renewed and taken back.
-- Objects: connect_search_engine, disconnect_search_engine; for landing points and workers store_seo_connection,
--          rotate_seo_secret, read_seo_secret, report_seo_connection.

create function private.site_host(p_site_url text)
returns text
language sql
immutable
set search_path = ''
as $$
  select lower(substring(p_site_url from '^(?:https?://|sc-domain:)([^[:space:]/?#]+)'))
$$;
comment on function private.site_host(text) is 'Host (with its port) of a site or of an address on it; null for neither.';

create function private.put_seo_connection(
  p_organization_id uuid, p_search_engine text, p_site_url text, p_secret jsonb, p_connected_by uuid,
  p_client_account_id uuid, p_key_location text, p_token_expires_at timestamptz
)
returns uuid
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_site_url text := private.require_text(p_site_url, 'p_site_url', 2048);
  v_connection public.seo_connections;
begin
  perform private.require(
    exists (select from public.search_engines as e where e.slug = p_search_engine and e.is_active), 'p_search_engine',
    'p_search_engine is not a search engine of search_engines'
  );
  -- The engines name a site with a slash at its end.
  v_site_url := regexp_replace(v_site_url, '^(https?://[^/?#]+)$', '\1/', 'i');
  perform private.require(
    v_site_url ~ '^(https?://[^[:space:]/?#@]+(/[^[:space:]?#]*)?|sc-domain:[^[:space:]/]+)$', 'p_site_url',
    'p_site_url must be the http or https address of a site, or sc-domain: and a domain'
  );
  perform private.require(
    p_search_engine = 'google' or v_site_url !~ '^sc-domain:', 'p_site_url', 'only google knows domain properties'
  );
  perform private.require(
    p_client_account_id is null
    or exists (
      select from public.client_accounts as c
      where c.organization_id = p_organization_id and c.id = p_client_account_id and c.deleted_at is null
    ),
    'p_client_account_id', 'there is no such client account'
  );
  perform private.require(
    p_key_location is null
    or (private.is_http_url(p_key_location) and private.site_host(p_key_location) = private.site_host(v_site_url)),
    'p_key_location', 'p_key_location must be an address of the site'
  );
  insert into public.seo_connections as c (
    organization_id, client_account_id, connected_by, search_engine, site_url, key_location, vault_secret_name,
    token_expires_at
  )
  values (
    p_organization_id, p_client_account_id, p_connected_by, p_search_engine, v_site_url, p_key_location,
    'seo_connection:' || gen_random_uuid(), p_token_expires_at
  )
  on conflict (organization_id, search_engine, site_url) do update
  set
    client_account_id = coalesce(excluded.client_account_id, c.client_account_id),
    connected_by = coalesce(excluded.connected_by, c.connected_by),
    key_location = excluded.key_location, token_expires_at = excluded.token_expires_at,
    secret_version = c.secret_version + 1, is_active = true, is_verified = false, last_error = null
  returning c.* into strict v_connection;
  perform private.put_secret(v_connection.vault_secret_name, p_secret::text, 'credentials of a seo connection');
  return v_connection.id;
end;
$$;
comment on function private.put_seo_connection(uuid, text, text, jsonb, uuid, uuid, text, timestamptz) is
'Stores credentials for a site, in the place of earlier ones; or VALIDATION_ERROR.';

-- Members -------------------------------------------------------------------------------------------------------------

create function private.connect_search_engine(
  p_search_engine text, p_site_url text, p_secret jsonb, p_key_location text, p_client_account_id uuid
)
returns jsonb
language plpgsql
volatile
security definer -- clients have no grant on the table, nor on Vault; the role is checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('manager');
  v_secret jsonb := p_secret;
  v_id uuid;
begin
  perform private.require(p_search_engine is not null, 'p_search_engine', 'p_search_engine is missing');
  if p_search_engine = 'indexnow' and v_secret is null then
    v_secret := jsonb_build_object('key', encode(sha256(convert_to(private.new_token(), 'utf8')), 'hex'));
  end if;
  perform private.require(
    jsonb_typeof(v_secret) = 'object' and octet_length(v_secret::text) <= 16384, 'p_secret',
    'p_secret must be an object of at most 16 kB'
  );
  perform private.require(
    case p_search_engine
      when 'indexnow' then v_secret ->> 'key' ~ '^[A-Za-z0-9-]{8,128}$'
      when 'google' then char_length(v_secret ->> 'private_key') > 0 and char_length(v_secret ->> 'client_email') > 0
      else char_length(coalesce(v_secret ->> 'api_key', v_secret ->> 'access_token')) > 0
    end,
    'p_secret',
    case p_search_engine
      when 'indexnow' then 'p_secret needs key: 8 to 128 letters, digits and hyphens'
      when 'google' then 'p_secret needs client_email and private_key of a service account; or connect by consent'
      else 'p_secret needs api_key or access_token'
    end
  );
  v_id := private.put_seo_connection(
    v_organization_id, p_search_engine, p_site_url, v_secret, (select auth.uid()), p_client_account_id,
    p_key_location, null
  );
  return jsonb_strip_nulls(jsonb_build_object(
    'seo_connection_id', v_id,
    -- The site shows it to everybody anyway.
    'key', case when p_search_engine = 'indexnow' then v_secret ->> 'key' end
  ));
end;
$$;
comment on function private.connect_search_engine(text, text, jsonb, text, uuid) is 'The work of public.connect_search_engine.';

create function public.connect_search_engine(
  p_search_engine text default null, p_site_url text default null, p_secret jsonb default null,
  p_key_location text default null, p_client_account_id uuid default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer(
      'connect_search_engine', jsonb_build_array(
        p_search_engine, p_site_url, p_secret, p_key_location, p_client_account_id
      )
    ),
    private.remember_answer(
      'connect_search_engine', private.connect_search_engine(
        p_search_engine, p_site_url, p_secret, p_key_location, p_client_account_id
      ), p_secrets => '{key}'
    )
  )
$$;
comment on function public.connect_search_engine(text, text, jsonb, text, uuid) is
'Lets the organization submit addresses of a site. p_secret, which goes to Vault and is shown to nobody again: google
{client_email, private_key}, bing {api_key}, yandex {access_token}, indexnow {key} or nothing for a new key, which the
site must show at /<key>.txt or at p_key_location. The same engine and site once more replaces the secret. Managers.
Returns {seo_connection_id, key}.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR.';

create function private.disconnect_search_engine(p_seo_connection_id uuid)
returns void
language plpgsql
volatile
security definer -- clients have no grant on the table, nor on Vault; the role is checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('manager');
begin
  perform private.require(p_seo_connection_id is not null, 'p_seo_connection_id', 'p_seo_connection_id is missing');
  perform from public.seo_connections as c
  where c.organization_id = v_organization_id and c.id = p_seo_connection_id
  for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such connection in the active organization');
  end if;
  perform private.give_up_seo_submissions(v_organization_id, p_seo_connection_id, 'the connection was removed');
  delete from public.seo_connections as c where c.organization_id = v_organization_id and c.id = p_seo_connection_id;
end;
$$;
comment on function private.disconnect_search_engine(uuid) is 'The work of public.disconnect_search_engine.';

create function public.disconnect_search_engine(p_seo_connection_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.disconnect_search_engine(p_seo_connection_id)
$$;
comment on function public.disconnect_search_engine(uuid) is
'Removes a connection with its secret; open submissions are given up and cost nothing, the others stay listed. Managers.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

-- Landing points and workers ------------------------------------------------------------------------------------------

create function public.store_seo_connection(
  p_organization_id uuid, p_search_engine text, p_site_url text, p_secret jsonb, p_connected_by uuid default null,
  p_client_account_id uuid default null, p_token_expires_at timestamptz default null
)
returns uuid
language plpgsql
volatile
security definer -- landing points hold no grant on the table, nor on Vault
set search_path = ''
as $$
begin
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
  return private.put_seo_connection(
    p_organization_id, p_search_engine, p_site_url, p_secret, p_connected_by, p_client_account_id, null,
    p_token_expires_at
  );
end;
$$;
comment on function public.store_seo_connection(uuid, text, text, jsonb, uuid, uuid, timestamptz) is
'For landing points: the tokens of a consent at a search engine, for one site. Returns the connection. Errors: VALIDATION_ERROR.';

create function public.read_seo_secret(p_seo_connection_id uuid, p_purpose text)
returns jsonb
language plpgsql
volatile
security definer -- the only way to the credentials, and it leaves a record
set search_path = ''
as $$
declare
  v_connection public.seo_connections;
  v_secret jsonb;
begin
  perform private.require_text(p_purpose, 'p_purpose', 200);
  select c.* into v_connection
  from public.seo_connections as c
  join public.organizations as o on o.id = c.organization_id and o.deleted_at is null
  where c.id = p_seo_connection_id and c.is_active;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such connection, or it is not in use');
  end if;
  select d.decrypted_secret::jsonb into strict v_secret
  from vault.decrypted_secrets as d
  where d.name = v_connection.vault_secret_name;
  -- To the minute, so that a busy worker does not rewrite the row for each call it makes.
  update public.seo_connections as c
  set last_used_at = now()
  where c.id = p_seo_connection_id and (c.last_used_at is null or c.last_used_at < now() - interval '1 minute');
  perform private.write_audit(
    'secret.read', 'seo_connections', v_connection.organization_id, v_connection.id,
    p_metadata => jsonb_build_object('search_engine', v_connection.search_engine, 'purpose', p_purpose)
  );
  return jsonb_build_object(
    'secret', v_secret, 'secret_version', v_connection.secret_version, 'search_engine', v_connection.search_engine,
    'site_url', v_connection.site_url, 'key_location', v_connection.key_location,
    'token_expires_at', v_connection.token_expires_at
  );
end;
$$;
comment on function public.read_seo_secret(uuid, text) is
'For workers: {secret, secret_version, search_engine, site_url, key_location, token_expires_at}. Each reading is recorded with its purpose.
Errors: NOT_FOUND, VALIDATION_ERROR.';

create function public.rotate_seo_secret(
  p_seo_connection_id uuid, p_secret_version integer, p_secret jsonb, p_token_expires_at timestamptz default null
)
returns integer
language plpgsql
volatile
security definer -- workers hold no grant on the table, nor on Vault
set search_path = ''
as $$
declare
  v_connection public.seo_connections;
begin
  perform private.require(
    jsonb_typeof(p_secret) = 'object' and p_secret <> '{}' and octet_length(p_secret::text) <= 65536, 'p_secret',
    'p_secret must be an object'
  );
  update public.seo_connections as c
  set secret_version = c.secret_version + 1, token_expires_at = p_token_expires_at
  where c.id = p_seo_connection_id and c.secret_version = p_secret_version
  returning c.* into v_connection;
  if not found then
    perform private.raise_error('CONFLICT', 'the connection was removed, or another worker has refreshed it: read it again');
  end if;
  perform private.put_secret(v_connection.vault_secret_name, p_secret::text, 'credentials of a seo connection');
  return v_connection.secret_version;
end;
$$;
comment on function public.rotate_seo_secret(uuid, integer, jsonb, timestamptz) is
'For workers: replaces the credentials whose version was read, and returns the new version. Errors: CONFLICT, VALIDATION_ERROR.';

create function public.report_seo_connection(p_seo_connection_id uuid, p_is_verified boolean, p_error text default null)
returns void
language plpgsql
volatile
security definer -- workers hold no grant on the table
set search_path = ''
as $$
begin
  perform private.require(p_is_verified is not null, 'p_is_verified', 'p_is_verified is missing');
  update public.seo_connections as c
  set is_verified = p_is_verified, last_verified_at = now(),
    last_error = case when p_is_verified then null else left(p_error, 1000) end
  where c.id = p_seo_connection_id;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such connection');
  end if;
end;
$$;
comment on function public.report_seo_connection(uuid, boolean, text) is
'For workers: whether the engine accepts the credentials for the site. Errors: NOT_FOUND, VALIDATION_ERROR.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  private.connect_search_engine(text, text, jsonb, text, uuid),
  public.connect_search_engine(text, text, jsonb, text, uuid),
  private.disconnect_search_engine(uuid),
  public.disconnect_search_engine(uuid)
to authenticated;
grant execute on function
  public.store_seo_connection(uuid, text, text, jsonb, uuid, uuid, timestamptz)
to service_role;
grant execute on function
  public.read_seo_secret(uuid, text),
  public.rotate_seo_secret(uuid, integer, jsonb, timestamptz),
  public.report_seo_connection(uuid, boolean, text)
to service_role, catalyst_worker;
