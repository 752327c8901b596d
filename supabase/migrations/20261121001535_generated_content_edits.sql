-- Purpose: people change generated content; text and structure stay the same thing, and what it was is kept.
-- Objects: are_strings, is_generation_output, text_into_output, json_tags, spoken_words, is_script, script_text,
--          text_into_script, timed_script, revid_text, edit_generated_content.

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

-- Scripts -------------------------------------------------------------------------------------------------------------

create function private.spoken_words(p_text text)
returns integer
language sql
immutable
set search_path = ''
as $$
  select (
    select count(*) from regexp_matches(p_text, '[[:alnum:]]+(?:[''’.,&/-][[:alnum:]]+)*', 'g')
  )::integer
$$;
comment on function private.spoken_words(text) is 'Words of a text, counted as workers do: "e-mail", "1,000" and "don''t" are one each.';

create function private.is_script(p_content jsonb)
returns boolean
language sql
immutable
set search_path = ''
as $$
  select coalesce(
    jsonb_typeof(p_content #> '{hook,text}') = 'string' and jsonb_typeof(p_content #> '{body,text}') = 'string'
    and jsonb_typeof(p_content #> '{call_to_action,text}') = 'string',
    false
  )
$$;
comment on function private.is_script(jsonb) is 'A script in its parts: hook, body and call_to_action, each with a text.';

create function private.script_text(p_script jsonb)
returns text
language sql
immutable
set search_path = ''
as $$
  select string_agg(btrim(t.part, e' \t\n\r'), e'\n\n' order by t.position)
  from unnest(array[
    p_script #>> '{hook,text}', p_script #>> '{body,text}', p_script #>> '{call_to_action,text}'
  ]) with ordinality as t (part, position)
  where t.part ~ '\S'
$$;
comment on function private.script_text(jsonb) is 'What is said: the parts of a script, apart by blank lines; null when nothing is.';

create function private.text_into_script(p_script jsonb, p_text text)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select p_script || jsonb_build_object(
    'hook', p_script -> 'hook' || jsonb_build_object('text', p.paragraphs[1]),
    'body', p_script -> 'body' || jsonb_build_object('text', array_to_string(p.paragraphs[2:p.upper], e'\n\n')),
    'call_to_action', p_script -> 'call_to_action' || jsonb_build_object(
      'text', coalesce(p.paragraphs[p.upper + 1], '')
    )
  )
  from (
    select t.paragraphs, cardinality(t.paragraphs) - (
      cardinality(t.paragraphs) > 2 and p_script #>> '{call_to_action,text}' ~ '\S'
    )::integer as upper
    from (
      select array(
        select btrim(s.paragraph, e' \t\n\r')
        from regexp_split_to_table(replace(p_text, e'\r', ''), '\n\s*\n') with ordinality as s (paragraph, position)
        where s.paragraph ~ '\S'
        order by s.position
      ) as paragraphs
    ) as t
  ) as p
$$;
comment on function private.text_into_script(jsonb, text) is
'The script with this as its text: its first paragraph is the hook, its last one the call where the script had one and there are three, what lies
between is the body.';

create function private.timed_script(p_script jsonb, p_before jsonb)
returns jsonb
language sql
immutable
set search_path = ''
as $$
  select p_script || jsonb_object_agg(
    n.name,
    p_script -> n.name
      || jsonb_build_object('duration_seconds', ceil(private.spoken_words(p_script #>> array[n.name, 'text']) * 0.4))
      || case
        -- A point that was a sentence of the body and is none any more is no point of it.
        when n.name = 'body' and private.are_strings(p_script #> '{body,key_points}') then jsonb_build_object('key_points', (
          select coalesce(jsonb_agg(k.point order by k.position), '[]')
          from jsonb_array_elements_text(p_script #> '{body,key_points}') with ordinality as k (point, position)
          where position(k.point in p_script #>> '{body,text}') > 0 or position(k.point in p_before #>> '{body,text}') = 0
        ))
        when n.name = 'call_to_action' and p_script #>> '{call_to_action,text}' !~ '\S' then '{"action_type": "none"}'
        else '{}'
      end
  )
  from unnest('{hook,body,call_to_action}'::text[]) as n (name)
$$;
comment on function private.timed_script(jsonb, jsonb) is
'A script with the seconds of its parts at 150 words a minute, as docs/scores.md counts them, and without points that its body lost since p_before.';

create function private.revid_text(p_text text)
returns text
language sql
immutable
set search_path = ''
as $$
  select regexp_replace(
    btrim(regexp_replace(p_text, '[*_`#~|<>{}\[\]]|https?://\S+', '', 'g')),
    '([.!?…]["”’'')]*)[ \t]+(?=["“‘''(]?[[:upper:][:digit:]])', e'\\1\n', 'g'
  )
$$;
comment on function private.revid_text(text) is
'What RevID takes: a paragraph a scene, a sentence a line, nothing that is not to be said. After abbreviations lines may end too early.';

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
  v_is_script boolean;
  v_is_reworded boolean;
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
  v_is_script := v_content.content_type = 'script' and private.is_script(v_content.content);
  if v_is_script then
    v_output := case
      when v_changes ? 'content' then v_changes -> 'content'
      when v_changes ? 'generated_text' then private.text_into_script(v_content.content, v_text)
      else v_content.content end;
    perform private.require(
      private.is_script(v_output) and private.script_text(v_output) is not null, 'p_changes.content',
      'p_changes.content must have hook, body and call_to_action, each with a text'
    );
    perform private.require(
      not v_changes ?& '{content,generated_text}'::text[], 'p_changes.generated_text',
      'p_changes.generated_text follows from p_changes.content; leave one out'
    );
    if v_changes ? 'cta' then
      v_output := jsonb_set(v_output, '{call_to_action,text}', to_jsonb(coalesce(v_changes ->> 'cta', '')));
    end if;
    if v_output is distinct from v_content.content then
      v_output := private.timed_script(v_output, v_content.content);
      v_text := private.script_text(v_output);
      v_changes := jsonb_build_object(
        'cta', left(nullif(v_output #>> '{call_to_action,text}', ''), 1000), 'formatted_text', private.revid_text(v_text)
      ) || v_changes;
    end if;
    perform private.require(char_length(v_text) <= 200000, 'p_changes.content', 'p_changes.content has too much text');
  elsif v_changes ? 'content' then
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

  -- What was measured of a text says nothing of another one: the worker measures the edited one.
  v_is_reworded := v_text is distinct from v_content.generated_text;
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
    word_count = case when v_is_reworded then private.spoken_words(v_text) else c.word_count end,
    estimated_reading_seconds = case
      when v_is_reworded and v_is_script then ceil(private.spoken_words(v_text) * 0.4)::integer
      else c.estimated_reading_seconds
    end,
    seo_score = case when not v_is_reworded then c.seo_score end,
    readability_score = case when not v_is_reworded then c.readability_score end,
    emotional_tone_score = case when not v_is_reworded then c.emotional_tone_score end,
    voice_fit_score = case when not v_is_reworded then c.voice_fit_score end,
    estimated_performance = case when not v_is_reworded then c.estimated_performance end,
    quality_score = case when not v_is_reworded then c.quality_score end,
    quality_metrics = case when v_is_reworded then '{}' else c.quality_metrics end,
    reasons = case when v_is_reworded then '{}' else c.reasons end,
    generation_metadata = case
      when v_is_reworded then c.generation_metadata || '{"voice_fit": {"score": null, "reason": "edited"}}'
      else c.generation_metadata
    end
  where c.id = v_content.id
  returning c.* into strict v_content;
  perform set_config('catalyst.change_source', '', true);
  perform set_config('catalyst.change_reason', '', true);
  if v_is_reworded then
    perform private.request_judgement(v_content);
  end if;
  return private.generated_content_state(v_content);
end;
$$;
comment on function private.edit_generated_content(uuid, jsonb, integer, text) is
'The work of public.edit_generated_content.';

create function public.edit_generated_content(
  p_generated_content_id uuid default null, p_changes jsonb default null,
  p_version integer default null, p_reason text default null
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
'Changes a piece of generated content (creators). p_changes: any of title, generated_text, formatted_text, content,
caption, hashtags, keywords, cta, alt_text; null empties. Posts of several parts (x, threads, email, tiktok) take
content, whose text follows. Of a script either may be given: content {hook, body, call_to_action, each with a text}, or
generated_text, whose first paragraph is the hook and whose last one the call; seconds, words and the form for RevID
follow. Scores of the earlier text are taken away at once, and those of the new one come within seconds.
p_version: CONFLICT when the content is at another version than the one read. p_reason goes on record. The version
rises; the decision on the older one is withdrawn. Returns what review_generated_content returns.
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
