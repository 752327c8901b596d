-- Purpose: how people manage the endpoints their events go to.
-- Objects: create_, update_ and delete_webhook_endpoint, rotate_webhook_secret, test_webhook_endpoint,
--          replay_webhook_delivery, the trigger forget_secrets.

-- Helpers -------------------------------------------------------------------------------------------------------------

create function private.webhook_event_types_or_raise(p_event_types text[])
returns text[]
language plpgsql
stable
set search_path = ''
as $$
declare
  v_unknown text;
begin
  perform private.require(
    cardinality(p_event_types) between 1 and 100, 'p_event_types', 'p_event_types must name 1 to 100 types of events'
  );
  select e.slug into v_unknown
  from unnest(p_event_types) as e (slug)
  where not exists (select from public.webhook_event_types as t where t.slug = e.slug and t.is_active)
  limit 1;
  perform private.require(
    not found, 'p_event_types', format('p_event_types contains %s, which is no type of event', coalesce(left(v_unknown, 60), 'null'))
  );
  return array(select distinct e.slug from unnest(p_event_types) as e (slug) order by e.slug);
end;
$$;
comment on function private.webhook_event_types_or_raise(text[]) is 'The distinct types in order, or VALIDATION_ERROR.';

create function private.webhook_url_or_raise(p_url text)
returns text
language plpgsql
immutable
set search_path = ''
as $$
begin
  p_url := btrim(p_url);
  perform private.require(
    private.is_webhook_url(p_url), 'p_url', 'p_url must be an https address of a public server, by name, without user and password'
  );
  return p_url;
end;
$$;
comment on function private.webhook_url_or_raise(text) is 'The trimmed address, or VALIDATION_ERROR.';

create function private.new_webhook_secret(p_endpoint_id uuid, out secret text, out vault_secret_name text)
returns record
language plpgsql
volatile
set search_path = ''
as $$
begin
  -- The form of Standard Webhooks: 32 bytes in base64 behind a prefix.
  secret := 'whsec_' || encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'base64');
  vault_secret_name := format('webhook_endpoint:%s:%s', p_endpoint_id, gen_random_uuid());
  perform vault.create_secret(secret, vault_secret_name, 'signs deliveries to a webhook endpoint');
end;
$$;
comment on function private.new_webhook_secret(uuid) is 'Makes a signing secret and puts it into the Vault.';

create function private.forget_webhook_secrets()
returns trigger
language plpgsql
volatile
security definer -- whoever deletes an endpoint has no right to the Vault
set search_path = ''
as $$
begin
  delete from vault.secrets as s
  using gone as g
  where s.name in (g.vault_secret_name, g.previous_vault_secret_name);
  return null;
end;
$$;
comment on function private.forget_webhook_secrets() is 'An endpoint takes its secrets with it, also when its organization is purged.';

create trigger forget_secrets after delete on public.webhook_endpoints
referencing old table as gone for each statement execute function private.forget_webhook_secrets();

-- Endpoints -----------------------------------------------------------------------------------------------------------

create function private.create_webhook_endpoint(p_url text, p_event_types text[], p_description text)
returns jsonb
language plpgsql
volatile
security definer -- clients hold no grant to write endpoints
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('admin');
  v_id uuid := gen_random_uuid();
  v_secret record;
  v_endpoint public.webhook_endpoints;
begin
  p_url := private.webhook_url_or_raise(p_url);
  p_event_types := private.webhook_event_types_or_raise(p_event_types);
  p_description := private.require_text(p_description, 'p_description', 500, 1, true);
  perform from public.organizations as o where o.id = v_organization_id for no key update;
  if (select count(*) >= 20 from public.webhook_endpoints as w where w.organization_id = v_organization_id) then
    perform private.raise_error('CONFLICT', 'an organization can have 20 endpoints: delete one first');
  end if;
  v_secret := private.new_webhook_secret(v_id);
  insert into public.webhook_endpoints (
    id, organization_id, url, description, event_types, vault_secret_name, created_by
  )
  values (v_id, v_organization_id, p_url, p_description, p_event_types, v_secret.vault_secret_name, auth.uid())
  returning * into v_endpoint;
  return jsonb_build_object(
    'id', v_endpoint.id, 'url', v_endpoint.url, 'event_types', v_endpoint.event_types, 'secret', v_secret.secret,
    'created_at', v_endpoint.created_at
  );
end;
$$;
comment on function private.create_webhook_endpoint(text, text[], text) is 'The work of public.create_webhook_endpoint.';

create function public.create_webhook_endpoint(
  p_url text default null, p_event_types text[] default null, p_description text default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer('create_webhook_endpoint', jsonb_build_array(p_url, p_event_types, p_description)),
    private.remember_answer(
      'create_webhook_endpoint', private.create_webhook_endpoint(
        p_url, p_event_types, p_description
      ), p_secrets => '{secret}'
    )
  )
