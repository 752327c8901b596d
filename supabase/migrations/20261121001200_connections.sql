-- Purpose: which accounts on which platforms an organization may act for; the tokens themselves are in Vault.
-- Objects: oauth_states, platform_connections, social_accounts, private.hidden_social_accounts, require_social_account,
-- forget_secrets, policies and grants.

create type public.account_status as enum ('active', 'inactive', 'suspended', 'disconnected');
comment on type public.account_status is
'inactive: kept, not used; suspended: by its platform; disconnected: its connection was ended.';

create type public.connection_status as enum ('active', 'expired', 'needs_reauth', 'revoked', 'disconnected');
comment on type public.connection_status is
'expired: the access token has lapsed, a refresh revives it; needs_reauth: the platform refuses to refresh, a person must consent again;
revoked: withdrawn at the platform; disconnected: ended here. The last two hold no secret.';

create type public.sync_mode as enum ('auto', 'manual', 'disabled');
comment on type public.sync_mode is 'auto: whenever next_sync_at has come; manual: when somebody asks; disabled: never.';

create type public.sync_status as enum ('running', 'succeeded', 'partial', 'failed');
comment on type public.sync_status is 'How the last synchronisation went; partial: some of the content could not be read.';

-- Started consents ----------------------------------------------------------------------------------------------------

create table public.oauth_states (
  id uuid constraint oauth_states_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  user_id uuid not null,
  client_account_id uuid,
  platform text,
  search_engine text,
  state_hash text not null constraint oauth_states_state_hash_key unique,
  session_hash text,
  vault_secret_name text constraint oauth_states_vault_secret_name_key unique,
  redirect_uri text not null,
  redirect_to text,
  requested_scopes text[] not null default '{}',
  expires_at timestamptz not null default now() + interval '10 minutes',
  consumed_at timestamptz,
  created_at timestamptz not null default now(),
  constraint oauth_states_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint oauth_states_user_id_fkey foreign key (user_id) references public.profiles (id) on delete cascade,
  constraint oauth_states_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete cascade,
  constraint oauth_states_platform_fkey foreign key (platform)
    references public.platforms (slug) on update cascade on delete cascade,
  constraint oauth_states_search_engine_fkey foreign key (search_engine)
    references public.search_engines (slug) on update cascade on delete cascade,
  constraint oauth_states_are_for_a_platform_or_a_search_engine check (num_nonnulls(platform, search_engine) = 1),
  constraint oauth_states_state_hash_check check (state_hash ~ '^[0-9a-f]{64}$'),
  constraint oauth_states_session_hash_check check (session_hash ~ '^[0-9a-f]{64}$'),
  constraint oauth_states_redirect_uri_check check (private.is_http_url(redirect_uri)),
  constraint oauth_states_redirect_to_check
    check (redirect_to ~ '^/([^/\\[:cntrl:]][^\\[:cntrl:]]*)?$' and char_length(redirect_to) <= 2048),
  constraint oauth_states_requested_scopes_check check (cardinality(requested_scopes) <= 64),
  constraint oauth_states_live_ten_minutes check (expires_at <= created_at + interval '10 minutes'),
  constraint open_oauth_states_hold_a_verifier check ((vault_secret_name is null) = (consumed_at is not null))
);
create index oauth_states_organization_id_client_account_id_idx
on public.oauth_states (organization_id, client_account_id);
create index oauth_states_user_id_idx on public.oauth_states (user_id);
create index oauth_states_platform_idx on public.oauth_states (platform) where platform is not null;
create index oauth_states_search_engine_idx on public.oauth_states (search_engine) where search_engine is not null;
create index oauth_states_expires_at_idx on public.oauth_states (expires_at);
comment on table public.oauth_states is
'Consents that were begun at a platform or search engine and not yet finished. Single use, ten minutes, reached by functions only.';
comment on column public.oauth_states.state_hash is 'SHA-256 of the state parameter, which itself is stored nowhere.';
comment on column public.oauth_states.session_hash is
'SHA-256 of what only the browser that began it holds; null when the person''s own session must finish it.';
comment on column public.oauth_states.vault_secret_name is 'The PKCE verifier in Vault; removed with the first use, or with the row.';
comment on column public.oauth_states.redirect_uri is 'What was sent to the platform; the exchange of the code must name the same.';
comment on column public.oauth_states.redirect_to is 'A path of the frontend to return to; a path, so that no link leads elsewhere.';

