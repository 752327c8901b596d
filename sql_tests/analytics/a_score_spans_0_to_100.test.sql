begin;
\ir setup.sql
select plan(20);

select tests.create_user() as ada \gset
select tests.create_user() as bob \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.account(:'org') as account \gset

-- A channel: nineteen ordinary videos, the best possible one and the worst possible one.
select analytics_test.item(:'account', 'ordinary ' || n, 10 + n, 1000) from generate_series(1, 19) as n \g /dev/null
update public.content_items set like_count = 20, comment_count = 5, duration_seconds = 600,
  average_view_duration_seconds = 300, subscriber_growth = 20;
select analytics_test.item(:'account', 'best', 5, 5000) as best \gset
select analytics_test.item(:'account', 'worst', 5, 0) as worst \gset
update public.content_items set like_count = 400, comment_count = 100, duration_seconds = 600,
  average_view_duration_seconds = 600, subscriber_growth = 250
where id = :'best';
update public.content_items
set duration_seconds = 600, average_view_duration_seconds = 0, subscriber_growth = -20000
where id = :'worst';

select tests.act_as(:'ada');
select is(public.calculate_video_performance_score(:'best'), 100.00, 'the best possible video has 100');
select is(public.calculate_video_performance_score(:'worst', :'ada'), 0.00, 'the worst possible one 0, and losing subscribers overflows nothing');
select is(
  (select performance_score from public.content_scores where content_item_id = :'best'), 100.00, 'the score is stored'
);
select ok(
  public.calculate_video_performance_score((select id from public.content_items where title = 'ordinary 1')) between 30 and 60,
  'an ordinary video is in the middle'
);
select tests.act_as_owner();
select is((select count(*) from private.score_requests), 1::bigint, 'the rest of the channel is due, once');

-- Engagement is relative to the channel: 2 % and 4 % differ, though both are above 1 %.
select analytics_test.item(:'account', 'liked', 5, 1000) as liked \gset
select analytics_test.item(:'account', 'more liked', 5, 1000) as more_liked \gset
update public.content_items set like_count = 20, subscriber_growth = 20 where id = :'liked';
update public.content_items set like_count = 40, subscriber_growth = 20 where id = :'more_liked';
select ok(
  (select performance_score from private.channel_scores(:'org', :'account') where content_item_id = :'more_liked')
  > (select performance_score from private.channel_scores(:'org', :'account') where content_item_id = :'liked') + 5,
  'engagement above one per cent still makes a difference'
);

-- Unknown is not full marks.
select analytics_test.account(:'org', 'instagram') as plain \gset
select analytics_test.item(:'plain', 'post ' || n, n, 100) from generate_series(1, 4) as n \g /dev/null
select is(
  (select max(performance_score) from private.channel_scores(:'org', :'plain')), 50.00,
  'of average items that have views alone each has half: what is unknown neither gives nor takes'
);
update public.content_items set view_count = 100000 where social_account_id = :'plain' and title = 'post 1';
select is(
  (select max(performance_score) from private.channel_scores(:'org', :'plain')), 100.00, '100 is in reach without the unknown parts'
);
update public.content_items set view_count = 0 where social_account_id = :'plain';
select is(
  (select count(performance_score) from private.channel_scores(:'org', :'plain')), 0::bigint, 'without any views known there is no score'
);
select lives_ok(format('select public.rescore_social_account(%L)', :'plain'), 'and scoring such an account goes well');
update public.content_items set view_count = 5000000000 where social_account_id = :'plain';
select is(
  (select max(performance_score) from private.channel_scores(:'org', :'plain')), 50.00, 'five thousand million views are a number like others'
);

-- A quiet channel: nothing in the last 90 days.
update public.content_items set published_at = published_at - interval '2 years' where social_account_id = :'plain';
select is(
  (select max(performance_score) from private.channel_scores(:'org', :'plain')), 50.00, 'a quiet channel is compared with all of its past'
);

-- Who may.
select tests.act_as(:'bob');
select is(
  tests.raised_code(format('select public.calculate_video_performance_score(%L)', :'best')), 'NOT_FOUND', 'not others'' videos'
);
select is(
  tests.raised_code(format('select public.calculate_video_performance_score(%L, %L)', :'best', :'ada')), 'FORBIDDEN', 'nor in others'' names'
);
select is(tests.raised_code('select public.calculate_video_performance_score(null)'), 'VALIDATION_ERROR', 'not of nothing');
select is(
  tests.raised_code(format('select public.rescore_social_account(%L)', :'account')), '42501', 'clients do not rescore whole channels'
);
select is(
  tests.raised_code($$update public.content_scores set performance_score = 100$$), '42501', 'nor set scores'
);
select tests.act_as_role('anon');
select is(
  tests.raised_code(format('select public.calculate_video_performance_score(%L)', :'best')), '42501', 'strangers do nothing'
);
select tests.act_as_role('service_role');
select is(public.calculate_video_performance_score(:'best', :'ada'), 100.00, 'workers score, for a member');
select is(
  tests.raised_code(format('select public.calculate_video_performance_score(%L, %L)', :'best', :'bob')), 'NOT_FOUND', 'and for nobody else'
);

select * from finish();
rollback;
