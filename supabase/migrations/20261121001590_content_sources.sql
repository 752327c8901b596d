-- Purpose: feeds and channels to watch; what appears there starts the plan an organization chose.
-- Objects: content_sources, private.check_content_plan, set_content_source, delete_content_source, and for workers
--          claim_due_sources, record_source_poll; policies and grants.

create type public.content_source_kind as enum ('rss', 'youtube_channel', 'podcast', 'blog', 'newsletter');
comment on type public.content_source_kind is 'How items are found: in a feed, or on a channel or page that leads to one.';

create type public.content_source_status as enum ('active', 'paused', 'failing');
comment on type public.content_source_status is
'paused: by a member; failing: given up after ten failed polls in a row, until a member resumes it.';

-- Table ---------------------------------------------------------------------------------------------------------------

create table public.content_sources (
  id uuid constraint content_sources_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  client_account_id uuid,
  brand_profile_id uuid,
  created_by uuid,
  kind public.content_source_kind not null default 'rss',
  name text not null,
  url text not null,
  feed_url text,
  plan jsonb not null default '{}',
  is_plan_automatic boolean not null default true,
  status public.content_source_status not null default 'active',
  poll_interval_minutes integer not null default 60,
  next_poll_at timestamptz default now(),
  last_polled_at timestamptz,
  last_item_at timestamptz,
  last_seen_keys text[] not null default '{}',
  item_count bigint not null default 0,
  http_etag text,
  http_last_modified text,
  failure_count integer not null default 0,
  last_error text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint content_sources_organization_id_id_key unique (organization_id, id),
  constraint content_sources_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint content_sources_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint content_sources_brand_profile_id_fkey foreign key (organization_id, brand_profile_id)
    references public.brand_profiles (organization_id, id) on delete set null (brand_profile_id),
  constraint content_sources_created_by_fkey foreign key (created_by)
    references public.profiles (id) on delete set null,
  constraint content_sources_name_check check (char_length(name) between 1 and 200),
  constraint content_sources_url_check check (private.is_http_url(url) and url !~ '^[^/]+//[^/?#]*@'),
  constraint content_sources_feed_url_check check (private.is_http_url(feed_url)),
  constraint content_sources_plan_is_a_small_object
    check (jsonb_typeof(plan) = 'object' and octet_length(plan::text) <= 16384),
  constraint content_sources_poll_interval_minutes_check check (poll_interval_minutes between 15 and 10080),
  constraint content_sources_last_seen_keys_check check (cardinality(last_seen_keys) <= 1000),
  constraint content_sources_item_count_check check (item_count >= 0),
  constraint content_sources_http_etag_check check (char_length(http_etag) <= 1000),
  constraint content_sources_http_last_modified_check check (char_length(http_last_modified) <= 100),
  constraint content_sources_failure_count_check check (failure_count >= 0),
  constraint content_sources_last_error_check check (char_length(last_error) <= 1000),
  constraint only_active_content_sources_have_next_poll_at check ((next_poll_at is not null) = (status = 'active'))
);
create unique index content_sources_organization_id_url_key
on public.content_sources (organization_id, url, client_account_id) nulls not distinct;
comment on index public.content_sources_organization_id_url_key is 'Nobody watches the same address twice.';
create index content_sources_organization_id_created_at_idx
on public.content_sources (organization_id, created_at desc, id desc);
create index content_sources_client_account_id_idx on public.content_sources (organization_id, client_account_id)
where client_account_id is not null;
create index content_sources_brand_profile_id_idx on public.content_sources (organization_id, brand_profile_id)
where brand_profile_id is not null;
create index content_sources_created_by_idx on public.content_sources (created_by) where created_by is not null;
create index content_sources_next_poll_at_idx on public.content_sources (next_poll_at) where next_poll_at is not null;
comment on table public.content_sources is 'A feed or channel that is watched for new items.';
comment on column public.content_sources.url is 'As the member gave it. Workers resolve and check the address before they connect.';
comment on column public.content_sources.last_polled_at is 'The last poll that succeeded; null until the first.';
comment on column public.content_sources.feed_url is 'The feed that workers found behind url.';
comment on column public.content_sources.plan is
'What to make of an item: the arguments of create_generation, {"platforms": […], "tone": …, "language": …, "options": {…}}.';
comment on column public.content_sources.is_plan_automatic is 'When false, items are found and told about, and a member starts the plan.';
comment on column public.content_sources.last_seen_keys is 'SHA-256 of the keys of items already met, newest first, at most 1,000.';
comment on column public.content_sources.item_count is 'Items met since it is watched, without those of the first poll.';
comment on column public.content_sources.http_etag is 'For conditional requests, as is http_last_modified.';
comment on column public.content_sources.failure_count is 'Failed polls in a row; each doubles the wait, up to a day.';