-- Runs every hour; the trigger below takes the verifiers along.
insert into private.retention_rules (parent, method, time_column, retain, description)
values ('public.oauth_states', 'delete_rows', 'expires_at', interval '0', 'A consent that was not finished in time is void.');

-- Connections ---------------------------------------------------------------------------------------------------------

create table public.platform_connections (
  id uuid constraint platform_connections_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  client_account_id uuid,
  connected_by uuid,
  platform text not null,
  platform_user_id text not null,
  platform_username text,
  platform_display_name text,
  platform_avatar_url text,
  vault_secret_name text constraint platform_connections_vault_secret_name_key unique,
  secret_version integer not null default 1,
  scopes text[] not null default '{}',
  token_expires_at timestamptz,
  refresh_expires_at timestamptz,
  status public.connection_status not null default 'active',
  is_active boolean not null generated always as (status in ('active', 'expired')) stored,
  is_verified boolean not null default false,
  last_verified_at timestamptz,
  last_used_at timestamptz,
  last_error text,
  last_error_at timestamptz,
  connected_at timestamptz not null default now(),
  disconnected_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint platform_connections_organization_id_id_key unique (organization_id, id),
  constraint platform_connections_organization_id_platform_id_key unique (organization_id, platform, id),
  constraint platform_connections_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint platform_connections_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint platform_connections_connected_by_fkey foreign key (connected_by)
    references public.profiles (id) on delete set null,
  constraint platform_connections_platform_fkey foreign key (platform)
    references public.platforms (slug) on update cascade on delete restrict,
  constraint platform_connections_platform_user_id_check check (char_length(platform_user_id) between 1 and 255),
  constraint platform_connections_platform_username_check check (char_length(platform_username) <= 255),
  constraint platform_connections_platform_display_name_check check (char_length(platform_display_name) <= 255),
  constraint platform_connections_platform_avatar_url_check check (private.is_http_url(platform_avatar_url)),
  constraint platform_connections_secret_version_check check (secret_version >= 1),
  constraint platform_connections_scopes_check check (cardinality(scopes) <= 64),
  constraint platform_connections_last_error_check check (char_length(last_error) <= 1000),
  constraint platform_connections_hold_a_secret_until_they_end
    check ((vault_secret_name is null) = (status in ('revoked', 'disconnected'))),
  constraint disconnected_platform_connections_have_disconnected_at
    check ((disconnected_at is not null) = (status = 'disconnected'))
);
create unique index platform_connections_platform_user_id_key
on public.platform_connections (organization_id, platform, platform_user_id) where disconnected_at is null;
create index platform_connections_organization_id_created_at_idx
on public.platform_connections (organization_id, created_at desc, id desc);
create index platform_connections_organization_id_client_account_id_idx
on public.platform_connections (organization_id, client_account_id) where client_account_id is not null;
create index platform_connections_connected_by_idx on public.platform_connections (connected_by)
where connected_by is not null;
create index platform_connections_platform_idx on public.platform_connections (platform);
create index platform_connections_token_expires_at_idx on public.platform_connections (token_expires_at)
where status = 'active';
comment on table public.platform_connections is
'What a person consented to at a platform: one per account there. Ended ones stay, so that what was published keeps its origin.';
comment on column public.platform_connections.connected_by is 'Who consented; null once that person is deleted.';
comment on column public.platform_connections.platform_user_id is 'The platform''s own id of the account that consented.';
comment on column public.platform_connections.vault_secret_name is
'The tokens in Vault, read through read_connection_secret only. Removed with the consent or the row.';
comment on column public.platform_connections.secret_version is
'Rises with every stored secret: who refreshes names the version it read, so that an older token never replaces a newer one.';
comment on column public.platform_connections.scopes is 'What the platform granted, which may be less than was asked for.';
comment on column public.platform_connections.token_expires_at is 'When the access token lapses; null for one that does not.';
comment on column public.platform_connections.refresh_expires_at is 'When the refresh token lapses; null when unknown or never.';
comment on column public.platform_connections.is_active is 'Whether a token can be had without asking a person.';
comment on column public.platform_connections.is_verified is 'Whether the platform accepted the token when it was last tried.';
comment on column public.platform_connections.last_used_at is 'When a token was last read, to the minute.';

