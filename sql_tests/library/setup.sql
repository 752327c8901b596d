-- Ada's agency with the clients Bakery (whose member is Cleo) and Florist, and a channel for each; Bob is a stranger.
select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.create_user('cleo@example.test') as cleo \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select active_organization_id as bobs from public.profiles where id = :'bob' \gset
select private.change_plan(:'org', 'agency') \gset ignored_
insert into public.client_accounts (organization_id, name, slug) values (:'org', 'Bakery', 'bakery') returning id as bakery \gset
insert into public.client_accounts (organization_id, name, slug) values (:'org', 'Florist', 'florist') returning id as florist \gset
insert into public.organization_members (organization_id, user_id, role, client_account_id)
values (:'org', :'cleo', 'client', :'bakery');
insert into public.platform_connections (organization_id, platform, platform_user_id, status)
values (:'org', 'youtube', 'connection', 'revoked') returning id as connection \gset
insert into public.social_accounts
  (organization_id, connection_id, platform, platform_account_id, account_name, client_account_id)
values (:'org', :'connection', 'youtube', 'bread', 'Bread', :'bakery') returning id as bread_channel \gset
insert into public.social_accounts
  (organization_id, connection_id, platform, platform_account_id, account_name, client_account_id)
values (:'org', :'connection', 'youtube', 'flowers', 'Flowers', :'florist') returning id as flower_channel \gset
insert into public.platform_connections (organization_id, platform, platform_user_id, status)
values (:'bobs', 'youtube', 'connection', 'revoked') returning id as bobs_connection \gset
insert into public.social_accounts (organization_id, connection_id, platform, platform_account_id, account_name)
values (:'bobs', :'bobs_connection', 'youtube', 'bread', 'The same channel') returning id as bobs_channel \gset
