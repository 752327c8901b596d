begin;
select plan(23);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('cleo@example.test') as cleo \gset
select tests.create_user('bob@example.test') as bob \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select private.change_plan(:'org', 'agency') \gset ignored_
insert into public.client_accounts (organization_id, name, slug) values (:'org', 'Bakery', 'bakery') returning id as bakery \gset
insert into public.organization_members (organization_id, user_id, role, client_account_id)
values (:'org', :'cleo', 'client', :'bakery');

insert into public.generated_content (
  organization_id, content_type, target_platform, language, title, generated_text, caption, hashtags, ai_model,
  created_at, client_account_id
)
values
  (:'org', 'title', 'youtube', 'en', null, 'Baking breads at home', null, '{}', 'm', now() - interval '4 days', :'bakery'),
  (:'org', 'caption', 'instagram', 'nl', null, 'Wij bakten twee broden', null, '{}', 'm', now() - interval '3 days', null),
  (:'org', 'caption', 'instagram', 'en', null, 'Nothing', 'In the caption: croissants', '{}', 'm', now() - interval '2 days', null),
  (:'org', 'script', null, null, 'Übung', 'Der Sauerteig', null, '{Roggenmehl}', 'm', now() - interval '1 day', null);

select tests.act_as(:'ada');
create function pg_temp.found(p_query text) returns text language sql as $$
  select string_agg(c.generated_text, '|' order by c.created_at) from public.search_generated_content(p_query) as c
$$;
grant execute on function pg_temp.found(text) to public;
select is(pg_temp.found('bread'), 'Baking breads at home', 'English by its stem');
select is(pg_temp.found('brood bakken'), null, 'Dutch stems do not bend as far');
select is(pg_temp.found('broden'), 'Wij bakten twee broden', 'Dutch by the word');
select is(pg_temp.found('croissant'), 'Nothing', 'captions');
select is(pg_temp.found('roggenmehl'), 'Der Sauerteig', 'hashtags, in whatever language');
select is(pg_temp.found('übung'), 'Der Sauerteig', 'titles');
select is(pg_temp.found('bread -home'), null, 'without');
select is(pg_temp.found('or "'), null, 'whatever is typed');
select is(
  (select count(*) from public.search_generated_content(p_content_type => 'caption', p_status => 'generated') as c), 2::bigint,
  'by type and status'
);
select is(
  (select count(*) from public.search_generated_content(p_target_platform => 'youtube') as c), 1::bigint, 'by platform'
);
select is(
  (select count(*) from public.search_generated_content(p_target_platform => ' Instagram ') as c), 2::bigint, 'as people write it'
);
select lives_ok($$select public.search_generated_content(p_target_platform => 'twitter')$$, 'or used to call it');
select is(
  tests.raised_code($$select public.search_generated_content(p_target_platform => 'x''; drop')$$), 'VALIDATION_ERROR', 'a known one'
);
select c.created_at as last_at, c.id as last_id from public.search_generated_content(p_limit => 2) as c
order by c.created_at limit 1 \gset
select is(
  (select count(*) from public.search_generated_content(p_before_at => :'last_at', p_before_id => :'last_id') as c), 2::bigint,
  'the next page goes on where the first ended'
);
select is(
  tests.raised_code($$select public.search_generated_content(p_content_type => 'opera')$$), 'VALIDATION_ERROR', 'unknown type'
);
select is(tests.raised_code($$select public.search_generated_content(p_status => '')$$), 'VALIDATION_ERROR', 'unknown status');
select is(tests.raised_code('select public.search_generated_content(p_limit => 201)'), 'VALIDATION_ERROR', 'too many');
select is(
  tests.raised_code('select public.search_generated_content(p_before_at => now())'), 'VALIDATION_ERROR', 'half a place'
);
select is(
  tests.raised_code($$select public.search_generated_content(repeat('x', 501))$$), 'VALIDATION_ERROR', 'too many words'
);

select tests.act_as_owner();
insert into public.generated_content (
  organization_id, content_type, generated_text, formatted_text, content, generation_metadata, ai_model
)
values (
  :'org', 'blog_article', repeat('Flour. ', 20000), repeat('Salt. ', 20000), jsonb_build_object('body', repeat('x', 9000)),
  '{"cost_usd": 1}', 'm'
);
select tests.act_as(:'ada');
select is(
  (
    select array[length(c.generated_text), length(c.formatted_text), length(c.content::text), c.character_count]
    from public.search_generated_content('flour') as c
  ), array[2000, 2000, 2, 140000], 'a long text is told by its beginning and its length'
);
select is(
  (select c.generation_metadata from public.search_generated_content('flour') as c), '{"cost_usd": 1}', 'what is short is whole'
);

select tests.act_as(:'cleo', :'org');
select is(
  (select string_agg(c.generated_text, '|') from public.search_generated_content() as c), 'Baking breads at home', 'a client finds its own'
);
select tests.act_as(:'bob');
select is((select count(*) from public.search_generated_content() as c), 0::bigint, 'others find nothing');

select * from finish();
rollback;
