-- Purpose: taking suggestions over, field by field, by hand or by setting; and how a worker's analysis becomes one.
-- Objects: numbering and applied_at of suggestions, write_ai_suggestion, apply_ai_suggestion, automatic application.

-- What every writer is held to ----------------------------------------------------------------------------------------

create function private.number_ai_suggestion()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  -- Two analyses of one item that end at once get different numbers.
  perform pg_advisory_xact_lock(hashtextextended(new.content_item_id::text, 1560));
  select coalesce(max(s.version), 0) + 1 into new.version
  from public.ai_suggestions as s
  where s.content_item_id = new.content_item_id;
  return new;
end;
$$;
comment on function private.number_ai_suggestion() is 'Counts the suggestions of an item, whatever number is given.';

create trigger number_row before insert on public.ai_suggestions
for each row execute function private.number_ai_suggestion();

create function private.mark_ai_suggestions_applied()
returns trigger
language plpgsql
volatile
security definer -- derives a column that nobody may write
set search_path = ''
as $$
begin
  update public.ai_suggestions as s
  set applied_at = a.first_at
  from (
    select c.ai_suggestion_id, min(p.applied_at) as first_at
    from (select distinct r.organization_id, r.ai_suggestion_id from changed_rows as r) as c
    left join public.ai_suggestion_applications as p
      on p.organization_id = c.organization_id and p.ai_suggestion_id = c.ai_suggestion_id
    group by c.ai_suggestion_id
  ) as a
  where s.id = a.ai_suggestion_id and s.applied_at is distinct from a.first_at;
  return null;
end;
$$;
comment on function private.mark_ai_suggestions_applied() is 'A suggestion is applied when a field of it is.';

create trigger mark_applied_insert after insert on public.ai_suggestion_applications
referencing new table as changed_rows for each statement execute function private.mark_ai_suggestions_applied();
create trigger mark_applied_delete after delete on public.ai_suggestion_applications
referencing old table as changed_rows for each statement execute function private.mark_ai_suggestions_applied();

-- Applying ------------------------------------------------------------------------------------------------------------

create function private.write_ai_suggestion(
  p_suggestion public.ai_suggestions,
  p_fields public.ai_suggestion_field[],
  p_title_number integer,
  p_actor uuid,
  p_reason text
)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_item public.content_items;
  v_title text := p_suggestion.suggested_titles[p_title_number];
begin
  select c.* into v_item
  from public.content_items as c
  where c.organization_id = p_suggestion.organization_id and c.id = p_suggestion.content_item_id
    and c.deleted_at is null
  for no key update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'the content of this suggestion is gone');
  end if;

  perform set_config('catalyst.change_source', 'ai_suggestion', true);
  perform set_config('catalyst.change_reason', coalesce(p_reason, format('suggestion %s', p_suggestion.version)), true);
  update public.content_items as c
  set title = case when 'title' = any(p_fields) then v_title else c.title end,
    description = case
      when 'description' = any(p_fields) then p_suggestion.suggested_description else c.description
    end,
    tags = case when 'tags' = any(p_fields) then p_suggestion.suggested_tags else c.tags end,
    category = case when 'category' = any(p_fields) then p_suggestion.suggested_category else c.category end,
    edited_at = now()
  where c.id = v_item.id
    and (
      ('title' = any(p_fields) and c.title is distinct from v_title)
      or ('description' = any(p_fields) and c.description is distinct from p_suggestion.suggested_description)
      or ('tags' = any(p_fields) and c.tags is distinct from p_suggestion.suggested_tags)
      or ('category' = any(p_fields) and c.category is distinct from p_suggestion.suggested_category)
    );
  perform set_config('catalyst.change_source', '', true);
  perform set_config('catalyst.change_reason', '', true);

  insert into public.ai_suggestion_applications as a
    (organization_id, ai_suggestion_id, applied_field, applied_value, applied_by)
  select p_suggestion.organization_id, p_suggestion.id, f.field,
    case f.field
      when 'title' then v_title
      when 'description' then p_suggestion.suggested_description
      when 'tags' then to_jsonb(p_suggestion.suggested_tags)::text
      else p_suggestion.suggested_category
    end,
    p_actor
  from (select distinct u.field from unnest(p_fields) as u (field)) as f
  on conflict (organization_id, ai_suggestion_id, applied_field) do update
  set applied_value = excluded.applied_value, applied_by = excluded.applied_by, applied_at = now()
  where a.applied_value <> excluded.applied_value;
end;
$$;
comment on function private.write_ai_suggestion(
  public.ai_suggestions, public.ai_suggestion_field[], integer, uuid, text
) is
'Takes fields of a suggestion over into its item, in one transaction; a second time changes nothing. The caller has checked who may.';

create function private.ai_suggestion_fields(p_suggestion public.ai_suggestions)
returns public.ai_suggestion_field[]
language sql
immutable
set search_path = ''
as $$
  select array_remove(array[
    case when cardinality(p_suggestion.suggested_titles) > 0 then 'title' end,
    case when p_suggestion.suggested_description is not null then 'description' end,
    case when cardinality(p_suggestion.suggested_tags) > 0 then 'tags' end,
    case when p_suggestion.suggested_category is not null then 'category' end
  ]::public.ai_suggestion_field[], null)