create function private.forget_secrets()
returns trigger
language plpgsql
volatile
security definer -- whoever deletes the row, in a cascade too, has no right on Vault
set search_path = ''
as $$
begin
  delete from vault.secrets as s
  using old_rows as o
  where s.name = o.vault_secret_name;
  return null;
end;
$$;
comment on function private.forget_secrets() is 'The secrets of deleted rows, named by vault_secret_name, leave Vault with them.';

-- Accounts ------------------------------------------------------------------------------------------------------------

create table public.social_accounts (
  id uuid constraint social_accounts_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  client_account_id uuid,
  connection_id uuid not null,
  platform text not null,
  platform_account_id text not null,
  status public.account_status not null default 'active',
  account_name text not null,
  account_handle text,
  account_url text,
  description text,
  avatar_url text,
  follower_count bigint,
  following_count bigint,
  post_count bigint,
  view_count bigint,
  visibility public.visibility not null default 'public',
  is_primary boolean not null default false,
  sync_mode public.sync_mode not null default 'auto',
  last_synced_at timestamptz,
  last_sync_status public.sync_status,
  last_sync_error text,
  next_sync_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  deleted_at timestamptz,
  constraint social_accounts_organization_id_id_key unique (organization_id, id),
  constraint social_accounts_organization_id_platform_id_key unique (organization_id, platform, id),
  constraint social_accounts_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint social_accounts_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint social_accounts_connection_id_fkey foreign key (organization_id, platform, connection_id)
    references public.platform_connections (organization_id, platform, id) on update cascade on delete cascade,
  constraint social_accounts_platform_account_id_check check (char_length(platform_account_id) between 1 and 255),
  constraint social_accounts_account_name_check check (char_length(account_name) between 1 and 255),
  constraint social_accounts_account_handle_check check (char_length(account_handle) <= 255),
  constraint social_accounts_account_url_check check (private.is_http_url(account_url)),
  constraint social_accounts_description_check check (char_length(description) <= 10000),
  constraint social_accounts_avatar_url_check check (private.is_http_url(avatar_url)),
  constraint social_accounts_follower_count_check check (follower_count >= 0),
  constraint social_accounts_following_count_check check (following_count >= 0),
  constraint social_accounts_post_count_check check (post_count >= 0),
  constraint social_accounts_view_count_check check (view_count >= 0),
  constraint social_accounts_last_sync_error_check check (char_length(last_sync_error) <= 1000),
  constraint only_active_social_accounts_in_auto_mode_have_next_sync_at
    check (next_sync_at is null or (sync_mode = 'auto' and status = 'active' and deleted_at is null))
);
create unique index social_accounts_platform_account_id_key
on public.social_accounts (organization_id, platform, platform_account_id) where deleted_at is null;
create unique index social_accounts_is_primary_key
on public.social_accounts (organization_id, platform, client_account_id) nulls not distinct
where is_primary and deleted_at is null;
create index social_accounts_organization_id_created_at_idx
on public.social_accounts (organization_id, created_at desc, id desc);
create index social_accounts_connection_id_idx on public.social_accounts (organization_id, platform, connection_id);
create index social_accounts_organization_id_client_account_id_idx
on public.social_accounts (organization_id, client_account_id) where client_account_id is not null;
create index social_accounts_next_sync_at_idx on public.social_accounts (next_sync_at) where next_sync_at is not null;
create index social_accounts_deleted_at_idx on public.social_accounts (deleted_at) where deleted_at is not null;
comment on index public.social_accounts_deleted_at_idx is 'For the purge.';
comment on table public.social_accounts is
'A channel, page or profile that a connection gives access to; one connection may give several. Its platform and organization are the
connection''s.';
comment on column public.social_accounts.client_account_id is
'The client it belongs to, which may differ from account to account of one connection; limits which client members see it.';
comment on column public.social_accounts.platform_account_id is 'The platform''s own id of the channel, page or profile.';
comment on column public.social_accounts.account_handle is 'As people write it, without the at sign.';
comment on column public.social_accounts.follower_count is 'Followers or subscribers at the last sync; null when the platform hides it.';
comment on column public.social_accounts.post_count is 'Videos or posts at the last sync.';
comment on column public.social_accounts.view_count is 'Views of everything it published, at the last sync.';
comment on column public.social_accounts.is_primary is 'The one to choose first among the accounts of a platform and client.';
comment on column public.social_accounts.next_sync_at is 'When it is due; null: not by itself.';

