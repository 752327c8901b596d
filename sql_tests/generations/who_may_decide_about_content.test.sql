begin;
select plan(27);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('mia@example.test') as mia \gset
select tests.create_user('cas@example.test') as cas \gset
select tests.create_user('cleo@example.test') as cleo \gset
select tests.create_user('vic@example.test') as vic \gset
select tests.create_user('bob@example.test') as bob \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select private.change_plan(:'org', 'agency') \gset ignored_
insert into public.client_accounts (organization_id, name, slug) values (:'org', 'Bakery', 'bakery') returning id as bakery \gset
insert into public.organization_members (organization_id, user_id, role, client_account_id) values
  (:'org', :'mia', 'manager', null), (:'org', :'cas', 'creator', null), (:'org', :'cleo', 'client', :'bakery'),
  (:'org', :'vic', 'viewer', :'bakery');

create function pg_temp.make(p_organization_id uuid, p_user_id uuid, p_client_account_id uuid)
returns uuid
language sql
as $$
  insert into public.generated_content
    (organization_id, user_id, client_account_id, content_type, generated_text, ai_model)
  values (p_organization_id, p_user_id, p_client_account_id, 'caption', 'A caption', 'm')
  returning id
$$;
create function pg_temp.try(p_id uuid, p_action text) returns text language sql as $$
  select tests.raised_code(format('select public.review_generated_content(%L, %L)', p_id, p_action))
$$;
grant execute on function pg_temp.try(uuid, text) to public;
select pg_temp.make(:'org', :'cas', :'bakery') as bread \gset
select pg_temp.make(:'org', :'cas', null) as own \gset

select tests.act_as(:'cas', :'org');
select is(pg_temp.try(:'bread', 'approve'), 'FORBIDDEN', 'who makes it does not approve it');
select is(pg_temp.try(:'bread', 'reject'), 'FORBIDDEN', 'nor rejects');
select is(tests.raised_code($$update public.generated_content set status = 'approved'$$), '42501', 'nor by hand');
select is(
  tests.raised_code($$update public.generated_content set quality_score = 10$$),
  '42501', 'nor praises it by hand'
);
select is(tests.raised_code($$update public.generated_content set version = 9$$), '42501', 'nor sets its version');
select is(
  tests.raised_code($$update public.generated_content set client_account_id = null$$),
  '42501', 'nor takes it from its client'
);
select is(pg_temp.try(:'own', 'archive'), null, 'but tidies up');
select is(pg_temp.try(:'own', 'restore'), null, 'and back');

select tests.act_as(:'vic', :'org');
select is(pg_temp.try(:'bread', 'approve'), 'FORBIDDEN', 'a viewer only looks');
select is(
  tests.raised_code(format('select public.rate_generated_content(%L, 5)', :'bread')), 'FORBIDDEN', 'and does not rate'
);

select tests.act_as(:'cleo', :'org');
select is(pg_temp.try(:'own', 'approve'), 'NOT_FOUND', 'a client does not know of the work for others');
select is(pg_temp.try(:'bread', 'archive'), 'FORBIDDEN', 'and files nothing');
select is(pg_temp.try(:'bread', 'use'), 'FORBIDDEN', 'nor uses');
select is(
  tests.raised_code(format($$select public.edit_generated_content(%L, '{"title": "x"}')$$, :'bread')),
  'FORBIDDEN', 'nor edits'
);
select is(
  public.review_generated_content(:'bread', 'approve', 'Lovely.') ->> 'approved_by', :'cleo', 'but approves what is theirs'
);
select is(public.review_generated_content(:'bread', 'reject', 'Or not.') ->> 'status', 'rejected', 'changes their mind');
select is(public.rate_generated_content(:'bread', 2, 'Stale.') ->> 'user_rating', '2', 'and rates it');
select is(
  tests.raised_code(format('select public.rate_generated_content(%L, 6)', :'bread')),
  'VALIDATION_ERROR', 'from 1 to 5'
);
select is(tests.raised_code(format('select public.rate_generated_content(%L, 1)', :'own')), 'NOT_FOUND', 'no other');

select tests.act_as(:'cas', :'org');
select is(
  (select array_agg(n.message order by n.message) from public.notifications as n where n.type = 'approval_decided'),
  array['Lovely.', 'Or not.'], 'its author hears of both decisions'
);

select tests.act_as(:'mia', :'org');
select is(pg_temp.try(:'bread', 'approve'), null, 'a manager decides about everything');
select is(pg_temp.try(:'own', 'approve'), null, 'of every client');

select tests.act_as(:'bob');
select is(pg_temp.try(:'bread', 'approve'), 'NOT_FOUND', 'nobody decides about what is not theirs');
select is(pg_temp.try(:'bread', 'delete'), 'NOT_FOUND', 'or deletes it');
select is(
  tests.raised_code(format('select public.rate_generated_content(%L, 1)', :'bread')),
  'NOT_FOUND', 'or rates it'
);

select tests.act_as_owner();
select is(
  (
    select count(*) from realtime.messages as m
    where m.topic = format('org:%s:client:%s:generated_content', :'org', :'bakery')
      and m.payload ->> 'generated_content_id' = :'own'
  ),
  0::bigint, 'the client''s topic tells of its own only'
);
delete from auth.users where id = :'mia';
select is(
  (select array[c.approved_by::text, c.status::text] from public.generated_content as c where c.id = :'bread'),
  array[null, 'approved'],
  'an approval outlives the account of who gave it'
);

select * from finish();
rollback;
