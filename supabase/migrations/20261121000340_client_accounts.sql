-- Purpose: the clients of an agency.
-- Objects: create_client_account, update_client_account, delete_client_account; the cron job
--          purge-deleted-client-accounts.

create function private.check_client_account(
  p_name text, p_slug text, p_contact_email text, p_contact_phone text, p_logo_url text, p_brand_colors jsonb,
  p_settings jsonb
)
returns void
language plpgsql
volatile
set search_path = ''
as $$
begin
  perform private.require_text(p_name, 'p_name', 200);
  perform private.require(
    p_slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(p_slug) <= 63,
    'p_slug', 'p_slug must be lower-case letters, digits and single hyphens, at most 63'
  );
  perform private.require(
    p_contact_email is null or private.is_email(p_contact_email), 'p_contact_email', 'p_contact_email must be an e-mail address'
  );
  perform private.require(
    p_contact_phone is null or private.phone_or_null(p_contact_phone) is not null, 'p_contact_phone', 'p_contact_phone must be a phone number'
  );
  perform private.require(
    p_logo_url is null or private.is_http_url(p_logo_url), 'p_logo_url', 'p_logo_url must be an http or https address'
  );
  perform private.require(
    jsonb_typeof(p_brand_colors) = 'object' and octet_length(p_brand_colors::text) <= 4096,
    'p_brand_colors', 'p_brand_colors must be an object of at most 4,096 bytes'
  );
  perform private.require(
    jsonb_typeof(p_settings) = 'object' and octet_length(p_settings::text) <= 16384,
    'p_settings', 'p_settings must be an object of at most 16,384 bytes'
  );
end;
$$;
comment on function private.check_client_account(text, text, text, text, text, jsonb, jsonb) is
'VALIDATION_ERROR naming the first value a client account cannot have.';

create function private.create_client_account(
  p_name text, p_slug text, p_contact_email text, p_contact_phone text, p_logo_url text, p_brand_colors jsonb,
  p_settings jsonb
)
returns public.client_accounts
language plpgsql
volatile
security definer -- clients have no grant to write client accounts
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('manager');
  v_slug text := coalesce(p_slug, private.slugify(p_name), 'client');
  v_account public.client_accounts;
begin
  perform private.check_client_account(p_name, v_slug, p_contact_email, p_contact_phone, p_logo_url, p_brand_colors,
  p_settings);
  insert into public.client_accounts (
    organization_id, name, slug, contact_email, contact_phone, logo_url, brand_colors, settings
  )
  values (
    v_organization_id, btrim(p_name), v_slug, p_contact_email, p_contact_phone, p_logo_url, p_brand_colors, p_settings
  )
  on conflict (organization_id, slug) where deleted_at is null do nothing
  returning * into v_account;
  if not found then
    perform private.raise_error('CONFLICT', 'a client account with this slug exists', jsonb_build_object('field', 'p_slug'));
  end if;
  return v_account;
end;
$$;
comment on function private.create_client_account(text, text, text, text, text, jsonb, jsonb) is 'The work of public.create_client_account.';

create function public.create_client_account(
  p_name text default null,
  p_slug text default null,
  p_contact_email text default null,
  p_contact_phone text default null,
  p_logo_url text default null,
  p_brand_colors jsonb default '{}',
  p_settings jsonb default '{}'
)
returns public.client_accounts
language sql
volatile
security invoker
set search_path = ''
as $$
  select r.*
  from jsonb_populate_record(null::public.client_accounts, coalesce(
    private.earlier_answer(
      'create_client_account', jsonb_build_array(
        p_name, p_slug, p_contact_email, p_contact_phone, p_logo_url, p_brand_colors, p_settings
      )
    ),
    private.remember_answer(
      'create_client_account', to_jsonb(private.create_client_account(
        p_name, p_slug, p_contact_email, p_contact_phone, p_logo_url, p_brand_colors, p_settings
      ))
    )
  )) as r
$$;
comment on function public.create_client_account(text, text, text, text, text, jsonb, jsonb) is
'Adds a client to the active organization; the slug follows from the name unless given. Errors: FORBIDDEN, VALIDATION_ERROR, CONFLICT.';

create function private.update_client_account(p_client_account_id uuid, p_changes jsonb)
returns public.client_accounts
language plpgsql
volatile
security definer -- clients have no grant to write client accounts
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('manager');
  v_account public.client_accounts;
  v_unknown text;
