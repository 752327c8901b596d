-- Purpose: organizations own everything; who belongs to them, in which role, and which one a request acts in.
-- Objects: organizations, client_accounts, organization_members, organization_invitations, and the helpers policies use
--          (acting_member, has_role, …).

create type public.member_role as enum ('viewer', 'client', 'creator', 'manager', 'admin', 'owner');
comment on type public.member_role is 'Ordered: each role may do what the ones before it may.';

create type public.member_status as enum ('active', 'inactive');
comment on type public.member_status is
'Inactive members keep their place and reach nothing. Invited people are in organization_invitations.';

create type public.organization_type as enum ('individual', 'team', 'agency', 'enterprise');
comment on type public.organization_type is 'individual: made at sign-up for one person.';

-- Tables --------------------------------------------------------------------------------------------------------------

create table public.organizations (
  id uuid constraint organizations_pkey primary key default gen_random_uuid(),
  name text not null,
  slug text not null,
  type public.organization_type not null default 'individual',
  created_by uuid,
  logo_url text,
  website text,
  industry text,
  company_size text,
  billing_email text,
  timezone text not null default 'UTC',
  timezone_changed_at timestamptz,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint organizations_created_by_fkey foreign key (created_by) references public.profiles (id) on delete set null,
  constraint organizations_name_check check (char_length(name) between 1 and 200),
  constraint organizations_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 63),
  constraint organizations_logo_url_check check (private.is_http_url(logo_url)),
  constraint organizations_website_check check (private.is_http_url(website)),
  constraint organizations_industry_check check (char_length(industry) between 1 and 100),
  constraint organizations_company_size_check check (company_size in ('1-10', '11-50', '51-200', '201-500', '500+')),
  constraint organizations_billing_email_check check (private.is_email(billing_email)),
  constraint organizations_timezone_check check (private.is_timezone(timezone)),
  constraint organizations_settings_is_a_small_object
    check (jsonb_typeof(settings) = 'object' and octet_length(settings::text) <= 16384)
);
create unique index organizations_slug_key on public.organizations (slug) where deleted_at is null;
create index organizations_created_by_idx on public.organizations (created_by);
create index organizations_deleted_at_idx on public.organizations (deleted_at) where deleted_at is not null;
comment on table public.organizations is
'The tenant. A deleted one is kept for 30 days, reached by nobody, then purged.';
comment on column public.organizations.timezone is 'IANA zone in which days and months of quotas begin.';
comment on column public.organizations.created_by is 'Who made it; who owns it is in organization_members.';

create table public.client_accounts (
  id uuid constraint client_accounts_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  name text not null,
  slug text not null,
  contact_email text,
  contact_phone text,
  logo_url text,
  brand_colors jsonb not null default '{}',
  settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint client_accounts_organization_id_id_key unique (organization_id, id),
  constraint client_accounts_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint client_accounts_name_check check (char_length(name) between 1 and 200),
  constraint client_accounts_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 63),
  constraint client_accounts_contact_email_check check (private.is_email(contact_email)),
  constraint client_accounts_contact_phone_check check (contact_phone ~ '^\+?[0-9][0-9 ()./-]{3,28}[0-9]$'),
  constraint client_accounts_logo_url_check check (private.is_http_url(logo_url)),
  constraint client_accounts_brand_colors_is_a_small_object
    check (jsonb_typeof(brand_colors) = 'object' and octet_length(brand_colors::text) <= 4096),
  constraint client_accounts_settings_is_a_small_object
    check (jsonb_typeof(settings) = 'object' and octet_length(settings::text) <= 16384)
);
create unique index client_accounts_organization_id_slug_key on public.client_accounts (organization_id, slug)
where deleted_at is null;
create index client_accounts_deleted_at_idx on public.client_accounts (deleted_at) where deleted_at is not null;
comment on table public.client_accounts is 'The clients an agency works for, inside its organization.';
comment on column public.client_accounts.brand_colors is 'Colour by purpose, e.g. {"primary": "#112233"}.';

