-- Purpose: fields of nested json arguments, each checked and named by its path when it does not fit.
-- Objects: private.field_object, field_text, field_texts, field_choice, field_number, field_integer, field_flag,
--          field_ids.

create function private.field_object(p_value jsonb, p_path text, p_known text[], p_optional boolean default false)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_unknown text;
begin
  if p_optional and (p_value is null or p_value = 'null'::jsonb) then
    return '{}'::jsonb;
  end if;
  perform private.require(
    jsonb_typeof(p_value) = 'object', p_path,
    format(case when p_value is null or p_value = 'null'::jsonb then '%s is missing' else '%s must be an object' end, p_path)
  );
  select k.key into v_unknown
  from jsonb_object_keys(p_value) as k (key)
  where k.key <> all (p_known)
  order by k.key
  limit 1;
  perform private.require(
    v_unknown is null, p_path || '.' || left(v_unknown, 60),
    format('%s.%s is not known; known are %s', p_path, left(v_unknown, 60), array_to_string(p_known, ', '))
  );
  return jsonb_strip_nulls(p_value);
end;
$$;
comment on function private.field_object(jsonb, text, text[], boolean) is
'The object without nulls, or VALIDATION_ERROR naming the path. An optional one that is not there is empty.';

create function private.field_text(
  p_object jsonb, p_key text, p_path text, p_max_length integer, p_min_length integer default 1,
  p_optional boolean default false
)
returns text
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_path text := p_path || '.' || p_key;
begin
  if not p_object ? p_key and p_optional then
    return null;
  end if;
  perform private.require(p_object ? p_key, v_path, format('%s is missing', v_path));
  perform private.require(jsonb_typeof(p_object -> p_key) = 'string', v_path, format('%s must be a string', v_path));
  return private.require_text(p_object ->> p_key, v_path, p_max_length, p_min_length);
end;
$$;
comment on function private.field_text(jsonb, text, text, integer, integer, boolean) is
'The string without white space around it, or VALIDATION_ERROR naming path.key.';

create function private.field_texts(
  p_object jsonb, p_key text, p_path text, p_max_items integer, p_max_length integer, p_optional boolean default true
)
returns text[]
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_path text := p_path || '.' || p_key;
  v_value jsonb := p_object -> p_key;
  v_bad bigint;
begin
  if v_value is null and p_optional then
    return '{}'::text[];
  end if;
  perform private.require(v_value is not null, v_path, format('%s is missing', v_path));
  perform private.require(jsonb_typeof(v_value) = 'array', v_path, format('%s must be an array', v_path));
  if v_value = '[]' then
    return '{}'::text[];
  end if;
  perform private.require(
    jsonb_array_length(v_value) <= p_max_items, v_path, format('%s has more than %s elements', v_path, p_max_items)
  );
  select e.position - 1 into v_bad
  from jsonb_array_elements(v_value) with ordinality as e (item, position)
  where jsonb_typeof(e.item) <> 'string'
    or char_length(btrim(e.item #>> '{}', e' \t\r\n')) not between 1 and p_max_length
  order by e.position
  limit 1;
  perform private.require(
    v_bad is null, format('%s[%s]', v_path, v_bad),
    format('%s[%s] must be a string of 1 to %s characters', v_path, v_bad, p_max_length)
  );
  return array(
    select d.item
    from (
      select distinct on (lower(t.item)) t.item, t.position
      from (
        select regexp_replace(btrim(e.item, e' \t\r\n'), '\s+', ' ', 'g') as item, e.position
        from jsonb_array_elements_text(v_value) with ordinality as e (item, position)
      ) as t
      order by lower(t.item), t.position
    ) as d
    order by d.position
  );
end;
$$;
comment on function private.field_texts(jsonb, text, text, integer, integer, boolean) is
'The distinct strings in the order given, or VALIDATION_ERROR naming path.key or path.key[position from 0].';

create function private.field_choice(
  p_object jsonb, p_key text, p_path text, p_choices text[], p_default text default null
)
returns text
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_path text := p_path || '.' || p_key;
begin
  if not p_object ? p_key and p_default is not null then
    return p_default;
  end if;
  perform private.require(
    jsonb_typeof(p_object -> p_key) = 'string' and p_object ->> p_key = any (p_choices), v_path,
    format('%s must be one of %s', v_path, array_to_string(p_choices, ', '))
  );
  return p_object ->> p_key;
end;
$$;
comment on function private.field_choice(jsonb, text, text, text[], text) is
'One of the choices, the default when it is not there, or VALIDATION_ERROR naming path.key.';

create function private.field_number(
  p_object jsonb, p_key text, p_path text, p_lowest numeric, p_highest numeric, p_default numeric default null,
  p_optional boolean default false
)
returns numeric
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_path text := p_path || '.' || p_key;
begin
  if not p_object ? p_key and (p_default is not null or p_optional) then
    return p_default;
  end if;
  perform private.require(p_object ? p_key, v_path, format('%s is missing', v_path));
  perform private.require(
    case when jsonb_typeof(p_object -> p_key) = 'number'
      then (p_object ->> p_key)::numeric between p_lowest and p_highest end,
    v_path, format('%s must be a number from %s to %s', v_path, p_lowest, p_highest)
  );
  return (p_object ->> p_key)::numeric;
end;
$$;
comment on function private.field_number(jsonb, text, text, numeric, numeric, numeric, boolean) is
'The number, the default when it is not there, or VALIDATION_ERROR naming path.key.';

create function private.field_integer(
  p_object jsonb, p_key text, p_path text, p_lowest integer, p_highest integer, p_default integer default null,
  p_optional boolean default false
)
returns integer
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_value numeric := private.field_number(p_object, p_key, p_path, p_lowest, p_highest, p_default, p_optional);
begin
  perform private.require(
    v_value is null or v_value = trunc(v_value), p_path || '.' || p_key,
    format('%s.%s must be a whole number', p_path, p_key)
  );
  return v_value::integer;
end;
$$;
comment on function private.field_integer(jsonb, text, text, integer, integer, integer, boolean) is
'The whole number, the default when it is not there, or VALIDATION_ERROR naming path.key.';

create function private.field_flag(p_object jsonb, p_key text, p_path text, p_default boolean default null)
returns boolean
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_path text := p_path || '.' || p_key;
begin
  if not p_object ? p_key and p_default is not null then
    return p_default;
  end if;
  perform private.require(p_object ? p_key, v_path, format('%s is missing', v_path));
  perform private.require(
    jsonb_typeof(p_object -> p_key) = 'boolean', v_path, format('%s must be true or false', v_path)
  );
  return (p_object -> p_key)::boolean;
end;
$$;
comment on function private.field_flag(jsonb, text, text, boolean) is
'True or false, the default when it is not there, or VALIDATION_ERROR naming path.key.';

create function private.field_ids(p_object jsonb, p_key text, p_path text, p_max_items integer)
returns uuid[]
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_texts text[] := private.field_texts(p_object, p_key, p_path, p_max_items, 36, false);
  v_bad text;
begin
  select t.item into v_bad
  from unnest(v_texts) as t (item)
  where t.item !~* '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'
  limit 1;
  perform private.require(v_bad is null, p_path || '.' || p_key, format('%s.%s must hold ids', p_path, p_key));
  return v_texts::uuid[];
end;
$$;
comment on function private.field_ids(jsonb, text, text, integer) is
'The distinct ids in the order given, or VALIDATION_ERROR naming path.key.';
