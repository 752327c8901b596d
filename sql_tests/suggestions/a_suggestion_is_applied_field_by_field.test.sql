begin;
select plan(35);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('vic@example.test') as vic \gset
select tests.create_user('bob@example.test') as bob \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select active_organization_id as other from public.profiles where id = :'bob' \gset
select private.change_plan(:'org', 'agency') \gset ignored_
insert into public.organization_members (organization_id, user_id, role) values (:'org', :'vic', 'viewer');
create function pg_temp.create_content_item(p_organization_id uuid, p_title text)
returns uuid
language sql
as $$
  with connection as (
    insert into public.platform_connections (organization_id, platform, platform_user_id, vault_secret_name)
    select p_organization_id, 'youtube', i, 'connection:' || i from gen_random_uuid() as i
    returning id
  ),
  account as (
    insert into public.social_accounts (organization_id, connection_id, platform, platform_account_id, account_name)
    select p_organization_id, c.id, 'youtube', 'channel', 'Channel' from connection as c returning id
  )
  insert into public.content_items (organization_id, social_account_id, platform, platform_content_id, title)
  select p_organization_id, a.id, 'youtube', 'video', p_title from account as a
  returning id
$$;
select pg_temp.create_content_item(:'org', 'Old title') as item \gset
select pg_temp.create_content_item(:'other', 'Foreign') as foreign_item \gset

insert into public.ai_suggestions
  (organization_id, user_id, content_item_id, suggested_titles, suggested_description, suggested_tags, seo_score)
values (:'org', :'ada', :'item', '{"First title","Second title"}', 'New description', '{bread,sourdough}', 81.5)
returning id as suggestion \gset
insert into public.ai_suggestions (organization_id, content_item_id, suggested_titles, version)
values (:'org', :'item', '{Third}', 1) returning id as second, version as second_version \gset
insert into public.ai_suggestions (organization_id, content_item_id) values (:'org', :'item') returning id as empty \gset
select is(:second_version, 2, 'suggestions of an item are counted, whatever number is given');
select is(
  tests.raised_code(format(
    'insert into public.ai_suggestions (organization_id, content_item_id) values (%L, %L)', :'org', :'foreign_item'
  )), '23503', 'none is about another organization''s content'
);

create function pg_temp.item(p_id uuid) returns text language sql as $$
  select concat_ws('|', i.title, i.description, array_to_string(i.tags, ','))
  from public.content_items as i where i.id = p_id
$$;
create function pg_temp.try(p_arguments text, p_id uuid) returns text language sql as $$
  select tests.raised_code(format('select public.apply_ai_suggestion(%L%s)', p_id, p_arguments))
$$;
grant execute on function pg_temp.item(uuid), pg_temp.try(text, uuid) to public;