create table public.organization_members (
  id uuid constraint organization_members_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  user_id uuid not null,
  role public.member_role not null,
  status public.member_status not null default 'active',
  is_in_force boolean not null default true,
  client_account_id uuid,
  permissions jsonb not null default '{}',
  invited_by uuid,
  invited_at timestamptz,
  joined_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- In this order: the questions of every policy start from the user.
  constraint organization_members_user_id_organization_id_key unique (user_id, organization_id),
  constraint organization_members_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint organization_members_user_id_fkey foreign key (user_id) references public.profiles (id) on delete cascade,
  constraint organization_members_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete no action,
  constraint organization_members_invited_by_fkey foreign key (invited_by)
    references public.profiles (id) on delete set null,
  constraint only_clients_and_viewers_are_limited_to_a_client_account
    check (client_account_id is null or role in ('client', 'viewer')),
  constraint organization_members_permissions_is_a_small_object
    check (jsonb_typeof(permissions) = 'object' and octet_length(permissions::text) <= 4096)
);
create index organization_members_organization_id_client_account_id_idx
on public.organization_members (organization_id, client_account_id);
create index organization_members_invited_by_idx on public.organization_members (invited_by);
comment on table public.organization_members is
'Who belongs to an organization, and as what. The last owner can neither leave nor be demoted.';
comment on column public.organization_members.is_in_force is
'Kept by triggers: active, of an active person, in an organization that is not deleted. One look-up answers what every policy asks.';
comment on column public.organization_members.client_account_id is 'When set, the member sees this client''s work only.';
comment on column public.organization_members.permissions is 'Display preferences of the team page; rights follow from role alone.';

create table public.organization_invitations (
  id uuid constraint organization_invitations_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  email text not null,
  role public.member_role not null,
  client_account_id uuid,
  token_hash text not null constraint organization_invitations_token_hash_key unique,
  invited_by uuid,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint organization_invitations_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint organization_invitations_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete cascade,
  constraint organization_invitations_invited_by_fkey foreign key (invited_by)
    references public.profiles (id) on delete set null,
  constraint organization_invitations_accepted_by_fkey foreign key (accepted_by)
    references public.profiles (id) on delete set null,
  constraint organization_invitations_email_check check (private.is_email(email) and email = lower(email)),
  constraint organization_invitations_token_hash_check check (token_hash ~ '^[0-9a-f]{64}$'),
  constraint nobody_is_invited_as_owner check (role <> 'owner'),
  constraint only_clients_and_viewers_are_invited_for_a_client_account
    check (client_account_id is null or role in ('client', 'viewer')),
  constraint an_invitation_is_accepted_or_revoked_not_both check (accepted_at is null or revoked_at is null)
);
create unique index organization_invitations_organization_id_email_key
on public.organization_invitations (organization_id, email) where accepted_at is null and revoked_at is null;
create index organization_invitations_organization_id_client_account_id_idx
on public.organization_invitations (organization_id, client_account_id);
create index organization_invitations_invited_by_idx on public.organization_invitations (invited_by);
create index organization_invitations_accepted_by_idx on public.organization_invitations (accepted_by);
comment on table public.organization_invitations is
'Single-use invitations; the token itself is shown once, to the person who invites.';

-- The two tables refer to each other; profiles has no rows yet.
alter table public.profiles
  -- squawk-ignore adding-foreign-key-constraint, constraint-missing-not-valid
  add constraint profiles_active_organization_id_fkey foreign key (active_organization_id)
    references public.organizations (id) on delete set null;

-- Who is asking -------------------------------------------------------------------------------------------------------

create function private.chosen_organization()
returns uuid
language sql
stable
security definer -- policies ask it for people who may not read their profile yet
set search_path = ''
as $$
  select p.active_organization_id from public.profiles as p where p.id = auth.uid()
$$;
comment on function private.chosen_organization() is
'The organization that the caller switched to, member of it or not: for requests that name none.';

