begin;
select plan(7);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'bob');
select public.set_content_source(p_url => 'https://www.ada.test/feed') as foreign_source \gset
select tests.act_as(:'ada');
select public.set_content_source(p_url => 'https://www.ada.test/feed') as source \gset
select public.connect_search_engine('bing', 'https://www.ada.test/', '{"api_key": "a"}') ->> 'seo_connection_id' as bing \gset
select tests.act_as_role('service_role');
select public.report_seo_connection(:'bing', true) \g /dev/null
select tests.act_as_owner();
create function pg_temp.appears(p_source uuid, variadic p_keys text[]) returns text language sql as $$
  select public.record_source_poll(p_source, p_keys);
  select string_agg(s.submitted_url, ' ' order by s.submitted_url) from public.seo_submissions as s where s.status = 'pending';
$$;
select pg_temp.appears(:'foreign_source', 'https://www.ada.test/old');
select pg_temp.appears(:'source', 'https://www.ada.test/old');
select is(pg_temp.appears(:'source', 'https://www.ada.test/a'), null, 'nobody asked for it');
update public.user_settings set is_auto_seo_submission_enabled = true where user_id = :'ada';
select is(
  pg_temp.appears(:'source', 'https://www.ada.test/b', 'https://other.test/c', 'https://www.ada.test.evil.test/d', 'urn:uuid:5', 'https://www.ada.test/old'),
  'https://www.ada.test/b', 'a new page of the site is told to its engine'
);
select is(
  pg_temp.appears(:'foreign_source', 'https://www.ada.test/e'), 'https://www.ada.test/b', 'not by whoever watches the site of another'
);
select results_eq(
  $$select used, reserved from public.usage_counters where metric = 'seo_submissions'$$, 'values (0::bigint, 1::bigint)', 'it costs as any other'
);
update public.plan_limits set limit_value = 1 where metric = 'seo_submissions';
select is(
  public.record_source_poll(:'source', '{https://www.ada.test/f}'), '{https://www.ada.test/f}'::text[],
  'a plan that is used up stops nobody from learning what is new'
);
select is((select count(*) from public.seo_submissions), 1::bigint, 'only from submitting it');
select is_empty('select * from private.quota_discrepancies()', 'counters are the sum of their ledger');

select * from finish();
rollback;
