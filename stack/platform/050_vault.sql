-- Schema vault: names, signatures and grants of the extension supabase_vault, on nothing but the built-in sha256().
-- Values are encrypted with a key in the file `vault.key` in the server's data directory: it is in no table, dump or
-- replica. Whoever can read the server's files or is its superuser can read the values, as with any local server.

create schema if not exists vault;

create table if not exists vault.secrets (
  id uuid primary key default gen_random_uuid(),
  name text,
  description text not null default '',
  secret text not null,
  key_id uuid,
  nonce bytea,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index if not exists secrets_name_idx on vault.secrets (name) where name is not null;

-- A new random key, if the server has none yet.
do $$
begin
  if pg_catalog.pg_stat_file('vault.key', true) is null then
    execute format(
      'copy (select %L) to %L',
      encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'hex'),
      current_setting('data_directory') || '/vault.key'
    );
  end if;
end;
$$;

-- Counter mode: block n of the key stream is sha256(key, nonce, n). A nonce is used once.
create or replace function vault._xor_stream(p_key bytea, p_nonce bytea, p_data bytea)
returns bytea
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_result bytea := p_data;
  v_block bytea;
begin
  for i in 0 .. length(p_data) - 1 loop
    if i % 32 = 0 then
      v_block := sha256(p_key || p_nonce || int4send(i / 32));
    end if;
    v_result := set_byte(v_result, i, get_byte(p_data, i) # get_byte(v_block, i % 32));
  end loop;
  return v_result;
end;
$$;

create or replace function vault._key(p_purpose text)
returns bytea
language sql
stable
set search_path = ''
as $$
  select sha256(decode(trim(e'\n' from pg_catalog.pg_read_file('vault.key')), 'hex') || convert_to(p_purpose, 'UTF8'))
$$;

-- Bound to the row's id, so that a ciphertext moved to another row does not open.
create or replace function vault._tag(p_id uuid, p_nonce bytea, p_cipher bytea)
returns bytea
language sql
stable
set search_path = ''
as $$
  select sha256(vault._key('tag-outer') || sha256(vault._key('tag-inner') || uuid_send(p_id) || p_nonce || p_cipher))
$$;

create or replace function vault._encrypt(p_secret text, p_id uuid, p_nonce bytea)
returns text
language plpgsql
stable
set search_path = ''
as $$
declare
  v_cipher bytea := vault._xor_stream(vault._key('encrypt'), p_nonce, convert_to(p_secret, 'UTF8'));
begin
  return translate(encode(vault._tag(p_id, p_nonce, v_cipher) || v_cipher, 'base64'), e'\n', '');
end;
$$;

create or replace function vault._decrypt(p_secret text, p_id uuid, p_nonce bytea)
returns text
language plpgsql
stable
security definer -- only the superuser may read the key file
set search_path = ''
as $$
declare
  v_stored bytea := decode(p_secret, 'base64');
  v_cipher bytea := substring(v_stored from 33);
begin
  if p_nonce is null or substring(v_stored from 1 for 32) <> vault._tag(p_id, p_nonce, v_cipher) then
    raise exception 'vault: secret % cannot be decrypted: it was changed, or written with another key', p_id;
  end if;
  return convert_from(vault._xor_stream(vault._key('encrypt'), p_nonce, v_cipher), 'UTF8');
end;
$$;

create or replace function vault.create_secret(
  new_secret text,
  new_name text default null,
  new_description text default '',
  new_key_id uuid default null
)
returns uuid
language plpgsql
security definer -- nobody may write the table itself, so that no value is stored in the clear
set search_path = ''
as $$
declare
  v_id uuid := gen_random_uuid();
  v_nonce bytea := substring(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) from 1 for 24);
begin
  insert into vault.secrets (id, name, description, secret, key_id, nonce)
  values (
    v_id, new_name, coalesce(new_description, ''), vault._encrypt(new_secret, v_id, v_nonce), new_key_id, v_nonce
  );
  return v_id;
end;
$$;

create or replace function vault.update_secret(
  secret_id uuid,
  new_secret text default null,
  new_name text default null,
  new_description text default null,
  new_key_id uuid default null
)
returns void
language plpgsql
security definer -- as create_secret
set search_path = ''
as $$
declare
  v_nonce bytea := substring(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) from 1 for 24);
begin
  update vault.secrets
  set
    secret = case when new_secret is null then secret else vault._encrypt(new_secret, id, v_nonce) end,
    nonce = case when new_secret is null then nonce else v_nonce end,
    name = coalesce(new_name, name),
    description = coalesce(new_description, description),
    key_id = coalesce(new_key_id, key_id),
    updated_at = now()
  where id = secret_id;
end;
$$;

create or replace view vault.decrypted_secrets as
select
  id,
  name,
  description,
  secret,
  vault._decrypt(secret, id, nonce) as decrypted_secret,
  key_id,
  nonce,
  created_at,
  updated_at
from vault.secrets;

revoke all on all functions in schema vault from public;
grant usage on schema vault to postgres with grant option;
grant select, delete on vault.secrets, vault.decrypted_secrets to postgres with grant option;
grant execute on function vault.create_secret(text, text, text, uuid) to postgres with grant option;
grant execute on function vault.update_secret(uuid, text, text, text, uuid) to postgres with grant option;
-- The view calls it as its reader; it opens nothing that the reader could not select anyway.
grant execute on function vault._decrypt(text, uuid, bytea) to postgres with grant option;
grant usage on schema vault to service_role;
grant select, delete on vault.secrets, vault.decrypted_secrets to service_role;
grant execute on function vault.create_secret(text, text, text, uuid) to service_role;
grant execute on function vault.update_secret(uuid, text, text, text, uuid) to service_role;
grant execute on function vault._decrypt(text, uuid, bytea) to service_role;