$$;
comment on function private.ai_suggestion_fields(public.ai_suggestions) is 'The fields a suggestion has something for.';

create function private.apply_ai_suggestion(
  p_suggestion_id uuid, p_fields text[] default null, p_title_number integer default 1
)
returns jsonb
language plpgsql
volatile
security definer -- clients have no grant on the item or the applications; the organization and role are checked here
set search_path = ''
as $$
declare
  v_organization_id uuid := private.require_role('creator');
  v_suggestion public.ai_suggestions;
  v_offered public.ai_suggestion_field[];
begin
  perform private.require(p_suggestion_id is not null, 'p_suggestion_id', 'p_suggestion_id is missing');
  select s.* into v_suggestion
  from public.ai_suggestions as s
  where s.organization_id = v_organization_id and s.id = p_suggestion_id
  for no key update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such suggestion in the active organization');
  end if;
  v_offered := private.ai_suggestion_fields(v_suggestion);
  p_fields := coalesce(p_fields, v_offered::text[]);
  perform private.require(
    cardinality(p_fields) between 1 and 4 and p_fields <@ v_offered::text[],
    'p_fields', 'p_fields must name fields the suggestion has: ' || array_to_string(v_offered, ', ')
  );
  perform private.require(
    not 'title' = any(p_fields) or p_title_number between 1 and cardinality(v_suggestion.suggested_titles),
    'p_title_number', format('p_title_number must be from 1 to %s', cardinality(v_suggestion.suggested_titles))
  );
  perform private.write_ai_suggestion(
    v_suggestion, p_fields::public.ai_suggestion_field[], p_title_number, (select auth.uid()), null
  );
  return (
    select jsonb_build_object(
      'suggestion_id', v_suggestion.id, 'content_item_id', v_suggestion.content_item_id,
      'is_applied', true, 'applied_at', min(a.applied_at),
      'applications', jsonb_object_agg(a.applied_field, jsonb_build_object(
        'applied_value', a.applied_value, 'applied_by', a.applied_by, 'applied_at', a.applied_at
      ))
    )
    from public.ai_suggestion_applications as a
    where a.organization_id = v_organization_id and a.ai_suggestion_id = v_suggestion.id
  );
end;
$$;
comment on function private.apply_ai_suggestion(uuid, text[], integer) is 'The work of public.apply_ai_suggestion.';

create function public.apply_ai_suggestion(
  p_suggestion_id uuid default null, p_fields text[] default null, p_title_number integer default 1
)
returns jsonb
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.apply_ai_suggestion(p_suggestion_id, p_fields, p_title_number)
$$;
comment on function public.apply_ai_suggestion(uuid, text[], integer) is
'Takes fields of a suggestion over into its content item (creators): p_fields of title, description, tags, category, all it
has without p_fields; p_title_number says which of suggested_titles. What was there is kept in content_revisions.
Applying the same again changes nothing. Returns {suggestion_id, content_item_id, is_applied, applied_at,
applications: {field: {applied_value, applied_by, applied_at}}}.
Errors: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, VALIDATION_ERROR (details.field).';

-- Without asking ------------------------------------------------------------------------------------------------------

create function private.apply_ai_suggestions_by_setting()
returns trigger
language plpgsql
volatile
security definer -- reads the settings and role of the person who asked
set search_path = ''
as $$
declare
  v_suggestion public.ai_suggestions;
begin
  for v_suggestion in
    select s.*
    from new_rows as n
    join public.ai_suggestions as s on s.organization_id = n.organization_id and s.id = n.id
    join public.content_items as i
      on i.organization_id = s.organization_id and i.id = s.content_item_id and i.deleted_at is null
    join public.user_settings as u on u.user_id = s.user_id and u.is_auto_apply_ai_suggestions_enabled
    join public.organization_members as m
      on m.organization_id = s.organization_id and m.user_id = s.user_id and m.is_in_force and m.role >= 'creator'
    where cardinality(private.ai_suggestion_fields(s)) > 0
    order by s.content_item_id, s.version
  loop
    perform private.write_ai_suggestion(
      v_suggestion, private.ai_suggestion_fields(v_suggestion), 1, v_suggestion.user_id, 'by setting'
    );
  end loop;
  return null;
end;
$$;
comment on function private.apply_ai_suggestions_by_setting() is
'Applies suggestions at once for those who set is_auto_apply_ai_suggestions_enabled and may change content.';

create trigger apply_by_setting after insert on public.ai_suggestions
referencing new table as new_rows for each statement execute function private.apply_ai_suggestions_by_setting();

select private.attach_audit('public.ai_suggestion_applications', 'id', '{applied_value}');

-- Grants --------------------------------------------------------------------------------------------------------------

revoke execute on function
  private.apply_ai_suggestion(uuid, text[], integer), public.apply_ai_suggestion(uuid, text[], integer)
from public;
grant execute on function
  private.apply_ai_suggestion(uuid, text[], integer), public.apply_ai_suggestion(uuid, text[], integer)
to authenticated;