-- A view, so that policies read it as part of their statement: a call costs three times as much.
-- It belongs to the owner of the tables, hence no policy binds it. The claims are read here because auth.uid(), which
-- also reads how they were passed long ago, costs as much as the rest.
create view private.acting_member as
select m.organization_id, m.user_id, m.role, m.client_account_id
from public.organization_members as m
where
  m.user_id = (nullif(current_setting('request.jwt.claims', true), '')::json ->> 'sub')::uuid
  and m.organization_id = coalesce(
    (nullif(current_setting('request.headers', true), '')::json ->> 'x-organization-id')::uuid,
    private.chosen_organization()
  )
  and m.is_in_force;
comment on view private.acting_member is
'The caller''s membership in the organization this request acts in, one row or none: the one that the header x-organization-id names;
without the header profiles.active_organization_id. None for strangers, removed members and suspended people.';

create function private.active_member()
returns public.organization_members
language plpgsql
stable
security definer -- runs inside the policies of the tables it reads
set search_path = ''
as $$
declare
  v_member public.organization_members;
begin
  select m.* into v_member
  from private.acting_member as a
  join public.organization_members as m on m.organization_id = a.organization_id and m.user_id = a.user_id;
  return v_member;
end;
$$;
comment on function private.active_member() is 'The whole membership of private.acting_member, null for none.';

create function private.active_org()
returns uuid
language plpgsql
stable
security definer -- see active_member
set search_path = ''
as $$
begin
  return (select organization_id from private.acting_member);
end;
$$;
comment on function private.active_org() is
'The organization this request acts in, for functions and defaults; null when there is none. Policies read private.acting_member.';

create function private.member_client_account()
returns uuid
language plpgsql
stable
security definer -- see active_member
set search_path = ''
as $$
begin
  return (select client_account_id from private.acting_member);
end;
$$;
comment on function private.member_client_account() is
'The client account the caller is limited to in the active organization; null for no limit.';

create function private.has_role(p_role public.member_role)
returns boolean
language plpgsql
stable
security definer -- see active_member
set search_path = ''
as $$
begin
  return coalesce((select a.role from private.acting_member as a) >= p_role, false);
end;
$$;
comment on function private.has_role(public.member_role) is
'Whether the caller has this role or a higher one in the active organization.';

create function private.active_org_or_raise()
returns uuid
language plpgsql
stable
security definer -- see active_member
set search_path = ''
as $$
declare
  v_organization_id uuid;
begin
  if auth.uid() is null then
    perform private.raise_error('UNAUTHORIZED', 'sign in first');
  end if;
  v_organization_id := private.active_org();
  if v_organization_id is null then
    perform private.raise_error('FORBIDDEN', 'you are not a member of the active organization',
      p_hint => 'send x-organization-id, or call switch_organization');
  end if;
  return v_organization_id;
end;
$$;
comment on function private.active_org_or_raise() is 'The active organization, or UNAUTHORIZED or FORBIDDEN.';

create function private.require_role(p_role public.member_role)
returns uuid
language plpgsql
stable
security definer -- see active_member
set search_path = ''
as $$
declare
  v_organization_id uuid := private.active_org_or_raise();
begin
  if not private.has_role(p_role) then
    perform private.raise_error('FORBIDDEN', format('this needs the role %s or a higher one', p_role),
      jsonb_build_object('required_role', p_role));
  end if;
  return v_organization_id;
end;
$$;
comment on function private.require_role(public.member_role) is
'The active organization when the caller has this role in it, else UNAUTHORIZED or FORBIDDEN.';

create function private.organization_ids(p_role public.member_role default 'viewer', p_unlimited boolean default false)
returns uuid[]
language sql
stable
security definer -- runs inside the policies of the tables it reads
set search_path = ''
as $$
  select coalesce(array_agg(m.organization_id), '{}')
  from public.organization_members as m
  where m.user_id = (select auth.uid()) and m.is_in_force and m.role >= p_role
    and not (p_unlimited and (m.role = 'client' or m.client_account_id is not null))
$$;
comment on function private.organization_ids(public.member_role, boolean) is
'Organizations in which the caller has at least this role; p_unlimited leaves out those where the caller is a client.';

-- Triggers ------------------------------------------------------------------------------------------------------------

