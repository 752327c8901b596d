begin;
select plan(35);

select tests.create_user('ada@example.test') as ada \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset

create function pg_temp.make(p_organization_id uuid, p_user_id uuid, p_text text)
returns uuid
language sql
as $$
  insert into public.generated_content
    (organization_id, user_id, content_type, language, title, generated_text, ai_model)
  values (p_organization_id, p_user_id, 'caption', 'en', 'T', p_text, 'm')
  returning id
$$;
create function pg_temp.status(p_id uuid) returns text language sql as $$
  select c.status || ' ' || c.version from public.generated_content as c where c.id = p_id
$$;
select pg_temp.make(:'org', :'ada', 'one') as one \gset
select pg_temp.make(:'org', :'ada', 'two') as two \gset

-- Whoever writes, the service role and the owner of the tables included
select is(
  tests.raised_code(format($$
    insert into public.generated_content
      (organization_id, content_type, generated_text, ai_model, status, approved_at, approved_version)
    values (%L, 'caption', 'x', 'm', 'approved', now(), 1)$$, :'org')),
  'CONFLICT', 'nothing begins approved'
);
select is(
  tests.raised_code(format($$update public.generated_content set status = 'used' where id = %L$$, :'one')),
  'CONFLICT', 'unseen content is not used'
);
select is(
  tests.raised_code(format(
    $$update public.generated_content set status = 'approved', generated_text = 'sly' where id = %L$$, :'one'
  )),
  'CONFLICT',
  'nor changed and approved at once'
);

select tests.act_as(:'ada');
select is(
  tests.raised_code(format($$select public.review_generated_content(%L, 'use')$$, :'one')),
  'CONFLICT', 'not by the call either'
);
select is(
  tests.raised_code(format($$select public.review_generated_content(%L, 'approve', null, 2)$$, :'one')),
  'CONFLICT', 'another version than was read is not approved'
);
select public.review_generated_content(:'one', 'approve', null, 1) as approved \gset
select is(:'approved'::jsonb ->> 'status', 'approved', 'approved');
select is(:'approved'::jsonb ->> 'approved_by', :'ada', 'by whom');
select is(:'approved'::jsonb ->> 'approved_version', '1', 'and which version');
select is(public.review_generated_content(:'one', 'approve') -> 'approved_at', :'approved'::jsonb -> 'approved_at', 'said twice it stays the same');
select is(public.review_generated_content(:'one', 'use') ->> 'usage_count', '1', 'used');
select is(public.review_generated_content(:'one', 'use') ->> 'usage_count', '2', 'and used again');
select is(
  tests.raised_code(format($$select public.review_generated_content(%L, 'reject')$$, :'one')),
  'CONFLICT', 'what was used is not rejected'
);
select is(
  tests.raised_code(format($$select public.review_generated_content(%L, 'reopen')$$, :'one')),
  'CONFLICT', 'nor reopened'
);

select tests.act_as_owner();
update public.generated_content set generated_text = 'one, better' where id = :'one';
select is(pg_temp.status(:'one'), 'generated 2', 'an edit raises the version and leads back to the start');
select is(
  (
    select num_nonnulls(c.approved_at, c.approved_by, c.approved_version)
    from public.generated_content as c where c.id = :'one'
  ),
  0,
  'the approval of the older version is withdrawn'
);
select is((select c.usage_count from public.generated_content as c where c.id = :'one'), 2, 'what happened stays');
update public.generated_content set version = 9, approved_at = now(), approved_version = 9 where id = :'one';
select is(pg_temp.status(:'one'), 'generated 2', 'nobody sets the version');
select is((select c.approved_at from public.generated_content as c where c.id = :'one'), null, 'or an approval by its columns');
update public.generated_content set user_rating = 4 where id = :'one';
select is(pg_temp.status(:'one'), 'generated 2', 'a rating is no edit');

select tests.act_as(:'ada');
select is(public.review_generated_content(:'two', 'reject', ' Too dull. ') ->> 'rejection_reason', 'Too dull.', 'rejected, with a reason');
select is(
  tests.raised_code(format($$select public.review_generated_content(%L, 'use')$$, :'two')),
  'CONFLICT', 'rejected content is not used'
);
select is(public.review_generated_content(:'two', 'reopen') ->> 'rejection_reason', null, 'a rejection can be taken back');
select is(public.review_generated_content(:'two', 'archive') ->> 'status', 'archived', 'archived');
select is(
  tests.raised_code(format($$select public.review_generated_content(%L, 'approve')$$, :'two')),
  'CONFLICT', 'the archive is no desk'
);
select is(
  tests.raised_code(format($$select public.review_generated_content(%L, 'reopen')$$, :'two')),
  'CONFLICT', 'nor reopened'
);
select tests.act_as_owner();
select is(
  tests.raised_code(format($$update public.generated_content set generated_text = 'x' where id = %L$$, :'two')),
  'CONFLICT', 'what is archived is not changed'
);
select tests.act_as(:'ada');
select is(public.review_generated_content(:'two', 'restore') ->> 'status', 'generated', 'and back');

select isnt(public.review_generated_content(:'two', 'delete') ->> 'deleted_at', null, 'deleted');
select is((select count(*) from public.generated_content as c where c.id = :'two'), 0::bigint, 'it is out of sight');
select is(
  tests.raised_code(format($$select public.review_generated_content(%L, 'approve')$$, :'two')),
  'NOT_FOUND', 'and out of reach'
);
select is(public.review_generated_content(:'two', 'restore') ->> 'deleted_at', null, 'but for the way back');

select is(
  tests.raised_code(format($$select public.review_generated_content(%L, 'publish')$$, :'two')),
  'VALIDATION_ERROR', 'an unknown action is named'
);
select is(
  tests.raised_code($$select public.review_generated_content(null, 'approve')$$),
  'VALIDATION_ERROR', 'as is a missing id'
);

select tests.act_as_owner();
select is(
  (
    select count(*) from public.audit_log as a
    where a.entity_id = :'one' and a.action = 'generated_content.update' and a.new_values ? 'status'
  ),
  3::bigint, 'each move is on record'
);

select is(
  (
    select array_agg(m.payload ->> 'status' order by m.inserted_at, m.id) from realtime.messages as m
    where m.topic = format('org:%s:generated_content', :'org') and m.payload ->> 'generated_content_id' = :'one'
  ) @> array['generated', 'approved', 'used'], true, 'and told live'
);

select * from finish();
rollback;