begin
  perform private.require(p_client_account_id is not null, 'p_client_account_id', 'p_client_account_id is missing');
  perform private.require(jsonb_typeof(p_changes) = 'object', 'p_changes', 'p_changes must be an object');
  select key into v_unknown
  from jsonb_object_keys(p_changes) as key
  where key not in ('name', 'slug', 'contact_email', 'contact_phone', 'logo_url', 'brand_colors', 'settings')
  limit 1;
  perform private.require(v_unknown is null, 'p_changes', format('p_changes must not hold %s', left(v_unknown, 60)));
  select c.* into v_account
  from public.client_accounts as c
  where c.organization_id = v_organization_id and c.id = p_client_account_id and c.deleted_at is null
  for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'the active organization has no such client account');
  end if;
  v_account := jsonb_populate_record(v_account, p_changes);
  perform private.check_client_account(
    v_account.name, v_account.slug, v_account.contact_email, v_account.contact_phone, v_account.logo_url,
    v_account.brand_colors, v_account.settings
  );
  update public.client_accounts
  set
    name = btrim(v_account.name),
    slug = v_account.slug,
    contact_email = v_account.contact_email,
    contact_phone = v_account.contact_phone,
    logo_url = v_account.logo_url,
    brand_colors = v_account.brand_colors,
    settings = v_account.settings
  where id = v_account.id
  returning * into v_account;
  return v_account;
exception
  when unique_violation then
    perform private.raise_error('CONFLICT', 'a client account with this slug exists', jsonb_build_object('field', 'p_changes'));
    return null;
end;
$$;
comment on function private.update_client_account(uuid, jsonb) is 'The work of public.update_client_account.';

create function public.update_client_account(p_client_account_id uuid default null, p_changes jsonb default '{}')
returns public.client_accounts
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.update_client_account(p_client_account_id, p_changes)
$$;
comment on function public.update_client_account(uuid, jsonb) is
'Changes the given fields of a client account: name, slug, contact_email, contact_phone, logo_url, brand_colors, settings.
Errors: FORBIDDEN, NOT_FOUND, VALIDATION_ERROR, CONFLICT.';

create function private.delete_client_account(p_client_account_id uuid)
returns void
language plpgsql
volatile
security definer -- clients have no grant to write client accounts
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('admin');
begin
  perform private.require(p_client_account_id is not null, 'p_client_account_id', 'p_client_account_id is missing');
  perform private.lock_organization(v_organization_id);
  -- Members limited to it would otherwise see everything, or nothing: they go first.
  if exists (
    select from public.organization_members as m
    where m.organization_id = v_organization_id and m.client_account_id = p_client_account_id
  ) then
    perform private.raise_error('CONFLICT', 'members are limited to this client account: remove them or change their role first');
  end if;
  update public.organization_invitations set revoked_at = now()
  where organization_id = v_organization_id and client_account_id = p_client_account_id
    and accepted_at is null and revoked_at is null;
  update public.client_accounts set deleted_at = now()
  where organization_id = v_organization_id and id = p_client_account_id and deleted_at is null;
  if not found then
    perform private.raise_error('NOT_FOUND', 'the active organization has no such client account');
  end if;
end;
$$;
comment on function private.delete_client_account(uuid) is 'The work of public.delete_client_account.';

create function public.delete_client_account(p_client_account_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.delete_client_account(p_client_account_id)
$$;
comment on function public.delete_client_account(uuid) is
'Hides a client account; after 30 days it goes, with its brands and workflows. Its content stays with the organization.
Errors: FORBIDDEN, NOT_FOUND, VALIDATION_ERROR, CONFLICT (members are limited to it).';

create function private.purge_deleted_client_accounts()
returns bigint
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_purged bigint;
begin
  -- The log says that its brands went, not what was in them.
  perform set_config('catalyst.erasing', 'on', true);
  -- A few at a time: all work for a client lets go of it. A member limited to it would be in the way.
  delete from public.client_accounts as c
  where c.id in (
    select d.id from public.client_accounts as d
    where d.deleted_at < now() - interval '30 days'
      and not exists (
        select from public.organization_members as m
        where m.organization_id = d.organization_id and m.client_account_id = d.id
      )
    order by d.deleted_at
    limit 5
  );
  get diagnostics v_purged = row_count;
  perform set_config('catalyst.erasing', 'off', true);
  return v_purged;
end;
$$;
comment on function private.purge_deleted_client_accounts() is 'Removes client accounts 30 days after their deletion.';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.create_client_account(text, text, text, text, text, jsonb, jsonb),
  private.create_client_account(text, text, text, text, text, jsonb, jsonb),
  public.update_client_account(uuid, jsonb),
  private.update_client_account(uuid, jsonb),
  public.delete_client_account(uuid),
  private.delete_client_account(uuid)
to authenticated;

-- Cron ----------------------------------------------------------------------------------------------------------------

select cron.schedule('purge-deleted-client-accounts', '32 * * * *', 'select private.purge_deleted_client_accounts()');
