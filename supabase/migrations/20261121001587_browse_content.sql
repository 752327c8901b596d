-- Purpose: going through the library by tag, type and platform, newest first.
-- Objects: browse_content.

create function private.browse_content(
  p_kind text default null,
  p_tags text[] default null,
  p_content_type text default null,
  p_platform text default null,
  p_limit integer default 50,
  p_before_at timestamptz default null,
  p_before_id uuid default null
)
returns table (
  id uuid, title text, platform text, content_type text, tags text[], language text, thumbnail_url text,
  thumbnail_path text, listed_at timestamptz
)
language plpgsql
stable
security definer -- below a policy no index serves tags or enum types: tenant, client and deletion are conditions here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.active_org_or_raise();
  v_client_account_id uuid := private.member_client_account();
  v_platform text := private.platform_slug(p_platform);
begin
  perform private.require(p_kind in ('item', 'asset'), 'p_kind', 'p_kind must be item or asset');
  perform private.require(
    p_tags is null or (cardinality(p_tags) between 1 and 20 and private.is_text_list(p_tags, 20, 500)), 'p_tags',
    'p_tags must hold 1 to 20 tags'
  );
  perform private.require(
    p_content_type is null
    or (p_kind = 'item' and exists (select from public.content_types as t where t.slug = p_content_type))
    or (p_kind = 'asset' and p_content_type = any (enum_range(null::public.content_asset_type)::text[])),
    'p_content_type', 'p_content_type is not a type of this kind'
  );
  perform private.require(p_platform is null or v_platform is not null, 'p_platform', 'p_platform is not a platform');
  perform private.require(p_limit between 1 and 200, 'p_limit', 'p_limit must be from 1 to 200');
  perform private.require(
    (p_before_at is null) = (p_before_id is null), 'p_before_at', 'p_before_at and p_before_id go together'
  );
  -- Composed, so that each set of conditions is planned for itself.
  -- @plpgsql_check_options: extra_warnings = off
  return query execute concat(
    case p_kind
      when 'item' then
        'select t.id, t.title, t.platform, t.content_type, t.tags, t.language, t.thumbnail_url, null::text, t.published_at
        from public.content_items as t where t.published_at is not null'
        || case when p_content_type is not null then ' and t.content_type = $4' else '' end
        || case when v_platform is not null then ' and t.platform = $5' else '' end
        || case when p_before_at is not null then ' and (t.published_at, t.id) < ($6, $7)' else '' end
      else
        'select t.id, t.title, t.source_platform, t.content_type::text, t.tags, t.language, t.thumbnail_url, t.thumbnail_path,
          t.created_at
        from public.content_assets as t where true'
        || case when p_content_type is not null then ' and t.content_type = $4::public.content_asset_type' else '' end
        || case when v_platform is not null then ' and t.source_platform = $5' else '' end
        || case when p_before_at is not null then ' and (t.created_at, t.id) < ($6, $7)' else '' end
    end,
    ' and t.organization_id = $1 and t.deleted_at is null',
    case when v_client_account_id is not null then ' and t.client_account_id = $2' end,
    case when p_tags is not null then ' and t.tags @> $3' end,
    case p_kind
      when 'item' then ' order by t.published_at desc nulls last, t.id desc' else ' order by t.created_at desc, t.id desc'
    end,
    ' limit $8'
  )
  using v_organization_id, v_client_account_id, p_tags, p_content_type, v_platform, p_before_at, p_before_id, p_limit;
end;
$$;

create function public.browse_content(
  p_kind text default null,
  p_tags text[] default null,
  p_content_type text default null,
  p_platform text default null,
  p_limit integer default 50,
  p_before_at timestamptz default null,
  p_before_id uuid default null
)
returns table (
  id uuid, title text, platform text, content_type text, tags text[], language text, thumbnail_url text,
  thumbnail_path text, listed_at timestamptz
)
language sql
stable
security invoker
set search_path = ''
as $$
  select b.*
  from private.browse_content(p_kind, p_tags, p_content_type, p_platform, p_limit, p_before_at, p_before_id) as b
$$;
comment on function public.browse_content(text, text[], text, text, integer, timestamptz, uuid) is
'Published content of the accounts (p_kind item) or originals (asset) of the active organization, newest first: with all
of p_tags, of one p_content_type and p_platform. p_limit: 1 to 200; the next page: listed_at and id of the last row as
p_before_at and p_before_id. Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR (details.field).';

grant execute on function
  private.browse_content(text, text[], text, text, integer, timestamptz, uuid),
  public.browse_content(text, text[], text, text, integer, timestamptz, uuid)
to authenticated;
