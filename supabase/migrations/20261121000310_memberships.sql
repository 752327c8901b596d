-- Purpose: what members do with organizations, members, invitations and client accounts.
-- Objects: create_organization, switch_organization, delete_organization, change_organization_timezone, list_members, invite_member,
--          revoke_invitation, accept_invitation, change_member_role, set_member_status, remove_member, leave_organization,
--          transfer_ownership, create_client_account, update_client_account, delete_client_account.
-- Each is a pair: private.<name> works with definer rights, public.<name> is what the API shows.
-- Every change of members locks the organization first, so that two of them never judge by the same stale picture.

-- Helpers -------------------------------------------------------------------------------------------------------------

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

create function private.require_member_management(p_organization_id uuid, p_role public.member_role)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  v_caller public.organization_members := private.active_member();
begin
  -- Owners manage everybody, admins everybody below admin.
  if v_caller.organization_id is distinct from p_organization_id
    or v_caller.role < 'admin' or (v_caller.role = 'admin' and p_role >= 'admin') then
    perform private.raise_error('FORBIDDEN', format('only an owner may do this with the role %s', p_role));
  end if;
end;
$$;
comment on function private.require_member_management(uuid, public.member_role) is
'FORBIDDEN unless the caller may give, change or take away this role.';

create function private.member_to_manage(p_organization_id uuid, p_user_id uuid)
returns public.organization_members
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_member public.organization_members;
begin
  perform private.require(p_user_id is not null, 'p_user_id', 'p_user_id is missing');
  select m.* into v_member
  from public.organization_members as m
  where m.organization_id = p_organization_id and m.user_id = p_user_id
  for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'this person is not a member of the active organization');
  end if;
  return v_member;
end;
$$;
comment on function private.member_to_manage(uuid, uuid) is 'The member, locked, or NOT_FOUND.';

create function private.require_client_account(p_organization_id uuid, p_client_account_id uuid, p_role public.member_role)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if p_client_account_id is null then
    return;
  end if;
  perform private.require(p_role in ('client', 'viewer'), 'p_client_account_id', 'only clients and viewers can be limited to a client account');
  perform private.require(
    exists (
      select from public.client_accounts as c
      where c.organization_id = p_organization_id and c.id = p_client_account_id and c.deleted_at is null
    ),
    'p_client_account_id', 'the active organization has no such client account'
  );
end;
$$;
comment on function private.require_client_account(uuid, uuid, public.member_role) is
'VALIDATION_ERROR unless a member of this role can be limited to this client account.';

create function private.require_email(p_email text)
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_email text := lower(private.require_text(p_email, 'p_email', 320, 3));
begin
  perform private.require(private.is_email(v_email), 'p_email', 'p_email must be an e-mail address');
  return v_email;
end;
$$;
comment on function private.require_email(text) is 'The address in lower case, or VALIDATION_ERROR.';

-- Organizations -------------------------------------------------------------------------------------------------------

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

create function public.create_organization(
  p_name text default null, p_type public.organization_type default 'team', p_slug text default null, p_timezone text default null
)
returns public.organizations
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.create_organization(p_name, p_type, p_slug, p_timezone)
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
  where o.id = p_organization_id and o.id = any (private.organization_ids());
  if not found then
    perform private.raise_error('NOT_FOUND', 'you are not a member of such an organization');
  end if;
  update public.profiles set active_organization_id = v_organization.id where id = auth.uid();
  return v_organization;
end;
$$;

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
  if not p_organization_id = any (private.organization_ids()) then
    perform private.raise_error('NOT_FOUND', 'you are not a member of such an organization');
  end if;
  perform private.lock_organization(p_organization_id);
  if not p_organization_id = any (private.organization_ids('owner')) then
    perform private.raise_error('FORBIDDEN', 'only an owner may delete an organization');
  end if;
  perform private.close_organization(p_organization_id);
end;
$$;

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
  perform private.require(private.is_timezone(p_timezone), 'p_timezone', 'p_timezone must be an IANA time zone such as Europe/Amsterdam');
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

-- Members and invitations ---------------------------------------------------------------------------------------------

create function private.list_members()
returns table (
  user_id uuid, role public.member_role, status public.member_status, client_account_id uuid, full_name text, email text,
  avatar_url text, joined_at timestamptz, last_login_at timestamptz
)
language sql
stable
security definer -- colleagues' profiles are not readable as rows
set search_path = ''
as $$
  select m.user_id, m.role, m.status, m.client_account_id, p.full_name, p.email, p.avatar_url, m.joined_at, p.last_login_at
  from public.organization_members as m
  join public.profiles as p on p.id = m.user_id
  cross join lateral (select private.active_member() as me) as caller
  where m.organization_id = (caller.me).organization_id
    and (
      m.user_id = (caller.me).user_id
      or ((caller.me).role <> 'client' and (caller.me).client_account_id is null)
    )
  order by m.role desc, m.joined_at, m.user_id
