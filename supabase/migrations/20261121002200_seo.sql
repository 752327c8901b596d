-- Purpose: search engines: who may submit for which site, what was submitted and became of it, and how content ranks.
-- Objects: seo_connections, seo_submissions, seo_usage, seo_metrics, their policies and grants.

create type public.seo_submission_type as enum ('url_updated', 'url_deleted', 'sitemap');
comment on type public.seo_submission_type is 'What a search engine is told: an address is new or changed, gone, or a list of addresses.';

create type public.seo_submission_method as enum ('api', 'indexnow');
comment on type public.seo_submission_method is 'Through the engine''s own interface, or through the one several engines share.';

create type public.seo_submission_status as enum (
  'pending', 'submitted', 'indexed', 'failed', 'rejected', 'gave_up', 'superseded'
);
comment on type public.seo_submission_status is
'failed: will be tried again at next_retry_at; rejected: the engine refuses this address; gave_up: failed as often as it may;
superseded: never sent, because something else was to be said about the address before.';

-- Connections ---------------------------------------------------------------------------------------------------------

create table public.seo_connections (
  id uuid constraint seo_connections_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  client_account_id uuid,
  connected_by uuid,
  search_engine text not null,
  site_url text not null,
  key_location text,
  vault_secret_name text not null constraint seo_connections_vault_secret_name_key unique,
  secret_version integer not null default 1,
  token_expires_at timestamptz,
  is_active boolean not null default true,
  is_verified boolean not null default false,
  last_verified_at timestamptz,
  last_used_at timestamptz,
  last_error text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint seo_connections_organization_id_id_key unique (organization_id, id),
  constraint seo_connections_organization_id_search_engine_id_key unique (organization_id, search_engine, id),
  constraint seo_connections_organization_id_search_engine_site_url_key
    unique (organization_id, search_engine, site_url),
  constraint seo_connections_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint seo_connections_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint seo_connections_connected_by_fkey foreign key (connected_by)
    references public.profiles (id) on delete set null,
  constraint seo_connections_search_engine_fkey foreign key (search_engine)
    references public.search_engines (slug) on update cascade on delete restrict,
  constraint seo_connections_site_url_check
    check (char_length(site_url) <= 2048 and site_url ~ '^(https?://[^[:space:]/?#@]+(/[^[:space:]?#]*)?|sc-domain:[^[:space:]/]+)$'),
  constraint seo_connections_key_location_check check (private.is_http_url(key_location)),
  constraint seo_connections_secret_version_check check (secret_version >= 1),
  constraint seo_connections_last_error_check check (char_length(last_error) <= 1000)
);
create index seo_connections_organization_id_created_at_idx
on public.seo_connections (organization_id, created_at desc, id desc);
create index seo_connections_client_account_id_idx on public.seo_connections (organization_id, client_account_id)
where client_account_id is not null;
create index seo_connections_connected_by_idx on public.seo_connections (connected_by) where connected_by is not null;
create index seo_connections_search_engine_idx on public.seo_connections (search_engine);
comment on table public.seo_connections is 'The right to submit addresses of a site to a search engine; credentials are in Vault.';
comment on column public.seo_connections.site_url is
'The site''s address as the engine knows it: https://www.example.com/, or sc-domain:example.com for a Google domain property.';
comment on column public.seo_connections.key_location is 'IndexNow: where the site shows its key, when not at /<key>.txt.';
comment on column public.seo_connections.vault_secret_name is 'Credentials in Vault, read through read_seo_secret only; removed with the row.';
comment on column public.seo_connections.is_active is 'Submissions go through it.';
comment on column public.seo_connections.is_verified is 'Whether the engine accepted the credentials for this site when last tried.';

-- Submissions ---------------------------------------------------------------------------------------------------------

