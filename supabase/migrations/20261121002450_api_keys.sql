-- Purpose: keys for programs of third parties: shown once, kept as a hash, limited to scopes.
-- Objects: api_scopes, api_keys, create_api_key, revoke_api_key, private.authenticate_api_key, authenticate_api_key.

-- Tables --------------------------------------------------------------------------------------------------------------

create table public.api_scopes (
  slug text constraint api_scopes_pkey primary key,
  display_name text not null,
  description text,
  sort_order integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint api_scopes_slug_check check (slug ~ '^[a-z][a-z_]*:(read|write)$')
);
comment on table public.api_scopes is 'What a key may be allowed to do; operators extend it.';

insert into public.api_scopes (slug, display_name, sort_order) values
  ('generations:read', 'Read generations and their content', 10),
  ('generations:write', 'Start and cancel generations', 20),
  ('content:read', 'Read the library', 30),
  ('content:write', 'Change the library', 40),
  ('publishing:read', 'Read schedules and calendars', 50),
  ('publishing:write', 'Schedule and cancel posts', 60),
  ('analytics:read', 'Read figures', 70),
  ('webhooks:read', 'Read webhook endpoints and deliveries', 80),
  ('webhooks:write', 'Manage webhook endpoints', 90),
  ('usage:read', 'Read quotas and usage', 100);

create table public.api_keys (
  id uuid constraint api_keys_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  name text not null,
  prefix text not null,
  secret_hash text not null constraint api_keys_secret_hash_key unique,
  scopes text[] not null,
  created_by uuid,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint api_keys_organization_id_id_key unique (organization_id, id),
  constraint api_keys_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint api_keys_created_by_fkey foreign key (created_by) references public.profiles (id) on delete set null,
  constraint api_keys_revoked_by_fkey foreign key (revoked_by) references public.profiles (id) on delete set null,
  constraint api_keys_name_check check (char_length(name) between 1 and 100),
  constraint api_keys_prefix_check check (prefix ~ '^cc_[A-Za-z0-9_-]{8}$'),
  constraint api_keys_secret_hash_check check (secret_hash ~ '^[0-9a-f]{64}$'),
  constraint api_keys_scopes_check check (cardinality(scopes) between 1 and 50)
);
create index api_keys_organization_id_created_at_idx on public.api_keys (organization_id, created_at desc, id desc);
create index api_keys_created_by_idx on public.api_keys (created_by) where created_by is not null;
create index api_keys_revoked_by_idx on public.api_keys (revoked_by) where revoked_by is not null;
comment on table public.api_keys is 'A key belongs to the organization, not to the person who made it; admins manage them.';
comment on column public.api_keys.prefix is 'The first characters, by which people recognise it.';
comment on column public.api_keys.secret_hash is 'SHA-256; the key itself is random enough to need no slower hash.';
comment on column public.api_keys.scopes is 'Slugs of api_scopes.';
comment on column public.api_keys.last_used_at is 'Good to five minutes: not every call writes it.';

-- Functions -----------------------------------------------------------------------------------------------------------

create function private.create_api_key(p_name text, p_scopes text[], p_expires_at timestamptz)
returns jsonb
language plpgsql
volatile
security definer -- clients hold no grant to write keys
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('admin');
  v_secret text := 'cc_' || private.new_token();
  v_scopes text[];
  v_unknown text;
  v_key public.api_keys;
begin
  p_name := private.require_text(p_name, 'p_name', 100);
  perform private.require(cardinality(p_scopes) between 1 and 50, 'p_scopes', 'p_scopes must name 1 to 50 scopes');
  select s.slug into v_unknown
  from unnest(p_scopes) as s (slug)
  where not exists (select from public.api_scopes as a where a.slug = s.slug)
  limit 1;
  perform private.require(
    not found, 'p_scopes', format('p_scopes contains %s, which is no scope', coalesce(left(v_unknown, 40), 'null'))
  );
  perform private.require(
    p_expires_at is null or p_expires_at > now(), 'p_expires_at', 'p_expires_at must be in the future'
  );
  select array_agg(distinct s.slug order by s.slug) into v_scopes from unnest(p_scopes) as s (slug);
  perform from public.organizations as o where o.id = v_organization_id for no key update;
  if (
    select count(*) >= 50 from public.api_keys as k
    where k.organization_id = v_organization_id and k.revoked_at is null
      and (k.expires_at is null or k.expires_at > now())
  ) then
    perform private.raise_error('CONFLICT', 'an organization can have 50 keys: revoke one first');
  end if;
  insert into public.api_keys (organization_id, name, prefix, secret_hash, scopes, created_by, expires_at)
  values (
    v_organization_id, p_name, left(v_secret, 11), private.token_hash(v_secret), v_scopes, auth.uid(), p_expires_at
  )
  returning * into v_key;
  return jsonb_build_object(
    'id', v_key.id, 'name', v_key.name, 'prefix', v_key.prefix, 'secret', v_secret, 'scopes', v_key.scopes,
    'expires_at', v_key.expires_at, 'created_at', v_key.created_at
  );