-- By field
select tests.act_as(:'ada');
select public.apply_ai_suggestion(:'suggestion', '{title}') as applied \gset
select is(:'applied'::jsonb #>> '{applications,title,applied_value}', 'First title', 'the first title is taken over');
select is(:'applied'::jsonb #>> '{applications,title,applied_by}', :'ada', 'by whom');
select is(pg_temp.item(:'item'), 'First title|', 'and nothing else');
select is((select s.is_applied from public.ai_suggestions as s where s.id = :'suggestion'), true, 'it counts as applied');
select is((select s.applied_at is not null from public.ai_suggestions as s where s.id = :'suggestion'), true, 'since a moment');
select is((select s.is_applied from public.ai_suggestions as s where s.id = :'second'), false, 'the other does not');

select is(
  public.apply_ai_suggestion(:'suggestion', '{title}'), :'applied'::jsonb, 'applying it again changes nothing'
);
select is((select count(*) from public.ai_suggestion_applications), 1::bigint, 'and adds nothing');
select is(
  public.apply_ai_suggestion(:'suggestion', '{title}', 2) #>> '{applications,title,applied_value}', 'Second title', 'another title can be chosen'
);
select is((select count(*) from public.ai_suggestion_applications), 1::bigint, 'instead of the first');
select public.apply_ai_suggestion(:'suggestion') as applied \gset
select is(pg_temp.item(:'item'), 'First title|New description|bread,sourdough', 'without fields all it has');
select is(:'applied'::jsonb #>> '{applications,tags,applied_value}', '["bread", "sourdough"]', 'tags as an array');
select is((select count(*) from public.ai_suggestion_applications), 3::bigint, 'each field by itself');

-- What is refused
select is(pg_temp.try($$, '{category}'$$, :'suggestion'), 'VALIDATION_ERROR', 'a field it has nothing for');
select is(pg_temp.try($$, '{view_count}'$$, :'suggestion'), 'VALIDATION_ERROR', 'a field of the system');
select is(pg_temp.try($$, '{}'$$, :'suggestion'), 'VALIDATION_ERROR', 'no field');
select is(pg_temp.try($$, '{null}'$$, :'suggestion'), 'VALIDATION_ERROR', 'no name');
select is(pg_temp.try($$, '{title}', 3$$, :'suggestion'), 'VALIDATION_ERROR', 'a title there is not');
select is(pg_temp.try($$, '{title}', null$$, :'suggestion'), 'VALIDATION_ERROR', 'no number');
select is(pg_temp.try('', :'empty'), 'VALIDATION_ERROR', 'a suggestion of nothing');
select is(pg_temp.try('', null), 'VALIDATION_ERROR', 'no suggestion');
select is(tests.raised_code($$update public.ai_suggestions set seo_score = 100$$), '42501', 'scores are not written by hand');
select is(
  tests.raised_code($$update public.ai_suggestions set applied_at = now()$$), '42501', 'nor that it was applied'
);
select tests.act_as(:'vic', :'org');
select is(pg_temp.try('', :'suggestion'), 'FORBIDDEN', 'a viewer applies nothing');
select tests.act_as(:'bob');
select is(pg_temp.try('', :'suggestion'), 'NOT_FOUND', 'others do not know of it');
select is((select count(*) from public.ai_suggestions), 0::bigint, 'nor see it');

-- What it was is kept
select tests.act_as_owner();
select is(
  (
    select string_agg(format('%s:%s>%s', r.field_name, r.old_value, r.new_value), ' ' order by r.old_value)
    from public.content_revisions as r
    where r.content_item_id = :'item' and r.change_source = 'ai_suggestion' and r.field_name = 'title'
  ),
  'title:First title>Second title title:Old title>First title title:Second title>First title', 'each change is in the history'
);
delete from public.ai_suggestion_applications as a where a.ai_suggestion_id = :'suggestion';
select is((select s.is_applied from public.ai_suggestions as s where s.id = :'suggestion'), false, 'applied means by its applications');

-- By setting
select tests.act_as(:'ada');
update public.user_settings set is_auto_apply_ai_suggestions_enabled = true;
select tests.act_as(:'vic');
update public.user_settings set is_auto_apply_ai_suggestions_enabled = true;
select tests.act_as_owner();
insert into public.ai_suggestions (organization_id, user_id, content_item_id, suggested_titles, suggested_tags)
values (:'org', :'ada', :'item', '{Automatic}', '{auto}') returning id as automatic \gset
select is(pg_temp.item(:'item'), 'Automatic|New description|auto', 'who wants it finds suggestions applied');
select is(
  (select array_agg(distinct a.applied_by) from public.ai_suggestion_applications as a where a.ai_suggestion_id = :'automatic'),
  array[:'ada'::uuid], 'in their name'
);
select is((select s.is_applied from public.ai_suggestions as s where s.id = :'automatic'), true, 'and it shows');
insert into public.ai_suggestions (organization_id, user_id, content_item_id, suggested_titles)
values (:'org', :'vic', :'item', '{Sly}');
select is(pg_temp.item(:'item'), 'Automatic|New description|auto', 'a setting gives no right: viewers change nothing');
delete from public.content_items where id = :'item';
select is((select count(*) from public.ai_suggestion_applications), 0::bigint, 'all of it goes with its item');

select * from finish();
rollback;