create table public.seo_submissions (
  id uuid constraint seo_submissions_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  client_account_id uuid,
  content_item_id uuid,
  connection_id uuid,
  search_engine text not null,
  submitted_by uuid,
  submitted_url text not null,
  submission_type public.seo_submission_type not null default 'url_updated',
  submission_method public.seo_submission_method not null default 'api',
  request_payload jsonb not null default '{}',
  response_status integer,
  response_body jsonb,
  status public.seo_submission_status not null default 'pending',
  status_checked_at timestamptz,
  next_check_at timestamptz,
  index_status_url text,
  coverage_state text,
  error_message text,
  retry_count integer not null default 0,
  max_retries integer not null default 5,
  next_retry_at timestamptz,
  claimed_at timestamptz,
  follows_id uuid,
  quota_period_start date,
  submitted_at timestamptz,
  indexed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint seo_submissions_organization_id_id_key unique (organization_id, id),
  constraint seo_submissions_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint seo_submissions_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint seo_submissions_content_item_id_fkey foreign key (organization_id, content_item_id)
    references public.content_items (organization_id, id) on delete set null (content_item_id),
  constraint seo_submissions_connection_id_fkey foreign key (organization_id, search_engine, connection_id)
    references public.seo_connections (organization_id, search_engine, id)
    on update cascade on delete set null (connection_id),
  constraint seo_submissions_search_engine_fkey foreign key (search_engine)
    references public.search_engines (slug) on update cascade on delete restrict,
  constraint seo_submissions_submitted_by_fkey foreign key (submitted_by)
    references public.profiles (id) on delete set null,
  constraint seo_submissions_follows_id_fkey foreign key (organization_id, follows_id)
    references public.seo_submissions (organization_id, id) on delete set null (follows_id),
  constraint seo_submissions_submitted_url_check check (private.is_http_url(submitted_url)),
  constraint seo_submissions_request_payload_is_a_small_object
    check (jsonb_typeof(request_payload) = 'object' and octet_length(request_payload::text) <= 65536),
  constraint seo_submissions_response_status_check check (response_status between 100 and 599),
  constraint seo_submissions_response_body_is_small check (octet_length(response_body::text) <= 65536),
  constraint seo_submissions_index_status_url_check check (private.is_http_url(index_status_url)),
  constraint seo_submissions_coverage_state_check check (char_length(coverage_state) <= 200),
  constraint seo_submissions_error_message_check check (char_length(error_message) <= 2000),
  constraint seo_submissions_retry_count_check check (retry_count between 0 and max_retries),
  constraint seo_submissions_max_retries_check check (max_retries between 0 and 20),
  constraint open_seo_submissions_have_next_retry_at
    check ((next_retry_at is not null) = (status in ('pending', 'failed'))),
  constraint only_open_seo_submissions_are_claimed check (claimed_at is null or status in ('pending', 'failed')),
  constraint only_untried_seo_submissions_follow check (follows_id is null or (status = 'pending' and claimed_at is null)),
  constraint only_submitted_seo_submissions_have_next_check_at check (next_check_at is null or status = 'submitted'),
  constraint submitted_seo_submissions_have_submitted_at
    check (status not in ('submitted', 'indexed') or submitted_at is not null),
  constraint indexed_seo_submissions_have_indexed_at check ((indexed_at is not null) = (status = 'indexed'))
);
create unique index seo_submissions_connection_id_submitted_url_key
on public.seo_submissions (
  organization_id, search_engine, connection_id, submitted_url, (submission_type = 'sitemap'), (follows_id is not null)
)
where status in ('pending', 'failed');
create unique index seo_submissions_follows_id_key on public.seo_submissions (organization_id, follows_id)
where follows_id is not null;
create index seo_submissions_organization_id_created_at_idx
on public.seo_submissions (organization_id, created_at desc, id desc);
create index seo_submissions_connection_id_idx
on public.seo_submissions (organization_id, search_engine, connection_id, created_at desc);
create index seo_submissions_search_engine_idx on public.seo_submissions (search_engine);
create index seo_submissions_content_item_id_idx
on public.seo_submissions (organization_id, content_item_id) where content_item_id is not null;
create index seo_submissions_client_account_id_idx
on public.seo_submissions (organization_id, client_account_id) where client_account_id is not null;
create index seo_submissions_submitted_by_idx on public.seo_submissions (submitted_by) where submitted_by is not null;
create index seo_submissions_next_retry_at_idx on public.seo_submissions (next_retry_at)
where next_retry_at is not null;
create index seo_submissions_next_check_at_idx on public.seo_submissions (next_check_at)
where next_check_at is not null;
comment on table public.seo_submissions is
'An address told to a search engine, until it is indexed or refused. Per connection and address one is open, and one waits behind it.';
comment on column public.seo_submissions.connection_id is 'Null once that connection was removed; the engine stays known.';
comment on column public.seo_submissions.request_payload is
'What was sent, without credentials; for operators, as is response_body.';
comment on column public.seo_submissions.response_status is 'HTTP status of the engine''s answer.';
comment on column public.seo_submissions.next_retry_at is 'When it is sent: at once, or again after a failure.';
comment on column public.seo_submissions.claimed_at is 'Since when a worker sends it; null while it waits.';
comment on column public.seo_submissions.follows_id is
'What a worker is sending about the same address: this is newer, and goes when that has ended.';
comment on column public.seo_submissions.next_check_at is 'When the engine is asked if it is indexed; null: not any more.';
comment on column public.seo_submissions.quota_period_start is
'The period in which one of seo_submissions is reserved for it; null once that is settled.';
comment on column public.seo_submissions.coverage_state is 'In the engine''s own words, e.g. Submitted and indexed.';
comment on column public.seo_submissions.index_status_url is 'Where the engine shows the state of the address.';

-- Usage and metrics ---------------------------------------------------------------------------------------------------

