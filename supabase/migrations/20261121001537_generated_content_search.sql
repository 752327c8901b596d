-- Purpose: finding generated content by words, type, status and platform.
-- Objects: search_generated_content.

create function private.search_generated_content(
  p_query text default null,
  p_content_type text default null,
  p_status text default null,
  p_target_platform text default null,
  p_limit integer default 50,
  p_before_at timestamptz default null,
  p_before_id uuid default null
)
returns setof public.generated_content
language plpgsql
stable
security definer -- no index serves these conditions below a policy: the tenant, client and deletion are conditions here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.active_org_or_raise();
  v_client_account_id uuid := private.member_client_account();
begin
  p_query := private.require_text(p_query, 'p_query', 500, p_optional => true);
  perform private.require(
    p_content_type is null or p_content_type = any(enum_range(null::public.generated_content_type)::text[]),
    'p_content_type', 'p_content_type must be one of ' || array_to_string(enum_range(null::public.generated_content_type), ', ')
  );
  perform private.require(
    p_status is null or p_status = any(enum_range(null::public.generated_content_status)::text[]),
    'p_status', 'p_status must be one of ' || array_to_string(enum_range(null::public.generated_content_status), ', ')
  );
  perform private.require(
    p_target_platform is null or exists (select from public.platforms as p where p.slug = p_target_platform),
    'p_target_platform', 'p_target_platform is not a platform'
  );
  perform private.require(p_limit between 1 and 200, 'p_limit', 'p_limit must be from 1 to 200');
  perform private.require(
    (p_before_at is null) = (p_before_id is null), 'p_before_at', 'p_before_at and p_before_id go together'
  );
  -- Composed, so that each set of conditions is planned for itself.
  return query execute concat(
    'select c.* from public.generated_content as c where c.organization_id = $1 and c.deleted_at is null',
    case when v_client_account_id is not null then ' and c.client_account_id = $2' end,
    -- Each text is stemmed in its own language, and so are the words it is compared with.
    case when p_query is not null then (
      select ' and uuid_send(c.organization_id) = uuid_send($1) and (' || string_agg(
        format(
          'c.search_vector @@ websearch_to_tsquery(%1$L, $3) and private.search_config(c.language) = %1$L::regconfig', w.config
        ),
        ' or '
      ) || ')'
      from (
        select distinct private.search_config(l.code)::text as config from unnest(array['en', 'nl', '']) as l (code)
      ) as w
    ) end,
    case when p_content_type is not null then ' and c.content_type = $4::public.generated_content_type' end,
    case when p_status is not null then ' and c.status = $5::public.generated_content_status' end,
    case when p_target_platform is not null then ' and c.target_platform = $6' end,
    case when p_before_at is not null then ' and (c.created_at, c.id) < ($7, $8)' end,
    ' order by c.created_at desc, c.id desc limit $9'
  )
  using v_organization_id, v_client_account_id, p_query, p_content_type, p_status, p_target_platform, p_before_at,
    p_before_id, p_limit;
end;
$$;
comment on function private.search_generated_content(text, text, text, text, integer, timestamptz, uuid) is
'The work of public.search_generated_content.';

create function public.search_generated_content(
  p_query text default null,
  p_content_type text default null,
  p_status text default null,
  p_target_platform text default null,
  p_limit integer default 50,
  p_before_at timestamptz default null,
  p_before_id uuid default null
)
returns setof public.generated_content
language sql
stable
security invoker
set search_path = ''
as $$
  select c.*
  from private.search_generated_content(
    p_query, p_content_type, p_status, p_target_platform, p_limit, p_before_at, p_before_id
  ) as c
$$;
comment on function public.search_generated_content(text, text, text, text, integer, timestamptz, uuid) is
'Generated content of the active organization, newest first: with these words (English and Dutch are stemmed; "a phrase",
or, -without), of this type, status and platform. p_limit: 1 to 200. The next page: created_at and id of the last row
as p_before_at and p_before_id. Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR (details.field).';

revoke execute on function
  private.search_generated_content(text, text, text, text, integer, timestamptz, uuid),
  public.search_generated_content(text, text, text, text, integer, timestamptz, uuid)
from public;
grant execute on function
  private.search_generated_content(text, text, text, text, integer, timestamptz, uuid),
  public.search_generated_content(text, text, text, text, integer, timestamptz, uuid)
to authenticated;
