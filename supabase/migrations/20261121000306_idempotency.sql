-- Purpose: the same request twice is done once, and answered twice.
-- Objects: idempotency_status, idempotency_keys, private.begin_idempotent, finish_idempotent, idempotency_place,
--          earlier_answer, remember_answer, public pairs for servers.

create type public.idempotency_status as enum ('in_progress', 'completed');
comment on type public.idempotency_status is 'in_progress: the first request is being worked on.';

create table public.idempotency_keys (
  organization_id uuid not null,
  endpoint text not null,
  key text not null,
  request_hash text not null,
  status public.idempotency_status not null default 'in_progress',
  response_code integer,
  response jsonb,
  locked_until_at timestamptz not null,
  completed_at timestamptz,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint idempotency_keys_pkey primary key (organization_id, endpoint, key),
  constraint idempotency_keys_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint idempotency_keys_endpoint_check check (char_length(endpoint) between 1 and 200),
  constraint idempotency_keys_key_check check (char_length(key) between 1 and 255),
  constraint idempotency_keys_request_hash_check check (request_hash ~ '^[0-9a-f]{64}$'),
  constraint idempotency_keys_response_code_check check (response_code between 100 and 599),
  constraint idempotency_keys_response_is_small check (octet_length(response::text) <= 1048576),
  constraint completed_idempotency_keys_have_an_answer
    check ((status = 'completed') = (completed_at is not null and response is not null))
);
create index idempotency_keys_expires_at_idx on public.idempotency_keys (expires_at);
comment on table public.idempotency_keys is 'Requests that carried an Idempotency-Key, and what they were answered; kept for a day.';
comment on column public.idempotency_keys.request_hash is 'SHA-256, hex, of the request: the same key with another request is a mistake.';
comment on column public.idempotency_keys.locked_until_at is
'Until then a second request is told to wait; afterwards the first one is taken for dead.';

insert into private.retention_rules (parent, method, time_column, retain, description)
values ('public.idempotency_keys', 'delete_rows', 'expires_at', interval '0', 'Each key knows when it expires.');

-- Functions -----------------------------------------------------------------------------------------------------------

