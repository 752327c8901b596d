begin;
\ir setup.sql
select plan(6);

select tests.create_user() as ada \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.account(:'org') as account \gset
select analytics_test.item(:'account', 'video ' || n, n, n * 100) from generate_series(1, 3) as n \g /dev/null

create function pg_temp.places() returns text language sql as $$
  select string_agg(
    concat(coalesce(s.performance_score::text, 'null'), '/', coalesce(s.performance_percentile::text, 'null')), ' '
    order by i.title
  )
  from public.content_items as i
  join public.content_scores as s on s.content_item_id = i.id
  where i.deleted_at is null
$$;
create function pg_temp.run() returns integer language sql as $$
  update private.score_requests set due_at = now();
  select private.process_score_requests()
$$;

select is(pg_temp.run(), 1, 'the channel is scored');
select is(pg_temp.places(), '25.00/0.00 50.00/50.00 75.00/100.00', 'each video has its place');

update public.content_items set view_count = 0;
select is(pg_temp.run(), 1, 'numbers that are taken back make the channel due');
select is(pg_temp.places(), 'null/null null/null null/null', 'whose score is unknown has no place left from earlier');

update public.content_items set view_count = right(title, 1)::integer * 100;
update public.content_items set deleted_at = now() where title = 'video 3';
select pg_temp.run() \g /dev/null
select is(pg_temp.places(), '33.33/0.00 66.67/100.00', 'a video that is hidden takes no place and moves no average');
update public.content_items set deleted_at = null where title = 'video 3';
select pg_temp.run() \g /dev/null
select is(pg_temp.places(), '25.00/0.00 50.00/50.00 75.00/100.00', 'and has it again when it is back');

select * from finish();
rollback;
