-- Verbs for the files beside this one, which read it inside their own transaction.

create schema analytics_test;
grant usage on schema analytics_test to public;

create function analytics_test.organization(p_user_id uuid) returns uuid language sql as $$
  select m.organization_id from public.organization_members as m where m.user_id = p_user_id and m.role = 'owner'
$$;

create function analytics_test.account(
  p_organization_id uuid, p_platform text default 'youtube', p_client_account_id uuid default null
) returns uuid language sql as $$
  with connection as (
    insert into public.platform_connections (organization_id, platform, platform_user_id, vault_secret_name)
    values (p_organization_id, p_platform, gen_random_uuid(), gen_random_uuid())
    returning id
  )
  insert into public.social_accounts
    (organization_id, client_account_id, connection_id, platform, platform_account_id, account_name)
  select p_organization_id, p_client_account_id, c.id, p_platform, gen_random_uuid(), 'Channel' from connection as c
  returning id
$$;

-- An item that went online so many days ago, at noon UTC.
create function analytics_test.item(p_social_account_id uuid, p_name text, p_days_ago integer, p_views bigint default 0)
returns uuid language sql as $$
  insert into public.content_items
    (organization_id, client_account_id, social_account_id, platform, platform_content_id, title, published_at,
      view_count)
  select a.organization_id, a.client_account_id, a.id, a.platform, p_name, p_name,
    ((now() at time zone 'UTC')::date - p_days_ago + time '12:00') at time zone 'UTC', p_views
  from public.social_accounts as a where a.id = p_social_account_id
  returning id
$$;

create function analytics_test.day(p_days_ago integer) returns date language sql as $$
  select (now() at time zone 'UTC')::date - p_days_ago
$$;

-- Rows for record_content_metrics: name of an item, days ago, views, likes.
create function analytics_test.report(variadic p_rows text[]) returns jsonb language sql as $$
  select jsonb_agg(jsonb_build_object(
    'platform_content_id', split_part(r, ' ', 1), 'captured_on', analytics_test.day(split_part(r, ' ', 2)::integer),
    'views', nullif(split_part(r, ' ', 3), '-')::bigint, 'likes', nullif(split_part(r, ' ', 4), '')::bigint
  ))
  from unnest(p_rows) as r
$$;

-- What the days added, as "days ago: views/likes", of the account and, which must agree, of its organization.
create function analytics_test.days(p_social_account_id uuid) returns text language sql as $$
  select string_agg(format('%s: %s/%s', analytics_test.day(0) - s.stat_on, s.views, s.likes), ', ' order by s.stat_on)
  from public.social_account_daily_stats as s
  where s.social_account_id = p_social_account_id and (s.views, s.likes) <> (0, 0)
$$;
create function analytics_test.organization_days(p_organization_id uuid) returns text language sql as $$
  select string_agg(format('%s: %s/%s', analytics_test.day(0) - s.stat_on, s.views, s.likes), ', ' order by s.stat_on)
  from public.organization_daily_stats as s
  where s.organization_id = p_organization_id and (s.views, s.likes) <> (0, 0)
$$;
grant execute on all functions in schema analytics_test to public;
