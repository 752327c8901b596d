-- People, a client, accounts and content for the files beside this one and in workflow/, read inside their own
-- transaction.
-- ada owns the organization, max manages, cy creates, rev reviews (creator), cleo is a client's; zoe owns another one.

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('max@example.test') as max \gset
select tests.create_user('cy@example.test') as cy \gset
select tests.create_user('rev@example.test') as rev \gset
select tests.create_user('cleo@example.test') as cleo \gset
select tests.create_user('zoe@example.test') as zoe \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select active_organization_id as other_org from public.profiles where id = :'zoe' \gset
select private.change_plan(:'org', 'agency') \gset ignored_
insert into public.client_accounts (organization_id, name, slug) values (:'org', 'Bakery', 'bakery') returning id as bakery \gset
insert into public.client_accounts (organization_id, name, slug) values (:'org', 'Garage', 'garage') returning id as garage \gset
insert into public.organization_members (organization_id, user_id, role, client_account_id) values
  (:'org', :'max', 'manager', null), (:'org', :'cy', 'creator', null), (:'org', :'rev', 'creator', null),
  (:'org', :'cleo', 'client', :'bakery');
update public.profiles set active_organization_id = :'org' where id in (:'max', :'cy', :'rev', :'cleo');

insert into public.platform_connections (organization_id, platform, platform_user_id, vault_secret_name)
values (:'org', 'x', 'u1', 'test-x') returning id as x_connection \gset
insert into public.platform_connections (organization_id, platform, platform_user_id, vault_secret_name)
values (:'org', 'linkedin', 'u2', 'test-l') returning id as linkedin_connection \gset
insert into public.social_accounts (organization_id, connection_id, platform, platform_account_id, account_name)
values (:'org', :'x_connection', 'x', 'a1', 'On X') returning id as x_account \gset
insert into public.social_accounts (organization_id, connection_id, platform, platform_account_id, account_name)
values (:'org', :'linkedin_connection', 'linkedin', 'a2', 'On LinkedIn') returning id as linkedin_account \gset
insert into public.social_accounts (organization_id, client_account_id, connection_id, platform, platform_account_id,
  account_name)
values (:'org', :'garage', :'x_connection', 'x', 'a3', 'The garage') returning id as garage_account \gset

insert into public.generated_content (organization_id, user_id, content_type, generated_text, ai_model)
values (:'org', :'cy', 'social_post', 'Bread is baked.', 'local') returning id as content \gset
insert into public.generated_content (organization_id, user_id, client_account_id, content_type, generated_text,
  ai_model)
values (:'org', :'cy', :'bakery', 'social_post', 'Our bread.', 'local') returning id as bakery_content \gset
insert into public.generated_content (organization_id, user_id, content_type, generated_text, ai_model)
values (:'other_org', :'zoe', 'social_post', 'Elsewhere.', 'local') returning id as foreign_content \gset
