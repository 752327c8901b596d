-- Purpose: using templates: variables that fit the text, filling it in, and ratings.
-- Objects: template_variables, use_content_template, rate_template, and the triggers that check content_templates and
--          brand_templates.

-- Variables -----------------------------------------------------------------------------------------------------------

create function private.template_variables(p_text text)
returns text[]
language sql
immutable
set search_path = ''
as $$
  select coalesce(array_agg(distinct m.groups[1] order by m.groups[1]), '{}')
  from regexp_matches(p_text, '\{\{\s*([a-z][a-z0-9_]{0,39})\s*\}\}', 'g') as m (groups)
$$;
comment on function private.template_variables(text) is 'The names in {{double braces}}, each once, in order.';

create function private.filled_length(p_text text, p_values jsonb)
returns bigint
language sql
immutable
set search_path = ''
as $$
  select char_length(regexp_replace(p_text, '\{\{\s*[a-z][a-z0-9_]{0,39}\s*\}\}', '', 'g')) + coalesce(
    sum(v.uses * char_length(p_values ->> v.name)), 0
  )
  from (
    select m.groups[1] as name, count(*) as uses
    from regexp_matches(p_text, '\{\{\s*([a-z][a-z0-9_]{0,39})\s*\}\}', 'g') as m (groups)
    group by 1
  ) as v
$$;
comment on function private.filled_length(text, jsonb) is
'How many characters fill_template would make: a few thousand uses of one long value are hundreds of megabytes.';

create function private.fill_template(p_text text, p_values jsonb)
returns text
language plpgsql
immutable
set search_path = ''
as $$
declare
  v_pattern constant text := '\{\{\s*([a-z][a-z0-9_]{0,39})\s*\}\}';
  v_parts text[] := regexp_split_to_array(p_text, v_pattern);
  v_names text[] := array(select m.groups[1] from regexp_matches(p_text, v_pattern, 'g') as m (groups));
begin
  -- Part by part, so that braces inside a value stay what they are.
  return (
    select string_agg(t.part || coalesce(p_values ->> t.name, ''), '' order by t.position)
    from unnest(v_parts, v_names) with ordinality as t (part, name, position)
  );
end;
$$;
comment on function private.fill_template(text, jsonb) is 'The text with its variables replaced by the values of these names.';

create function private.check_content_template()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_used text[] := private.template_variables(new.template_text);
  v_declared text[];
  v_odd text;
begin
  perform private.require(
    regexp_replace(new.template_text, '\{\{\s*[a-z][a-z0-9_]{0,39}\s*\}\}', '', 'g') !~ '\{\{',
    'template_text', 'template_text has {{ that opens no variable: names are lower-case letters, digits and _, at most 40'
  );
  perform private.require(
    cardinality(v_used) <= 50, 'template_text', 'template_text must have at most 50 variables'
  );
  if not new.parameters ? 'variables' then
    new.parameters := new.parameters || jsonb_build_object('variables', to_jsonb(v_used));
    return new;
  end if;
  perform private.require(
    jsonb_typeof(new.parameters -> 'variables') = 'array'
      and not jsonb_path_exists(new.parameters, 'strict $.variables[*] ? (@.type() != "string")'),
    'parameters', 'parameters.variables must be an array of names'
  );
  v_declared := array(select distinct v.name from jsonb_array_elements_text(new.parameters -> 'variables') as v (name));
  select u.name into v_odd from unnest(v_used) as u (name) where u.name <> all(v_declared) limit 1;
  perform private.require(not found, 'parameters', format('template_text uses {{%s}}, which parameters.variables does not declare', v_odd));
  select d.name into v_odd from unnest(v_declared) as d (name) where d.name <> all(v_used) limit 1;
  perform private.require(
    not found, 'template_text', format('parameters.variables declares %s, which template_text does not use', left(v_odd, 60))
  );
  return new;
end;
$$;
comment on function private.check_content_template() is
'Every {{variable}} of the text is declared and every declared one is used; without a declaration the text declares them.';

create trigger check_row before insert or update of template_text, parameters on public.content_templates
for each row execute function private.check_content_template();

-- Content templates ---------------------------------------------------------------------------------------------------

create function private.filled_template(
  p_organization_id uuid, p_content_template_id uuid, p_values jsonb
)
returns jsonb
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_template public.content_templates;
  v_odd text;
begin
  perform private.require(p_content_template_id is not null, 'p_content_template_id', 'p_content_template_id is missing');
  perform private.require(
    jsonb_typeof(p_values) = 'object' and octet_length(p_values::text) <= 65536,
    'p_values', 'p_values must be an object of at most 65,536 bytes'
  );
  select t.* into v_template
  from public.content_templates as t
  where t.id = p_content_template_id and t.is_active and (t.is_public or t.organization_id = p_organization_id);
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such content template');
  end if;
  select n.name into v_odd
  from jsonb_array_elements_text(v_template.parameters -> 'variables') as n (name)
  where coalesce(jsonb_typeof(p_values -> n.name), 'null') not in ('string', 'number', 'boolean')
  limit 1;
  perform private.require(not found, 'p_values', format('p_values must give %s a text, a number or a truth value', v_odd));
  select k.name into v_odd
  from jsonb_object_keys(p_values) as k (name)
  where not v_template.parameters -> 'variables' ? k.name
  limit 1;
  perform private.require(not found, 'p_values', format('p_values gives %s, which is not a variable of the template', left(v_odd, 60)));
  perform private.require(
    private.filled_length(v_template.template_text, p_values) <= 200000,
    'p_values', 'p_values make a text of more than 200,000 characters'
  );
  return jsonb_build_object(
    'content_template_id', v_template.id,
    'content_type', v_template.content_type,
    'language', v_template.language,
    'parameters', v_template.parameters,
    'text', private.fill_template(v_template.template_text, p_values)
  );
