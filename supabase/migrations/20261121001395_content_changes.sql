-- Purpose: one check for the changes that clients send about content: known names, kinds and bounds; texts of json and
--          of several columns.
-- Objects: private.require_changes, private.json_texts, private.first_told.

create function private.require_changes(p_changes jsonb, p_field text, p_known jsonb)
returns void
language plpgsql
stable
set search_path = ''
as $$
declare
  v_key text;
  v_value jsonb;
  v_rule jsonb;
  v_text text;
  v_max integer;
  v_problem text;
begin
  perform private.require(
    jsonb_typeof(p_changes) = 'object' and p_changes <> '{}', p_field, p_field || ' must be an object with at least one change'
  );
  for v_key, v_value in select c.key, c.value from jsonb_each(p_changes) as c loop
    v_rule := p_known -> v_key;
    v_text := v_value #>> '{}';
    v_max := (v_rule ->> 'max')::integer;
    v_problem := case
      when v_rule is null then
        'is not known; known are ' || (select string_agg(k, ', ' order by k) from jsonb_object_keys(p_known) as k)
      when v_value = 'null' then case when v_rule ? 'required' then 'must not be null' end
      else case v_rule ->> 'kind'
        when 'text' then case
          when jsonb_typeof(v_value) <> 'string' or char_length(btrim(v_text)) not between 1 and v_max
            then format('must be a text of 1 to %s characters', v_max)
          end
        when 'texts' then case
          when jsonb_typeof(v_value) <> 'array' or jsonb_array_length(v_value) > v_max or exists (
            select from jsonb_array_elements(v_value) as e
            where jsonb_typeof(e) <> 'string' or char_length(e #>> '{}') not between 1 and 100
          ) then format('must be an array of at most %s texts of 1 to 100 characters', v_max)
          end
        when 'object' then case
          when jsonb_typeof(v_value) <> 'object' or octet_length(v_value::text) > v_max
            then format('must be an object of at most %s bytes', v_max)
          end
        when 'url' then case
          when jsonb_typeof(v_value) <> 'string' or private.is_http_url(v_text) is not true
            then 'must be an http or https address'
          end
        when 'language' then case
          when jsonb_typeof(v_value) <> 'string' or v_text !~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' or char_length(v_text) > 35
            then 'must be a language tag such as nl or en-GB'
          end
        when 'uuid' then case
          when jsonb_typeof(v_value) <> 'string' or not pg_input_is_valid(v_text, 'uuid') then 'must be a uuid'
          end
        when 'moment' then case
          when jsonb_typeof(v_value) <> 'string' or not pg_input_is_valid(v_text, 'timestamptz') or v_text ~* 'infinity'
            then 'must be a moment such as 2026-06-01T12:00:00Z'
          end
        else 'has a rule of an unknown kind'
      end
    end;
    perform private.require(
      v_problem is null, p_field || '.' || left(v_key, 60), format('%s.%s %s', p_field, left(v_key, 60), v_problem)
    );
  end loop;
end;
$$;
comment on function private.require_changes(jsonb, text, jsonb) is
'VALIDATION_ERROR naming the first change that is unknown or does not fit. p_known: name → {"kind": text | texts |
object | url | language | uuid | moment, "max": characters, elements or bytes, "required": true when it must not
become null}.';

create function private.json_texts(p_value jsonb)
returns text[]
language sql
immutable
set search_path = ''
as $$
  -- The elements in their order, each once, without what is not text.
  select coalesce(array_agg(t.value order by t.first_position), '{}')
  from (
    select btrim(e.value #>> '{}') as value, min(e.position) as first_position
    from jsonb_array_elements(case jsonb_typeof(p_value) when 'array' then p_value else '[]' end)
      with ordinality as e (value, position)
    where jsonb_typeof(e.value) = 'string' and btrim(e.value #>> '{}') <> ''
    group by 1
  ) as t
$$;
comment on function private.json_texts(jsonb) is 'A json array as a text array, trimmed, without doubles; {} for anything else.';

create function private.first_told(variadic p_texts text[])
returns text
language sql
immutable
set search_path = ''
as $$
  select t.line
  from unnest(p_texts) with ordinality as t (line, position)
  where t.line ~ '\S'
  order by t.position
  limit 1
$$;
comment on function private.first_told(text[]) is 'The first of these texts that is more than white space, as it is; null when none is.';
