begin;
select plan(12);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
update public.subscriptions set plan = 'professional', current_period_end = now() + interval '1 month'
where organization_id = :'org' and ended_at is null;
insert into public.client_accounts (organization_id, name, slug)
values (:'org', 'Client', 'client') returning id as client \gset
insert into public.platform_connections (organization_id, connected_by, platform, platform_user_id, vault_secret_name)
values (:'org', :'ada', 'youtube', 'g-1', 'made-up') returning id as connection \gset
insert into public.social_accounts
  (organization_id, connection_id, platform, platform_account_id, account_name, visibility)
values (:'org', :'connection', 'youtube', 'shown', 'Ada bakes', 'public') returning id as shown \gset
insert into public.social_accounts
  (organization_id, connection_id, platform, platform_account_id, account_name, visibility)
values (:'org', :'connection', 'youtube', 'hidden', 'Ada tries', 'private') returning id as hidden \gset
insert into public.social_accounts
  (organization_id, client_account_id, connection_id, platform, platform_account_id, account_name)
values (:'org', :'client', :'connection', 'youtube', 'client', 'A client') returning id as of_client \gset
insert into public.content_items (
  organization_id, client_account_id, social_account_id, platform, platform_content_id, title, visibility, published_at,
  deleted_at
)
values
  (:'org', null, :'shown', 'youtube', 'v1', 'Old bread', 'public', now() - interval '3 days', null),
  (:'org', null, :'shown', 'youtube', 'v2', 'New bread', 'public', now() - interval '1 day', null),
  (:'org', null, :'shown', 'youtube', 'v3', 'Secret bread', 'private', now(), null),
  (:'org', null, :'shown', 'youtube', 'v4', 'Linked bread', 'unlisted', now(), null),
  (:'org', null, :'shown', 'youtube', 'v5', 'Eaten bread', 'public', now(), now()),
  (:'org', null, :'shown', 'youtube', 'v6', 'Coming bread', 'public', now() + interval '1 day', null),
  (:'org', null, :'hidden', 'youtube', 'v7', 'Hidden bread', 'public', now(), null),
  (:'org', :'client', :'of_client', 'youtube', 'v8', 'Their bread', 'public', now(), null);

select tests.act_as(:'bob');
select is((select count(*) from public.public_content(:'ada')), 0::bigint, 'nothing shows of a profile that is not public');
select tests.act_as(:'ada');
update public.user_settings set is_profile_public = true;
select tests.act_as(:'bob');
select results_eq(
  format('select title, account_name, platform from public.public_content(%L)', :'ada'),
  $$values ('New bread', 'Ada bakes', 'youtube'), ('Old bread', 'Ada bakes', 'youtube')$$,
  'then what is public on a public account shows, newest first; no drafts, links, deletions, plans, hidden accounts or clients'
);
select is((select count(*) from public.content_items), 0::bigint, 'while rows stay with their organization');
select id as last_id, published_at as last_at from public.public_content(:'ada', 1) \gset
select is((select title from public.public_content(:'ada', 1, :'last_at', :'last_id')), 'Old bread', 'a page follows a page');
select is((select count(*) from public.public_content(:'bob')), 0::bigint, 'nobody else''s content comes along');
select is((select count(*) from public.public_content(gen_random_uuid())), 0::bigint, 'nor does anything of nobody');
select is(tests.raised_code('select public.public_content(null)'), 'VALIDATION_ERROR', 'a person is named');
select is(tests.raised_code(format('select public.public_content(%L, 1000000)', :'ada')), 'VALIDATION_ERROR', 'pages have an end');
select is(tests.raised_code(format('select public.public_content(%L, null)', :'ada')), 'VALIDATION_ERROR', 'and a size');
select is(
  tests.raised_code(format('select public.public_content(%L, 10, now(), null)', :'ada')), 'VALIDATION_ERROR', 'a place in the list is whole'
);
select tests.act_as_owner();
update public.platform_connections set status = 'needs_reauth' where id = :'connection';
select tests.act_as(:'bob');
select is((select count(*) from public.public_content(:'ada')), 0::bigint, 'what is not connected any more does not show');
select tests.act_as_owner();
update public.platform_connections set status = 'active' where id = :'connection';
update public.profiles set status = 'suspended' where id = :'ada';
select tests.act_as(:'bob');
select is((select count(*) from public.public_content(:'ada')), 0::bigint, 'nor does anything of somebody suspended');

select * from finish();
rollback;
