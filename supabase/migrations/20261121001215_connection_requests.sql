-- Purpose: what members do with connections and accounts, and what workers learn of accounts.
-- Objects: disconnect_platform, update_social_account, remove_social_account, the trigger follow_connections; for
--          workers store_social_accounts, report_account_sync, claim_due_syncs.

create function private.find_social_account(p_organization_id uuid, p_social_account_id uuid)
returns public.social_accounts
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_account public.social_accounts;
begin
  perform private.require(p_social_account_id is not null, 'p_social_account_id', 'p_social_account_id is missing');
  select a.* into v_account
  from public.social_accounts as a
  where a.organization_id = p_organization_id and a.id = p_social_account_id and a.deleted_at is null
  for no key update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such account in the active organization');
  end if;
  return v_account;
end;
$$;
comment on function private.find_social_account(uuid, uuid) is 'The account, locked; NOT_FOUND otherwise.';

create function private.disconnect_platform(p_connection_id uuid)
returns void
language plpgsql
volatile
security definer -- clients have no grant on status, nor on Vault; the role is checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('manager');
  v_connection public.platform_connections;
begin
  perform private.require(p_connection_id is not null, 'p_connection_id', 'p_connection_id is missing');
  select c.* into v_connection
  from public.platform_connections as c
  where c.organization_id = v_organization_id and c.id = p_connection_id
  for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such connection in the active organization');
  end if;
  update public.platform_connections as c
  set status = 'disconnected', disconnected_at = coalesce(c.disconnected_at, now()), vault_secret_name = null,
    is_verified = false
  where c.id = v_connection.id and c.status <> 'disconnected';
  delete from vault.secrets as s where s.name = v_connection.vault_secret_name;
end;
$$;
comment on function private.disconnect_platform(uuid) is 'The work of public.disconnect_platform.';