create trigger touch before update on public.content_sources
for each row execute function private.touch();

select private.attach_audit(
  'public.content_sources', 'id',
  '{next_poll_at,last_polled_at,last_item_at,last_seen_keys,item_count,http_etag,http_last_modified,failure_count,last_error,feed_url}',
  p_shown => '{name}'
);

-- Functions -----------------------------------------------------------------------------------------------------------

create function private.check_content_plan(p_plan jsonb)
returns jsonb
language plpgsql
stable
set search_path = ''
as $$
declare
  v_key text;
begin
  perform private.require(
    jsonb_typeof(p_plan) = 'object' and octet_length(p_plan::text) <= 16384, 'p_plan',
    'p_plan must be an object of at most 16 kB'
  );
  select k into v_key
  from jsonb_object_keys(p_plan) as k
  where k not in ('platforms', 'tone', 'language', 'options')
  limit 1;
  perform private.require(v_key is null, 'p_plan', format('p_plan does not take %s', left(v_key, 60)));
  perform private.require(
    not p_plan ? 'platforms' or jsonb_typeof(p_plan -> 'platforms') = 'array', 'p_plan', 'p_plan.platforms must be an array'
  );
  perform private.require(
    not exists (
      select from jsonb_array_elements_text(coalesce(p_plan -> 'platforms', '[]')) as w (name)
      where not exists (
        select from public.platforms as p where p.slug = private.platform_slug(w.name) and p.is_generation_target
      )
    ),
    'p_plan', 'p_plan.platforms names a platform that nothing is written for'
  );
  perform private.require(
    not p_plan ? 'tone' or p_plan ->> 'tone' in (select unnest(enum_range(null::public.generation_tone))::text), 'p_plan',
    'p_plan.tone is not a tone'
  );
  perform private.require(
    not p_plan ? 'language' or p_plan ->> 'language' in ('en', 'nl'), 'p_plan', 'p_plan.language must be en or nl'
  );
  perform private.require(
    not coalesce(p_plan -> 'options' ?| array['source_url', 'source_path'], false), 'p_plan',
    'p_plan.options cannot name an input: that is the item'
  );
  perform private.generation_options(p_plan -> 'options');
  return p_plan;
end;
$$;
comment on function private.check_content_plan(jsonb) is 'The plan, when create_generation could take its parts; else VALIDATION_ERROR.';

create function private.set_content_source(
  p_content_source_id uuid, p_url text, p_name text, p_kind text, p_plan jsonb, p_is_plan_automatic boolean,
  p_poll_interval_minutes integer, p_status text, p_brand_profile_id uuid, p_client_account_id uuid
)
returns uuid
language plpgsql
volatile
security definer -- clients have no grant to write; role and organization are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_source public.content_sources;
  v_url text := private.require_text(p_url, 'p_url', 2048, p_optional => p_content_source_id is not null);
