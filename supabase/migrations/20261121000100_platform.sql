-- Purpose: the ground every other migration stands on.
-- Objects: schemas private and extensions, closed default privileges, role catalyst_worker, errors (raise_error),
--          validation and text helpers, the touch trigger.

-- Schemas, roles, default privileges ----------------------------------------------------------------------------------

create schema if not exists extensions;
create schema private;
comment on schema private is 'Everything clients do not call: the API does not expose this schema.';

-- pg_cron is preloaded on Supabase but not created; the embedded stack brings the same functions without the extension.
do $$
begin
  if to_regprocedure('cron.schedule(text, text, text)') is null then
    create extension if not exists pg_cron with schema pg_catalog;
  end if;
end;
$$;

-- Roles belong to the server: another database of it may have made this one already, or be making it right now.
do $$
begin
  if not exists (select from pg_catalog.pg_roles where rolname = 'catalyst_worker') then
    create role catalyst_worker nologin noinherit;
  end if;
exception
  when duplicate_object or unique_violation then
    null;
end;
$$;

grant catalyst_worker to authenticator;
grant catalyst_worker to current_user with inherit false, set true;
grant usage on schema public to catalyst_worker;
-- Usage alone opens nothing: every function of the schema states who may execute it.
grant usage on schema private to anon, authenticated, service_role, catalyst_worker;

alter default privileges revoke execute on functions from public;
alter default privileges in schema public revoke all on tables from anon, authenticated, service_role;
alter default privileges in schema public revoke all on sequences from anon, authenticated, service_role;
alter default privileges in schema public revoke all on functions from anon, authenticated, service_role;

-- Errors --------------------------------------------------------------------------------------------------------------

create function private.raise_error(p_code text, p_message text, p_details jsonb default null, p_hint text default null)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_status integer := case p_code
    when 'UNAUTHORIZED' then 401
    when 'QUOTA_EXCEEDED' then 402
    when 'FORBIDDEN' then 403
    when 'NOT_FOUND' then 404
    when 'CONFLICT' then 409
    when 'VALIDATION_ERROR' then 422
    when 'RATE_LIMITED' then 429
    when 'QUEUE_FULL' then 429
    when 'EXTERNAL_API_ERROR' then 502
    else 500
  end;
  v_retry_after text := p_details ->> 'retry_after_seconds';
begin
  -- PostgREST reads both texts as json; inside the message it takes details as a string only.
  raise sqlstate 'PGRST' using
    message = jsonb_build_object('code', p_code, 'message', p_message, 'details', p_details::text, 'hint', p_hint)::text,
    detail = jsonb_build_object(
      'status', v_status,
      'headers', case when v_retry_after is null then '{}' else jsonb_build_object('Retry-After', v_retry_after) end
    )::text;
end;
$$;
comment on function private.raise_error(text, text, jsonb, text) is
'Ends the statement with one of the codes of docs/errors.md and its HTTP status. details arrives at the client as json text.';

create function private.require(p_holds boolean, p_field text, p_message text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  if p_holds is not true then
    perform private.raise_error('VALIDATION_ERROR', p_message, jsonb_build_object('field', p_field));
  end if;
end;
$$;
comment on function private.require(boolean, text, text) is
'VALIDATION_ERROR naming the parameter unless the condition is true; unknown counts as false.';

create function private.require_text(
  p_value text, p_field text, p_max_length integer, p_min_length integer default 1, p_optional boolean default false
)
returns text
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_value text := btrim(p_value, E' \t\r\n');
begin
  if v_value is null and p_optional then
    return null;
  end if;
  perform private.require(
    char_length(v_value) between p_min_length and p_max_length,
    p_field,
    case when v_value is null then format('%s is missing', p_field)
    else format('%s must have %s to %s characters', p_field, p_min_length, p_max_length) end
  );
  return v_value;
end;
$$;
comment on function private.require_text(text, text, integer, integer, boolean) is
'The trimmed text, or VALIDATION_ERROR naming the parameter when it is missing, too short or too long.';

-- Validation and text helpers -----------------------------------------------------------------------------------------

create function private.is_timezone(p_name text)
returns boolean
language plpgsql
immutable
set search_path = ''
as $$
begin
  -- Postgres also takes POSIX rules such as FOO5; only names of the IANA list have this form and no rule.
  if p_name !~ '^([A-Z][A-Za-z]+|[A-Z][A-Za-z]+(/[A-Z][A-Za-z_-]+){1,2}|Etc/GMT[+-][0-9]{1,2})$' then
    return false;
  end if;
  perform timestamptz 'epoch' at time zone p_name;
  return true;
exception
  when invalid_parameter_value then
    return false;
end;
$$;
comment on function private.is_timezone(text) is 'Whether this is an IANA time zone that the server knows.';

create function private.is_email(p_address text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  -- The real proof of an address is a mail to it; this refuses only what cannot be one.
  select char_length(p_address) <= 320 and p_address ~ '^[^@[:space:][:cntrl:]]+@[^@[:space:][:cntrl:]]+$'
$$;
comment on function private.is_email(text) is 'One @ with something on both sides and no blanks.';

create function private.is_http_url(p_url text)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select char_length(p_url) <= 2048 and p_url ~* '^https?://[^[:space:][:cntrl:]/?#]+([/?#][^[:space:][:cntrl:]]*)?$'
$$;
comment on function private.is_http_url(text) is 'An absolute http or https address of at most 2,048 characters.';

create function private.slugify(p_text text)
returns text
language sql
immutable
set search_path = ''
as $$
  select nullif(
    btrim(left(btrim(regexp_replace(lower(coalesce(p_text, '')), '[^a-z0-9]+', '-', 'g'), '-'), 48), '-'), ''
  )
$$;
comment on function private.slugify(text) is
'Lower-case letters, digits and single hyphens, at most 48; null when nothing is left.';

create function private.to_json_object(p_value jsonb)
returns jsonb
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_value jsonb := p_value;
begin
  -- Some auth services store the object as a json string inside the json.
  if jsonb_typeof(v_value) = 'string' then
    v_value := (v_value #>> '{}')::jsonb;
  end if;
  return case when jsonb_typeof(v_value) = 'object' then v_value else '{}'::jsonb end;
exception
  when others then
    return '{}'::jsonb;
end;
$$;
comment on function private.to_json_object(jsonb) is
'The object, unwrapped when it is a string holding one; {} for anything else.';

create function private.new_token()
returns text
language sql
volatile
set search_path = ''
as $$
  -- Two version 4 uuids hold 244 random bits; hashing spreads them evenly.
  select rtrim(translate(
    encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'base64'), '+/', '-_'
  ), '=')
$$;
comment on function private.new_token() is
'A bearer secret of 43 URL-safe characters. Store private.token_hash of it, never itself.';

create function private.token_hash(p_token text)
returns text
language sql
immutable
set search_path = ''
as $$
  select encode(sha256(convert_to(p_token, 'UTF8')), 'hex')
$$;
comment on function private.token_hash(text) is 'SHA-256 in 64 hexadecimal digits.';

create function private.touch()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  new.updated_at := now();
  return new;
end;
$$;
comment on function private.touch() is 'Keeps updated_at; the trigger on every table is called touch.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  private.raise_error(text, text, jsonb, text),
  private.require(boolean, text, text),
  private.require_text(text, text, integer, integer, boolean),
  private.is_timezone(text),
  private.is_email(text),
  private.is_http_url(text),
  private.slugify(text)
to anon, authenticated, service_role, catalyst_worker;