-- Triggers ------------------------------------------------------------------------------------------------------------

create trigger touch before update on public.platform_connections
for each row execute function private.touch();
create trigger touch before update on public.social_accounts
for each row execute function private.touch();
create trigger forget_secrets after delete on public.oauth_states
referencing old table as old_rows for each statement execute function private.forget_secrets();
create trigger forget_secrets after delete on public.platform_connections
referencing old table as old_rows for each statement execute function private.forget_secrets();

select private.attach_audit(
  'public.platform_connections', 'id',
  '{secret_version,token_expires_at,refresh_expires_at,is_verified,last_verified_at,last_used_at,is_active}',
  p_shown => '{scopes}'
);
select private.attach_audit(
  'public.social_accounts', 'id',
  '{follower_count,following_count,post_count,view_count,last_synced_at,last_sync_status,last_sync_error,next_sync_at,description}'
);

create function private.hidden_social_accounts()
returns uuid[]
language sql
stable
security definer -- the policy of the table hides from the caller what is asked for
set search_path = ''
as $$
  select coalesce(array_agg(t.id), '{}')
  from public.social_accounts as t
  where t.organization_id = private.active_org() and t.deleted_at is not null
$$;
comment on function private.hidden_social_accounts() is
'Removed accounts of the active organization, for the policies of their figures.';

create function private.require_social_account(p_organization_id uuid, p_social_account_id uuid)
returns void
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  if p_social_account_id is not null and not exists (
    select from public.social_accounts as a where a.organization_id = p_organization_id and a.id = p_social_account_id
  ) then
    perform private.raise_error('NOT_FOUND', 'there is no such social account in the active organization');
  end if;
end;
$$;
comment on function private.require_social_account(uuid, uuid) is
'NOT_FOUND for an account that the caller does not see; null, which is all accounts, passes.';

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.oauth_states enable row level security;
alter table public.platform_connections enable row level security;
alter table public.social_accounts enable row level security;

create policy platform_connections_select_members on public.platform_connections
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy social_accounts_select_members on public.social_accounts
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and deleted_at is null
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

grant select (
  id, organization_id, client_account_id, connected_by, platform, platform_user_id, platform_username,
  platform_display_name, platform_avatar_url, scopes, token_expires_at, refresh_expires_at, status, is_active,
  is_verified, last_verified_at, last_used_at, last_error, last_error_at, connected_at, disconnected_at, created_at,
  updated_at
) on public.platform_connections to authenticated;
grant select on public.social_accounts to authenticated;
grant select on public.platform_connections, public.social_accounts to service_role;
grant execute on function private.hidden_social_accounts(), private.require_social_account(uuid, uuid) to authenticated;
