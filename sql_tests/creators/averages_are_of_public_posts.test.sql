begin;
select plan(18);

select tests.create_user() as ada \gset
select tests.create_user() as bob \gset
select organization_id as org from public.organization_members where user_id = :'ada' \gset
insert into public.platform_connections (organization_id, platform, platform_user_id, vault_secret_name)
values (:'org', 'youtube', 'u', 's') returning id as link \gset
insert into public.social_accounts (organization_id, connection_id, platform, platform_account_id, account_name)
values (:'org', :'link', 'youtube', 'a', 'Channel') returning id as account \gset

select tests.act_as(:'ada');
select public.follow_creator('youtube', 'baker') #>> '{creator,id}' as creator \gset
select public.follow_creator('youtube', 'silent') \g /dev/null
select public.follow_creator('tiktok', 'dancer') \g /dev/null
select tests.act_as(:'bob');
select public.follow_creator('youtube', 'left') #>> '{creator,id}' as left_one \gset
select public.unfollow_creator(:'left_one') \g /dev/null
select tests.act_as_owner();

create function pg_temp.job(p_creator uuid) returns public.jobs language sql as $$
  select j from public.jobs as j where j.kind = 'read_creator' and j.subject_id = p_creator
$$;
create function pg_temp.figures(p_name text) returns jsonb language sql as $$
  select c - '{creator_id,seen_at,platform,follower_count}'::text[]
  from jsonb_array_elements(private.compare_creators(
    (select organization_id from public.social_accounts), array(select id from public.social_accounts)
  ) -> 'creators') as c
  where c ->> 'name' = p_name
$$;

select is(private.request_creator_readings(), 2, 'the feeds of those whom somebody follows are read, where there are any');
select is(
  (pg_temp.job(:'creator')).payload, '{"platform": "youtube", "profile_url": "https://www.youtube.com/@baker"}'::jsonb, 'by their profile'
);
select is((pg_temp.job(:'left_one')).id, null, 'nobody''s are not');
select private.request_creator_readings() \g /dev/null
select is((select count(*) from public.jobs where kind = 'read_creator'), 2::bigint, 'once at a time');
select is(
  pg_temp.figures('baker'),
  '{"name": "baker", "average_views": null, "engagement_rate": null, "uploads_per_week": null, "figures_from": null, "post_count": 0}'::jsonb,
  'before that nothing is known, and said so'
);

create function pg_temp.posts(p_views bigint) returns jsonb language sql as $$
  select jsonb_build_object('display_name', 'The baker', 'posts', jsonb_build_array(
    jsonb_build_object('platform_post_id', 'v1', 'published_at', now() - interval '1 day', 'view_count', p_views, 'like_count', 30),
    jsonb_build_object('platform_post_id', 'v2', 'published_at', now() - interval '14 days', 'view_count', 300, 'like_count', 10),
    jsonb_build_object('platform_post_id', 'v3', 'published_at', now() - interval '13 days', 'view_count', 1000, 'like_count', null),
    jsonb_build_object('platform_post_id', 'v4', 'published_at', now() - interval '12 days', 'view_count', null, 'like_count', 5),
    jsonb_build_object('platform_post_id', 'old', 'published_at', now() - interval '500 days', 'view_count', 999999, 'like_count', 5),
    jsonb_build_object('platform_post_id', 'later', 'published_at', now() + interval '9 years', 'view_count', 1, 'like_count', 1)
  ))
$$;
select private.apply_read_creator(pg_temp.job(:'creator'), pg_temp.posts(50)) \g /dev/null
select private.apply_read_creator(pg_temp.job(:'creator'), pg_temp.posts(100)) \g /dev/null
select is((select count(*) from private.creator_posts), 4::bigint, 'a post is kept once, and not for ever: none of a day that retention does not reach');
select is(
  pg_temp.figures('The baker'),
  '{"name": "The baker", "average_views": 467, "engagement_rate": 10.00, "uploads_per_week": 2.00, "figures_from": "posts",
    "post_count": 4}'::jsonb,
  'means of the posts that show each figure, as they were seen last'
);
select is(pg_temp.figures('silent') ->> 'average_views', null, 'of others nothing is made up');
select is(pg_temp.figures('dancer'), null, 'nor are other platforms beside a channel');
select is(
  (private.compare_creators(:'org', array[:'account'::uuid]) #>> '{channels,0,beside,median_views}')::numeric, 467::numeric, 'the channel stands beside them'
);
select is((select display_name from public.creators where id = :'creator'), 'The baker', 'the name is taken when none is known');
select is(
  (select next_scrape_at from public.creators where id = :'creator'), now() + interval '1 hour', 'it is due again its frequency from now'
);
select private.fail_read_creator((select j from public.jobs as j where j.payload ->> 'profile_url' like '%@silent'), 'CREATOR_NOT_FOUND', 'x') \g /dev/null
select is(
  (select next_scrape_at from public.creators where username = 'silent'), now() + interval '1 day', 'one that is not found, tomorrow'
);
delete from public.jobs where kind = 'read_creator';
select is(private.request_creator_readings(), 0, 'not before');

update public.creators set metadata = '{"average_views": 40}' where username = 'silent';
select is(pg_temp.figures('silent') ->> 'figures_from', 'profile', 'what a profile tells stands in where no post was seen');
update private.creator_posts set view_count = null, like_count = null;
select is(pg_temp.figures('The baker') -> 'average_views', 'null'::jsonb, 'without figures there is no average');
select is(
  (select count(*) from cron.job as j where j.command like '%request_creator_readings%' and j.active), 1::bigint, 'by itself'
);
select tests.act_as(:'ada');
select is(tests.raised_code('select count(*) from private.creator_posts'), '42501', 'people read no rows of it');

select * from finish();
rollback;
