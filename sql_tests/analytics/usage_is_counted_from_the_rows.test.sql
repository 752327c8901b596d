begin;
\ir setup.sql
select plan(8);

select tests.create_user() as ada \gset
select tests.create_user() as bob \gset
select analytics_test.organization(:'ada') as org \gset
select analytics_test.organization(:'bob') as idle \gset
select analytics_test.account(:'org') as account \gset
insert into public.generated_content (organization_id, content_type, generated_text, ai_model, created_at)
select :'org', 'caption', 'Text', 'local', now() - d * interval '1 day' from unnest('{0,0,1,5}'::integer[]) as d;
select analytics_test.item(:'account', 'today', 0) as today \gset
insert into public.projects (organization_id, title) values (:'org', 'One'), (:'org', 'Two');
insert into public.usage_ledger (organization_id, metric, period_start, operation, amount, used_after, reserved_after)
values
(:'org', 'ai_credits', current_date, 'reserve', 5, 0, 5), (:'org', 'ai_credits', current_date, 'commit', 3, 3, 0),
(:'org', 'ai_credits', current_date, 'consume', 4, 7, 0), (:'org', 'generations', current_date, 'consume', 9, 9, 0);
insert into public.usage_counters (organization_id, metric, period_start, used)
values (:'org', 'storage_bytes', '1970-01-01', 4000000)
on conflict (organization_id, metric, period_start) do update set used = excluded.used;

select is(private.refresh_usage_stats(), 2, 'today and yesterday');
create function pg_temp.row(p_days_ago integer) returns text language sql as $$
  select concat_ws(' ', s.content_created, s.content_published, s.projects_created, s.credits_used, s.storage_used_bytes)
  from public.organization_daily_stats as s where s.stat_on = analytics_test.day(p_days_ago)
$$;
select is(pg_temp.row(0), '2 1 2 7 4000000', 'what was made, what was charged, and bytes, however few');
select is(pg_temp.row(1), '1 0 0 0', 'yesterday; its storage is unknown');
select is(private.refresh_usage_stats(), 0, 'counting again writes nothing');
select is(
  (select count(*) from public.organization_daily_stats where organization_id = :'idle'), 0::bigint, 'idle organizations have no rows'
);
select is(private.refresh_usage_stats(analytics_test.day(7)), 1, 'older days can be counted too');

-- Beside the metrics, in the same row.
select public.record_content_metrics(:'account', analytics_test.report('today 0 70 7')) ->> 'changed' as changed \gset
select is(
  (select concat_ws(' ', views, engagement, content_created) from public.organization_daily_stats
    where stat_on = analytics_test.day(0) and organization_id = :'org'), '70 7 2', 'metrics leave usage alone'
);
delete from public.generated_content;
select private.refresh_usage_stats() as again \gset
select is(
  (select concat_ws(' ', views, engagement, content_created) from public.organization_daily_stats
    where stat_on = analytics_test.day(0) and organization_id = :'org'), '70 7 0', 'and usage leaves metrics alone'
);

select * from finish();
rollback;
