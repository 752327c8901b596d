begin;
\ir ../publishing/setup.sql
select plan(27);

select tests.act_as(:'cy', :'org');
select public.create_review_link(:'content', p_label => 'For Ann', p_max_uses => 2) as link \gset
select :'link'::jsonb ->> 'token' as token \gset
select matches(:'token'::text, '^[A-Za-z0-9_-]{43}$', 'the token is shown once');
select is((:'link'::jsonb) ? 'token_hash', false, 'its hash is not');
select is(tests.raised_code('select token_hash from public.review_links'), '42501', 'nor later');
select is((select l.content_version from public.review_links as l), 1, 'it is for one version');
select tests.act_as_owner();
select is(
  (select l.token_hash from public.review_links as l), encode(sha256(convert_to(:'token', 'UTF8')), 'hex'), 'only a SHA-256 is stored'
);
select is(
  (select count(*) from public.audit_log as a where a.entity_type = 'review_links'
    and a.new_values::text like '%' || :'token' || '%'), 0::bigint,
  'and it is in no log'
);

select tests.act_as_role('anon');
select public.open_review_link(:'token') as seen \gset
select is(:'seen'::jsonb #>> '{content,text}', 'Bread is baked.', 'whoever holds it reads the content');
select is(
  (select array_agg(k order by k) from jsonb_object_keys(:'seen'::jsonb) as k),
  array['content', 'expires_at', 'label', 'organization', 'remaining_decisions'], 'and nothing else'
);
select is(:'seen' ~ :'org' or :'seen' ~ :'content' or :'seen' ~ :'cy', false, 'no id of anything');
select is(tests.raised_code('select * from public.generated_content'), '42501', 'nor by another way');
select is(tests.raised_code('select public.open_review_link(null)'), 'VALIDATION_ERROR', 'no token');
select is(tests.raised_code('select public.open_review_link(repeat(''x'', 100000))'), 'NOT_FOUND', 'a long one');
select is(
  tests.raised_code(format('select public.decide_review_link(%L, %L, null, %L)', :'token', 'perhaps', 'Ann')), 'VALIDATION_ERROR', 'a decision is one of three'
);
select is(
  tests.raised_code(format('select public.decide_review_link(%L, %L)', :'token', 'approved')), 'VALIDATION_ERROR', 'by somebody with a name'
);
select is(
  public.decide_review_link(:'token', 'revision_requested', 'Less flour.', 'Ann') ->> 'remaining_decisions', '1', 'she says what she thinks'
);
select public.decide_review_link(:'token', 'approved', null, 'Bob') \gset ignored_
select is(
  tests.raised_code(format('select public.decide_review_link(%L, %L, null, %L)', :'token', 'approved', 'Eve')), 'CONFLICT', 'as often as the link allows'
);
select tests.act_as_owner();
select is(
  (select array_agg(d.reviewer_name || ' ' || d.is_counted order by d.reviewer_name)
    from public.review_link_decisions as d), array['Ann false', 'Bob false'],
  'opinions are kept, and decide nothing'
);
select is((select count(*) from public.notifications as n where n.user_id = :'cy'), 2::bigint, 'who made the link hears of them');

-- Once it leads nowhere, always the same words.
select tests.act_as_owner();
create schema review_test;
create function review_test.words(p_token text) returns text language plpgsql as $$
declare
  v_message text;
begin
  perform public.open_review_link(p_token);
  return null;
exception when others then
  get stacked diagnostics v_message = message_text;
  return v_message;
end;
$$;
grant usage on schema review_test to public;
grant execute on function review_test.words(text) to public;
select review_test.words('unknown') as unknown \gset
update public.generated_content set generated_text = 'Another.' where id = :'content';
select is(review_test.words(:'token'), :'unknown', 'changed content');
select tests.act_as(:'cy', :'org');
select public.create_review_link(:'content') ->> 'token' as revoked \gset
select public.revoke_review_link(l.id) from public.review_links as l where l.content_version = 2 \gset ignored_
select is(review_test.words(:'revoked'), :'unknown', 'a revoked link');
select public.create_review_link(:'content') ->> 'token' as expired \gset
select tests.act_as_owner();
update public.review_links set created_at = now() - interval '2 days', expires_at = now() - interval '1 second'
where token_hash = private.token_hash(:'expired');
select is(review_test.words(:'expired'), :'unknown', 'an expired link');

-- A link that counts.
select tests.act_as(:'ada', :'org');
select public.save_approval_workflow('Outside', '[{"name": "Ann", "allows_review_links": true, "quorum": 2}]') \gset ignored_
select tests.act_as(:'cy', :'org');
select public.request_approval(:'content') ->> 'id' as request \gset
select is(
  tests.raised_code(format('select public.create_review_link(%L, %L)', :'content', :'request')), 'FORBIDDEN', 'nobody makes themselves an approver by a link'
);
select tests.act_as(:'max', :'org');
select public.create_review_link(:'content', :'request', p_max_uses => 5) ->> 'token' as one \gset
select public.create_review_link(:'content', :'request') ->> 'token' as two \gset
select tests.act_as_role('anon');
select public.decide_review_link(:'one', 'approved', null, 'Ann') \gset ignored_
select public.decide_review_link(:'one', 'approved', null, 'Ann again') \gset ignored_
select tests.act_as_owner();
select is((select r.status::text from public.approval_requests as r where r.id = :'request'), 'pending', 'one link is one word, however often');
select tests.act_as_role('anon');
select public.decide_review_link(:'two', 'approved', 'Fine.', 'Bob') \gset ignored_
select tests.act_as_owner();
select is((select r.status::text from public.approval_requests as r where r.id = :'request'), 'approved', 'two links make the quorum');
select is(
  (select array_agg(d.reviewer_name order by d.reviewer_name) from public.approval_decisions as d
    where d.reviewer_id is null), array['Ann', 'Bob'],
  'who said so is on record'
);
select is((select c.status::text from public.generated_content as c where c.id = :'content'), 'approved', 'and the content is approved');
select tests.act_as(:'cleo', :'org');
select is((select count(*) from public.review_links), 0::bigint, 'clients do not see links for others');

select * from finish();
rollback;