end;
$$;
comment on function private.create_api_key(text, text[], timestamptz) is 'The work of public.create_api_key.';

create function public.create_api_key(
  p_name text default null, p_scopes text[] default null, p_expires_at timestamptz default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer('create_api_key', jsonb_build_array(p_name, p_scopes, p_expires_at)),
    private.remember_answer(
      'create_api_key', private.create_api_key(p_name, p_scopes, p_expires_at), p_secrets => '{secret}'
    )
  )
$$;
comment on function public.create_api_key(text, text[], timestamptz) is
'A key of the active organization, for admins: {id, name, prefix, secret, scopes, expires_at, created_at}. The secret is shown this once.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR, CONFLICT (50 keys).';

create function private.revoke_api_key(p_api_key_id uuid)
returns void
language plpgsql
volatile
security definer -- clients hold no grant to write keys
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('admin');
begin
  perform private.require(p_api_key_id is not null, 'p_api_key_id', 'p_api_key_id is missing');
  update public.api_keys as k
  set revoked_at = coalesce(k.revoked_at, now()), revoked_by = coalesce(k.revoked_by, auth.uid())
  where k.organization_id = v_organization_id and k.id = p_api_key_id;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such key in the active organization');
  end if;
end;
$$;
comment on function private.revoke_api_key(uuid) is 'The work of public.revoke_api_key.';

create function public.revoke_api_key(p_api_key_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.revoke_api_key(p_api_key_id)
$$;
comment on function public.revoke_api_key(uuid) is
'Ends a key at once, for admins. Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

create function private.authenticate_api_key(p_secret text, p_scope text)
returns public.api_keys
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_key public.api_keys;
  v_rule jsonb;
begin
  select k.* into v_key
  from public.api_keys as k
  join public.organizations as o on o.id = k.organization_id and o.deleted_at is null
  where k.secret_hash = private.token_hash(p_secret)
    and k.revoked_at is null and (k.expires_at is null or k.expires_at > now());
  -- One answer for unknown, expired and revoked: a guess learns nothing.
  if not found then
    perform private.raise_error('UNAUTHORIZED', 'this API key is not valid');
  end if;
  if p_scope is null or not p_scope = any(v_key.scopes) then
    perform private.raise_error(
      'FORBIDDEN', format('this API key lacks the scope %s', left(coalesce(p_scope, 'null'), 40)),
      jsonb_build_object('required_scope', left(p_scope, 40))
    );
  end if;
  v_rule := private.system_setting('rate_limit.api_key');
  if v_rule is not null then
    perform private.take_rate_limit(
      'api_key:' || v_key.id, (v_rule ->> 'capacity')::double precision, (v_rule ->> 'refill_per_second')::double precision
    );
  end if;
  perform private.consume_quota(v_key.organization_id, 'api_calls', 1);
  update public.api_keys as k set last_used_at = now()
  where k.id = v_key.id and (k.last_used_at is null or k.last_used_at < now() - interval '5 minutes');
  return v_key;
end;
$$;
comment on function private.authenticate_api_key(text, text) is
'The key that a program presented, when it is valid for this scope; counts the call against rate limit and plan.
Errors: UNAUTHORIZED, FORBIDDEN, RATE_LIMITED, QUOTA_EXCEEDED.';

create function public.authenticate_api_key(p_secret text, p_scope text)
returns jsonb
language sql
volatile
security definer -- landing points hold no grant on keys
set search_path = ''
as $$
  select jsonb_build_object('api_key_id', k.id, 'organization_id', k.organization_id, 'scopes', k.scopes)
  from private.authenticate_api_key(p_secret, p_scope) as k
$$;
comment on function public.authenticate_api_key(text, text) is
'For servers: {api_key_id, organization_id, scopes} of the key a program presented. Errors: UNAUTHORIZED, FORBIDDEN, RATE_LIMITED, QUOTA_EXCEEDED.';

-- Triggers, row level security and grants -----------------------------------------------------------------------------

create trigger touch before update on public.api_scopes
for each row execute function private.touch();
create trigger touch before update on public.api_keys
for each row execute function private.touch();
select private.attach_audit('public.api_keys', 'id', '{last_used_at}', p_shown => '{name,prefix,scopes}');

alter table public.api_scopes enable row level security;
alter table public.api_keys enable row level security;

create policy api_scopes_select_everyone on public.api_scopes
for select to authenticated
using (slug is not null);

create policy api_keys_select_admins on public.api_keys
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'admin'));

grant select on public.api_scopes to authenticated;
-- The hash stays inside.
grant select (
  id, organization_id, name, prefix, scopes, created_by, expires_at, last_used_at, revoked_at, revoked_by, created_at,
  updated_at
) on public.api_keys to authenticated, service_role;
grant select, insert, update, delete on public.api_scopes to service_role;
grant execute on function
  public.create_api_key(text, text[], timestamptz), private.create_api_key(text, text[], timestamptz),
  public.revoke_api_key(uuid), private.revoke_api_key(uuid)
to authenticated;
grant execute on function public.authenticate_api_key(text, text) to service_role;
