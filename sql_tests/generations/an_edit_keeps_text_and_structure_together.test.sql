begin;
select plan(41);

select tests.create_user('ada@example.test') as ada \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset

create function pg_temp.make(p_organization_id uuid, p_user_id uuid, p_platform text, p_text text, p_content jsonb)
returns uuid
language sql
as $$
  insert into public.generated_content
    (organization_id, user_id, content_type, target_platform, language, generated_text, content, ai_model)
  values (p_organization_id, p_user_id, 'social_post', p_platform, 'en', p_text, p_content, 'm')
  returning id
$$;
create function pg_temp.field(p_id uuid, p_changes text) returns text language sql as $$
  select tests.raised_code(format('select public.edit_generated_content(%L, %L)', p_id, p_changes))
$$;
grant execute on function pg_temp.field(uuid, text) to authenticated;
select pg_temp.make(:'org', :'ada', null, 'A title', '{}') as title \gset
select pg_temp.make(:'org', :'ada', 'x', e'a\n\nb', '{"thread": ["a", "b"], "hashtags": ["Tag"]}') as thread \gset
select pg_temp.make(:'org', :'ada', 'linkedin', 'Post', '{"post": "Post", "hashtags": [], "cta": "Buy"}') as post \gset
select pg_temp.make(:'org', :'ada', 'instagram', 'C', '{"caption": "C", "hashtags": [], "alt_text": "A loaf"}') as picture \gset
select pg_temp.make(:'org', :'ada', 'email', e'S\n\nB', '{"subject": "S", "body": "B"}') as email \gset
select pg_temp.make(:'org', :'ada', 'youtube', 'Hook. End.', '{"hook": {"text": "Hook."}}') as script \gset

select tests.act_as(:'ada');
select public.review_generated_content(:'title', 'approve') \gset ignored_
select public.edit_generated_content(:'title', '{"generated_text": "A better title", "keywords": ["#seo "]}', 1, 'Shorter') as edited \gset
select is(:'edited'::jsonb ->> 'version', '2', 'an edit raises the version');
select is(:'edited'::jsonb ->> 'status', 'generated', 'and has to be approved again');
select is(:'edited'::jsonb ->> 'approved_at', null, 'as the approval was for the older one');
select is((select c.word_count from public.generated_content as c where c.id = :'title'), 3, 'words are counted anew');
select is((select c.character_count from public.generated_content as c where c.id = :'title'), 14, 'and characters');
select is((select c.keywords from public.generated_content as c where c.id = :'title'), '{seo}', 'tags lose their sign');
select is(
  (public.edit_generated_content(:'title', '{"generated_text": "A better title"}') ->> 'version')::integer, 2, 'the same text is no edit'
);
select is(
  tests.raised_code(format($$select public.edit_generated_content(%L, '{"cta": "Go"}', 1)$$, :'title')),
  'CONFLICT', 'who read an older version is told'
);
select is(
  public.edit_generated_content(:'title', '{"title": "T", "alt_text": "A loaf"}', 2) ->> 'version', '3', 'who read this one is not'
);
select is(public.edit_generated_content(:'title', '{"title": null}') ->> 'version', '4', 'null empties');
select is(
  (select array_agg(c.id) from public.generated_content as c where c.search_vector @@ to_tsquery('english', 'titles')),
  array[:'title'::uuid], 'what is found follows the text'
);

select is(
  (
    select array_agg(
      concat_ws(' ', r.field_name, r.old_value, '>', r.new_value, r.change_source, r.change_reason) order by r.field_name
    )
    from public.content_revisions as r where r.generated_content_id = :'title' and r.change_reason is not null
  ),
  array['generated_text A title > A better title manual Shorter', 'keywords [] > ["seo"] manual Shorter'],
  'what it was, and why, is kept'
);
select is(
  (select count(*) from public.content_revisions as r where r.generated_content_id = :'title' and r.user_id = :'ada'),
  5::bigint, 'each change with who made it'
);
update public.generated_content set user_rating = 3 where id = :'title';
select is(
  (select count(*) from public.content_revisions as r where r.generated_content_id = :'title'), 5::bigint, 'a rating is no change of it'
);

