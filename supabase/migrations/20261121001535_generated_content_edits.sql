-- Purpose: people change generated content; text and structure stay the same thing, and what it was is kept.
-- Objects: are_strings, is_generation_output, text_into_output, json_tags, edit_generated_content.

-- Text and structure --------------------------------------------------------------------------------------------------

create function private.are_strings(p_value jsonb, p_at_least integer default 0)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(
    jsonb_typeof(p_value) = 'array' and jsonb_array_length(p_value) >= p_at_least
    and not jsonb_path_exists(p_value, 'strict $[*] ? (@.type() <> "string")'),
    false
  )
$$;
comment on function private.are_strings(jsonb, integer) is 'An array of strings with at least so many of them.';

create function private.is_generation_output(p_platform text, p_output jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(
    jsonb_typeof(p_output) = 'object'
    and (not p_output ? 'hashtags' or private.are_strings(p_output -> 'hashtags'))
    and case p_platform
      when 'x' then private.are_strings(p_output -> 'thread', 1)
      when 'threads' then private.are_strings(p_output -> 'posts', 1)
      when 'linkedin' then jsonb_typeof(p_output -> 'post') = 'string'
      when 'instagram' then jsonb_typeof(p_output -> 'caption') = 'string'
      when 'email' then jsonb_typeof(p_output -> 'subject') = 'string' and jsonb_typeof(p_output -> 'body') = 'string'
      when 'tiktok' then private.are_strings(p_output -> 'hooks', 1) and private.are_strings(p_output -> 'talking_points')
        and coalesce(jsonb_typeof(p_output -> 'cta'), 'null') in ('string', 'null')
      else true
    end,
    false
  )
$$;
comment on function private.is_generation_output(text, jsonb) is
'Whether generation_output_text can read it: the parts a platform needs are there and are texts.';

create function private.text_into_output(p_platform text, p_output jsonb, p_text text)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select case
    when p_platform = 'linkedin' and p_output ? 'post' then jsonb_set(p_output, '{post}', to_jsonb(p_text))
    when p_platform = 'instagram' and p_output ? 'caption' then jsonb_set(p_output, '{caption}', to_jsonb(p_text))
    when p_platform in ('x', 'threads', 'email', 'tiktok') and p_output <> '{}' then null
    else p_output
  end
$$;
comment on function private.text_into_output(text, jsonb, text) is
'The structured output with this as its text; null for those of several parts, which are edited by their parts.';

create function private.json_tags(p_tags jsonb)
returns text[]
language sql
immutable
set search_path = ''
as $$
  select case
    when p_tags is not null then coalesce(array_agg(t.tag order by t.position) filter (where t.tag <> ''), '{}')
  end
  from (
    select btrim(ltrim(v.tag, '#')) as tag, v.position
    from unnest(private.json_texts(p_tags)) with ordinality as v (tag, position)
  ) as t
$$;
comment on function private.json_tags(jsonb) is 'A json array of tags as texts without number sign and blanks around; null for null.';

-- Call ----------------------------------------------------------------------------------------------------------------

create function private.edit_generated_content(
  p_generated_content_id uuid, p_changes jsonb, p_version integer default null, p_reason text default null
)
returns jsonb
language plpgsql
volatile
security definer -- clients have no grant on the texts; the organization and role are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_content public.generated_content;
  v_changes jsonb := p_changes;
  v_output jsonb;
  v_text text;
begin
  perform private.require_changes(p_changes, 'p_changes', '{
    "title": {"kind": "text", "max": 500}, "generated_text": {"kind": "text", "max": 200000, "required": true},
    "formatted_text": {"kind": "text", "max": 200000}, "content": {"kind": "object", "max": 1000000, "required": true},
    "caption": {"kind": "text", "max": 10000}, "hashtags": {"kind": "texts", "max": 100},
    "keywords": {"kind": "texts", "max": 100}, "cta": {"kind": "text", "max": 1000},
    "alt_text": {"kind": "text", "max": 2000}
  }');
  p_reason := private.require_text(p_reason, 'p_reason', 500, p_optional => true);
  perform private.find_generated_content(v_organization_id, p_generated_content_id);
  select c.* into strict v_content
  from public.generated_content as c
  where c.organization_id = v_organization_id and c.id = p_generated_content_id
  for no key update;
  if p_version <> v_content.version then
    perform private.raise_error(
      'CONFLICT', format('this is version %s of the content; it is at version %s', p_version, v_content.version),
      jsonb_build_object('field', 'p_version', 'version', v_content.version)
    );
  end if;

  v_text := coalesce(v_changes ->> 'generated_text', v_content.generated_text);
  if v_changes ? 'content' then
    v_output := v_changes -> 'content';
    perform private.require(
      private.is_generation_output(v_content.target_platform, v_output),
      'p_changes.content', format('p_changes.content has not the shape of a post for %s', v_content.target_platform)
    );
    perform private.require(
      not v_changes ? 'generated_text' or private.generation_output_text(v_content.target_platform, v_output) is null,
      'p_changes.generated_text', 'p_changes.generated_text follows from p_changes.content; leave one out'
    );
    v_text := coalesce(private.generation_output_text(v_content.target_platform, v_output), v_text);
    perform private.require(char_length(v_text) between 1 and 200000, 'p_changes.content', 'p_changes.content has no text, or too much');
    -- The parts that have a column of their own follow, unless they are given.
    v_changes := jsonb_strip_nulls(jsonb_build_object(
      'caption', left(v_output ->> 'caption', 10000), 'cta', left(v_output ->> 'cta', 1000), 'hashtags', v_output -> 'hashtags',
      'title', left(v_output ->> 'subject', 500), 'alt_text', left(v_output ->> 'alt_text', 2000)
    )) || v_changes;
  else
    v_output := case when v_changes ? 'generated_text'
      then private.text_into_output(v_content.target_platform, v_content.content, v_text) else v_content.content end;
    perform private.require(
      v_output is not null, 'p_changes.generated_text',
      format('a post for %s has several parts: give p_changes.content', v_content.target_platform)
    );
    v_output := v_output
      || case when v_output ? 'hashtags' and v_changes ? 'hashtags'
        then jsonb_build_object('hashtags', v_changes -> 'hashtags') else '{}' end
      || case when v_output ? 'cta' and v_changes ? 'cta' then jsonb_build_object('cta', v_changes -> 'cta') else '{}' end
      || case when v_output ? 'alt_text' and v_changes ? 'alt_text'
        then jsonb_build_object('alt_text', v_changes -> 'alt_text') else '{}' end;
    v_text := coalesce(private.generation_output_text(v_content.target_platform, v_output), v_text);
  end if;

  perform set_config('catalyst.change_source', 'manual', true);
  perform set_config('catalyst.change_reason', coalesce(p_reason, ''), true);
  update public.generated_content as c
  set title = case when v_changes ? 'title' then v_changes ->> 'title' else c.title end,
    generated_text = v_text,
    formatted_text = case
      when v_changes ? 'formatted_text' then v_changes ->> 'formatted_text' else c.formatted_text
    end,
    content = v_output,
    caption = case
      when v_changes ? 'caption' then v_changes ->> 'caption'
      when v_content.target_platform = 'instagram' and v_output ? 'caption' then left(v_output ->> 'caption', 10000)
      else c.caption
    end,
    hashtags = coalesce(private.json_tags(v_changes -> 'hashtags'), c.hashtags),
    keywords = coalesce(private.json_tags(v_changes -> 'keywords'), c.keywords),
    cta = case when v_changes ? 'cta' then v_changes ->> 'cta' else c.cta end,
    alt_text = case when v_changes ? 'alt_text' then v_changes ->> 'alt_text' else c.alt_text end,
    word_count = cardinality(regexp_split_to_array(btrim(v_text), '\s+'))
  where c.id = v_content.id
  returning c.* into strict v_content;
  perform set_config('catalyst.change_source', '', true);
  perform set_config('catalyst.change_reason', '', true);
  return private.generated_content_state(v_content);
end;
$$;
comment on function private.edit_generated_content(uuid, jsonb, integer, text) is
'The work of public.edit_generated_content.';

create function public.edit_generated_content(
  p_generated_content_id uuid, p_changes jsonb, p_version integer default null, p_reason text default null
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.edit_generated_content(p_generated_content_id, p_changes, p_version, p_reason)
$$;
comment on function public.edit_generated_content(uuid, jsonb, integer, text) is
'Changes a piece of generated content (creators). p_changes: any of title, generated_text, formatted_text, content, caption,
hashtags, keywords, cta, alt_text; null empties. Posts of several parts (x, threads, email, tiktok) take content, whose
text follows. p_version: CONFLICT when the content is at another version than the one read. p_reason goes on
record. The version rises; the decision on the older one is withdrawn. Returns what review_generated_content returns.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, CONFLICT, VALIDATION_ERROR (details.field).';

-- Grants --------------------------------------------------------------------------------------------------------------

revoke execute on function
  private.edit_generated_content(uuid, jsonb, integer, text),
  public.edit_generated_content(uuid, jsonb, integer, text)
from public;
grant execute on function
  private.edit_generated_content(uuid, jsonb, integer, text),
  public.edit_generated_content(uuid, jsonb, integer, text)
to authenticated;
