begin;
select plan(29);

select tests.create_user('ada@example.test') as ada \gset
select tests.create_user('bob@example.test') as bob \gset
select tests.act_as(:'ada');
select private.active_org() as org \gset
select public.connect_search_engine('bing', 'https://www.ada.test/', '{"api_key": "a"}') ->> 'seo_connection_id' as bing \gset
select public.connect_search_engine(
  'google', 'sc-domain:ada.test', '{"client_email": "a@b.test", "private_key": "k"}'
) ->> 'seo_connection_id' as google \gset

select is(
  (select array_agg(tests.raised_code(format('select public.submit_urls(%L, %L, %L)', :'bing', t.urls, t.kind)))
    from (values
      ('{https://www.bob.test/a}', 'url_updated'), ('{https://www.ada.test@evil.test/}', 'url_updated'), ('{https://ada.test/}', 'url_updated'),
      ('{ftp://www.ada.test/}', 'url_updated'), ('{NULL}', 'url_updated'), ('{}', 'url_updated'), (null, 'url_updated'),
      ('{https://www.ada.test/}', 'url_deleted'), ('{https://www.ada.test/}', 'nothing'), ('{https://www.ada.test/}', null)
    ) as t (urls, kind)),
  array_fill('VALIDATION_ERROR'::text, array[10]), 'only addresses of the site, and only what the engine can be told'
);
select is(
  tests.raised_code(format($$select public.submit_urls(%L, '{https://evilada.test/}')$$, :'google')), 'VALIDATION_ERROR',
  'a domain is more than the end of a name'
);
select is((select count(*) from public.submit_urls(:'google', '{https://blog.ada.test/}')), 1::bigint, 'and covers what is below it');
select public.submit_urls(:'bing', '{https://www.ada.test/a}') as first \gset
select is((select public.submit_urls(:'bing', '{https://www.ada.test/a}')), :'first'::uuid, 'what waits already is not asked for twice');
select is(
  tests.raised_code(format(
    'select public.submit_urls(%L, %L)', :'bing', array(select 'https://www.ada.test/' || n from generate_series(1, 4) as n)
  )),
  'QUOTA_EXCEEDED', 'the free plan includes five'
);
select is((select count(*) from public.seo_submissions), 2::bigint, 'and then none of them is taken');
select results_eq(
  $$select used, reserved from public.usage_counters where metric = 'seo_submissions'$$, 'values (0::bigint, 2::bigint)', 'two are set aside'
);
select is(tests.raised_code($$update public.seo_submissions set status = 'indexed'$$), '42501', 'nobody writes the row itself');
select is(tests.raised_code('select response_body from public.seo_submissions'), '42501', 'nor reads what the engine said word for word');
select tests.act_as(:'bob');
select is_empty('select id from public.seo_submissions', 'strangers see nothing');
select is(tests.raised_code(format($$select public.submit_urls(%L, '{https://www.ada.test/}')$$, :'bing')), 'NOT_FOUND', 'and submit nothing');

select tests.act_as_role('service_role');
select is((select count(*) from public.claim_due_seo_submissions()), 2::bigint, 'both are due');
select is((select count(*) from public.claim_due_seo_submissions()), 0::bigint, 'for one worker');
select is(
  public.report_seo_submission(:'first', 'failed', 503, null, 'unavailable')::text, 'failed', 'a failure is not the end'
);
select ok(
  (select next_retry_at between now() + interval '4 minutes' and now() + interval '6 minutes' and retry_count = 1
    from public.seo_submissions where id = :'first'),
  'it is tried again'
);
select public.report_seo_submission(:'first', 'failed', 429, null, 'slow down', '{}', 7200);
select ok(
  (select next_retry_at > now() + interval '119 minutes' from public.seo_submissions where id = :'first'), 'when the engine says'
);
select is(
  public.report_seo_submission(:'first', 'submitted', 200, '{"d": null}', null, '{"request": {"siteUrl": "x"}}', null, 86400)::text, 'submitted',
  'then it is sent'
);
select is(public.report_seo_submission(:'first', 'failed', 500)::text, 'submitted', 'a late failure takes nothing back');
select tests.act_as(:'ada');
select results_eq(
  $$select used, reserved from public.usage_counters where metric = 'seo_submissions'$$, 'values (1::bigint, 1::bigint)', 'what was sent is used'
);
select tests.act_as_role('service_role');
select is((select count(*) from public.claim_due_seo_submissions('check')), 0::bigint, 'tomorrow the engine is asked');
select public.report_seo_submission(
  :'first', 'indexed', 200, null, null, '{"coverage_state": "Submitted and indexed", "index_status_url": "https://search.test/x"}'
);
select results_eq(
  format('select status::text, coverage_state, indexed_at is not null, next_check_at is null from public.seo_submissions where id = %L', :'first'),
  $$values ('indexed', 'Submitted and indexed', true, true)$$, 'and has it'
);
select is(
  (select string_agg(operation_type || ':' || urls_count, ' ' order by id) from public.seo_usage), 'submit:1 submit:1 submit:1 inspect:1',
  'every call is on record'
);
select tests.act_as(:'ada');
select isnt((select public.submit_urls(:'bing', '{https://www.ada.test/a}')), :'first'::uuid, 'a changed page may be submitted again');
select id as other from public.seo_submissions where connection_id = :'google' \gset
select tests.act_as_role('service_role');
select is(
  (select array_agg(public.report_seo_submission(:'other', 'failed')::text) from generate_series(1, 6)),
  '{failed,failed,failed,failed,failed,gave_up}'::text[], 'after five more tries it is given up'
);
select is(
  tests.raised_code(format($$select public.report_seo_submission(%L, 'pending')$$, :'other')), 'VALIDATION_ERROR', 'states are a closed set'
);
select tests.act_as(:'ada');
select public.disconnect_search_engine(:'bing');
select results_eq(
  $$select used, reserved from public.usage_counters where metric = 'seo_submissions'$$, 'values (1::bigint, 0::bigint)', 'what was never sent costs nothing'
);
select results_eq(
  'select status::text, connection_id is null, search_engine from public.seo_submissions order by 1, 3',
  $$values ('gave_up', true, 'bing'), ('gave_up', false, 'google'), ('indexed', true, 'bing')$$, 'the list stays when a connection goes'
);
select tests.act_as_owner();
select is_empty('select * from private.quota_discrepancies()', 'counters are the sum of their ledger');
delete from auth.users where id = :'ada';
select is(
  (select count(*) from public.seo_usage where user_id is not null), 0::bigint, 'what was used stays, without the person'
);

select * from finish();
rollback;
