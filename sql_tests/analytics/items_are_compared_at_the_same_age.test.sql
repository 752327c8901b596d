begin;
\ir setup.sql
select plan(11);

select tests.create_user() as ada \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.account(:'org') as account \gset
-- The old one has had a year to collect views; at seven days it was the worst of the three.
select analytics_test.item(:'account', 'old', 380) as old \gset
select analytics_test.item(:'account', 'middle', 40) as middle \gset
select analytics_test.item(:'account', 'young', 8) as young \gset
select tests.act_as_role('service_role');
select public.record_content_metrics(:'account', analytics_test.report(
  'old 379 10', 'old 373 100', 'old 352 200', 'old 16 90000', 'old 0 100000',
  'middle 39 20', 'middle 33 300', 'middle 12 900', 'middle 0 1000',
  'young 7 50', 'young 1 500'
)) ->> 'changed' as changed \gset
select tests.act_as_owner();
update private.score_requests set due_at = now();
select private.process_score_requests() \g /dev/null

create function pg_temp.at_age(p_age integer) returns text language sql as $$
  select string_agg(format('%s %s %s', i.title, m.views, coalesce(m.percentile::text, 'null')), ', ' order by m.views)
  from public.content_milestones as m join public.content_items as i on i.id = m.content_item_id
  where m.age_days = p_age
$$;
select is(pg_temp.at_age(1), 'old 10 0.00, middle 20 50.00, young 50 100.00', 'after a day');
select is(pg_temp.at_age(7), 'old 100 0.00, middle 300 50.00, young 500 100.00', 'after a week the youngest leads, however many views the oldest has by now');
select is(pg_temp.at_age(28), 'old 200 0.00, middle 900 100.00', 'after four weeks the youngest does not take part');
select is(pg_temp.at_age(90), null, 'no snapshot near that age, no milestone');
select is(pg_temp.at_age(365), 'old 90000 null', 'the only one of its age has no percentile');
select is(
  (select string_agg(i.title, ' ' order by s.performance_score) from public.content_scores as s
    join public.content_items as i on i.id = s.content_item_id),
  'young middle old', 'the lifetime form is there beside it'
);
select is(
  (select string_agg(format('%s %s', p.views, p.percentile), ', ' order by p.views)
    from private.same_age_percentiles(:'org', :'account', 7) as p),
  '100 0.00, 300 50.00, 500 100.00', 'any age can be asked for'
);
select is((select count(*) from private.same_age_percentiles(:'org', :'account', 3)), 0::bigint, 'also one without snapshots');

-- A correction of that day moves the ranks; nothing else is looked at again.
select tests.act_as_role('service_role');
select public.record_content_metrics(:'account', analytics_test.report('old 373 400')) ->> 'changed' as corrected \gset
select tests.act_as_owner();
select is(
  (select metrics_start from private.score_requests), analytics_test.day(373), 'the request remembers since when metrics have changed'
);
update private.score_requests set due_at = now();
select private.process_score_requests() \g /dev/null
select is(pg_temp.at_age(7), 'middle 300 0.00, old 400 50.00, young 500 100.00', 'the ranks follow a corrected day');
select is(
  (select count(*) from public.content_milestones where sample_count not between 1 and 3), 0::bigint, 'samples are counted'
);

select * from finish();
rollback;
