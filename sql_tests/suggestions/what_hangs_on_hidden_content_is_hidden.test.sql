begin;
select plan(10);
\ir ../library/setup.sql

insert into public.content_items
  (organization_id, client_account_id, social_account_id, platform, platform_content_id, title)
values (:'org', :'bakery', :'bread_channel', 'youtube', 'a', 'Bread') returning id as bread \gset
insert into public.content_items
  (organization_id, client_account_id, social_account_id, platform, platform_content_id, title)
values (:'org', :'florist', :'flower_channel', 'youtube', 'f', 'Roses') returning id as roses \gset
insert into public.content_assets (organization_id, title, content_type, source_url)
values (:'org', 'Draft', 'video', 'https://files.test/a.mp4') returning id as draft \gset
insert into public.ai_suggestions (organization_id, content_item_id, suggested_titles)
values (:'org', :'bread', '{Better}'), (:'org', :'roses', '{Redder}');
insert into public.content_analyses (organization_id, content_item_id, content_asset_id)
values (:'org', :'bread', null), (:'org', :'roses', null), (:'org', null, :'draft');

create function pg_temp.seen() returns text language sql as $$
  select concat(
    (select count(*) from public.content_items), ' items, ', (select count(*) from public.ai_suggestions), ' suggestions, ',
    (select count(*) from public.content_analyses), ' analyses'
  )
$$;
grant execute on function pg_temp.seen() to authenticated;

select tests.act_as(:'ada');
select is(pg_temp.seen(), '2 items, 2 suggestions, 3 analyses', 'what there is');
select id as suggestion from public.ai_suggestions where content_item_id = :'bread' \gset

select tests.act_as_owner();
update public.content_items set deleted_at = now() where id = :'bread';
select tests.act_as(:'ada');
select is(pg_temp.seen(), '1 items, 1 suggestions, 2 analyses', 'what is gone from its platform takes along what hangs on it');
select is(
  tests.raised_code(format('select public.apply_ai_suggestion(%L)', :'suggestion')), 'NOT_FOUND', 'nobody applies such a suggestion'
);
select tests.act_as(:'cleo', :'org');
select is(pg_temp.seen(), '0 items, 0 suggestions, 0 analyses', 'the client sees no more of it either');
select tests.act_as(:'bob');
select is(private.hidden_content_items(), '{}'::uuid[], 'others do not learn what is hidden');
select is(pg_temp.seen(), '0 items, 0 suggestions, 0 analyses', 'nor see anything');

select tests.act_as_owner();
update public.content_items set deleted_at = null where id = :'bread';
select tests.act_as(:'ada');
select is(pg_temp.seen(), '2 items, 2 suggestions, 3 analyses', 'with it all comes back');
select lives_ok(format('select public.apply_ai_suggestion(%L)', :'suggestion'), 'and can be applied');

-- All content of an account at once.
select lives_ok(format('select public.remove_social_account(%L)', :'flower_channel'), 'an account goes');
select is(pg_temp.seen(), '1 items, 1 suggestions, 2 analyses', 'with all that hangs on its content');

select * from finish();
rollback;