begin
  perform private.require(
    v_url is null or (private.is_http_url(v_url) and v_url !~ '^[^/]+//[^/?#]*@'), 'p_url',
    'p_url must be an http or https address without a password'
  );
  perform private.require(
    p_kind is null or p_kind in (select unnest(enum_range(null::public.content_source_kind))::text), 'p_kind',
    'p_kind must be rss, youtube_channel, podcast, blog or newsletter'
  );
  perform private.require(
    p_status is null or p_status in ('active', 'paused'), 'p_status', 'p_status must be active or paused'
  );
  perform private.require(
    p_poll_interval_minutes is null or p_poll_interval_minutes between 15 and 10080, 'p_poll_interval_minutes',
    'p_poll_interval_minutes must be 15 to 10080'
  );
  perform private.require(
    p_brand_profile_id is null
    or exists (
      select from public.brand_profiles as b
      where b.organization_id = v_organization_id and b.id = p_brand_profile_id and b.deleted_at is null
    ),
    'p_brand_profile_id', 'there is no such brand profile'
  );
  perform private.require(
    p_client_account_id is null
    or exists (
      select from public.client_accounts as c
      where c.organization_id = v_organization_id and c.id = p_client_account_id and c.deleted_at is null
    ),
    'p_client_account_id', 'there is no such client account'
  );
  if p_content_source_id is null then
    if (select count(*) >= 500 from public.content_sources as s where s.organization_id = v_organization_id) then
      perform private.raise_error('CONFLICT', 'an organization can watch 500 sources: delete one first');
    end if;
    insert into public.content_sources (
      organization_id, client_account_id, brand_profile_id, created_by, kind, name, url, plan, is_plan_automatic,
      status, poll_interval_minutes, next_poll_at
    )
    values (
      v_organization_id, p_client_account_id, p_brand_profile_id, (select auth.uid()),
      coalesce(p_kind, 'rss')::public.content_source_kind,
      coalesce(private.require_text(p_name, 'p_name', 200, p_optional => true), left(regexp_replace(v_url, '^https?://', ''), 200)),
      v_url, private.check_content_plan(coalesce(p_plan, '{}')), coalesce(p_is_plan_automatic, true),
      coalesce(p_status, 'active')::public.content_source_status, coalesce(p_poll_interval_minutes, 60),
      case when coalesce(p_status, 'active') = 'active' then now() end
    )
    returning * into strict v_source;
    return v_source.id;
  end if;
  update public.content_sources as s
  set url = coalesce(v_url, s.url), kind = coalesce(p_kind::public.content_source_kind, s.kind),
    name = coalesce(private.require_text(p_name, 'p_name', 200, p_optional => true), s.name),
    plan = case when p_plan is null then s.plan else private.check_content_plan(p_plan) end,
    is_plan_automatic = coalesce(p_is_plan_automatic, s.is_plan_automatic),
    poll_interval_minutes = coalesce(p_poll_interval_minutes, s.poll_interval_minutes),
    brand_profile_id = coalesce(p_brand_profile_id, s.brand_profile_id),
    client_account_id = coalesce(p_client_account_id, s.client_account_id),
    -- Another address is another feed: what was met before says nothing about it.
    feed_url = case when v_url is null or v_url = s.url then s.feed_url end,
    last_seen_keys = case when v_url is null or v_url = s.url then s.last_seen_keys else '{}' end,
    http_etag = case when v_url is null or v_url = s.url then s.http_etag end,
    http_last_modified = case when v_url is null or v_url = s.url then s.http_last_modified end,
    last_polled_at = case when v_url is null or v_url = s.url then s.last_polled_at end,
    status = coalesce(p_status::public.content_source_status, s.status),
    failure_count = case when p_status = 'active' then 0 else s.failure_count end,
    next_poll_at = case coalesce(p_status, s.status::text)
      when 'active' then case when p_status = 'active' or v_url <> s.url then now() else s.next_poll_at end
    end
  where s.organization_id = v_organization_id and s.id = p_content_source_id
  returning s.* into v_source;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such source in the active organization');
  end if;
  return v_source.id;
exception
  when unique_violation then
    perform private.raise_error('CONFLICT', 'this address is watched already', jsonb_build_object('field', 'p_url'));
    return null;
end;
$$;
comment on function private.set_content_source(uuid, text, text, text, jsonb, boolean, integer, text, uuid, uuid) is
'The work of public.set_content_source.';

create function public.set_content_source(
  p_content_source_id uuid default null, p_url text default null, p_name text default null, p_kind text default null,
  p_plan jsonb default null, p_is_plan_automatic boolean default null, p_poll_interval_minutes integer default null,
  p_status text default null, p_brand_profile_id uuid default null, p_client_account_id uuid default null
)
returns uuid
language sql
volatile
security invoker
set search_path = ''
as $$
  select (coalesce(
    private.earlier_answer(
      'set_content_source', jsonb_build_array(
        p_content_source_id, p_url, p_name, p_kind, p_plan, p_is_plan_automatic, p_poll_interval_minutes, p_status,
        p_brand_profile_id, p_client_account_id
      )
    ),
    private.remember_answer(
      'set_content_source', to_jsonb(private.set_content_source(
        p_content_source_id, p_url, p_name, p_kind, p_plan, p_is_plan_automatic, p_poll_interval_minutes, p_status,
        p_brand_profile_id, p_client_account_id
      ))
    )
  ) #>> '{}')::uuid
$$;
comment on function public.set_content_source(uuid, text, text, text, jsonb, boolean, integer, text, uuid, uuid) is
'Watches a feed or channel, or with p_content_source_id changes one that is watched; what is null stays. p_plan: the arguments of
create_generation, {platforms, tone, language, options}. p_status active resumes what was paused or failing. Creators.
Returns the id. Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, CONFLICT (watched already, or 500 are), VALIDATION_ERROR.';

create function private.delete_content_source(p_content_source_id uuid)
returns void
language plpgsql
volatile
security definer -- clients have no grant to write; role and organization are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
begin
  perform private.require(p_content_source_id is not null, 'p_content_source_id', 'p_content_source_id is missing');
  delete from public.content_sources as s where s.organization_id = v_organization_id and s.id = p_content_source_id;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such source in the active organization');
  end if;
end;
$$;
comment on function private.delete_content_source(uuid) is 'The work of public.delete_content_source.';

create function public.delete_content_source(p_content_source_id uuid default null)
returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.delete_content_source(p_content_source_id)
$$;
comment on function public.delete_content_source(uuid) is
'Watches a feed or channel no longer; what was made of it stays. Creators.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

-- Workers -------------------------------------------------------------------------------------------------------------

create function public.claim_due_sources(p_limit integer default 100, p_hold_seconds integer default 600)
returns setof public.content_sources
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
    select s.id
    from public.content_sources as s
    join public.organizations as o on o.id = s.organization_id and o.deleted_at is null
    where s.next_poll_at <= now()
    order by s.next_poll_at
    limit p_limit
    for no key update of s skip locked
  )
  update public.content_sources as s
  set next_poll_at = now() + make_interval(secs => p_hold_seconds)
  from due as d
  where s.id = d.id
  returning s.*;
