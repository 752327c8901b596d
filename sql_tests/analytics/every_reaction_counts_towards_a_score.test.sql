begin;
\ir setup.sql
select plan(7);

select tests.create_user() as ada \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.account(:'org') as account \gset
select analytics_test.item(:'account', n, 5, 1000) from unnest(array['none', 'likes', 'comments', 'shares', 'saves', 'watched', 'won']) as n
\g /dev/null
-- Ten of each, among videos with the same views; each is watched half of the way but one.
update public.content_items set duration_seconds = 100, average_view_duration_seconds = 50;
update public.content_items set like_count = 10 where title = 'likes';
update public.content_items set comment_count = 10 where title = 'comments';
update public.content_items set share_count = 10 where title = 'shares';
update public.content_items set save_count = 10 where title = 'saves';
update public.content_items set average_view_duration_seconds = 100 where title = 'watched';
update public.content_items set subscriber_growth = 10 where title = 'won';

create function pg_temp.score(p_title text) returns numeric language sql as $$
  select s.performance_score
  from public.content_items as i
  cross join lateral private.channel_scores(i.organization_id, i.social_account_id) as s
  where i.title = p_title and s.content_item_id = i.id
$$;

select ok(pg_temp.score('likes') > pg_temp.score('none'), 'likes count');
select ok(pg_temp.score('comments') > pg_temp.score('likes'), 'comments count more than likes');
select is(pg_temp.score('shares'), pg_temp.score('comments'), 'shares as much as comments');
select is(pg_temp.score('saves'), pg_temp.score('comments'), 'saves too');
select is(pg_temp.score('watched'), pg_temp.score('none') + 10, 'watching to the end is worth twenty points, half the way ten');
select is(pg_temp.score('won'), pg_temp.score('none') + 1, 'ten subscribers are worth one');

-- A channel without any video of the last 90 days, and with one that has no duration.
update public.content_items set published_at = published_at - interval '1 year', duration_seconds = null;
select is(
  (select count(*) from private.channel_scores(:'org', :'account') where performance_score between 0 and 100), 7::bigint,
  'what is unknown or long ago makes no score impossible'
);

select * from finish();
rollback;
