-- Purpose: the calls about brands and audiences: which one is the default, and deleting one.
-- Objects: set_default_brand_profile, delete_brand_profile, set_default_audience_profile, delete_audience_profile,
--          private.default_brand_profile, private.default_audience_profile.

-- Brands --------------------------------------------------------------------------------------------------------------

create function private.set_default_brand_profile(p_brand_profile_id uuid)
returns public.brand_profiles
language plpgsql
volatile
security definer -- clients have no grant on is_default
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_brand public.brand_profiles;
begin
  perform private.require(p_brand_profile_id is not null, 'p_brand_profile_id', 'p_brand_profile_id is missing');
  -- Two who choose at once wait for each other: the last choice stands.
  perform private.lock_organization(v_organization_id);
  select b.* into v_brand
  from public.brand_profiles as b
  where b.organization_id = v_organization_id and b.id = p_brand_profile_id and b.deleted_at is null;
  if not found then
    perform private.raise_error('NOT_FOUND', 'the active organization has no such brand profile');
  end if;
  if v_brand.is_default then
    return v_brand;
  end if;
  update public.brand_profiles set is_default = false
  where organization_id = v_organization_id and is_default
    and client_account_id is not distinct from v_brand.client_account_id;
  update public.brand_profiles set is_default = true where id = v_brand.id returning * into v_brand;
  return v_brand;
end;
$$;

create function public.set_default_brand_profile(p_brand_profile_id uuid default null)
returns public.brand_profiles
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.set_default_brand_profile(p_brand_profile_id)
$$;
comment on function public.set_default_brand_profile(uuid) is
'Makes it the default of its client, or of the organization itself. Errors: FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

create function private.delete_brand_profile(p_brand_profile_id uuid)
returns void
language plpgsql
volatile
security definer -- clients have no grant on deleted_at
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('manager');
begin
  perform private.require(p_brand_profile_id is not null, 'p_brand_profile_id', 'p_brand_profile_id is missing');
  update public.brand_profiles set deleted_at = now(), is_default = false
  where organization_id = v_organization_id and id = p_brand_profile_id and deleted_at is null;
  if not found then
    perform private.raise_error('NOT_FOUND', 'the active organization has no such brand profile');
  end if;
  update public.audience_profiles set deleted_at = now(), is_default = false
  where organization_id = v_organization_id and brand_profile_id = p_brand_profile_id and deleted_at is null;
end;
$$;

create function public.delete_brand_profile(p_brand_profile_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.delete_brand_profile(p_brand_profile_id)
$$;
comment on function public.delete_brand_profile(uuid) is
'Hides a brand and its audiences; after 30 days they go, with the samples and customizations. Errors: FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

create function private.default_brand_profile(p_organization_id uuid, p_client_account_id uuid default null)
returns uuid
language sql
stable
set search_path = ''
as $$
  select b.id
  from public.brand_profiles as b
  where b.organization_id = p_organization_id and b.is_default
    and (b.client_account_id is null or b.client_account_id = p_client_account_id)
  order by b.client_account_id nulls last
  limit 1
$$;
comment on function private.default_brand_profile(uuid, uuid) is
'The brand to write in when none is named: the client''s, else the organization''s own, else null.';

-- Audiences -----------------------------------------------------------------------------------------------------------

create function private.set_default_audience_profile(p_audience_profile_id uuid)
returns public.audience_profiles
language plpgsql
volatile
security definer -- clients have no grant on is_default
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_audience public.audience_profiles;
begin
  perform private.require(p_audience_profile_id is not null, 'p_audience_profile_id', 'p_audience_profile_id is missing');
  perform private.lock_organization(v_organization_id);
  select a.* into v_audience
  from public.audience_profiles as a
  where a.organization_id = v_organization_id and a.id = p_audience_profile_id and a.deleted_at is null;
  if not found then
    perform private.raise_error('NOT_FOUND', 'the active organization has no such audience profile');
  end if;
  if v_audience.is_default then
    return v_audience;
  end if;
  update public.audience_profiles set is_default = false
  where organization_id = v_organization_id and is_default
    and client_account_id is not distinct from v_audience.client_account_id
    and brand_profile_id is not distinct from v_audience.brand_profile_id;
  update public.audience_profiles set is_default = true where id = v_audience.id returning * into v_audience;
  return v_audience;
end;
$$;

create function public.set_default_audience_profile(p_audience_profile_id uuid default null)
returns public.audience_profiles
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.set_default_audience_profile(p_audience_profile_id)
$$;
comment on function public.set_default_audience_profile(uuid) is
'Makes it the default of its brand, or, without a brand, of its client or the organization. Errors: FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

create function private.delete_audience_profile(p_audience_profile_id uuid)
returns void
language plpgsql
volatile
security definer -- clients have no grant on deleted_at
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
begin
  perform private.require(p_audience_profile_id is not null, 'p_audience_profile_id', 'p_audience_profile_id is missing');
  update public.audience_profiles set deleted_at = now(), is_default = false
  where organization_id = v_organization_id and id = p_audience_profile_id and deleted_at is null;
  if not found then
    perform private.raise_error('NOT_FOUND', 'the active organization has no such audience profile');
  end if;
end;
$$;

create function public.delete_audience_profile(p_audience_profile_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.delete_audience_profile(p_audience_profile_id)
$$;
comment on function public.delete_audience_profile(uuid) is
'Hides an audience; it goes after 30 days. Errors: FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

create function private.default_audience_profile(
  p_organization_id uuid, p_client_account_id uuid default null, p_brand_profile_id uuid default null
)
returns uuid
language sql
stable
set search_path = ''
as $$
  select a.id
  from public.audience_profiles as a
  where a.organization_id = p_organization_id and a.is_default
    and (a.brand_profile_id is null or a.brand_profile_id = p_brand_profile_id)
    and (
      a.client_account_id is null or a.client_account_id = p_client_account_id
      or a.brand_profile_id = p_brand_profile_id
    )
  order by a.brand_profile_id nulls last, a.client_account_id nulls last
  limit 1
$$;
comment on function private.default_audience_profile(uuid, uuid, uuid) is
'The audience to write for when none is named: the brand''s, else the client''s, else the organization''s, else null.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.set_default_brand_profile(uuid),
  private.set_default_brand_profile(uuid),
  public.delete_brand_profile(uuid),
  private.delete_brand_profile(uuid),
  public.set_default_audience_profile(uuid),
  private.set_default_audience_profile(uuid),
  public.delete_audience_profile(uuid),
  private.delete_audience_profile(uuid)
to authenticated;