$$;

create function public.list_members()
returns table (
  user_id uuid, role public.member_role, status public.member_status, client_account_id uuid, full_name text, email text,
  avatar_url text, joined_at timestamptz, last_login_at timestamptz
)
language sql
stable
security invoker
set search_path = ''
as $$
  select * from private.list_members()
$$;
comment on function public.list_members() is 'The people of the active organization, highest role first; a client gets only their own line.';

create function private.invite_member(p_email text, p_role public.member_role, p_client_account_id uuid, p_expires_in_days integer)
returns jsonb
language plpgsql
volatile
security definer -- clients have no grant to write invitations
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('admin');
  v_email text := private.require_email(p_email);
  v_token text := private.new_token();
  v_invitation public.organization_invitations;
begin
  perform private.require(p_role <> 'owner', 'p_role', 'p_role must be viewer, client, creator, manager or admin');
  perform private.require(p_expires_in_days between 1 and 30, 'p_expires_in_days', 'p_expires_in_days must be between 1 and 30');
  perform private.lock_organization(v_organization_id);
  perform private.require_member_management(v_organization_id, p_role);
  perform private.require_client_account(v_organization_id, p_client_account_id, p_role);
  if exists (
    select from public.organization_members as m
    join public.profiles as p on p.id = m.user_id
    where m.organization_id = v_organization_id and lower(p.email) = v_email
  ) then
    perform private.raise_error('CONFLICT', 'this person is a member already', jsonb_build_object('field', 'p_email'));
  end if;
  -- An invitation sent again replaces the one before: only the newest link works.
  update public.organization_invitations set revoked_at = now()
  where organization_id = v_organization_id and email = v_email and accepted_at is null and revoked_at is null;
  if (
    select count(*) >= 200
    from public.organization_invitations as i
    where i.organization_id = v_organization_id and i.created_at > now() - interval '1 day'
  ) then
    perform private.raise_error('RATE_LIMITED', 'an organization can invite 200 people a day', '{"retry_after_seconds": 3600}');
  end if;
  insert into public.organization_invitations (
    organization_id, email, role, client_account_id, token_hash, invited_by, expires_at
  )
  values (
    v_organization_id, v_email, p_role, p_client_account_id, private.token_hash(v_token), auth.uid(),
    now() + make_interval(days => p_expires_in_days)
  )
  returning * into v_invitation;
  return to_jsonb(v_invitation) - 'token_hash' || jsonb_build_object('token', v_token);
end;
$$;

