-- Purpose: answers worth keeping for a while: an expiring cache that the server may lose in a crash.
-- Objects: cache_entries, cache_get, cache_set, cache_delete, purge_cache.

create unlogged table public.cache_entries (
  key text constraint cache_entries_pkey primary key,
  value jsonb not null,
  category text not null default 'general',
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint cache_entries_key_check check (char_length(key) between 1 and 500),
  constraint cache_entries_category_check check (category ~ '^[a-z][a-z0-9_]{0,49}$'),
  constraint cache_entries_value_check check (octet_length(value::text) <= 1048576),
  constraint cache_entries_expire_within_a_month check (expires_at <= updated_at + interval '31 days')
);
create index cache_entries_expires_at_idx on public.cache_entries (expires_at);
create index cache_entries_category_idx on public.cache_entries (category);
comment on table public.cache_entries is
'What can be asked again at a price: answers of platforms, payment data, trends, summaries. Only servers reach it; entries of one tenant
carry its id in the key.';
comment on column public.cache_entries.key is
'Parts joined by colons, the tenant second, such as optimal_times:<organization>:<platform>.';

insert into private.retention_rules (parent, method, time_column, retain, description)
values ('public.cache_entries', 'delete_rows', 'expires_at', interval '0', 'Each entry knows when it expires.');

-- Functions -----------------------------------------------------------------------------------------------------------

create function public.cache_get(p_key text)
returns jsonb
language sql
stable
security definer -- callers hold no grant on the table
set search_path = ''
as $$
  select c.value from public.cache_entries as c where c.key = p_key and c.expires_at > now()
$$;
comment on function public.cache_get(text) is 'The value, or null when there is none or it has expired.';

create function public.cache_set(
  p_key text, p_value jsonb, p_ttl_seconds integer default 300, p_category text default 'general'
)
returns void
language plpgsql
volatile
security definer -- callers hold no grant on the table
set search_path = ''
as $$
begin
  p_key := private.require_text(p_key, 'p_key', 500);
  perform private.require(p_value is not null, 'p_value', 'p_value is missing');
  perform private.require(octet_length(p_value::text) <= 1048576, 'p_value', 'p_value is larger than 1 MiB');
  perform private.require(
    p_ttl_seconds between 1 and 2592000, 'p_ttl_seconds', 'p_ttl_seconds must be between 1 and 2,592,000 (30 days)'
  );
  perform private.require(
    p_category ~ '^[a-z][a-z0-9_]{0,49}$', 'p_category', 'p_category must be a short name in lower case'
  );
  insert into public.cache_entries as c (key, value, category, expires_at)
  values (p_key, p_value, p_category, now() + make_interval(secs => p_ttl_seconds))
  on conflict on constraint cache_entries_pkey do update
  set value = excluded.value, category = excluded.category, expires_at = excluded.expires_at;
end;
$$;
comment on function public.cache_set(text, jsonb, integer, text) is
'Keeps a value for p_ttl_seconds; replaces what was there. Errors: VALIDATION_ERROR.';

create function public.cache_delete(p_key text)
returns boolean
language sql
volatile
security definer -- callers hold no grant on the table
set search_path = ''
as $$
  with gone as (delete from public.cache_entries as c where c.key = p_key returning c.key)
  select exists (select from gone)
$$;
comment on function public.cache_delete(text) is 'Forgets a value; whether there was one.';

create function public.purge_cache(p_category text default null, p_prefix text default null)
returns bigint
language plpgsql
volatile
security definer -- callers hold no grant on the table
set search_path = ''
as $$
declare
  v_purged bigint;
begin
  perform private.require(
    num_nonnulls(p_category, p_prefix) > 0 and coalesce(p_prefix, 'x') <> '', 'p_category', 'give p_category or p_prefix'
  );
  delete from public.cache_entries as c
  where (p_category is null or c.category = p_category) and (p_prefix is null or starts_with(c.key, p_prefix));
  get diagnostics v_purged = row_count;
  return v_purged;
end;
$$;
comment on function public.purge_cache(text, text) is
'Forgets all values of a category, or whose key starts with p_prefix; how many. Errors: VALIDATION_ERROR.';

-- Triggers, row level security and grants -----------------------------------------------------------------------------

create trigger touch before update on public.cache_entries
for each row execute function private.touch();

alter table public.cache_entries enable row level security;

grant execute on function
  public.cache_get(text),
  public.cache_set(text, jsonb, integer, text),
  public.cache_delete(text),
  public.purge_cache(text, text)
to service_role, catalyst_worker;