create function private.weigh_membership()
returns trigger
language plpgsql
volatile
security definer -- reads and locks rows that the writer may not see
set search_path = ''
as $$
begin
  -- Locked, so that an organization is not deleted, or a person suspended, between this look and the commit.
  perform from public.organizations as o where o.id = new.organization_id and o.deleted_at is null for share;
  new.is_in_force := found and new.status = 'active';
  perform from public.profiles as p where p.id = new.user_id and p.status = 'active' for share;
  new.is_in_force := found and new.is_in_force;
  return new;
end;
$$;
comment on function private.weigh_membership() is 'Sets is_in_force of a membership that begins or changes its state.';

create function private.weigh_memberships()
returns trigger
language plpgsql
volatile
security definer -- whoever deletes or suspends has no grant on memberships
set search_path = ''
as $$
begin
  -- Its own trigger weighs each row.
  update public.organization_members as m set status = m.status
  where (tg_relid = 'public.organizations'::regclass and m.organization_id = new.id)
    or (tg_relid = 'public.profiles'::regclass and m.user_id = new.id);
  return null;
end;
$$;
comment on function private.weigh_memberships() is
'Sets is_in_force of all memberships of an organization that is deleted or restored, or of a person who is suspended or back.';

create trigger weigh_membership before insert or update of status on public.organization_members
for each row execute function private.weigh_membership();
create trigger weigh_memberships after update of deleted_at on public.organizations
for each row when ((old.deleted_at is null) <> (new.deleted_at is null)) execute function private.weigh_memberships();
create trigger weigh_memberships after update of status on public.profiles
for each row when ((old.status = 'active') <> (new.status = 'active')) execute function private.weigh_memberships();

create trigger touch before update on public.organizations
for each row execute function private.touch();
create trigger touch before update on public.client_accounts
for each row execute function private.touch();
create trigger touch before update on public.organization_members
for each row execute function private.touch();
create trigger touch before update on public.organization_invitations
for each row execute function private.touch();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.organizations enable row level security;
alter table public.client_accounts enable row level security;
alter table public.organization_members enable row level security;
alter table public.organization_invitations enable row level security;

create policy organizations_select_members on public.organizations
for select to authenticated
using (id = any((select private.organization_ids())::uuid[]));
comment on policy organizations_select_members on public.organizations is
'Every organization of the caller, for the switcher.';

create policy organizations_update_admins on public.organizations
for update to authenticated
using (id = (select organization_id from private.acting_member where role >= 'admin'))
with check (id = (select organization_id from private.acting_member));

create policy organization_members_select_colleagues on public.organization_members
for select to authenticated
using (
  (user_id = (select auth.uid()) and organization_id = any((select private.organization_ids())::uuid[]))
  or organization_id = any((select private.organization_ids('viewer', true))::uuid[])
);
comment on policy organization_members_select_colleagues on public.organization_members is
'Staff see their colleagues; a client sees only that they are a member themselves, not who the other clients are.';

create policy organization_invitations_select_admins on public.organization_invitations
for select to authenticated
using (organization_id = any((select private.organization_ids('admin'))::uuid[]));

create policy client_accounts_select_members on public.client_accounts
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and deleted_at is null
  and ((select client_account_id from private.acting_member) is null or id = (select private.member_client_account()))
);

grant select on public.organizations, public.organization_members, public.client_accounts to authenticated;
-- The hash of a pending token stays inside.
grant select (
  id, organization_id, email, role, client_account_id, invited_by, expires_at, accepted_at, accepted_by, revoked_at,
  created_at, updated_at
) on public.organization_invitations to authenticated;
grant update (name, logo_url, website, industry, company_size, billing_email, settings) on public.organizations
to authenticated;
grant select on public.organizations, public.organization_members, public.organization_invitations,
public.client_accounts
to service_role;

grant select on private.acting_member to authenticated;
grant execute on function
  private.chosen_organization(),
  private.active_org(),
  private.has_role(public.member_role),
  private.member_client_account(),
  private.active_org_or_raise(),
  private.require_role(public.member_role),
  private.organization_ids(public.member_role, boolean)
to authenticated, service_role;
