-- Purpose: what others see of the content of a person who made their profile public.
-- Objects: public_content.

create function private.public_content(p_user_id uuid, p_limit integer, p_before_at timestamptz, p_before_id uuid)
returns table (
  id uuid, platform text, account_name text, account_url text, content_type text, platform_url text, title text,
  description text, thumbnail_url text, duration_seconds integer, published_at timestamptz, view_count bigint,
  like_count bigint, comment_count bigint, share_count bigint
)
language plpgsql
stable
security definer -- other people's content is not readable as rows
set search_path = ''
as $$
begin
  perform private.require(p_user_id is not null, 'p_user_id', 'p_user_id must be given');
  perform private.require(p_limit between 1 and 100, 'p_limit', 'p_limit must be 1 to 100');
  perform private.require(
    (p_before_at is null) = (p_before_id is null), 'p_before_at', 'p_before_at and p_before_id go together'
  );
  return query
  select i.id, i.platform, a.account_name, a.account_url, i.content_type, i.platform_url, i.title, i.description,
    i.thumbnail_url, i.duration_seconds, i.published_at, i.view_count, i.like_count, i.comment_count, i.share_count
  from private.public_profile(p_user_id) as p
  join public.platform_connections as c on c.connected_by = p.id and c.is_active and c.client_account_id is null
  -- Who left an organization shows nothing of it.
  join public.organization_members as m
    on m.user_id = p.id and m.organization_id = c.organization_id and m.status = 'active'
  join public.organizations as o on o.id = c.organization_id and o.deleted_at is null
  join public.social_accounts as a
    on a.organization_id = c.organization_id and a.platform = c.platform and a.connection_id = c.id
    and a.visibility = 'public' and a.client_account_id is null and a.deleted_at is null
  -- The newest of each account by its index, so that a page reads no more than a page of each.
  cross join lateral (
    select n.*
    from public.content_items as n
    where n.social_account_id = a.id and n.deleted_at is null and n.visibility = 'public'
      and n.client_account_id is null and n.published_at <= coalesce(p_before_at, now())
      and (p_before_at is null or (n.published_at, n.id) < (p_before_at, p_before_id))
    order by n.published_at desc nulls last, n.id desc
    limit p_limit
  ) as i
  order by i.published_at desc, i.id desc
  limit p_limit;
end;
$$;
comment on function private.public_content(uuid, integer, timestamptz, uuid) is 'The work of public.public_content.';

create function public.public_content(
  p_user_id uuid default null, p_limit integer default 50, p_before_at timestamptz default null,
  p_before_id uuid default null
)
returns table (
  id uuid, platform text, account_name text, account_url text, content_type text, platform_url text, title text,
  description text, thumbnail_url text, duration_seconds integer, published_at timestamptz, view_count bigint,
  like_count bigint, comment_count bigint, share_count bigint
)
language sql
stable
security invoker
set search_path = ''
as $$
  select * from private.public_content(p_user_id, p_limit, p_before_at, p_before_id)
$$;
comment on function public.public_content(uuid, integer, timestamptz, uuid) is
'What a person with a public profile has published, newest first: public items of public accounts they connected, never those
of an agency''s clients. The next page is asked with published_at and id of the last row as p_before_at and p_before_id.
Errors: VALIDATION_ERROR (details.field).';

grant execute on function
  private.public_content(uuid, integer, timestamptz, uuid), public.public_content(uuid, integer, timestamptz, uuid)
to authenticated;
