begin;
select plan(6);

select tests.create_user('ada@example.test') as ada \gset
select active_organization_id as org, slug
from public.profiles join public.organizations on organizations.id = active_organization_id
where profiles.id = :'ada' \gset
select is(tests.raised_code($$select tests.create_user('Ada@Example.test')$$), '23505', 'an address belongs to one person');

-- As Auth deletes softly: the address becomes a hash.
update auth.users set email = encode(sha256('ada@example.test'), 'base64'), phone = null, deleted_at = now() where id = :'ada';
select results_eq(
  format('select email, status::text, deleted_at is not null from public.profiles where id = %L', :'ada'),
  $$values (null::text, 'deleted', true)$$, 'a deleted person has no address'
);
select lives_ok($$select tests.create_user('ada@example.test')$$, 'the same address may sign up again');
select is(
  (select count(*) from public.profiles where email = 'ada@example.test' and status = 'active'), 1::bigint, 'as a person of its own'
);
select isnt(
  (select active_organization_id from public.profiles where email = 'ada@example.test'), :'org', 'with an organization of its own'
);
select is(
  tests.raised_code($$select tests.create_user('ADA@example.test')$$), '23505', 'which is the only one again'
);

select * from finish();
rollback;