create function private.begin_idempotent(
  p_organization_id uuid, p_key text, p_endpoint text, p_request_hash text, p_lock_seconds integer default 60
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_known public.idempotency_keys;
begin
  perform private.require(
    exists (select from public.organizations as o where o.id = p_organization_id and o.deleted_at is null),
    'p_organization_id', 'there is no such organization'
  );
  p_key := private.require_text(p_key, 'p_key', 255);
  p_endpoint := private.require_text(p_endpoint, 'p_endpoint', 200);
  perform private.require(p_request_hash ~ '^[0-9a-f]{64}$', 'p_request_hash', 'p_request_hash must be a SHA-256 in hex');
  perform private.require(p_lock_seconds between 1 and 3600, 'p_lock_seconds', 'p_lock_seconds must be between 1 and 3600');
  -- A second request in another transaction waits here until the first ends: then it sees its answer, or, when it was
  -- rolled back, takes its place.
  insert into public.idempotency_keys as i (organization_id, endpoint, key, request_hash, locked_until_at, expires_at)
  values (
    p_organization_id, p_endpoint, p_key, p_request_hash, clock_timestamp() + make_interval(secs => p_lock_seconds),
    clock_timestamp() + interval '24 hours'
  )
  on conflict on constraint idempotency_keys_pkey do update
  set
    request_hash = excluded.request_hash, status = 'in_progress', response = null, response_code = null,
    completed_at = null, locked_until_at = excluded.locked_until_at, expires_at = excluded.expires_at
  where i.expires_at <= clock_timestamp()
    or (i.status = 'in_progress' and i.locked_until_at <= clock_timestamp() and i.request_hash = excluded.request_hash);
  if found then
    return null;
  end if;
  select i.* into strict v_known
  from public.idempotency_keys as i
  where i.organization_id = p_organization_id and i.endpoint = p_endpoint and i.key = p_key;
  perform private.require(
    v_known.request_hash = p_request_hash, 'p_key', 'this idempotency key was used with another request'
  );
  if v_known.status = 'in_progress' then
    perform private.raise_error(
      'CONFLICT', 'the first request with this idempotency key is still being worked on',
      jsonb_build_object(
        'retry_after_seconds', greatest(1, ceil(extract(epoch from v_known.locked_until_at - clock_timestamp())))::bigint
      )
    );
  end if;
  return jsonb_build_object('response', v_known.response, 'response_code', v_known.response_code);
end;
$$;
comment on function private.begin_idempotent(uuid, text, text, text, integer) is
'Null: go ahead and call finish_idempotent. Otherwise {response, response_code} of the first request. A roll-back frees the key.
Errors: VALIDATION_ERROR (also: the key was used with another request), CONFLICT (still in progress).';

create function private.finish_idempotent(
  p_organization_id uuid, p_key text, p_endpoint text, p_response jsonb, p_response_code integer default 200
)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform private.require(p_response is not null, 'p_response', 'p_response is missing');
  perform private.require(octet_length(p_response::text) <= 1048576, 'p_response', 'p_response is larger than 1 MiB');
  perform private.require(p_response_code between 100 and 599, 'p_response_code', 'p_response_code must be a status code');
  update public.idempotency_keys as i
  set status = 'completed', response = p_response, response_code = p_response_code, completed_at = now()
  where i.organization_id = p_organization_id and i.endpoint = btrim(p_endpoint) and i.key = btrim(p_key)
    and i.status = 'in_progress';
  if not found then
    perform private.raise_error('CONFLICT', 'no request with this idempotency key is in progress');
  end if;
end;
$$;
comment on function private.finish_idempotent(uuid, text, text, jsonb, integer) is
'Stores the answer that every further request with this key gets for a day. Errors: CONFLICT, VALIDATION_ERROR.';

create type private.idempotency_place as (organization_id uuid, key text);
comment on type private.idempotency_place is 'Where a call keeps its answer, and under which key.';

create function private.idempotency_place(p_function text, p_key text)
returns private.idempotency_place
language plpgsql
stable
security definer -- members do not read all memberships
set search_path = ''
as $$
declare
  v_place private.idempotency_place;
begin
  v_place.key := coalesce(p_key, private.request_header('idempotency-key'));
  if v_place.key is null then
    return null;
  end if;
  v_place.organization_id := case
    -- Whoever makes an organization works in it afterwards: what stays is the one of their own.
    when p_function = 'create_organization' then (
      select m.organization_id
      from public.organization_members as m
      join public.organizations as o on o.id = m.organization_id
      where m.user_id = auth.uid() and m.role = 'owner' and m.status = 'active'
      order by o.type = 'individual' desc, m.created_at, m.organization_id
      limit 1
    )
    else private.active_org()
  end;
  return v_place;
end;
$$;
comment on function private.idempotency_place(text, text) is
'The key of a call, its own or the request''s, and where it is kept; without an organization for a call that has no key, and for nobody in
particular.';

create function private.earlier_answer(
  p_function text, p_arguments jsonb, p_key text default null, p_field text default 'Idempotency-Key'
)
returns jsonb
language plpgsql
volatile
security definer -- clients hold no grant on the table
set search_path = ''
as $$
declare
  v_place private.idempotency_place := private.idempotency_place(p_function, p_key);
  v_hash text;
begin
  if v_place.organization_id is null then
    return null;
  end if;
  v_place.key := private.require_text(v_place.key, p_field, 255);
  -- Of the person too: an answer is for whoever asked.
  v_hash := encode(sha256(convert_to(jsonb_build_array(auth.uid(), p_function, p_arguments)::text, 'utf8')), 'hex');
  perform private.require(
    not exists (
      select from public.idempotency_keys as i
      where i.organization_id = v_place.organization_id and i.endpoint = p_function and i.key = v_place.key
        and i.request_hash <> v_hash and i.expires_at > now()
    ),
    p_field, 'this idempotency key was used with another request'
  );
  return private.begin_idempotent(v_place.organization_id, v_place.key, p_function, v_hash) -> 'response';
end;
$$;
comment on function private.earlier_answer(text, jsonb, text, text) is
'What the same call with the same Idempotency-Key was answered within a day; null: it is the first one, or has no key.
For the public half of functions: coalesce(private.earlier_answer(…), private.remember_answer(…, private.x(…))).
Errors: VALIDATION_ERROR (the key was used with other arguments), CONFLICT (still in progress).';

create function private.remember_answer(
  p_function text, p_answer jsonb, p_key text default null, p_secrets text[] default '{}'
)
returns jsonb
language plpgsql
volatile
security definer -- clients hold no grant on the table
set search_path = ''
as $$
declare
  v_place private.idempotency_place := private.idempotency_place(p_function, p_key);
begin
  if v_place.organization_id is not null then
    perform private.finish_idempotent(
      v_place.organization_id, v_place.key, p_function,
      -- What is shown once is stored nowhere: who asks again learns that it was done.
      case
        when p_secrets = '{}' then coalesce(p_answer, 'null')
        else p_answer || coalesce(
          (select jsonb_object_agg(s.name, null) from unnest(p_secrets) as s (name) where p_answer ? s.name), '{}'
        )
      end
    );
  end if;
  return p_answer;
end;
$$;
comment on function private.remember_answer(text, jsonb, text, text[]) is
'Keeps the answer for repetitions of the call, without the fields in p_secrets, and returns it.';

create function public.begin_idempotent(
  p_organization_id uuid, p_key text, p_endpoint text, p_request_hash text, p_lock_seconds integer default 60
)
returns jsonb
language sql
volatile
security definer -- landing points hold no grant on the table
set search_path = ''
as $$
  select private.begin_idempotent(p_organization_id, p_key, p_endpoint, p_request_hash, p_lock_seconds)
$$;
comment on function public.begin_idempotent(uuid, text, text, text, integer) is
'For servers whose work takes several transactions: null means go ahead, else {response, response_code} of the first request.
Errors: VALIDATION_ERROR, CONFLICT.';

create function public.finish_idempotent(
  p_organization_id uuid, p_key text, p_endpoint text, p_response jsonb, p_response_code integer default 200
)
returns void
language sql
volatile
security definer -- landing points hold no grant on the table
set search_path = ''
as $$
  select private.finish_idempotent(p_organization_id, p_key, p_endpoint, p_response, p_response_code)
$$;
comment on function public.finish_idempotent(uuid, text, text, jsonb, integer) is
'For servers: stores the answer of the request that begin_idempotent let through. Errors: CONFLICT, VALIDATION_ERROR.';

-- Triggers, row level security and grants -----------------------------------------------------------------------------

create trigger touch before update on public.idempotency_keys
for each row execute function private.touch();

alter table public.idempotency_keys enable row level security;

grant execute on function
  public.begin_idempotent(uuid, text, text, text, integer),
  public.finish_idempotent(uuid, text, text, jsonb, integer)
to service_role;
grant execute on function
  private.earlier_answer(text, jsonb, text, text),
  private.remember_answer(text, jsonb, text, text[])
to authenticated, service_role;