$$;
comment on function public.create_webhook_endpoint(text, text[], text) is
'An address that is told of events of the active organization, for admins: {id, url, event_types, secret, created_at}. The secret, which
signs each delivery after Standard Webhooks, is shown this once.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR, CONFLICT (20 endpoints).';

create function private.update_webhook_endpoint(
  p_webhook_endpoint_id uuid, p_url text, p_event_types text[], p_description text, p_is_enabled boolean
)
returns void
language plpgsql
volatile
security definer -- clients hold no grant to write endpoints
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('admin');
begin
  perform private.require(p_webhook_endpoint_id is not null, 'p_webhook_endpoint_id', 'p_webhook_endpoint_id is missing');
  if p_url is not null then
    p_url := private.webhook_url_or_raise(p_url);
  end if;
  if p_event_types is not null then
    p_event_types := private.webhook_event_types_or_raise(p_event_types);
  end if;
  p_description := private.require_text(p_description, 'p_description', 500, 1, true);
  update public.webhook_endpoints as w
  set
    url = coalesce(p_url, w.url),
    event_types = coalesce(p_event_types, w.event_types),
    description = coalesce(p_description, w.description),
    is_enabled = coalesce(p_is_enabled, w.is_enabled),
    disabled_at = case when coalesce(p_is_enabled, w.is_enabled) then null else coalesce(w.disabled_at, now()) end,
    disabled_reason = case
      when coalesce(p_is_enabled, w.is_enabled) then null else coalesce(w.disabled_reason, 'switched off by a member')
    end,
    failure_count = case when p_is_enabled then 0 else w.failure_count end,
    first_failure_at = case when p_is_enabled then null else w.first_failure_at end
  where w.organization_id = v_organization_id and w.id = p_webhook_endpoint_id;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such endpoint in the active organization');
  end if;
  if not p_is_enabled then
    perform private.cancel_webhook_deliveries(v_organization_id, p_webhook_endpoint_id);
  end if;
end;
$$;
comment on function private.update_webhook_endpoint(uuid, text, text[], text, boolean) is
'The work of public.update_webhook_endpoint.';

create function private.cancel_webhook_deliveries(p_organization_id uuid, p_webhook_endpoint_id uuid)
returns void
language sql
volatile
set search_path = ''
as $$
  update public.webhook_deliveries as d
  set status = 'cancelled', error_message = 'the endpoint was switched off'
  where d.organization_id = p_organization_id and d.webhook_endpoint_id = p_webhook_endpoint_id and d.status = 'pending'
$$;
comment on function private.cancel_webhook_deliveries(uuid, uuid) is 'What waits for an endpoint that was switched off waits no longer.';

create function public.update_webhook_endpoint(
  p_webhook_endpoint_id uuid default null,
  p_url text default null,
  p_event_types text[] default null,
  p_description text default null,
  p_is_enabled boolean default null
)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.update_webhook_endpoint(p_webhook_endpoint_id, p_url, p_event_types, p_description, p_is_enabled)
$$;
comment on function public.update_webhook_endpoint(uuid, text, text[], text, boolean) is
'Changes what is given, for admins; switching off cancels what waits, switching on forgets earlier failures.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR, NOT_FOUND.';

create function private.delete_webhook_endpoint(p_webhook_endpoint_id uuid)
returns void
language plpgsql
volatile
security definer -- clients hold no grant to write endpoints
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('admin');
begin
  perform private.require(p_webhook_endpoint_id is not null, 'p_webhook_endpoint_id', 'p_webhook_endpoint_id is missing');
  delete from public.webhook_endpoints as w
  where w.organization_id = v_organization_id and w.id = p_webhook_endpoint_id;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such endpoint in the active organization');
  end if;
end;
$$;
comment on function private.delete_webhook_endpoint(uuid) is 'The work of public.delete_webhook_endpoint.';

create function public.delete_webhook_endpoint(p_webhook_endpoint_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.delete_webhook_endpoint(p_webhook_endpoint_id)
$$;
comment on function public.delete_webhook_endpoint(uuid) is
'Deletes an endpoint with its secret and deliveries, for admins. Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

create function private.rotate_webhook_secret(p_webhook_endpoint_id uuid)
returns jsonb
language plpgsql
volatile
security definer -- clients hold no grant to write endpoints
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('admin');
  v_endpoint public.webhook_endpoints;
  v_secret record;
begin
  perform private.require(p_webhook_endpoint_id is not null, 'p_webhook_endpoint_id', 'p_webhook_endpoint_id is missing');
  select w.* into v_endpoint
  from public.webhook_endpoints as w
  where w.organization_id = v_organization_id and w.id = p_webhook_endpoint_id
  for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such endpoint in the active organization');
  end if;
  delete from vault.secrets as s where s.name = v_endpoint.previous_vault_secret_name;
  v_secret := private.new_webhook_secret(p_webhook_endpoint_id);
  update public.webhook_endpoints as w
  set vault_secret_name = v_secret.vault_secret_name, previous_vault_secret_name = w.vault_secret_name,
    previous_secret_expires_at = now() + interval '24 hours'
  where w.id = p_webhook_endpoint_id;
  return jsonb_build_object('secret', v_secret.secret, 'previous_secret_expires_at', now() + interval '24 hours');
end;
$$;
comment on function private.rotate_webhook_secret(uuid) is 'The work of public.rotate_webhook_secret.';

create function public.rotate_webhook_secret(p_webhook_endpoint_id uuid default null)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer('rotate_webhook_secret', jsonb_build_array(p_webhook_endpoint_id)),
    private.remember_answer(
      'rotate_webhook_secret', private.rotate_webhook_secret(p_webhook_endpoint_id), p_secrets => '{secret}'
    )
  )
