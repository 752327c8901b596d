begin;
select plan(23);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
insert into public.platform_connections (organization_id, platform, platform_user_id, status)
values (:'org', 'youtube', 'channel', 'revoked') returning id as connection \gset
insert into public.social_accounts (organization_id, connection_id, platform, platform_account_id, account_name)
values (:'org', :'connection', 'youtube', 'channel', 'Ada bakes') returning id as account \gset

select tests.act_as_role('service_role');
select is(
  public.upsert_content_items(:'account', (
    select jsonb_agg(jsonb_build_object(
      'platform_content_id', 'v' || n, 'title', 'Video ' || n, 'description', 'About bread ' || n, 'language', 'en',
      'content_type', 'long_video', 'view_count', 5000000000, 'published_at', now() - n * interval '1 hour',
      'tags', jsonb_build_array('bread', 'n' || n), 'hashtags', jsonb_build_array('#oven'), 'click_through_rate', 0.0456
    ))
    from generate_series(1, 1000) as n
  )),
  '{"received": 1000, "inserted": 1000, "updated": 0}'::jsonb, 'a thousand items come in at once'
);
select is(
  (
    select (view_count, hashtags::text, platform, organization_id)::text from public.content_items
    where platform_content_id = 'v1'
  ),
  format('(5000000000,{oven},youtube,%s)', :'org'), 'with counts beyond two thousand million, of the account''s platform and organization'
);
select is(
  public.upsert_content_items(:'account', '[
    {"platform_content_id": "v1", "view_count": 1}, {"platform_content_id": "v1", "view_count": 6000000000},
    {"platform_content_id": "v2", "title": "Better title", "share_count": null, "platform_url": "no address"},
    {"platform_content_id": "v1001", "title": "The newest"}
  ]'), '{"received": 4, "inserted": 1, "updated": 2}'::jsonb, 'a second sync updates what is there'
);
select is((select count(*) from public.content_items), 1001::bigint, 'and doubles nothing');
select is((select view_count from public.content_items where platform_content_id = 'v1'), 6000000000, 'what is named twice counts as named last');
select is((select title from public.content_items where platform_content_id = 'v1'), 'Video 1', 'what is not told is kept');
select is(
  (select (field_name, old_value, new_value, change_source, user_id)::text from public.content_revisions),
  '(title,"Video 2","Better title",sync,)', 'a text that the platform changed is in the history, numbers are not'
);
select is(
  tests.raised_code(format('select public.upsert_content_items(%L, %L)', :'account', '[{"platform_content_id": "v1", "view_count": -5}]')),
  'VALIDATION_ERROR', 'no count is negative'
);
select is(
  tests.raised_code(format('select public.upsert_content_items(%L, %L)', :'account', '[{"platform_content_id": "v1", "view_count": "many"}]')),
  'VALIDATION_ERROR', 'nor a word'
);
select is(
  tests.raised_code(format('select public.upsert_content_items(%L, %L)', :'account', '[{"title": "x"}]')),
  'VALIDATION_ERROR', 'every item has an id'
);
select is(
  tests.raised_code(format('select public.upsert_content_items(%L, %L)', gen_random_uuid(), '[]')), 'NOT_FOUND', 'every account exists'
);

select tests.act_as(:'ada');
select is((select count(*) from public.content_items), 1001::bigint, 'members see it');
select is(tests.raised_code($$update public.content_items set view_count = 100$$), '42501', 'and write no numbers');
select is(tests.raised_code($$update public.content_items set title = 'x'$$), '42501', 'nor anything else by hand');
select is(
  tests.raised_code(format('select public.upsert_content_items(%L, %L)', :'account', '[]')), '42501', 'syncs are for workers'
);
select tests.act_as(:'bob', :'org');
select is((select count(*) from public.content_items), 0::bigint, 'strangers see none');

select tests.act_as_owner();
select throws_ok(
  format('update public.content_items set platform = ''tiktok'' where social_account_id = %L', :'account'), '23503', null,
  'an item cannot be of another platform than its account'
);
update public.content_items set synced_at = now() - interval '1 day' where platform_content_id = 'v3';
select is(public.mark_missing_content_items(:'account', now() - interval '1 hour'), 1, 'what a full sync did not see is gone');
select tests.act_as(:'ada');
select is((select count(*) from public.content_items), 1000::bigint, 'for members too');
select tests.act_as_role('service_role');
select public.upsert_content_items(:'account', '[{"platform_content_id": "v3"}]');
select is((select deleted_at from public.content_items where platform_content_id = 'v3'), null, 'and returns when it is seen again');

select tests.act_as_owner();
update public.social_accounts set deleted_at = now(), next_sync_at = null where id = :'account';
select tests.act_as(:'ada');
select is((select count(*) from public.content_items), 0::bigint, 'the content of a removed account is hidden');
select tests.act_as_owner();
update public.social_accounts set deleted_at = null where id = :'account';
select tests.act_as(:'ada');
select is((select count(*) from public.content_items), 1001::bigint, 'until the account is back');
select tests.act_as_owner();
select is(
  (
    select array_agg(m.payload ->> 'inserted' order by m.inserted_at, m.id) from realtime.messages as m
    where m.topic = format('org:%s:content_items', :'org')
  ) @> array['1000', '1', '0'], true, 'each sync is told once'
);

select * from finish();
rollback;