create table public.seo_usage (
  id bigint generated always as identity constraint seo_usage_pkey primary key,
  organization_id uuid not null,
  user_id uuid,
  search_engine text not null,
  content_item_id uuid,
  operation_type text not null,
  urls_count integer not null default 1,
  billing_cycle_start timestamptz,
  billing_cycle_end timestamptz,
  created_at timestamptz not null default now(),
  constraint seo_usage_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint seo_usage_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint seo_usage_search_engine_fkey foreign key (search_engine)
    references public.search_engines (slug) on update cascade on delete restrict,
  constraint seo_usage_content_item_id_fkey foreign key (organization_id, content_item_id)
    references public.content_items (organization_id, id) on delete set null (content_item_id),
  constraint seo_usage_operation_type_check check (operation_type in ('submit', 'delete', 'inspect', 'verify', 'sitemap')),
  constraint seo_usage_urls_count_check check (urls_count >= 0),
  constraint seo_usage_billing_cycles_end_after_they_start check (billing_cycle_end > billing_cycle_start)
);
create index seo_usage_organization_id_created_at_idx on public.seo_usage (organization_id, created_at desc, id desc);
create index seo_usage_user_id_idx on public.seo_usage (user_id) where user_id is not null;
create index seo_usage_search_engine_idx on public.seo_usage (search_engine);
create index seo_usage_content_item_id_idx
on public.seo_usage (organization_id, content_item_id) where content_item_id is not null;
comment on table public.seo_usage is 'Every call to a search engine, for billing.';
comment on column public.seo_usage.billing_cycle_start is 'The subscription''s period at that time; null for plans that are not paid for.';

create table public.seo_metrics (
  id bigint generated always as identity constraint seo_metrics_pkey primary key,
  organization_id uuid not null,
  client_account_id uuid,
  generated_content_id uuid not null,
  target_keywords text[] not null default '{}',
  keyword_rankings jsonb not null default '[]',
  organic_traffic bigint,
  backlinks_count bigint,
  domain_authority_impact numeric(5, 2),
  collected_on date not null,
  collected_at timestamptz not null default now(),
  constraint seo_metrics_organization_id_generated_content_id_key
    unique (organization_id, generated_content_id, collected_on),
  constraint seo_metrics_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint seo_metrics_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint seo_metrics_generated_content_id_fkey foreign key (organization_id, generated_content_id)
    references public.generated_content (organization_id, id) on delete cascade,
  constraint seo_metrics_target_keywords_check check (cardinality(target_keywords) <= 100),
  constraint seo_metrics_keyword_rankings_is_an_array check (jsonb_typeof(keyword_rankings) = 'array'),
  constraint seo_metrics_organic_traffic_check check (organic_traffic >= 0),
  constraint seo_metrics_backlinks_count_check check (backlinks_count >= 0),
  constraint seo_metrics_domain_authority_impact_check check (domain_authority_impact between -100 and 100)
);
create index seo_metrics_organization_id_collected_on_idx
on public.seo_metrics (organization_id, collected_on desc, id desc);
create index seo_metrics_client_account_id_idx on public.seo_metrics (organization_id, client_account_id)
where client_account_id is not null;
comment on table public.seo_metrics is 'How content ranks, once a day: one row per piece and day, the last reading of the day.';
comment on column public.seo_metrics.keyword_rankings is
'Array of {"keyword": text, "position": from 1, "search_volume": per month}, best first.';
comment on column public.seo_metrics.organic_traffic is 'Visits from search on that day; null while nobody counted them.';
comment on column public.seo_metrics.backlinks_count is 'Links from elsewhere; null while nobody counted them.';
comment on column public.seo_metrics.domain_authority_impact is 'Points of domain authority gained or lost, -100 to 100.';

-- Triggers ------------------------------------------------------------------------------------------------------------

create trigger touch before update on public.seo_connections
for each row execute function private.touch();
create trigger touch before update on public.seo_submissions
for each row execute function private.touch();
create trigger forget_secrets after delete on public.seo_connections
referencing old table as old_rows for each statement execute function private.forget_secrets();

select private.attach_audit(
  'public.seo_connections', 'id', '{secret_version,token_expires_at,is_verified,last_verified_at,last_used_at}',
  p_shown => '{site_url}'
);

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.seo_connections enable row level security;
alter table public.seo_submissions enable row level security;
alter table public.seo_usage enable row level security;
alter table public.seo_metrics enable row level security;

create policy seo_connections_select_members on public.seo_connections
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy seo_submissions_select_members on public.seo_submissions
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy seo_usage_select_members on public.seo_usage
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));

create policy seo_metrics_select_members on public.seo_metrics
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
  and generated_content_id not in (select unnest((select private.hidden_generated_content())))
);

grant select (
  id, organization_id, client_account_id, connected_by, search_engine, site_url, key_location, token_expires_at,
  is_active, is_verified, last_verified_at, last_used_at, last_error, created_at, updated_at
) on public.seo_connections to authenticated;
grant select (
  id, organization_id, client_account_id, content_item_id, connection_id, search_engine, submitted_by, submitted_url,
  submission_type, submission_method, response_status, status, status_checked_at, next_check_at, index_status_url,
  coverage_state, error_message, retry_count, max_retries, next_retry_at, claimed_at, follows_id, submitted_at,
  indexed_at, created_at, updated_at
) on public.seo_submissions to authenticated;
grant select on public.seo_usage, public.seo_metrics to authenticated;
grant select on public.seo_connections, public.seo_submissions, public.seo_usage, public.seo_metrics to service_role;