end;
$$;
comment on function public.claim_due_sources(integer, integer) is
'For workers: sources whose poll is due, each given to one caller; due again when that one does not report in time.
Errors: VALIDATION_ERROR.';

create function public.record_source_poll(
  p_content_source_id uuid, p_item_keys text[] default '{}', p_error text default null, p_feed_url text default null,
  p_http_etag text default null, p_http_last_modified text default null
)
returns text[]
language plpgsql
volatile
security definer -- workers hold no grant on the table
set search_path = ''
as $$
declare
  v_source public.content_sources;
  v_new_keys text[];
  v_seen text[];
begin
  perform private.require(
    coalesce(cardinality(p_item_keys), 0) <= 1000 and array_position(p_item_keys, null) is null, 'p_item_keys',
    'p_item_keys must be at most 1,000 keys'
  );
  select s.* into v_source from public.content_sources as s where s.id = p_content_source_id for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such source');
  end if;
  if p_error is not null then
    update public.content_sources as s
    set failure_count = s.failure_count + 1, last_error = left(p_error, 1000),
      status = case when s.failure_count + 1 >= 10 then 'failing' else s.status end,
      next_poll_at = case
        when s.status <> 'active' or s.failure_count + 1 >= 10 then null
        else now() + least(
          make_interval(mins => s.poll_interval_minutes) * 2 ^ (s.failure_count + 1),
          greatest(interval '1 day', make_interval(mins => s.poll_interval_minutes))
        )
      end
    where s.id = v_source.id;
    return array[]::text[];
  end if;
  select coalesce(array_agg(k.key order by k.position) filter (where not k.hash = any(v_source.last_seen_keys)), '{}'),
    (array_agg(k.hash order by k.position))
  into v_new_keys, v_seen
  from (
    select distinct on (i.key) i.key, i.position, encode(sha256(convert_to(i.key, 'utf8')), 'hex') as hash
    from unnest(p_item_keys) with ordinality as i (key, position)
    order by i.key, i.position
  ) as k;
  -- What a feed holds when it is met for the first time is its past, not news.
  if v_source.last_polled_at is null then
    v_new_keys := '{}';
  end if;
  update public.content_sources as s
  set last_polled_at = now(), failure_count = 0, last_error = null,
    status = case when s.status = 'failing' then 'active' else s.status end,
    feed_url = coalesce(case when private.is_http_url(p_feed_url) then p_feed_url end, s.feed_url),
    http_etag = left(p_http_etag, 1000), http_last_modified = left(p_http_last_modified, 100),
    last_seen_keys = (
      select coalesce(array_agg(d.hash order by d.position), '{}')
      from (
        select u.hash, min(u.position) as position
        from unnest(coalesce(v_seen, '{}') || s.last_seen_keys) with ordinality as u (hash, position)
        group by u.hash
        order by 2
        limit 1000
      ) as d
    ),
    item_count = s.item_count + cardinality(v_new_keys),
    last_item_at = case when cardinality(v_new_keys) > 0 then now() else s.last_item_at end,
    next_poll_at = case when s.status = 'paused' then null else now() + make_interval(mins => s.poll_interval_minutes) end
  where s.id = v_source.id;
  -- Keys of most feeds are the addresses of their pages.
  perform private.submit_new_pages(v_source.organization_id, v_new_keys);
  return v_new_keys;
end;
$$;
comment on function public.record_source_poll(uuid, text[], text, text, text, text) is
'For workers: what a poll found. Answers the keys not met before, in their order; none for the first poll, whose items are the past.
New addresses on a site with a search engine are submitted to it for those who want that (user_settings).
An error doubles the wait; ten in a row end the watching. Errors: NOT_FOUND, VALIDATION_ERROR.';

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.content_sources enable row level security;

create policy content_sources_select_members on public.content_sources
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

grant select on public.content_sources to authenticated, service_role;
grant execute on function
  private.set_content_source(uuid, text, text, text, jsonb, boolean, integer, text, uuid, uuid),
  public.set_content_source(uuid, text, text, text, jsonb, boolean, integer, text, uuid, uuid),
  private.delete_content_source(uuid),
  public.delete_content_source(uuid)
to authenticated;
grant execute on function
  public.claim_due_sources(integer, integer),
  public.record_source_poll(uuid, text[], text, text, text, text)
to service_role, catalyst_worker;
