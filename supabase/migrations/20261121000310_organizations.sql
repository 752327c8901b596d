-- Purpose: what people do with their organizations.
-- Objects: create_organization, switch_organization, delete_organization, change_organization_timezone.
-- Each is a pair: private.<name> works with definer rights, public.<name> is what the API shows.

create function private.lock_organization(p_organization_id uuid)
returns public.organizations
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_organization public.organizations;
begin
  select o.* into v_organization
  from public.organizations as o
  where o.id = p_organization_id and o.deleted_at is null
  for no key update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such organization');
  end if;
  return v_organization;
end;
$$;
comment on function private.lock_organization(uuid) is 'Makes changes of its members wait for each other.';

create function private.create_organization(p_name text, p_type public.organization_type, p_slug text, p_timezone text)
returns public.organizations
language plpgsql
volatile
security definer -- the caller is no member of it yet
set search_path = ''
as $$
declare
  v_user public.profiles;
  v_name text := private.require_text(p_name, 'p_name', 200);
  v_slug text := private.require_text(p_slug, 'p_slug', 63, 1, true);
  v_organization public.organizations;
begin
  -- The lock makes the count below exact.
  select p.* into v_user from public.profiles as p where p.id = auth.uid() and p.status = 'active' for no key update;
  if not found then
    perform private.raise_error('UNAUTHORIZED', 'sign in first');
  end if;
  perform private.require(p_type is not null, 'p_type', 'p_type is missing');
  perform private.require(
    v_slug is null or v_slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$', 'p_slug', 'p_slug must be lower-case letters, digits and single hyphens'
  );
  perform private.require(
    p_timezone is null or private.is_timezone(p_timezone), 'p_timezone', 'p_timezone must be an IANA time zone such as Europe/Amsterdam'
  );
  -- Each organization brings a free plan: without a bound a person could have any number of free quotas.
  if (
    select count(*) >= 10
    from public.organizations as o
    where o.created_by = v_user.id and o.created_at > now() - interval '1 year'
  ) then
    perform private.raise_error('CONFLICT', 'a person can create 10 organizations a year');
  end if;
  v_organization := private.add_organization(v_name, p_type, v_user.id, v_slug, coalesce(p_timezone, v_user.timezone));
  update public.profiles set active_organization_id = v_organization.id where id = v_user.id;
  return v_organization;
end;
$$;
comment on function private.create_organization(text, public.organization_type, text, text) is 'The work of public.create_organization.';

create function public.create_organization(
  p_name text default null,
  p_type public.organization_type default 'team',
  p_slug text default null,
  p_timezone text default null
)
returns public.organizations
language sql
volatile
security invoker
set search_path = ''
as $$
  select r.*
  from jsonb_populate_record(null::public.organizations, coalesce(
    private.earlier_answer('create_organization', jsonb_build_array(p_name, p_type, p_slug, p_timezone)),
    private.remember_answer(
      'create_organization', to_jsonb(private.create_organization(p_name, p_type, p_slug, p_timezone))
    )
  )) as r
$$;
comment on function public.create_organization(text, public.organization_type, text, text) is
'Makes an organization on the free plan, owned by the caller, and switches to it.
Errors: UNAUTHORIZED, VALIDATION_ERROR (details.field), CONFLICT (slug taken, or ten created within a year).';

create function private.switch_organization(p_organization_id uuid)
returns public.organizations
language plpgsql
volatile
security definer -- clients have no grant on profiles.active_organization_id
set search_path = ''
as $$
declare
  v_organization public.organizations;
begin
  perform private.require(p_organization_id is not null, 'p_organization_id', 'p_organization_id is missing');
  select o.* into v_organization
  from public.organizations as o
  where o.id = p_organization_id and o.id = any(private.organization_ids());
  if not found then
    perform private.raise_error('NOT_FOUND', 'you are not a member of such an organization');
  end if;
  update public.profiles set active_organization_id = v_organization.id where id = auth.uid();
  return v_organization;
end;
$$;
comment on function private.switch_organization(uuid) is 'The work of public.switch_organization.';

create function public.switch_organization(p_organization_id uuid default null)
returns public.organizations
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.switch_organization(p_organization_id)
$$;
comment on function public.switch_organization(uuid) is
'Makes it the organization requests without the header x-organization-id act in. Errors: NOT_FOUND, VALIDATION_ERROR.';

create function private.delete_organization(p_organization_id uuid)
returns void
language plpgsql
volatile
security definer -- clients have no grant on organizations.deleted_at
set search_path = ''
as $$
begin
  perform private.require(p_organization_id is not null, 'p_organization_id', 'p_organization_id is missing');
  if not p_organization_id = any(private.organization_ids()) then
    perform private.raise_error('NOT_FOUND', 'you are not a member of such an organization');
  end if;
  perform private.lock_organization(p_organization_id);
  if not p_organization_id = any(private.organization_ids('owner')) then
    perform private.raise_error('FORBIDDEN', 'only an owner may delete an organization');
  end if;
  perform private.close_organization(p_organization_id);
end;
$$;
comment on function private.delete_organization(uuid) is 'The work of public.delete_organization.';

create function public.delete_organization(p_organization_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.delete_organization(p_organization_id)
$$;
comment on function public.delete_organization(uuid) is
'Closes an organization of the caller at once; its data is purged after 30 days. Errors: NOT_FOUND, FORBIDDEN, VALIDATION_ERROR.';

create function private.change_organization_timezone(p_timezone text)
returns public.organizations
language plpgsql
volatile
security definer -- clients have no grant on organizations.timezone: it decides when quotas renew
set search_path = ''
as $$
declare
  v_organization public.organizations := private.lock_organization(private.require_role('owner'));
begin
  perform private.require(p_timezone is not null, 'p_timezone', 'p_timezone is missing');
  perform private.require(
    private.is_timezone(p_timezone), 'p_timezone', 'p_timezone must be an IANA time zone such as Europe/Amsterdam'
  );
  if v_organization.timezone = p_timezone then
    return v_organization;
  end if;
  if v_organization.timezone_changed_at > now() - interval '30 days' then
    perform private.raise_error('CONFLICT', 'the time zone can change once in 30 days');
  end if;
  update public.organizations set timezone = p_timezone, timezone_changed_at = now()
  where id = v_organization.id
  returning * into v_organization;
  return v_organization;
end;
$$;
comment on function private.change_organization_timezone(text) is 'The work of public.change_organization_timezone.';

create function public.change_organization_timezone(p_timezone text default null)
returns public.organizations
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.change_organization_timezone(p_timezone)
$$;
comment on function public.change_organization_timezone(text) is
'Moves the days and months of the active organization''s quotas. Errors: FORBIDDEN, VALIDATION_ERROR, CONFLICT (once in 30 days).';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.create_organization(text, public.organization_type, text, text),
  private.create_organization(text, public.organization_type, text, text),
  public.switch_organization(uuid),
  private.switch_organization(uuid),
  public.delete_organization(uuid),
  private.delete_organization(uuid),
  public.change_organization_timezone(text),
  private.change_organization_timezone(text)
to authenticated;