-- A post of several parts
select is(pg_temp.field(:'thread', '{"generated_text": "c"}'), 'VALIDATION_ERROR', 'a thread is edited by its parts');
select is(pg_temp.field(:'thread', '{"content": {"posts": ["c"]}}'), 'VALIDATION_ERROR', 'in its own shape');
select is(pg_temp.field(:'thread', '{"content": {"thread": []}}'), 'VALIDATION_ERROR', 'not empty');
select is(pg_temp.field(:'thread', '{"content": {"thread": "c"}}'), 'VALIDATION_ERROR', 'not one text');
select is(pg_temp.field(:'thread', '{"content": {"thread": [{"a": 1}]}}'), 'VALIDATION_ERROR', 'not anything');
select is(
  pg_temp.field(:'thread', '{"content": {"thread": ["c"]}, "generated_text": "d"}'), 'VALIDATION_ERROR', 'and not both ways at once'
);
select is(
  public.edit_generated_content(:'thread', '{"content": {"thread": ["c", "d"], "hashtags": ["#New"]}}') ->> 'version', '2', 'so it is'
);
select is(
  (
    select c.generated_text || ' ' || array_to_string(c.hashtags, ',')
    from public.generated_content as c where c.id = :'thread'
  ),
  e'c\n\nd New', 'text and hashtags follow'
);

-- What has no hashtags
select is(
  public.edit_generated_content(:'email', '{"content": {"subject": "News", "body": "Read"}}') ->> 'version', '2', 'a letter needs no hashtags'
);
select is(
  pg_temp.field(:'email', '{"content": {"subject": "News", "body": "Read", "hashtags": "x"}}'), 'VALIDATION_ERROR', 'but those it has are a list'
);
select is(
  pg_temp.field(:'script', '{"content": {"hook": {"text": "Look."}}}'), null, 'nor does what is no post for a platform'
);

-- A post of one text
select is(
  public.edit_generated_content(:'post', '{"generated_text": "Better"}') ->> 'version', '2', 'a post of one text is edited as text'
);
select is(
  (select c.content ->> 'post' from public.generated_content as c where c.id = :'post'), 'Better', 'and its structure follows'
);
select public.edit_generated_content(:'post', '{"hashtags": ["#Bread"], "cta": null}') \gset ignored_
select is(
  (select c.content -> 'hashtags' from public.generated_content as c where c.id = :'post'), '["#Bread"]', 'hashtags reach both'
);
select is((select c.hashtags from public.generated_content as c where c.id = :'post'), '{Bread}', 'each in its form');


-- The description of a picture
select is(
  public.edit_generated_content(:'picture', '{"alt_text": "Two loaves"}') ->> 'version', '2', 'what a picture shows is read as well'
);
select is(
  (select c.content ->> 'alt_text' from public.generated_content as c where c.id = :'picture'), 'Two loaves', 'in both places'
);

-- What is refused
select is(pg_temp.field(:'title', '{"status": "approved"}'), 'VALIDATION_ERROR', 'no system column');
select is(pg_temp.field(:'title', '{"quality_score": 10}'), 'VALIDATION_ERROR', 'no score');
select is(pg_temp.field(:'title', '{}'), 'VALIDATION_ERROR', 'nothing');
select is(pg_temp.field(:'title', '[]'), 'VALIDATION_ERROR', 'no object');
select is(pg_temp.field(:'title', '{"generated_text": null}'), 'VALIDATION_ERROR', 'the text stays');
select is(pg_temp.field(:'title', '{"generated_text": 1}'), 'VALIDATION_ERROR', 'and is a text');
select is(pg_temp.field(:'title', '{"hashtags": [""]}'), 'VALIDATION_ERROR', 'an empty tag');
select is(pg_temp.field(:'title', jsonb_build_object('title', repeat('x', 501))::text), 'VALIDATION_ERROR', 'too long');
select is(pg_temp.field(null, '{"title": "x"}'), 'VALIDATION_ERROR', 'no id');

select public.review_generated_content(:'title', 'archive') \gset ignored_
select is(pg_temp.field(:'title', '{"title": "x"}'), 'CONFLICT', 'what is archived rests');

select * from finish();
rollback;
