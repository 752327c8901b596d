begin;
select plan(19);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
create function pg_temp.places(p_org uuid) returns bigint
language sql security definer as $$
  select coalesce(sum(used), 0)::bigint from public.usage_counters where organization_id = p_org and metric = 'creators'
$$;
grant execute on function pg_temp.places(uuid) to authenticated;

select tests.act_as(:'ada');
select private.active_org() as org \gset

select is((select count(*) from public.creator_categories), 10::bigint, 'ten categories to begin with');
select is(
  (public.follow_creator('Twitter', '@MrBeast', 'entertainment')) #>> '{creator,profile_url}',
  'https://x.com/MrBeast', 'an old name and an @ are understood'
);
select is(public.follow_creator('x', 'mrbeast') #>> '{creator,username}', 'MrBeast', 'upper and lower case are one creator');
select is(pg_temp.places(:'org'), 1::bigint, 'who takes one place');
select isnt(public.follow_creator('youtube', 'a'), null, 'a second');
select isnt(public.follow_creator('youtube', 'b'), null, 'a third');
select is(tests.raised_code($$select public.follow_creator('youtube', 'c')$$), 'QUOTA_EXCEEDED', 'the free plan has three');
select is((select count(*) from public.creators where username = 'c'), 0::bigint, 'and nothing is left of the fourth');
select public.unfollow_creator(id) from public.creators where username = 'a' \gset
select is(pg_temp.places(:'org'), 2::bigint, 'unfollowing gives the place back');
select is(
  tests.raised_code((select format('select public.unfollow_creator(%L)', id) from public.creators where username = 'a')),
  'NOT_FOUND', 'once'
);
select isnt(public.follow_creator('youtube', 'c'), null, 'for another');
select is(
  tests.raised_code($$select public.follow_creator('myspace', 'tom')$$)
  || tests.raised_code($$select public.follow_creator('x', 'a b')$$)
  || tests.raised_code($$select public.follow_creator('x', null)$$)
  || tests.raised_code($$select public.follow_creator('x', 'a', 'nonsense')$$),
  repeat('VALIDATION_ERROR', 4), 'names are checked'
);
select is(tests.raised_code($$update public.creators set follower_count = 1$$), '42501', 'nobody edits creators');
select is(tests.raised_code($$delete from public.creators$$), '42501', 'or deletes them');

select tests.act_as(:'bob');
select is((select count(*) from public.creators), 4::bigint, 'everybody sees all creators');
select is((select count(*) from public.followed_creators), 0::bigint, 'and not who follows them');

select tests.act_as_role('service_role');
select public.save_creator('x', 'MRBEAST', '{"follower_count": 30000000, "scrape_frequency_hours": 6}') as id \gset
select results_eq(
  format($$select username, follower_count, category, next_scrape_at - last_scraped_at
    from public.creators where id = %L$$, :'id'),
  $$values ('MRBEAST', 30000000::bigint, 'entertainment', interval '6 hours')$$, 'servers keep them up to date, and the next reading follows'
);
select tests.act_as_owner();
delete from public.creators where username = 'b';
select is(pg_temp.places(:'org'), 2::bigint, 'a creator who is gone takes no place');
select is((select count(*) from private.quota_discrepancies()), 0::bigint, 'ledger and counters agree');

select * from finish();
rollback;
