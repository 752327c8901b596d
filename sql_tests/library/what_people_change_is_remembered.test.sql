begin;
select plan(18);
\ir setup.sql

select public.upsert_content_items(:'bread_channel', '[
  {"platform_content_id": "a", "title": "Bread", "description": "Old", "tags": ["oven"]},
  {"platform_content_id": "b", "title": "Rolls", "tags": ["oven", "rolls"]}
]');
select id as a from public.content_items where platform_content_id = 'a' \gset
select id as b from public.content_items where platform_content_id = 'b' \gset

select tests.act_as(:'ada');
select is(
  (public.update_content_item(:'a', '{"title": "Better bread", "description": null, "tags": ["oven"]}', 'Reads better')).title,
  'Better bread', 'a creator changes words'
);
select results_eq(
  $$select field_name, old_value, new_value, change_source::text, change_reason, user_id
    from public.content_revisions order by 1$$,
  format(
    $$values ('description', 'Old', null, 'manual', 'Reads better', %1$L::uuid),
      ('title', 'Bread', 'Better bread', 'manual', 'Reads better', %1$L)$$, :'ada'
  ),
  'which field, from what to what, by whom and why; what did not change is not told'
);
select is(public.update_content_items(array[:'a', :'b']::uuid[], '{"add_tags": ["fresh"], "remove_tags": ["rolls"]}'), 2, 'many at a time');
select results_eq(
  $$select old_value, new_value from public.content_revisions where change_source = 'bulk_edit' order by 1$$,
  $$values ('["oven", "rolls"]', '["oven", "fresh"]'), ('["oven"]', '["oven", "fresh"]')$$, 'each is remembered, lists as json'
);
select is(tests.raised_code(format('select public.update_content_item(%L, ''{"view_count": 1}'')', :'a')), 'VALIDATION_ERROR', 'numbers are the platform''s');
select is(tests.raised_code(format('select public.update_content_item(%L, ''{"title": ""}'')', :'a')), 'VALIDATION_ERROR', 'a title has words');
select is(tests.raised_code($$select public.update_content_items('{}', '{"category": "x"}')$$), 'VALIDATION_ERROR', 'nothing is not changed');
select is(tests.raised_code($$update public.content_revisions set new_value = 'x'$$), '42501', 'history is not rewritten');
select is(tests.raised_code($$delete from public.content_revisions$$), '42501', 'nor cut');
select edited_at as edited from public.content_items where id = :'a' \gset

select tests.act_as_role('service_role');
select public.upsert_content_items(:'bread_channel', '[{"platform_content_id": "a", "title": "Bread", "view_count": 7}]');
select is(
  (select (title, view_count)::text from public.content_items where id = :'a'), '("Better bread",7)', 'a sync does not undo what the platform does not have yet'
);
select is(public.confirm_content_item_edits(:'a', now() - interval '1 hour'), false, 'an older edit does not confirm a newer one');
select is(public.confirm_content_item_edits(:'a', :'edited'), true, 'once it has it');
select public.upsert_content_items(:'bread_channel', '[{"platform_content_id": "a", "title": "Best bread"}]');
select is((select title from public.content_items where id = :'a'), 'Best bread', 'the platform is right again');

select tests.act_as(:'bob');
select is((select count(*) from public.content_revisions), 0::bigint, 'strangers read no history');
select is(tests.raised_code(format('select public.update_content_item(%L, ''{"title": "x"}'')', :'a')), 'NOT_FOUND', 'and make none');
select tests.act_as(:'cleo', :'org');
select cmp_ok((select count(*) from public.content_revisions), '>', 0::bigint, 'a client''s member reads the history of its content');
select is(tests.raised_code(format('select public.update_content_item(%L, ''{"title": "x"}'')', :'a')), 'FORBIDDEN', 'and makes none');

select tests.act_as_owner();
update public.organization_members set role = 'owner', client_account_id = null where user_id = :'cleo';
delete from auth.users where id = :'ada';
select is((select count(*) from public.content_revisions where user_id is not null), 0::bigint, 'a person who leaves leaves no name');

select * from finish();
rollback;
