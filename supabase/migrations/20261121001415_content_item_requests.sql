-- Purpose: what members change about content on the platforms: its words, one item or many at a time.
-- Objects: update_content_item, update_content_items.

create function private.update_content_item(p_content_item_id uuid, p_changes jsonb, p_reason text default null)
returns public.content_items
language plpgsql
volatile
security definer -- clients have no grant to write content
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_item public.content_items;
begin
  perform private.require_changes(p_changes, 'p_changes', '{
    "title": {"kind": "text", "max": 1000, "required": true}, "description": {"kind": "text", "max": 100000},
    "tags": {"kind": "texts", "max": 500, "required": true},
    "hashtags": {"kind": "texts", "max": 500, "required": true},
    "category": {"kind": "text", "max": 100}, "language": {"kind": "language"}
  }');
  p_reason := private.require_text(p_reason, 'p_reason', 500, 0, true);
  perform set_config('catalyst.change_source', 'manual', true);
  perform set_config('catalyst.change_reason', coalesce(p_reason, ''), true);
  update public.content_items as c
  set
    title = case when p_changes ? 'title' then btrim(p_changes ->> 'title') else c.title end,
    description = case when p_changes ? 'description' then p_changes ->> 'description' else c.description end,
    tags = case when p_changes ? 'tags' then private.json_texts(p_changes -> 'tags') else c.tags end,
    hashtags = case when p_changes ? 'hashtags' then private.json_texts(p_changes -> 'hashtags') else c.hashtags end,
    category = case when p_changes ? 'category' then p_changes ->> 'category' else c.category end,
    language = case when p_changes ? 'language' then p_changes ->> 'language' else c.language end,
    edited_at = now()
  where c.organization_id = v_organization_id and c.id = p_content_item_id and c.deleted_at is null
  returning c.* into v_item;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such content in the active organization');
  end if;
  perform set_config('catalyst.change_source', '', true);
  perform set_config('catalyst.change_reason', '', true);
  return v_item;
end;
$$;

create function public.update_content_item(
  p_content_item_id uuid default null, p_changes jsonb default null, p_reason text default null
)
returns public.content_items
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.update_content_item(p_content_item_id, p_changes, p_reason)
$$;
comment on function public.update_content_item(uuid, jsonb, text) is
'Changes what is given of title, description, tags, hashtags, category and language, and remembers what it was in
content_revisions. A sync leaves these fields alone until the platform has them (edited_at).
Errors: FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

create function private.update_content_items(p_content_item_ids uuid[], p_changes jsonb, p_reason text default null)
returns integer
language plpgsql
volatile
security definer -- clients have no grant to write content
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_add text[];
  v_remove text[];
  v_count integer;
begin
  perform private.require(
    cardinality(p_content_item_ids) between 1 and 500, 'p_content_item_ids', 'p_content_item_ids must hold 1 to 500 ids'
  );
  perform private.require_changes(p_changes, 'p_changes', '{
    "tags": {"kind": "texts", "max": 500, "required": true},
    "add_tags": {"kind": "texts", "max": 100, "required": true},
    "remove_tags": {"kind": "texts", "max": 500, "required": true}, "category": {"kind": "text", "max": 100},
    "hashtags": {"kind": "texts", "max": 500, "required": true}, "language": {"kind": "language"}
  }');
  p_reason := private.require_text(p_reason, 'p_reason', 500, 0, true);
  v_add := private.json_texts(p_changes -> 'add_tags');
  v_remove := private.json_texts(p_changes -> 'remove_tags');
  perform set_config('catalyst.change_source', 'bulk_edit', true);
  perform set_config('catalyst.change_reason', coalesce(p_reason, ''), true);
  update public.content_items as c
  set
    tags = (
      private.json_texts(to_jsonb(array(
        select t from unnest(case when p_changes ? 'tags' then private.json_texts(p_changes -> 'tags') else c.tags end)
          with ordinality as u (t, n)
        where t <> all (v_remove) order by n
      ) || v_add))
    )[1:500],
    hashtags = case when p_changes ? 'hashtags' then private.json_texts(p_changes -> 'hashtags') else c.hashtags end,
    category = case when p_changes ? 'category' then p_changes ->> 'category' else c.category end,
    language = case when p_changes ? 'language' then p_changes ->> 'language' else c.language end,
    edited_at = now()
  where c.organization_id = v_organization_id and c.id = any (p_content_item_ids) and c.deleted_at is null;
  get diagnostics v_count = row_count;
  perform set_config('catalyst.change_source', '', true);
  perform set_config('catalyst.change_reason', '', true);
  return v_count;
end;
$$;

create function public.update_content_items(
  p_content_item_ids uuid[] default null, p_changes jsonb default null, p_reason text default null
)
returns integer
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.update_content_items(p_content_item_ids, p_changes, p_reason)
$$;
comment on function public.update_content_items(uuid[], jsonb, text) is
'Changes up to 500 items at once: tags, add_tags, remove_tags, hashtags, category, language. Answers how many of the
ids there were. Errors: FORBIDDEN, VALIDATION_ERROR.';

grant execute on function
  private.update_content_item(uuid, jsonb, text), public.update_content_item(uuid, jsonb, text),
  private.update_content_items(uuid[], jsonb, text), public.update_content_items(uuid[], jsonb, text)
to authenticated;