create function public.disconnect_platform(p_connection_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.disconnect_platform(p_connection_id)
$$;
comment on function public.disconnect_platform(uuid) is
'Ends a connection and removes its tokens; what was published through it stays listed. Said twice it is done once. Managers.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

create function private.update_social_account(
  p_social_account_id uuid, p_sync_mode text, p_is_primary boolean, p_client_account_id uuid,
  p_clear_client_account boolean, p_is_active boolean
)
returns public.social_accounts
language plpgsql
volatile
security definer -- clients have no grant on the table; the role is checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('manager');
  v_account public.social_accounts;
  v_client_account_id uuid;
  v_mode public.sync_mode;
  v_status public.account_status;
begin
  -- Two who choose another first choice at once would wait for each other.
  perform private.lock_organization(v_organization_id);
  v_account := private.find_social_account(v_organization_id, p_social_account_id);
  perform private.require(
    p_sync_mode is null or p_sync_mode in ('auto', 'manual', 'disabled'), 'p_sync_mode',
    'p_sync_mode must be auto, manual or disabled'
  );
  perform private.require(
    p_client_account_id is null
    or exists (
      select from public.client_accounts as c
      where c.organization_id = v_organization_id and c.id = p_client_account_id and c.deleted_at is null
    ),
    'p_client_account_id', 'there is no such client account'
  );
  v_client_account_id := case
    when coalesce(p_clear_client_account, false) then null
    else coalesce(p_client_account_id, v_account.client_account_id)
  end;
  v_mode := coalesce(p_sync_mode::public.sync_mode, v_account.sync_mode);
  if p_is_active is not null and v_account.status not in ('active', 'inactive') then
    perform private.raise_error('CONFLICT', format('the account is %s: connect it again', v_account.status),
      jsonb_build_object('field', 'p_is_active'));
  end if;
  v_status := case p_is_active when true then 'active' when false then 'inactive' else v_account.status end;
  if coalesce(p_is_primary, v_account.is_primary) then
    -- The one before steps back, so that there is never a second.
    update public.social_accounts as a
    set is_primary = false
    where a.organization_id = v_organization_id and a.platform = v_account.platform and a.is_primary
      and a.id <> v_account.id and a.client_account_id is not distinct from v_client_account_id;
  end if;
  update public.social_accounts as a
  set sync_mode = v_mode, is_primary = coalesce(p_is_primary, a.is_primary), client_account_id = v_client_account_id,
    status = v_status,
    next_sync_at = case when v_mode = 'auto' and v_status = 'active' then coalesce(a.next_sync_at, now()) end
  where a.id = v_account.id
  returning a.* into strict v_account;
  return v_account;
end;
$$;
comment on function private.update_social_account(uuid, text, boolean, uuid, boolean, boolean) is
'The work of public.update_social_account.';

create function public.update_social_account(
  p_social_account_id uuid default null, p_sync_mode text default null, p_is_primary boolean default null,
  p_client_account_id uuid default null, p_clear_client_account boolean default false,
  p_is_active boolean default null
)
returns public.social_accounts
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.update_social_account(
    p_social_account_id, p_sync_mode, p_is_primary, p_client_account_id, p_clear_client_account, p_is_active
  )
$$;
comment on function public.update_social_account(uuid, text, boolean, uuid, boolean, boolean) is
'Changes how an account is synchronised (auto, manual, disabled), whether it is the first choice of its platform, which client it belongs
to, and whether it is used at all: an active one takes one of the plan''s social accounts. What is null stays. Managers.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR (details.field), QUOTA_EXCEEDED,
CONFLICT (its connection has ended).';

create function private.remove_social_account(p_social_account_id uuid)
returns void
language plpgsql
volatile
security definer -- clients have no grant on the table; the role is checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('manager');
  v_account public.social_accounts := private.find_social_account(v_organization_id, p_social_account_id);
begin
  update public.social_accounts as a
  set deleted_at = now(), is_primary = false, next_sync_at = null
  where a.id = v_account.id;
end;
$$;
comment on function private.remove_social_account(uuid) is 'The work of public.remove_social_account.';

create function public.remove_social_account(p_social_account_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.remove_social_account(p_social_account_id)
$$;
comment on function public.remove_social_account(uuid) is
'Takes an account and its content out of the organization''s lists; its connection stays. A consent within 30 days brings both back. Managers.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

-- Workers -------------------------------------------------------------------------------------------------------------

create function private.social_account_places(p_organization_id uuid)
returns bigint
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_terms record := private.quota_terms(p_organization_id, 'social_accounts');
begin
  -- The caller holds the lock on the organization, so that nobody takes a place between this question and the insert.
  return v_terms.limit_value - coalesce((
    select c.used + c.reserved
    from public.usage_counters as c
    where c.organization_id = p_organization_id and c.metric = 'social_accounts' and c.period_start = v_terms.period_start
  ), 0);
end;
$$;
comment on function private.social_account_places(uuid) is
'How many more accounts the plan includes, negative after a change to a smaller plan; null for any number.';

create function public.store_social_accounts(p_connection_id uuid, p_accounts jsonb)
returns setof uuid
language plpgsql
volatile
security definer -- workers hold no grant on the table
set search_path = ''
as $$
declare
  v_connection public.platform_connections;
  v_places bigint;
  v_given text[];
begin
  perform private.require(
    jsonb_typeof(p_accounts) = 'array' and jsonb_array_length(p_accounts) between 1 and 500, 'p_accounts',
    'p_accounts must be an array of 1 to 500 accounts'
  );
  perform private.require(
    not exists (
      select from jsonb_array_elements(p_accounts) as a (account)
      where char_length(a.account ->> 'platform_account_id') between 1 and 255 is not true
        or char_length(a.account ->> 'account_name') between 1 and 255 is not true
    ),
    'p_accounts', 'each account needs platform_account_id and account_name of 1 to 255 characters'
  );
  select c.* into v_connection
  from public.platform_connections as c
  where c.id = p_connection_id and c.vault_secret_name is not null;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such connection, or it has ended');
  end if;
  perform private.lock_organization(v_connection.organization_id);
  v_places := private.social_account_places(v_connection.organization_id);
  v_given := array(select a.account ->> 'platform_account_id' from jsonb_array_elements(p_accounts) as a (account));

  -- Removed before the consent was given (again): back, with its content. Removed since: stays away.
  update public.social_accounts as a
  set deleted_at = null, status = 'disconnected'
  where a.id in (
    select distinct on (r.platform_account_id) r.id
    from public.social_accounts as r
    where r.organization_id = v_connection.organization_id and r.platform = v_connection.platform
      and r.platform_account_id = any(v_given)
    -- A live one comes first, and then none comes back.
    order by r.platform_account_id, r.deleted_at desc nulls first
  ) and a.deleted_at < v_connection.connected_at;

  return query
  with given as (
    select distinct on (n.platform_account_id) n.*, e.position
    from jsonb_array_elements(p_accounts) with ordinality as e (account, position)
    cross join lateral jsonb_to_record(e.account) as n (
      platform_account_id text, account_name text, account_handle text, account_url text, description text,
      avatar_url text, follower_count bigint, following_count bigint, post_count bigint, view_count bigint,
      visibility public.visibility
    )
    order by n.platform_account_id, e.position
  ),
  placed as (
    select g.*, coalesce(
      case when a.status <> 'disconnected' then a.status end,
      case
        when v_places is null then 'active'
        when row_number() over (
          partition by coalesce(a.status, 'disconnected') = 'disconnected' order by g.position
        ) <= v_places then 'active'
        else 'inactive'
      end::public.account_status
    ) as new_status,
    coalesce(g.visibility, a.visibility, 'public') as new_visibility
    from given as g
    left join public.social_accounts as a
      on a.organization_id = v_connection.organization_id and a.platform = v_connection.platform
      and a.platform_account_id = g.platform_account_id and a.deleted_at is null
    where a.id is not null or not exists (
      select from public.social_accounts as r
      where r.organization_id = v_connection.organization_id and r.platform = v_connection.platform
        and r.platform_account_id = g.platform_account_id
    )
  )
  insert into public.social_accounts as a (
    organization_id, client_account_id, connection_id, platform, platform_account_id, status, account_name,
    account_handle, account_url, description, avatar_url, follower_count, following_count, post_count, view_count,
    visibility, next_sync_at
  )
  select
    v_connection.organization_id, v_connection.client_account_id, v_connection.id, v_connection.platform,
    n.platform_account_id, n.new_status, n.account_name, left(ltrim(n.account_handle, '@'), 255),
    case when private.is_http_url(n.account_url) then n.account_url end, left(n.description, 10000),
    case when private.is_http_url(n.avatar_url) then n.avatar_url end,
    n.follower_count, n.following_count, n.post_count, n.view_count, n.new_visibility,
    case when n.new_status = 'active' then now() end
  from placed as n
  order by n.position
  on conflict (organization_id, platform, platform_account_id) where deleted_at is null do update
  set
    connection_id = excluded.connection_id, account_name = excluded.account_name,
    account_handle = coalesce(excluded.account_handle, a.account_handle),
    account_url = coalesce(excluded.account_url, a.account_url),
    description = coalesce(excluded.description, a.description),
    avatar_url = coalesce(excluded.avatar_url, a.avatar_url),
    follower_count = coalesce(excluded.follower_count, a.follower_count),
    following_count = coalesce(excluded.following_count, a.following_count),
    post_count = coalesce(excluded.post_count, a.post_count),
    view_count = coalesce(excluded.view_count, a.view_count),
    visibility = excluded.visibility,
    status = excluded.status,
    next_sync_at = case
      when a.sync_mode = 'auto' and excluded.status = 'active' then coalesce(a.next_sync_at, now())
    end
  returning a.id;
end;
$$;
comment on function public.store_social_accounts(uuid, jsonb) is
'For workers: the channels, pages or profiles a connection gives access to, [{platform_account_id, account_name, …}], those to use first;
known ones are brought up to date. Beyond what the plan includes they are stored inactive. Returns their ids.
Errors: NOT_FOUND, VALIDATION_ERROR.';

create function public.report_account_sync(
  p_social_account_id uuid, p_status text, p_error text default null, p_next_in_seconds integer default null
)
returns void
language plpgsql
volatile
security definer -- workers hold no grant on the table
set search_path = ''
as $$
begin
  perform private.require(
    p_status in ('running', 'succeeded', 'partial', 'failed'), 'p_status',
    'p_status must be running, succeeded, partial or failed'
  );
  perform private.require(
    coalesce(p_next_in_seconds, 60) between 60 and 2592000, 'p_next_in_seconds', 'p_next_in_seconds must be 60 to 2592000'
  );
  update public.social_accounts as a
  set last_sync_status = p_status::public.sync_status,
    last_sync_error = case when p_status in ('partial', 'failed') then left(p_error, 1000) end,
    last_synced_at = case when p_status in ('succeeded', 'partial') then now() else a.last_synced_at end,
    next_sync_at = case
      when a.sync_mode = 'auto' and a.status = 'active' and a.deleted_at is null
        then now() + coalesce(make_interval(secs => p_next_in_seconds), private.sync_interval(a.connection_id))
    end
  where a.id = p_social_account_id;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such account');
  end if;
end;
$$;
comment on function public.report_account_sync(uuid, text, text, integer) is
'For workers: how a synchronisation stands, and when the next one is due if the account is synchronised by itself: without
p_next_in_seconds by the settings of the person who connected it. Errors: NOT_FOUND, VALIDATION_ERROR.';

create function public.claim_due_syncs(p_limit integer default 100, p_hold_seconds integer default 900)
returns setof public.social_accounts
language plpgsql
volatile
security definer -- workers hold no grant on the table
set search_path = ''
as $$
begin
  perform private.require(p_limit between 1 and 1000, 'p_limit', 'p_limit must be 1 to 1000');
  perform private.require(p_hold_seconds between 60 and 86400, 'p_hold_seconds', 'p_hold_seconds must be 60 to 86400');
  return query
  with due as (
    select a.id
    from public.social_accounts as a
    join public.organizations as o on o.id = a.organization_id and o.deleted_at is null
    where a.next_sync_at <= now()
    order by a.next_sync_at
    limit p_limit
    for no key update of a skip locked
  )
  update public.social_accounts as a
  -- Whoever took it has this long to report; then it is due again.
  set next_sync_at = now() + make_interval(secs => p_hold_seconds), last_sync_status = 'running'
  from due as d
  where a.id = d.id
  returning a.*;
end;
$$;
comment on function public.claim_due_syncs(integer, integer) is
'For the scheduler: accounts whose synchronisation is due, each given to one caller. Errors: VALIDATION_ERROR.';

-- What happens to a connection happens to its accounts ----------------------------------------------------------------

create function private.follow_connections()
returns trigger
language plpgsql
volatile
security definer -- whoever changes a connection has no grant on its accounts
set search_path = ''
as $$
begin
  update public.social_accounts as a
  set
    status = case when n.status in ('revoked', 'disconnected') then 'disconnected' else a.status end,
    next_sync_at = case
      when n.is_active and a.sync_mode = 'auto' and a.status = 'active' then coalesce(a.next_sync_at, now())
    end
  from new_rows as n
  join old_rows as o on o.id = n.id and o.status <> n.status
  where a.organization_id = n.organization_id and a.platform = n.platform and a.connection_id = n.id
    and a.deleted_at is null;
  return null;
end;
$$;
comment on function private.follow_connections() is
'Accounts end with their connection, and are not synchronised while a person must consent again.';

create trigger follow_accounts after update on public.platform_connections
referencing old table as old_rows new table as new_rows
for each statement execute function private.follow_connections();

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  private.disconnect_platform(uuid),
  public.disconnect_platform(uuid),
  private.update_social_account(uuid, text, boolean, uuid, boolean, boolean),
  public.update_social_account(uuid, text, boolean, uuid, boolean, boolean),
  private.remove_social_account(uuid),
  public.remove_social_account(uuid)
to authenticated;
grant execute on function
  public.store_social_accounts(uuid, jsonb),
  public.report_account_sync(uuid, text, text, integer),
  public.claim_due_syncs(integer, integer)
to service_role, catalyst_worker;
