-- Purpose: finding generated content by words, type, status and platform.
-- Objects: private.content_excerpt, search_generated_content.

create function private.content_excerpt(p_content public.generated_content)
returns public.generated_content
language plpgsql
immutable
set search_path = ''
as $$
begin
  p_content.generated_text := left(p_content.generated_text, 2000);
  p_content.formatted_text := left(p_content.formatted_text, 2000);
  p_content.caption := left(p_content.caption, 2000);
  p_content.prompt_used := left(p_content.prompt_used, 2000);
  -- Half an object is none.
  p_content.content := case when octet_length(p_content.content::text) <= 8000 then p_content.content else '{}' end;
  p_content.metadata := case when octet_length(p_content.metadata::text) <= 8000 then p_content.metadata else '{}' end;
  p_content.generation_parameters := case
    when octet_length(p_content.generation_parameters::text) <= 8000 then p_content.generation_parameters else '{}' end;
  p_content.generation_metadata := case
    when octet_length(p_content.generation_metadata::text) <= 8000 then p_content.generation_metadata else '{}' end;
  p_content.search_vector := null;
  return p_content;
end;
$$;
comment on function private.content_excerpt(public.generated_content) is
'Content as a list shows it: texts end after 2,000 characters, objects of more than 8,000 bytes are empty; character_count tells how long the
text is.';

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
  v_platform text := private.platform_slug(p_target_platform);
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
    p_target_platform is null or v_platform is not null, 'p_target_platform', 'p_target_platform is not a platform'
  );
  perform private.require(p_limit between 1 and 200, 'p_limit', 'p_limit must be from 1 to 200');
  perform private.require(
    (p_before_at is null) = (p_before_id is null), 'p_before_at', 'p_before_at and p_before_id go together'
  );
  -- Composed, so that each set of conditions is planned for itself.
  return query execute concat(
    'select e.* from (select c.* from public.generated_content as c',
    ' where c.organization_id = $1 and c.deleted_at is null',
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
    ' order by c.created_at desc, c.id desc limit $9) as c cross join lateral private.content_excerpt(c) as e',
    ' order by e.created_at desc, e.id desc'
  )
  using v_organization_id, v_client_account_id, p_query, p_content_type, p_status, v_platform, p_before_at,
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
or, -without), of this type, status and platform (by name or alias). p_limit: 1 to 200. The next page: created_at and
id of the last row as p_before_at and p_before_id. Texts end after 2,000 characters (character_count is the whole
length) and objects of more than 8,000 bytes are empty: the row of generated_content has all of it.
Errors: UNAUTHORIZED, FORBIDDEN, VALIDATION_ERROR (details.field).';

revoke execute on function
  private.search_generated_content(text, text, text, text, integer, timestamptz, uuid),
  public.search_generated_content(text, text, text, text, integer, timestamptz, uuid)
from public;
grant execute on function
  private.search_generated_content(text, text, text, text, integer, timestamptz, uuid),
  public.search_generated_content(text, text, text, text, integer, timestamptz, uuid)
to authenticated;