end;
$$;
comment on function private.filled_template(uuid, uuid, jsonb) is
'What use_content_template answers, without counting it as a use. Errors: NOT_FOUND, VALIDATION_ERROR.';

create function private.use_content_template(p_content_template_id uuid, p_values jsonb)
returns jsonb
language plpgsql
volatile
security definer -- uses of public templates are counted in rows of other organizations
set search_path = ''
as $$
declare
  v_filled jsonb := private.filled_template(private.require_role('creator'), p_content_template_id, p_values);
begin
  update public.content_templates set usage_count = usage_count + 1 where id = p_content_template_id;
  return v_filled;
end;
$$;

create function public.use_content_template(p_content_template_id uuid default null, p_values jsonb default '{}')
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select coalesce(
    private.earlier_answer('use_content_template', jsonb_build_array(p_content_template_id, p_values)),
    private.remember_answer('use_content_template', private.use_content_template(p_content_template_id, p_values))
  )
$$;
comment on function public.use_content_template(uuid, jsonb) is
'Fills in a template of the organization or a public one: {content_template_id, content_type, language, parameters, text}, and counts the use.
p_values gives each variable a value; the text has at most 200,000 characters.
Errors: FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

-- Visual templates ----------------------------------------------------------------------------------------------------

create function private.check_brand_template()
returns trigger
language plpgsql
volatile
security definer -- reads templates of other organizations, and the plan
set search_path = ''
as $$
declare
  v_template public.templates;
begin
  if new.template_id is null then
    return new;
  end if;
  select t.* into v_template
  from public.templates as t
  where t.id = new.template_id and (t.is_public or t.organization_id = new.organization_id);
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such template');
  end if;
  if v_template.is_premium and v_template.organization_id <> new.organization_id
    and private.effective_plan(new.organization_id) = 'free' then
    perform private.raise_error('FORBIDDEN', 'premium templates need a paid plan');
  end if;
  update public.templates set usage_count = usage_count + 1 where id = v_template.id;
  return new;
end;
$$;
comment on function private.check_brand_template() is
'A brand customizes templates it can see and its plan includes. Whether a foreign private one exists is not told.';

create trigger check_row before insert or update of template_id on public.brand_templates
for each row execute function private.check_brand_template();

create function private.rate_template(p_template_id uuid, p_stars integer)
returns jsonb
language plpgsql
volatile
security definer -- the mean is a column of the owner's row
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_template public.templates;
  v_before smallint;
begin
  perform private.require(p_stars between 0 and 5, 'p_stars', 'p_stars must be from 0 to 5');
  -- The lock on the template makes raters wait for each other: the mean loses none.
  select t.* into v_template
  from public.templates as t
  where t.id = p_template_id and (t.is_public or t.organization_id = v_organization_id)
  for no key update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such template');
  end if;
  select r.stars into v_before
  from public.template_ratings as r
  where r.template_id = p_template_id and r.user_id = auth.uid();
  insert into public.template_ratings (template_id, user_id, organization_id, stars)
  values (p_template_id, auth.uid(), v_organization_id, p_stars)
  on conflict (template_id, user_id) do update
  set stars = excluded.stars, organization_id = excluded.organization_id;
  update public.templates as t
  set rating = r.rating, rating_count = r.rating_count
  from (
    select round(avg(g.stars), 2) as rating, count(*) as rating_count
    from public.template_ratings as g
    where g.template_id = p_template_id
  ) as r
  where t.id = p_template_id
  returning t.* into v_template;
  return jsonb_build_object(
    'template_id', v_template.id, 'stars', p_stars, 'previous_stars', v_before, 'rating', v_template.rating,
    'rating_count', v_template.rating_count
  );
end;
$$;

create function public.rate_template(p_template_id uuid default null, p_stars integer default null)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.rate_template(p_template_id, p_stars)
$$;
comment on function public.rate_template(uuid, integer) is
'Gives a template 0 to 5 stars; a second rating of the same person replaces the first. Errors: FORBIDDEN, NOT_FOUND, VALIDATION_ERROR.';

-- Grants --------------------------------------------------------------------------------------------------------------

-- The trigger runs as whoever writes the template.
grant execute on function private.template_variables(text) to authenticated;
grant execute on function
  public.use_content_template(uuid, jsonb),
  private.use_content_template(uuid, jsonb),
  public.rate_template(uuid, integer),
  private.rate_template(uuid, integer)
to authenticated;
