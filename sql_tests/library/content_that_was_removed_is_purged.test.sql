begin;
select plan(10);
\ir setup.sql

create function pg_temp.item(p_account uuid, p_id text) returns uuid language sql as $$
  insert into public.content_items
    (organization_id, client_account_id, social_account_id, platform, platform_content_id, title)
  select a.organization_id, a.client_account_id, a.id, a.platform, p_id, p_id
  from public.social_accounts as a where a.id = p_account
  returning id
$$;
create function pg_temp.left_over() returns text language sql as $$
  select concat(
    (select string_agg(a.account_name, ' ' order by a.account_name) from public.social_accounts as a
      where a.organization_id = (select organization_id from public.client_accounts limit 1)), ': ',
    (select string_agg(i.title, ' ' order by i.title) from public.content_items as i)
  )
$$;
select pg_temp.item(:'bread_channel', 'b1') as b1 \gset
select pg_temp.item(:'bread_channel', 'b2') as b2 \gset
select pg_temp.item(:'flower_channel', 'f1') as f1 \gset
select pg_temp.item(:'flower_channel', 'f2') as f2 \gset
insert into public.content_metrics (organization_id, content_item_id, captured_on, views)
select :'org', i, current_date - n, n from unnest(array[:'b1', :'f1']::uuid[]) as i, generate_series(1, 70) as n;
insert into public.ai_suggestions (organization_id, content_item_id) values (:'org', :'b1'), (:'org', :'f1');
select tests.act_as(:'ada');
select public.update_content_item(:'b1', '{"description": "Better"}') \gset ignored_
select tests.act_as_owner();

select is(pg_temp.left_over(), 'Bread Flowers: b1 b2 f1 f2', 'what there is');
update public.content_items set deleted_at = now() - interval '89 days' where id = :'f1';
select tests.act_as(:'ada');
select public.remove_social_account(:'bread_channel');
select tests.act_as_owner();
select is(private.purge_removed_content(), 0::bigint, 'nothing goes at once');
update public.social_accounts set deleted_at = now() - interval '29 days' where id = :'bread_channel';
select is(private.purge_removed_content(), 0::bigint, 'an account waits for 30 days');
select is(pg_temp.left_over(), 'Bread Flowers: b1 b2 f1 f2', 'all is there until then');

update public.social_accounts set deleted_at = now() - interval '31 days' where id = :'bread_channel';
select is(private.purge_removed_content(1), 1::bigint, 'a few at a time');
select is(private.purge_removed_content(), 2::bigint, 'then the rest, and the account after its last item');
select is(pg_temp.left_over(), 'Flowers: f1 f2', 'an item that is only gone from its platform waits longer');
update public.content_items set deleted_at = now() - interval '91 days' where id = :'f1';
select private.purge_removed_content() \g /dev/null
select is(pg_temp.left_over(), 'Flowers: f2', 'but not for ever');
select is(
  (select count(*) from public.content_metrics where organization_id = :'org')
  + (select count(*) from public.ai_suggestions where organization_id = :'org')
  + (select count(*) from public.content_revisions where organization_id = :'org'),
  0::bigint, 'what hung on it is gone as well'
);
select is((select count(*) from cron.job where jobname = 'purge-removed-content' and active), 1::bigint, 'cron does it');

select * from finish();
rollback;
