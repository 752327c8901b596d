-- Purpose: what members do with each other's places.
-- Objects: list_members, change_member_role, set_member_status, remove_member, leave_organization, transfer_ownership.
-- Every change of members locks the organization first: two of them never judge by the same stale picture.

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

create function private.require_client_account(
  p_organization_id uuid, p_client_account_id uuid, p_role public.member_role
)
returns void
language plpgsql
stable
set search_path = ''
as $$
begin
  if p_client_account_id is null then
    return;
  end if;
  perform private.require(
    p_role in ('client', 'viewer'), 'p_client_account_id', 'only clients and viewers can be limited to a client account'
  );
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

create function private.list_members()
returns table (
  user_id uuid, role public.member_role, status public.member_status, client_account_id uuid, full_name text,
  email text,
  avatar_url text, joined_at timestamptz, last_login_at timestamptz
)
language sql
stable
security definer -- colleagues' profiles are not readable as rows
set search_path = ''
as $$
  select m.user_id, m.role, m.status, m.client_account_id, p.full_name, p.email, p.avatar_url, m.joined_at,
  p.last_login_at
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
comment on function private.list_members() is 'The work of public.list_members.';

create function public.list_members()
returns table (
  user_id uuid, role public.member_role, status public.member_status, client_account_id uuid, full_name text,
  email text,
  avatar_url text, joined_at timestamptz, last_login_at timestamptz
)
language sql
stable
security invoker
set search_path = ''
as $$
  select * from private.list_members()
$$;
comment on function public.list_members() is
'The people of the active organization, highest role first; a client gets only their own line.';

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
comment on function private.change_member_role(uuid, public.member_role, uuid) is 'The work of public.change_member_role.';

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
comment on function private.set_member_status(uuid, public.member_status) is 'The work of public.set_member_status.';

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
comment on function private.remove_member(uuid) is 'The work of public.remove_member.';

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
comment on function private.leave_organization() is 'The work of public.leave_organization.';

create function public.leave_organization()
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.leave_organization()
$$;
comment on function public.leave_organization() is
'Leaves the active organization. Errors: FORBIDDEN, CONFLICT (the last owner cannot leave).';

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
comment on function private.transfer_ownership(uuid) is 'The work of public.transfer_ownership.';

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

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.list_members(),
  private.list_members(),
  public.change_member_role(uuid, public.member_role, uuid),
  private.change_member_role(uuid, public.member_role, uuid),
  public.set_member_status(uuid, public.member_status),
  private.set_member_status(uuid, public.member_status),
  public.remove_member(uuid),
  private.remove_member(uuid),
  public.leave_organization(),
  private.leave_organization(),
  public.transfer_ownership(uuid),
  private.transfer_ownership(uuid)
to authenticated;