create function public.invite_member(
  p_email text default null,
  p_role public.member_role default 'creator',
  p_client_account_id uuid default null,
  p_expires_in_days integer default 7
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.invite_member(p_email, p_role, p_client_account_id, p_expires_in_days)
$$;
comment on function public.invite_member(text, public.member_role, uuid, integer) is
'Invites an address to the active organization. The answer holds the token once; hand it to that person in a link.
Errors: FORBIDDEN (admins invite below admin, owners everybody), VALIDATION_ERROR, CONFLICT (member already), RATE_LIMITED.';

create function private.revoke_invitation(p_invitation_id uuid)
returns void
language plpgsql
volatile
security definer -- clients have no grant to write invitations
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('admin');
begin
  update public.organization_invitations set revoked_at = now()
  where id = p_invitation_id and organization_id = v_organization_id and accepted_at is null and revoked_at is null;
  if not found then
    perform private.raise_error('NOT_FOUND', 'the active organization has no such open invitation');
  end if;
end;
$$;

create function public.revoke_invitation(p_invitation_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.revoke_invitation(p_invitation_id)
$$;
comment on function public.revoke_invitation(uuid) is 'Makes an open invitation worthless. Errors: FORBIDDEN, NOT_FOUND.';

create function private.accept_invitation(p_token text)
returns public.organization_members
language plpgsql
volatile
security definer -- the caller is not a member yet, so no policy lets them see the invitation
set search_path = ''
as $$
declare
  v_user public.profiles;
  v_invitation public.organization_invitations;
  v_member public.organization_members;
begin
  select p.* into v_user from public.profiles as p where p.id = auth.uid() and p.status = 'active';
  if not found then
    perform private.raise_error('UNAUTHORIZED', 'sign in first');
  end if;
  perform private.require(char_length(p_token) between 20 and 100, 'p_token', 'p_token is not an invitation token');
  select i.* into v_invitation
  from public.organization_invitations as i
  where i.token_hash = private.token_hash(p_token);
  if found then
    -- The organization before the invitation, as everybody else does; then look again.
    perform from public.organizations as o where o.id = v_invitation.organization_id and o.deleted_at is null for no key update;
    select i.* into v_invitation
    from public.organization_invitations as i
    where i.id = v_invitation.id and i.accepted_at is null and i.revoked_at is null and i.expires_at > now()
    for update;
  end if;
  if v_invitation.id is null then
    perform private.raise_error('NOT_FOUND', 'this invitation does not exist, was used, or has expired');
  end if;
  if lower(v_user.email) is distinct from v_invitation.email then
    perform private.raise_error('FORBIDDEN', 'this invitation is for another e-mail address');
  end if;
  if exists (
    select from public.organization_members as m
    where m.organization_id = v_invitation.organization_id and m.user_id = v_user.id
  ) then
    perform private.raise_error('CONFLICT', 'you are a member already');
  end if;
  perform private.require_member_place(v_invitation.organization_id);
  insert into public.organization_members (
    organization_id, user_id, role, client_account_id, invited_by, invited_at
  )
  values (
    v_invitation.organization_id, v_user.id, v_invitation.role, v_invitation.client_account_id, v_invitation.invited_by,
    v_invitation.created_at
  )
  returning * into v_member;
  update public.organization_invitations set accepted_at = now(), accepted_by = v_user.id where id = v_invitation.id;
  update public.profiles set active_organization_id = v_member.organization_id where id = v_user.id;
  return v_member;
end;
$$;

create function public.accept_invitation(p_token text default null)
returns public.organization_members
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.accept_invitation(p_token)
$$;
comment on function public.accept_invitation(text) is
'Joins the organization and switches to it; works once, for the invited address.
Errors: UNAUTHORIZED, VALIDATION_ERROR, NOT_FOUND, FORBIDDEN (other address), CONFLICT, QUOTA_EXCEEDED (plan has no place left).';

create function private.change_member_role(p_user_id uuid, p_role public.member_role, p_client_account_id uuid)
returns public.organization_members
language plpgsql
volatile
security definer -- clients have no grant to write members
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('admin');
  v_member public.organization_members;
begin
  perform private.require(p_role is not null, 'p_role', 'p_role is missing');
  perform private.lock_organization(v_organization_id);
  v_member := private.member_to_manage(v_organization_id, p_user_id);
  perform private.require_member_management(v_organization_id, greatest(v_member.role, p_role));
  perform private.require_client_account(v_organization_id, p_client_account_id, p_role);
  update public.organization_members
  set role = p_role, client_account_id = p_client_account_id
  where id = v_member.id
  returning * into v_member;
  return v_member;
end;
$$;

create function public.change_member_role(
  p_user_id uuid default null, p_role public.member_role default null, p_client_account_id uuid default null
)
returns public.organization_members
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.change_member_role(p_user_id, p_role, p_client_account_id)
$$;
comment on function public.change_member_role(uuid, public.member_role, uuid) is
'Gives a member of the active organization another role; clients and viewers may be limited to one client account.
Errors: FORBIDDEN, NOT_FOUND, VALIDATION_ERROR, CONFLICT (the last owner stays owner).';

create function private.set_member_status(p_user_id uuid, p_status public.member_status)
returns public.organization_members
language plpgsql
volatile
security definer -- clients have no grant to write members
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('admin');
  v_member public.organization_members;
begin
  perform private.require(p_status is not null, 'p_status', 'p_status is missing');
  perform private.lock_organization(v_organization_id);
  v_member := private.member_to_manage(v_organization_id, p_user_id);
  perform private.require_member_management(v_organization_id, v_member.role);
  if v_member.status = p_status then
    return v_member;
  end if;
  if p_status = 'active' then
    perform private.require_member_place(v_organization_id);
  end if;
  update public.organization_members set status = p_status where id = v_member.id returning * into v_member;
  return v_member;
end;
$$;

create function public.set_member_status(p_user_id uuid default null, p_status public.member_status default null)
returns public.organization_members
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.set_member_status(p_user_id, p_status)
$$;
comment on function public.set_member_status(uuid, public.member_status) is
'Shuts a member out without removing them, or lets them in again.
Errors: FORBIDDEN, NOT_FOUND, VALIDATION_ERROR, CONFLICT (the last owner stays active), QUOTA_EXCEEDED.';

create function private.remove_member(p_user_id uuid)
returns void
language plpgsql
volatile
security definer -- clients have no grant to write members
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('admin');
  v_member public.organization_members;
begin
  perform private.lock_organization(v_organization_id);
  v_member := private.member_to_manage(v_organization_id, p_user_id);
  perform private.require_member_management(v_organization_id, v_member.role);
  delete from public.organization_members where id = v_member.id;
end;
$$;

create function public.remove_member(p_user_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.remove_member(p_user_id)
$$;
comment on function public.remove_member(uuid) is
'Takes a member out of the active organization; access ends at once. Errors: FORBIDDEN, NOT_FOUND, CONFLICT (last owner).';

create function private.leave_organization()
returns void
language plpgsql
volatile
security definer -- clients have no grant to write members
set search_path = ''
as $$
declare
  v_organization_id uuid := private.active_org_or_raise();
begin
  perform private.lock_organization(v_organization_id);
  delete from public.organization_members where organization_id = v_organization_id and user_id = auth.uid();
end;
$$;

create function public.leave_organization()
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.leave_organization()
$$;
comment on function public.leave_organization() is 'Leaves the active organization. Errors: FORBIDDEN, CONFLICT (the last owner cannot leave).';

create function private.transfer_ownership(p_user_id uuid)
returns void
language plpgsql
volatile
security definer -- clients have no grant to write members
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('owner');
  v_member public.organization_members;
begin
  perform private.lock_organization(v_organization_id);
  perform private.require_role('owner');
  v_member := private.member_to_manage(v_organization_id, p_user_id);
  perform private.require(p_user_id <> auth.uid(), 'p_user_id', 'p_user_id must be somebody else');
  perform private.require(v_member.status = 'active', 'p_user_id', 'p_user_id must be an active member');
  update public.organization_members set role = 'owner', client_account_id = null where id = v_member.id;
  update public.organization_members set role = 'admin' where organization_id = v_organization_id and user_id = auth.uid();
end;
$$;

create function public.transfer_ownership(p_user_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.transfer_ownership(p_user_id)
$$;
comment on function public.transfer_ownership(uuid) is
'Makes another active member owner of the active organization and the caller admin. Errors: FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

-- Client accounts -----------------------------------------------------------------------------------------------------

create function private.check_client_account(
  p_name text, p_slug text, p_contact_email text, p_contact_phone text, p_logo_url text, p_brand_colors jsonb, p_settings jsonb
)
returns void
language plpgsql
immutable
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
  p_name text, p_slug text, p_contact_email text, p_contact_phone text, p_logo_url text, p_brand_colors jsonb, p_settings jsonb
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
  perform private.check_client_account(p_name, v_slug, p_contact_email, p_contact_phone, p_logo_url, p_brand_colors, p_settings);
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
  select private.create_client_account(p_name, p_slug, p_contact_email, p_contact_phone, p_logo_url, p_brand_colors, p_settings)
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
end;
$$;

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
'Hides a client account; its content stays with the organization. Errors: FORBIDDEN, NOT_FOUND, CONFLICT (members are limited to it).';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.create_organization(text, public.organization_type, text, text),
  private.create_organization(text, public.organization_type, text, text),
  public.switch_organization(uuid), private.switch_organization(uuid),
  public.delete_organization(uuid), private.delete_organization(uuid),
  public.change_organization_timezone(text), private.change_organization_timezone(text),
  public.list_members(), private.list_members(),
  public.invite_member(text, public.member_role, uuid, integer), private.invite_member(text, public.member_role, uuid, integer),
  public.revoke_invitation(uuid), private.revoke_invitation(uuid),
  public.accept_invitation(text), private.accept_invitation(text),
  public.change_member_role(uuid, public.member_role, uuid), private.change_member_role(uuid, public.member_role, uuid),
  public.set_member_status(uuid, public.member_status), private.set_member_status(uuid, public.member_status),
  public.remove_member(uuid), private.remove_member(uuid),
  public.leave_organization(), private.leave_organization(),
  public.transfer_ownership(uuid), private.transfer_ownership(uuid),
  public.create_client_account(text, text, text, text, text, jsonb, jsonb),
  private.create_client_account(text, text, text, text, text, jsonb, jsonb),
  public.update_client_account(uuid, jsonb), private.update_client_account(uuid, jsonb),
  public.delete_client_account(uuid), private.delete_client_account(uuid)
to authenticated;
