-- Purpose: how people join an organization.
-- Objects: invite_member, revoke_invitation, accept_invitation.

create function private.require_email(p_email text)
returns text
language plpgsql
volatile
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

create function private.invite_member(
  p_email text, p_role public.member_role, p_client_account_id uuid, p_expires_in_days integer
)
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
  perform private.require(
    p_expires_in_days between 1 and 30, 'p_expires_in_days', 'p_expires_in_days must be between 1 and 30'
  );
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
comment on function private.invite_member(text, public.member_role, uuid, integer) is 'The work of public.invite_member.';

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
  select coalesce(
    private.earlier_answer(
      'invite_member', jsonb_build_array(
        p_email, p_role, p_client_account_id, p_expires_in_days
      )
    ),
    private.remember_answer(
      'invite_member', private.invite_member(
        p_email, p_role, p_client_account_id, p_expires_in_days
      ), p_secrets => '{token}'
    )
  )
$$;
comment on function public.invite_member(text, public.member_role, uuid, integer) is
'Invites an address to the active organization. The answer holds the token once; hand it to that person in a link.
Errors: FORBIDDEN (admins invite below admin, owners everybody), VALIDATION_ERROR, CONFLICT (member already),
RATE_LIMITED.';

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
  perform private.require(p_invitation_id is not null, 'p_invitation_id', 'p_invitation_id is missing');
  update public.organization_invitations set revoked_at = now()
  where id = p_invitation_id and organization_id = v_organization_id and accepted_at is null and revoked_at is null;
  if not found then
    perform private.raise_error('NOT_FOUND', 'the active organization has no such open invitation');
  end if;
end;
$$;
comment on function private.revoke_invitation(uuid) is 'The work of public.revoke_invitation.';

create function public.revoke_invitation(p_invitation_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.revoke_invitation(p_invitation_id)
$$;
comment on function public.revoke_invitation(uuid) is
'Makes an open invitation worthless. Errors: FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

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
    perform from public.organizations as o
    where o.id = v_invitation.organization_id and o.deleted_at is null
    for no key update;
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
comment on function private.accept_invitation(text) is 'The work of public.accept_invitation.';

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
Errors: UNAUTHORIZED, VALIDATION_ERROR, NOT_FOUND, FORBIDDEN (other address), CONFLICT,
QUOTA_EXCEEDED (the plan has no place left).';

-- Retention -----------------------------------------------------------------------------------------------------------

insert into private.retention_rules (parent, method, time_column, retain, description) values
  ('public.organization_invitations', 'delete_rows', 'expires_at', interval '90 days',
    'Addresses of people who may never have signed up; that they were invited is in the audit log.');

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.invite_member(text, public.member_role, uuid, integer),
  private.invite_member(text, public.member_role, uuid, integer),
  public.revoke_invitation(uuid),
  private.revoke_invitation(uuid),
  public.accept_invitation(text),
  private.accept_invitation(text)
to authenticated;
