begin;
\ir setup.sql
select plan(17);

select tests.create_user() as ada \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.account(:'org') as account \gset
select analytics_test.account(:'org') as other \gset
select analytics_test.item(:'account', 'long ' || n, n, n * 100) from generate_series(1, 5) as n \g /dev/null
select analytics_test.item(:'account', 'short ' || n, n, n * 100000) from generate_series(1, 3) as n \g /dev/null
update public.content_items set is_short = true where title like 'short %';
select analytics_test.item(:'other', 'alone', 1, 100) as alone \gset

create function pg_temp.percentiles(p_like text) returns text language sql as $$
  select string_agg(coalesce(s.performance_percentile::text, 'null'), ' ' order by i.title)
  from public.content_items as i
  left join public.content_scores as s on s.content_item_id = i.id
  where i.title like p_like
$$;

select is((select count(*) from private.score_requests), 2::bigint, 'what came in made two accounts due');
select is(private.process_score_requests(), 0, 'not at once: more may follow');
update private.score_requests set due_at = now();
select is(private.process_score_requests(), 2, 'then each is scored once');
select is((select count(*) from private.score_requests), 0::bigint, 'and no longer due');
select is(pg_temp.percentiles('long %'), '0.00 25.00 50.00 75.00 100.00', 'long videos among themselves');
select is(pg_temp.percentiles('short %'), '0.00 50.00 100.00', 'Shorts among themselves');
select is(pg_temp.percentiles('alone'), 'null', 'the only one has no place');
select ok(
  (select average_performance_score is not null and scored_item_count = 9 from public.organization_daily_stats
    where organization_id = :'org'),
  'the day has the average score of the organization'
);

create temporary table versions on commit drop as
select content_item_id, xmin::text as version from public.content_scores;
select is(private.rescore_social_account(:'org', :'account'), 0, 'scoring again writes nothing');

-- One video changes: nobody else's row is touched by the change itself.
update public.content_items set view_count = 250 where title = 'long 5';
select is(
  (select count(*) from public.content_scores as s join versions as v using (content_item_id)
    where v.version <> s.xmin::text),
  0::bigint, 'a change rewrites no sibling'
);
select is((select count(*) from private.score_requests), 1::bigint, 'it makes the account due');
update private.score_requests set due_at = now();
select private.process_score_requests() \g /dev/null
select is(pg_temp.percentiles('long %'), '0.00 25.00 75.00 100.00 50.00', 'and the ranks follow');

-- A title is not a result.
update public.content_items set title = title || ' ' where title = 'long 1';
select is((select count(*) from private.score_requests), 0::bigint, 'what no score depends on makes nothing due');

-- One goes, one comes.
delete from public.content_items where title = 'long 4';
update private.score_requests set due_at = now();
select private.process_score_requests() \g /dev/null
select is(pg_temp.percentiles('long %'), '0.00 33.33 100.00 66.67', 'a deleted video leaves no gap');
select analytics_test.item(:'account', 'long 9', 1, 1) as newcomer \gset
update private.score_requests set due_at = now();
select private.process_score_requests() \g /dev/null
select is(pg_temp.percentiles('long %'), '25.00 50.00 100.00 75.00 0.00', 'a video that came is ranked at once');

select is((select private.request_all_rescores()), 2::bigint, 'every account is due once a day');
delete from public.social_accounts where id = :'other';
select is((select count(*) from private.score_requests), 1::bigint, 'a deleted account leaves the queue, its videos ask for nothing');

select * from finish();
rollback;