$$;
comment on function public.rotate_webhook_secret(uuid) is
'A new signing secret, shown this once, for admins: {secret, previous_secret_expires_at}. For 24 hours deliveries carry both signatures.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

-- Deliveries ----------------------------------------------------------------------------------------------------------

create function private.test_webhook_endpoint(p_webhook_endpoint_id uuid)
returns uuid
language plpgsql
volatile
security definer -- clients hold no grant to write deliveries
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('admin');
  v_event_id uuid := gen_random_uuid();
  v_id uuid;
begin
  perform private.require(p_webhook_endpoint_id is not null, 'p_webhook_endpoint_id', 'p_webhook_endpoint_id is missing');
  insert into public.webhook_deliveries (
    organization_id, webhook_endpoint_id, event_id, event_type, payload, max_attempts
  )
  select w.organization_id, w.id, v_event_id, 'endpoint.test',
    private.webhook_body(v_event_id, 'endpoint.test', w.organization_id, '{}'), 1
  from public.webhook_endpoints as w
  where w.organization_id = v_organization_id and w.id = p_webhook_endpoint_id and w.is_enabled
  returning id into v_id;
  if v_id is null then
    perform private.raise_error('NOT_FOUND', 'there is no such enabled endpoint in the active organization');
  end if;
  return v_id;
end;
$$;
comment on function private.test_webhook_endpoint(uuid) is 'The work of public.test_webhook_endpoint.';

create function public.test_webhook_endpoint(p_webhook_endpoint_id uuid default null)
returns uuid
language sql
volatile
security invoker
set search_path = ''
as $$
  select (coalesce(
    private.earlier_answer('test_webhook_endpoint', jsonb_build_array(p_webhook_endpoint_id)),
    private.remember_answer('test_webhook_endpoint', to_jsonb(private.test_webhook_endpoint(p_webhook_endpoint_id)))
  ) #>> '{}')::uuid
$$;
comment on function public.test_webhook_endpoint(uuid) is
'Sends an event endpoint.test once, for admins; answers the id of its delivery. Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

create function private.replay_webhook_delivery(p_webhook_delivery_id uuid)
returns void
language plpgsql
volatile
security definer -- clients hold no grant to write deliveries
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('admin');
  v_delivery public.webhook_deliveries;
begin
  perform private.require(p_webhook_delivery_id is not null, 'p_webhook_delivery_id', 'p_webhook_delivery_id is missing');
  select d.* into v_delivery
  from public.webhook_deliveries as d
  where d.organization_id = v_organization_id and d.id = p_webhook_delivery_id
  for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such delivery in the active organization');
  end if;
  if v_delivery.status in ('pending', 'delivering') then
    perform private.raise_error('CONFLICT', 'this delivery is still on its way');
  end if;
  if not exists (
    select from public.webhook_endpoints as w where w.id = v_delivery.webhook_endpoint_id and w.is_enabled
  ) then
    perform private.raise_error('CONFLICT', 'its endpoint is switched off');
  end if;
  update public.webhook_deliveries as d
  set status = 'pending', attempts = 0, next_attempt_at = now(), delivered_at = null, response_code = null,
    response_body = null, duration_ms = null, error_message = null
  where d.id = p_webhook_delivery_id;
end;
$$;
comment on function private.replay_webhook_delivery(uuid) is 'The work of public.replay_webhook_delivery.';

create function public.replay_webhook_delivery(p_webhook_delivery_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.replay_webhook_delivery(p_webhook_delivery_id)
$$;
comment on function public.replay_webhook_delivery(uuid) is
'Delivers an event again, with the same id, for admins. Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR, CONFLICT (on its way, or switched off).';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.create_webhook_endpoint(text, text[], text), private.create_webhook_endpoint(text, text[], text),
  public.update_webhook_endpoint(uuid, text, text[], text, boolean),
  private.update_webhook_endpoint(uuid, text, text[], text, boolean),
  public.delete_webhook_endpoint(uuid), private.delete_webhook_endpoint(uuid),
  public.rotate_webhook_secret(uuid), private.rotate_webhook_secret(uuid),
  public.test_webhook_endpoint(uuid), private.test_webhook_endpoint(uuid),
  public.replay_webhook_delivery(uuid), private.replay_webhook_delivery(uuid)
to authenticated;
